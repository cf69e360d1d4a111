"""The dataset's tables: one description, several renderings that must agree and be fresh."""

from pathlib import Path

import pyarrow as pa
import pytest

from schemas import flags, packaged, tables
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


def test_a_column_is_described_by_nothing_that_nobody_reads():
    """A comma in a description without quotes ends it there, and begins a key that means nothing."""
    known = {"type", "about", "required", "unique", "unit", "values", "min", "max"}
    for name, table in packaged.load("tables.yaml", "schemas.tables").items():
        for column, given in table["columns"].items():
            assert not set(given) - known, (name, column)
            assert given["about"].endswith("."), (name, column)


def test_a_row_that_breaks_a_rule_is_split_off_with_the_check_that_it_failed():
    rows = validation.frame("levels", [_level(line=1), _level(line=0), _level(line=3)])
    good, rejects = validation.split("levels", rows)
    assert good["line"].to_list() == [1, 3]
    assert rejects == [validation.Failure(1, "line_not_below_1", "line", "0")]


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


def _observation(**given):
    row = {
        "component": "base", "statistic": "range", "unit": "currency", "currency": "USD", "period": "year", "low": 100_000.0,
        "high": 120_000.0, "annual_low": 100_000.0, "annual_high": 120_000.0,
    }  # fmt: skip
    return row | given


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, []),
        ({"sample_size": 12}, ["small_sample"]),
        ({"sample_size": 30}, []),
        ({"low": 1_000.0, "high": 10_001.0}, ["wide_range"]),
        ({"annual_low": 150.0, "annual_high": 150.0}, ["unlikely_year"]),
        ({"annual_low": None, "annual_high": 150.0}, ["unlikely_year"]),
        ({"annual_low": 9e9, "annual_high": None, "currency": "IDR"}, []),
        ({"unit": "percent", "currency": None, "low": 5.0, "high": 500.0}, ["unlikely_percent"]),
        ({"low": -5.0, "high": 5.0}, ["negative_amount"]),
        ({"low": -12.0, "high": -12.0, "unit": "percent", "component": "premium"}, []),
        ({"low": None, "high": 120_000.0}, []),
    ],
)
def test_doubts_are_flags_and_no_reason_to_reject_a_row(given, codes):
    rows = validation.frame("observations", [_observation(), _observation(**given)])
    rows.index = [7, 7]
    assert validation.doubts("observations", rows) == [(1, code) for code in codes]


def test_every_doubt_is_a_declared_flag():
    declared = flags.all_flags()
    assert {check.name for check in validation.soft_model("observations").checks} <= declared.keys()


@pytest.mark.parametrize(
    ("given", "check"),
    [
        ({"low": None, "high": None}, "has_an_end"),
        ({"high": 1e14}, "amount_too_large"),
        ({"unit": "percent"}, "percent_with_currency"),
        ({"evidence": "$100K"}, "evidence_fits_its_place"),
        ({"component": "salary"}, "component_known"),
    ],
)
def test_each_hard_rule_rejects_and_says_which_it_is(given, check):
    good = _whole()
    kept, failures = validation.split(
        "observations", validation.frame("observations", [good, good | given | {"observation_id": "2"}])
    )
    assert len(kept) == 1
    assert [(one.row, one.check) for one in failures] == [(1, check)]


@pytest.mark.parametrize(
    "given", [{"currency": 7}, {"low": "100"}, {"open_ended": "no"}, {"flags": ["x", 1]}]
)
def test_no_value_is_converted_to_the_type_of_its_column(given):
    with pytest.raises(pa.ArrowException):
        validation.frame("observations", [_whole() | given])


def _whole():
    """An observation with a value in every column that needs one."""
    blank = {"string": "x", "float": 1.0, "integer": 1, "boolean": False, "strings": []}
    row = {
        column.name: column.values[0] if column.values else blank[column.type]
        for column in tables.models()["observations"].columns
        if not column.nullable
    }
    return row | _observation() | {"char_start": 0, "char_end": 1, "evidence": "$"}
