"""HTML tables as grids: spans of rows and columns expanded within limits, header cells on either axis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from bs4 import Tag

from schemas import Cell, Table

MAX_SPAN = 50
MAX_COLUMNS = 100
MAX_CELLS = 200_000
_HEADINGS = ("h1", "h2", "h3", "h4")
_PARTS = ["h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "form"]
MIN_ROWS = 2
MOST_LOOKED_AT = 200
_NOTE = re.compile(r"\W*(?:sources?|notes?|quelle|fuente|data|figures|n ?= ?\d|[*†‡¹])", re.IGNORECASE)
MOST_PARTS = 6
"""Paragraphs and lists that a cell of a table of figures has at most."""


def table(tag: Tag, number: int, text_of: Callable[[Tag], Cell | None]) -> tuple[Table, list[Cell]] | None:
    """The grid of a table, without the tables inside its cells, and the notes below it; None when it has fewer than two rows or no text.

    A note is a row of one cell over the whole width, behind all others.
    """
    rows: list[list[Cell]] = []
    head: list[bool] = []
    sides: list[int] = []
    below: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(_rows(tag)):
        cells: list[Cell] = []
        tags = [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]
        for cell in tags:
            while (y, len(cells)) in below:
                cells.append(below[y, len(cells)])
            shown = text_of(cell) or Cell("", cells[-1].end if cells else 0)
            wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
            for _ in range(min(wide, MAX_COLUMNS - len(cells))):
                for deeper in range(1, tall):
                    below[y + deeper, len(cells)] = shown
                cells.append(shown)
        while (y, len(cells)) in below and len(cells) < MAX_COLUMNS:
            cells.append(below[y, len(cells)])
        if cells:
            rows.append(cells)
            head.append(all(cell.name == "th" for cell in tags) or row.find_parent("thead") is not None)
            sides.append(1 if tags and tags[0].name == "th" else 0)
        if sum(map(len, rows)) > MAX_CELLS:
            break
    notes: list[Cell] = []
    while len(rows) > MIN_ROWS and _is_note(rows[-1]):
        notes.insert(0, rows.pop()[0])
        head.pop()
        sides.pop()
    if len(rows) < 2 or not any(cell.text for row in rows for cell in row):
        return None
    width = max(map(len, rows))
    filled = tuple((*row, *(Cell("", row[-1].end) for _ in range(width - len(row)))) for row in rows)
    header = next((i for i, is_head in enumerate(head) if not is_head), len(head))
    body = sides[header:]
    side = 1 if body and all(body) else 0
    caption = tag.find("caption")
    made = Table(
        filled,
        max(1, min(header, len(rows) - 1)),
        side,
        "table",
        number,
        text_of(caption) if caption else None,
    )
    return made, notes


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
    return any(count > MOST_PARTS for count in parts.values())


def _rows(tag: Tag) -> list[Tag]:
    return [row for row in tag.find_all("tr") if row.find_parent("table") is tag]


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(1, min(int(value), MAX_SPAN)) if value.isdigit() and len(value) < 12 else 1
