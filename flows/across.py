"""Doubts that need other documents: outliers and disagreements, as rows of `issues` and as flags of observations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pyarrow as pa

from quality import disagreements, outliers
from schemas import flags, tables

CODES = frozenset({"outlier", "documents_differ"})
"""Codes of the doubts that are found here."""
PLACES = ("observation_id", "source", "document", "line_start")
"""Columns of observations that say where a doubt is."""
NEEDS = tuple(dict.fromkeys([*outliers.NEEDS, *disagreements.NEEDS]))
"""Columns of observations that are looked at."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about one row (by its number), with the row it is held against."""

    code: str
    row: int
    shown: str
    other: int | None = None
    expected: float | None = None
    found: float | None = None


def doubts(rows: pa.Table) -> list[Doubt]:
    """All doubts about observations with the columns `NEEDS`, by code, then in the order of the rows."""
    return [*_outliers(rows), *_disagreements(rows)]


def _outliers(rows: pa.Table) -> Iterator[Doubt]:
    for one in outliers.outliers(rows):
        shown = f"{one.value:,.0f} where the middle of {one.figures:,} figures is {one.median:,.0f}"
        yield Doubt("outlier", one.row, shown, expected=round(one.median, 2), found=one.value)


def _disagreements(rows: pa.Table) -> Iterator[Doubt]:
    for one in disagreements.disagreements(rows):
        ours, theirs = rows.slice(one.row, 1).to_pylist()[0], rows.slice(one.other, 1).to_pylist()[0]
        here, there = (f"{row['low']:,.10g} to {row['high']:,.10g}" for row in (ours, theirs))
        shown = f"{here} here, {there} in {theirs['document']}"
        yield Doubt("documents_differ", one.row, shown, one.other, theirs["high"], ours["low"])


def issues(places: pa.Table, found: list[Doubt]) -> pa.Table:
    """The doubts as rows of `issues`; of observations with the columns `PLACES`."""
    records = []
    for doubt in found:
        place = places.slice(doubt.row, 1).to_pylist()[0]
        other = places.slice(doubt.other, 1).to_pylist()[0] if doubt.other is not None else {}
        flag = flags.all_flags()[doubt.code]
        records.append(
            {
                "code": flag.code,
                "severity": flag.severity,
                "observation_id": place["observation_id"],
                "other_observation_id": other.get("observation_id"),
                "source": place["source"],
                "document": place["document"],
                "line": place["line_start"],
                "other_line": other.get("line_start"),
                "message": flag.in_words({"shown": doubt.shown}),
                "expected": doubt.expected,
                "found": doubt.found,
            }
        )
    return pa.Table.from_pylist(records, schema=tables.arrow_schema("issues"))


def flagged(found: list[Doubt], count: int) -> Iterator[tuple[str, pa.ChunkedArray]]:
    """Each code with the rows that it concerns, as one truth value a row of `count`."""
    for code, own in groupby(found, key=lambda doubt: doubt.code):
        rows = np.zeros(count, dtype=bool)
        rows[[doubt.row for doubt in own]] = True
        yield code, pa.chunked_array([pa.array(rows)])
