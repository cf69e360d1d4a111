"""Labels that no vocabulary knows, and spellings of a manifest that nothing uses: both over the rows of a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from schemas.alike import folded

WRITTEN = {
    "role": "role_title",
    "level": "level_label",
    "place": "region_label",
    "company": "company_name",
    "component": "figure_label",
}
"""By kind of lookup, the column that holds its label as written."""
KNOWN = {
    "role": ("role",),
    "level": ("level",),
    "place": ("place", "country", "subdivision", "metro", "work_mode"),
    "company": ("company",),
}
"""By kind, the columns of which one has a value when the label is known."""
READ_AS = {
    "component": "component",
    "statistic": "statistic",
    "period": "period",
    "work_mode": "work_mode",
    "currency_word": "currency",
}
"""By kind, the column whose label in `provenance` may be a spelling of it."""
NEEDS = (
    "source", "document", "line_start", "flags", "component", "observation_id", *WRITTEN.values(),
    *(column for columns in KNOWN.values() for column in columns),
)  # fmt: skip
"""Columns of observations that this module looks at."""


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A label as written that nobody knows the meaning of: in how many rows, and where the first of them stands."""

    source: str
    kind: str
    text: str
    rows: int
    document: str
    line: int


def unmapped(observations: pa.Table) -> list[Unmapped]:
    """Every label with rows in which it means nothing, by source and kind, the most frequent first."""
    found = [
        one for kind in WRITTEN for one in _counted(observations.filter(_unknown(observations, kind)), kind)
    ]
    return sorted(found, key=lambda one: (one.source, list(WRITTEN).index(one.kind), -one.rows, one.text))


def _unknown(rows: pa.Table, kind: str) -> pa.Array:
    written = pc.is_valid(rows[WRITTEN[kind]])
    if kind == "component":
        return pc.and_(written, pc.equal(pc.cast(rows["component"], pa.string()), "other"))
    for column in KNOWN[kind]:
        written = pc.and_(written, pc.is_null(rows[column]))
    return written


def _counted(rows: pa.Table, kind: str) -> Iterator[Unmapped]:
    groups: dict[tuple[str, str], list[dict[str, object]]] = {}
    columns = ["source", "document", "line_start", WRITTEN[kind]]
    for row in rows.select(columns).to_pylist():
        groups.setdefault((row["source"], folded(row[WRITTEN[kind]])), []).append(row)
    for (source, _), same in groups.items():
        first = same[0]
        line = int(str(first["line_start"]))
        yield Unmapped(source, kind, str(first[WRITTEN[kind]]), len(same), str(first["document"]), line)


def lost(observations: pa.Table) -> pa.Table:
    """Rows with a label that no vocabulary knows and that stands in no column: a period, a statistic, a currency."""
    flagged = _has_flag(observations, "unmapped_label")
    for kind in ("level", "place"):
        flagged = pc.and_(flagged, pc.invert(_unknown(observations, kind)))
    return observations.filter(flagged)


def _has_flag(rows: pa.Table, code: str) -> pa.Array:
    return pa.array([code in flags for flags in rows["flags"].to_pylist()], pa.bool_())


def unused(
    lookups: Mapping[str, Mapping[str, str]], observations: pa.Table, labels: Iterable[Mapping[str, str]]
) -> list[tuple[str, str]]:
    """Kind and spelling of a manifest's lookups that no row of its source has as a label.

    `observations` and `labels` (rows of provenance: `column` and `text`) are those of the source.
    """
    read: dict[str, set[str]] = {}
    for label in labels:
        read.setdefault(label["column"], set()).add(_bare(label["text"]))
    found = []
    for kind, entries in lookups.items():
        there = read.get(READ_AS.get(kind, ""), set())
        if kind in WRITTEN:
            there = there | {
                _bare(text) for text in pc.unique(observations[WRITTEN[kind]]).to_pylist() if text
            }
        found += [(kind, spelling) for spelling in entries if _bare(spelling) not in there]
    return found


def _bare(text: str) -> str:
    return folded(text).strip(" ()[]|*_`:\t")
