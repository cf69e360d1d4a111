"""Entries of several amounts below a line that says which statistic each of them is."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

RANKS = [("p25", 38_000), ("median", 42_000), ("p75", 47_500)]


def statistics(text):
    document = Document("page.md", f"# Pay of welders in Germany\n\n{text}\n")
    return [
        (row["statistic"], row["low"])
        for row in observe(document, default.extract(document)).observations
        if row["low"]
    ]


@pytest.mark.parametrize(
    "entry", ["€38,000 / 42,000 / 47,500", "€38,000 / €42,000 / €47,500", "€38k / 42k / 47.5k"]
)
def test_each_amount_of_an_entry_is_the_statistic_that_the_line_above_names(entry):
    lines = f"25th / 50th / 75th percentile, gross a year:\n\n- Welder: {entry}\n- Foreman: {entry}"
    assert statistics(lines) == RANKS * 2


def test_an_entry_of_fewer_amounts_says_not_which_they_are():
    lines = (
        "P25 / P50 / P75, gross a year:\n\n- Welder: €38,000 / 42,000\n- Foreman: €38,000 / 42,000 / 47,500"
    )
    found = statistics(lines)
    assert found[2:] == RANKS
    assert ("p25", 38_000) not in found[:2]


def test_ranks_with_strokes_in_the_name_of_a_column_are_those_of_its_cells():
    table = "| Job | 25th / 50th / 75th |\n|---|---|\n| Welder | €38,000 / 42,000 / 47,500 |"
    assert statistics(table) == RANKS


def test_two_ranks_are_the_ends_of_a_band():
    table = "| Job | Base (25th/75th) |\n|---|---|\n| Welder | €38,000 – €47,500 |"
    assert [name for name, _ in statistics(table)] == ["percentile_band"]
