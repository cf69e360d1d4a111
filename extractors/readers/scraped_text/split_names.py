"""Names of columns that stand on two lines (`Base` / `Salary`), above rows of cells one a line: which lines belong together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from extractors.readers.scraped_text import names
from extractors.readers.scraped_text.flat_headers import RANK
from extractors.readers.scraped_text.stacked_rows import LEAST_NAMES, kind_of_cell, rows_of
from extractors.readers.scraped_text.wholeness import cut_short, wholeness
from schemas import Cell
from schemas.fixed import fixed

MOST_SPLIT = 2
"""Lines more than columns."""
LEAST_ROWS = 2


@fixed
class Split:
    """Names of columns, the rows below them, and the line behind."""

    names: list[Cell]
    rows: list[list[Cell]]
    stop: int

    @property
    def weight(self) -> int:
        """How many cells that explains."""
        return len(self.names) * (len(self.rows) + 2)


def ranks(name: Cell) -> bool:
    """Whether a column numbers its rows."""
    return RANK.fullmatch(name.text) is not None


def table(lines: Sequence[Cell], at: int, known: Sequence[Cell]) -> Split | None:
    """The table whose rows have fewer cells than there are lines of names above them; None where there is none."""
    ways = [
        way
        for count in range(LEAST_NAMES + 1, len(known) + 1)
        for width in range(max(LEAST_NAMES, count - MOST_SPLIT), count)
        if (way := _way(lines, at, known[:count], width)) is not None
    ]
    return max(ways, key=lambda way: way.weight, default=None)


def _way(lines: Sequence[Cell], at: int, known: Sequence[Cell], width: int) -> Split | None:
    rows, end, doubts = rows_of(lines, at + len(known), width)
    if len(rows) < LEAST_ROWS or doubts:
        return None
    kinds = [kind_of_cell(cell) for cell in rows[0]]
    if ranks(known[0]) != rows[0][0].text.isdigit():
        return None
    return Split(max(_joined(known, width), key=lambda joined: _weight(joined, kinds)), rows, end)


def _joined(known: Sequence[Cell], width: int) -> Iterator[list[Cell]]:
    """The lines as so many names, in every way."""
    for cuts in itertools.combinations(range(1, len(known)), width - 1):
        edges = itertools.pairwise((0, *cuts, len(known)))
        yield [Cell.joined(known[start:stop], " ") for start, stop in edges]


def _weight(joined: Sequence[Cell], kinds: Sequence[str]) -> float:
    """How well names are whole, and say what stands below them."""
    own = sum(
        wholeness(name.text) + names.fit(name.text, names.Column(kind))
        for name, kind in zip(joined, kinds, strict=True)
    )
    between = itertools.pairwise(name.text.split() for name in joined)
    return own - sum(abs(cut_short(left[-1], right[0])) for left, right in between)
