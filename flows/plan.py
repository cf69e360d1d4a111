"""What a refresh will do with each document, and why. The last release is the only cache."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc

from flows import code, extraction, judge
from flows.ask import READ
from flows.contents import VANISHED, UnreadableError, load
from flows.errors import Damaged, Stop
from flows.parts import OF_DOCUMENTS, Run, columns_of, runs_of, schema_of
from flows.releases import Release
from flows.sources import Source, document_name
from schemas.tables import arrow_schema

Action = Literal["read", "carry", "keep"]
"""Read it; carry its rows over from the last release; keep its last good rows, because its source cannot be read."""

PASSING = frozenset({"timeout", "memory", "crashed", "unreadable"})
"""Statuses that the machine may be to blame for: such a document is tried again each time."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document and what is to be done with it."""

    source: str
    document: str
    file: str
    sha256: str
    size: int
    fingerprint: str
    extractor: str
    action: Action
    why: str


@dataclass(frozen=True)
class Plan:
    """What a refresh will do. `tasks` are in the order of the dataset: by source, then document."""

    sources: list[Source]
    tasks: list[Task]
    last: Last | None

    @cached_property
    def gone(self) -> list[str]:
        """Documents of the last release that are no longer there."""
        seen = {(task.source, task.document) for task in self.tasks}
        return [
            name
            for (source, name) in (self.last.documents if self.last else ())
            if (source, name) not in seen
        ]

    def stopped(self, why: Mapping[str, str]) -> Plan:
        """The same plan with some sources keeping their last good rows, and why; they are left out if they have none."""
        sources = [replace(one, error=why.get(one.name, one.error)) for one in self.sources]
        tasks: list[Task] = []
        for source in sources:
            if source.name not in why:
                tasks += [task for task in self.tasks if task.source == source.name]
            elif self.last:
                tasks += _kept(source.name, self.last, "keep", "its source was stopped")
        return Plan(sources, tasks, self.last)

    def to(self, action: Action) -> list[Task]:
        """The documents with which this is to be done."""
        return [task for task in self.tasks if task.action == action]

    def runs(self, task: Task) -> dict[str, Run]:
        """Where the rows of a document that is not read stand in the last release, by table."""
        if self.last is None:
            raise LookupError(f"{task.document}: there is no last release")
        return self.last.runs(task)

    def get_ready(self) -> None:
        """Find where the rows that are carried over stand; can be done while others are read. Raises Damaged."""
        for task in self.tasks:
            if task.action != "read":
                self.runs(task)
                return

    @cached_property
    def inputs(self) -> str:
        """A hash of all that goes into the release but its date."""
        digest = sha256(code.version_of_release().encode())
        for task in self.tasks:
            kept = "kept" if task.action == "keep" else ""
            digest.update(json.dumps([task.source, task.document, task.fingerprint, kept]).encode())
        for source in self.sources:
            days = [[file, note.day.isoformat()] for file, note in source.captures.items()]
            own = [source.name, _manifest(source), source.error or "", _reviews(source), days]
            own += [sorted(source.not_fetched)]
            digest.update(json.dumps(own).encode())
        return digest.hexdigest()


_NEEDED = ("source", "document", "sha256", "size", "fingerprint", "status", "observations")


class OtherSchemaError(Exception):
    """A release whose tables are not those of today."""


class Last:
    """The release before, as a place to take rows from."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.documents: dict[tuple[str, str], dict[str, Any]] = {}
        with self._readable():
            self._check_schema()
            columns = columns_of(release.table("documents"), _NEEDED).to_pydict()
        for values in zip(*(columns[name] for name in _NEEDED), strict=True):
            record = dict(zip(_NEEDED, values, strict=True))
            self.documents[record["source"], record["document"]] = record

    @cached_property
    def stopped(self) -> dict[str, str]:
        """Sources that were stopped in it, and why. Raises Damaged."""
        return {one["source"]: one["reason"] for one in self.release.run.get("sources_failed", [])}

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError, pa.ArrowException) as error:
            raise Damaged(
                f"{self.release.path}: a table is missing or unreadable ({error})",
                "`wagebook refresh --full` makes it anew; `wagebook releases rollback` goes back to an earlier release",
            ) from error

    def _check_schema(self) -> None:
        for table in OF_DOCUMENTS:
            if not schema_of(self.release.table(table)).equals(arrow_schema(table)):
                raise OtherSchemaError(f"{self.release.name} was made by another version of Wagebook")

    @cached_property
    def _runs(self) -> dict[str, dict[str, Run]]:
        """By document, then by table; only wanted when a release is built."""
        runs: dict[str, dict[str, Run]] = {document: {} for _, document in self.documents}
        with self._readable():
            for table in OF_DOCUMENTS:
                for document, run in runs_of(self.release.table(table), self._own(table)):
                    runs[document][table] = run
        return runs

    def _own(self, table: str) -> int | None:
        """How many rows of a table come from documents: the release itself adds issues behind them."""
        if table != "issues":
            return None
        codes = columns_of(self.release.table(table), ["code"])["code"]
        added = pc.index(pc.is_in(codes, pa.array(sorted(judge.OF_RELEASE), pa.string())), True).as_py()
        return added if added >= 0 else None

    def runs(self, task: Task) -> dict[str, Run]:
        """Where the rows of a document stand, by table."""
        return self._runs[task.document]


def make(
    raw: Path, sources: list[Source], last: Last | None, *, only: tuple[str, ...] = (), full: bool = False
) -> Plan:
    """Look at every document and say what to do with it. Raises Stop when one vanishes meanwhile."""
    tasks: list[Task] = []
    looked_at = []
    for source in sources:
        wanted = not only or source.name in only
        found: list[Task] = []
        if wanted and not source.error:
            source, found = _readable(raw, source, last, full)
        elif not wanted and last and not source.error:
            # Nobody looks at it now, so what stopped it still does.
            source = replace(source, error=last.stopped.get(source.name))
        if last and (source.error or not wanted):
            why = "its source cannot be read" if source.error else "its source was not asked for"
            found = list(_kept(source.name, last, "keep" if source.error else "carry", why))
        looked_at.append(source)
        tasks += found
    return Plan(looked_at, tasks, last)


def _kept(source: str, last: Last, action: Action, why: str) -> Iterator[Task]:
    for (name, document), record in last.documents.items():
        if name == source:
            yield Task(
                name, document, "", record["sha256"], record["size"], record["fingerprint"], "", action, why
            )


def _readable(raw: Path, source: Source, last: Last | None, full: bool) -> tuple[Source, list[Task]]:
    """The source and its documents; without documents and with an error where its extractor cannot be used."""
    try:
        tasks = list(_looked_at(raw, source, last, full))
        module = extraction.module_for(source.name)
        if any(task.action == "read" for task in tasks) and not _proven(module, tasks, last):
            extraction.load(module)
    except extraction.ExtractorError as error:
        return replace(source, error=str(error)), []
    except SyntaxError as error:
        return replace(
            source, error=f"{extraction.module_for(source.name)}: {extraction.describe(error)}"
        ), []
    return source, tasks


def _proven(module: str, tasks: list[Task], last: Last | None) -> bool:
    """Whether an extractor need not be imported to know that it can be, which costs as much as reading many documents.

    The default one is everybody's, and one that has read a document which is carried over is the same today.
    """
    if module == extraction.DEFAULT:
        return True
    carried = ((task.source, task.document) for task in tasks if task.action == "carry")
    return last is not None and any(last.documents[key]["status"] == READ for key in carried)


def _looked_at(raw: Path, source: Source, last: Last | None, full: bool) -> Iterator[Task]:
    extractor = extraction.module_for(source.name)
    shared = f"{code.version(extractor)} {_about(source)}"
    for file in source.files:
        name = document_name(file)
        size, digest = _bytes(raw, file, source)
        corrected = [one.meant for one in source.corrections.get(name, ())]
        fetched = source.captures.get(file)
        where = [fetched.url, fetched.charset] if fetched else []
        own = json.dumps([source.name, name, *corrected, *where])
        fingerprint = sha256(f"{shared} {digest} {own}".encode()).hexdigest()[:32]
        before = last.documents.get((source.name, name)) if last else None
        action, why = _decide(before, digest, fingerprint, full)
        yield Task(source.name, name, file, digest, size, fingerprint, extractor, action, why)


def _bytes(raw: Path, file: str, source: Source) -> tuple[int, str]:
    """Size and hash of a file; without a hash it will not be readable either, for a reason that reading it gives."""
    try:
        content = load(raw, file, source.limits.size)
    except UnreadableError as error:
        if error.status == VANISHED:
            raise vanished(file) from error
        return error.size, ""
    return len(content), sha256(content).hexdigest()


def vanished(file: str) -> Stop:
    """A document was there when the run began and is not any more."""
    return Stop(
        f"{document_name(file)}: vanished while it was read; nothing was published",
        "Run it again when nothing else writes to the raw folder",
    )


def _decide(before: dict[str, Any] | None, digest: str, fingerprint: str, full: bool) -> tuple[Action, str]:
    if before is None:
        return "read", "new"
    if before["sha256"] != digest:
        return "read", "its bytes changed"
    if before["fingerprint"] != fingerprint:
        return "read", "its manifest, corrections or the code that reads it changed"
    if before["status"] in PASSING:
        return "read", f"try again: {before['status']}"
    return ("read", "everything is read again") if full else ("carry", "unchanged")


def _about(source: Source) -> str:
    """A hash of what people wrote about a source, as far as it can influence all its rows."""
    # What is usual for a source, and how long it is fresh, judges its rows and does not change them.
    manifest = (
        source.manifest.model_dump_json(exclude={"expect", "capture", "freshness"}) if source.manifest else ""
    )
    return sha256(manifest.encode()).hexdigest()


def _manifest(source: Source) -> str:
    return source.manifest.model_dump_json() if source.manifest else ""


def _reviews(source: Source) -> list[str]:
    """What was recorded, by document: it dates documents and does not change their rows."""
    return [one.entry.model_dump_json() for _, found in sorted(source.reviews.items()) for one in found]
