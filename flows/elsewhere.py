"""A batch of documents read on another machine. What goes there and what comes back are bytes: no disk need be shared.

There a process of its own reads them, with the limits and the pool of a local refresh, so that a document which kills its
process or hangs costs what it costs here.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flows import code, contents
from flows.ask import Ask
from flows.errors import Stop
from flows.pool import Batch, Workers
from flows.reading import Part, ReadDocuments
from flows.sources import Source

WORKERS = 2
"""With one there would be no pool, and nobody to survive a crash; for a single batch only one process begins."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent: a batch, the sources of its documents, and their files."""

    batch: Batch[Ask]
    sources: Mapping[str, Source]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Returned:
    """What comes back of a batch or a piece of one: its part, with the files' bytes by table."""

    batch: Batch[Ask]
    part: Part
    files: Mapping[str, bytes]

    def unpacked(self, folder: Path) -> tuple[Batch[Ask], Part]:
        """The part with its files in `folder`."""
        tables = {}
        for table, (_, counts) in self.part.tables.items():
            file = folder / f"{self.batch.name}.{table}.arrow"
            if table in self.files:
                file.write_bytes(self.files[table])
            tables[table] = (file, counts)
        return self.batch, Part(tables, self.part.failed)


def packed(raw: Path, batch: Batch[Ask], sources: Mapping[str, Source]) -> bytes | None:
    """A parcel; None where a file of the batch is none that can be sent, and the reason is to be found here."""
    files = {}
    for ask in batch.jobs:
        try:
            files[ask.file] = contents.load(raw, ask.file, sources[ask.source].limits.size)
        except contents.UnreadableError:
            return None
    needed = {ask.source for ask in batch.jobs}
    slim = {name: replace(sources[name], files=(), ignored=(), reviews={}) for name in needed}
    return pickle.dumps(Parcel(batch, slim, files))


def read(parcel: bytes) -> bytes:
    """Have a process of this machine read a parcel; gives a list of `Returned`, packed. Raises Stop."""
    with tempfile.TemporaryDirectory(prefix="wagebook-") as folder:
        sent, back = Path(folder, "parcel"), Path(folder, "returned")
        sent.write_bytes(parcel)
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-m", "flows.elsewhere", folder], capture_output=True, check=False
        )
        if done.returncode or not back.is_file():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise Stop(
                f"the process that read a batch ended with {done.returncode}: {said[-1:] or 'no word'}"
            )
        return back.read_bytes()


def unpacked(returned: bytes) -> list[Returned]:
    """What came back."""
    found: list[Returned] = pickle.loads(returned)  # noqa: S301 - from a worker of our own cluster
    return found


def _same_code(batch: Batch[Ask]) -> None:
    for ask in batch.jobs:
        if code.version(ask.extractor) != ask.extractor_version:
            raise Stop(
                "a worker has another version of Wagebook, its vocabularies or its libraries",
                "Install the same version and the same locked requirements on all machines",
            )


def _pieces(parcel: Parcel, folder: Path) -> Iterator[Returned]:
    raw, work = folder / "raw", folder / "work"
    work.mkdir()
    for name, content in parcel.files.items():
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_bytes(content)
    with Workers(WORKERS) as workers:
        for batch, part in workers.run(ReadDocuments(raw, work, parcel.sources), [parcel.batch], work):
            files = {table: file for table, (file, _) in part.tables.items() if file.is_file()}
            yield Returned(batch, part, {table: file.read_bytes() for table, file in files.items()})


def main(folder: Path) -> None:
    """Read the parcel that lies in a folder."""
    # From our own process, which got it from the coordinator of this cluster.
    parcel: Parcel = pickle.loads((folder / "parcel").read_bytes())  # noqa: S301
    _same_code(parcel.batch)
    (folder / "returned").write_bytes(pickle.dumps(list(_pieces(parcel, folder))))


if __name__ == "__main__":
    from flows import elsewhere
    from flows.pool import end_with_parent

    end_with_parent()
    # By its name as others import it: what it packs is unpacked by them.
    elsewhere.main(Path(sys.argv[1]))
