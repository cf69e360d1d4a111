"""Tables made of other elements than `table`: rows of elements with as many parts each, or all cells side by side in a grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bs4 import Tag
from bs4.element import NavigableString

from extractors.readers.html.visible import INLINE, is_hidden
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell, Table

LEAST_COLUMNS, MOST_COLUMNS = 3, 12
LEAST_ROWS, MOST_PARTS = 3, 600
"""Rows with the header, and elements beside each other that are looked at."""
LONGEST_CELL = 120
_VALUES = ("money", "percent", "number")
_SKIPPED = ("p", "li", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "form")
"""What holds running text, or more than a cell."""

Pieces = Callable[[Tag], list[Tag]]
Text = Callable[[Tag], Cell | None]


def table(tag: Tag, number: int, pieces: Pieces, text_of: Text) -> Table | None:
    """The table that an element lays its parts out as: a header in words, below it rows in which some columns hold amounts."""
    children = pieces(tag)
    if not 2 <= len(children) <= MOST_PARTS:
        return None
    rows = _rows(children, pieces)
    found = _made(_texts(rows, text_of), number) if rows else None
    if found is None and len(children) >= LEAST_ROWS * LEAST_COLUMNS and all(map(_is_cell, children)):
        texts = _texts([children], text_of)[0]
        widths = (w for w in range(LEAST_COLUMNS, MOST_COLUMNS + 1) if len(texts) % w == 0)
        cut = ([texts[at : at + width] for at in range(0, len(texts), width)] for width in widths)
        tables = (_made(rows, number) for rows in cut)
        found = next((made for made in tables if made is not None), None)
    return found


def _rows(children: Sequence[Tag], pieces: Pieces) -> list[list[Tag]]:
    """The cells of each row, where all parts are rows with as many cells, or hold such rows (a head and a body)."""
    rows: list[list[Tag]] = []
    for child in children:
        if child.name in INLINE or child.name in ("table", *_SKIPPED):
            return []
        inner = pieces(child)
        if _is_row(inner):
            rows.append(inner)
            continue
        deeper = [pieces(row) for row in inner[:MOST_PARTS] if row.name not in INLINE]
        if not deeper or len(deeper) != len(inner) or not all(map(_is_row, deeper)):
            return []
        rows += deeper
    return rows if len(rows) >= LEAST_ROWS and len({len(row) for row in rows}) == 1 else []


def _is_row(cells: Sequence[Tag]) -> bool:
    return LEAST_COLUMNS <= len(cells) <= MOST_COLUMNS and all(map(_is_cell, cells))


def _is_cell(tag: Tag) -> bool:
    """Whether an element holds text and nothing that stands on lines of its own."""
    if tag.name in _SKIPPED:
        return False
    return all(
        isinstance(child, NavigableString)
        or (isinstance(child, Tag) and (child.name in INLINE or is_hidden(child)))
        for child in tag.children
    )


def _texts(rows: Sequence[Sequence[Tag]], text_of: Text) -> list[tuple[Cell, ...]]:
    """What the cells say; an empty one stands where the one in front of it ends."""
    shown: list[tuple[Cell, ...]] = []
    at = 0
    for row in rows:
        cells: list[Cell] = []
        for tag in row:
            cell = text_of(tag) or Cell("", at)
            at = cell.end
            cells.append(cell)
        shown.append(tuple(cells))
    return shown


def _made(rows: Sequence[tuple[Cell, ...]], number: int) -> Table | None:
    """These rows as a table, where the first is a header and the others are alike: names first, amounts in some column."""
    if len(rows) < LEAST_ROWS or any(len(cell.text) > LONGEST_CELL for row in rows for cell in row):
        return None
    head, *body = [[kind_of(cell) for cell in row] for row in rows]
    if any(kind not in ("text", "empty") for kind in head) or head.count("text") * 2 <= len(head):
        return None
    columns = [*zip(*body, strict=True)]
    valued = [sum(kind in _VALUES for kind in column) for column in columns]
    paid = [count for count, column in zip(valued, columns, strict=True) if "money" in column]
    if valued[0] > 0 or not paid or max(paid) * 2 < len(body):
        return None
    said = [len(body) - column.count("empty") - column.count("none") for column in columns]
    if any(0 < count < told - 1 for count, told in zip(valued, said, strict=True)):
        return None  # amounts and words mixed: no column
    return Table(tuple(rows), header_rows=1, context="table", number=number)
