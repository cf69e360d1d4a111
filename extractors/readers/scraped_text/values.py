"""What kind of thing a cell of a destroyed table is: an amount, a percent, a number, nothing, or words."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers import figures
from schemas import Cell

_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?\+?[KkMm]?")
_NONE = re.compile(r"(?:—|–|-|N/A|n/a|None)$")


def kind_of(cell: Cell) -> str:
    """The kind of a whole cell."""
    return _kind_of(cell.text.strip())


# Lines are looked at as names, as cells and as rows of several shapes, again and again: a short memory saves most of the time.
@lru_cache(maxsize=2048)
def _kind_of(text: str) -> str:
    if not text:
        return "empty"
    if _NONE.fullmatch(text):
        return "none"
    if _NUMBER.fullmatch(text):
        return "number"
    found = figures.find(Cell(text))
    if found and len(found[0].cell.text) >= 0.6 * len(text):
        return "money" if found[0].unit == "currency" else "percent"
    return "text"
