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
