"""Rows with fewer amounts than columns: which cells are empty shows in how large the amounts of each column are."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.readers.scraped_text.columns import Dealt, Slot
from extractors.readers.scraped_text.pieces import Piece
from normalizers import figures
from schemas.fixed import fixed

Placed = list[tuple[list[Piece], Dealt]]
RANGED = 0.5
"""What it costs that a range stands among single amounts, or the other way round; as much as three times the amount."""
LATER = 0.02
"""What it costs, for each column passed over, that an empty cell stands before amounts: most are missing at the end."""
MOST = 400
"""Ways to leave cells empty that are weighed."""
LEAST = 2
"""Rows with all amounts that show how large those of a column are."""


@fixed
class Size:
    """How large an amount is, as a power of ten, and whether it is a range."""

    power: float
    ranged: bool


def settled(placed: Placed, into: Sequence[Slot]) -> Placed:
    """Amounts of rows with empty cells moved to the columns whose amounts are as large."""
    runs = list(_runs(into))
    if not any(_is_short(dealt, run) for _, dealt in placed for run in runs):
        return placed
    for start, stop in runs:
        usual = _usual(placed, start, stop)
        if usual is not None:
            placed = [(row, _moved(row, dealt, start, usual)) for row, dealt in placed]
    return placed


def _runs(into: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """Two or more columns of amounts beside each other."""
    at = 0
    for money, group in itertools.groupby(into, key=lambda slot: slot.kind == "money"):
        count = len(list(group))
        if money and count > 1:
            yield at, at + count
        at += count


def _is_short(dealt: Dealt, run: tuple[int, int]) -> bool:
    spans = dealt.spans[run[0] : run[1]]
    return any(a == b for a, b in spans) and any(a < b for a, b in spans)


def _usual(placed: Placed, start: int, stop: int) -> list[Size] | None:
    """How large the amounts of each column are in rows that have all of them."""
    whole = []
    for row, dealt in placed:
        spans = dealt.spans[start:stop]
        sizes = [_size(row[a]) if b == a + 1 else None for a, b in spans]
        if (found := [size for size in sizes if size is not None]) and len(found) == len(sizes):
            whole.append(found)
    if len(whole) < LEAST:
        return None
    return [
        Size(
            statistics.median(size.power for size in column),
            2 * sum(size.ranged for size in column) > len(column),
        )
        for column in zip(*whole, strict=True)
    ]


def _size(piece: Piece) -> Size | None:
    found = figures.find(piece.cell) if piece.kind == "money" else []
    value = (found[0].low or found[0].high) if found else None
    return Size(math.log10(value), found[0].low != found[0].high) if value and value > 0 else None


def _moved(row: list[Piece], dealt: Dealt, start: int, usual: Sequence[Size]) -> Dealt:
    """Where the amounts of a row belong among columns that are so large."""
    spans = dealt.spans[start : start + len(usual)]
    filled = [span for span in spans if span[0] < span[1]]
    sizes = [_size(row[a]) if b == a + 1 else None for a, b in filled]
    dashes = [row[a].kind == "none" and b == a + 1 for a, b in filled]
    amounts = all(size is not None or dash for size, dash in zip(sizes, dashes, strict=True))
    if not any(sizes) or not amounts or len(filled) == len(usual):
        return dealt
    if math.comb(len(usual), len(filled)) > MOST:
        return dealt
    best = min(itertools.combinations(range(len(usual)), len(filled)), key=lambda at: _cost(sizes, usual, at))
    moved: list[tuple[int, int]] = []
    edge = spans[0][0]
    for number in range(len(usual)):
        span = filled[best.index(number)] if number in best else (edge, edge)
        moved.append(span)
        edge = span[1]
    return replace(dealt, spans=(*dealt.spans[:start], *moved, *dealt.spans[start + len(usual) :]))


def _cost(sizes: Sequence[Size | None], usual: Sequence[Size], at: tuple[int, ...]) -> float:
    """How badly amounts fit columns: a row may as a whole be larger or smaller than others."""
    known = [(own, usual[number]) for own, number in zip(sizes, at, strict=True) if own is not None]
    apart = [own.power - other.power for own, other in known]
    whole = statistics.median(apart)
    ranged = sum(own.ranged != other.ranged for own, other in known)
    uneven = sum(abs(one - whole) for one in apart)
    return uneven + abs(whole) + RANGED * ranged + LATER * sum(at)
