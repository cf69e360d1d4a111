"""Pages of statistics offices on one occupation: quick facts, and lists of industries."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    records = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in records]


FACTS = """Bureau of Harbours
Tug Masters and Pilots
Summary
Quick Facts: Tug Masters and Pilots
2024 Median Pay \t$94,260 per year
$45.32 per hour
Typical Entry-Level Education \tHigh school diploma
Work Experience in a Related Occupation \tNone
Number of Jobs, 2024 \t18,500
"""
INDUSTRIES = """Tug Masters

Pay

In May 2024, the median annual wages for tug masters in the top industries in which they worked were as follows:

Finance and insurance \t$94,570
Manufacturing \t90,030
Water transportation \t85,300
Management of companies \t82,790
"""


def test_an_amount_alone_below_a_label_and_its_amount_is_the_same_for_another_time():
    assert said(FACTS, "low", "period", "statistic", "level_label") == [
        (94_260, "year", "median", None),
        (45.32, "hour", "median", None),
    ]


def test_amounts_below_the_first_one_have_its_sign():
    assert said(INDUSTRIES, "low", "currency", "component", "statistic") == [
        (94_570, "USD", "wage", "median"),
        (90_030, "USD", "wage", "median"),
        (85_300, "USD", "wage", "median"),
        (82_790, "USD", "wage", "median"),
    ]


def test_industries_are_neither_jobs_nor_places():
    columns = ("role_title", "specialization", "region_label")
    assert said(INDUSTRIES, *columns)[:2] == [
        ("Tug Masters", "Finance and insurance", None),
        ("Tug Masters", "Manufacturing", None),
    ]


def test_an_industry_of_insurance_costs_nothing():
    text = "# Clerks\n\nTop industries for clerks:\n\n- Finance and insurance: $61,000\n- Manufacturing: $58,000\n"
    assert [low for (low,) in said(text, "low")] == [61_000, 58_000]
