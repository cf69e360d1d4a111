"""Numbers without a sign of money that are money all the same, of whatever currency: `128k base`, `on 84k in Leeds`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from normalizers.figures.atoms import Atom
from normalizers.figures.spellings import currency_of
from schemas.wordings import alternatives, pattern

THOUSAND, LEAST, MOST = 1_000.0, 1_000.0, 2_000_000.0
TENS_OF_THOUSANDS = 10_000.0
_LOOK_BACK = 40
_BEHIND = re.compile(
    rf"\+?\s?(?:\s(?:{alternatives('money_behind')})"
    rf"|(?:\s(?:an?|per|each)\s|/\s?)(?:{alternatives('money_for')})\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:{alternatives('money_before')})\b[^.\d]{{0,16}}$", re.IGNORECASE)
_GROSS = re.compile(rf"\s(?:{alternatives('money_with_all_digits')})\b", re.IGNORECASE)
_BRUTTO = re.compile(rf"\s(?:{alternatives('money_of_its_own')})\b", re.IGNORECASE)
_UNIT = r"(?: \([^()\d]{1,20}\)|,? (?:in )?(?:[A-Z]{3}|[€£]))?"
"""`(NOK)`, `, NOK`, `in NOK`: what a label is counted in."""
_LABELLED = re.compile(
    rf"\b(?:{alternatives('money_labelled')}){_UNIT}\s?[*_]{{0,2}}[:=][*_]{{0,2}}\s?$",
    re.IGNORECASE,
)
_LABELLED_PART = re.compile(
    rf"(?:^|[\n(,;|•*_-]\s?)(?:{alternatives('money_labelled_part')}){_UNIT}\s?[*_]{{0,2}}[:=][*_]{{0,2}}\s?~?$",
    re.IGNORECASE,
)
_PART_OF_AN_OFFER = re.compile(
    rf"(?:^|\n|[;|•])\s?(?:{alternatives('money_labelled_part')})\s[~≈]?$", re.IGNORECASE
)
"""The beginning of a line or of its part, in a post of such lines (`RSU 600k/4y`, `Sign on 50k`)."""
_CURRENCY = re.compile(r"[ (](?P<currency>[A-Z]{3}|[€£])\)?\s?[*_]{0,2}[:=][*_]{0,2}\s?~?$")
_LEADS = re.compile(
    rf"(?:\b(?:{alternatives('money_leads')})|[=(+~–-])"
    r"\s?(?:like\s|about\s|around\s|approx\.?\s|roughly\s|just\s)?[*_`\"“]{0,3}$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\d\s?k\+?(?:\s?(?:[A-Z]{3}|[€$£]))?[,;]\s(?:[^\W\d_][\w/+.-]*\s){1,4}[~≈]?$")
"""`Junior 7–9k PLN, CRA II 11–14k`: the next of several names, each with its thousands."""
_SIGNED = re.compile(r"\d\s?k\s?(?:[A-Z]{3}\b|[€$£])|(?:[€$£]|\b[A-Z]{3})\s?\d{2,3}\s?k\b")
MOST_WITH_CENTS = 500.0
"""What an hour with two decimals and no sign brings at most."""
_WITH_CENTS = re.compile(r"\d{1,3}[.,]\d\d")
LEAST_AN_HOUR = 7.0
"""What an hour brings at least, where nothing but the hour says that a number is money."""
_SAID_ALONE = re.compile(
    r"(?:\A|[.!?;(\n•*|]|\s[–—-])\s*(?:at |about |around |only |just |abt |~)?\Z", re.IGNORECASE
)
"""The beginning of a sentence or of a part of one (`Florida. 18/hr. Two years.`)."""
_AN_HOUR = re.compile(rf"(?:{alternatives('paid_so')})\b", re.IGNORECASE)
_PERSON_GOT = re.compile(
    rf"\b(?:{alternatives('money_a_person_got')})\s(?:about |around |roughly )?[*_]{{0,2}}$", re.IGNORECASE
)
_RANKED = re.compile(
    rf"(?:\A|[,;:(]\s?|\b(?:and|the)\s)(?:{alternatives('rank_of_pay')})[:=]?\s$", re.IGNORECASE
)
_BY_THE_HOUR = re.compile(r"\s?(?:/|an\s|per\s|the\s)\s?(?:hour|hr)\b", re.IGNORECASE)
_BY_THE_TIME = re.compile(
    rf"\s?(?:/|an?\s|per\s)\s?(?:{alternatives('money_for')})\b|\s(?:p\.?m|p\.?a|monthly|annually)\b",
    re.IGNORECASE,
)
_THREE_DECIMALS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_TIMED = re.compile(rf"\b(?:{alternatives('money_timed')})\s(?:about\s|around\s|roughly\s)?$", re.IGNORECASE)
_PAID_SO = re.compile(
    rf"\b(?:{alternatives('paid_by_the_hour')})\b(?:(?!costs?\b)[^.;\d]){{0,40}}$",
    re.IGNORECASE,
)
_NUMBER, _ARROW = r"[~≈]?\d[\d.,]*\s?[kK]?", r"(?:→|➜|➔|->|=>)"
_FROM = re.compile(rf"{_NUMBER}(?:\s?\([^()]{{1,30}}\))?\s?{_ARROW}\s?[~≈]?$")
_INTO = re.compile(rf"(?:\s?\([^()]{{1,30}}\))?\s?{_ARROW}\s?{_NUMBER}")
_MIDDLE = re.compile(rf"\b(?:{alternatives('middle_of_amounts')})(?: of| is| was| at|:)?\s~?$", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{alternatives('money_named')})\s$", re.IGNORECASE)
_GETS = re.compile(rf"\b(?:{alternatives('money_got')})\s$", re.IGNORECASE)
_ENDS = re.compile(
    rf"\+?[*_`\"”’]{{0,3}}\s*(?:$|[.,;:)!?/|](?!\d)|(?:{alternatives('money_ends')}|\+)\b)",
    re.IGNORECASE,
)


def are_pay(plain: str, start: int, end: int, high: Atom) -> bool:
    """Whether a number at `[start, end)` of a text is an amount that somebody is paid."""
    if high.grouped and LEAST <= high.value <= MOST and _is_by_the_time(plain, start, end):
        return True
    if not LEAST <= high.value <= MOST:
        return high.value <= MOST_WITH_CENTS and _is_hourly(plain, start, end, high.value)
    if (
        high.scale in (1.0, THOUSAND)
        and (high.grouped or high.scaled)
        and _is_a_part(plain, start, end, scaled=high.scaled)
    ):
        return True
    if not high.scaled or high.scale != THOUSAND:
        labelled = (
            high.value >= TENS_OF_THOUSANDS
            and _LABELLED.search(plain, max(0, start - _LOOK_BACK), start) is not None
        )
        return high.grouped and (
            labelled
            or _is_named(plain, start, end)
            or (high.value >= TENS_OF_THOUSANDS and _is_told(plain, start, end))
            or _is_step(plain, start, end)
            or _is_a_middle(plain, start, end, high)
            or (_GROSS.match(plain, end) is not None and (_gets(plain, start) or _speaks_of_pay(plain)))
            or _BRUTTO.match(plain, end) is not None
        )
    if _BEHIND.match(plain, end) is not None:
        return True
    if high.value >= TENS_OF_THOUSANDS and _is_step(plain, start, end):
        return True
    front = plain[max(0, start - _LOOK_BACK) : start]
    if _NEXT.search(front) is not None and _ENDS.match(plain, end) is not None and _SIGNED.search(plain):
        return True
    return _BEFORE.search(front) is not None or _is_beside_pay(plain, front, end, high)


def currency_of_label(plain: str, start: int) -> tuple[str, tuple[int, int]] | None:
    """The currency that the label in front of a number ends with, and its place: `Median salary (NOK): 41 300`."""
    found = _CURRENCY.search(plain, max(0, start - _LOOK_BACK), start)
    if found is None:
        return None
    code, _ = currency_of().get(found["currency"].lower(), (None, False))
    return (code, found.span("currency")) if code is not None else None


def _is_a_part(plain: str, start: int, end: int, *, scaled: bool) -> bool:
    """`Sign-on: 40,000`, `RSUs: 600k over 4 years`: a part of pay as the label, and nothing counted behind (`Stock: 40,000 shares`)."""
    front = _LABELLED_PART.search(plain, max(0, start - _LOOK_BACK), start)
    if front is None and scaled:
        front = _PART_OF_AN_OFFER.search(plain, max(0, start - _LOOK_BACK), start)
    return front is not None and _ENDS.match(plain, end) is not None


def _is_beside_pay(plain: str, front: str, end: int, high: Atom) -> bool:
    """`refreshers were 90k a pop`, `moved from Lyon (41k)`: thousands of nothing, where pay is spoken of."""
    if high.value < TENS_OF_THOUSANDS or not (_LEADS.search(front) or not front.strip()):
        return False
    return _ENDS.match(plain, end) is not None and _speaks_of_pay_or_work(plain)


def _is_step(plain: str, start: int, end: int) -> bool:
    """`46k (2017) → 54k (2019)`, `8,000 → 9,200`: amounts that somebody went through, where pay or work is spoken of."""
    chained = _FROM.search(plain, max(0, start - _LOOK_BACK), start) or _INTO.match(plain, end)
    return chained is not None and _speaks_of_pay_or_work(plain)


def _is_a_middle(plain: str, start: int, end: int, high: Atom) -> bool:
    """`€34,000 to €52,000 (median 41,500)`: the middle of amounts with a sign, named right in front."""
    named = _MIDDLE.search(plain, max(0, start - _LOOK_BACK), start)
    if named is None or high.value < TENS_OF_THOUSANDS or _ENDS.match(plain, end) is None:
        return False
    return _MONEY.search(plain, max(0, named.start() - _LOOK_BACK), named.start()) is not None


def _is_hourly(plain: str, start: int, end: int, high: float) -> bool:
    """`starts its drivers at 14.75 an hour`: two decimals and the hour behind say that it is money, where pay is spoken of.

    `58/hr` is money without decimals, too, behind such a word or at the beginning of a part of a sentence.
    """
    if high >= LEAST_AN_HOUR and _is_so_much_an_hour(plain, start, end):
        return True
    if _BY_THE_HOUR.match(plain, end) is None or _WITH_CENTS.fullmatch(plain, start, end) is None:
        return False
    return _PAID_SO.search(plain, max(0, start - 2 * _LOOK_BACK), start) is not None


def _is_by_the_time(plain: str, start: int, end: int) -> bool:
    """`I earn 4,450 per month`, `they opened at 5.100 a month`: the time behind and a word in front say that somebody is paid it."""
    if _BY_THE_TIME.match(plain, end) is None:
        return False
    front = plain[max(0, start - _LOOK_BACK) : start]
    return _BEFORE.search(front) is not None or _TIMED.search(front) is not None


def by_dots(plain: str, end: int, number: Atom) -> Atom:
    """`5.100 a month`: a number with three decimals in front of a time is one with a dot between its thousands."""
    dotted = not number.scaled and number.value < THOUSAND and _THREE_DECIMALS.fullmatch(number.digits)
    if not dotted or _BY_THE_TIME.match(plain, end) is None:
        return number
    return replace(number, number=number.number * THOUSAND, grouped=True)


def _is_so_much_an_hour(plain: str, start: int, end: int) -> bool:
    if _AN_HOUR.match(plain, end) is None:
        return False
    front = max(0, start - 2 * _LOOK_BACK)
    alone = _SAID_ALONE.search(plain, front, start) is not None
    return alone or _PAID_SO.search(plain, front, start) is not None


def _is_told(plain: str, start: int, end: int) -> bool:
    """`he pays himself 85,000`, `median $57,300; 10th pct 37,270`: nothing is counted behind, and words in front tell of pay."""
    if _ENDS.match(plain, end) is None:
        return False
    front = max(0, start - _LOOK_BACK)
    ranked = _RANKED.search(plain, front, start) is not None and _MONEY.search(plain) is not None
    return ranked or _PERSON_GOT.search(plain, front, start) is not None


def _is_named(plain: str, start: int, end: int) -> bool:
    """`Base 89,000, sign-on of 22,000 in year one`: the part of pay right in front, and nothing counted behind."""
    named = _NAMED.search(plain, max(0, start - _LOOK_BACK), start) is not None
    return named and _ENDS.match(plain, end) is not None


def _gets(plain: str, start: int) -> bool:
    """`was on 14 200 brutto`: a word in front says that somebody is paid it."""
    return _GETS.search(plain, max(0, start - _LOOK_BACK), start) is not None


# Asked for each number of a text, of which one may be long.
@lru_cache(maxsize=8)
def _speaks_of_pay_or_work(plain: str) -> bool:
    return _speaks_of_pay(plain) or pattern("speaks_of_hiring").search(plain) is not None


@lru_cache(maxsize=8)
def _speaks_of_pay(plain: str) -> bool:
    return _MONEY.search(plain) is not None or pattern("pay").search(plain) is not None


_MONEY = re.compile(r"[$€£₹]\s?\d|\b[A-Z]{3}\s?\d{2}")
