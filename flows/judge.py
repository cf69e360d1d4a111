"""Where quality's checks meet the rows of a release.

Checks of one document (`quality.document`) run where the document is read, and their outcome is carried along with its
rows. Checks that need other documents, the as-of date or an earlier release run here, on whole columns, for every
release anew. The codes of the two kinds are disjoint: flags of the second kind are taken off carried rows first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows import across, compare, freshness
from flows.errors import Damaged
from flows.releases import Release
from quality import due, grade
from schemas import tables
from schemas.manifest import Manifest
from schemas.reviews import Entry


class Columns(Protocol):
    """Gives whole columns of the tables of the release to be."""

    def columns(self, table: str, names: list[str]) -> pa.Table:
        """The named columns of a table, all rows, in the dataset's order."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the rows."""

    as_of: dt.date
    manifests: Mapping[str, Manifest]
    before: Release | None
    stale: frozenset[str] = frozenset()
    """Sources whose last good rows are kept because they cannot be read now."""
    captured: Mapping[str, dt.date] = field(default_factory=dict)
    """By document, the day on which it was fetched, where that is known."""
    not_fetched: frozenset[str] = frozenset()
    """Documents whose page could not be fetched again."""
    reviews: Mapping[str, Entry] = field(default_factory=dict)
    """By document, the recorded review that counts."""


@dataclass(slots=True)
class Verdict:
    """Columns to replace, by table, and rows to add to a table (or all rows of a derived table)."""

    columns: dict[str, dict[str, pa.ChunkedArray]] = field(default_factory=dict)
    more: dict[str, pa.Table] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


OF_RELEASE = across.CODES | {"stale_source", "capture_failed"}
"""Codes of flags that are set here."""


CHANGES = frozenset({"documents", "observations", "issues", "reviews", "changes"})
"""Tables that a verdict may change; the others are as documents gave them."""


def dataset(rows: Columns, context: Context) -> Verdict:
    """Everything that cannot be said of a document by itself."""
    verdict = Verdict()
    documents = rows.columns("documents", ["document", "source", "status", *_DATES])
    records = documents.to_pylist()
    reviews = [_review(record, context) for record in records]
    ages = [freshness.how_old(one, context.as_of, context.manifests.get(one["source"])) for one in records]
    verdict.columns["documents"] = _dated(reviews, ages)
    verdict.more["reviews"] = _reviews(documents, reviews, context)
    # One after the other, each with its own columns: a million rows of all of them take a gigabyte.
    doubts = _doubts(rows, verdict)
    _compare(rows, context, verdict)
    verdict.columns["observations"] = _judged(rows, context, doubts)
    names = pc.cast(documents["document"], pa.string()).combine_chunks()
    place = pc.index_in(rows.columns("observations", ["document"])["document"], names)
    verdict.columns["observations"] |= {
        name: column.take(place) for name, column in verdict.columns["documents"].items()
    }
    return verdict


def _doubts(rows: Columns, verdict: Verdict) -> list[across.Doubt]:
    found = across.doubts(rows.columns("observations", list(across.NEEDS)))
    verdict.more["issues"] = across.issues(rows.columns("observations", list(across.PLACES)), found)
    return found


def _judged(rows: Columns, context: Context, doubts: list[across.Doubt]) -> dict[str, pa.ChunkedArray]:
    """Flags and quality of all observations."""
    observations = rows.columns("observations", list(dict.fromkeys(["document", "source", *grade.NEEDS])))
    flags = _flags(observations, context, doubts)
    judged = observations.set_column(observations.schema.get_field_index("flags"), "flags", flags)
    return {"flags": flags, "quality": pa.chunked_array([grade.grades(judged)])}


_DATES = ("updated", "next_review", "cadence", "as_of", "updated_label", "as_of_label", "sha256")


def _review(record: dict[str, Any], context: Context) -> due.Review:
    manifest, name = context.manifests.get(record["source"]), record["document"]
    return review_of(record, context.as_of, manifest, context.captured.get(name), context.reviews.get(name))


def review_of(
    record: Mapping[str, Any],
    as_of: dt.date,
    manifest: Manifest | None,
    captured: dt.date | None,
    entry: Entry | None,
) -> due.Review:
    """When a document (its row in `documents`) is due, why, and how far that is on a day.

    `captured` is the day on which it was fetched, `entry` the recorded review that counts.
    """
    return due.review(
        as_of,
        next_review=record["next_review"],
        updated=record["updated"],
        own_cadence=record["cadence"],
        cadence=manifest.cadence if manifest else None,
        captured=captured or (manifest.captured if manifest else None),
        recorded=due.Recorded(entry.on, entry.sha256, entry.next) if entry is not None else None,
        sha256=record["sha256"],
    )


def _dated(reviews: list[due.Review], ages: list[due.Freshness]) -> dict[str, pa.ChunkedArray]:
    return {
        "freshness": pa.chunked_array([pa.array(ages, pa.string())]),
        "next_review_due": pa.chunked_array([pa.array([review.due for review in reviews], pa.date32())]),
        "review_status": pa.chunked_array([pa.array([review.status for review in reviews], pa.string())]),
    }


def _reviews(documents: pa.Table, reviews: list[due.Review], context: Context) -> pa.Table:
    entries = [context.reviews.get(name) for name in documents["document"].to_pylist()]
    overdue = [(context.as_of - review.due).days if review.due else None for review in reviews]
    return pa.table(
        {
            "document": documents["document"],
            "source": documents["source"],
            "due": pa.array([review.due for review in reviews], pa.date32()),
            "why": pa.array([review.why for review in reviews], pa.string()),
            "status": pa.array([review.status for review in reviews], pa.string()),
            "days_overdue": pa.array(overdue, pa.int64()),
            "reviewed_on": pa.array([entry.on if entry else None for entry in entries], pa.date32()),
            "reviewed_by": pa.array([entry.by if entry else None for entry in entries], pa.string()),
            "sha256": documents["sha256"],
        }
    )


def _compare(rows: Columns, context: Context, verdict: Verdict) -> None:
    """What changed since the release before; one that cannot be read is a warning, and nothing is compared."""
    if context.before is None:
        return
    try:
        found = compare.compared(
            compare.of(context.before), lambda columns: rows.columns("observations", list(columns))
        )
    except Damaged as damage:
        verdict.warnings.append(f"what changed is unknown: {damage}")
        return
    records = [record | {"release_before": context.before.name} for record in found]
    verdict.more["changes"] = pa.Table.from_pylist(records, schema=tables.arrow_schema("changes"))


def _flags(observations: pa.Table, context: Context, doubts: list[across.Doubt]) -> pa.ChunkedArray:
    flags = without(observations["flags"], OF_RELEASE)
    for code, rows in across.flagged(doubts, len(observations)):
        flags = with_flag(flags, rows, code)
    if context.not_fetched:
        old = pc.is_in(observations["document"], pa.array(sorted(context.not_fetched), pa.string()))
        flags = with_flag(flags, old, "capture_failed")
    if not context.stale:
        return flags
    stale = pc.is_in(observations["source"], pa.array(sorted(context.stale), pa.string()))
    return with_flag(flags, stale, "stale_source")


def without(flags: pa.ChunkedArray, codes: frozenset[str]) -> pa.ChunkedArray:
    """Lists of flags without some codes."""
    lists = _one(flags)
    kept = pc.invert(pc.is_in(lists.flatten(), pa.array(sorted(codes), pa.string())))
    if pc.all(kept).as_py() is not False:
        return flags
    rows = pc.list_parent_indices(lists).filter(kept)
    return _lists(np.bincount(rows, minlength=len(lists)), lists.flatten().filter(kept))


def with_flag(flags: pa.ChunkedArray, rows: pa.ChunkedArray, code: str) -> pa.ChunkedArray:
    """Lists of flags, with one more at the end of the lists of some rows."""
    lists = _one(flags)
    more = np.asarray(rows.combine_chunks().to_numpy(zero_copy_only=False), dtype=np.int64)
    counts = pc.list_value_length(lists).to_numpy(zero_copy_only=False).astype(np.int64)
    places = np.cumsum(counts)[more == 1]
    values = np.insert(lists.flatten().to_numpy(zero_copy_only=False), places, code)
    return _lists(counts + more, pa.array(values, pa.string()))


def _one(flags: pa.ChunkedArray) -> pa.ListArray:
    return flags.combine_chunks() if flags.num_chunks != 1 else flags.chunk(0)


def _lists(counts: np.ndarray, values: pa.Array) -> pa.ChunkedArray:
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return pa.chunked_array([pa.ListArray.from_arrays(pa.array(offsets), values)])
