"""Rows of flattened tables, cut anew where most other rows show that a cell was lost in a number."""

from __future__ import annotations

import re
from collections import Counter

from extractors.readers.scraped_text import gaps
from extractors.readers.scraped_text.gaps import kinds_of
from extractors.readers.scraped_text.pieces import Piece, Rows

_SWALLOWED = re.compile(r"\D{0,4}\d{1,3} (?P<count>\d{3})")


def settled(rows: Rows) -> Rows:
    """Flattened rows cut by what most of them show."""
    return _with_counts(gaps.opened(rows))


def _with_counts(rows: Rows) -> Rows:
    """Where most rows end with an amount and a count, an amount that seems to have swallowed its count (`£215 121`) gives it back."""
    shape, often = Counter(kinds_of(row) for row in rows).most_common(1)[0]
    if shape[-2:] != ("money", "number") or 2 * often <= len(rows):
        return rows
    return [_with_count(row) if kinds_of(row) == shape[:-1] else row for row in rows]


def _with_count(row: list[Piece]) -> list[Piece]:
    cell = row[-1].cell
    swallowed = _SWALLOWED.fullmatch(cell.text)
    if swallowed is None:
        return row
    edge = swallowed.start("count")
    return [
        *row[:-1],
        Piece(cell.cut(0, edge).strip(), "money"),
        Piece(cell.cut(edge, len(cell)), "number"),
    ]
