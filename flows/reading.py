"""The work of one worker: a batch of documents, read and written as parts.

What reads and checks is imported when there is something to read, so that a refresh with nothing to do is quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows import ready
from flows.ask import READ, Ask
from flows.parts import Run, write_part
from flows.pool import Batch, note
from flows.sources import Source

if TYPE_CHECKING:
    from flows.process import Result


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a batch: by table, a file and how many of its rows each document has, in the batch's order."""

    tables: dict[str, tuple[Path, list[int]]]
    failed: list[tuple[int, str, str]]
    """Documents that could not be read: their number in the batch, status and reason."""

    def runs(self) -> list[dict[str, Run]]:
        """Where the rows of each document stand, by table."""
        documents: list[dict[str, Run]] = []
        for table, (file, counts) in self.tables.items():
            at = 0
            for number, count in enumerate(counts):
                if number == len(documents):
                    documents.append({})
                if count:
                    documents[number][table] = Run(file, at, count)
                at += count
        return documents


@dataclass(frozen=True)
class ReadDocuments:
    """Reads batches of documents of `raw`; writes its parts into `folder`."""

    raw: Path
    folder: Path
    sources: Mapping[str, Source]

    def __call__(self, batch: Batch[Ask], progress: Path | None) -> Part:
        """Read a batch. One document's failure is its own."""
        ready.get_ready()
        from flows import process

        results = []
        for number, ask in enumerate(batch.jobs):
            note(progress, number, ask)
            results.append(process.one(self.raw, self.sources[ask.source], ask))
        return self._written(batch, results)

    def lost(self, batch: Batch[Ask], status: str, reason: str) -> Part:
        """What is left of a document whose process did not survive it."""
        from flows import process

        ask = batch.jobs[0]
        return self._written(batch, [process.unread(ask, status, reason)])

    def _written(self, batch: Batch[Ask], results: list[Result]) -> Part:
        from flows import tabulate

        tables = {}
        for name, (rows, counts) in tabulate.tables(results).items():
            file = self.folder / f"{batch.name}.{name}.arrow"
            if len(rows):
                write_part(file, rows)
            tables[name] = (file, counts)
        outcomes = [(result.document["status"], result.document["reason"]) for result in results]
        failed = [(i, status, why) for i, (status, why) in enumerate(outcomes) if status != READ]
        return Part(tables, failed)
