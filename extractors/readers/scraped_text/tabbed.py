"""Tables whose cells stand between tabs: what copying a table out of a page or a sheet gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell, Table

MAX_LINE = 2_000
MAX_COLUMNS = 60
LEAST_HEADLESS = 3
"""Rows that make a table without a header."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table with a tab between two cells; returns it and the line behind it.

    The header has no amounts, the row below it as many cells. Later rows may have lost empty cells at their end.
    """
    if "\t" not in lines[at].text or at + 1 >= len(lines):
        return None
    if (headless := _headless(lines, at, number)) is not None:
        return headless
    header, first = _cells(lines[at]), _cells(lines[at + 1])
    if len(header) < 2 or len(header) != len(first) or not any(cell.text for cell in first):
        return None
    if sum(bool(cell.text) for cell in header) < 2 or any(kind_of(cell) == "money" for cell in header):
        return None
    rows = [header]
    stop = at + 1
    while stop < len(lines) and lines[stop].text.strip():
        row = _cells(lines[stop])
        if not 2 <= len(row) <= len(header):
            break
        rows.append(row)
        stop += 1
    return grid(rows, number, "table"), stop


def _headless(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows of a name, an amount and perhaps a count, with nothing above them (`Leeds<tab>£31,200<tab>84 salaries`)."""
    rows: list[list[Cell]] = []
    stop = at
    while stop < len(lines) and lines[stop].text.strip():
        row = _cells(lines[stop])
        if len(row) < 2 or not row[0] or kind_of(row[0]) == "money" or kind_of(row[1]) != "money":
            break
        rows.append(row)
        stop += 1
    if len(rows) < LEAST_HEADLESS or len({len(row) for row in rows}) > 1:
        return None
    made = grid(rows, number, "flattened_table")
    return replace(made, header_rows=0), stop


def _cells(line: Cell) -> list[Cell]:
    """The cells of a line; none where it is too long for a row."""
    if len(line.text) > MAX_LINE or not 0 < line.text.count("\t") < MAX_COLUMNS:
        return []
    return [cell.strip() for cell in line.split("\t")]
