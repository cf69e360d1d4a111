"""Columns that say more beside each other than alone."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

GLAZIERS = "# Pay of glaziers\n\nGross pay in Swiss francs.\n\n"


def observed(text):
    document = Document("x.md", text)
    return observe(document, default.extract(document)).observations


def test_a_time_alone_above_numbers_is_that_of_their_pay_where_another_stands_beside_it():
    text = (
        GLAZIERS + "| Class | Month | Hour |\n|---|---|---|\n| A | 5'120 | 29.10 |\n| B | 4'700 | 26.70 |\n"
    )
    assert [(o["low"], o["period"]) for o in observed(text)] == [
        (5120, "month"), (29.1, "hour"), (4700, "month"), (26.7, "hour")
    ]  # fmt: skip


def test_hours_beside_a_month_are_a_count():
    text = GLAZIERS + "| Class | Month | Hours |\n|---|---|---|\n| A | 5'120 | 176 |\n| B | 4'700 | 176 |\n"
    assert not [o for o in observed(text) if o["low"] == 176 and o["period"] == "hour"]


def test_a_first_column_of_codes_is_names_where_all_others_are_signed_amounts():
    head = "# Driver pay\n\n| Harbour Lines, hourly rate | Year 1 | Year 5 |\n|---|---|---|\n"
    text = f"{head}| R40 / 900 | $21.20 | $28.40 |\n| 737 / 777 | $23.55 | $33.20 |\n"
    assert [o["low"] for o in observed(text)] == [21.2, 28.4, 23.55, 33.2]


def test_what_stands_behind_a_plus_in_a_cell_is_not_said_of_the_amount_in_front():
    head = "# Reporter pay\n\n| Job | Pay |\n|---|---|\n"
    found = observed(
        f"{head}| Metro reporter | $61,000 + $4,500 relocation |\n| Editor | $72,000 + bonus |\n"
    )
    assert [(o["low"], o["component"]) for o in found] == [
        (61_000, "base"), (4_500, "allowance"), (72_000, "base")
    ]  # fmt: skip


def test_amounts_in_another_money_are_paid_for_the_same_time():
    table = "| Country | Monthly salary | In pesos (approx.) |\n|---|---|---|\n"
    table += "| Chile | $3,800 | ₱220,000 |\n| Peru | $3,100 | ₱179,000 |\n"
    document = Document("page.md", f"# Tiler pay abroad\n\n{table}")
    rows = observe(document, default.extract(document)).observations
    assert [(row["currency"], row["period"]) for row in rows] == [("USD", "month"), ("PHP", "month")] * 2


def changes(name, beside="Median pay"):
    text = f"# Pay of glaziers\n\n| Region | {beside} | {name} |\n|---|---|---|\n| Leith | £31,250 | +4.4% |\n| Largs | £29,700 | +3.1% |\n"
    return [(o["low"], o["component"], o["statistic"]) for o in observed(text) if o["unit"] == "percent"]


@pytest.mark.parametrize(
    "name", ["Change on year", "YoY", "Annual change", "vs. last year", "% change", "Pay growth"]
)
def test_how_far_pay_has_moved_is_a_rise_and_none_of_the_medians_beside_it(name):
    assert changes(name) == [(4.4, "other", "point"), (3.1, "other", "point")]


@pytest.mark.parametrize("name", ["Job growth", "Growth", "Outlook"])
def test_growth_of_anything_else_is_no_pay(name):
    assert changes(name) == []


def test_a_change_beside_what_is_no_pay_is_none():
    assert changes("Annual change", beside="Rent") == []
