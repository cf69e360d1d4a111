"""Paragraphs of adverts on pay in several states and markets, and what they say beside it."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document(
        "page.txt", f"Fitter pay\n\nWhat this post pays, wherever you work for us.\n\n{text}\n"
    )
    records = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in records]


def test_people_of_a_state_are_paid_there():
    text = "The salary range for Ohio residents: $61,000. The salary range for Colorado residents: $66,000."
    assert said(text, "low", "region_label") == [(61_000, "Ohio"), (66_000, "Colorado")]


def test_the_lowest_market_and_the_highest_are_the_ends():
    text = "Pay ranges from $61,300/year in our lowest market up to $83,600/year in our highest market."
    assert said(text, "statistic", "low", "high") == [("minimum", 61_300, None), ("maximum", None, 83_600)]


def test_what_a_sentence_calls_the_whole_is_so_in_each_of_its_places():
    text = "Cash compensation is $91,000 in Boston and $79,000 in Leeds."
    assert said(text, "component") == [("total",), ("total",)]


def test_small_amounts_for_further_hours_are_premiums_too():
    text = "Premiums are $0.70/hr for evenings, $3.50/hr for nights and $2.30/hr for weekends."
    assert said(text, "component") == [("premium",)] * 3


def test_letters_behind_amounts_with_cents_are_no_thousands_or_billions():
    text = "$5,348.00 - $6,642.00 B\n$6,412.00 - $8,352.00 C\n"
    assert said(text, "high") == [(6_642,), (8_352,)]


@pytest.mark.parametrize(
    "text",
    [
        "The full salary range for this class is $5,037 to $6,774 monthly.",
        "Directors receive an additional $25,000 for the audit committee chair.",
    ],
)
def test_a_class_of_posts_and_a_committee_have_no_price(text):
    assert len(said(text, "low")) == 1


def test_cents_for_every_dollar_are_no_pay():
    assert said("Women earned 89 cents for every dollar earned by men.", "low") == []


def test_by_how_much_pay_of_employees_rose_is_no_share_of_them():
    text = "The average weekly pay of payroll employees was $1,297 in May, up 5.4% from a year earlier."
    assert said(text, "component", "unit") == [("wage", "currency"), ("other", "percent")]
