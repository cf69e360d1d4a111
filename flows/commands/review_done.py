"""`wagebook review done`: record that a person looked at a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rapidfuzz import process

from flows import disk, stored
from flows.commands.shown import console, safe
from flows.contents import UnreadableError, load
from flows.errors import Exit, Stop
from flows.own_files import REVIEWS, recorded
from flows.releases import Releases
from flows.sources import Source, discover, document_name
from schemas.mistakes import MistakesError
from schemas.reviews import Entry, parse, written


@dataclass(frozen=True, slots=True)
class Said:
    """What the reviewer says of the review."""

    by: str
    on: dt.date
    next: dt.date | None = None
    note: str | None = None


def run(target: str, raw: Path, out: Path, said: Said, today: dt.date) -> int:
    """Record that a person looked at a document, or at all of a source, as it lies there now."""
    if not said.by.strip():
        raise Stop("--by is empty", "Say who looked at it: --by NAME")
    if said.on > today:
        raise Stop(f"--on {said.on} is yet to come", "Write the day on which it was looked at")
    sources = discover(raw)
    chosen = list(_chosen(target, sources))
    _has_next(chosen, out, said.next)
    by_source: dict[str, list[Entry]] = {}
    for source, file in chosen:
        by_source.setdefault(source.name, []).append(_entry(raw, source, file, said))
    for name, entries in by_source.items():
        _append(raw, name, entries)
    count = f"{len(chosen):,} document{'s' if len(chosen) > 1 else ''}"
    console().print(f"{count} reviewed by {safe(said.by)} on {said.on}; the next refresh takes it up")
    return Exit.OK


def _entry(raw: Path, source: Source, file: str, said: Said) -> Entry:
    try:
        digest = sha256(load(raw, file, source.limits.size)).hexdigest()
    except UnreadableError as error:
        why = f"{document_name(file)}: {error.status}: {error}"
        raise Stop(why, "Nobody can have looked at it; nothing was recorded") from error
    try:
        return Entry(
            document=document_name(file),
            sha256=digest,
            by=said.by,
            on=said.on,
            next=said.next,
            note=said.note,
        )
    except ValueError as error:
        raise Stop(
            f"--next {said.next} is not after the review on {said.on}", "Choose a later day"
        ) from error


def _chosen(target: str, sources: list[Source]) -> Iterator[tuple[Source, str]]:
    every = [(source, file) for source in sources for file in source.files]
    found = [(source, file) for source, file in every if source.name == target] or [
        (source, file) for source, file in every if document_name(file) == target.removeprefix("raw/")
    ]
    if not found:
        names = [source.name for source in sources] + [document_name(file) for _, file in every]
        near = process.extractOne(target, names, score_cutoff=60)
        raise Stop(
            f"there is no document or source {target!r}",
            f"Did you mean {near[0]}?" if near else "`wagebook review` lists the documents",
        )
    yield from found


def _has_next(chosen: list[tuple[Source, str]], out: Path, following: dt.date | None) -> None:
    """A review must say, or a cadence, when the next one is due: else the document would be unscheduled for ever."""
    if following is not None:
        return
    own = _own_cadences(out)
    lacking = [
        document_name(file)
        for source, file in chosen
        if document_name(file) not in own and not (source.manifest and source.manifest.cadence)
    ]
    if lacking:
        raise Stop(
            f"{lacking[0]}: neither it nor its manifest says how often it is reviewed",
            "Say when it is due again with --next DATE, or give the source a `cadence`",
        )


def _own_cadences(out: Path) -> set[str]:
    current = Releases(out).current()
    if current is None:
        return set()
    stated = stored.columns(current, "documents", ["document", "cadence"])
    return {record["document"] for record in stated.to_pylist() if record["cadence"]}


def _append(raw: Path, name: str, entries: list[Entry]) -> None:
    """Add entries to a source's file, whole or not at all; what is there stays as it is, comments too."""
    path = raw / name / REVIEWS
    path.parent.mkdir(exist_ok=True)
    with disk.explained(path.parent), disk.alone(path.parent):
        try:
            recorded(raw, name)
        except MistakesError as error:
            raise Stop(str(error), "Mend the file first; nothing was recorded") from error
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        text = before + ("\n" if before and not before.endswith("\n") else "") + written(entries)
        try:
            parse(text, f"{raw.name}/{name}/{REVIEWS}")
        except MistakesError as error:
            remedy = "It must be a list with `- document: ...` entries"
            raise Stop(f"{path}: nothing can be added to it: {error}", remedy) from error
        disk.replace(path, text)
