"""Tables drawn with pipes whose lines were broken where no row ends."""

import pytest

from benchmarks.round_trip import BEFORE, recovered
from extractors.readers import scraped_text
from schemas import Document

HEADER = ["Grade", "Weekly pay", "Bonus"]
REFLOWED = """| Grade | Weekly pay
| Bonus |
|---|---|---|
| Deckhand
| €610 |
4% |
| Steersman | €845
| 6% |
"""


def test_a_table_whose_lines_end_anywhere_has_its_cells_back():
    assert recovered(REFLOWED) == [[HEADER, ["Deckhand", "€610", "4%"], ["Steersman", "€845", "6%"]]]


def test_so_it_has_behind_a_pipe_of_its_own():
    text = "|\nGrade | Weekly pay |\nBonus |\n|---|---|\n---|\n|\nDeckhand | €610 |\n|\n|\nSteersman |\n€845 | 6% |\n"
    assert recovered(text) == [[HEADER, ["Deckhand", "€610", ""], ["Steersman", "€845", "6%"]]]


def test_a_pipe_too_many_behind_an_empty_cell_moves_no_row():
    text = f"{REFLOWED}| Skipper | €1,120 |\n| |\n| Lock keeper |\n€790 | 3% |\n"
    assert recovered(text)[0][3:] == [["Skipper", "€1,120", ""], ["Lock keeper", "€790", "3%"]]


def test_what_stands_behind_the_last_row_is_no_cell():
    text = f"{REFLOWED}| Skipper\n| €1,120\nNobody told us of a bonus.\n\n| Lock | Keepers |\n|---|---|\n| Ghent | 4 |\n"
    assert recovered(text)[0][3:] == [["Skipper", "€1,120", ""]]
    assert recovered(text)[1] == [["Lock", "Keepers"], ["Ghent", "4"]]
    blocks = scraped_text.read(Document("page.txt", BEFORE + text)).blocks
    assert [block.cell.text for block in blocks if block.kind == "paragraph"][-1].startswith("Nobody")


@pytest.mark.parametrize(
    "rows",
    [
        "| Deckhand | €610 | 4% |\n| Steersman | €845 |\n| Skipper | €1,120 | 5% |\n",
        "| Deckhand | €610 | 4%\n| Steersman | €845 | 6%\n| Skipper | €1,120 | 5%\n",
    ],
)
def test_rows_that_are_short_or_open_are_whole_lines(rows):
    (table,) = recovered(f"| Grade | Weekly pay | Bonus |\n|---|---|---|\n{rows}")
    assert [row[0] for row in table] == ["Grade", "Deckhand", "Steersman", "Skipper"]


def test_names_between_pipes_stay_in_their_table():
    text = "| Grade |\nBase | Bonus |\n|---|---|---|\n| Deckhand |\n€610 | €24 |\n"
    assert recovered(text) == [[["Grade", "Base", "Bonus"], ["Deckhand", "€610", "€24"]]]
