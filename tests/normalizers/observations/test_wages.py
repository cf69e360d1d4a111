"""Wages and salaries: which of them an amount is, by the time it is paid for."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def parts(text, name="page.md"):
    document = Document(name, text)
    return [
        (row["low"] or row["high"], row["component"])
        for row in observe(document, default.extract(document)).observations
    ]


def test_a_yearly_salary_below_a_heading_with_hourly_rates_is_no_wage():
    text = (
        "# Permanent and contract rates of rope testers\n\n| Town | Permanent | Contract, per day |\n|---|---|---|\n"
        "| Hull | £36,400 | £290 |\n"
    )
    assert parts(text) == [(36_400, "base"), (290, "wage")]


def test_a_wage_by_the_year_stays_one_where_it_is_called_so():
    assert parts("The median annual wage of rope testers is $46,150.") == [(46_150, "wage")]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Rope testers get $41.70 base on nights.", "wage"),
        ("Rope testers get $41.70 an hour base.", "wage"),
        ("Rope testers get a base salary of $41.70 an hour.", "base"),
        ("Rope testers get $141,700 base.", "base"),
    ],
)
def test_base_by_the_hour_is_the_wage_before_anything_is_added(text, component):
    assert [part for _, part in parts(text)] == [component]


def test_monthly_rates_are_salaries():
    text = "# Pay plan\n\nMonthly rates, full-time.\n\n| Grade | Step 1 |\n|---|---|\n| 7 | $3,310 |\n"
    assert parts(text) == [(3_310, "base")]


def test_a_whole_package_and_its_parts_too_small_for_a_year_are_by_the_hour():
    text = "# Rates of rope testers\n\n- Base wage: $41.70\n- Health & Welfare: $9.45\n- Pension: $8.80\n- Total package: $65.30\n"
    rows = observe(Document("page.md", text), default.extract(Document("page.md", text))).observations
    assert [(row["component"], row["period"]) for row in rows] == [
        ("wage", "hour"),
        ("benefits", "hour"),
        ("benefits", "hour"),
        ("total", "hour"),
    ]


def test_overtime_of_a_size_for_an_hour_is_by_the_hour():
    text = (
        "# Pay of rope testers\n\n- Overtime: time and a half ($44.35), then double ($59.10)\n- Bonus: $44\n"
    )
    rows = observe(Document("page.md", text), default.extract(Document("page.md", text))).observations
    assert [(row["low"], row["period"]) for row in rows] == [(44.35, "hour"), (59.10, "hour"), (44, "year")]
