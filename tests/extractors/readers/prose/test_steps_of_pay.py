"""Amounts that somebody went through, shares of the pay elsewhere, accounts, and payers named among others."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(text, *columns):
    document = Document("page.md", f"# Notes\n\nThis is what I know of it by now, in short.\n\n{text}\n")
    rows = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("My own path as a welder: 46k (2017, Leeds) → 54k (2019) → 68k (2021, York).", [46_000, 54_000, 68_000]),
        ("Ivo (senior welder): 8,000 → 9,200, so that he is not under the new hires", [8_000, 9_200]),
        ("Salary: 46k -> 54k", [46_000, 54_000]),
    ],
)  # fmt: skip
def test_thousands_with_an_arrow_between_them_are_pay(text, amounts):
    assert [low for (low,) in read(text, "low")] == amounts


def test_what_stands_in_brackets_behind_a_step_is_said_of_it():
    text = "My pay as a welder: £46k (2017, Leeds) → £54k (2019) → £68k (2021, York)."
    assert read(text, "region_label") == [("Leeds",), ("Leeds",), ("York",)]


def test_steps_of_other_things_are_no_pay():
    assert not read("The list went from 12k (2017) → 54k (2019) readers.", "low")


def test_a_share_of_the_pay_elsewhere_is_paid_in_the_place_in_front_of_it():
    text = "Base pay in Leeds runs at roughly 65% of US salaries; in Toronto ~75%."
    assert read(text, "region_label") == [("Leeds",), ("Toronto",)]


def test_accounts_beside_a_salary_are_allowances_and_no_example():
    text = (
        "The mayor of Alder Falls earns a $140,000 annual salary, along with a $5,000 annual expense account."
    )
    assert read(text, "component", "claim") == [("base", "market"), ("allowance", "market")]


def test_one_of_several_payers_in_a_bracket_is_not_the_payer_of_the_page():
    text = (
        "- Junior: €2.800–€3.500 a month\n- Senior: €5.000–€7.000 (Booking, Adyen, Uber pay up to €120k base)"
    )
    assert read(text, "company_name")[0] == (None,)


def test_an_index_is_no_payer():
    text = "# How we pay people\n\nOur bands are public. Each May the circle looks at CPI.\n\nA cook gets £31,000.\n"
    document = Document("page.md", text)
    (row,) = observe(document, default.extract(document)).observations
    assert row["company_name"] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Camp cooks start from $85,000.", ("base", "minimum", 85_000)),
        ("The recruiter said the budget for the role is $92,000.", ("base", "point", 92_000)),
        ("Shutdown work brings a LAFHA of $120 a day.", ("allowance", "point", 120)),
        ("- Wages: between 2.0% and 4.0% in July, depending on CPI", ("other", "range", 2)),
    ],
)
def test_what_is_said_of_amounts_and_percents(text, said):
    assert [
        (component, statistic, low)
        for component, statistic, low in read(text, "component", "statistic", "low")
    ] == [said]


def test_what_all_are_paid_together_is_nobodys_pay():
    assert not read("Monthly payroll goes from S$186,000 to about S$312,000 by autumn.", "low")


def test_a_line_that_leads_to_rises_says_what_its_list_is_made_of():
    text = (
        "In the last years the general uplift was:\n\n- 2023: 6%\n- 2024: 3.5%, with a flat minimum of £900"
    )
    assert read(text, "component") == [("other",)] * 3


def test_dollars_are_those_that_the_page_says_it_counts_in():
    text = (
        "All numbers are **CAD per hour**, unless the row says otherwise. One offer was US$48.\n\n"
        "| Company | City | Pay |\n|---|---|---|\n| Orbison | Remote | $45 |\n| Orbison | Remote | $47 |\n| Tarn Ltd | Toronto | C$39 |\n"
    )
    assert read(text, "currency") == [("USD",), ("CAD",), ("CAD",), ("CAD",)]


def test_a_yearly_amount_is_none_of_the_months_that_a_page_counts_in():
    text = "All ranges are monthly gross, in SGD. Do we advertise up to S$264,000 for the director?"
    assert read(text, "period") == [("year",)]
