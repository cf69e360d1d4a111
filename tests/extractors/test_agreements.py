"""What summaries of agreements state: rises by year, what hours are paid on top, allowances before and after."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

TITLE = "Pay of stevedores in Antwerp\n\nStevedores in Antwerp earn €24.10 an hour.\n\n"


def records(text):
    document = Document("page.txt", TITLE + text)
    return observe(document, default.extract(document)).observations[1:]


def test_percents_below_a_heading_on_rises_are_rises_whatever_they_are_tied_to():
    lines = [
        "3. WAGE RISES (cl. 12)", "", "Everybody gets:", "(a) 3% from 1 March 2026;", "(b) 2.75% from 1 March 2027; and",
        "(c) 2.5% or CPI, whichever is the higher, capped at 4%, from 1 March 2028.",
    ]  # fmt: skip
    found = [(row["component"], row["low"], row["high"]) for row in records("\n".join(lines))]
    assert found == [("other", 3, 3), ("other", 2.75, 2.75), ("other", 2.5, 2.5), ("other", None, 4)]


@pytest.mark.parametrize(
    ("entry", "shares"),
    [
        ("Evening shift: 15%", [15]),
        ("Nights and weekends (cl. 9): 30%", [30]),
        ("Public holidays: 250% of the ordinary rate", [250]),
        ("Sundays: 175% (casuals 200%)", [175, 200]),
    ],
)
def test_hours_in_front_of_a_percent_say_what_comes_on_top(entry, shares):
    found = records(f"SHIFTS\n\n- {entry}\n- Afternoons: 12.5%\n")
    assert [(row["component"], row["low"]) for row in found] == [
        ("premium", share) for share in [*shares, 12.5]
    ]


def test_a_label_that_names_more_than_hours_says_nothing_of_a_percent():
    assert records("SHIFTS\n\n- Night crew turnout: 15%\n- Weekend sales: 30%\n") == []


def test_old_and_new_are_names_of_columns():
    lines = [
        "ALLOWANCES", "", "Allowance Old New", "First aid (per week) €17.10 €18.20", "Uniform (per week) €6.10 €7.30",
        "Crane standby (per shift) €29.40 €33.00",
    ]  # fmt: skip
    assert [
        (row["component"], row["low"], row["period"]) for row in records("\n".join(lines))[2:]
    ] == [
        ("allowance", 6.1, "week"), ("allowance", 7.3, "week"), ("allowance", 29.4, "day"), ("allowance", 33, "day"),
    ]  # fmt: skip


def test_so_many_hours_times_a_rate_are_no_rate_of_exchange():
    (rate, shift) = records("The crew works 6 hours x €41.20 = €247.20 a shift.")
    assert (rate["low"], shift["low"], shift["period"]) == (41.2, 247.2, "day")


def test_percents_ahead_of_others_whose_pay_was_just_named_are_premiums():
    text = "At Tidewater a stevedore is on €23.60 an hour. From May we will be 2.1 per cent ahead of them. We are 12 days ahead of plan."
    assert [(row["component"], row["low"]) for row in records(text)] == [("wage", 23.6), ("premium", 2.1)]
