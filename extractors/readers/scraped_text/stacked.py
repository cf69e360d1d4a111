"""Tables that scraping laid out one cell a line, without any sign between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import holds_values, is_header
from extractors.readers.scraped_text.stacked_rows import (
    LEAST_NAMES,
    MAX_CELL,
    VALUES,
    goes_on,
    kind_of_cell,
    rows_of,
)
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell, Table

MAX_COLUMNS = 12
MAX_NAME = 40
LEAST_ROWS = 2
_CAPTION = re.compile(r"\w+\s\w+\s\w.*\s(?:by|for|in|per|across)\s\w", re.IGNORECASE)
"""`Median day rate by region`: what stands above a table, and no name of its first column."""
LOOKED_AT = 40
"""Rows by which the number of columns is found."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Column names one a line, then the cells of each row one a line; returns the table and the line behind it."""
    names: list[Cell] = []
    while at + len(names) < len(lines) and len(names) <= MAX_COLUMNS and _may_be_name(lines[at + len(names)]):
        names.append(lines[at + len(names)].strip())
    if not names or not is_header(names[0].text) or _CAPTION.search(names[0].text):
        return None
    if not any(kind_of_cell(line) in VALUES for line in lines[at + 1 : at + 2 * MAX_COLUMNS]):
        return None
    known = next((i for i, name in enumerate(names) if not is_header(name.text)), len(names))
    width = _best_width(lines, at, names[:known])
    if width:
        rows, end, doubts = rows_of(lines, at + width, width)
        return grid([names[:width], *rows], number, "broken_table", doubts), end
    uneven = _uneven(lines, at, number) if known >= LEAST_NAMES else None
    return uneven or _named_by_rows(lines, at, number, names)


def _best_width(lines: Sequence[Cell], at: int, names: list[Cell]) -> int:
    """How many of the names are those of columns: as many as explain most lines; 0 where none do."""
    best, most = 0, float("-inf")
    for width in range(min(len(names), MAX_COLUMNS), 1, -1):
        if not any(holds_values(name.text) for name in names[:width]):
            continue
        rows, end, doubts = rows_of(lines, at + width, width, most=LOOKED_AT)
        if len(rows) >= LEAST_ROWS or (len(rows) == 1 and goes_on(lines, end, rows[0])):
            # A row in doubt speaks against a width.
            weight = len(rows) * width + width - 3.0 * width * len(doubts)
            if weight > most:
                best, most = width, weight
    return best


def _named_by_rows(
    lines: Sequence[Cell], at: int, number: int, names: list[Cell]
) -> tuple[Table, int] | None:
    """A table with names that nobody knows (`Austin (USD)`): rows with several amounts each, in the same places, say so."""
    for width in range(min(len(names), MAX_COLUMNS), LEAST_NAMES, -1):
        rows, end, doubts = rows_of(lines, at + width, width, most=LOOKED_AT)
        amounts = min((sum(kind_of_cell(cell) in VALUES for cell in row) for row in rows), default=0)
        if len(rows) >= LEAST_ROWS and amounts >= LEAST_NAMES:
            rows, end, doubts = rows_of(lines, at + width, width)
            return grid([names[:width], *rows], number, "broken_table", doubts), end
    return None


def _uneven(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows whose first cell was broken over lines (`L3` / `Senior` / `$389K` / `$217K`): as many values each, at the end."""
    runs, _ = _runs(lines, at, most=LEAST_NAMES)
    if len(runs) < LEAST_NAMES or len(runs[0][0]) - len(runs[1][0]) < LEAST_NAMES:
        return None
    (opening, values), *later = runs
    texts = len(later[0][0])
    names, first = opening[: len(opening) - texts], opening[len(opening) - texts :]
    labels = len(names) - len(values)
    if not 1 <= labels <= texts or not holds_values(" ".join(name.text for name in names[labels:])):
        return None
    if not all(_is_name(name) for name in names):
        return None
    (_, *later), end = _runs(lines, at)
    rows = [[*_joined(words, labels), *own] for words, own in ((first, values), *later)]
    return grid([names, *rows], number, "broken_table"), end


def _runs(
    lines: Sequence[Cell], at: int, *, most: int | None = None
) -> tuple[list[tuple[list[Cell], list[Cell]]], int]:
    """Lines of words and the lines of values below them, again and again; all but the first alike in number."""
    runs: list[tuple[list[Cell], list[Cell]]] = []
    while most is None or len(runs) < most:
        words, behind = _while(lines, at, values=False)
        values, end = _while(lines, behind, values=True)
        alike = len(runs) < 2 or len(words) == len(runs[1][0])
        if not words or len(values) < 2 or not alike or (runs and len(values) != len(runs[0][1])):
            break
        runs.append((words, values))
        at = end
    return runs, at


def _while(lines: Sequence[Cell], at: int, *, values: bool) -> tuple[list[Cell], int]:
    """The lines from here that are (or are not) values; a blank or long line ends both."""
    found: list[Cell] = []
    while at < len(lines) and lines[at].text.strip() and len(found) < 2 * MAX_COLUMNS:
        cell = lines[at].strip()
        if len(cell.text) > MAX_CELL or (kind_of(cell) in (*VALUES, "number", "none")) != values:
            break
        found.append(cell)
        at += 1
    return found, at


def _joined(words: list[Cell], labels: int) -> list[Cell]:
    """The words of a row in as many cells as there are labels: what is too many belongs to the first."""
    more = len(words) - labels + 1
    return [Cell.joined(words[:more], " "), *words[more:]]


def _is_name(line: Cell) -> bool:
    return _may_be_name(line) and is_header(line.text)


def _may_be_name(line: Cell) -> bool:
    return 0 < len(line.text.strip()) <= MAX_NAME and kind_of(line) == "text"
