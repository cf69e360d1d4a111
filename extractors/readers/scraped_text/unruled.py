"""Tables drawn with pipes whose row of dashes is lost, and whose lines may be broken anywhere: pipes and values tell the width.

`Region | 2024 |` / `2025` / `| Wales | £34,303 |` / `£35,600 |`: two pipes with the end of a line between them end one row
and begin another, so that as many cells as a row has divide the cells up to there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from math import gcd

from extractors.readers.scraped_text.broken import MAX_CELL, grid
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell, Table

LEAST_ROWS = 3
LEAST_COLUMNS, MOST_COLUMNS = 2, 12
MOST_LINES, SOON = 400, 6
"""Lines of a table at most, and within how many below its header a value stands."""
_DIGIT = re.compile(r"\d")
_VALUES = frozenset(("money", "percent", "number", "none", "empty"))


def unruled(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table that begins at a line with pipes, and the line behind it; None where each line holds a row, or none can be told."""
    if "|" not in lines[at].text or _goes_on(lines, at):
        return None
    if not any(_DIGIT.search(line.text) for line in lines[at + 1 : at + 1 + SOON]):
        return None
    stop = _stop(lines, at)
    pieces = [line.strip().text for line in lines[at:stop]]
    if not pieces or not pieces[0].count("|"):
        return None
    if len({text.strip("|").count("|") for text in pieces}) == 1:
        return None if any(text.startswith("|") for text in pieces) else _whole(lines[at:stop], stop, number)
    width = _width(pieces)
    if not LEAST_COLUMNS <= width <= MOST_COLUMNS:
        return None
    cells = _cells(lines[at:stop])
    if len(cells) < width * LEAST_ROWS:
        return None
    rows = [cells[first : first + width] for first in range(0, len(cells), width)]
    return (grid(rows, number, "broken_table"), stop) if _are_columns(rows) else None


def _goes_on(lines: Sequence[Cell], at: int) -> bool:
    """Whether the line above has as many pipes: what it did not begin, this one does not either."""
    return at > 0 and lines[at - 1].text.count("|") == lines[at].text.count("|")


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


def _width(texts: Sequence[str]) -> int:
    """How many cells a row has: the number that divides all cells up to where a row ends for certain; 0 where none does."""
    total, ends = 0, list[int]()
    for text, below in pairwise((*texts, "")):
        total += text.strip("|").count("|") + 1 if text != "|" else 0
        if text.endswith("|") and below.startswith("|"):
            ends.append(total)
    return reduce(gcd, ends, total) if ends else 0


def _cells(lines: Sequence[Cell]) -> list[Cell]:
    """All cells in order."""
    cells: list[Cell] = []
    for line in lines:
        shown = line.strip()
        if shown.text != "|":
            inside = shown.cut(shown.text.startswith("|"), len(shown) - shown.text.endswith("|"))
            cells += [part.strip() for part in inside.split("|")]
    return cells


def _are_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether names stand in the first column, values alone below some header, and no value among the headers but years."""
    header, *body = rows
    if any(kind_of(row[0]) != "text" for row in body) or any(
        kind_of(cell) in ("money", "percent") for cell in header
    ):
        return False
    return any(all(kind_of(row[column]) in _VALUES for row in body) for column in range(1, len(header)))
