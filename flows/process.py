"""One document, from its bytes to rows. What this module and `flows.tabulate` import are the steps of every document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractors import readers
from flows import contents, extraction, guard, intake
from flows.ask import READ, Ask
from flows.errors import Stop
from flows.sources import Source
from normalizers.observations import Observed, corrections, observe
from normalizers.observations.corrections import CorrectionError
from quality import checks
from schemas import Cell, Document, Note, flags

FAILED, TIMEOUT, MEMORY = "failed", "timeout", "memory"
CORRECTION = "correction"
"""A correction of the document does not fit it any more: its source is stopped, so no release has this status."""
COUNTS = ("figures", "observed", "rejected", "not_pay", "unclaimed", "observations")

JUDGED_LATER = {"quality": "low", "freshness": "expired", "review_status": "unscheduled"}
"""What stands in columns that must have a value until the whole release is judged (`flows.judge`)."""

Record = dict[str, Any]


@dataclass(slots=True)
class Result:
    """What came of one document: its row in `documents`, and its rows in other tables."""

    document: Record
    tables: dict[str, list[Record]] = field(default_factory=dict)

    def without_rows(self, status: str, reason: str) -> Result:
        """The document with nothing but a reason."""
        return Result(
            self.document | dict.fromkeys(COUNTS, 0) | {"status": status, "reason": reason, "flags": []}
        )


class EvidenceError(Exception):
    """A row whose text does not stand where the row says: a defect of a reader."""


def one(raw: Path, source: Source, ask: Ask) -> Result:
    """Read one document; whatever goes wrong is in its row. Raises Stop when the file changed a moment ago."""
    try:
        with guard.limits(ask.seconds, ask.memory):
            return _read(raw, source, ask)
    except guard.OutOfTimeError:
        return unread(
            ask,
            TIMEOUT,
            f"still reading after {ask.seconds:g} seconds of work (limits: seconds in source.yaml)",
        )
    except MemoryError:
        return unread(ask, MEMORY, f"takes more than {ask.memory:,} bytes (limits: memory in source.yaml)")
    except CorrectionError as error:
        return unread(ask, CORRECTION, str(error))
    except Stop:
        raise
    # A defect that one document brings to light must not cost the others; it is named with its place.
    except Exception as error:  # noqa: BLE001
        return unread(ask, FAILED, extraction.describe(error))


def unread(ask: Ask, status: str, reason: str, size: int | None = None) -> Result:
    """A document of which there is nothing but the reason why."""
    about = _about(ask) | {"status": status, "reason": reason, "size": size, "flags": []}
    return Result(about | dict.fromkeys(COUNTS, 0))


def extracted(document: Document, module: str) -> Observed:
    """What an extractor makes of a document, normalised and balanced against all figures that can be seen in it."""
    extractor = extraction.load(module)
    return observe(document, extractor.extract(document), visible(document))


def visible(document: Document) -> Iterator[Cell]:
    """The pieces of a document that a reader of it sees, and the hidden ones that hold figures."""
    reading = readers.read(document)
    for block in reading.blocks:
        if block.label is not None:
            yield block.label
        if block.table is None:
            yield block.cell
        else:
            yield from (cell for row in block.table.rows for cell in row if cell)
    yield from reading.hidden


def _read(raw: Path, source: Source, ask: Ask) -> Result:
    found = intake.read(raw, ask.file, source)
    if found.sha256 != ask.sha256 or (isinstance(found, intake.Unread) and found.status == contents.VANISHED):
        raise Stop(
            f"{ask.document}: changed while the refresh read it; nothing was published",
            "Run it again when nothing else writes to the raw folder",
        )
    if isinstance(found, intake.Unread):
        return unread(ask, found.status, found.reason, found.size)
    observed = extracted(found, ask.extractor)
    check_evidence(found, observed)
    issues = corrections.apply(found, observed, source.corrections.get(found.path, ()))
    issues += checks.check(observed.observations, observed.comparisons)
    return _result(found, observed, source, ask, issues)


def check_evidence(document: Document, observed: Observed) -> None:
    """Every text of every row stands where the row says. Raises EvidenceError."""
    placed = [(r["char_start"], r["char_end"], r["evidence"]) for r in observed.observations]
    read = [r for r in observed.provenance if r["how"] == "read"]
    placed += [(r["char_start"], r["char_end"], r["text"]) for r in (*read, *observed.ledger)]
    for start, end, text in placed:
        if start is not None and document.text[start:end] != text:
            raise EvidenceError(f"{text!r} does not stand at {start} (line {document.line(start)})")


def _about(ask: Ask) -> Record:
    return {
        "document": ask.document,
        "source": ask.source,
        "sha256": ask.sha256 or None,
        "fingerprint": ask.fingerprint,
        "extractor": ask.extractor,
        "extractor_version": ask.extractor_version,
    }


def _result(document: Document, observed: Observed, source: Source, ask: Ask, issues: list[Record]) -> Result:
    manifest, fetched = source.manifest, source.captures.get(ask.file)
    origin = {
        "url": fetched.url if fetched else manifest.url if manifest else None,
        "publisher": manifest.publisher if manifest else None,
        "licence": manifest.licence if manifest else "unknown",
        "extractor": ask.extractor,
        "extractor_version": ask.extractor_version,
        **JUDGED_LATER,
    }
    doubts = _doubts(source)
    for row in observed.observations:
        row |= origin
        row["flags"] = sorted({*row["flags"], *doubts})
    observed.observations.sort(key=lambda row: (row["char_start"], row["observation_id"]))
    counts = dict.fromkeys(COUNTS, 0) | {
        "figures": len(observed.ledger),
        "observations": len(observed.observations),
    }
    for entry in observed.ledger:
        counts[entry["disposition"]] += 1
    about = _about(ask) | observed.facts | counts
    about |= {
        "status": READ,
        "reason": None,
        "size": document.size,
        "encoding": document.encoding,
        "text_sha256": sha256(document.text.encode()).hexdigest(),
        "flags": sorted({*doubts, *_lacks(about), *(note.code for note in observed.notes)}),
    }
    tables = {
        name: getattr(observed, name)
        for name in ("observations", "provenance", "ledger", "levels", "citations")
    }
    return Result(about, tables | {"issues": [*(_issue(document, note) for note in observed.notes), *issues]})


def _lacks(document: Record) -> Iterator[str]:
    """What can be seen of a document as a whole."""
    if document["unclaimed"]:
        yield "unclaimed_figures"
    if document.get("updated") is None and document.get("as_of") is None:
        yield "undated"


def _doubts(source: Source) -> list[str]:
    if source.manifest is None:
        return ["no_manifest"]
    return ["unknown_licence"] if source.manifest.licence == "unknown" else []


def _issue(document: Document, note: Note) -> Record:
    return {
        "code": note.code,
        "severity": flags.severity(note.code),
        "source": document.source,
        "document": document.path,
        "line": document.line(note.cell.start),
        "message": note.message,
    }
