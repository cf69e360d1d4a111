"""Figures that a share of people, a refusal or an enumeration gives its statistic, and percents of what somebody brings in."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = """Farrier pay in Canada

{said}
"""


def observed(said, *columns):
    document = Document("page.txt", PAGE.format(said=said))
    found = observe(document, default.extract(document)).observations
    return [tuple(record[column] for column in columns) for record in found]


@pytest.mark.parametrize(
    ("said", "statistic", "low", "high"),
    [
        ("A farrier makes $61,000 on average; one in ten of them more than $97,000.", "p90", 97_000, 97_000),
        ("A farrier makes $61,000 on average; half of them, however, earn less than $55,000.", "median", 55_000, 55_000),
        ("A master farrier will not get up from his chair for less than $88,000.", "minimum", 88_000, None),
        ("The largest stable says that it pays no farrier less than $52,000 in any province.", "minimum", 52_000, None),
        ("An apprentice farrier makes less than $36,000.", "maximum", None, 36_000),
    ],
)  # fmt: skip
def test_shares_of_people_and_refusals_say_which_point_an_amount_is(said, statistic, low, high):
    assert observed(said, "statistic", "low", "high")[-1] == (statistic, low, high)


def test_places_with_stops_in_their_letters_end_no_sentence_in_front_of_a_bracket():
    said = "The highest median is in Alberta ($73,000); then B.C. ($71,400), Ontario ($66,100) and P.E.I. ($57,500)."
    assert observed(said, "region_label", "statistic", "low") == [
        ("Alberta", "median", 73_000),
        ("B.C.", "median", 71_400),
        ("Ontario", "median", 66_100),
        ("P.E.I.", "median", 57_500),
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Farriers here work on commission, mostly 7-11% of their own sales.", [("commission", 7, 11)]),
        ("For farriers the percentage is between 26 and 31 per cent of the revenue each farrier brings in.", [("commission", 26, 31)]),
        ("On Sundays the farrier gets paid a 19 per cent cut of whatever she charges.", [("commission", 19, 19)]),
        ("The average margin of a forge is 9%.", []),
    ],
)  # fmt: skip
def test_a_part_of_what_somebody_brings_in_is_a_commission(said, found):
    assert observed(said, "component", "low", "high") == found


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("For a freelance farrier the average invoiced hour was $62.", "hour"),
        ("A freelance farrier bills $62 an hour, and a race day $510.", "day"),
        ("A farrier makes $5,100 a month, and after a day $5,200.", "month"),
    ],
)
def test_the_hour_or_day_that_costs_so_much_is_what_is_paid_for(said, period):
    assert observed(said, "period")[-1] == (period,)


def test_what_is_paid_to_sign_is_a_signing_bonus():
    assert observed("The job paid $92,000 plus $10,000 to sign.", "component", "period") == [
        ("base", "year"),
        ("signing_bonus", "one_time"),
    ]


def test_a_headline_that_asks_about_an_amount_says_whose_page_it_is():
    page = "Money & Careers\nHorses are many. Why do farriers still start on $48,000?\n\nThe highest median is $73,000 in Alberta.\n"
    document = Document("page.txt", page)
    rows = observe(document, default.extract(document)).observations
    assert [row["role_title"] for row in rows][-1] == "farriers"


def test_what_is_at_least_to_be_paid_and_rises_is_a_minimum_for_the_same_time():
    said = (
        "A farrier makes $5,100 a month.\n\nAnnual wage changes\n\n"
        "The entry wage of a farrier must be at least $2,900 from 1 July, rising to $3,050 in May. Nobody objected to it at all."
    )
    assert observed(said, "statistic", "low", "period")[1:] == [
        ("minimum", 2_900, "month"),
        ("minimum", 3_050, "month"),
    ]


def test_what_a_premium_has_become_is_a_premium():
    said = "For farriers the premium over Regina went from 28% in Calgary to roughly 9%."
    assert observed(said, "component", "low") == [("premium", 28), ("premium", 9)]
