"""Numbers without a sign of money that are money all the same, of whatever currency: `128k base`, `on 84k in Leeds`."""

from __future__ import annotations

import re

from normalizers.figures.atoms import Atom
from schemas.wordings import pattern

THOUSAND, LEAST, MOST = 1_000.0, 1_000.0, 2_000_000.0
TENS_OF_THOUSANDS = 10_000.0
_LOOK_BACK = 40
_BEHIND = re.compile(
    r"\+?\s?(?:\s(?:base|basic|tc|total comp|salary|ote|comp\b|cash|package|annually|monthly|pay\b|sign|gross|net\b"
    r"|in[ -]hand|ctc|take[ -]home|per annum|p\.?a\b|(?:in |of )?(?:bonus|stock|equity|rsus?|salary|pay|sign|allowance|signing"
    r"|joining|retention)\b)"
    r"|(?:\s(?:an?|per|each)\s|/\s?)(?:year|yr|month|mo|mth|week|wk|hour|hr|day|annum)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:salary|base|tc|comp|offered|offering|making|makes?|made|earns?|earned|earning|paid|pays|countered|pay"
    r"|in[ -]hand|ctc|take[ -]home|gross(?:ed)?"
    r"|bonus|wages?|(?:i[’']m|he[’']s|she[’']s|they[’']re|i was|he was|she was|they were"
    r"|you[’']re|someone|somebody|anyone) on)\b[^.\d]{0,16}$",
    re.I,
)
_GROSS = re.compile(r"\s(?:gross|net|brutto|netto|bruto|base|basic)\b", re.IGNORECASE)
"""Behind a number with all its digits (`3,612 gross`)."""
_LEADS = re.compile(
    r"(?:\b(?:on|at|to|for|was|were|is|are|like|about|approx\.?|approximately|around|roughly|nearly|over|under|plus|got|gets?"
    r"|getting|than|from|between|refreshers?|equity)|[=(+~–-])\s?(?:like\s|about\s|around\s|approx\.?\s|roughly\s|just\s)?[*_`\"“]{0,3}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\+?[*_`\"”’]{0,3}\s*(?:$|[.,;:)!?/|](?!\d)"
    r"|(?:in|at|for|plus|and|or|last|this|next|with|when|as|but|if|to|after|before|while|vs|now|then"
    r"|years?|yrs?|the (?:year|month|time)|a (?:pop|head|piece|shift)|all|so|there|here|today|\+)\b)",
    re.IGNORECASE,
)


def are_pay(plain: str, start: int, end: int, high: Atom) -> bool:
    """Whether a number at `[start, end)` of a text is an amount that somebody is paid."""
    if not LEAST <= high.value <= MOST:
        return False
    if not high.scaled or high.scale != THOUSAND:
        return high.grouped and _GROSS.match(plain, end) is not None and _speaks_of_pay(plain)
    if _BEHIND.match(plain, end) is not None:
        return True
    front = plain[max(0, start - _LOOK_BACK) : start]
    return _BEFORE.search(front) is not None or _is_beside_pay(plain, front, end, high)


def _is_beside_pay(plain: str, front: str, end: int, high: Atom) -> bool:
    """`refreshers were 90k a pop`, `moved from Lyon (41k)`: thousands of nothing, where pay is spoken of."""
    if high.value < TENS_OF_THOUSANDS or not (_LEADS.search(front) or not front.strip()):
        return False
    return _ENDS.match(plain, end) is not None and _speaks_of_pay(plain)


def _speaks_of_pay(plain: str) -> bool:
    return _MONEY.search(plain) is not None or pattern("pay").search(plain) is not None


_MONEY = re.compile(r"[$€£₹]\s?\d|\b[A-Z]{3}\s?\d{2}")
