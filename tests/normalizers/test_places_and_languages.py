"""Words for a country that mean its language, and names of towns that are also words."""

import pytest

from normalizers import mentions
from schemas import Cell


def places(text):
    return [m.cell.text for m in mentions.find(Cell(text), ("place",))]


@pytest.mark.parametrize(
    "text",
    [
        "Japanese",
        "Extra for interpreting in Polish, Tamil or French: $2 an hour",
        "Tutors, British curriculum",
        "She answers calls in Dutch.",
        "The Philippine embassy asks for more.",
    ],
)
def test_what_is_spoken_or_taught_is_no_place(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clerks at German banks get more than those in Dutch cities.", ["German", "Dutch"]),
        ("US, Dutch and German salaries", ["US", "Dutch", "German"]),
        ("A baker in Kolhapur or in Nice", ["Kolhapur", "Nice"]),
        ("Nice work, Mayo said.", []),
    ],
)
def test_where_people_are_paid_is_a_place(text, found):
    assert places(text) == found


def test_a_town_that_nobody_lists_does_not_begin_with_of():
    assert places("City of Tamsin Quay, OR") == ["Tamsin Quay, OR"]


def test_a_town_that_nobody_knows_stands_behind_in_and_in_front_of_its_state():
    assert places("A clinic in Tyler TX, nights. Wealth WA got in LVN TX.") == ["Tyler TX"]


@pytest.mark.parametrize("place", ["South West", "South East", "North West", "North East"])
def test_a_part_of_a_country_is_no_half_of_it(place):
    (found,) = mentions.find(Cell(f"Drivers in the {place} earned £29,240."), ("place",))
    assert found.cell.text.removeprefix("the ") == place
