"""Tables drawn with pipes: with or without outer pipes, alignment rows, escaped pipes, ragged rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from extractors.readers.inline import plain
from schemas import Cell, Table

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"\\.|\|")
_AMOUNT = re.compile(r"[$€£₹¥₪]\s?\d|\d[\d,.]*\s?(?:%|[KkM]\b|LPA|USD|EUR|GBP|lakh)|\b\d{2,3},\d{3}\b")
_VALUE = re.compile(rf"{_AMOUNT.pattern}|^\d[\d.,]*$")
MAX_LINE = 400
MOST_HEADERS = 3
"""Rows that a header has at the most."""
LEAST_ROWS = 2
LOOKED_AT = 60
"""Rows by which it is known whether lines are a table: else each of many lines would be read with all below it."""
MAX_COLUMNS = 200


def length(lines: Sequence[Cell], at: int) -> int:
    """How many lines from `at` on are one table; 0 when no table starts there."""
    text = lines[at].text
    if "|" not in text:
        return 0
    if not _has_delimiter(lines, at) and not _is_bare_grid(lines, at):
        return _spaced(lines, at)
    stop = at + 1
    while stop < len(lines) and "|" in lines[stop].text:
        # What has no row yet has a header of several rows, each with a delimiter of its own.
        begun = stop - at < 2 * MOST_HEADERS and _is_all_header(lines[at:stop])
        if not begun and _has_delimiter(lines, stop, same=lines[at]):
            break
        stop += 1
    return stop - at


def _is_all_header(lines: Sequence[Cell]) -> bool:
    """Whether lines are rows with a delimiter behind each."""
    drawn = [_DELIMITER.fullmatch(line.text[:5000]) is not None for line in lines]
    return drawn == [False, True] * (len(lines) // 2)


def _has_delimiter(lines: Sequence[Cell], at: int, same: Cell | None = None) -> bool:
    """Whether a header row stands here; `same` is the header of the table above, whose own delimiter is no other."""
    if at + 1 >= len(lines) or (same is not None and lines[at].start == same.start):
        return False
    below = lines[at + 1].text
    return (
        "|" in below
        and _DELIMITER.fullmatch(below[:5000]) is not None
        and _DELIMITER.fullmatch(lines[at].text[:5000]) is None
    )


def _is_bare_grid(lines: Sequence[Cell], at: int) -> bool:
    """Two lines and more in outer pipes with as many cells: a table whose delimiter row was lost."""
    if at + 1 >= len(lines):
        return False
    first, second = lines[at].text.strip(), lines[at + 1].text.strip()
    closed = all(line.startswith("|") and line.endswith("|") and len(line) > 2 for line in (first, second))
    drawn = any(_DELIMITER.fullmatch(line) for line in (first, second))
    return closed and not drawn and first.count("|") == second.count("|") >= 3


def _spaced(lines: Sequence[Cell], at: int) -> int:
    """How many lines are rows with nothing but spaced pipes between their cells (`Band 5 | £31,049 | £37,796`); 0 for no table.

    Names without amounts first, then at least two rows with as many cells, amounts among them: a line of links has none.
    """
    count = lines[at].text.count(" | ")
    if not count or len(lines[at].text) > MAX_LINE or _AMOUNT.search(lines[at].text):
        return 0
    # Scrapers part the names from the rows by an empty line.
    first = at + 1 if at + 1 == len(lines) or lines[at + 1].text.strip() else at + 2
    below = (lines[number].text for number in range(first, len(lines)))
    alike = takewhile(lambda text: len(text) <= MAX_LINE and text.count(" | ") == count, below)
    rows = list(islice(alike, LOOKED_AT))
    if len(rows) < LEAST_ROWS or sum(_AMOUNT.search(row) is not None for row in rows) * 2 < len(rows):
        return 0
    return first - at + len(rows) + sum(1 for _ in alike)


def read(lines: Sequence[Cell], number: int) -> Table:
    """The cells of a table; rows of other lengths than the header's are filled up, or make the table wider.

    Scrapers draw a delimiter below each row of a header, and leave all but the first of the cells empty that one cell covered.
    """
    drawn = [_DELIMITER.fullmatch(line.text[:5000]) is not None for line in lines]
    rows = [split(line) for line, rule in zip(lines, drawn, strict=True) if line.text.strip() and not rule]
    width = min(max(len(row) for row in rows), MAX_COLUMNS)
    rows = [[*row, *_empty(row, width)][:width] for row in rows]
    headers = max(1, sum(drawn[: 2 * n] == [False, True] * n for n in range(1, MOST_HEADERS + 1)))
    while headers > 1 and not all(map(_may_be_header, rows[:headers])):
        headers -= 1
    caption = None
    if headers > 1 and width > 1 and not any(cell.text for cell in rows[0][1:]):
        caption, rows, headers = rows[0][0], rows[1:], headers - 1
    if len(rows) > headers + 1 and _goes_on(rows[headers - 1], rows[headers]):
        headers += 1
    for upper, lower in pairwise(range(headers)):
        rows[upper] = _spread(rows[upper], rows[lower])
    return Table(tuple(tuple(row) for row in rows), header_rows=headers, number=number, caption=caption)


def _may_be_header(row: Sequence[Cell]) -> bool:
    """Whether a row above a delimiter names columns: it is not empty and holds no amount."""
    return any(cell.text for cell in row) and not any(_VALUE.search(cell.text) for cell in row)


def _goes_on(header: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row names the parts of what the header above it leaves empty (`| Step | Master's |  |` / `|  | MA | MA+45 |`)."""
    covers = any(left.text and not right.text for left, right in pairwise(header[1:]))
    named = not row[0].text and all(cell.text for cell in row[1:])
    return covers and named and not any(_VALUE.search(cell.text) for cell in row)


def _spread(row: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    """A row of a header with each name in all cells that it covered: those with a name of their own below."""
    found: list[Cell] = []
    for cell, own in zip(row, below, strict=True):
        found.append(found[-1] if found and not cell.text and own.text else cell)
    return found


def split(line: Cell) -> list[Cell]:
    """The cells of one row as a reader sees them."""
    line = line.strip()
    cells, at = [], 0
    for found in _PIPE.finditer(line.text):
        if found.group() == "|":
            cells.append(line.cut(at, found.start()))
            at = found.end()
    cells.append(line.cut(at, len(line)))
    if len(cells) > 1 and not cells[0].text.strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].text.strip():
        cells = cells[:-1]
    return [plain(cell).strip() for cell in cells]


def _empty(row: Sequence[Cell], width: int) -> list[Cell]:
    end = row[-1].end
    return [Cell("", end)] * (width - len(row))
