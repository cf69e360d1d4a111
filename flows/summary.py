"""What a refresh did, in numbers and in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.errors import Exit


@dataclass(slots=True)
class Summary:
    """The outcome of a refresh. `published` is whether readers see something new."""

    release: str
    published: bool
    why: str
    """In words: what was published, or why nothing was."""
    place: str = ""
    documents: dict[str, int] = field(default_factory=dict)
    """By what was done with them: read, carried, kept, gone."""
    statuses: dict[str, int] = field(default_factory=dict)
    """By status, `ok` and others."""
    rows: dict[str, int] = field(default_factory=dict)
    """By table."""
    flags: dict[str, int] = field(default_factory=dict)
    failed: list[tuple[str, str, str]] = field(default_factory=list)
    """Documents that could not be read: document, status, reason."""
    sources: list[tuple[str, str]] = field(default_factory=list)
    """Sources that were stopped, and why."""
    due: dict[str, int] = field(default_factory=dict)
    """Documents by review status."""
    warnings: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    """Wall clock by stage."""

    @property
    def exit(self) -> Exit:
        """The exit code of a run that ended like this."""
        return Exit.INCOMPLETE if self.failed or self.sources else Exit.OK

    def run(self) -> dict[str, Any]:
        """What of it `run.json` says."""
        return {
            "release": self.release,
            "documents": self.documents,
            "statuses": self.statuses,
            "rows": self.rows,
            "flags": self.flags,
            "review": self.due,
            "sources_failed": [{"source": name, "reason": why} for name, why in self.sources],
            "documents_failed": [
                {"document": name, "status": status, "reason": why} for name, status, why in self.failed
            ],
            "warnings": self.warnings,
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
        }


READ = "read"
"""Status of a document that could be read."""


def count(summary: Summary, folder: Path, rows: Mapping[str, int]) -> None:
    """Fill in what a built release says of itself."""
    documents = pq.read_table(
        folder / "documents.parquet", columns=["document", "status", "reason", "review_status"]
    )
    observations = pq.read_table(folder / "observations.parquet", columns=["flags"])
    summary.rows = dict(rows)
    summary.statuses = _counts(documents["status"])
    summary.due = _counts(documents["review_status"])
    summary.flags = _counts(pc.list_flatten(observations["flags"]))
    summary.warnings = [*summary.warnings, *_not_needed(folder)]
    failed = documents.filter(pc.not_equal(pc.cast(documents["status"], pa.string()), READ)).to_pylist()
    summary.failed = [(record["document"], record["status"], record["reason"] or "") for record in failed]


def _not_needed(folder: Path) -> list[str]:
    """Corrections that change nothing any more."""
    wanted = pc.field("code") == "correction_not_needed"
    issues = pq.read_table(folder / "issues.parquet", columns=["document", "line", "message"], filters=wanted)
    return [f"{issue['document']}, line {issue['line']}: {issue['message']}" for issue in issues.to_pylist()]


def _counts(column: pa.ChunkedArray) -> dict[str, int]:
    counted = pc.value_counts(pc.drop_null(pc.cast(column, pa.string()))).to_pylist()
    return {entry["values"]: entry["counts"] for entry in sorted(counted, key=lambda e: str(e["values"]))}
