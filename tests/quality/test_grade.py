"""How good a row is as evidence: what pulls it down, what lifts it."""

import datetime as dt

import pyarrow as pa
import pytest

from quality.grade import NEEDS, grades

PLAIN: dict[str, object] = {
    "flags": [], "inferred": [], "claim": "market", "attributed_to": None, "sample_size": None, "as_of": None,
    "declared_quality": None,
}  # fmt: skip
GOOD = {"attributed_to": "BLS", "as_of": dt.date(2025, 12, 31)}
SCHEMA = pa.schema(
    {
        "flags": pa.list_(pa.string()), "inferred": pa.list_(pa.string()), "claim": pa.string(),
        "attributed_to": pa.string(), "sample_size": pa.int64(), "as_of": pa.date32(), "declared_quality": pa.string(),
    }
)  # fmt: skip


def graded(*rows):
    return grades(
        pa.Table.from_pylist([PLAIN | row for row in rows], schema=SCHEMA).select(NEEDS)
    ).to_pylist()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, "medium"),
        (GOOD, "high"),
        ({"sample_size": 30, "as_of": dt.date(2025, 1, 1)}, "high"),
        ({"sample_size": 29, "as_of": dt.date(2025, 1, 1)}, "medium"),
        ({"attributed_to": "BLS"}, "medium"),
        (GOOD | {"attributed_to": "[3]; [5]"}, "medium"),
        (GOOD | {"attributed_to": "統計局 [3]"}, "high"),
        (GOOD | {"declared_quality": "high"}, "high"),
        (GOOD | {"declared_quality": "medium"}, "medium"),
        (GOOD | {"declared_quality": "low"}, "low"),
        (GOOD | {"flags": ["open_ended"]}, "high"),
        (GOOD | {"flags": ["open_ended", "currency_conflict"]}, "low"),
        (GOOD | {"flags": ["range_inverted"]}, "low"),
        (GOOD | {"inferred": ["component"]}, "low"),
        (GOOD | {"inferred": ["period"]}, "high"),
        (GOOD | {"claim": "example"}, "low"),
        (GOOD | {"claim": "negotiation"}, "low"),
        (GOOD | {"claim": "anecdote"}, "high"),
    ],
)
def test_the_grade_of_a_row(row, expected):
    assert graded(row) == [expected]


def test_rows_are_graded_one_by_one_and_none_may_be_left():
    assert graded(GOOD, {}, {"claim": "example"}, {"flags": ["open_ended"]}) == [
        "high",
        "medium",
        "low",
        "medium",
    ]
    assert grades(SCHEMA.empty_table()).to_pylist() == []
