"""Numbers with a space behind their thousands, beside each other at the end of a row (`46 980 44 610 870 .. 1 240`)."""

from __future__ import annotations

import re
from collections import Counter

from extractors.readers.scraped_text.pieces import LEAST_GROUPED, Piece, Rows, grouped

_GLUED = re.compile(r"([1-9]\d\d)\s([1-9]\d\d)")
"""What may be two numbers below a thousand as well as one above it (`940 610`)."""


def apart(rows: Rows) -> Rows:
    """Where most rows have more cells, numbers that seem to be one in a row that has too few are two."""
    widths = Counter(len(row) for row in rows if _is_of_groups(row))
    if not widths:
        return rows
    width, often = widths.most_common(1)[0]
    if 2 * often < len(rows) or often < 2:
        return rows
    return [_apart(row, width) if len(row) < width else row for row in rows]


def _is_of_groups(row: list[Piece]) -> bool:
    return sum(grouped(piece.cell.text) for piece in row) >= LEAST_GROUPED


def _apart(row: list[Piece], width: int) -> list[Piece]:
    glued = [at for at, piece in enumerate(row) if _GLUED.fullmatch(piece.cell.text)]
    if not _is_of_groups(row) or len(row) + len(glued) != width:
        return row
    cut: list[Piece] = []
    for at, piece in enumerate(row):
        found = _GLUED.fullmatch(piece.cell.text) if at in glued else None
        cut += [Piece(piece.cell.cut(*found.span(n)), "money") for n in (1, 2)] if found else [piece]
    return cut
