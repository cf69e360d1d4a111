"""A sentence about all figures speaks of the page, or of the section that it stands in."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = """# What farriers earn

Farriers earn $64,000 a year in Kentucky, $58,500 in Ohio and $71,000 in Vermont.

## Over the border

The figures below are in Canadian dollars.

Those in Ontario earn $61,200.

## And at home

A master farrier makes $92,000.
"""
MONTHS = """# What farriers earn

A farrier in Leeds starts on £21,000, gets £27,500 after the first shoe test, and £36,000 with a van.

## The Gulf

All figures a month.

Stables in Doha pay £2,900.

## Back home

A master farrier makes £48,000.
"""


def observed(text, *columns):
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    return [tuple(record[column] for column in columns) for record in found]


def test_a_currency_said_of_a_section_is_not_that_of_the_page():
    assert observed(PAGE, "low", "currency") == [
        (64_000.0, "USD"),
        (58_500.0, "USD"),
        (71_000.0, "USD"),
        (61_200.0, "CAD"),
        (92_000.0, "USD"),
    ]


def test_a_period_said_of_a_section_is_not_that_of_the_page():
    assert observed(MONTHS, "low", "period") == [
        (21_000.0, "year"),
        (27_500.0, "year"),
        (36_000.0, "year"),
        (2_900.0, "month"),
        (48_000.0, "year"),
    ]


def test_a_sentence_below_which_its_section_has_no_figures_speaks_of_the_page():
    text = PAGE.replace("Those in Ontario earn $61,200.", "").replace(
        "border\n\nThe figures below", "notes\n\nAll figures"
    )
    assert {currency for (currency,) in observed(text, "currency")} == {"CAD"}


def test_a_sentence_that_names_the_page_speaks_of_the_page():
    text = PAGE.replace("The figures below are", "All figures in this guide are")
    assert {currency for (currency,) in observed(text, "currency")} == {"CAD"}


def test_what_is_said_of_all_amounts_holds_for_tables_whose_headers_name_no_part_of_pay():
    text = (
        "# What farriers earn\n\nUnless I say otherwise, the amounts are total cost to company.\n\n"
        "| Level | Median | 75th |\n|---|---|---|\n| Junior | R410 000 | R468 000 |\n"
    )
    assert observed(text, "component") == [("total",), ("total",)]


def test_what_people_do_every_month_is_no_time_that_amounts_are_paid_for():
    text = "# Pay\n\nAll are tilers, and all pay is checked monthly.\n\n| Who | Total |\n|---|---|\n| A | €44,600 |\n| B | €38,500 |\n"
    document = Document("page.md", text)
    assert {row["period"] for row in observe(document, default.extract(document)).observations} == {"year"}


def test_all_figures_said_to_be_whole_packages_above_the_first_amount_are_totals():
    text = "# Pay of farriers\n\nAll figures are monthly total packages in euros.\n\n- Farrier: €3,100\n- Master farrier: €4,400\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["component"], row["period"]) for row in rows] == [("total", "month")] * 2


def test_a_time_from_which_amounts_were_converted_is_not_theirs():
    note = "Monthly salaries are multiplied by 12.96 to include the holiday allowance."
    table = "| Level | Median base |\n|---|---|\n| Junior | €43K |\n| Senior | €78K |\n"
    document = Document(
        "page.md", f"# Rigger salaries in the Netherlands\n\n{table}\n## How we count\n\n{note}\n"
    )
    assert {row["period"] for row in observe(document, default.extract(document)).observations} == {"year"}


def test_figures_that_are_made_up_of_all_parts_are_totals():
    text = (
        "# Surgeons\n\n## By field\n\nFigures are average annual compensation, including salary, bonus and profit share.\n\n"
        "- Heart: $779,000\n- Hand: $678,000\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["component"], row["statistic"]) for row in rows] == [("total", "mean")] * 2
