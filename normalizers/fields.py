"""Fields of work as labels: `Engineering & Data`, `Family medicine (no OB)`. The words stand in `fields_of_work.yaml`."""

from __future__ import annotations

import re
from functools import cache

from schemas import Cell
from schemas.vocabulary import load

_BETWEEN = re.compile(r"\s*(?:/|&|,|\+|\band\b)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]\s+|[^\w(]+)")
LONGEST = 80


def field(label: Cell) -> Cell | None:
    """The label where it names fields of work and nothing else (what brackets add is left in), else None."""
    if not label.text or len(label) > LONGEST:
        return None
    named = _NUMBER.sub("", _BRACKETS.sub("", label.text)).strip(" *_`:").lower()
    parts = _BETWEEN.split(named)
    if named in _known() or all(part in _known() for part in parts):
        return label.strip(" *_`:")
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(spelling.text.lower() for spelling in load()["field"].spellings)
