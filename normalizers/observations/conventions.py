"""What the rows of a document say together of what one of them leaves open: the period of a package, the dollars of a country."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log
from typing import Any

from normalizers.figures.spellings import least_a_year, share_a_sign
from normalizers.observations import (
    added_up,
    cents,
    counted,
    dollars,
    in_lists,
    measure,
    pieces,
    wages,
    wholes,
)
from normalizers.observations.record import Observation
from normalizers.observations.same_time import (
    NEARBY,
    ends,
    going_on,
    in_brackets,
    in_one_sentence,
    infer,
    infer_period,
    is_open_year,
)
from normalizers.observations.subjects import spot
from normalizers.periods import SHORT
from schemas import Cell, Document, Figure, Inferred
from schemas.wordings import pattern

LEAST_AN_HOUR = 2.0
"""No wage an hour, in currencies in which nobody works for so little a year."""
LEAST_A_MONTH = 60
"""So many times less than the least a year is too little for a month as well."""
LEAST_PART = 600
"""The same for what is paid on top by the month."""
MOST_ON_TOP = 15.0
"""What comes on top of pay by the hour is below this."""
NEARLY_ALL = 0.75
"""The share of the rows with a place that makes a page one about that country."""
ENOUGH_MONTHS, MANY_MORE = 3, 3
"""How many amounts a page states by the month, and how many times as many as by the year, that others are meant so."""
_ALL = "all"
"""Stands for the currencies of a page together."""
BY_THE_MONTH = ("base", "total", "allowance")
BY_THE_YEAR = frozenset({"USD", "GBP", "AUD", "CAD", "NZD", "INR"})
"""Currencies in which pay without a period is pay for a year, whatever stands beside it, unless it is as little as a month's."""
LEAST_SALARY = 15_000.0
"""A year's pay in those currencies is seldom less."""
SMALLER = 10
LEAST_A_YEAR, MUCH_ALIKE = 3_000.0, 0.9
"""Below this nobody is paid by the year; and how far apart the logarithms of amounts for the same time may be then."""


def apply(document: Document, made: Iterable[Observation]) -> None:
    """Fill what conventions supply; every column so filled is marked as inferred."""
    made = list(made)
    _conversions(document, made)
    counted.settle(made)
    _currencies(made)
    cents.settle(made)
    dollars.settle(document, made)  # before the periods, which depend on whose money it is
    in_one_sentence(document, made)
    pieces.of_page(made)
    wages.settle(made)
    _hours(made)
    _small_amounts(made)
    in_lists.settle(made)
    wages.settle(made)
    _periods(made)
    _grants(made)
    wholes.settle(made)
    wholes.of_pairs(document, made)
    going_on(made)
    _months(made)
    pieces.of_the_rest(made)
    in_brackets(document, made)
    added_up.settle(made)
    wages.settle(made)  # again, for those whose hours were inferred


def _grants(made: list[Observation]) -> None:
    """Equity without a period is granted over the years over which all the document's grants vest, unless it is a refresher.

    So `stock_low: 130000` in front matter means what the column `Stock (RSU/4yr)` below says.
    """
    years = {
        one.record["vesting_years"]
        for one in made
        if one.record["period"] == "grant" and "period" not in one.record["inferred"]
    } - {None}
    if len(years) != 1:
        return
    for one in made:
        supposed = one.record["component"] == "equity" and isinstance(one.labels.get("period"), Inferred)
        granted = one.record["period"] == "grant" and one.record["vesting_years"] is None
        if supposed and (granted or one.record["period"] == "year") and not _is_refresher(one.record):
            infer_period(one, "grant", next(iter(years)))


def _is_refresher(record: dict[str, Any]) -> bool:
    said = (record["figure_label"], record["qualifier"])
    return any(text and pattern("refresher").search(text) for text in said)


def _conversions(document: Document, made: list[Observation]) -> None:
    """The period behind an amount in two currencies (`£33K-£63K / $41K-$78K/yr`), or behind a raise, is that of both."""
    by_figure = {one.figure.cell.span: one.figure for one in made}
    period_of: dict[tuple[int, int], Figure] = {}
    for (span, first), (other, second) in pairwise(sorted(by_figure.items())):
        between = document.text[span[1] : other[0]].strip()
        both = first.currency != second.currency if between == "/" else between == "to"
        if both and between and first.period is None and second.period:
            period_of[span] = second
    for one in made:
        stated = period_of.get(one.figure.cell.span)
        if stated is not None and one.record["unit"] == "currency":
            measure.set_period(one.record, one.labels, stated)


def _hours(made: list[Observation]) -> None:
    """Nobody is paid $17.13 a year: a wage (or a whole package) of that size without a period is one by the hour."""
    for one in made:
        amount = max(one.record["low"] or 0, one.record["high"] or 0)
        whole = one.record["component"] in ("wage", "base", "total")
        pay = whole and LEAST_AN_HOUR <= amount < measure.MOST_AN_HOUR
        # `$2.50 more`, `a $1.50 differential`, `Pension: $9.80`
        part = one.record["component"] in ("premium", "allowance", "other", "benefits")
        part = part and 0 < amount < (measure.MOST_AN_HOUR if _is_for_extra_hours(one) else MOST_ON_TOP)
        if is_open_year(one) and one.record["currency"] in measure.HOURLY and (pay or part):
            infer_period(one, "hour")
    _too_small_for_a_year(made)


def _is_for_extra_hours(one: Observation) -> bool:
    """`Overtime: double ($59)`: what such hours are paid is nearly as much as an hour's wage, or more."""
    label = one.labels.get("component")
    cell = label if isinstance(label, Cell) else getattr(label, "cell", None)
    return isinstance(cell, Cell) and pattern("extra_hours").search(cell.text) is not None


def _too_small_for_a_year(made: list[Observation]) -> None:
    """`a captain tops out at $410` on a page of hourly pay: nobody is paid so little a year, so it is the page's own period.

    Of several, the one for which it states the amount most like it (`£340` beside `£51 an hour` and `£250 a day`). On a page of
    yearly pay it has to be much like it.
    """
    stated: list[tuple[str, float]] = []
    by_the_year = 0
    for one in made:
        amount = max(one.record["low"] or 0, one.record["high"] or 0)
        if one.record["component"] not in ("wage", "base") or not amount:
            continue
        if one.record["period"] in (*SHORT, "month"):
            stated.append((one.record["period"], amount))
        by_the_year += one.record["period"] == "year" and amount >= measure.SMALL
    usual = len(stated) > by_the_year
    times = Counter(period for period, _ in stated)
    sizes = {period: sorted({log(amount) for own, amount in stated if own == period}) for period in times}
    for one in made:
        amount = max(one.record["low"] or 0, one.record["high"] or 0)
        whole = one.record["component"] in ("wage", "base") and measure.MOST_AN_HOUR <= amount < LEAST_A_YEAR
        if not whole or not is_open_year(one) or one.record["currency"] not in measure.HOURLY:
            continue
        near = min(times, key=lambda period: (_apart(amount, sizes[period]), -times[period]), default=None)
        alike = near is not None and _apart(amount, sizes[near]) <= MUCH_ALIKE
        alike = alike and amount < measure.MOST_IN.get(near or "", LEAST_A_YEAR) / 2
        if near is not None and (alike or (usual and amount < measure.SMALL)):
            infer_period(one, near)


def _apart(amount: float, sizes: list[float]) -> float:
    """How far an amount is from the nearest of others, of which the logarithms are given in order."""
    size = log(amount)
    at = bisect(sizes, size)
    return round(min(abs(size - other) for other in sizes[max(0, at - 1) : at + 1]), 1)


def _small_amounts(made: list[Observation]) -> None:
    """Nobody is paid ₹48,000 a year: where pay is counted by the month, an amount too small for a year is a month's."""
    monthly: int | None = None
    for one in made:
        if one.record["period"] == "month":
            monthly = one.record["char_end"]
        whole = one.record["component"] in ("base", "wage", "total")
        beside = monthly is not None and 0 <= one.record["char_start"] - monthly < NEARBY
        part = one.record["component"] in ("other", "allowance") and not one.record["comparison"] and beside
        if (
            (whole or part)
            and is_open_year(one)
            and _is_too_little(one, LEAST_A_MONTH if whole else LEAST_PART)
        ):
            infer_period(one, "month")
            monthly = one.record["char_end"]


def _is_too_little(one: Observation, share: int) -> bool:
    """Whether an amount is less than anybody earns in a year, and not less than a share of that."""
    least = least_a_year().get(one.record["currency"] or "", 0.0)
    amount = max(one.record["low"] or 0, one.record["high"] or 0)
    return bool(least / share <= amount < least)


def _periods(made: list[Observation]) -> None:
    """Small amounts stated with an hourly rate (pension, total package) are by the hour as well."""
    stated: dict[str, str] = {}
    for one in made:
        if one.record["period"] in SHORT and one.package:
            stated.setdefault(one.package, one.record["period"])
    for one in made:
        small = max(one.record["low"] or 0, one.record["high"] or 0) < measure.SMALL
        supposed = isinstance(one.labels.get("period"), Inferred) and one.record["period"] == "year"
        beside = one.record["context"] != "prose" or one.record["component"] == "benefits"
        if supposed and small and one.package in stated and beside:
            infer_period(one, stated[one.package])


def _months(made: list[Observation]) -> None:
    """On a page that states pay by the month and hardly any by the year, an amount of that size is one a month as well.

    So it is in a currency that the page so states it in (`DKK a month` beside `EUR a year`).
    """
    stated: defaultdict[str, list[float]] = defaultdict(list)
    spans: defaultdict[tuple[str, str | None], set[tuple[int, int]]] = defaultdict(set)
    for one in made:
        period, amounts, currency = one.record["period"], ends(one.record), one.record["currency"]
        if isinstance(one.labels.get("period"), Inferred) or period not in ("month", "year") or not amounts:
            continue
        for counted_for in (currency, _ALL):
            spans[period, counted_for].add(one.figure.cell.span)
        if period == "month":
            stated[currency] += amounts
    monthly = {currency for currency in (_ALL, *stated) if _are_mostly_months(spans, currency)}
    for one in made:
        if not monthly & {_ALL, one.record["currency"]}:
            continue
        supposed = isinstance(one.labels.get("period"), Inferred) and one.record["period"] == "year"
        known, amounts = stated.get(one.record["currency"], []), ends(one.record)
        usual = one.record["component"] in BY_THE_MONTH and _is_like_a_month(one.record["currency"], amounts)
        if supposed and known and amounts and usual:
            least = min(known) / (SMALLER if one.record["component"] == "allowance" else 2)
            if least <= min(amounts) and max(amounts) <= 2 * max(known):
                infer_period(one, "month")


def _are_mostly_months(
    spans: Mapping[tuple[str, str | None], set[tuple[int, int]]], currency: str | None
) -> bool:
    months, years = (len(spans.get((period, currency), ())) for period in ("month", "year"))
    return months >= max(ENOUGH_MONTHS, MANY_MORE * years)


def _is_like_a_month(currency: str | None, amounts: list[float]) -> bool:
    return currency not in BY_THE_YEAR or (currency != "INR" and max(amounts, default=0) < LEAST_SALARY)


def _currencies(made: list[Observation]) -> None:
    """An amount without any sign (`128k base`) is in the currency that the document states alone, or there where it is paid.

    Where none is stated at all, it is that of the place. Of several, one that nearly all other amounts are in (a page on Norway
    with one amount from Sweden), else that of the amount just stated (`Base €84,000 ... plus 14k of bonus`).
    """
    stated = Counter(one.record["currency"] for one in made if one.record["currency"])
    usual, count = stated.most_common(1)[0] if stated else (None, 1)
    last: Observation | None = None
    for one in made:
        if one.record["unit"] != "currency":
            continue
        if one.record["currency"] is not None:
            last = one
            continue
        place = spot(one.record["region_label"]) if one.record["region_label"] else None
        there = place.currency if place is not None and (not stated or place.currency in stated) else None
        just = last.record["currency"] if last is not None and _follows(last, one) else None
        currency = there or (usual if count >= NEARLY_ALL * stated.total() else just)
        signed = one.figure.currency_cell is not None
        if currency is not None and (not signed or share_a_sign(None, currency)):
            last = one
            infer(one, "currency", currency)
            one.record["flags"] = [flag for flag in one.record["flags"] if flag != "unknown_currency"]


def _follows(last: Observation, one: Observation) -> bool:
    """Whether a sentence states an amount soon after another; in tables nothing follows."""
    near = 0 <= one.record["char_start"] - last.record["char_end"] < NEARBY
    return bool(near and one.package.startswith("sentence"))
