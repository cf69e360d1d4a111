"""One document, from its bytes to rows. The imports of this module are the steps that every document takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows import extraction, guard, intake
from flows.errors import Stop
from flows.sources import Source
from normalizers.observations import observe
from schemas import Document

READ, FAILED, TIMEOUT, MEMORY = "read", "failed", "timeout", "memory"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """Which file is to be read, and what is known of it."""

    source: str
    file: str
    document: str
    sha256: str
    fingerprint: str
    extractor: str
    extractor_version: str
    seconds: float
    memory: int


@dataclass(slots=True)
class Result:
    """What came of one document: its row in `documents`, and its rows in other tables."""

    document: Record
    tables: dict[str, list[Record]] = field(default_factory=dict)


def one(raw: Path, source: Source, ask: Ask) -> Result:
    """Read one document. Whatever goes wrong is in its row; raises Stop when the file is not what it was a moment ago."""
    try:
        with guard.limits(ask.seconds, ask.memory):
            return _read(raw, source, ask)
    except guard.OutOfTimeError:
        return unread(
            source, ask, TIMEOUT, f"still reading after {ask.seconds:g} seconds; `limits: {{seconds: ...}}`"
        )
    except MemoryError:
        return unread(source, ask, MEMORY, f"needs more than {ask.memory:,} bytes; `limits: {{memory: ...}}`")
    except Stop:
        raise
    # A defect that one document brings to light must not cost the others; it is named with its place.
    except Exception as error:
        return unread(source, ask, FAILED, extraction.describe(error))


def _read(raw: Path, source: Source, ask: Ask) -> Result:
    found = intake.read(raw, ask.file, source)
    if found.sha256 != ask.sha256 or (isinstance(found, intake.Unread) and found.status == intake.VANISHED):
        raise Stop(
            f"{ask.document}: changed while the refresh read it; nothing was published",
            "Run it again when nothing else writes to the raw folder",
        )
    if isinstance(found, intake.Unread):
        return unread(source, ask, found.status, found.reason, found.size)
    ...


def unread(source: Source, ask: Ask, status: str, reason: str, size: int | None = None) -> Result:
    """A document of which there is nothing but the reason why."""
    return Result(
        _about(source, ask) | {"status": status, "reason": reason, "size": size} | dict.fromkeys(COUNTS, 0)
    )
