"""Names at the top of a page that pay nobody on it: buttons, schools, one of two payers; and where and whose all of its figures are."""

import pytest

from extractors import default
from extractors.readers.menus import is_menu
from normalizers.observations import observe
from schemas import Cell, Document


def observed(text, *columns, name="page.txt"):
    document = Document(name, text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("Facebook X LinkedIn Copy link", True),
        ("Share this: Facebook X Pinterest Email", True),
        ("Facebook X Reddit", True),
        ("Twitter, Facebook", False),  # two payers, perhaps
        ("Facebook", False),
        ("LinkedIn pays its writers", False),
    ],
)
def test_buttons_by_which_a_page_is_passed_on_are_a_menu(line, menu):
    assert is_menu(Cell(line)) is menu


def test_a_page_is_not_about_the_pay_of_the_site_it_is_shared_on():
    text = "Welder pay in Leeds (2025)\n\nShare\nFacebook X LinkedIn Copy link\n\nWelders start on £31,000 here.\n"
    assert observed(text, "company_name") == [(None,)]


def test_a_school_pays_none_of_those_it_has_taught():
    text = "DevOps engineer salary guide (2025) - Alder Code Academy\nAlder Code Academy\n\nOne site says $98,000.\n"
    assert observed(text, "company_name") == [(None,)]
    works = "# My pay\n\nI work at Alder Code Academy as a teacher and make $61,000.\n"
    assert observed(works, "company_name", name="page.md") == [("Alder Code Academy",)]


def test_a_page_that_weighs_two_payers_is_about_neither():
    text = (
        "Two offers: Stripe vs a series C startup\n\nI have both of them until Friday, and nobody at home "
        "who could tell me which of the two is the better one to take.\n\nOffer A - Stripe, L3, New York\nBase: 232,000\n"
        "Equity: 480,000 over 4 years\n\nOffer B - Series C fintech (last valuation $1.1B), remote\nBase: $255k\nSign-on: $15k\n"
    )
    found = observed(text, "low", "company_name", "employer_group")
    assert found[0] == (232_000, "Stripe", None)
    assert found[2] == (255_000, None, "Series C fintech")


def test_all_figures_are_where_a_sentence_says_unless_they_say_otherwise():
    text = (
        "# Notes on pay\n\nNumbers are **US, software engineer** unless a line says something else.\n\n"
        "| Level | Base |\n|---|---|\n| L3 | 153k |\n| L4 | 182k |\n"
    )
    assert observed(text, "region_label", "currency", name="page.md") == [("US", "USD")] * 2


def test_a_place_and_a_time_above_a_table_say_where_and_for_what_its_figures_are():
    text = "# Pay at Orbison\n\n## Levels\n\nUnited States, yearly. Average of a year.\n\n| Level | Base |\n|---|---|\n| P1 | $134K |\n"
    assert observed(text, "region_label", "period", name="page.md") == [("United States", "year")]


def test_a_survey_holds_where_those_who_answered_work():
    text = (
        "# Salary survey\n\nThis time 3,218 of you in full-time employment in the UK answered. The median was £47,500.\n\n"
        "Members in pharma report a median of £56,800.\n"
    )
    assert observed(text, "region_label", name="page.md") == [("UK",), ("the UK",)]
    firm = "# Salary news\n\nThe firm has 1,200 engineers in Berlin. The median was €47,500.\n\nMembers report a median of €56,800.\n"
    assert observed(firm, "region_label", name="page.md")[-1] == (None,)
