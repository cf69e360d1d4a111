import sys
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import parts, verify
from flows.parts import Reader, Run, joined, write_part, write_table
from flows.releases import Releases
from tests.flows.world import MANIFEST, World, contents, guide

SCHEMA = pa.schema(
    [
        pa.field("number", pa.int64()),
        pa.field("kind", pa.dictionary(pa.int32(), pa.string()), metadata={"unit": "none"}),
        pa.field("flags", pa.list_(pa.string())),
    ]
)


def table(start, count):
    numbers = range(start, start + count)
    kinds = pa.array(["abc"[n * n % 3] for n in numbers]).dictionary_encode()
    return pa.table({"number": numbers, "kind": kinds, "flags": [["x"] * (n % 3) for n in numbers]})


@settings(max_examples=30)
@given(cuts=st.lists(st.integers(0, 300), max_size=12), size=st.integers(1, 400))
def test_the_same_rows_give_the_same_bytes_however_they_are_cut(tmp_path_factory, cuts, size):
    folder = tmp_path_factory.mktemp("parts")
    edges = [0, *sorted(min(cut, size) for cut in cuts), size]
    pieces = [table(a, b - a) for a, b in pairwise(edges)]
    whole, cut = folder / "whole.parquet", folder / "cut.parquet"
    before, parts.ROWS_AT_ONCE = parts.ROWS_AT_ONCE, 100
    try:
        assert write_table(whole, SCHEMA, [table(0, size)]) == size
        assert write_table(cut, SCHEMA, pieces) == size
    finally:
        parts.ROWS_AT_ONCE = before
    assert whole.read_bytes() == cut.read_bytes()
    assert pq.read_table(cut)["number"].to_pylist() == list(range(size))


def test_runs_of_parts_and_of_a_release_are_read_in_order(tmp_path):
    part, release = tmp_path / "one.arrow", tmp_path / "two.parquet"
    write_part(part, table(0, 10))
    write_table(release, SCHEMA, [table(100, 10)])
    runs = [Run(part, 0, 3), Run(release, 2, 2), Run(release, 4, 1), Run(part, 5, 5), Run(release, 9, 1)]
    rows = pa.concat_tables(parts.conform(t, SCHEMA) for t in Reader().rows(runs))
    assert rows["number"].to_pylist() == [0, 1, 2, 102, 103, 104, 5, 6, 7, 8, 9, 109]
    assert next(Reader(["number"]).rows(runs)).column_names == ["number"]


def test_neighbours_are_read_at_once(tmp_path):
    a, b = tmp_path / "a", tmp_path / "b"
    assert list(joined([Run(a, 0, 2), Run(a, 2, 0), Run(a, 2, 3), Run(b, 5, 1), Run(a, 5, 1)])) == [
        Run(a, 0, 5), Run(b, 5, 1), Run(a, 5, 1),
    ]  # fmt: skip


def test_metadata_of_fields_and_missing_columns(tmp_path):
    write_table(tmp_path / "x.parquet", SCHEMA, [table(0, 2).drop_columns("kind")])
    read = pq.read_schema(tmp_path / "x.parquet")
    assert read.field("kind").metadata[b"unit"] == b"none"
    assert pq.read_table(tmp_path / "x.parquet")["kind"].null_count == 2


def test_where_the_rows_of_each_document_stand(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "ROWS_AT_ONCE", 4)
    names = ["a"] * 3 + ["b"] * 6 + ["c"] + ["d"] * 5 + ["a"]
    schema = pa.schema([pa.field("document", pa.string())])
    file = tmp_path / "x.parquet"
    write_table(file, schema, [pa.table({"document": names})])
    found = [(name, run.start, run.count) for name, run in parts.runs_of(file)]
    assert found == [("a", 0, 3), ("b", 3, 6), ("c", 9, 1), ("d", 10, 5), ("a", 15, 1)]


def test_a_release_of_several_files_a_table_holds_the_same_rows(tmp_path, monkeypatch):
    import duckdb
    import pandas as pd
    import polars as pl

    monkeypatch.setattr(parts, "ROWS_AT_ONCE", 3)
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    for company in ("Acme", "Globex", "Initech", "Umbrella"):
        world.put(f"guides/{company}.md", guide(company, "$150K-$180K"))
    world.refresh(out=world.folder / "one")
    summary = world.refresh(rows_a_file=6)
    table = world.out / "current/observations.parquet"
    sizes = [pq.read_metadata(file).num_rows for file in sorted(table.iterdir())]
    assert set(sizes[:-1]) == {6}
    assert len(sizes) > 1
    for name in ("observations", "provenance", "ledger", "documents", "quarantine"):
        assert world.table(name).equals(world.table(name, world.folder / "one")), name
    ids = world.table("observations")["observation_id"].to_pylist()
    assert pd.read_parquet(table)["observation_id"].tolist() == ids
    assert pl.read_parquet(table)["observation_id"].to_list() == ids
    assert duckdb.sql(f"select observation_id from '{table}/*.parquet'").fetchall() == [(i,) for i in ids]
    release = Releases(world.out).named(None)
    assert all(check.right for check in verify.release(release, world.raw))
    # Carried over from a folder of files, and into one file.
    world.put("guides/acme2.md", guide("Acme", "$170K-$190K"))
    assert world.refresh(rows_a_file=6).documents["carry"] == 4
    assert world.refresh().documents["carry"] == 5
    world.refresh(out=world.folder / "one")
    assert contents(world.out) == contents(world.folder / "one")
    assert summary.release in {one.name for one in Releases(world.out).all()}


def test_columns_of_a_table_in_files_come_in_order_and_a_missing_one_is_named(tmp_path):
    write_table(tmp_path / "one.parquet", SCHEMA, [table(0, 50)])
    folder = tmp_path / "many.parquet"
    folder.mkdir()
    for number in (0, 1):
        write_table(folder / f"part-{number}.parquet", SCHEMA, [table(number * 25, 25)])
    whole, pieces = (parts.columns_of(tmp_path / f"{name}.parquet", ["number"]) for name in ("one", "many"))
    assert whole.to_pydict() == pieces.to_pydict() == {"number": list(range(50))}
    assert parts.columns_of(folder).column_names == SCHEMA.names
    with pytest.raises(ValueError, match="no column place"):
        parts.columns_of(folder, ["number", "place"])


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_part_is_closed_when_its_last_row_is_given(tmp_path):
    runs = []
    for number in range(5):
        file = tmp_path / f"{number}.arrow"
        write_part(file, table(number * 10, 10))
        runs.append(Run(file, 0, 10))
    reader = Reader(["number"])
    given = [row for piece in reader.rows(runs) for row in piece["number"].to_pylist()]
    assert given == list(range(50))
    open_now = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert open_now
    assert not [file for file in open_now if file.is_relative_to(tmp_path)]


def test_a_column_of_a_part_does_not_hold_the_others_in_memory(tmp_path):
    write_part(tmp_path / "0.arrow", pa.table({"number": range(1_000), "text": ["x" * 1_000] * 1_000}))
    before = pa.total_allocated_bytes()
    held = list(Reader(["number"]).rows([Run(tmp_path / "0.arrow", 0, 1_000)]))
    assert sum(len(piece) for piece in held) == 1_000
    assert pa.total_allocated_bytes() - before < 100_000
