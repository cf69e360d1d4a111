"""Gaps in pay: how a mean or median gap is told from what a difference is measured against."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

TITLE = "# Gender pay gap report of Corran Bay Hospital\n\n"


def rows(text, *columns):
    document = Document("page.md", TITLE + text)
    return [
        tuple(row[column] for column in columns)
        for row in observe(document, default.extract(document)).observations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Our mean gender pay gap is 17.2% (2024: 18.1%).",
            [("premium", "mean", 17.2), ("premium", "mean", 18.1)],
        ),
        ("The median bonus gap is 11%.", [("premium", "median", 11)]),
        (
            "The gap between day and night nurses has narrowed to 9% from 14%.",
            [("premium", "point", 9), ("premium", "point", 14)],
        ),
        ("The gap between men and women nurses is 9%.", [("premium", "point", 9)]),
        ("Without doctors the mean gap falls to 3.4%.", [("premium", "mean", 3.4)]),
        ("Night staff earn 7% more than the median nurse.", [("premium", "point", 7)]),
    ],
)
def test_the_statistic_of_a_gap(text, expected):
    assert rows(text, "component", "statistic", "low") == expected


def test_a_gap_in_a_table_has_the_statistic_of_its_row_or_header():
    text = (
        "| Hourly pay | Men | Women | Gap |\n|--|--|--|--|\n| Mean | £24.10 | £21.40 | 11.2% |\n"
        "| Median | £19.30 | £18.20 | 5.7% |\n"
    )
    assert [row for row in rows(text, "component", "statistic", "low") if row[0] == "premium"] == [
        ("premium", "mean", 11.2),
        ("premium", "median", 5.7),
    ]


def test_an_average_share_is_a_mean():
    assert rows("Most get a bonus, on average 6% of base.", "component", "statistic") == [("bonus", "mean")]


def test_the_name_of_a_commission_is_no_commission():
    text = "The Fair Work Commission lifted the award rate by 3.1 per cent."
    assert rows(text, "component") != [("commission",)]


def test_brackets_behind_a_gap_say_whether_it_is_the_mean_or_the_median():
    found = rows("The gender pay gap among ferry crews is 7.3% (mean) and 5.1% (median).", "low", "statistic")
    assert found == [(7.3, "mean"), (5.1, "median")]


def test_a_gap_in_pay_is_how_much_more_some_are_paid():
    (row,) = rows("Pilots earn more than mates here, and the gap in pay is 46%.", "component")
    assert row == ("premium",)


def test_the_sentences_behind_a_gap_go_on_with_those_of_others():
    text = "The unadjusted gender pay gap is 12.0%. Latvia came out at 19.0%, Germany at 17.6%. HSBC 43.2%. Rents rose 7%."
    assert rows(text, "component", "low") == [("premium", one) for one in (12.0, 19.0, 17.6, 43.2)]


def test_what_pay_was_and_became_is_no_raise_and_who_works_by_day_is_not_paid_by_it():
    text = "She got a raise from £31,000 to £34,500, and a raise of £900 before. A day porter gets £14.20."
    assert rows(text, "component", "low", "period") == [
        ("base", 31_000, "year"),
        ("base", 34_500, "year"),
        ("other", 900, "year"),
        ("wage", 14.2, "hour"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Difference between women's and men's average pay, all levels: 6.8% (2022: 12.1%).",
        "Pay gap between women and men: 6.8% (2022: 12.1%)",
        "The gender pay gap is 6.8%, down from 12.1% in 2022.",
    ],
)
def test_a_gap_between_women_and_men_and_the_one_before_it_are_premiums(text):
    assert rows(text, "component", "low") == [("premium", 6.8), ("premium", 12.1)]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("The gender pay gap was 12.4% in March. The median was 9.8%. A year earlier it was 14.1%.", [12.4, 9.8, 14.1]),
        ("Our gender pay gap is 8%. After adjusting for grade it falls to 1.9%. 40% of our staff are women.", [8, 1.9]),
        ("Women earned 97.9 cents for each dollar a man got, a gap of 2.1%. With controls it's 0.3%.", [2.1, 0.3]),
        ("Women take home 91p for every £1 that men do.", []),
    ],
)  # fmt: skip
def test_a_gap_that_is_counted_otherwise_is_one_as_well(text, gaps):
    document = Document("page.md", f"# Pay at the works\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == [("premium", gap) for gap in gaps]
