"""Atoms into figures: ranges, two currencies in one place, open ends, periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from normalizers.figures.atoms import Atom, atoms, normalised, with_currency
from normalizers.figures.spellings import period, period_of, share_a_sign
from normalizers.figures.thousands import are_pay
from schemas import Cell, Figure
from schemas.figure import Bound, Unit
from schemas.fixed import fixed
from schemas.wordings import pattern

_TO = re.compile(
    r"\s?[*_`]{0,3}\\?\s{0,2}(?:--?|[–—−~]|\.\.\.?|…|-to-|to|through|thru|bis|up\sto)\s{0,2}[*_`]{0,3}\\?\s?"
    r"(?:(?:about|around|approximately|roughly|nearly|over)\s)?",
    re.IGNORECASE,
)
_TO_WORD = re.compile(
    r"\s?[*_`]{0,3}\sto\s(?:(?:about|around|approximately|roughly|nearly|over)\s)?[*_`]{0,3}"
)
_FROM = re.compile(r"\bfrom\s(?:\w+\s)?[*_`(]{0,3}$", re.IGNORECASE)
_AND = re.compile(r"\s?[*_`]{0,3}\s(?:and|und|et|&)\s[*_`]{0,3}\s?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:between|anywhere from|zwischen|entre)\s(?:about\s|around\s|roughly\s|approximately\s)?[*_`(\"“]{0,3}$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s?/\s?")
_APPROXIMATE = re.compile(
    r"\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.|c\.|near|nearly|close to|some|almost|just under"
    r"|just over)\s?[*_`(]{0,2}$",
    re.IGNORECASE,
)
_GAP_TO_BOUND = re.compile(r"\s?(?:(?:an?|the|about|around|even|well|some|of)\s){0,2}[*_`(\"“]{0,3}")
_NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DIGIT = re.compile(r"\d")
_DOLLARS = re.compile(r"\b(?:dollars|bucks|cents?)\b|¢", re.IGNORECASE)
_LOOK_BACK = 40
_LONGEST_LINK = 40
_LOOK_BACK_FOR_A_BOUND = 64
"""`Nobody at Orbison Rail is paid less than` stands far in front, and turns round what stands near."""
_FRONT = 70
LITTLE = 1.12
"""Pay that goes from one amount to another no larger than so many times the first has been raised."""
_OR_MORE = re.compile(
    r"\s(?:or|and)\s(?:more|above|higher|up|upwards?|over|beyond|greater)\b(?!\s(?:than|the)\b)",
    re.IGNORECASE,
)
_SHORT = 2000
"""Characters of a text whose figures are remembered; longer ones are rare and would fill the memory."""


@fixed
class _Draft:
    """A figure before its surroundings are read: its ends and the stretches of text it was read from."""

    low: Atom
    high: Atom
    parts: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def find(text: Cell | str) -> list[Figure]:
    """Every amount, percent and range in running text, from left to right.

    Bare numbers are no figures here; `read` takes them where a column or key says what they are.
    """
    cell = text if isinstance(text, Cell) else Cell(text)
    if _DIGIT.search(cell.text) is None:
        return []
    # The same sentence or cell is looked at by several readers, and by the ledger.
    return list(_remembered(cell) if len(cell.text) <= _SHORT else _find(cell))


@lru_cache(maxsize=2048)
def _remembered(cell: Cell) -> tuple[Figure, ...]:
    return _find(cell)


def _find(cell: Cell) -> tuple[Figure, ...]:
    plain = normalised(cell.text)
    found = (draft for draft in drafts(plain) if not draft.low.bare or _is_pay(plain, draft))
    return tuple(figure_of(cell, plain, draft) for draft in found)


def _is_pay(plain: str, draft: _Draft) -> bool:
    """`128k base`, `offered 152k`: thousands beside a word of pay are money, of whatever currency."""
    return are_pay(plain, draft.start, draft.end, draft.high)


def may_hold(text: str) -> bool:
    """Whether a text can hold a figure at all; most sentences have no digit."""
    return _DIGIT.search(text) is not None


def drafts(plain: str, currency: str | None = None) -> Sequence[_Draft]:
    """Figures and bare numbers of a normalised text, before their surroundings are read."""
    if _DIGIT.search(plain) is None:
        return ()
    # The same sentence or cell is looked at by several readers, and by the ledger.
    return _drafts(plain, currency) if len(plain) > _SHORT else _remembered_drafts(plain, currency)


@lru_cache(maxsize=4096)
def _remembered_drafts(plain: str, currency: str | None) -> tuple[_Draft, ...]:
    return _drafts(plain, currency)


def _drafts(plain: str, currency: str | None) -> tuple[_Draft, ...]:
    found = list(atoms(plain, currency))
    made: list[_Draft] = []
    at = 0
    while at < len(found):
        taken = _two_currencies(plain, found, at) or _range(plain, found, at)
        if taken is None:
            made.append(_Draft(found[at], found[at], ((found[at].start, found[at].end),)))
            at += 1
        else:
            made += taken[0]
            at = taken[1]
    return tuple(made)


def _two_currencies(plain: str, found: Sequence[Atom], at: int) -> tuple[list[_Draft], int] | None:
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
        _Draft(_scaled(x, y), y, ((x.start, x.end), (y.start, y.end))) for x, y in ((a, c), (b, d))
    ], at + 4


def _range(plain: str, found: Sequence[Atom], at: int) -> tuple[list[_Draft], int] | None:
    if at + 1 >= len(found):
        return None
    low, high = found[at], found[at + 1]
    end = _end_with_time(plain, low, high)
    joined = _TO.fullmatch(plain, end, high.start) or (
        _AND.fullmatch(plain, end, high.start)
        and _BETWEEN.search(plain, max(0, low.start - _LOOK_BACK), low.start)
    )
    if not joined or (low.plus and not high.plus and low.sign == 0) or _changes(plain, low, high, end):
        return None
    if high.sign < 0 and plain[low.end : high.start].strip() == "":
        high = replace(high, sign=0)
    if low.scale < 1 <= high.scale and high.prefixed:
        return None  # `up 40 cents to $17.60`
    ends = _same_unit(low, high)
    if ends is None:
        return None
    return [_Draft(*ends, ((low.start, high.end),))], at + 2


def _end_with_time(plain: str, low: Atom, high: Atom) -> int:
    """Where the lower end of a range ends: behind its time, where both ends say the same (`$34/hour - $57/hour`)."""
    if high.start - low.end <= _LONGEST_LINK and (own := period().match(plain, low.end)) is not None:
        other = period().match(plain, high.end)
        if other is not None and own.group().strip().lower() == other.group().strip().lower():
            return own.end()
    return low.end


def _changes(plain: str, low: Atom, high: Atom, end: int) -> bool:
    """`rose from $14 to $15.50`: two amounts one after the other in time, and no range."""
    if _TO_WORD.fullmatch(plain, end, high.start) is None:
        return False
    front = plain[max(0, low.start - _FRONT) : low.start]
    if _FROM.search(front) is None:
        return False
    close = low.number < high.number < low.number * LITTLE
    return any(
        _GAP_TO_BOUND.fullmatch(front, found.end())
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
        if high.number < low.number and not high.scaled and not low.scaled:
            return None
        high = with_currency(high, low)
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


def figure_of(
    cell: Cell, plain: str, draft: _Draft, *, unit: Unit | None = None, currency: str | None = None
) -> Figure:
    """The figure of a draft in a cell, whose normalised text is `plain`; `unit` and `currency` are what its column says."""
    low, high = draft.low, draft.high
    named, end = _period(plain, draft.end)
    point = low is high
    if named and (more := _OR_MORE.match(plain, end)) is not None:  # `$50 an hour or more`
        high, end = replace(high, plus=True), more.end()
    bound, bound_span = _bound(plain, draft, high) if point else (None, None)
    currency_span = low.currency_span or high.currency_span
    return Figure(
        cell=cell.cut(draft.start, end),
        parts=tuple(cell.cut(*part) for part in [*draft.parts[:-1], (draft.parts[-1][0], end)]),
        unit=unit or _unit(plain, draft),
        low=None if bound == "maximum" else _signed(low),
        high=None
        if bound == "minimum"
        else _signed(high if point or low.sign >= 0 else replace(high, sign=-1)),
        currency=(low.currency or high.currency) if unit is None else currency,
        currency_cell=cell.cut(*currency_span) if currency_span else None,
        period=named.name if named else "year" if high.yearly else None,
        period_cell=cell.cut(*named.span) if named else None,
        vesting_years=named.years if named else None,
        bound=bound,
        bound_cell=cell.cut(*bound_span) if bound_span else None,
        open_ended=bound is not None or high.plus,
        approximate=low.approximate or high.approximate or _is_approximate(plain, draft.start),
        sign=low.sign,
        flags=_flags(low, high, plain[draft.start : end]),
    )


def _unit(plain: str, draft: _Draft) -> Unit:
    if draft.low.percent:
        return "percent"
    stated = draft.low.has_currency or draft.high.has_currency
    return "currency" if stated or _is_pay(plain, draft) else "number"


def _is_approximate(plain: str, start: int) -> bool:
    return _APPROXIMATE.search(plain, max(0, start - 16), start) is not None


def _signed(atom: Atom) -> float:
    return -atom.value if atom.sign < 0 else atom.value


def _flags(low: Atom, high: Atom, text: str) -> tuple[str, ...]:
    flags = []
    if (low if low.currency else high).ambiguous:
        flags.append("dollar_sign" if "$" in text or _DOLLARS.search(text) else "ambiguous_currency")
    if low.value > high.value:
        flags.append("range_inverted")
    return tuple(flags)


@fixed
class _Period:
    name: str
    span: tuple[int, int]
    years: float | None = None


def _period(plain: str, end: int) -> tuple[_Period | None, int]:
    """The period that stands directly behind a figure, and where the figure ends with it."""
    found = period().match(plain, end)
    if found is None:
        return None, end
    years = next((found[g] for g in ("vest", "vest2", "vest3", "vest4") if found[g]), None)
    unit = found["unit"] or found["word"]
    number = float(_NUMBER_WORDS.get((years or "").lower(), 0) or years) if years else None
    name = period_of()[unit.lower()] if unit else "grant"
    if found["vest"] == "1":
        name, number = "year", None
    return _Period(name, found.span(), number), found.end()


def _bound(plain: str, draft: _Draft, atom: Atom) -> tuple[Bound | None, tuple[int, int] | None]:
    """Which end an open figure states: a plus behind it, or a word in front of it."""
    if atom.plus:
        return "minimum", None
    front = plain[max(0, draft.start - _LOOK_BACK_FOR_A_BOUND) : draft.start]
    offset = draft.start - len(front)
    best: tuple[int, Bound, tuple[int, int]] | None = None
    groups: tuple[tuple[str, Bound], ...] = (("at_most", "maximum"), ("at_least", "minimum"))
    for group, bound in groups:
        for found in pattern(group).finditer(front):
            if _GAP_TO_BOUND.fullmatch(front, found.end()) and (best is None or found.start() < best[0]):
                best = (found.start(), bound, (offset + found.start(), offset + found.end()))
    return (best[1], best[2]) if best else (None, None)
