"""What amounts are paid for that stand one below the other in a list or a column: all for the same time."""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.observations.record import Observation
from normalizers.observations.same_time import NEARBY, infer_period, is_open_year
from schemas import Inferred

LISTS = ("label_value", "bullet", "list")
MOST_APART = 2.5
"""How many times the largest amount of a month the smallest one of a year may be, in one list."""


def settle(made: list[Observation]) -> None:
    """`R 38 700` is too little for a year; then `R 50 900` on the next line of a list is no year's pay either."""
    for run in _runs(made):
        months = [_amount(one) for one in run if one.record["period"] == "month"]
        years = [one for one in run if is_open_year(one)]
        if months and years and min(map(_amount, years)) <= MOST_APART * max(months):
            for one in years:
                infer_period(one, "month")


def _runs(made: list[Observation]) -> Iterator[list[Observation]]:
    """The amounts of each list, of which none says itself what it is paid for."""
    run: list[Observation] = []
    for one in (one for one in made if one.record["unit"] == "currency"):
        if run and not _goes_on(run[-1], one):
            yield run
            run = []
        if one.record["context"] in LISTS and isinstance(one.labels.get("period"), Inferred):
            run.append(one)
    if run:
        yield run


def _goes_on(last: Observation, one: Observation) -> bool:
    alike = all(last.record[key] == one.record[key] for key in ("context", "component", "currency"))
    return bool(alike and 0 <= one.record["char_start"] - last.record["char_end"] < NEARBY)


def _amount(one: Observation) -> float:
    return float(max(one.record["low"] or 0, one.record["high"] or 0))
