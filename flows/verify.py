"""Whether a release is what it says it is: hashes, schema, row counts, evidence against `raw/`, balance of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows import build
from flows.ask import READ
from flows.contents import UnreadableError, load
from flows.intake import declared, decode
from flows.parts import columns_of, files, length_of, schema_of
from flows.releases import Release
from flows.sources import Source, discover, document_name
from schemas.tables import NAMES, arrow_schema

PLACED = ("observations", "provenance", "ledger", "quarantine")
"""Tables whose rows say where their text stands, and the column with the text."""
_TEXT = {"observations": "evidence", "provenance": "text", "ledger": "text", "quarantine": "evidence"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is right (None where nothing could be compared), and in words."""

    name: str
    right: bool | None
    found: str


def release(release: Release, raw: Path | None) -> Iterator[Check]:
    """Look at everything. Without `raw` the evidence is not compared. Raises Damaged when there is no data dictionary."""
    resources = {resource["name"]: resource for resource in release.package.get("resources", [])}
    for name in NAMES:
        yield from _file(release, name, resources.get(name, {}))
    for file in release.package.get("files", []):
        yield _beside(release.path / Path(str(file.get("path"))).name, file.get("hash"))
    if all(_is_readable(release, name) for name in NAMES):
        yield _balance(release)
        if raw is not None:
            yield from _evidence(release, raw)


def _file(release: Release, name: str, said: dict[str, object]) -> Iterator[Check]:
    path = release.table(name)
    try:
        digest = build.digest(path)
    except OSError as error:
        yield Check(name, False, f"cannot be read: {error.strerror}")
        return
    if digest != said.get("hash"):
        yield Check(name, False, "its bytes are not those that were published")
        return
    try:
        rows, schema = length_of(path), schema_of(path)
    except (OSError, pa.ArrowException) as error:
        yield Check(name, False, f"is no Parquet file: {error}")
        return
    if rows != said.get("rows"):
        yield Check(name, False, f"{rows:,} rows, but the data dictionary says {said.get('rows')}")
    elif not schema.equals(arrow_schema(name)):
        yield Check(
            name,
            False,
            "its columns are not those of this version of Wagebook; a refresh makes a release of today's",
        )
    else:
        yield Check(name, True, f"{rows:,} rows, hash and columns as published")


def _beside(path: Path, digest: object) -> Check:
    """A file of a release that is no table."""
    try:
        found = f"sha256:{sha256(path.read_bytes()).hexdigest()}"
    except OSError as error:
        return Check(path.name, False, f"cannot be read: {error.strerror}")
    right = found == digest
    return Check(
        path.name, right, "hash as published" if right else "its bytes are not those that were published"
    )


def _is_readable(release: Release, name: str) -> bool:
    try:
        return bool(schema_of(release.table(name)).equals(arrow_schema(name)))
    except (OSError, pa.ArrowException):
        return False


def _balance(release: Release) -> Check:
    """Every figure of a document is observed, rejected, not pay or unclaimed."""
    names = ["figures", "observed", "rejected", "not_pay", "unclaimed"]
    table = columns_of(release.table("documents"), ["document", *names])
    sums = table["observed"]
    for name in names[2:]:
        sums = pc.add(sums, table[name])
    wrong = table.filter(pc.not_equal(sums, table["figures"]))["document"].to_pylist()
    total = pc.sum(table["figures"]).as_py() or 0
    in_ledger = length_of(release.table("ledger"))
    if wrong:
        return Check("balance", False, f"figures are lost in {len(wrong)} documents, the first is {wrong[0]}")
    if total != in_ledger:
        return Check("balance", False, f"documents count {total:,} figures, the ledger has {in_ledger:,}")
    return Check("balance", True, f"{total:,} figures, each with what became of it")


def _evidence(release: Release, raw: Path) -> Iterator[Check]:
    texts = _texts(release, raw)
    unknown = sum(text is None for text in texts.values())
    for table in PLACED:
        placed, compared, wrong = 0, 0, []
        for batch in _placed(release.table(table), table):
            for document, start, end, text in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                whole = texts.get(document)
                placed += start is not None
                if whole is None or start is None:
                    continue
                compared += 1
                if not _stands(whole, start, end, text):
                    wrong.append(f"{document} at {start}")
        if wrong:
            yield Check(
                "evidence",
                False,
                f"{table}: {len(wrong):,} of {compared:,} are not there, the first: {wrong[0]}",
            )
        elif placed and not compared:
            yield Check(
                "evidence",
                None,
                f"{table}: none of {placed:,} places, since their documents have changed or gone",
            )
        else:
            note = f"; {unknown:,} documents have changed or gone since" if unknown else ""
            yield Check("evidence", True, f"{table}: {compared:,} places hold what the rows say{note}")


def _placed(place: Path, table: str) -> Iterator[pa.RecordBatch]:
    """Rows whose text was read at their place: what a convention supplied only points to what it was concluded from."""
    columns = ["document", "char_start", "char_end", _TEXT[table]]
    for file in files(place):
        with pq.ParquetFile(file) as parquet:
            for batch in parquet.iter_batches(
                columns=[*columns, "how"] if table == "provenance" else columns
            ):
                if table == "provenance":
                    batch = batch.filter(pc.equal(pc.cast(batch["how"], pa.string()), "read"))
                yield batch.select(columns)


def _stands(whole: str, start: int, end: int, text: str | None) -> bool:
    return text is None or whole[start:end] == text


def _texts(release: Release, raw: Path) -> dict[str, str | None]:
    """The text of each document, or None where its bytes are not those that were read."""
    documents = columns_of(release.table("documents"), ["source", "document", "sha256", "status"]).to_pylist()
    read = [record for record in documents if record["status"] == READ]
    sources = {source.name: source for source in discover(raw)}
    files = {document_name(file): file for source in sources.values() for file in source.files}
    return {
        r["document"]: _text(raw, files.get(r["document"]), sources.get(r["source"]), r["sha256"])
        for r in read
    }


def _text(raw: Path, file: str | None, source: Source | None, digest: str) -> str | None:
    if file is None or source is None:
        return None
    try:
        content = load(raw, file, source.limits.size)
        if sha256(content).hexdigest() != digest:
            return None
        return decode(content, declared(source, file))[0]
    except UnreadableError:
        return None
