"""Atoms into figures: ranges, two currencies in one place, open ends, periods."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from normalizers.figures.atoms import Atom, atoms, normalised
from normalizers.figures.in_a_row import with_sign
from normalizers.figures.parts import with_scale
from normalizers.figures.ranges import GAP_TO_BOUND, TO_WORD, Draft, ends_of, two_currencies
from normalizers.figures.spellings import YEARS_OF_VESTING, grammar, period, period_of
from normalizers.figures.thousands import are_pay, by_dots, currency_of_label
from schemas import Cell, Figure, times
from schemas.figure import Bound, Unit
from schemas.fixed import fixed
from schemas.wordings import alternatives, pattern

_APPROXIMATE = re.compile(rf"\b(?:{alternatives('approximately')})\s?[*_`(]{{0,2}}$", re.IGNORECASE)
_NUMBER_WORDS = times.numbers(*YEARS_OF_VESTING)
_SO_MUCH_MORE = re.compile(r"(?:%|\bper\s?cent|\btimes)\s$", re.IGNORECASE)
_ALONE_FROM = re.compile(
    r"(?:\A\W{0,3}|\n\W{0,3}|\A\D{3,80}(?:[,·|]\s|\s(?=F)))(?P<word>[Ff]rom)\s(?:about\s|around\s)?\W{0,2}\Z"
)
"""`From £74k`, and no other word, or `Plumber, Leeds, from £40,000`: the least that an advert offers."""
_LONGEST_FRONT = 110
_NOTHING_MORE = re.compile(r"(?:\s?/\s?|\s(?:per|an?)\s)?(?:(?<=[/\s])[\w-]{1,7})?\W{0,3}")
_BEGINS_AMOUNT = re.compile(r"(?:[A-Z]{1,3})?\s?[$€£₹¥]?\s?\d")
_DIGIT = re.compile(r"\d")
_DOLLARS = re.compile(r"\b(?:dollars|bucks|cents?|cpm)\b|¢", re.IGNORECASE)
_LOOK_BACK_FOR_A_BOUND = 90
"""`Nobody at Orbison Rail is paid less than` stands far in front, and turns round what stands near."""
_OR_MORE = re.compile(
    rf"\s(?:or|and|&)\s(?:{alternatives('or_more')})\b(?!\s(?:than|the|to)\b)|\s(?:upwards?|onwards?)\b|\s?\+(?=[\s|,;.)]*$)",
    re.IGNORECASE,
)
_SHORT = 2000
"""Characters of a text whose figures are remembered; longer ones are rare and would fill the memory."""


def find(text: Cell | str) -> list[Figure]:
    """Every amount, percent and range in running text, from left to right.

    Bare numbers are no figures here; `read` takes them where a column or key says what they are.
    """
    cell = text if isinstance(text, Cell) else Cell(text)
    if _DIGIT.search(cell.text) is None:
        return []
    # The same sentence or cell is looked at by several readers, and by the ledger.
    return list(_remembered(cell) if len(cell.text) <= _SHORT else _find(cell))


def find_within(part: Cell, whole: Cell) -> list[Figure]:
    """The figures of a sentence, with those that only its paragraph says are pay (`I get $32 an hour. Last year was 91k.`)."""
    own = find(part)
    if part.span == whole.span or _DIGIT.search(part.text) is None:
        return own
    starts, every = _of_paragraph(whole)
    near = every[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
    taken = [one.cell.start for one in own]
    more = [one for one in near if one.cell.end <= part.end and not _overlaps(one, own, taken)]
    return sorted([*own, *more], key=lambda one: one.cell.start) if more else own


# Each sentence of a paragraph asks for its figures, and a long one is not remembered by `find`.
@lru_cache(maxsize=4)
def _of_paragraph(whole: Cell) -> tuple[list[int], list[Figure]]:
    every = sorted(find(whole), key=lambda one: one.cell.start)
    return [one.cell.start for one in every], every


def _overlaps(one: Figure, own: Sequence[Figure], starts: Sequence[int]) -> bool:
    """Whether a figure has a place in common with one of others, which stand in the order of their `starts`."""
    before = bisect_left(starts, one.cell.end) - 1
    return before >= 0 and own[before].cell.end > one.cell.start


def holds_money(text: Cell) -> bool:
    """Whether an amount of money stands in a text."""
    return any(figure.unit == "currency" for figure in find(text))


@lru_cache(maxsize=1024)
def _remembered(cell: Cell) -> tuple[Figure, ...]:
    return _find(cell)


def _find(cell: Cell) -> tuple[Figure, ...]:
    plain = normalised(cell.text)
    made = [_with_thousands(plain, draft) for draft in drafts(plain)]
    parts = with_scale(plain, made, _is_pay) if len(made) > 1 else {}
    told = (parts.get(number, draft) for number, draft in enumerate(made))
    found = (draft for draft in told if not draft.low.bare or _is_pay(plain, draft))
    made_whole = (figure_of(cell, plain, draft) for draft in found)
    return tuple(figure for figure in made_whole if not _is_a_scale(figure))


def _is_a_scale(figure: Figure) -> bool:
    """`Salaries (£000s)`: how amounts are counted, and none itself."""
    return figure.high == 0 and figure.unit == "currency" and figure.cell.text.endswith("000")


def _with_thousands(plain: str, draft: Draft) -> Draft:
    if not draft.low.bare or draft.low is not draft.high:
        return draft
    number = by_dots(plain, draft.end, draft.low)
    return draft if number is draft.low else replace(draft, low=number, high=number)


def _is_pay(plain: str, draft: Draft) -> bool:
    """`128k base`, `offered 152k`: thousands beside a word of pay are money, of whatever currency."""
    return are_pay(plain, draft.start, draft.end, draft.high)


def may_hold(text: str) -> bool:
    """Whether a text can hold a figure at all; most sentences have no digit."""
    return _DIGIT.search(text) is not None


def drafts(plain: str, currency: str | None = None) -> Sequence[Draft]:
    """Figures and bare numbers of a normalised text, before their surroundings are read."""
    if _DIGIT.search(plain) is None:
        return ()
    # The same sentence or cell is looked at by several readers, and by the ledger.
    return _drafts(plain, currency) if len(plain) > _SHORT else _remembered_drafts(plain, currency)


@lru_cache(maxsize=4096)
def _remembered_drafts(plain: str, currency: str | None) -> tuple[Draft, ...]:
    return _drafts(plain, currency)


def _drafts(plain: str, currency: str | None) -> tuple[Draft, ...]:
    found = list(atoms(plain, currency))
    made: list[Draft] = []
    at = 0
    while at < len(found):
        taken = two_currencies(plain, found, at) or ends_of(plain, found, at)
        if taken is None:
            made.append(Draft(found[at], found[at], ((found[at].start, found[at].end),)))
            at += 1
        else:
            made += taken[0]
            at = taken[1]
    return tuple(with_sign(plain, made))


def figure_of(
    cell: Cell, plain: str, draft: Draft, *, unit: Unit | None = None, currency: str | None = None
) -> Figure:
    """The figure of a draft in a cell, whose normalised text is `plain`; `unit` and `currency` are what its column says."""
    low, high = draft.low, draft.high
    named, end = _period(plain, draft.end)
    named = named or _by_the_mile(plain, low.currency_span or high.currency_span)
    point = low is high
    if (named or high.yearly) and (
        more := _OR_MORE.match(plain, end)
    ) is not None:  # `$50 an hour or more`, `₹55 LPA +`
        high, end = replace(high, plus=True), more.end()
    bound, bound_span = _bound(plain, draft, high) if point else (None, None)
    own, currency_span = low.currency or high.currency, low.currency_span or high.currency_span
    if low.bare and high.bare and unit is None and (labelled := currency_of_label(plain, draft.start)):
        own, currency_span = labelled
    return Figure(
        cell=cell.cut(draft.start, end),
        parts=tuple(cell.cut(*part) for part in [*draft.parts[:-1], (draft.parts[-1][0], end)]),
        unit=unit or _unit(plain, draft),
        low=None if bound == "maximum" else _signed(low),
        high=None
        if bound == "minimum"
        else _signed(high if point or low.sign >= 0 else replace(high, sign=-1)),
        currency=own if unit is None else currency,
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


def _unit(plain: str, draft: Draft) -> Unit:
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
    if low.carried:
        flags.append("scale_carried")
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


def _by_the_mile(plain: str, span: tuple[int, int] | None) -> _Period | None:
    """`58 CPM`: cents for each mile."""
    by_miles = span is not None and plain[slice(*span)].strip().lower() in grammar()["by_the_mile"]
    return _Period("project", span) if span is not None and by_miles else None


def _goes_to_another(plain: str, end: int) -> bool:
    """`raise the salary from $74,000 to $80,000`, which is no range: an amount that was paid before is no least one."""
    to = TO_WORD.match(plain, end)
    return to is not None and _BEGINS_AMOUNT.match(plain, to.end()) is not None


def _bound(plain: str, draft: Draft, atom: Atom) -> tuple[Bound | None, tuple[int, int] | None]:
    """Which end an open figure states: a plus behind it, or a word in front of it."""
    if atom.plus:
        return "minimum", None
    alone = _ALONE_FROM.search(plain, max(0, draft.start - _LONGEST_FRONT), draft.start)
    if alone is not None and _NOTHING_MORE.fullmatch(plain, draft.end) is not None:
        return "minimum", alone.span("word")
    front = plain[max(0, draft.start - _LOOK_BACK_FOR_A_BOUND) : draft.start]
    offset = draft.start - len(front)
    best: tuple[int, Bound, tuple[int, int]] | None = None
    groups: tuple[tuple[str, Bound], ...] = (("at_most", "maximum"), ("at_least", "minimum"))
    for group, bound in groups:
        for found in pattern(group).finditer(front):
            if found.group().lower().endswith("from") and _goes_to_another(plain, draft.end):
                continue
            if _SO_MUCH_MORE.search(front, 0, found.start()) is not None:
                continue  # `6% more than the £58,400 of last year`: what is compared with
            if GAP_TO_BOUND.fullmatch(front, found.end()) and (best is None or found.start() < best[0]):
                best = (found.start(), bound, (offset + found.start(), offset + found.end()))
    return (best[1], best[2]) if best else (None, None)
