"""How many cases a figure rests on, as pages say it: `214 salaries reported`, `(n=48)`, `based on answers from 97 graduates`.

What is counted, and what stands in front of a count of people, are the entries `sample*` of `wordings.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from schemas import Cell
from schemas.wordings import alternatives, pattern

_EQUALS = re.compile(r"(?<![\w.])[nN]\s?[=:]\s?(?P<count>\d[\d,]*)(?![\d.]*%)")
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d,]*"
"""`1 137 salaries`: in many languages a space stands between the thousands."""
_BESIDE = " \t\n()[]·•|,;–—-"


def size(cell: Cell) -> Cell | None:
    """The number of cases that a text states."""
    for form in _forms():
        found = form.search(cell.text)
        if found is not None:
            return cell.cut(*found.span("count"))
    return None


def apart(label: Cell) -> tuple[Cell, Cell | None]:
    """A label without the number of cases behind it (`Fitter (n=19)`, `Fitter` above `19 salaries`), and that number."""
    for form in _forms():
        found = form.search(label.text)
        if found is None or found.start() == 0:
            continue
        rest = label.text[found.end() :].strip(_BESIDE + ".")
        if rest and not pattern("sampled").fullmatch(rest):
            continue
        before = label.text[: found.start()]
        if before[-1] in _BESIDE and (own := label.cut(0, len(before.rstrip(_BESIDE)))):
            return own, label.cut(*found.span("count"))
    return label, None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    counted, cued = alternatives("sample"), alternatives("sampled_from")
    return (
        _EQUALS,
        re.compile(
            rf"(?<![\w$€£₹.,-])(?P<count>(?:{_NUMBER})(?:\.\d+)?[kK]?)\+?\s+(?:{counted})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<!\w)(?:{cued})\s(?:the\s|all\s|some\s|about\s|around\s|over\s|more than\s|nearly\s)?(?P<count>{_NUMBER})\+?"
            rf"(?=\s(?:[a-z-]{{2,20}}\s){{0,3}}(?:{alternatives('people_counted')})(?!\w))",
            re.IGNORECASE,
        ),
    )
