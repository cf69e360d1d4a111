"""A list of names and bare amounts is a table where the words above it are about pay, or the names are jobs."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = """# Potters in Czechia

A potter in Czechia is paid 46 000 CZK a month on average.

## {heading}

{lead}

{entries}
"""
TOWNS = "- Brno: 48 000\n- Olomouc: 44 500 (two kilns)\n- Plzeň: 45 000-47 500"


def rows(lead, entries=TOWNS, heading="Towns"):
    document = Document("page.md", PAGE.format(lead=lead, entries=entries, heading=heading))
    found = observe(document, default.extract(document)).observations[1:]
    return [(row["region_label"], row["low"], row["high"], row["statistic"]) for row in found]


def test_bare_amounts_below_words_about_pay_are_paid():
    assert rows("Monthly pay by town:") == [
        ("Brno", 48_000, 48_000, "point"),
        ("Olomouc", 44_500, 44_500, "point"),
        ("Plzeň", 45_000, 47_500, "range"),
    ]


def test_the_words_above_say_the_statistic_of_points():
    assert [row[3] for row in rows("What masters get (midpoint median):")] == ["median", "median", "range"]


def test_bare_amounts_are_in_the_currency_of_the_page():
    document = Document("page.md", PAGE.format(lead="Pay by town:", entries=TOWNS, heading="Towns"))
    found = observe(document, default.extract(document)).observations
    assert {(row["currency"], row["period"]) for row in found} == {("CZK", "month")}


@pytest.mark.parametrize(
    ("lead", "heading"),
    [("Residents in these towns:", "Towns"), ("Median rents:", "Flats"), ("Where we have been:", "Trips")],
)
def test_a_list_that_counts_something_else_is_no_pay(lead, heading):
    assert rows(lead, heading=heading) == []


def test_jobs_with_bare_ranges_are_paid_them():
    jobs = "- Chief mate – 7,200 to 8,400\n- Bosun: 2,100-2,600\n- 2nd mate 3,700–4,300"
    document = Document(
        "page.md", f"# Ship pay\n\nAll wages are in US dollars a month.\n\n**Tankers**\n\n{jobs}\n"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["low"], row["period"]) for row in found] == [
        ("Chief mate", 7_200, "month"),
        ("Bosun", 2_100, "month"),
        ("2nd mate", 3_700, "month"),
    ]


def test_a_list_with_an_entry_of_words_is_no_table():
    assert rows("Monthly pay by town:", "- Brno: 48 000\n- Plzeň is cheap\n- Olomouc: 44 500") == []
