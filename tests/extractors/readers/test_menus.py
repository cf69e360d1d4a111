"""Lines that list names of pages: what is one, and what stands in rows for other reasons."""

import pytest

from extractors import default
from extractors.readers import menus, payer
from extractors.readers.scraped_text import furniture
from normalizers.observations import observe
from schemas import Block, Cell, Document


@pytest.mark.parametrize(
    "line",
    [
        "Home | About us | Contact",
        "Search",
        "Home About us Members Apprentices Contact",
        "Home News Events Log in",
    ],
)
def test_names_of_pages_are_a_menu_beside_each_other_and_run_together(line):
    assert menus.is_menu(Cell(line))


@pytest.mark.parametrize(
    "line",
    [
        "News of the nurses' search for fair pay",
        "Salary reviews and jobs",
        "Help and support workers",
        "Level | Base | Bonus",
        "Save $400",
        "",
    ],
)
def test_headings_that_only_use_such_words_are_none(line):
    assert not menus.is_menu(Cell(line))


@pytest.mark.parametrize(
    "line",
    [
        "Deals | Moves | Law Schools | Events",
        "TRADES   ADVICE   CHECKER   ROOFERS",
        "By Sydney Carter · 3 May",
        "Reviewed by Sydney Carter",
    ],
)
def test_rows_of_names_and_bylines_head_nothing(line):
    assert menus.heads_nothing(Cell(line))


@pytest.mark.parametrize(
    "line", ["By the numbers: roofers' pay", "Roofer | Leeds | Full-time", "Pay by grade"]
)
def test_titles_with_few_parts_and_no_person_head_something(line):
    assert not menus.heads_nothing(Cell(line))


def test_a_line_with_gaps_is_a_menu_where_it_names_a_page_and_no_row_stands_below():
    menu = [Cell(line) for line in ("JOBS   ADVICE   CHECKER   SIGN IN", "", "Roofers earn well.")]
    table = [Cell(line) for line in ("Name   Town   Rate   Email", "Ann   Leeds   high   none")]
    assert furniture.is_menu(menu, 0)
    assert not furniture.is_menu(table, 0)


def test_a_public_body_among_many_names_is_no_payer():
    title = "City of Alder Falls | Salary schedule | 2026"
    assert payer.of_page([Block("title", Cell(title), 1)]) is not None
    assert payer.of_page([Block("title", Cell(f"{title} | Jobs | News"), 1)]) is None


def test_a_short_line_among_entries_of_a_menu_is_one_too():
    text = (
        "Wages of riggers 2025 | The Guild\n\nThe Guild\nAbout\nEvents\nIntel\nSalary Report\nDonate\nContact\n\n2025 wages of riggers\n\n"
        "For the sixth year we asked riggers what they are paid, and this page holds the main tables for everyone to read.\n\n"
        "The median was $61,000.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [row["company"] for row in found] == [None]


def test_the_job_of_who_wrote_a_page_heads_nothing():
    text = (
        "Full-time pay rises to £39,039\n\nBy Ada Roe\nEconomics reporter\n24 October 2025\n\n"
        "The typical worker was on £766.60 in April, says the office that counts what is paid to people every year.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert {row["role_title"] for row in found} == {None, "typical worker"}


def test_a_place_beside_all_others_in_a_title_is_not_where_a_page_is():
    text = "# The gap between London and the rest widens\n\nRiggers earn £41,000.\n"
    document = Document("page.md", text)
    assert observe(document, default.extract(document)).observations[0]["region_label"] is None


def test_the_job_of_a_writer_whose_name_stands_alone_heads_nothing_above_a_day():
    text = (
        "Freelance rates in 2026\n\nMateo Villar\nHead of Content\nUpdated: 14 January 2026 | Reading time: 11 min\n\n"
        "Ask ten freelancers what they charge and you will get eleven answers, and one of them will be that it depends.\n\n"
        "The median is $58 an hour.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert {row["role_title"] for row in found} == {None}
