"""Figures that lie far from those of other documents about the same work: a robust measure over whole columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quality.checks.finding import TALK
from quality.truth import true

NEEDS = (
    "role", "level", "country", "component", "currency", "unit", "claim", "comparison", "annual_low", "annual_high",
    "document",
)  # fmt: skip
"""Columns of observations that are looked at."""

_GROUP = ["role", "level", "country", "component", "currency"]
_WHOLE = ["base", "total", "wage"]
LEAST_FIGURES, LEAST_DOCUMENTS = 20, 5
FAR = 5.0
"""Distance from the median in robust standard deviations (1.4826 times the median absolute deviation), of logarithms."""
LEAST_RATIO = 3.0
"""Less than so many times above or below the median is never an outlier, however alike the others are."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """One figure (the number of its row) that lies far off: its value and the median of its group, a year, and how many."""

    row: int
    value: float
    median: float
    figures: int


def outliers(rows: pa.Table) -> list[Outlier]:
    """The outliers among observations with the columns `NEEDS`, in the order of the rows.

    Figures are compared that say what is paid for a whole base, total or wage, with those of the same role, level, country,
    component and currency, by the middle of their ends as an annual value.
    """
    chosen, values = _comparable(rows)
    if not len(chosen):
        return []
    own = rows.select([*_GROUP, "document"]).take(pa.array(chosen))
    keys = pc.binary_join_element_wise(
        *(pc.fill_null(pc.cast(own[name], pa.string()), "") for name in _GROUP), "\x1f"
    )
    groups, documents = (
        column.combine_chunks().dictionary_encode().indices.to_numpy() for column in (keys, own["document"])
    )
    order = np.argsort(groups, kind="stable")
    found = []
    for members in np.split(order, np.flatnonzero(np.diff(groups[order])) + 1):
        if len(members) >= LEAST_FIGURES and len(np.unique(documents[members])) >= LEAST_DOCUMENTS:
            found += _far(chosen[members], values[members])
    return sorted(found, key=lambda one: one.row)


def _comparable(rows: pa.Table) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the rows that can be compared, and their annual values."""
    low, high = (rows[name].to_numpy() for name in ("annual_low", "annual_high"))
    with np.errstate(invalid="ignore"):
        value = np.where(np.isnan(low), high, np.where(np.isnan(high), low, (low + high) / 2))
        right = value > 0
    right &= true(pc.equal(rows["unit"], "currency")) & true(pc.is_in(rows["component"], pa.array(_WHOLE)))
    right &= true(pc.is_null(rows["comparison"])) & ~true(pc.is_in(rows["claim"], pa.array(sorted(TALK))))
    right &= true(pc.is_valid(rows["role"]))
    chosen = np.flatnonzero(right)
    return chosen, value[chosen]


def _far(rows: np.ndarray, values: np.ndarray) -> list[Outlier]:
    logs = np.log(values)
    middle = float(np.median(logs))
    distance = np.abs(logs - middle)
    spread = max(1.4826 * float(np.median(distance)), np.log(LEAST_RATIO) / FAR)
    return [
        Outlier(int(rows[at]), float(values[at]), float(np.exp(middle)), len(values))
        for at in np.flatnonzero(distance > FAR * spread)
    ]
