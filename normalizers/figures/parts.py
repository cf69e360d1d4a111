"""Numbers that are parts of an amount of their sentence and share its scale: `14 LPA: 12.5 fixed and 1.5 variable`.

Nothing is multiplied unless the sentence says what it is a part of: the amount has a scale, the numbers stand beside the names of
parts of pay, and none of them is more than the whole. The rows say so (`scale_carried`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from normalizers.figures.ranges import Draft
from schemas.wordings import alternatives

LEAST_SCALE, MOST_DIGITS, FURTHEST = 1_000.0, 1_000.0, 120
LEAST_PARTS, WHOLE = 2, 100
_PART = alternatives("part_of_a_whole")
_ENDS = r"(?=\s*(?:$|[,.;:)+/|&]|(?:and|plus|or|over|with|a year|per year)\b))"
"""What follows a part and leaves it one: no `3 commission tiers`."""
_BEHIND = re.compile(rf"\s?(?:in\s|of\s|as\s)?(?:{_PART})\b{_ENDS}", re.IGNORECASE)
_NOTHING_COUNTED = re.compile(_ENDS)
_BEFORE = re.compile(rf"\b(?:{_PART})(?:\sof|\sis|\sat|:|\s=)?\s(?:about\s|~)?\Z", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s|\n")


def with_scale(plain: str, made: Sequence[Draft], is_pay: Callable[[str, Draft], bool]) -> dict[int, Draft]:
    """By their numbers, the drafts that are parts of another one, with its scale and currency.

    `is_pay` says whether a number without a currency is an amount all the same (`TC 350k`).
    """
    found: dict[int, Draft] = {}
    for at, whole in enumerate(made):
        if not _is_scaled(whole) or (whole.high.bare and not is_pay(plain, whole)):
            continue
        parts = [part for part in _near(made, at) if _is_part(plain, made[part], whole)]
        listed = any(_is_in_brackets(plain, whole, made[part]) for part in parts)
        # `OTE is $180k (70 base, 30 variable)`
        shares = sum(made[part].high.number for part in parts) == WHOLE
        if not shares and (len(parts) >= LEAST_PARTS or listed):
            found |= {part: _like(made[part], whole) for part in parts}
    return found


def _is_scaled(draft: Draft) -> bool:
    scaled = draft.high.scaled and draft.high.scale >= LEAST_SCALE and draft.low is draft.high
    return scaled and not draft.high.percent


def _near(made: Sequence[Draft], at: int) -> Iterator[int]:
    """The numbers of the drafts that stand near enough to be parts of one."""
    whole = made[at]
    for other in range(at - 1, -1, -1):
        if whole.start - made[other].end > FURTHEST:
            break
        yield other
    for other in range(at + 1, len(made)):
        if made[other].start - whole.end > FURTHEST:
            break
        yield other


def _is_part(plain: str, draft: Draft, whole: Draft) -> bool:
    number = draft.high
    if draft.low is not number or not number.bare or number.scaled or number.grouped:
        return False
    if not 0 < number.number < MOST_DIGITS or number.number * whole.high.scale > whole.high.value:
        return False
    start, end = sorted(((whole.start, whole.end), (draft.start, draft.end)))
    between = plain[start[1] : end[0]]
    if len(between) > FURTHEST or _STOP.search(between) is not None:
        return False
    front = plain[max(0, draft.start - FURTHEST) : draft.start]
    if _BEHIND.match(plain, draft.end) is not None:
        return True
    return _BEFORE.search(front) is not None and _NOTHING_COUNTED.match(plain, draft.end) is not None


def _is_in_brackets(plain: str, whole: Draft, part: Draft) -> bool:
    between = plain[whole.end : part.start]
    return "(" in between and ")" not in between


def _like(part: Draft, whole: Draft) -> Draft:
    number, like = part.high, whole.high
    own = replace(
        number,
        scale=like.scale,
        scaled=True,
        currency=like.currency,
        has_currency=True,
        ambiguous=like.ambiguous,
        currency_span=like.currency_span,
        yearly=like.yearly,
        carried=True,
    )
    return replace(part, low=own, high=own)
