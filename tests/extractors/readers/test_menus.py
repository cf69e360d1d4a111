"""Lines that list names of pages: what is one, and what stands in rows for other reasons."""

import pytest

from extractors.readers import menus, payer
from extractors.readers.scraped_text import furniture
from schemas import Block, Cell


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
