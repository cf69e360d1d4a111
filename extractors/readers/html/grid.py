"""HTML tables as grids: spans of rows and columns expanded within limits, header cells on either axis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bs4 import Tag

from normalizers import figures
from schemas import Cell, Table

MAX_SPAN = 50
MOST_HEADER_ROWS = 4
MAX_COLUMNS = 100
MAX_CELLS = 200_000
_HEADINGS = ("h1", "h2", "h3", "h4")
_PARTS = ["h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "form"]
MIN_ROWS = 2
_OF_VALUES = 2
"""Columns of a table of labels and values."""
MOST_LOOKED_AT = 200
_NOTE = re.compile(r"\W*(?:sources?|notes?|quelle|fuente|data|figures|n ?= ?\d|[*†‡¹])", re.IGNORECASE)
_AMOUNT = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d{1,3}[.,'’\s]?\d{3}|\d[.,]\d{2}\b|[$€£₹¥]\s?\d")
_SEVERAL = re.compile(r"(?<!\s)\s*[/|]\s*")
MOST_PARAGRAPHS = 6
"""Paragraphs and lists that a cell of a table of figures has at most."""


@dataclass(slots=True)
class _Line:
    """A row with the cells that reach into it; whether all of it is a header, and whether its first cell is one."""

    cells: list[Cell]
    is_header: bool
    has_side: bool


def table(tag: Tag, number: int, text_of: Callable[[Tag], Cell | None]) -> tuple[Table, list[Cell]] | None:
    """The grid of a table, without the tables inside its cells, and the notes below it; None when it has fewer than two rows or no text.

    A note is a row of one cell over the whole width, behind all others.
    """
    lines = _lines(tag, text_of)
    _mark_header(lines, _height_of_header(tag))
    notes: list[Cell] = []
    while len(lines) > MIN_ROWS and _is_note(lines[-1].cells):
        notes.insert(0, lines.pop().cells[0])
    if len(lines) < MIN_ROWS or not any(cell.text for line in lines for cell in line.cells):
        return None
    width = max(len(line.cells) for line in lines)
    header = next((i for i, line in enumerate(lines) if not line.is_header), len(lines))
    body = lines[header:]
    caption = tag.find("caption")
    made = Table(
        tuple((*line.cells, *[Cell("", line.cells[-1].end)] * (width - len(line.cells))) for line in lines),
        header_rows=max(0 if header == 0 and _begins_with_figures(lines) else 1, min(header, len(lines) - 1)),
        header_columns=1 if body and all(line.has_side for line in body) else 0,
        context="table",
        number=number,
        caption=text_of(caption) if caption else None,
    )
    return made, notes


def _height_of_header(tag: Tag) -> int:
    """How many rows are the header where none of its cells is one by name: those that its first row reaches over.

    Beside a name over several columns (`Zone 1` above `Month | Hour`) others stand over all rows of the header.
    """
    first = next(iter(_rows(tag)), None)
    cells = [] if first is None else [c for c in first.find_all(["td", "th"]) if c.find_parent("tr") is first]
    tall = [_span(cell, "rowspan") for cell in cells]
    whole = [t > 1 or _span(cell, "colspan") > 1 for cell, t in zip(cells, tall, strict=True)]
    wide = any(_span(cell, "colspan") > 1 for cell in cells)
    return max(tall) if cells and all(whole) and wide and 1 < max(tall) <= MOST_HEADER_ROWS else 1


def _mark_header(lines: list[_Line], height: int) -> None:
    """The first rows are a header where they are as many as its first one reaches over, and hold no amounts."""
    upper = lines[:height]
    if 1 < height < len(lines) and not any(_AMOUNT.search(c.text) for line in upper for c in line.cells):
        for line in upper:
            line.is_header = True


def _lines(tag: Tag, text_of: Callable[[Tag], Cell | None]) -> list[_Line]:
    """The rows of a table that have cells, with those that reach over several rows or columns repeated in each."""
    lines: list[_Line] = []
    below: dict[tuple[int, int], Cell] = {}
    count = 0
    for y, row in enumerate(_rows(tag)):
        tags = [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
        cells = _cells(y, tags, below, text_of)
        if cells:
            is_header = all(cell.name == "th" for cell in tags) and not _is_banner(y, cells)
            is_header = row.find_parent("thead") is not None or is_header
            lines.append(_Line(cells, is_header, bool(tags) and tags[0].name == "th"))
        count += len(cells)
        if count > MAX_CELLS:
            break
    return lines


def _cells(
    y: int, tags: list[Tag], below: dict[tuple[int, int], Cell], text_of: Callable[[Tag], Cell | None]
) -> list[Cell]:
    """The cells of row `y`; `below` holds those that reach into later rows, by row and column."""
    cells: list[Cell] = []
    for tag in tags:
        while (y, len(cells)) in below:
            cells.append(below[y, len(cells)])
        shown = text_of(tag) or Cell("", cells[-1].end if cells else 0)
        wide, tall = _span(tag, "colspan"), _span(tag, "rowspan")
        for one in _dealt(shown, min(wide, MAX_COLUMNS - len(cells))):
            for deeper in range(1, tall):
                below[y + deeper, len(cells)] = one
            cells.append(one)
    while (y, len(cells)) in below and len(cells) < MAX_COLUMNS:
        cells.append(below[y, len(cells)])
    return cells


def _dealt(cell: Cell, wide: int) -> list[Cell]:
    """What a cell over several columns puts into each: all of it, or one of as many amounts (`4'719 / 26.80` over two)."""
    if wide > 1 and _AMOUNT.search(cell.text) is not None:
        parts = list(cell.split(_SEVERAL))
        if len(parts) == wide and all(_AMOUNT.search(part.text) for part in parts):
            return parts
    return [cell] * wide


def _begins_with_figures(lines: list[_Line]) -> bool:
    """Whether the first row is one like those below it, and no header: amounts above amounts, or labels and values."""
    first, *others = [line.cells for line in lines]
    for column in range(1, len(first)):
        unit = _unit(first[column])
        below = [_unit(row[column]) for row in others if column < len(row)]
        alike = sum(one is not None and (len(first) == _OF_VALUES or one == "currency") for one in below)
        if (unit == "currency" or (unit and len(first) == _OF_VALUES)) and alike * 2 >= len(below) > 0:
            return True
    return False


def _unit(cell: Cell) -> str | None:
    """What the figure with which a cell begins is."""
    stated = figures.find(cell)
    return stated[0].unit if stated and stated[0].cell.start == cell.start else None


def _is_banner(y: int, row: list[Cell]) -> bool:
    """A header cell over all columns names a part of the table (`Housing`), unless it stands on top of it."""
    return y > 0 and len(row) > 1 and all(cell.span == row[0].span for cell in row)


def _is_note(row: list[Cell]) -> bool:
    """`Source: ...` over all columns."""
    wide = len(row) > 1 and all(cell.span == row[0].span for cell in row)
    return wide and _NOTE.match(row[0].text) is not None


def is_layout(tag: Tag) -> bool:
    """Whether a table only puts parts of a page side by side: its own cells hold headings, or paragraphs and lists together."""
    if tag.get("role") == "presentation":
        return True
    parts: Counter[int] = Counter()
    for part in tag.find_all(_PARTS, limit=MOST_LOOKED_AT):
        if part.find_parent("table") is not tag:
            continue
        if part.name in _HEADINGS:
            return True
        parts[id(part.find_parent(["td", "th"]))] += 1
    return any(count > MOST_PARAGRAPHS for count in parts.values())


def _rows(tag: Tag) -> list[Tag]:
    return [row for row in tag.find_all("tr") if row.find_parent("table") is tag]


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(1, min(int(value), MAX_SPAN)) if value.isdigit() and len(value) < 12 else 1
