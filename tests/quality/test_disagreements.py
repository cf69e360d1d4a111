"""One fact in two documents, in ranges that do not touch."""

import pyarrow as pa
import pytest

from quality.disagreements import NEEDS, disagreements

PLAIN = {
    "company": "acme", "role": "data-engineer", "role_title": "Data Engineer", "level_label": "L4", "place": "Boston", "component": "base",
    "statistic": "range", "period": "year", "currency": "USD", "claim": "market", "as_of_label": None,
    "specialization": None, "education": None, "qualifier": None, "experience_min_years": None, "unit": "currency",
    "comparison": None, "low": 150.0, "high": 180.0, "document": "a",
}  # fmt: skip
TYPES = {"low": pa.float64(), "high": pa.float64(), "experience_min_years": pa.float64()}
SCHEMA = pa.schema([(name, TYPES.get(name, pa.string())) for name in NEEDS])


def found(*rows):
    table = pa.Table.from_pylist([PLAIN | row for row in rows], schema=SCHEMA)
    return [(one.row, one.other) for one in disagreements(table)]


HIGHER = {"low": 210.0, "high": 240.0, "document": "b"}


def test_the_higher_range_is_held_against_the_lower_one():
    assert found({}, HIGHER) == [(1, 0)]
    assert found(HIGHER, {}) == [(0, 1)]


@pytest.mark.parametrize(
    "other",
    [
        {"low": 175.0, "high": 240.0},  # they touch
        {"document": "a"},  # one document: its own checks look at that
        {"level_label": "L5"}, {"role_title": "Staff Data Engineer"}, {"company": "bolt"},
        {"place": "Austin"}, {"qualifier": "contract"}, {"as_of_label": "2024"},
        {"claim": "negotiation"}, {"comparison": "above"}, {"unit": "percent"}, {"place": None},
    ],
)  # fmt: skip
def test_what_may_both_be_true_is_no_disagreement(other):
    assert found({}, HIGHER | other) == []


def test_no_rows_at_all():
    assert found() == []
