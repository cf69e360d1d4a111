"""Tables whose columns are drawn: with rules of dashes, as pandoc and reStructuredText do, or as a grid with crossings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.inline import plain
from extractors.readers.markdown_lines import stretches
from schemas import Cell, Table

_RULER = re.compile(r" {0,12}(?:-{2,}|={2,})(?: +(?:-{2,}|={2,})){1,60} *")
"""One piece for each column."""
_WHOLE = re.compile(r" {0,12}-{5,} *")
_GRID = re.compile(r" {0,12}\+(?:[-=:]{2,200}\+){1,60} *")
_PIECE, _CROSSING = re.compile(r"[-=]+"), re.compile(r"\+")
MOST_LINES = 500
_MOST_OF_A_HEADER = 4
"""Lines that the names of columns take."""
_FEW_RULES = 3
"""Rules of a grid that has none between its rows: above and below the names, and at the end."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table that is drawn from a line on, and the line behind it."""
    if _GRID.fullmatch(lines[at].text) is not None:
        return _grid(lines, at, number)
    framed = _WHOLE.fullmatch(lines[at].text) is not None
    topped = framed or _RULER.fullmatch(lines[at].text) is not None
    ruler = _ruler(lines, at, topped=topped, framed=framed)
    if ruler is None:
        return None
    stop = _end(lines, ruler + 1, framed=framed)
    edges = [piece.start() for piece in _PIECE.finditer(lines[ruler].text)]
    header = list(lines[at + topped : ruler])
    groups = [header] if header else []
    groups += _rows(lines[ruler + 1 : stop])
    rows = [_cut(group, edges) for group in groups]
    # A rule at the end is no row, and an empty line belongs to nothing.
    behind = stop + (stop < len(lines) and bool(lines[stop].text.strip()))
    made = _made(rows, number, header_rows=bool(header))
    return (made, behind) if made is not None else None


def _ruler(lines: Sequence[Cell], at: int, *, topped: bool, framed: bool) -> int | None:
    """The line that shows the columns of a table which begins here, below their names or, without any, at its head."""
    for line in range(at + 1, min(at + 2 + (_MOST_OF_A_HEADER if topped else 0), len(lines))):
        if not lines[line].text.strip():
            break
        if _RULER.fullmatch(lines[line].text) is not None:
            return line
    return at if topped and not framed else None


def _end(lines: Sequence[Cell], at: int, *, framed: bool) -> int:
    """The rule or empty line behind the last row."""
    stop = at
    while stop < min(len(lines), at + MOST_LINES):
        text = lines[stop].text
        if _WHOLE.fullmatch(text) or _RULER.fullmatch(text) or not (framed or text.strip()):
            break
        stop += 1
    return stop


def _rows(lines: Sequence[Cell]) -> list[list[Cell]]:
    """The lines of each row: those between empty ones, and where there are none each by itself."""
    groups = list(stretches(list(lines)))
    return groups if len(groups) > 1 else [[line] for line in lines if line.text.strip()]


def _cut(lines: Sequence[Cell], edges: Sequence[int]) -> list[Cell] | None:
    """The cells of a row of one or more lines, which begin at these letters; None where words stand across an edge."""
    pieces: list[list[Cell]] = [[] for _ in edges]
    for line in lines:
        ends = [*edges[1:], max(len(line), edges[-1])]
        if "\t" in line.text or line.text[: edges[0]].strip():
            return None
        for cells, start, end in zip(pieces, edges, ends, strict=True):
            if start and line.text[start - 1 : start].strip():
                return None  # a column of blanks stands in front of each
            cells.append(line.cut(min(start, len(line)), min(end, len(line))).strip())
    return [_joined(cells) for cells in pieces]


def _joined(cells: Sequence[Cell]) -> Cell:
    said = [cell for cell in cells if cell]
    return plain(Cell.joined(said, " ")).strip() if said else cells[0]


def _grid(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table with crossings; its rows are what stands between two rules, and below a name each line where there are no more rules."""
    stop = at
    while stop < min(len(lines), at + MOST_LINES) and lines[stop].text.lstrip()[:1] in ("+", "|"):
        stop += 1
    rules = [n for n in range(at, stop) if _GRID.fullmatch(lines[n].text) is not None]
    edges = [crossing.start() for crossing in _CROSSING.finditer(lines[at].text)]
    groups = [list(lines[upper + 1 : lower]) for upper, lower in pairwise(rules)]
    if len(rules) <= _FEW_RULES:
        groups = [[line] for group in groups for line in group]
    rows = [_between(group, edges) for group in groups if group]
    made = _made(rows, number, header_rows=True)
    return (made, stop) if made is not None else None


def _between(lines: Sequence[Cell], edges: Sequence[int]) -> list[Cell] | None:
    """The cells of a row between pipes at these letters; None where one of them stands elsewhere."""
    if any(line.text[edge : edge + 1] != "|" for line in lines for edge in edges):
        return None
    return [_joined([line.cut(left + 1, right).strip() for line in lines]) for left, right in pairwise(edges)]


def _made(rows: Sequence[list[Cell] | None], number: int, *, header_rows: bool) -> Table | None:
    whole = [row for row in rows if row is not None]
    if len(whole) != len(rows) or len(whole) <= header_rows:
        return None
    return Table(tuple(tuple(row) for row in whole), header_rows=int(header_rows), number=number)
