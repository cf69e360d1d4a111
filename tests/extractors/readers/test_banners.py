"""Rows of one cell over all columns, and the header above the names of the rows that says how their numbers are counted."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, name="page.html"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def said(text, *columns, name="page.html"):
    return [tuple(row[column] for column in columns) for row in observed(text, name)]


def page(rows, above=""):
    cells = "".join(
        "<tr>" + "".join(cell if cell.startswith("<") else f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<h1>Pay in joinery</h1>{above}<table>{cells}</table>"


HEAD = ["<th>Job</th>", "<th>Salary from</th>", "<th>Salary to</th>"]


@pytest.mark.parametrize("tag", ["td", "th"])
def test_a_row_over_all_columns_says_where_the_rows_below_it_are(tag):
    rows = [
        HEAD,
        [f"<{tag} colspan=3>Scotland</{tag}>"],
        ["Joiner", "£31,000", "£36,500"],
        [f"<{tag} colspan=3>Wales</{tag}>"],
        ["Joiner", "£29,400", "£34,100"],
    ]
    assert said(page(rows), "role_title", "region_label", "low") == [
        ("Joiner", "Scotland", 31_000),
        ("Joiner", "Wales", 29_400),
    ]


def test_a_row_with_text_in_its_first_cell_alone_does_so_too():
    text = (
        "# Pay in joinery\n\n| Job | Base | Bonus |\n|---|---|---|\n| **Scotland** | | |\n"
        "| Joiner | £31,000 | £1,500 |\n| **Wales** | | |\n| Joiner | £29,400 | £900 |\n"
    )
    assert said(text, "region_label", "low", name="page.md") == [
        ("Scotland", 31_000),
        ("Scotland", 1_500),
        ("Wales", 29_400),
        ("Wales", 900),
    ]


def test_what_the_row_itself_says_counts_more():
    rows = [
        ["<th>Town</th>", "<th>Joiner</th>", "<th>Roofer</th>"],
        ["<td colspan=3>Scotland</td>"],
        ["Leeds", "£33,000", "£35,000"],
    ]
    assert {row["region_label"] for row in observed(page(rows))} == {"Leeds"}


def test_a_name_of_other_figures_over_all_columns_says_that_those_below_are_no_pay():
    rows = [
        HEAD,
        ["Joiner", "£31,000", "£36,500"],
        ["<td colspan=3>Living costs</td>"],
        ["Flat", "£900", "£1,250"],
    ]
    assert said(page(rows), "low") == [(31_000,)]


def test_rows_over_all_columns_do_not_make_columns_text():
    above = "<p>All salaries in thousands of euros.</p>"
    rows = [["<th>Job</th>", "<th>Low</th>", "<th>Usual</th>"]]
    for name in ("Bench", "Site", "Office"):
        rows += [[f"<td colspan=3>{name}</td>"], [f"Joiner, {name}", "31", "36"]]
    assert len(observed(page(rows, above))) == 6


@pytest.mark.parametrize(
    ("unit", "currency", "times"), [("£000s", "GBP", 1000), ("C$000", "CAD", 1000), ("Job (SEK)", "SEK", 1)]
)
def test_a_unit_above_the_names_counts_all_numbers_beside_them(unit, currency, times):
    low, high = 41 if times > 1 else 41_000, 47 if times > 1 else 47_500
    rows = [[f"<th>{unit}</th>", "<th>Hull</th>", "<th>York</th>"], ["Joiner (2-4 yrs)", str(low), str(high)]]
    assert said(page(rows), "low", "currency", "region_label") == [
        (low * times, currency, "Hull"),
        (high * times, currency, "York"),
    ]


def test_a_unit_above_amounts_is_that_of_its_own_column():
    rows = [["<th>£000s</th>", "<th>Staff</th>"], ["41", "12"], ["47", "30"]]
    assert said(page(rows), "low") == [(41_000,), (47_000,)]


def test_a_table_below_a_heading_on_costs_is_no_pay():
    rows = [
        ["<th></th>", "<th>Hull</th>", "<th>York</th>"],
        ["Bread", "£1.40", "£1.55"],
        ["Nursery", "£812", "£940"],
    ]
    assert observed(page(rows, "<h2>What things cost</h2>")) == []
    rows[0] = ["<th></th>", "<th>Rent</th>", "<th>Average salary</th>"]
    assert 940 in [row["low"] for row in observed(page(rows, "<h2>Cost of living</h2>"))]
