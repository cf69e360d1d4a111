"""From rows in parts and rows of the last release to a finished release folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa

from flows import disk, freshness, judge
from flows.errors import Damaged
from flows.parts import Reader, Run, columns_of, conform, files, write_table
from flows.releases import PACKAGE, RUN, Release
from schemas import tables

DEPENDS_ON_THE_PAST = frozenset({"changes.parquet"})
"""Tables that are not the same when a release is made again, because the release before is another one."""


BESIDE = (freshness.CALENDAR, freshness.SOURCES)
"""Files of a release that are no tables."""


@dataclass(frozen=True)
class Rows:
    """All rows of the release to be, by table, as runs in the order of the dataset."""

    runs: Mapping[str, list[Run]]

    def columns(self, table: str, names: list[str]) -> pa.Table:
        """Whole columns of a table; texts are in dictionaries, since most of them are said again and again."""
        schema = pa.schema([tables.arrow_schema(table).field(name) for name in names])
        pieces = [_encoded(conform(piece, schema)) for piece in Reader(names).rows(self.runs.get(table, []))]
        whole = pa.concat_tables(pieces).unify_dictionaries() if pieces else _encoded(schema.empty_table())
        # What reading took and gave back again would stay with the process, and is as much as the columns.
        pa.default_memory_pool().release_unused()
        return whole

    def pieces(self, table: str, changed: Mapping[str, pa.ChunkedArray]) -> Iterator[pa.Table]:
        """The rows of a table, with columns replaced by those of `changed`."""
        at = 0
        for piece in Reader().rows(self.runs.get(table, [])):
            for name, column in changed.items():
                values = column.slice(at, len(piece))
                place = piece.schema.get_field_index(name)
                piece = (
                    piece.append_column(name, values) if place < 0 else piece.set_column(place, name, values)
                )
            yield piece
            at += len(piece)


def get_ready() -> None:
    """Import what takes a while and is only needed to build; can be done while documents are read."""
    for module in ("pandas", "icalendar", "normalizers.labels"):
        import_module(module)


def _encoded(table: pa.Table) -> pa.Table:
    """The same with its texts in dictionaries, but for names that no two rows share."""
    columns = {
        name: column.dictionary_encode()
        if pa.types.is_string(column.type) and not name.endswith("_id")
        else column
        for name, column in zip(table.column_names, table.columns, strict=True)
    }
    return pa.table(columns)


def release(
    folder: Path, rows: Rows, context: judge.Context, rows_a_file: int = 0
) -> tuple[dict[str, int], list[str]]:
    """Write all tables and the data dictionary of a release; gives the number of rows by table, and warnings."""
    folder.mkdir()

    def write(table: str, verdict: judge.Verdict) -> int:
        pieces: Iterable[pa.Table] = rows.pieces(table, verdict.columns.get(table, {}))
        return write_table(
            folder / f"{table}.parquet",
            tables.arrow_schema(table),
            _and_then(pieces, verdict.more.get(table)),
            rows_a_file,
        )

    with ThreadPoolExecutor(1) as beside:
        # One thread: at most two tables have a row group in memory at a time.
        as_they_are = judge.Verdict()
        others = [table for table in tables.NAMES if table not in judge.CHANGES]
        written = {table: beside.submit(write, table, as_they_are) for table in others}
        verdict = judge.dataset(rows, context)
        judged = {table: write(table, verdict) for table in tables.NAMES if table in judge.CHANGES}
        counts = {t: written[t].result() if t in written else judged[t] for t in tables.NAMES}
    _write_freshness(folder, context)
    describe(folder, counts)
    return counts, verdict.warnings


def _write_freshness(folder: Path, context: judge.Context) -> None:
    """The calendar of reviews and the freshness report beside the tables."""
    reviews = columns_of(folder / "reviews.parquet", ["document", "source", "due", "why"])
    dates = columns_of(folder / "documents.parquet", _DATES)
    (folder / freshness.CALENDAR).write_bytes(freshness.calendar(reviews.to_pylist(), context.as_of))
    report = freshness.report(dates.to_pylist(), context.as_of, context.manifests)
    write_json(folder / freshness.SOURCES, report)


_DATES = ("source", "updated", "updated_label", "as_of", "as_of_label")


def _and_then(pieces: Iterable[pa.Table], more: pa.Table | None) -> Iterator[pa.Table]:
    yield from pieces
    if more is not None:
        yield more


def describe(folder: Path, counts: Mapping[str, int]) -> None:
    """Write `datapackage.json`: what the tables mean, and the hash and size of each file."""
    package: dict[str, Any] = tables.datapackage()
    for resource in package["resources"]:
        table = folder / resource["path"]
        resource.update(_content(table), rows=counts[resource["name"]])
        if table.is_dir():
            resource["path"] = [file.relative_to(folder).as_posix() for file in files(table)]
    package["files"] = [{"path": name, **_content(folder / name)} for name in BESIDE]
    write_json(folder / PACKAGE, package)


def _content(file: Path) -> dict[str, object]:
    return {"hash": digest(file), "bytes": sum(one.stat().st_size for one in files(file))}


def digest(table: Path) -> str:
    """The hash of a table's bytes, those of all its files one after another."""
    found = sha256()
    for file in files(table):
        with file.open("rb") as content:
            while piece := content.read(1 << 20):
                found.update(piece)
    return f"sha256:{found.hexdigest()}"


def write_json(file: Path, content: Mapping[str, Any]) -> None:
    """Write JSON for people: in the order given, with a line for each entry."""
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False, default=str) + "\n", encoding="utf-8")


def describe_run(folder: Path, run: Mapping[str, Any]) -> None:
    """Write `run.json`: how the release was made. The only file with clock times and facts of a machine."""
    write_json(folder / RUN, run)


def differences(folder: Path, published: Path) -> list[str]:
    """Files of a release made again that are not byte for byte what its data dictionary says was published.

    Raises Damaged when that cannot be read.
    """
    new, old = _hashes(folder), _hashes(published)
    return [name for name in new if name not in DEPENDS_ON_THE_PAST and new[name] != old.get(name)]


def damaged(release: Release) -> list[str]:
    """Files of a published release that are not what was published. Raises Damaged when its data dictionary is not."""
    return [name for name, said in _hashes(release.path).items() if _found(release.path / name) != said]


def mend(folder: Path, release: Release) -> list[str]:
    """Put right what is damaged of a release, out of the same release made again in `folder`; gives the files' names.

    Each is put in place in one rename: a reader meets the damaged file or the right one. What depends on the release before
    cannot be made again as it was; it is made anew, and the data dictionary with it.
    """
    try:
        wrong = damaged(release)
    except Damaged:
        wrong = [*_hashes(folder), PACKAGE]
    if DEPENDS_ON_THE_PAST & set(wrong) and PACKAGE not in wrong:
        wrong.append(PACKAGE)
    try:
        lost = Release(folder).run.keys() - release.run.keys()
    except Damaged:
        lost = {RUN}
    if lost:
        wrong.append(RUN)
    for name in wrong:
        disk.put(folder / name, release.path / name)
    return wrong


def _found(file: Path) -> str | None:
    try:
        return digest(file)
    except OSError:
        return None


def _hashes(folder: Path) -> dict[str, str]:
    package = Release(folder).package
    tables_ = {f"{resource['name']}.parquet": resource.get("hash", "") for resource in package["resources"]}
    return tables_ | {file["path"]: file["hash"] for file in package.get("files", [])}
