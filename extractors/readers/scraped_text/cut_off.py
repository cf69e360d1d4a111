"""The last row of a table of cells one a line, where it has fewer cells than the rows above it."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Sequence

from extractors.readers.scraped_text.stacked_rows import (
    LEAST_NAMES,
    VALUES,
    are_alike,
    is_beyond,
    kind_of_cell,
)
from normalizers import figures
from schemas import Cell

Rows = Sequence[Sequence[Cell]]
LEAST_ROWS = 2
NEAR = 0.5
"""How far an amount may be from the usual one of its column, as a power of ten; more is another column's."""


def row(lines: Sequence[Cell], at: int, rows: Rows) -> tuple[list[list[Cell]], int]:
    """The row of fewer cells that ends a table, if there is one, and the line behind it.

    `Ghent` / `€14.20` / `€29,100` / `Bruges` / `€28,700` / `Read on`: each value stands where values are as large.
    """
    width = len(rows[0])
    for length in range(width - 1, LEAST_NAMES - 1, -1):
        own = [line.strip() for line in lines[at : at + length]]
        behind = lines[at + length] if at + length < len(lines) else Cell("")
        if len(rows) < LEAST_ROWS or len(own) < length or not is_beyond(behind, rows):
            continue
        if (placed := _placed(own, rows)) is not None:
            return [placed], at + length
    return [], at


def _placed(own: Sequence[Cell], rows: Rows) -> list[Cell] | None:
    """Cells in the columns where cells of their kind and size stand; the first one is in the first. None where they fit nowhere."""
    kinds = [kind_of_cell(cell) for cell in own]
    if "empty" in kinds or kinds[0] in VALUES or not any(kind in VALUES for kind in kinds):
        return None
    if any(is_beyond(cell, rows) for cell in own):
        return None
    ways = [
        (0, *others)
        for others in itertools.combinations(range(1, len(rows[0])), len(own) - 1)
        if all(_fits(cell, rows, column) for cell, column in zip(own, (0, *others), strict=True))
    ]
    if not ways:
        return None
    best = ways[0]
    end = own[-1].end
    return [own[best.index(column)] if column in best else Cell("", end) for column in range(len(rows[0]))]


def _fits(cell: Cell, rows: Rows, column: int) -> bool:
    """Whether a cell is of the kind of a column, and as large as what stands there."""
    kind = kind_of_cell(cell)
    others = [other[column] for other in rows if other[column].text]
    if not others or not all(are_alike(kind, kind_of_cell(other)) for other in others):
        return False
    if kind not in VALUES:
        return (kind == "number") == (kind_of_cell(others[0]) == "number")
    sizes = [size for other in others if (size := _size(other)) is not None]
    size = _size(cell)
    return size is None or not sizes or abs(size - statistics.median(sizes)) <= NEAR


def _size(cell: Cell) -> float | None:
    found = figures.find(cell)
    value = (found[0].low or found[0].high) if found else None
    return math.log10(value) if value and value > 0 else None
