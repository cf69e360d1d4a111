"""Figures far from those of other documents."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.outliers import NEEDS, outliers

PLAIN = {
    "role": "ml-engineer", "level": "senior", "country": "US", "component": "base", "currency": "USD",
    "unit": "currency", "claim": "market", "comparison": None, "annual_high": None,
}  # fmt: skip
SCHEMA = pa.schema(
    [
        (name, pa.float64() if name.startswith("annual") else pa.string())
        for name in (*PLAIN, "annual_low", "document")
    ]
)


def table(*rows):
    return pa.Table.from_pylist([PLAIN | row for row in rows], schema=SCHEMA).select(NEEDS)


def many(count=30, documents=6, **columns):
    return [
        {"annual_low": 150_000.0 + 2_000 * n, "document": f"d{n % documents}", **columns}
        for n in range(count)
    ]


def test_a_figure_far_off_is_found_with_what_it_is_held_against():
    (far,) = outliers(table(*many(), {"annual_low": 1_250_000.0, "document": "x"}))
    assert (far.row, far.value, far.figures) == (30, 1_250_000.0, 31)
    assert far.median == pytest.approx(180_000, rel=0.01)


@pytest.mark.parametrize(
    "columns",
    [
        {"component": "equity"}, {"claim": "negotiation"}, {"comparison": "above"}, {"role": None},
        {"level": "staff"}, {"country": "IN"}, {"currency": "INR"}, {"unit": "percent"},
    ],
)  # fmt: skip
def test_what_is_about_something_else_is_not_compared(columns):
    assert outliers(table(*many(), {"annual_low": 1_250_000.0, "document": "x", **columns})) == []


@pytest.mark.parametrize("crowd", [many(18), many(40, documents=3)])
def test_few_figures_or_few_documents_decide_nothing(crowd):
    assert outliers(table(*crowd, {"annual_low": 1_250_000.0, "document": "d0"})) == []


def test_twice_the_middle_is_no_outlier_however_alike_the_others_are():
    alike = [{"annual_low": 150_000.0, "document": f"d{n % 6}"} for n in range(30)]
    assert outliers(table(*alike, {"annual_low": 320_000.0, "document": "x"})) == []


def test_no_rows_at_all():
    assert outliers(table()) == []


@given(st.permutations([*many(), {"annual_low": 9_000.0, "document": "x"}]))
def test_the_order_of_the_rows_changes_nothing(rows):
    (far,) = outliers(table(*rows))
    assert rows[far.row]["annual_low"] == 9_000.0
