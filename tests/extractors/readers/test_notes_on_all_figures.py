"""What a page says once of all its figures holds for those that say nothing themselves."""

import pytest

from extractors import default
from extractors.readers import page_labels
from normalizers.observations import observe
from schemas import Block, Cell, Document


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def said(*texts):
    found = page_labels.stated([Block("paragraph", Cell(text)) for text in texts], {})
    return {key: label.text for key, label in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All figures are gross monthly base salaries in SGD, excluding bonus.",
            {"period": "month", "currency": "SGD"},
        ),
        ("Figures shown are per hour before tax.", {"period": "hour"}),
        ("Our salaries are quoted in Malaysian ringgit per month.", {"period": "month", "currency": "MYR"}),
        ("Unless otherwise stated, pay is annual and in euros.", {"period": "year", "currency": "EUR"}),
        ("All amounts in HKD.", {"currency": "HKD"}),
        ("All pay is by the month and in zloty (1 EUR = 4.31 PLN).", {"period": "month", "currency": "PLN"}),
        ("Figures are in million VND.", {"currency": "VND", "scale": "1000000.0"}),
        ("All amounts are in thousands of pounds.", {"currency": "GBP", "scale": "1000.0"}),
        ("All numbers in this guide are annual CTC.", {"period": "year", "component": "total"}),
        ("All numbers in this guide are base pay, not total compensation.", {}),
        ("Values are total compensation.", {}),
        ("All figures are up on the $4,100 per month of last year.", {}),
    ],
)
def test_notes_on_all_figures_say_their_period_and_currency(text, expected):
    assert said(text) == expected


def test_amounts_below_a_note_are_paid_for_its_time():
    text = "Clerk pay in Penang\nAll figures are basic pay per month, gross.\nClerk: RM 3,200\nTypist: RM 2,900\n"
    assert [(one["low"], one["period"], one["currency"]) for one in observed(text)] == [
        (3_200.0, "month", "MYR"),
        (2_900.0, "month", "MYR"),
    ]


def test_numbers_without_a_sign_are_in_the_currency_of_the_note():
    text = (
        "# Pay guide\n\nAll figures are gross monthly salaries in SGD.\n\n"
        "| Role | 25th | 75th |\n|---|---|---|\n| Clerk | 2,900 | 3,700 |\n| Bookkeeper | 4,100 | 5,300 |\n"
    )
    assert {(one["low"], one["period"], one["currency"]) for one in observed(text)} == {
        (value, "month", "SGD") for value in (2_900.0, 3_700.0, 4_100.0, 5_300.0)
    }


def test_the_question_a_page_begins_with_says_where():
    text = "Tiler Salary (May 2025)\nHow much does a tiler make in Canada?\nTilers earn $61,000 a year.\nTop pay\n$79,000\n"
    assert {one["country"] for one in observed(text)} == {"CA"}


def test_a_sentence_on_the_table_below_it_says_where_its_figures_hold():
    text = (
        "# Pay of wardens in the UK\n\nThe table below is for Scotland. England and Wales agree on their own.\n\n"
        "| Grade | Salary |\n|---|---|\n| Warden | £27,100 |\n| Senior warden | £31,900 |\n"
    )
    assert {one["region_label"] for one in observed(text)} == {"Scotland"}


def test_small_numbers_of_a_table_are_in_the_millions_that_the_page_counts_in():
    text = (
        "# Pay in shops\n\nFigures are gross monthly salary in million VND.\n\n## Floor\n\n"
        "| Position | Salary range |\n|---|---|\n| Cashier | 7 - 9 |\n| Shop manager | 15 - 24 |\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(one["low"], one["high"], one["currency"], one["period"]) for one in rows] == [
        (7e6, 9e6, "VND", "month"),
        (15e6, 24e6, "VND", "month"),
    ]


@pytest.mark.parametrize(
    ("note", "source"),
    [
        (
            "Source: joint pay scales, Ministry of Ferries. Points 4 to 6 left out.",
            "joint pay scales, Ministry of Ferries",
        ),
        ("Bron: loonschalen van het gilde", "loonschalen van het gilde"),
    ],
)
def test_the_source_in_the_note_of_a_table_is_whatever_stands_behind_its_colon(note, source):
    text = f"# Pay of wardens\n\n| Grade | Salary |\n|---|---|\n| Warden | £27,100 |\n| Senior | £31,900 |\n\n{note}\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert {one["attributed_to"] for one in rows} == {source}


def test_figures_that_are_medians_are_so_in_tables_and_lists_and_not_in_stories():
    text = (
        "Pay of fitters\n\nUpdated in May. 812 answers. Figures are medians per level.\n\n| Level | Base | Bonus % |\n|---|---|---|\n"
        "| Junior | $41,000 | 5% |\n| Senior | $58,000 | 8% |\n\n- Lead: $66,000\n\nMy brother was offered $52,000.\n"
    )
    found = {row["evidence"]: row["statistic"] for row in observed(text)}
    medians = ("$41,000", "$58,000", "$66,000")
    assert [found[one] for one in medians] == ["median"] * 3
    assert found["$52,000"] == "point"


def test_the_place_that_the_amounts_of_a_section_are_for_holds_below_its_headings_and_no_further():
    table = "| Grade | Base |\n|---|---|\n| Fitter | £34,000 |\n| Senior Fitter | £48,000 |\n"
    text = (
        "# Pay of fitters in the UK\n\nFitters get £30,000, £31,000 or £32,000.\n\n## What the grades pay\n\n"
        "These numbers came from readers. They are for London workshops; take off about 12% elsewhere.\n\n"
        f"### Orbison\n\n{table}\n### Tansy\n\n{table}\n## Elsewhere\n\nFitters get £29,000.\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    places = {row["evidence"]: row["region_label"] for row in found}
    assert (places["£34,000"], places["£48,000"]) == ("London", "London")
    assert places["£29,000"] == "UK"
