"""Rows whose cells each stand behind the name of their column."""

import pytest

from extractors.readers import scraped_text
from schemas import Document

TRADES = [
    ("Welder", "$61,000", "$48,000–$77,000", "$88,500"),
    ("Pipe Fitter", "$58,500", "$46,000–$71,000", "$84,000"),
    ("Millwright (union)", "$66,200", "", "$93,100"),
    ("Rigger", "$57,900", "$45,000–$70,500", ""),
]
NAMES = ("Trade", "Median", "Range", "P90")


def recovered(lines):
    page = "\n".join(["Pay at Tamsin Quay", "", *lines, "", "Ask early."])
    blocks = scraped_text.read(Document("page.txt", page)).blocks
    return [[[cell.text for cell in row] for row in block.table.rows] for block in blocks if block.table]


@pytest.mark.parametrize("between", ["", " "])
def test_names_in_front_of_every_cell_make_a_table(between):
    lines = [
        between.join(f"{name}{between}{cell}".strip() for name, cell in zip(NAMES, row, strict=True))
        for row in TRADES
    ]
    assert recovered(lines) == [[list(NAMES), *[list(row) for row in TRADES]]]


def test_lines_that_happen_to_begin_alike_are_no_such_rows():
    lines = [
        "Welder pay is $61,000 a year",
        "Welder helpers earn $48,000 a year",
        "Welder foremen earn $77,000 a year",
    ]
    assert recovered(lines) == []
