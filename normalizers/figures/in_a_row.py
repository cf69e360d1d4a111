"""Amounts with a stroke between them of which only the first has a sign: `R$ 9.200 / 11.050 / 13.400`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.figures.atoms import with_currency
from normalizers.figures.ranges import Draft

MOST_APART = 3.0
"""So many times the amount in front of it the next one is at most, and the other way round."""
_STROKE = re.compile(r"\s?/\s?")
_ENDS = re.compile(r"\s*(?:$|[,.;:)|*_/\n](?!\d)|/\s?\d|[–—-]\s|(?:gross|net|brutto|an?|per)\b)")


def with_sign(plain: str, made: Sequence[Draft]) -> list[Draft]:
    """The drafts of a text, with the currency of the first for those that a stroke joins to it and that are written alike."""
    found: list[Draft] = []
    for draft in made:
        found.append(_like(found[-1], draft) if found and _goes_on(plain, found[-1], draft) else draft)
    return found


def _goes_on(plain: str, first: Draft, other: Draft) -> bool:
    points = first.low is first.high and other.low is other.high
    if not points or not first.high.has_currency or not other.high.bare:
        return False
    if _STROKE.fullmatch(plain, first.end, other.start) is None or _ENDS.match(plain, other.end) is None:
        return False
    alike = (first.high.grouped, first.high.scale) == (other.high.grouped, other.high.scale)
    long = other.high.grouped or other.high.scaled
    return (
        alike
        and long
        and 1 / MOST_APART <= _like(first, other).high.value / max(first.high.value, 1) <= MOST_APART
    )


def _like(first: Draft, other: Draft) -> Draft:
    both = with_currency(other.high, replace(first.high, currency_span=None))
    return replace(other, low=both, high=both)
