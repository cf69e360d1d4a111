"""Shares of pay with a least and a most, means of shares, scales that climb, grants that vest, and what is no pay beside them."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def said(text, *columns):
    return [tuple(row[column] for column in columns) for row in observed(text)]


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("Bonus: 15% on target, 30% maximum.", ["point", "maximum"]),
        ("The bonus is 10% at target and 15% max.", ["point", "maximum"]),
        ("Target bonus 12%, maximum bonus of 24%.", ["point", "maximum"]),
        ("The average target bonus for clerks in retail was 11% of salary.", ["mean"]),
        ("The average bonus target was 9%, the average maximum 18%.", ["mean", "mean"]),
    ],
)
def test_what_shares_of_pay_are_at_most_and_on_average(text, statistics):
    assert [one for (one,) in said(text, "statistic")] == statistics


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A grade 7 post at the museum: £45,100 rising to £52,300 by annual increments.", 45_100, 52_300),
        ("Salary: £28,400 rising to £31,900 per annum", 28_400, 31_900),
        ("Rates are $24 an hour, rising to $29 an hour.", 24, 29),
    ],
)
def test_a_scale_that_climbs_is_one_range(text, low, high):
    assert said(text, "low", "high") == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Fitters join on £27,500, rising to £33,000 after two years.",
        "The minimum wage is £11.44, rising to £12.21.",
    ],
)
def test_what_pay_rises_to_later_is_another_amount(text):
    assert len(observed(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "She got options worth $40,000. They vest over four years.",
        "The offer: $150,000 base and RSUs worth $40,000. The stock vests over 4 years, with a one-year cliff.",
    ],
)
def test_the_next_sentence_says_over_how_many_years_a_grant_vests(text):
    assert said(text, "evidence", "period", "vesting_years")[-1] == ("$40,000", "grant", 4)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("For the pension, staff pay in 5% and the firm 8%.", ["8%"]),
        ("Her own contribution is 7%; the mill pays 11% into the pension.", ["11%"]),
        ("Cut your payroll admin by 40% and pay bakers £31,000.", ["£31,000"]),
    ],
)
def test_what_people_pay_in_themselves_and_what_software_saves_is_no_pay(text, evidence):
    assert [one for (one,) in said(text, "evidence")] == evidence


def test_a_scheme_that_is_called_after_a_job_says_not_whose_pay_it_is():
    rows = observed(
        "A ward sister is paid £40,000, and the Firefighters' Pension Scheme is not for her. On her £40,000 that matters."
    )
    assert {row["role_title"] for row in rows} == {"ward sister"}


def test_a_first_name_is_no_shop():
    assert said("Kofi was offered GHS 180,000.", "low") == [(180_000,)]
