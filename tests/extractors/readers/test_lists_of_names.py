"""Lines that are a name and its amount, lists of them below `By city`, and rows whose sign stands behind the number."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(text, *columns):
    document = Document("page.txt", text)
    return [
        tuple(row[column] for column in columns)
        for row in observe(document, default.extract(document)).observations
    ]


def test_a_name_that_touches_its_amount_is_its_label():
    text = "Joiner salary in Austria 2026\n\nBy city\nGraz41.300 €\nLinz44.150 €\nWels39.800 €\n"
    assert rows(text, "region_label", "low") == [("Graz", 41_300), ("Linz", 44_150), ("Wels", 39_800)]


def test_by_city_names_no_columns_of_a_table():
    text = "Roofer salary in the US 2026\n\nBy city\nTulsa$51,300\nOmaha$54,150\n"
    assert rows(text, "component", "region_label") == [("base", "Tulsa"), ("base", "Omaha")]


def test_a_label_with_its_amount_is_no_label_of_the_next_line():
    text = "Cabinetmaker pay in Switzerland\n\nGeneva: CHF 91'000\nZurich: CHF 96'500\n"
    assert rows(text, "region_label", "low") == [("Geneva", 91_000), ("Zurich", 96_500)]


@pytest.mark.parametrize("sign", ["€", "zł"])
def test_signs_behind_numbers_belong_to_the_numbers_before_them(sign):
    text = (
        "Level Average salary Range\n"
        f"Junior 41.300 {sign} 37.000–45.500 {sign}\nSenior 62.700 {sign} 57.500–71.000 {sign}\n"
    )
    assert rows(text, "low", "high") == [
        (41_300, 41_300),
        (37_000, 45_500),
        (62_700, 62_700),
        (57_500, 71_000),
    ]


def test_names_of_a_list_below_a_sentence_may_hold_numbers_of_their_own():
    document = Document(
        "page.txt",
        "Tiler pay\n\nThis is the scale since the January agreement, basic only, all euro, gross per annum:\n\n"
        "Helper (first six months) 28,500\nTiler yr 1 38,000\nTiler yr 3-5 45,000\nForeman 51,000\n\nAnd that is all.\n",
    )
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["currency"], row["component"]) for row in rows] == [
        (amount, "EUR", "base") for amount in (28_500, 38_000, 45_000, 51_000)
    ]
