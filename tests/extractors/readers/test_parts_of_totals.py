"""Total pay whose parts stand between pipes beside it, without any name: their sum shows what they are."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(text, name="page.txt"):
    document = Document(name, text)
    rows = observe(document, default.extract(document)).observations
    return [(row["low"], row["component"], row["place"]) for row in rows]


PAGE = "Glazier pay at Orbison\n\nRecent submissions\nGlazier · G4 · Leeds\n7 yrs experience / 2 yrs at company\n£151,000\n{}\n"


def test_base_stock_and_bonus_below_their_total():
    assert read(PAGE.format("96K | 38K | 17K")) == [
        (151_000, "total", "Leeds"), (96_000, "base", "Leeds"), (38_000, "equity", "Leeds"), (17_000, "bonus", "Leeds"),
    ]  # fmt: skip


def test_the_parts_are_paid_for_the_time_of_their_total():
    document = Document("page.txt", PAGE.format("9.6K | 3.8K | 1.7K").replace("£151,000", "£15,100 / month"))
    rows = observe(document, default.extract(document)).observations
    assert [row["period"] for row in rows] == ["month"] * 4


def test_a_part_that_nobody_gets_is_no_amount():
    assert [one[:2] for one in read(PAGE.format("134K | N/A | 17K"))] == [
        (151_000, "total"), (134_000, "base"), (17_000, "bonus"),
    ]  # fmt: skip


@pytest.mark.parametrize("others", ["96K | 38K | 57K", "96K | 38K", "4.1 | 3.9 | 4.4"])
def test_numbers_that_do_not_sum_up_to_it_are_no_parts_of_it(others):
    assert [low for low, *_ in read(PAGE.format(others))] == [151_000]


def test_parts_in_small_letters_below_the_amount_of_a_card():
    cards = "".join(
        f"<li><div><p>G3 · Windows</p></div><div><p>{total}</p><p>{parts}</p></div></li>"
        for total, parts in (("€139,000", "105K | 26K | 8K"), ("€71,500", "60K | 8.5K | 3K"))
    )
    page = f"<html><body><h1>Glazier pay in Leeds</h1><ul>{cards}</ul></body></html>"
    assert [one[:2] for one in read(page, "page.html")] == [
        (139_000, "total"), (105_000, "base"), (26_000, "equity"), (8_000, "bonus"),
        (71_500, "total"), (60_000, "base"), (8_500, "equity"), (3_000, "bonus"),
    ]  # fmt: skip
