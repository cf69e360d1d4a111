"""Tables that a page lays out with other elements than `table`."""

import pytest

from extractors.readers import html
from schemas import Document

CELLS = [
    ["Hall", "Lowest", "Average", "Top"],
    ["North hall", "$21,000", "$24,500", "$31,000"],
    ["South hall (9 posts)", "$22,400", "$26,100", "–"],
]


def tables(body):
    page = html.read(Document("page.html", f"<html><body><h1>Pay</h1>{body}</body></html>"))
    return [[[cell.text for cell in row] for row in b.table.rows] for b in page.blocks if b.table]


def row(cells):
    return "<div class=tr>" + "".join(f"<div><span>{cell}</span></div>" for cell in cells) + "</div>"


def test_cells_side_by_side_in_a_grid():
    assert tables("<div>" + "".join(f"<div>{c}</div>" for line in CELLS for c in line) + "</div>") == [CELLS]


def test_rows_of_elements_with_as_many_parts_each():
    assert tables("<div>" + "".join(map(row, CELLS)) + "</div>") == [CELLS]


def test_a_head_and_a_body_that_hold_the_rows():
    head, body = row(CELLS[0]), "".join(map(row, CELLS[1:]))
    assert tables(f"<div><div>{head}</div><div>{body}</div></div>") == [CELLS]


@pytest.mark.parametrize(
    "cells",
    [
        [["Hall", "Days", "Posts"], ["North", "Monday", "two"], ["South", "Friday", "one"]],  # no amounts
        [
            ["North", "$21,000", "$24,500"],
            ["South", "$22,400", "$26,100"],
            ["East", "$1,000", "$2,000"],
        ],  # no header
        [["Hall", "Base", "Bonus"], ["$21,000", "North", "5%"], ["South", "$22,000", "6%"]],  # no columns
    ],
)
def test_parts_that_are_no_table_stay_apart(cells):
    assert tables("<div>" + "".join(map(row, cells)) + "</div>") == []


def test_a_grid_that_is_called_a_table_and_has_no_rows():
    assert tables(
        "<div role=table>" + "".join(f"<div>{c}</div>" for line in CELLS for c in line) + "</div>"
    ) == [CELLS]


def test_rows_with_a_role_whose_cells_have_none():
    rows = "".join(
        "<div role=row>" + "".join(f"<span>{cell}</span>" for cell in line) + "</div>" for line in CELLS
    )
    assert tables(f"<div role=table>{rows}</div>") == [CELLS]


@pytest.mark.parametrize("none", ["$--", "£--", "--"])
def test_a_row_that_only_members_of_a_site_see(none):
    hidden = ["East hall", none, none, none]
    assert tables("<div>" + "".join(map(row, [*CELLS, hidden])) + "</div>") == [[*CELLS, hidden]]
