"""Tables laid out one cell a line whose numbers have no sign, because a name of their columns states the currency (`Item` / `Yen`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from normalizers import headers
from schemas import Cell, Table

MAX_COLUMNS, MAX_NAME, MAX_LABEL = 8, 40, 60
LEAST_ROWS, LEAST_NAMES = 3, 2
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(
    r"[-−–+]?\d{1,3}(?:[,.'’ ]\d{3})*(?:[.,]\d{1,2})?(?:\s?[-–—]\s?\d{1,3}(?:[,.'’ ]\d{3})*)?|\d{4,6}"
)


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose first column name stands at a line, and the line behind it."""
    names = _names(lines, at)
    if len(names) < LEAST_NAMES:
        return None
    rows: list[list[Cell]] = []
    start, width = at + len(names), len(names)
    while (row := _row(lines, start, width)) is not None:
        rows.append(row)
        start += width
    if len(rows) < LEAST_ROWS or not any("currency" in headers.read(name).labels for name in names[1:]):
        return None
    return grid([names, *rows], number, "broken_table"), start


def _names(lines: Sequence[Cell], at: int) -> list[Cell]:
    """The lines of words from here on, but the last, which is the label of the first row."""
    names: list[Cell] = []
    while at + len(names) < len(lines) and len(names) <= MAX_COLUMNS + 1:
        line = lines[at + len(names)].strip()
        if not 0 < len(line) <= MAX_LABEL or kind_of(line) != "text" or _NUMBER.fullmatch(line.text):
            break
        names.append(line)
    names = names[:-1]
    return names if all(len(name) <= MAX_NAME for name in names) and len(names) <= MAX_COLUMNS else []


def _row(lines: Sequence[Cell], at: int, width: int) -> list[Cell] | None:
    """A label and as many numbers or empty cells as there are further columns; None where the lines hold something else."""
    row = [line.strip() for line in lines[at : at + width]]
    if len(row) < width or not 0 < len(row[0]) <= MAX_LABEL or _LETTER.search(row[0].text) is None:
        return None
    numbers = [_NUMBER.fullmatch(cell.text) is not None for cell in row[1:]]
    empty = [kind_of(cell) == "none" for cell in row[1:]]
    whole = any(numbers) and all(one or none for one, none in zip(numbers, empty, strict=True))
    return row if whole else None
