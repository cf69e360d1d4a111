"""What a refresh did, in numbers and in words for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
    """Sources that could not be read, and why."""
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
