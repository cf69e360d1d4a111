"""Numbers that are two ends of one figure: ranges, and ranges in two currencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalizers.figures.atoms import Atom, with_currency
from normalizers.figures.spellings import period, share_a_sign
from schemas.fixed import fixed
from schemas.wordings import alternatives, pattern

_TO = re.compile(
    r"\s?[*_`]{0,3}\\?\s{0,2}(?:--?|[–—−~]|\.\.\.?|…|-to-|to|through|thru|bis|up\sto)\s{0,2}[*_`]{0,3}\\?\s?"
    r"(?:(?:about|around|approximately|roughly|nearly|over)\s)?",
    re.IGNORECASE,
)
TO_WORD = re.compile(
    r"\s?[*_`]{0,3}\sto\s(?:(?:about|around|approximately|roughly|nearly|over)\s)?[*_`]{0,3}"
)
_CLIMBING = re.compile(
    rf",?\s(?:{alternatives('scale_climbs')})\s(?:(?:annually|yearly|(?:in|by) (?:annual |yearly )?(?:steps|increments))\s)?"
    r"to\s(?:(?:about|around|over|a maximum of)\s)?",
    re.IGNORECASE,
)
_REACHED_WHEN = re.compile(
    r"(?:\s?/\s?\w+|\s(?:an?|per)\s\w+)?[*_`]{0,3},?\s\(?"
    r"(?:(?:after|once|when|if|on|upon|from|in|within|over|at|following|with|next|this|last|for)\b"
    r"|by\b(?! (?:annual |yearly )?(?:increments|steps)))",
    re.IGNORECASE,
)
"""`rising to £33,000 after two years`: what is paid then."""
_FROM = re.compile(r"\bfrom\s(?:\w+\s)?[*_`(]{0,3}$", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:about\s|around\s)?[*_`(]{0,3}$", re.IGNORECASE)
_TO_ELSEWHERE = re.compile(rf"\s(?:{alternatives('range_to')})\s", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(rf"\b(?:{alternatives('range_from')})\s(?:\w+\s)?[*_`(]{{0,3}}$", re.IGNORECASE)
_AND = re.compile(rf"\s?[*_`]{{0,3}}\s(?:{alternatives('range_and')})\s[*_`]{{0,3}}\s?", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(?:{alternatives('range_between')})\s"
    r"(?:about\s|around\s|roughly\s|approximately\s)?[*_`(\"“]{0,3}$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s?/\s?")
_LOOK_BACK = 40
_LONGEST_LINK = 40
_MOST_OF_A_RANGE = 5
"""So many times its lower end the upper end of a range of what is added is at most."""
_MOST_FALLEN = 20.0
"""So many times its second amount a first one is that is paid for a longer time, and no end of a range."""
_FRONT = 70
_AS_MONEY = 100
"""A smaller number in front of `a 1,500 EUR` is a count more often than an end."""
_LITTLE, _MUCH = 1.12, 8
"""Pay that goes from one amount to another no larger than so many times the first has been raised."""
GAP_TO_BOUND = re.compile(r"\s?(?:(?:an?|the|about|around|even|well|some|of)\s){0,2}[*_`(\"“]{0,3}")


@fixed
class Draft:
    """A figure before its surroundings are read: its ends and the stretches of text it was read from."""

    low: Atom
    high: Atom
    parts: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.parts[-1][1]


def two_currencies(plain: str, found: Sequence[Atom], at: int) -> tuple[list[Draft], int] | None:
    """`£75K / $95K - £100K / $128K`: two ranges whose ends alternate."""
    if at + 3 >= len(found):
        return None
    a, b, c, d = found[at : at + 4]
    alternate = a.currency == c.currency and b.currency == d.currency and a.currency != b.currency
    if not (all(x.has_currency for x in (a, b, c, d)) and alternate):
        return None
    gaps = (
        _SLASH.fullmatch(plain, a.end, b.start),
        _TO.fullmatch(plain, b.end, c.start),
        _SLASH.fullmatch(plain, c.end, d.start),
    )
    if not all(gaps):
        return None
    return [
        Draft(_scaled(x, y), y, ((x.start, x.end), (y.start, y.end))) for x, y in ((a, c), (b, d))
    ], at + 4


def ends_of(plain: str, found: Sequence[Atom], at: int) -> tuple[list[Draft], int] | None:
    """`$155K–$215K`, `between £30 and £90k`: the number at `at` and the next one as one figure, and the number behind them."""
    if at + 1 >= len(found):
        return None
    low, high = found[at], found[at + 1]
    end = _end_with_time(plain, low, high)
    if (
        not _are_joined(plain, low, high, end)
        or (low.plus and not high.plus and low.sign == 0)
        or _changes(plain, low, high, end)
    ):
        return None
    if high.sign < 0 and plain[low.end : high.start].strip() == "":
        high = replace(high, sign=0)
    if low.scale < 1 <= high.scale and high.prefixed:
        return None  # `up 40 cents to $17.60`
    if high.prefixed and low.value > _MOST_FALLEN * high.value:
        return None  # `from a job on £72k to £500 a day`
    ends = _same_unit(low, high)
    if ends is None:
        return None
    return [Draft(*ends, ((low.start, high.end),))], at + 2


def _are_joined(plain: str, low: Atom, high: Atom, end: int) -> bool:
    """Whether what stands between two numbers makes them the ends of a range."""
    if high.start - end > _LONGEST_LINK:
        return False
    if low.sign > 0 and not (high.sign or high.percent) and high.value > _MOST_OF_A_RANGE * low.value:
        return False  # `up 3.6% (+$1.24 to $36.05)`: by how much, and to what
    if _climbs(plain, low, high, end):
        return True
    if _TO.fullmatch(plain, end, high.start) or (end == high.start and plain.startswith("~", end)):
        return True
    front = max(0, low.start - _LOOK_BACK)
    if _AND.fullmatch(plain, end, high.start):
        return _BETWEEN.search(plain, front, low.start) is not None
    if _TO_ELSEWHERE.fullmatch(plain, end, high.start) is None:
        return False
    # `$15 a 40-hour week`: English has other uses for `a` and `do`.
    behind = (
        low.bare
        and not high.bare
        and not high.prefixed
        and (low.scaled or high.scaled or low.number >= _AS_MONEY)
    )
    return (
        behind or _FROM_ELSEWHERE.search(plain, front, low.start) is not None or _same_sign(plain, low, high)
    )


def _climbs(plain: str, low: Atom, high: Atom, end: int) -> bool:
    """`Grade 7: £46,735 rising to £54,395`: the steps of one scale, where nothing says when it is reached."""
    if low.number >= high.number or _CLIMBING.fullmatch(plain, end, high.start) is None:
        return False
    behind = _end_with_time(plain, high, high)
    front = plain[max(0, low.start - _FRONT) : low.start]
    return _REACHED_WHEN.match(plain, behind) is None and pattern("legal_minimum").search(front) is None


def _same_sign(plain: str, low: Atom, high: Atom) -> bool:
    """Whether both numbers carry one sign (`€ 2.800 tot € 3.400`)."""
    spans = low.currency_span, high.currency_span
    signs = [plain[slice(*span)].strip() for span in spans if span is not None]
    return len(signs) == len(spans) and signs[0] == signs[1]


def _end_with_time(plain: str, low: Atom, high: Atom) -> int:
    """Where the lower end of a range ends: behind its time, where both ends say the same (`$34/hour - $57/hour`)."""
    if high.start - low.end <= _LONGEST_LINK and (own := period().match(plain, low.end)) is not None:
        other = period().match(plain, high.end)
        if other is not None and own.group().strip().lower() == other.group().strip().lower():
            return own.end()
    return low.end


_GOES = re.compile(r"\b(?:goes|go|moves?) from\s\W{0,2}\Z", re.IGNORECASE)
_BY_WHEN = re.compile(
    r"\W{0,3}(?:(?:an?|per)\s\w+)?,?\s?(?:by (?:the end|then|next \w+|20\d\d)|this year|next year"
    r"|(?:on|from|in) (?:\d{1,2} )?(?:20\d\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
"""`average pay goes from $75,000 to $109,000 by the end`: what it is now, and what it is then."""


def _changes(plain: str, low: Atom, high: Atom, end: int) -> bool:
    """`rose from $14 to $15.50`: two amounts one after the other in time, and no range."""
    if TO_WORD.fullmatch(plain, end, high.start) is None:
        return False
    front = plain[max(0, low.start - _FRONT) : low.start]
    if _BY.search(front) is not None:
        return low.number * _MUCH < high.number  # `rose by $0.65 to $14.15`
    if _FROM.search(front) is None:
        return False
    if low.has_currency and high.has_currency and low.currency == high.currency and low.value > high.value:
        return True  # `would take you from $170,200 to $120,250`
    if _GOES.search(front) is not None and _BY_WHEN.match(plain, high.end) is not None:
        return True
    close = low.number < high.number < low.number * _LITTLE
    return any(
        GAP_TO_BOUND.fullmatch(front, found.end())
        for group in (("changes", "changes_little") if close else ("changes",))
        for found in pattern(group).finditer(front)
    )


def _same_unit(low: Atom, high: Atom) -> tuple[Atom, Atom] | None:
    """Both ends in one unit and scale, where what one end leaves out can be carried over from the other."""
    if low.percent or high.percent:
        if low.has_currency or high.has_currency:
            return None
        if not high.percent or (not low.percent and 1900 <= low.number <= 2100 and high.number < 1000):
            return None
        return replace(low, percent=True), high
    if low.has_currency and high.has_currency:
        ends = _one_currency(low, high)
        return (_scaled(*ends), ends[1]) if ends is not None else None
    if low.has_currency:
        high = with_currency(high, low)  # `EUR 2.890 - 3.760`: also how its dots are to be read
        if high.number < low.number and not high.scaled and not low.scaled:
            return None
        if (
            low.scaled
            and not high.scaled
            and not high.grouped
            and high.number < 1000
            and high.number > low.number
        ):
            high = replace(high, scale=low.scale, scaled=True)
        return _scaled(low, high), high
    if high.has_currency:
        if high.prefixed and not (low.scaled or low.grouped):
            return None
        return _scaled(with_currency(low, high), high), high
    return (_scaled(low, high), high) if low.bare and high.bare else None


def _one_currency(low: Atom, high: Atom) -> tuple[Atom, Atom] | None:
    """`$120K - $150K CAD`: the end that says which dollar says it for both."""
    if low.currency == high.currency:
        return low, high
    if low.ambiguous == high.ambiguous or not share_a_sign(low.currency, high.currency):
        return None
    return (with_currency(low, high), high) if low.ambiguous else (low, with_currency(high, low))


def _scaled(low: Atom, high: Atom) -> Atom:
    """The low end in the scale of the high one (`$70–80K`), where it would make no sense without."""
    if (
        high.scaled
        and not low.scaled
        and not low.grouped
        and low.number <= max(high.number, 1.0)
        and low.number < 1000
    ):
        return replace(low, scale=high.scale, scaled=True)
    return low
