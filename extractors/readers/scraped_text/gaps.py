"""An empty cell that was written as a dash between two values, so that the three seem to be a range (`£8.20-£15,500`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text.pieces import Piece, Rows

_RANGE = re.compile(r"(\S*\d\S*(?:\s[A-Za-z]{1,4})?)\s?([-–—])\s?(\S*\d\S*)")


def opened(rows: Rows) -> Rows:
    """Where most rows have two values more and no range, what seems to be a range has an empty cell in it."""
    shape, often = Counter(kinds_of(row) for row in rows).most_common(1)[0]
    if 2 * often <= len(rows):
        return rows
    own = [row for row in rows if kinds_of(row) == shape]
    places = [at for at in range(len(shape)) if not _is_of_ranges([row[at] for row in own])]
    return [_opened(row, shape, places) if len(row) == len(shape) - 2 else row for row in rows]


def _is_of_ranges(column: Sequence[Piece]) -> bool:
    return 2 * sum(_RANGE.fullmatch(piece.cell.text) is not None for piece in column) > len(column)


def _opened(row: list[Piece], shape: tuple[str, ...], places: Sequence[int]) -> list[Piece]:
    for at, piece in enumerate(row):
        found = _RANGE.fullmatch(piece.cell.text) if piece.kind == "money" else None
        if found is None or at not in places:
            continue
        kinds = (shape[at], "none", shape[at + 2])
        whole = (*kinds_of(row[:at]), *(shape[at : at + 3]), *kinds_of(row[at + 1 :]))
        if kinds[0] != "money" or kinds[2] not in ("money", "number") or whole != shape:
            continue
        if kinds[2] == "number" and not found[3].replace(",", "").isdigit():
            continue
        cut = [Piece(piece.cell.cut(*found.span(number)), kind) for number, kind in enumerate(kinds, 1)]
        return [*row[:at], *cut, *row[at + 1 :]]
    return row


def kinds_of(row: Sequence[Piece]) -> tuple[str, ...]:
    """What the pieces of a row are, in order."""
    return tuple(piece.kind for piece in row)
