"""Allowances and loadings: what a figure is paid for beside the work itself."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("page.txt", text)
    return [
        (one["low"] or one["high"], one["component"])
        for one in observe(document, default.extract(document)).observations
    ]


def test_words_in_front_of_an_amount_say_what_it_is_for():
    text = "The package is made up of basic AED 5,200, housing AED 2,100 and transport AED 900."
    assert observed(text) == [(5_200.0, "base"), (2_100.0, "allowance"), (900.0, "allowance")]


def test_what_comes_in_kind_is_no_part_of_the_amount():
    assert observed("Cooks get AED 2,300 a month + shared accommodation + transport.") == [(2_300.0, "base")]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Nurses get a shift allowance of $120 a month.", "allowance"),
        ("Per diem is about $3.10 an hour away from base.", "allowance"),
        ("Wages for casuals include the 22% loading.", "premium"),
        ("With allowances and overtime the package is usually €31,000.", "total"),
    ],
)
def test_allowances_loadings_and_whole_packages(text, component):
    assert [part for _, part in observed(text)] == [component]


def test_a_heading_that_names_only_a_part_of_pay_says_what_its_list_is_made_of():
    text = "Pay of wardens 2025\nAllowances\n- Inner city: $4,200\n- Coast: $1,900\n"
    assert observed(text) == [(4_200.0, "allowance"), (1_900.0, "allowance")]


def test_a_heading_on_a_premium_heads_figures_of_every_sort():
    text = "Pay of analysts 2025\nThe cloud premium\n- Junior: $84,000\n- Senior: $119,000\n"
    assert observed(text) == [(84_000.0, "base"), (119_000.0, "base")]


def test_a_paragraph_that_begins_with_an_amount_is_what_its_heading_names():
    text = "# Pay of wardens\n\n## Standby allowance\n\n£38.90 a week for each phone.\n\nWardens earn £31,000 a year.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["component"] for row in rows] == ["allowance", "base"]


def test_pay_and_benefits_in_one_heading_are_no_benefits():
    text = "# Warden\n\n## Compensation & benefits\n\n- £31,000 to £34,000\n- Free parking\n"
    document = Document("page.md", text)
    assert [row["component"] for row in observe(document, default.extract(document)).observations] == ["base"]
