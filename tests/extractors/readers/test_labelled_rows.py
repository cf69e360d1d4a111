"""Rows whose cells each stand behind the name of their column."""

import pytest

from benchmarks.round_trip import recovered

TRADES = [
    ("Welder", "$61,000", "$48,000–$77,000", "$88,500"),
    ("Pipe Fitter", "$58,500", "$46,000–$71,000", "$84,000"),
    ("Millwright (union)", "$66,200", "", "$93,100"),
    ("Rigger", "$57,900", "$45,000–$70,500", ""),
]
NAMES = ("Trade", "Median", "Range", "P90")


@pytest.mark.parametrize("between", ["", " "])
def test_names_in_front_of_every_cell_make_a_table(between):
    lines = [
        between.join(f"{name}{between}{cell}".strip() for name, cell in zip(NAMES, row, strict=True))
        for row in TRADES
    ]
    assert recovered("\n".join(lines)) == [[list(NAMES), *[list(row) for row in TRADES]]]


def test_lines_that_happen_to_begin_alike_are_no_such_rows():
    lines = [
        "Welder pay is $61,000 a year",
        "Welder helpers earn $48,000 a year",
        "Welder foremen earn $77,000 a year",
    ]
    assert recovered("\n".join(lines)) == []


@pytest.mark.timeout(20)
def test_a_row_that_lacks_the_last_of_many_like_names_ends_the_table_at_once():
    names = ["Pay"] * 24 + ["Range"]
    row = "".join(f"{name}${at % 9 + 1}1K" for at, name in enumerate(names))
    (found,) = recovered("\n".join([row, row, row, "Pay$1" * 58 + "X"]))
    assert len(found) == 4
