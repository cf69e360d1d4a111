"""Where quality's checks meet the rows of a release.

Checks of one document (`quality.document`) run where the document is read, and their outcome is carried along with its
rows. Checks that need other documents, the as-of date or an earlier release run here, on whole columns, for every
release anew. The codes of the two kinds are disjoint: flags of the second kind are taken off carried rows first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from flows.releases import Release
from flows.sources import Source


class Columns(Protocol):
    """Gives whole columns of the tables of the release to be."""

    def columns(self, table: str, names: list[str]) -> pa.Table:
        """The named columns of a table, all rows, in the dataset's order."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the rows."""

    as_of: dt.date
    sources: Sequence[Source]
    before: Release | None
    stale: frozenset[str] = frozenset()
    """Sources whose last good rows are kept because they cannot be read now."""


@dataclass(slots=True)
class Verdict:
    """Columns to replace, by table, and rows to add to a table (or all rows of a derived table)."""

    columns: dict[str, dict[str, pa.ChunkedArray]] = field(default_factory=dict)
    more: dict[str, pa.Table] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def dataset(rows: Columns, context: Context) -> Verdict:
    """Everything that cannot be said of a document by itself."""
    verdict = Verdict()
    _mark_stale(rows, context, verdict)
    return verdict
