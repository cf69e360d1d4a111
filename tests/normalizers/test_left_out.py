"""Parts of pay that a text leaves out are not what its figures are; a part named with its amount is."""

import pytest

from extractors import default
from normalizers import left_out, mentions
from normalizers.observations import observe
from schemas import Cell, Document


def kept(text):
    cell = Cell(text)
    return {m.value for m in left_out.counted(cell, mentions.find(cell, ("component",)))}


def read(text):
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    return [(row["component"], row["evidence"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gross monthly pay, excluding bonuses", {"base"}),
        ("Gross monthly pay, excluding any bonuses, stock or commission", {"base"}),
        ("Pension (9.5%) is on top of everything below", set()),
        ("Annual bonuses are not in the table", set()),
        ("Bonuses aside, glaziers do well", set()),
        ("with no sign-on", set()),
        ("total compensation before bonus", {"total"}),
        ("Bonus and pension are not included", set()),
        ("Base and bonus are shown; commission is extra", {"base", "bonus"}),
        ("Base salary and bonus", {"base", "bonus"}),
    ],
)
def test_what_a_text_leaves_out_is_none_of_its_parts(text, expected):
    assert kept(text) == expected


@pytest.mark.parametrize(
    "text", ["They hired her without the bonus of $5,000", "no bonus above $10,000 was paid"]
)
def test_a_part_that_is_left_out_with_its_amount_is_that_part(text):
    assert "bonus" in kept(text)


def test_a_table_is_not_of_what_its_caption_leaves_out():
    text = (
        "# Warehouse pay\n\nGross monthly pay in EUR, full time, excluding bonuses.\n\n"
        "| Job | Lower quartile | Median |\n|---|---|---|\n| Picker | 2,850 | 3,200 |\n"
    )
    assert read(text) == [("base", "2,850"), ("base", "3,200")]


def test_a_page_whose_amounts_are_the_whole_cost_of_somebody_says_so_for_all():
    text = (
        "# Valuers\n\nUnless I say otherwise, the amounts are total cost to company, per annum.\n\n"
        "| Level | Median |\n|---|---|\n| Junior | R410 000 |\n| Senior | R720 000 |\n"
    )
    assert read(text) == [("total", "R410 000"), ("total", "R720 000")]


def test_what_figures_are_not_is_no_statistic_of_theirs():
    text = (
        "# Rates of riggers\n\n| Grade | Stage | Screen |\n|---|---|---|\n| Rigger | £210 | £265 |\n\n"
        "The figures are what most people said, not an average.\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["statistic"] for row in rows] == ["point", "point"]


def test_an_amount_of_an_offer_without_a_bonus_is_no_bonus():
    assert read("Kestrel offered me $41,000 with no sign-on.") == [("base", "$41,000")]
