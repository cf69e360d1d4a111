"""Parts of pay and statistics that a text names to say what its figures are not (`Gross pay, excluding bonuses`, `not an average`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Cell, Mention
from schemas.wordings import pattern

_REACH = 48
"""Characters in front of a part in which it is said that it is left out."""
_BETWEEN = re.compile(r"(?: ?[^\W\d][\w’'/&-]*){0,2} ?")
_AND = re.compile(r"(?:,|,? (?:and|or|nor)) (?:any |the |all )?")
_BOTH = re.compile(r",? (?:and|or|nor) (?:any |the |all )?")
_BEHIND = re.compile(r"(?:\s?\([^()]{1,40}\))?,?\s")
_BEFORE = re.compile(
    r"\b(?:before|excluding|excl\.?|outside(?: of)?) (?:any |the |all )?(?:[\w-]+ )?$", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\s(?:\(|(?:(?:of|above|over|beyond|worth|averaging|up|to|about|around|at|is|was)\s){0,3})(?:[$€£₹~]|[A-Z]{0,3}\s?\d)"
)
"""Behind a part of pay: what is left out is named with its amount, which is that part (`without the bonus of $5,000`)."""


_IS = re.compile(r"\s(?:is|was|are|were|came|stood)\s")
"""Behind what is left out: its amount is that of the rest (`Pay excluding overtime was £18.10`)."""


def counted(cell: Cell, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text without the parts of pay and statistics that it leaves out."""
    kept: list[Mention] = []
    end: int | None = None
    for one in found:
        out = one.kind in ("component", "statistic") and (
            _is_left_out(cell.text, one) or (end is not None and _is_next(cell.text, end, one))
        )
        if out:
            end = one.end
            if kept and _are_both_out(cell.text, kept[-1], one):
                kept.pop()
        else:
            kept.append(one)
    return kept


def _is_next(text: str, end: int, part: Mention) -> bool:
    """`no bonus or pension`, and no `no bonus and total pay of £91,000`."""
    return _AND.fullmatch(text, end, part.start) is not None and _AMOUNT.match(text, part.end) is None


def _are_both_out(text: str, first: Mention, other: Mention) -> bool:
    """`Bonus and pension are not included`: what is said behind the second holds for the first as well."""
    gap = _BEHIND.match(text, other.end)
    behind = gap is not None and pattern("left_out_behind").match(text, gap.end()) is not None
    return behind and first.kind == other.kind and _BOTH.fullmatch(text, first.end, other.start) is not None


def _is_left_out(text: str, part: Mention) -> bool:
    gap = _BEHIND.match(text, part.end)
    if gap is not None and pattern("left_out_behind").match(text, gap.end()) is not None:
        return True
    if _AMOUNT.match(text, part.end) and not _IS.match(text, part.end):
        return False
    if part.value == "premium":  # `10% less premium` is one; `€19.06 before premiums` is pay without them
        return _BEFORE.search(text, max(0, part.start - _REACH), part.start) is not None
    return any(
        _BETWEEN.fullmatch(text, said.end(), part.start)
        for said in pattern("left_out_before").finditer(text, max(0, part.start - _REACH), part.start)
    )
