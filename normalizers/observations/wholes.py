"""Amounts that nobody calls total pay, and that are it all the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from normalizers.observations.record import Observation
from normalizers.observations.same_time import TABLES, ends, infer
from schemas import Document, Inferred

BEYOND = 1.1
"""So many times the highest base of a document's tables is no base any more."""
_TARGET = re.compile(r"\bOTE\b|\bon[- ]target earnings\b", re.IGNORECASE)
_SALARY = re.compile(r"salar|base|basic", re.IGNORECASE)
LEAST_MORE, MOST_MORE = 1.25, 2.5
"""How many times its base what a seller makes on target is."""
BEYOND_A_SALARY = 2_000_000
MONEY_OF_SALARIES = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD"})
"""More a year is no base pay, in money of which a salary is some ten thousands."""
ENOUGH, MANY_MORE = 5, 8
"""How many amounts a page calls the total, and how many times as many as it calls a salary, that it counts nothing else."""


def settle(made: list[Observation]) -> None:
    """Open amounts of a page that gives total pay, and those that its tables leave nothing else to be."""
    _beyond_a_salary(made)
    _where_all_are_totals(made)
    _wholes(made)


def of_pairs(document: Document, made: list[Observation]) -> None:
    """`Mid-market AE £70k/£140k` on a page that speaks of on-target earnings: a base, and with commission the whole."""
    if _TARGET.search(document.text) is None:
        return
    for first, second in pairwise(made):
        records = first.record, second.record
        alike = all(one["unit"] == "currency" and one["period"] == "year" for one in records)
        if not alike or records[0]["currency"] != records[1]["currency"]:
            continue
        gap = document.text[records[0]["char_end"] : records[1]["char_start"]]
        low, high = (max(ends(one), default=0) for one in records)
        supposed = all(isinstance(one.labels.get("component"), Inferred) for one in (first, second))
        parts = {one["component"] for one in records}
        same = supposed and len(parts) == 1 and parts <= {"base", "total"}
        if same and gap.strip() == "/" and LEAST_MORE * low <= high <= MOST_MORE * low:
            infer(first, "component", "base")
            infer(second, "component", "total")


def _beyond_a_salary(made: list[Observation]) -> None:
    """`The chief executive was paid $18.2 million`: nobody has a salary of so much, and the most of it is stock."""
    for one in made:
        counted = one.record["currency"] in MONEY_OF_SALARIES and _is_open_base(one)
        named = getattr(one.labels.get("component"), "cell", None)
        called = named is not None and _SALARY.search(named.text) is not None
        if counted and not called and max(ends(one.record)) >= BEYOND_A_SALARY:
            infer(one, "component", "total")


def _where_all_are_totals(made: list[Observation]) -> None:
    """On a page that gives total pay again and again, and hardly a salary, an amount that says nothing of itself is total pay."""
    named: Counter[str] = Counter()
    for one in made:
        label = one.labels.get("component")
        if one.record["unit"] == "currency" and label is not None and not isinstance(label, Inferred):
            named[one.record["component"]] += 1
    if named["total"] < ENOUGH or named["total"] < MANY_MORE * (named["base"] + named["wage"]):
        return
    for one in made:
        if _is_open_base(one):
            infer(one, "component", "total")


def _wholes(made: list[Observation]) -> None:
    """An amount without a word for its component is the total where the document's own tables leave it nothing else.

    `target $420K-$478K` beside a base of $215K-$285K and a total of $350K-$478K: too much for a base, and within the totals.
    """
    stated: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for one in made:
        record = one.record
        in_table = record["context"] in TABLES and record["period"] == "year" and record["unit"] == "currency"
        if in_table and record["component"] in ("base", "total") and record["low"] and record["high"]:
            stated[record["component"], record["currency"]] += [record["low"], record["high"]]
    open_ = [one for one in made if _is_open_base(one)]
    too_much = {one.package for one in open_ if _is_too_much(one.record, stated)}
    for one in open_:
        totals = stated.get(("total", one.record["currency"]), [])
        own = ends(one.record)
        # Figures of one sentence are of one kind (`$185K in Austin, $200K in Denver and $310K in San Francisco`).
        if totals and one.package in too_much and _is_within(own, totals):
            infer(one, "component", "total")


def _is_open_base(one: Observation) -> bool:
    record = one.record
    supposed = isinstance(one.labels.get("component"), Inferred) and record["component"] == "base"
    return supposed and not record["comparison"] and record["period"] == "year" and bool(ends(record))


def _is_too_much(record: dict[str, Any], stated: Mapping[tuple[str, str], list[float]]) -> bool:
    bases, totals = (stated.get((part, record["currency"]), []) for part in ("base", "total"))
    own = ends(record)
    if not bases or not totals or min(own) <= max(bases) * BEYOND:
        return False
    return _is_within(own, totals)


def _is_within(own: Sequence[float], totals: Sequence[float]) -> bool:
    return min(totals) <= min(own) and max(own) <= max(totals) * BEYOND
