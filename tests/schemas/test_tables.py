"""The dataset's tables: one description, several renderings that must agree and be fresh."""

from pathlib import Path

import pyarrow as pa
import pytest

from schemas import tables
from schemas.tables import validation

ROOT = Path(__file__).parents[2]


def test_the_data_dictionary_is_fresh():
    assert (ROOT / "docs/data-dictionary.md").read_text(encoding="utf-8") == tables.dictionary(), (
        "run: make docs"
    )


@pytest.mark.parametrize("table", tables.NAMES)
def test_every_column_is_described_in_every_rendering(table):
    schema = tables.arrow_schema(table)
    resource = next(r for r in tables.datapackage()["resources"] if r["name"] == table)
    names = [column.name for column in tables.models()[table].columns]
    assert names == schema.names == [field["name"] for field in resource["schema"]["fields"]]
    assert all(field.metadata[b"description"] for field in schema)
    assert list(validation.model(table).columns) == names


def test_a_row_that_breaks_a_rule_is_split_off_with_the_check_that_it_failed():
    rows = validation.frame("levels", [_level(line=1), _level(line=0), _level(line=3)])
    good, rejects = validation.split("levels", rows)
    assert good["line"].to_list() == [1, 3]
    assert rejects[["row", "column", "check"]].to_numpy().tolist() == [
        [1, "line", "greater_than_or_equal_to(1)"]
    ]


def test_a_duplicate_index_loses_no_good_row():
    rows = validation.frame("levels", [_level(line=1), _level(line=0)])
    rows.index = [7, 7]
    good, _ = validation.split("levels", rows)
    assert len(good) == 1


def test_the_arrow_types_survive_parquet(tmp_path):
    import pyarrow.parquet as pq

    schema = tables.arrow_schema("observations")
    pq.write_table(schema.empty_table(), tmp_path / "t.parquet")
    read = pq.read_schema(tmp_path / "t.parquet")
    assert read.field("low").metadata[b"description"] == schema.field("low").metadata[b"description"]
    assert read.field("flags").type == pa.list_(pa.string())


def _level(line):
    return {
        "document": "d",
        "source": "s",
        "label": "L4",
        "other_label": "E4",
        "line": line,
        "char_start": 0,
        "char_end": 1,
    }
