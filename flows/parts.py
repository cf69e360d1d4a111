"""Rows on their way into a release: parts that workers wrote, runs of rows of the last release, and merging both.

A part is an Arrow file a table a batch; it is read again once and then gone, so it is neither compressed nor fsynced.
Nothing here holds a whole table: the rows of a release go by in pieces, in the order of their documents.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROWS_AT_ONCE = 20_000
"""Rows a row group. Boundaries depend on the rows alone, so that any way of making a release gives the same bytes."""
BUFFER = 1 << 20
"""Bytes written at once."""


OF_DOCUMENTS = (
    "documents",
    "observations",
    "provenance",
    "ledger",
    "issues",
    "quarantine",
    "levels",
    "citations",
)
"""Tables whose rows belong to a document; the others are made of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow each other in one file."""

    file: Path
    start: int
    count: int


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The same rows with neighbouring runs made one."""
    last: Run | None = None
    for run in runs:
        if run.count == 0:
            continue
        if last and last.file == run.file and last.start + last.count == run.start:
            last = Run(last.file, last.start, last.count + run.count)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


class Reader:
    """Reads runs from files. Runs of one file must come in the order in which they stand there."""

    def __init__(self, columns: list[str] | None = None) -> None:
        self._columns = columns
        self._open: dict[Path, _Cursor] = {}

    def rows(self, runs: Iterable[Run]) -> Iterator[pa.Table]:
        """The rows, in pieces."""
        for run in joined(runs):
            if run.file not in self._open:
                self._open[run.file] = _Cursor(run.file, self._columns)
            yield from self._open[run.file].take(run.start, run.count)


class _Cursor:
    def __init__(self, file: Path, columns: list[str] | None) -> None:
        self._batches = _batches(file, columns)
        self._at = 0
        self._piece: pa.Table | None = None
        self._file = file

    def take(self, start: int, count: int) -> Iterator[pa.Table]:
        while count:
            if self._piece is None or start >= self._at + len(self._piece):
                self._at += len(self._piece) if self._piece is not None else 0
                self._piece = next(self._batches, None)
                if self._piece is None:
                    raise EOFError(f"{self._file} ends before row {start}")
                continue
            found = self._piece.slice(start - self._at, count)
            start, count = start + len(found), count - len(found)
            if start == self._at + len(self._piece):
                # Nobody asks for it again, and there are as many files as batches: at its end a file is closed at once.
                self._at, self._piece = start, next(self._batches, None)
            yield found


def _batches(file: Path, columns: list[str] | None) -> Iterator[pa.Table]:
    if file.suffix == ".arrow":
        with pa.memory_map(str(file)) as source, pa.ipc.open_file(source) as reader:
            for number in range(reader.num_record_batches):
                # No variable holds what was given away: it would live for as long as the file is open.
                yield _own(reader.get_batch(number), columns) if columns else _table(reader.get_batch(number))
        return
    for one in files(file):
        with pq.ParquetFile(one) as parquet:
            for batch in parquet.iter_batches(ROWS_AT_ONCE, columns=columns, use_threads=False):
                yield pa.Table.from_batches([batch])


def _table(batch: pa.RecordBatch) -> pa.Table:
    return pa.Table.from_batches([batch])


def _own(batch: pa.RecordBatch, columns: list[str]) -> pa.Table:
    """Some columns of a batch, copied: a batch is one piece of memory, of which one column would hold all others."""
    arrays = [batch.column(batch.schema.get_field_index(name)) for name in columns]
    return pa.table([pa.concat_arrays([array, array.slice(0, 0)]) for array in arrays], names=columns)


def files(table: Path) -> list[Path]:
    """The files of a table of a release in the order of its rows: itself, or those of a folder of that name.

    Raises FileNotFoundError for a folder with nothing in it.
    """
    if not table.is_dir():
        return [table]
    if not (found := sorted(table.iterdir())):
        raise FileNotFoundError(errno.ENOENT, "a folder with nothing in it", str(table))
    return found


def columns_of(table: Path, names: Sequence[str] | None = None) -> pa.Table:
    """Whole columns of a table of a release (all for None). Raises OSError, ValueError or pyarrow.ArrowException.

    Unlike `pyarrow.parquet.read_table` it does without pandas, which takes longer to import than all this to read.
    """
    pieces = []
    for file in files(table):
        with pq.ParquetFile(file) as parquet:
            wanted = parquet.schema_arrow.names if names is None else list(names)
            # What is not there is left out by `read`.
            if missing := set(wanted) - set(parquet.schema_arrow.names):
                raise ValueError(f"{file}: no column {', '.join(sorted(missing))}")
            pieces.append(parquet.read(columns=wanted))
    return pa.concat_tables(pieces)


def schema_of(table: Path) -> pa.Schema:
    """The schema of a table of a release. Raises OSError or pyarrow.ArrowException when there is none."""
    return pq.read_schema(files(table)[0])


def length_of(table: Path) -> int:
    """How many rows a table of a release has."""
    return sum(pq.read_metadata(file).num_rows for file in files(table))


def runs_of(file: Path, first: int | None = None) -> Iterator[tuple[str, Run]]:
    """Each document of the `first` rows of a table of a release (of all, for None), and where its rows stand."""
    document: str | None = None
    start = before = 0
    for batch in _documents(file):
        column = batch.column(0) if first is None else batch.column(0)[: max(first - before, 0)]
        names = column.dictionary.to_pylist()
        encoded = pc.run_end_encode(column.indices)
        begin = before
        for index, end in zip(encoded.values.to_pylist(), encoded.run_ends.to_pylist(), strict=True):
            if names[index] != document:
                if document is not None:
                    yield document, Run(file, start, begin - start)
                document, start = names[index], begin
            begin = before + end
        before += len(column)
    if document is not None:
        yield document, Run(file, start, before - start)


def _documents(table: Path) -> Iterator[pa.RecordBatch]:
    for file in files(table):
        with pq.ParquetFile(file, read_dictionary=["document"]) as parquet:
            yield from parquet.iter_batches(ROWS_AT_ONCE, columns=["document"], use_threads=False)


def write_part(file: Path, table: pa.Table) -> None:
    """Write the rows of one batch."""
    with (
        pa.output_stream(str(file), buffer_size=BUFFER) as sink,
        pa.ipc.new_file(sink, table.schema) as writer,
    ):
        writer.write_table(table.combine_chunks())


def write_table(file: Path, schema: pa.Schema, pieces: Iterable[pa.Table], rows_a_file: int = 0) -> int:
    """Write a table of a release; gives the number of rows. The same rows give the same bytes, however they are cut.

    With `rows_a_file` it becomes a folder of files with that many rows, rounded down to whole row groups, at least one; or
    one file for 0.
    """
    groups = _groups(schema, pieces)
    if not rows_a_file:
        return _write_file(file, schema, groups)
    file.mkdir()
    count, number = 0, 0
    ahead = next(groups, None)
    while ahead is not None or number == 0:
        some = chain(
            [ahead] if ahead is not None else [], islice(groups, max(rows_a_file // ROWS_AT_ONCE, 1) - 1)
        )
        count += _write_file(file / f"part-{number:06}.parquet", schema, some)
        number, ahead = number + 1, next(groups, None)
    return count


def _write_file(file: Path, schema: pa.Schema, groups: Iterable[pa.Table]) -> int:
    count = 0
    with (
        pa.output_stream(str(file), buffer_size=BUFFER) as sink,
        pq.ParquetWriter(
            sink, schema, compression="zstd", use_dictionary=True, write_page_index=True, store_schema=True
        ) as writer,
    ):
        for group in groups:
            writer.write_table(group, row_group_size=ROWS_AT_ONCE)
            count += len(group)
    return count


def _groups(schema: pa.Schema, pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
    waiting: list[pa.Table] = []
    size = 0
    for piece in pieces:
        while len(piece):
            taken = piece.slice(0, ROWS_AT_ONCE - size)
            waiting.append(conform(taken, schema))
            size += len(taken)
            piece = piece.slice(len(taken))
            if size == ROWS_AT_ONCE:
                yield _plain(waiting, schema)
                waiting, size = [], 0
    if waiting:
        yield _plain(waiting, schema)


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The columns of the schema, in its order, categories as plain text; those that the table does not have are empty.

    Raises pyarrow.ArrowInvalid when a value has no place in its column's type.
    """
    plain = _without_categories(schema)
    columns = []
    for field in plain:
        if field.name in table.column_names:
            column = table[field.name]
            columns.append(column if column.type == field.type else column.cast(field.type))
        else:
            columns.append(pa.nulls(len(table), field.type))
    return pa.Table.from_arrays(columns, schema=plain)


def _without_categories(schema: pa.Schema) -> pa.Schema:
    return pa.schema(
        [
            field.with_type(field.type.value_type) if pa.types.is_dictionary(field.type) else field
            for field in schema
        ],
        schema.metadata,
    )


def _plain(tables: list[pa.Table], schema: pa.Schema) -> pa.Table:
    """One table of one chunk, whose dictionaries hold the values in the order in which the rows name them."""
    columns = []
    for field, column in zip(schema, pa.concat_tables(tables).combine_chunks().columns, strict=True):
        is_category = pa.types.is_dictionary(field.type)
        columns.append(column.dictionary_encode().cast(field.type) if is_category else column)
    return pa.Table.from_arrays(columns, schema=schema)
