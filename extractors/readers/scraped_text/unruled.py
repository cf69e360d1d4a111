"""Tables drawn with pipes whose row of dashes is lost, and whose lines may be broken anywhere: pipes and values tell the width.

`Region | 2024 |` / `2025` / `| Wales | £34,303 |` / `£35,600 |`: two pipes with the end of a line between them end one row
and begin another, so that as many cells as a row has divide the cells up to there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from math import gcd

from extractors.readers.scraped_text.broken import MAX_CELL, grid
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell, Table

LEAST_ROWS = 3
LEAST_COLUMNS, MOST_COLUMNS = 2, 12
MOST_LINES = 400
_VALUES = frozenset(("money", "percent", "number", "none", "empty"))


def unruled(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table that begins at a line with pipes, and the line behind it; None where each line holds a row, or none can be told."""
    stop = _stop(lines, at)
    pieces = [line.strip().text for line in lines[at:stop]]
    if not pieces or not pieces[0].count("|"):
        return None
    if len({text.strip("|").count("|") for text in pieces}) == 1:
        return None if any(text.startswith("|") for text in pieces) else _whole(lines[at:stop], stop, number)
    cells, ends = _cells(lines[at:stop])
    width = reduce(gcd, ends, len(cells))
    if not LEAST_COLUMNS <= width <= MOST_COLUMNS or len(cells) < width * LEAST_ROWS:
        return None
    rows = [cells[first : first + width] for first in range(0, len(cells), width)]
    return (grid(rows, number, "broken_table"), stop) if _are_columns(rows) else None


def _whole(lines: Sequence[Cell], stop: int, number: int) -> tuple[Table, int] | None:
    """`Skill | Median / hr | Day rate` above `Welder | $52 | $400`: rows of one line each, with nothing around them."""
    rows = [[part.strip() for part in line.strip().rstrip("|").split("|")] for line in lines]
    if len(rows) < LEAST_ROWS or not LEAST_COLUMNS <= len(rows[0]) <= MOST_COLUMNS or not _are_columns(rows):
        return None
    return grid(rows, number, "broken_table"), stop


def _stop(lines: Sequence[Cell], at: int) -> int:
    """The line behind the last one with a pipe; a line without one is the cell of a row that goes on below."""
    stop = at
    while stop < min(len(lines), at + MOST_LINES) and len(lines[stop]) <= MAX_CELL * MOST_COLUMNS:
        here = lines[stop].text.strip()
        below = lines[stop + 1].text if stop + 1 < len(lines) else ""
        if not here or ("|" not in here and ("|" not in below or stop == at or len(here) > MAX_CELL)):
            break
        stop += 1
    return stop


def _cells(lines: Sequence[Cell]) -> tuple[list[Cell], list[int]]:
    """All cells in order, and how many there are where a row ends for certain."""
    cells: list[Cell] = []
    ends: list[int] = []
    for line, below in pairwise((*lines, Cell(""))):
        shown = line.strip()
        inside = shown.cut(shown.text.startswith("|"), len(shown) - shown.text.endswith("|"))
        if inside.text.strip() or shown.text != "|":
            cells += [part.strip() for part in inside.split("|")]
        if shown.text.endswith("|") and below.text.strip().startswith("|"):
            ends.append(len(cells))
    return cells, ends


def _are_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether names stand in the first column, values alone below some header, and no value among the headers but years."""
    header, *body = rows
    if any(kind_of(row[0]) != "text" for row in body) or any(
        kind_of(cell) in ("money", "percent") for cell in header
    ):
        return False
    return any(all(kind_of(row[column]) in _VALUES for row in body) for column in range(1, len(header)))
