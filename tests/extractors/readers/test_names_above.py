"""Names one a line, and below all of them their values one a line."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    records = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in records]


ESTIMATES = """Tilers and Setters
National estimates for Tilers and Setters:
Employment (1)
Employment RSE (3)
Mean hourly wage
Mean annual wage (2)
Wage RSE (3)
41,740
0.9 %
$ 26.05
$ 54,180
0.4 %

"""


def test_estimates_of_a_statistics_office_are_those_of_their_names():
    assert said(ESTIMATES, "component", "statistic", "low", "period") == [
        ("wage", "mean", 26.05, "hour"),
        ("wage", "mean", 54_180, "year"),
    ]


@pytest.mark.parametrize(
    ("names", "values", "expected"),
    [
        (["Median salary", "Average bonus", "Number of jobs"], ["£31,400", "£1,200", "4,210"], [("base", "median"), ("bonus", "mean")]),
        (["Base salary", "Bonus", "Total pay"], ["$91,000", "$12,000", "$99,000"],
         [("base", "point"), ("bonus", "point"), ("total", "point")]),
    ],
)  # fmt: skip
def test_cards_of_which_the_names_came_first(names, values, expected):
    assert (
        said(
            "\n".join(["Cooks in Leeds", "", "At a glance", *names, *values, "", ""]),
            "component",
            "statistic",
        )
        == expected
    )


def test_levels_stand_above_their_amounts():
    text = "Cook pay\n\nEntry level\nMid level\nSenior\n£24,000\n£31,000\n£42,000\n\n"
    assert said(text, "level", "low") == [("entry", 24_000), ("mid", 31_000), ("senior", 42_000)]


def test_values_that_do_not_fit_their_names_are_not_dealt_out():
    text = "Cook pay\n\nNumber of jobs\nMedian salary\nAverage bonus\n£24,000\n£31,000\n4,200\n\n"
    assert ("bonus", 4_200) not in said(text, "component", "low")


@pytest.mark.parametrize("ranks", ["Percentile 10% 25% 50% (Median) 75% 90%", "10th 25th Median 75th 90th"])
def test_ranks_in_one_line_stand_above_a_row_of_amounts(ranks):
    text = f"Cook pay in Leeds\n\n{ranks}\nAnnual pay £17,950 £22,070 £27,030 £35,100 £45,420\n\nMore on cooks.\n"
    assert said(text, "statistic", "low") == [
        ("p10", 17_950),
        ("p25", 22_070),
        ("median", 27_030),
        ("p75", 35_100),
        ("p90", 45_420),
    ]
