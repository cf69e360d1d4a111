"""Ends and points of a distribution that are told in the course of a sentence."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("page.md", f"# Skipper pay\n\n{text}\n")
    return list(observe(document, default.extract(document)).observations)


def read(text, *columns):
    return [tuple(row[column] for column in columns) for row in observed(text)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Mates get to grade 4, £42,488. It tops out, by law, at £57,200.", (None, 57_200)),
        ("Mates by agreement top out at grade 17 with £5,975 a month.", (None, 5_975)),
        ("In Leeds the package has passed £140 an hour.", (140, None)),
        ("We have not seen a bonus above £30,000 in the north.", (None, 30_000)),
        ("The median was £62,000, 6.2% more than the £58,400 of the year before.", (58_400, 58_400)),
    ],
)
def test_words_for_an_end(text, ends):
    assert read(text, "low", "high")[-1] == ends


def test_each_of_several_amounts_is_the_point_behind_it():
    text = "Pay is even: £21,000 a year at the 25th percentile, £24,500 at the median, £28,000 at the 75th."
    assert read(text, "statistic") == [("p25",), ("median",), ("p75",)]
    # one amount alone is only said to lie there
    assert read("The offer was £21,000, at the 25th percentile.", "statistic") == [("point",)]


def test_both_ends_of_a_span_from_one_job_to_another_are_the_same_part_of_pay():
    text = "Skipper compensation in Norway ranges from $82K per year for L2 to $165K per year for L7."
    assert read(text, "component") == [("total",), ("total",)]


def test_a_gap_is_one_in_money_as_well():
    text = "The gap in the Vesper data is 21%, or a little over £20,000 a year."
    assert read(text, "component") == [("premium",), ("premium",)]


@pytest.mark.parametrize(
    "text",
    [
        "Women were offered 6 percent less up front and bargained just as hard.",
        "The gap between men and women is 9% in freight.",
        "A foreman gets 12% over journeyman.",
    ],
)
def test_differences_that_name_no_pay(text):
    assert read(text, "component") == [("premium",)]


def test_a_bonus_in_percent_of_the_salary_is_one():
    text = "He also received a bonus of £1.54m, worth 176% of that salary."
    assert read(text, "component") == [("bonus",), ("bonus",)]


def test_what_is_named_with_an_amount_behind_no_is_not_left_out():
    text = "When targets were missed he received no bonus and total pay of £1.2m."
    assert read(text, "component") == [("total",)]


def test_a_grant_among_the_parts_of_an_offer_is_equity():
    text = "- **Grant:** the first offer is usually €50,000, and people who pushed got €70,000.\n"
    assert read(text, "component") == [("equity",), ("equity",)]


@pytest.mark.parametrize(
    ("text", "statistic", "amount"),
    [
        ("Ten per cent of skippers earned £60,240 or more a year.", "p90", 60_240),
        ("One in ten skippers got NOK 61 300 or more a month.", "p90", 61_300),
        ("A quarter of the skippers earn £58,000 and over.", "p75", 58_000),
        ("Half of all skippers made £41,300 or less.", "median", 41_300),
    ],
)
def test_a_share_of_people_with_the_side_behind_the_amount_is_a_percentile(text, statistic, amount):
    assert read(text, "statistic", "low", "high") == [(statistic, amount, amount)]


def test_pay_that_tops_out_above_an_amount_has_its_upper_end_there():
    assert read("Mates start at £61 and top out above £94 an hour.", "statistic", "high")[1:] == [
        ("maximum", 94)
    ]


def test_an_end_is_named_in_brackets_behind_its_amount():
    document = Document(
        "page.md", "# Rigger pay\n\nSalaries range from £24,600 (lowest) to £86,300 (highest) a year.\n"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["statistic"], row["low"], row["high"]) for row in found] == [
        ("minimum", 24_600, None),
        ("maximum", None, 86_300),
    ]
