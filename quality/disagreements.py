"""Documents that contradict each other: one fact, stated by two of them, in ranges that do not even touch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quality.checks.finding import TALK
from quality.truth import true

_FACT = [
    "company", "role", "role_title", "level_label", "place", "component", "statistic", "period", "currency", "claim", "as_of_label",
]  # fmt: skip
_NARROWER = ["specialization", "education", "qualifier", "experience_min_years"]
NEEDS = (*_FACT, *_NARROWER, "unit", "comparison", "low", "high", "document")
"""Columns of observations that are looked at."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two rows (by number) of different documents about one fact: `row` states more than the highest end of `other`."""

    row: int
    other: int


def disagreements(rows: pa.Table) -> list[Disagreement]:
    """The disagreements among observations with the columns `NEEDS`: for each fact the highest row against the lowest.

    A fact names its payer, its job and its place; figures without all of these are about different things more often than not.
    """
    chosen = np.flatnonzero(_comparable(rows))
    if not len(chosen):
        return []
    own = rows.select([*_FACT, *_NARROWER, "low", "high", "document"]).take(pa.array(chosen))
    joined = pc.binary_join_element_wise(
        *(pc.fill_null(pc.cast(own[name], pa.string()), "") for name in [*_FACT, *_NARROWER]), "\x1f"
    )
    facts = joined.combine_chunks().dictionary_encode().indices.to_numpy()
    documents = own["document"].combine_chunks().dictionary_encode().indices.to_numpy()
    low, high = (own[end].to_numpy() for end in ("low", "high"))
    order = np.argsort(facts, kind="stable")
    found = []
    for members in np.split(order, np.flatnonzero(np.diff(facts[order])) + 1):
        top, bottom = members[np.argmax(low[members])], members[np.argmin(high[members])]
        if low[top] > high[bottom] and documents[top] != documents[bottom]:
            found.append(Disagreement(int(chosen[top]), int(chosen[bottom])))
    return sorted(found, key=lambda one: one.row)


def _comparable(rows: pa.Table) -> np.ndarray:
    right: np.ndarray = true(pc.equal(rows["unit"], "currency")) & true(pc.is_null(rows["comparison"]))
    for name in ("company", "role", "place", "low", "high"):
        right &= true(pc.is_valid(rows[name]))
    right &= ~true(pc.is_in(rows["claim"], pa.array(sorted(TALK))))
    return right
