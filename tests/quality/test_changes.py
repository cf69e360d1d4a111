"""What changed between two releases: values of a series as a multiset, large moves first."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.changes import KEYS, NEEDS, changes, differing, vanished

PLAIN = {
    "source": "guides", "series_id": "s", "document": "guides/a.md", "observation_id": "o", "line_start": 3, "component": "base",
    "unit": "currency", "currency": "USD", "period": "year", "low": None, "high": None, "evidence": "$", "role_title": "Engineer",
    "level_label": None, "company_name": "Acme", "region_label": None, "specialization": None, "qualifier": None,
}  # fmt: skip
TYPES = {"low": pa.float64(), "high": pa.float64(), "line_start": pa.int64()}
SCHEMA = pa.schema([(name, TYPES.get(name, pa.string())) for name in NEEDS])


def row(ends, series="s", **columns):
    low, high = ends if isinstance(ends, tuple) else (ends, ends)
    return PLAIN | {"low": low, "high": high, "series_id": series} | columns


def compared(before, after):
    tables = [pa.Table.from_pylist(rows, schema=SCHEMA) for rows in (before, after)]
    numbers = differing(*(table.select(KEYS) for table in tables))
    left, right = (table.take(pa.array(n)).to_pylist() for table, n in zip(tables, numbers, strict=True))
    return changes(left, right)


def told(before, after):
    return [(one["change"], one["size"], one["before"], one["after"]) for one in compared(before, after)]


def test_equal_rows_in_another_order_document_or_line_are_no_change():
    rows = [row(1.0, "a"), row((2.0, 3.0), "b"), row((None, 4.0), "c")]
    moved = [
        one | {"line_start": 99, "document": "guides/renamed.md", "evidence": "x"} for one in reversed(rows)
    ]
    assert compared(rows, moved) == []


@pytest.mark.parametrize(
    ("old", "new", "size", "move"),
    [
        ((100.0, 200.0), (103.0, 203.0), "small", 0.02),
        ((100.0, 200.0), (110.0, 220.0), "medium", 0.1),
        ((100.0, 200.0), (100.0, 290.0), "large", 0.3),
        ((100.0, 200.0), (50.0, 100.0), "large", -0.5),
        ((100.0, None), (130.0, None), "large", 0.3),  # both are open above
        ((100.0, None), (100.0, 180.0), "small", 0.0),  # the end that both have is the same
        ((100.0, None), (None, 180.0), None, None),  # nothing can be compared
        ((0.0, 0.0), (5.0, 5.0), None, None),
    ],
)
def test_a_move(old, new, size, move):
    (one,) = compared([row(old)], [row(new)])
    assert (one["change"], one["size"], one["flag"]) == (
        "moved",
        size,
        "large_move" if size == "large" else None,
    )
    assert one["move"] == (pytest.approx(move) if move is not None else None)


def test_several_values_of_a_series_are_compared_as_a_multiset():
    before = [row(100.0), row(100.0), row(200.0)]
    assert told(before, [row(200.0), row(100.0), row(100.0)]) == []
    assert told(before, [row(100.0), row(210.0), row(100.0)]) == [
        ("moved", "medium", "200 USD (year)", "210 USD (year)")
    ]
    assert told(before, [row(100.0), row(200.0)]) == [("removed", None, "100 USD (year)", None)]
    assert told(before, [*before, row(300.0)]) == [("added", None, None, "300 USD (year)")]


def test_large_moves_come_first_then_what_went_then_what_came():
    before = [row(100.0, "a"), row(100.0, "b"), row(100.0, "gone")]
    after = [row(101.0, "a"), row(150.0, "b"), row(100.0, "new")]
    assert [(one["series_id"], one["change"]) for one in compared(before, after)] == [
        ("b", "moved"), ("a", "moved"), ("gone", "removed"), ("new", "added"),
    ]  # fmt: skip


def test_the_same_series_of_two_sources_are_two():
    before, after = row(100.0, source="one"), row(100.0, source="other")
    assert [one["change"] for one in compared([before], [after])] == ["removed", "added"]


def test_a_percent_is_written_as_one():
    (one,) = compared([], [row((12.0, 18.0), unit="percent", currency=None, period=None)])
    assert (one["after"], one["subject"]) == ("12 to 18 %", "Engineer, Acme")


def test_nothing_at_all():
    assert compared([], []) == []


def test_what_vanished():
    assert vanished(["b", "a", "c"], ["c", "d"]) == ["a", "b"]


ROWS = st.lists(
    st.builds(
        row,
        st.tuples(st.sampled_from([1.0, 2.0, None]), st.sampled_from([2.0, 3.0])),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=12,
)


@given(ROWS, st.randoms())
def test_shuffled_rows_never_change(rows, random):
    again = list(rows)
    random.shuffle(again)
    assert compared(rows, again) == []


@given(ROWS, ROWS)
def test_every_difference_is_told_once(before, after):
    found = compared(before, after)
    came = sum(one["change"] != "removed" for one in found)
    went = sum(one["change"] != "added" for one in found)
    assert len(after) - len(before) == came - went


@given(ROWS.filter(bool), st.integers(0, 11))
def test_one_changed_value_is_one_change(rows, at):
    at %= len(rows)
    changed = [one | {"low": 77.0, "high": 77.0} if n == at else one for n, one in enumerate(rows)]
    (one,) = compared(rows, changed)
    assert (one["change"], one["series_id"]) == ("moved", rows[at]["series_id"])
