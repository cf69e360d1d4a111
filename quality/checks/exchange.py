"""One amount in two currencies: the exchange rates that a document implies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from statistics import median

from quality.checks.finding import Finding, Row, grouped, rounding

ENDS_APART = 0.05
"""Rates at both ends of one range may differ by so much: people round such amounts freely."""
FROM_OWN = 0.15
"""A pair may lie so far from the rate that the document implies elsewhere."""
LEAST_PAIRS = 3
_BETWEEN = 4
_SAME = ("component", "period", "region_label", "company", "level_label", "statistic")

Pair = tuple[Row, Row]


def rates(rows: list[Row]) -> Iterator[Finding]:
    """A range in two currencies implies one rate at both ends, and about the rate of the document's other ranges."""
    packages = grouped(rows, lambda row: row.get("package_id")).values()
    pairs = [pair for package in packages for pair in _pairs(package)]
    for own in grouped(pairs, lambda pair: (pair[0]["currency"], pair[1]["currency"])).values():
        usual = median(_rate(pair) for pair in own) if len(own) >= LEAST_PAIRS else None
        for pair in own:
            yield from _denied(pair, usual)


def _denied(pair: Pair, usual: float | None) -> Iterator[Finding]:
    first, second = pair
    unit = f"{second['currency']} for 1 {first['currency']}"
    low, high = (_bounds(first, second, end) for end in ("low", "high"))
    at = [second[end] / first[end] for end in ("low", "high")]
    if low[0] > high[1] * (1 + ENDS_APART) or high[0] > low[1] * (1 + ENDS_APART):
        shown = f"{at[0]:.3g} {unit} at the low end, {at[1]:.3g} at the high end"
        expected, found = at
    elif usual and _beyond(usual, low, high):
        shown = f"{_rate(pair):.3g} {unit}, {usual:.3g} elsewhere in the document"
        expected, found = usual, _rate(pair)
    else:
        return
    yield Finding("exchange_rate_apart", second, {"shown": shown}, first, round(expected, 4), round(found, 4))


def _pairs(package: list[Row]) -> Iterator[Pair]:
    """Neighbours (`£75K-£100K / $95K-$128K`) and figures that share a cell end by end (`£75K / $95K - £100K / $128K`)."""
    money = [
        row
        for row in package
        if row["unit"] == "currency" and row["low"] and row["high"] and row["comparison"] is None
    ]
    for first, second in combinations(money, 2):
        if any(0 <= first["char_start"] - row["char_end"] <= _BETWEEN for row in money):
            continue  # the end of a list, one amount a place
        near = second["char_start"] - first["char_end"] <= _BETWEEN
        if near and first["currency"] != second["currency"] and all(first[c] == second[c] for c in _SAME):
            yield first, second


def _rate(pair: Pair) -> float:
    first, second = pair
    return float(second["low"] + second["high"]) / float(first["low"] + first["high"])


def _bounds(first: Row, second: Row, end: str) -> tuple[float, float]:
    """The least and the greatest rate that rounding allows."""
    ours, theirs = rounding(first), rounding(second)
    return (second[end] - theirs) / (first[end] + ours), (second[end] + theirs) / max(first[end] - ours, 1e-9)


def _beyond(usual: float, low: tuple[float, float], high: tuple[float, float]) -> bool:
    least, most = min(low[0], high[0]), max(low[1], high[1])
    return least > usual * (1 + FROM_OWN) or most < usual / (1 + FROM_OWN)
