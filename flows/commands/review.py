"""`wagebook review`: what a person must look at next."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from flows import judge, stored
from flows.commands.shown import console, safe, table
from flows.contents import digest
from flows.errors import Exit
from flows.releases import Releases
from flows.sources import discover, document_name
from quality import due
from schemas.reviews import Entry, latest

_ORDER = ("overdue", "unscheduled", "due_soon", "current")
_COLOURS = {"overdue": "red", "unscheduled": "red", "due_soon": "yellow", "current": "green"}
_DATES = ("document", "source", "sha256", "updated", "next_review", "cadence")


@dataclass(frozen=True, slots=True)
class Due:
    """One document of the queue."""

    source: str
    document: str
    review: due.Review
    entry: Entry | None


def run(
    raw: Path, out: Path, only: str | None, as_of: dt.date, fail_on: str | None, *, as_json: bool, most: int
) -> int:
    """Show what is due, overdue first; a review recorded a moment ago counts already."""
    found = sorted(_queue(raw, out, only, as_of), key=_urgency)
    waiting = [one for one in found if one.review.status != "current"]
    if as_json:
        typer.echo(json.dumps([_record(one, as_of) for one in found], indent=2, ensure_ascii=False))
    else:
        _show(found, waiting, as_of, most)
    failing = {"overdue": ("overdue", "unscheduled"), "due-soon": ("overdue", "unscheduled", "due_soon")}
    wanted = failing.get(fail_on or "", ())
    return Exit.DUE if any(one.review.status in wanted for one in found) else Exit.OK


def _queue(raw: Path, out: Path, only: str | None, as_of: dt.date) -> Iterator[Due]:
    release = Releases(out).named(None)
    sources = {source.name: source for source in discover(raw, (only,) if only else ())}
    files = {document_name(file): file for source in sources.values() for file in source.files}
    notes = {
        document_name(file): note.day for source in sources.values() for file, note in source.captures.items()
    }
    for record in stored.columns(release, "documents", _DATES).to_pylist():
        source = sources.get(record["source"])
        if only not in (None, record["source"]):
            continue
        entry = latest(source.reviews.get(record["document"], ()), as_of) if source else None
        # What was reviewed is compared with what lies there now, which may be newer than the release.
        if source and entry is not None and record["document"] in files:
            record["sha256"] = digest(raw, files[record["document"]], source.limits.size)
        name, manifest = record["document"], source.manifest if source else None
        review = judge.review_of(record, as_of, manifest, notes.get(name), entry)
        yield Due(record["source"], name, review, entry)


def _urgency(one: Due) -> tuple[int, dt.date, str]:
    return _ORDER.index(one.review.status), one.review.due or dt.date.min, one.document


def _record(one: Due, as_of: dt.date) -> dict[str, object]:
    return {
        "document": one.document,
        "source": one.source,
        "status": one.review.status,
        "due": one.review.due.isoformat() if one.review.due else None,
        "days_overdue": (as_of - one.review.due).days if one.review.due else None,
        "why": one.review.why,
        "reviewed_on": one.entry.on.isoformat() if one.entry else None,
        "reviewed_by": one.entry.by if one.entry else None,
    }


def _show(found: list[Due], waiting: list[Due], as_of: dt.date, most: int) -> None:
    shown = console()
    rows = table("status", "document", "due", "#days over", "because")
    for one in waiting[:most]:
        over = (as_of - one.review.due).days if one.review.due else None
        day, late = (
            one.review.due.isoformat() if one.review.due else "",
            "" if over is None else f"{over:,}",
        )
        status = f"[{_COLOURS[one.review.status]}]{one.review.status.replace('_', ' ')}[/]"
        rows.add_row(status, safe(one.document), day, late, safe(one.review.why))
    if waiting:
        shown.print(rows)
    if len(waiting) > most:
        shown.print(f"and {len(waiting) - most:,} more; --limit {len(waiting)} shows all")
    counts = [f"{sum(one.review.status == s for one in found):,} {s.replace('_', ' ')}" for s in _ORDER]
    shown.print(f"as of {as_of}: {', '.join(counts)}")
    if waiting:
        shown.print("`wagebook review done DOCUMENT --by NAME` records that somebody looked at one")
