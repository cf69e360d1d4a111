"""Rows of flattened tables, cut anew where most other rows show that a cell was lost in a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text.glued_rows import Rows
from extractors.readers.scraped_text.pieces import Piece

_SPACED = re.compile(r"(\S*\d\S*)\s([-–—])\s(\S*\d\S*)")
_SWALLOWED = re.compile(r"\D{0,4}\d{1,3} (?P<count>\d{3})")


def settled(rows: Rows) -> Rows:
    """Flattened rows cut by what most of them show."""
    return _with_counts(_with_gaps(rows))


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


def _with_gaps(rows: Rows) -> Rows:
    """Where most rows have two amounts more, what seems to be a range with spaces has an empty cell in it (`£24,937 - £26,598`)."""
    shape, often = Counter(kinds_of(row) for row in rows).most_common(1)[0]
    if 2 * often <= len(rows):
        return rows
    return [_with_gap(row) if len(row) == len(shape) - 2 else row for row in rows]


def _with_gap(row: list[Piece]) -> list[Piece]:
    ranges = [
        at for at, piece in enumerate(row) if piece.kind == "money" and _SPACED.fullmatch(piece.cell.text)
    ]
    if len(ranges) != 1:
        return row
    (at,) = ranges
    low, dash, high = (row[at].cell.cut(*span) for span in _spans(row[at].cell.text))
    return [*row[:at], Piece(low, "money"), Piece(dash, "none"), Piece(high, "money"), *row[at + 1 :]]


def _spans(text: str) -> list[tuple[int, int]]:
    found = _SPACED.fullmatch(text)
    return [found.span(number) for number in (1, 2, 3)] if found else []


def kinds_of(row: Sequence[Piece]) -> tuple[str, ...]:
    """What the pieces of a row are, in order."""
    return tuple(piece.kind for piece in row)
