"""Rows of flattened tables, cut anew where most other rows show that a cell was lost in a number."""

from __future__ import annotations

import re
from collections import Counter

from extractors.readers.scraped_text import gaps, grouped_numbers
from extractors.readers.scraped_text.gaps import kinds_of
from extractors.readers.scraped_text.pieces import Piece, Rows

_OFTEN = re.compile(r"\S.*\S(?= (?P<word>(?:dai|week|month|hour|year)ly)$)")
_SWALLOWED = re.compile(r"\D{0,4}\d{1,3} (?P<count>\d{3})")


def settled(rows: Rows) -> Rows:
    """Flattened rows cut by what most of them show."""
    return _with_counts(gaps.opened(_with_words(grouped_numbers.apart(rows))))


def _with_words(rows: Rows) -> Rows:
    """Where most rows end with words behind an amount, a word that seems to say how often it is paid (`$73,000 daily`) is theirs."""
    behind = [row[-1].kind in ("text", "span") and row[-2].kind == "money" for row in rows if len(row) > 1]
    if 2 * sum(behind) <= len(rows):
        return rows
    width = max(len(row) for row in rows)
    return [_with_word(row) if len(row) == width - 1 else row for row in rows]


def _with_word(row: list[Piece]) -> list[Piece]:
    cell = row[-1].cell
    often = _OFTEN.match(cell.text) if row[-1].kind == "money" else None
    if often is None:
        return row
    amount, word = cell.cut(*often.span()), cell.cut(*often.span("word"))
    return [*row[:-1], Piece(amount, "money"), Piece(word, "text")]


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
