"""Parts of pay that add up to a whole beside them: all are for the time of that whole."""

from __future__ import annotations

from collections import defaultdict

from normalizers.observations.record import Observation
from normalizers.observations.same_time import infer_period
from normalizers.periods import REGULAR
from schemas import Inferred

NEARLY = 1.0
LEAST_PARTS = 2


def settle(made: list[Observation]) -> None:
    """`Base 413,500 | Weekends 18,200 | Total 431,700`: the second is too little for a year, and a year's all the same."""
    packages: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in made:
        if one.package and one.record["unit"] == "currency" and one.record["low"] == one.record["high"]:
            packages[one.package].append(one)
    for together in packages.values():
        wholes = [one for one in together if one.record["component"] == "total"]
        parts = [one for one in together if one.record["component"] != "total"]
        if len(wholes) != 1 or len(parts) < LEAST_PARTS:
            continue
        whole = wholes[0].record
        if (
            whole["period"] not in REGULAR
            or abs(sum(one.record["low"] for one in parts) - whole["low"]) > NEARLY
        ):
            continue
        for one in parts:
            supposed = isinstance(one.labels.get("period"), Inferred) and one.record["period"] in REGULAR
            if supposed and one.record["period"] != whole["period"]:
                infer_period(one, whole["period"])
