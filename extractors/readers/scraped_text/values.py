"""What kind of thing a cell of a destroyed table is: an amount, a percent, a number, nothing, or words."""

from __future__ import annotations

import re
from functools import lru_cache

from normalizers import figures, mentions
from normalizers.headers.vocabulary import name_words
from schemas import Cell

_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?\+?[KkMm]?|[1-9]\d{0,2}(?:[ \u00a0\u202f'’]\d{3})+")
_GROUPED_RANGE = re.compile(r"\d{1,3}[\s.,’']\d{3}\s?[-–—]\s?\d{1,3}[\s.,’']\d{3}")
"""`8 500 – 11 500`: nothing but pay is written so in a table about pay."""
_CODE_LIKE = re.compile(r"[A-Z][A-Za-z.]{0,3}\s?\d{3,4}(?:[.,]\d\d)?")
"""`R140`: an amount where the letters are a currency; with fewer digits such a thing is more often a grade."""
_ARROW = re.compile(r"[▲▼△▽↑↓]\s?(?=\d)")
"""`▲ 9%`: by how much more or less."""
RANK = re.compile(r"(?:10|25|50|75|90)\s?%")
"""`90%`: where no percent is meant, a point of a distribution, above or below its amount."""
_NONE = re.compile(r"(?:[$€£₹]?\s?(?:--?|—|–)|N/A|n/a|None)$")


def signed(cell: Cell) -> Cell:
    """A value with its arrow right in front of it, where a sign stands."""
    found = _ARROW.match(cell.text)
    return Cell.joined([cell.cut(0, 1), cell.cut(found.end(), len(cell))], "") if found is not None else cell


def has_none(line: Cell) -> bool:
    """`Bonus none`, `Stock options: not offered`: a part of pay that nobody gets, among lines with their amounts."""
    found = mentions.find(line, ("component",))
    said = line.text[found[0].end :].strip(" :–—-").lower() if found and found[0].start == 0 else ""
    return said in name_words().no_amount


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
    if _GROUPED_RANGE.fullmatch(text) or (_CODE_LIKE.fullmatch(text) and _is_lettered(text)):
        return "money"
    text = _ARROW.sub("", text, count=1)
    found = figures.find(Cell(text))
    if found and len(found[0].cell.text) >= 0.6 * len(text):
        return "money" if found[0].unit == "currency" else "percent"
    return "text"


def _is_lettered(text: str) -> bool:
    return bool(figures.read(Cell(text), unit="currency").figures)
