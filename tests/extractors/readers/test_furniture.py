"""Menus, links to other pages and footers of a scraped page say nothing of the pay on it."""

import pytest

from extractors import default
from extractors.readers import scraped_text
from extractors.readers.scraped_text import furniture, ratings
from normalizers.observations import observe
from schemas import Cell, Document

PAGE = """PayHarbour
Home
Travel Nurses (US)
Contractors
Home > Salaries > Welding
Welder Salary in Ireland 2025
A qualified welder earns €41,300 a year on average, and nobody in the yards of Cork says otherwise.
"""


def lines(text):
    return [Cell(line) for line in text.split("\n")]


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def test_a_title_below_a_menu_says_what_the_page_is_about():
    assert furniture.title_at(lines(PAGE)) == 5
    (record,) = observed(PAGE)
    assert (record["role"], record["country"]) == ("welder", "IE")


@pytest.mark.parametrize(
    "title",
    [
        "How Much Do Welders Really Make?",
        "Plumber Salary UK (2025/26): Rates and Overtime",
        "Pay and Conditions 2026",
        "Barista Jobs in Doha, Qatar",
    ],
)
def test_titles_speak_of_pay_and_of_somebody_or_some_time(title):
    assert furniture.title_at(lines(f"Acme\nHome\n{title}\nText below it.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Acme\nHome\nContact",
        "- Welder Salary 2025\nPay in Ireland 2025",
        "Home > Welder Salary\nOther text",
        "Pay and bonus",
    ],
)
def test_menus_breadcrumbs_and_lists_are_no_title(text):
    assert furniture.title_at(lines(text)) is None


@pytest.mark.parametrize(
    "line", ["Home | About us | Contact", "Sign in", "Menu", "Terms · Privacy · Cookies", "Easy Apply"]
)
def test_entries_of_menus_are_known_by_their_words(line):
    assert furniture.is_menu(lines(line), 0)


@pytest.mark.parametrize("line", ["Level | Base | Bonus", "Salary", "FAQ", "Save $400", "Nurses"])
def test_headings_and_headers_are_no_menu(line):
    assert not furniture.is_menu(lines(line), 0)


def test_a_word_that_heads_sections_elsewhere_is_a_menu_among_entries_of_one():
    assert furniture.is_menu(lines("Login\nCompanies\nMembers"), 1)


def test_prices_in_links_to_other_pages_are_no_pay():
    page = PAGE + "Related\nForklift licence: is €640 worth it?\nTop 5 tools below €90\n"
    assert [record["low"] for record in observed(page)] == [41_300.0]


def test_what_readers_wrote_below_links_is_read():
    page = (
        PAGE
        + "Related\nForklift licence: is €640 worth it?\nComments (2)\nI make €39,000 as a welder in Galway.\n"
    )
    assert [record["low"] for record in observed(page)] == [41_300.0, 39_000.0]


def test_long_menus_cost_linear_time():
    blocks = scraped_text.read(Document("page.txt", "Home\nContact\n" * 20_000)).blocks
    assert blocks == []


@pytest.mark.parametrize(
    "above", ["Read also: Tiler salary guide 2026", "Related articles\nTiler salary guide 2026"]
)
def test_a_link_to_another_page_above_the_title_is_not_the_title(above):
    lines = [
        Cell(line) for line in f"{above}\n\nRoofer salary guide 2026\n\nRoofers earn $61,000.".split("\n")
    ]
    at = furniture.title_at(lines)
    assert at is not None
    assert lines[at].text == "Roofer salary guide 2026"


def test_lines_of_ratings_are_left_out_where_no_header_names_them():
    rated = lines("Orbison\n3.4\n★★★\n212 reviews\n$45.25 per hour")
    assert [line.text for line in ratings.without_ratings(rated)] == ["Orbison", "$45.25 per hour"]
    headed = lines("Company\nRating\nPay\nOrbison\n3.4 ★\n$45.25 per hour")
    assert ratings.without_ratings(headed) == headed
