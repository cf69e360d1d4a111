"""Entries of a list with a number of cases each (`Columbus, OH: $121,400 · 702 salaries`) are the average that their page gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from normalizers.observations.measure import PERCENTILES
from normalizers.observations.record import Observation
from normalizers.observations.same_time import infer

LEAST = 3
"""So many entries, with two numbers of cases at least, are a list."""
MUCH_MORE = 2
_ENTRIES = ("label_value", "bullet")


def settle(made: Iterable[Observation]) -> None:
    """What is worked out from many cases is no single amount: it is the mean or median that the page names elsewhere."""
    made = list(made)
    open_ = [one for one in made if _is_open(one)]
    if len(open_) < LEAST or len({one.record["sample_size"] for one in open_}) == 1:
        return
    if len({one.package for one in open_}) < LEAST:
        return
    named = Counter(one.record["statistic"] for one in made if one.record["statistic"] in ("mean", "median"))
    usual = max(named, key=lambda kind: named[kind], default="")
    if not usual or named[usual] < MUCH_MORE * (named.total() - named[usual]):
        return
    for one in open_:
        infer(one, "statistic", usual)
        one.record["low_percentile"] = one.record["high_percentile"] = PERCENTILES.get(usual)


def _is_open(one: Observation) -> bool:
    record = one.record
    counted = record["sample_size"] is not None and record["sample_size"] > 1
    whole = record["unit"] == "currency" and record["component"] in ("base", "wage", "total")
    return bool(counted and whole and record["statistic"] == "point" and record["context"] in _ENTRIES)
