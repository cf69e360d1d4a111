"""What a refresh did, in numbers and in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from flows.ask import READ
from flows.errors import Exit
from flows.parts import columns_of


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
    """By status, `read` and others."""
    rows: dict[str, int] = field(default_factory=dict)
    """By table."""
    flags: dict[str, int] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    """Figures of the ledger by disposition."""
    unclaimed: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Where figures are left that nobody interpreted: the documents and the shapes (`$#K-$#K`) with most of them."""
    failed: list[tuple[str, str, str]] = field(default_factory=list)
    """Documents that could not be read: document, status, reason."""
    sources: list[tuple[str, str]] = field(default_factory=list)
    """Sources that were stopped, and why."""
    due: dict[str, int] = field(default_factory=dict)
    """Documents by review status."""
    not_needed: list[str] = field(default_factory=list)
    """Corrections that change nothing any more, in words; they are among the warnings."""
    warnings: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    """Files of a release made again that did not hold what was published, and do now."""
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
            "figures": self.figures,
            "unclaimed": {
                kind: [{kind: name, "figures": count} for name, count in most]
                for kind, most in self.unclaimed.items()
            },
            "review": self.due,
            "sources_failed": [{"source": name, "reason": why} for name, why in self.sources],
            "documents_failed": [
                {"document": name, "status": status, "reason": why} for name, status, why in self.failed
            ],
            "corrections_not_needed": self.not_needed,
            "warnings": self.warnings,
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
        }


MOST = 10
"""Documents and shapes with unclaimed figures that are named."""


def count(summary: Summary, folder: Path, rows: Mapping[str, int]) -> None:
    """Fill in what a built release says of itself; `rows` are those of each table."""
    documents = columns_of(folder / "documents.parquet", ["document", "status", "reason", "review_status"])
    observations = columns_of(folder / "observations.parquet", ["flags"])
    summary.rows = dict(rows)
    summary.statuses = _counts(documents["status"])
    summary.due = _counts(documents["review_status"])
    summary.flags = _counts(pc.list_flatten(observations["flags"]))
    summary.figures, summary.unclaimed = _ledger(folder)
    summary.not_needed = _not_needed(folder)
    summary.warnings = [*summary.warnings, *summary.not_needed]
    failed = documents.filter(pc.not_equal(pc.cast(documents["status"], pa.string()), READ)).to_pylist()
    summary.failed = [(record["document"], record["status"], record["reason"] or "") for record in failed]


def recall(summary: Summary, run: Mapping[str, Any]) -> None:
    """Fill in what `count` found when the release was built, from its `run.json`.

    Raises KeyError, TypeError and AttributeError where that is not what `Summary.run` wrote. To count again would take
    longer than everything else that an unchanged refresh does.
    """
    summary.rows, summary.statuses, summary.flags = run["rows"], run["statuses"], run["flags"]
    summary.figures, summary.due = run["figures"], run["review"]
    summary.unclaimed = {
        kind: [(one[kind], one["figures"]) for one in most] for kind, most in run["unclaimed"].items()
    }
    summary.failed = [(one["document"], one["status"], one["reason"]) for one in run["documents_failed"]]
    summary.not_needed = run["corrections_not_needed"]
    summary.warnings = [*summary.warnings, *summary.not_needed]


def _ledger(folder: Path) -> tuple[dict[str, int], dict[str, list[tuple[str, int]]]]:
    """How many figures have which disposition, and where most are unclaimed."""
    ledger = columns_of(folder / "ledger.parquet", ["document", "text", "disposition"])
    left = ledger.filter(pc.equal(pc.cast(ledger["disposition"], pa.string()), "unclaimed"))
    shapes = pc.replace_substring_regex(pc.cast(left["text"], pa.string()), r"[0-9][0-9.,]*", "#")
    return _counts(ledger["disposition"]), {
        "document": _most(_counts(left["document"])),
        "shape": _most(_counts(shapes)),
    }


def _most(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST]


def _not_needed(folder: Path) -> list[str]:
    """Corrections that change nothing any more."""
    issues = columns_of(folder / "issues.parquet", ["code", "document", "line", "message"])
    issues = issues.filter(pc.equal(pc.cast(issues["code"], pa.string()), "correction_not_needed"))
    return [f"{issue['document']}, line {issue['line']}: {issue['message']}" for issue in issues.to_pylist()]


def _counts(column: pa.ChunkedArray) -> dict[str, int]:
    counted = pc.value_counts(pc.drop_null(pc.cast(column, pa.string()))).to_pylist()
    return {entry["values"]: entry["counts"] for entry in sorted(counted, key=lambda e: str(e["values"]))}
