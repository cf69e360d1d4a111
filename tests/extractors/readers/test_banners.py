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


def test_ends_below_names_of_groups_that_nobody_knows():
    rows = [
        ["<th rowspan=2>Job</th>", "<th colspan=2>Bench</th>", "<th colspan=2>Site</th>"],
        ["<th>Min</th>", "<th>Max</th>", "<th>Min</th>", "<th>Max</th>"],
        ["Joiner", "£27,000", "£31,000", "£33,500", "£36,000"],
    ]
    assert said(page(rows), "low", "high") == [(27_000, 31_000), (33_500, 36_000)]


def test_a_year_above_several_columns_is_theirs():
    rows = [
        ["<th rowspan=2>Job</th>", "<th colspan=2>2024</th>", "<th colspan=2>2025</th>"],
        ["<th>Base</th>", "<th>Bonus</th>", "<th>Base</th>", "<th>Bonus</th>"],
        ["Joiner", "£31,000", "£1,200", "£32,500", "£1,350"],
    ]
    assert [str(row["as_of"])[:4] for row in observed(page(rows))] == ["2024", "2024", "2025", "2025"]


def test_rows_named_for_ends_are_the_least_and_the_most():
    rows = [
        ["<th>Measure</th>", "<th>Joiner</th>"],
        ["Lowest", "£26,000"],
        ["Median", "£31,000"],
        ["Highest", "£39,000"],
    ]
    assert said(page(rows), "statistic") == [("minimum",), ("median",), ("maximum",)]


@pytest.mark.parametrize("first", ["<td>Joiner</td>", "<th>Joiner</th>"])
def test_a_table_without_a_header_begins_with_its_first_row(first):
    rows = [[first, "£31,000"], [first.replace("Joiner", "Roofer"), "£33,000"]]
    assert said(page(rows), "role_title", "low") == [("Joiner", 31_000), ("Roofer", 33_000)]


def test_ranks_above_amounts_are_a_header():
    rows = [["Job", "10%", "Median", "90%"], ["Joiner", "£26,000", "£31,000", "£39,000"]]
    assert said(page(rows), "statistic") == [("p10",), ("median",), ("p90",)]


def test_columns_of_one_table_do_not_say_what_each_other_is():
    text = (
        "# Pay bands at Marlow Robotics, 2026\n\nAll figures in £k.\n\n| Rank | Low | Mid | High | Equity (4 yr) |\n|---|---|---|---|---|\n"
        "| J1 | 32 | 36 | 40 | - |\n| J2 | 78 | 88 | 98 | 40 |\n"
    )
    found = [row["component"] for row in observed(text, "page.md") if 40_000 in (row["low"], row["high"])]
    assert found == ["base", "equity"]


def test_thousands_of_a_page_are_none_of_an_hour():
    text = (
        "# Pay in joinery\n\nAll figures in £k.\n\n## Site (hourly)\n\n| Job | Days | Nights |\n|---|---|---|\n"
        "| Joiner | 17.60 | 19.10 |\n| Roofer | 18.90 | 20.40 |\n"
    )
    assert said(text, "low", "period", name="page.md")[:2] == [(17.60, "hour"), (19.10, "hour")]


def test_a_skill_that_is_also_an_island_is_a_skill():
    rows = [["<th>Technology</th>", "<th>Pay</th>"], ["Java", "€61,000"], ["Python", "€58,000"]]
    found = observed(page(rows).replace("joinery", "Portugal"))
    assert [row["specialization"] for row in found] == ["Java", "Python"]
    assert "Java" not in [row["region_label"] for row in found]


@pytest.mark.parametrize(
    ("head", "component"), [("Allowance", "allowance"), ("Bonus", "bonus"), ("Supplement", "allowance")]
)
def test_rows_below_a_part_of_pay_are_kinds_of_it(head, component):
    rows = [[f"<th>{head}</th>", "<th>Amount</th>"], ["Scaffold", "£1,200"], ["Night (22-6)", "£640"]]
    assert said(page(rows), "component", "low") == [(component, 1_200), (component, 640)]


def test_a_salary_below_a_question_on_bonuses_is_none():
    rows = [["<th>Year</th>", "<th>Average salary</th>"], ["2023", "£31,000"], ["2024", "£32,100"]]
    above = "<h2>FAQ</h2><h3>Do joiners get bonuses?</h3><p>Some do.</p>"
    assert set(said(page(rows, above), "component")) == {("base",)}


def test_a_numbered_heading_on_costs_ends_where_a_question_is_asked():
    text = "Pay of clerks in Dubai\n\n2. What things cost\n\nToll gate\nAED 4–6\n\n3. Is AED 12,500 a month enough?\n\nYes.\n"
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["low"] for row in rows] == [12_500]
