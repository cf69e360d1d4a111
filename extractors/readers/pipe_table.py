"""Tables drawn with pipes: with or without outer pipes, alignment rows, escaped pipes, ragged rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.inline import plain
from schemas import Cell, Table

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"\\.|\|")
_AMOUNT = re.compile(r"[$€£₹¥₪]\s?\d|\d[\d,.]*\s?(?:%|[KkM]\b|LPA|USD|EUR|GBP|lakh)|\b\d{2,3},\d{3}\b")
MAX_LINE = 400
LEAST_ROWS = 2
MAX_COLUMNS = 200


def length(lines: Sequence[Cell], at: int) -> int:
    """How many lines from `at` on are one table; 0 when no table starts there."""
    text = lines[at].text
    if "|" not in text:
        return 0
    if not _has_delimiter(lines, at) and not _is_bare_grid(lines, at):
        return _spaced(lines, at)
    stop = at + 1
    while stop < len(lines) and "|" in lines[stop].text and not _has_delimiter(lines, stop, same=lines[at]):
        stop += 1
    return stop - at


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
    stop = first
    while stop < len(lines) and len(lines[stop].text) <= MAX_LINE and lines[stop].text.count(" | ") == count:
        stop += 1
    rows = [line.text for line in lines[first:stop]]
    if len(rows) < LEAST_ROWS or sum(_AMOUNT.search(row) is not None for row in rows) * 2 < len(rows):
        return 0
    return stop - at


def read(lines: Sequence[Cell], number: int) -> Table:
    """The cells of a table; rows of other lengths than the header's are filled up, or make the table wider."""
    rows = [
        split(line) for line in lines if line.text.strip() and _DELIMITER.fullmatch(line.text[:5000]) is None
    ]
    width = min(max(len(row) for row in rows), MAX_COLUMNS)
    filled = tuple(tuple([*row, *_empty(row, width)][:width]) for row in rows)
    return Table(filled, header_rows=1, number=number)


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
