"""Tables with each cell on a line of its own and a lone pipe before each; nothing else says where a row begins or the header ends.

Where the rows begin, what the cells hold has to say: below names that are words, each column holds values or words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.stacked_rows import MAX_CELL, VALUES, kind_of_cell
from schemas import Cell, Table

LEAST_ROWS = 3
"""Its header and two more: fewer show no order."""
MAX_COLUMNS = 12
ALIKE = 0.8
"""Share of the cells of each column that must be of its kind."""
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d\d)?")
"""`14 600`: between pipes that is one number."""


def parted(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose cells stand between lone pipes from this line on, and the line behind it."""
    places = _places(lines, at)
    if len(places) < 2 * LEAST_ROWS:
        return None
    cells = [lines[place].strip() for place in places]
    valued = [_is_value(cell) for cell in cells]
    width = next((width for width in range(2, MAX_COLUMNS + 1) if _fits(valued, width)), None)
    if width is None:
        return None
    rows = [cells[first : first + width] for first in range(0, len(cells) - width + 1, width)]
    return grid(rows, number, "broken_table"), places[len(rows) * width - 1] + 1


def _places(lines: Sequence[Cell], at: int) -> list[int]:
    """The numbers of the lines that stand behind a lone pipe each, one after the other."""
    places: list[int] = []
    while at + 1 < len(lines) and lines[at].text.strip() == "|":
        text = lines[at + 1].text.strip()
        if text in ("", "|") or len(text) > MAX_CELL:
            break
        places.append(at + 1)
        at += 2
    return places


def _is_value(cell: Cell) -> bool:
    return kind_of_cell(cell) in (*VALUES, "number", "none") or _GROUPED.fullmatch(cell.text) is not None


def _fits(valued: Sequence[bool], width: int) -> bool:
    """Whether rows of so many cells, the first of them names, have values in some columns and words in the others."""
    count = len(valued) // width
    if count < LEAST_ROWS or any(valued[:width]):
        return False
    shares = [sum(valued[at : count * width : width]) / (count - 1) for at in range(width)]
    return shares[0] <= 1 - ALIKE and any(shares) and all(not 1 - ALIKE < share < ALIKE for share in shares)
