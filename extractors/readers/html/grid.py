"""HTML tables as grids: spans of rows and columns expanded within limits, header cells on either axis."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag

from schemas import Cell, Table

MAX_SPAN = 50
MAX_COLUMNS = 100
MAX_CELLS = 200_000


def table(tag: Tag, number: int, text_of: Callable[[Tag], Cell | None]) -> Table | None:
    """The grid of a table, without the tables inside its cells; None when it has fewer than two rows or no text."""
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
    if len(rows) < 2 or not any(cell.text for row in rows for cell in row):
        return None
    width = max(map(len, rows))
    filled = tuple((*row, *(Cell("", row[-1].end) for _ in range(width - len(row)))) for row in rows)
    header = next((i for i, is_head in enumerate(head) if not is_head), len(head))
    body = sides[header:]
    side = 1 if body and all(body) else 0
    caption = tag.find("caption")
    return Table(
        filled,
        max(1, min(header, len(rows) - 1)),
        side,
        "table",
        number,
        text_of(caption) if caption else None,
    )


def _rows(tag: Tag) -> list[Tag]:
    return [row for row in tag.find_all("tr") if row.find_parent("table") is tag]


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(1, min(int(value), MAX_SPAN)) if value.isdigit() and len(value) < 12 else 1
