"""Points of a distribution one a line (`10%`, `25%`, `Median`, ...), and below them their amounts one a line, as a chart leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import RANK, kind_of
from normalizers import figures
from schemas import Cell, Table

LEAST_RANKS, MOST_RANKS = 3, 8
_RANK = re.compile(rf"{RANK.pattern}|(?:10|25|50|75|90)th|median", re.IGNORECASE)


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table of one row whose first rank stands at a line, and the line behind its last amount."""
    stop = at
    while stop < min(len(lines), at + MOST_RANKS) and _RANK.fullmatch(lines[stop].text.strip()):
        stop += 1
    ranks = [line.strip() for line in lines[at:stop]]
    if len(ranks) < LEAST_RANKS:
        return None
    amounts = [line.strip() for line in lines[stop : stop + len(ranks)]]
    sizes = [_size(amount) for amount in amounts]
    if len(amounts) < len(ranks) or not all(sizes) or sizes != sorted(sizes):
        return None
    return grid([ranks, amounts], number, "broken_table"), stop + len(ranks)


def _size(cell: Cell) -> float:
    """The amount that a line is, if it is one; else 0."""
    stated = figures.find(cell) if kind_of(cell) == "money" else []
    return stated[0].low or 0.0 if len(stated) == 1 else 0.0
