"""Words for people that are titles only where somebody is paid, labels that are titles as a whole, and names that hold a title."""

import pytest

from normalizers import mentions
from schemas import Cell


def titles(text):
    return [m.cell.text for m in mentions.find(Cell(text), ("role",)) if not m.data.get("generic")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Commissioners receive $28,400 a year.", ["Commissioners"]),
        ("Directors in the north are paid £71,000.", ["Directors"]),
        ("An officer, who serves four years, starts on £27,300.", ["officer"]),
        ("Owners can expect $96,000 in a good year.", ["Owners"]),
        ("As a site fitter I made £31 an hour.", ["site fitter"]),
        ("Ask the managers, who say that 12 of them left.", []),
        ("Members of staff earn £31,000.", []),
        ("The directors met on 4 May.", []),
        ("Rangers", ["Rangers"]),
    ],
)
def test_a_word_for_many_people_is_a_title_where_they_are_paid(text, found):
    assert titles(text) == found


@pytest.mark.parametrize("label", ["Sail assistant", "Kiln fitter", "Rock pool supervisor"])
def test_a_label_that_ends_like_a_title_is_one_as_a_whole(label):
    assert titles(label) == [label]


@pytest.mark.parametrize("label", ["Average worker", "Nights and weekends staff", "All other personnel"])
def test_a_label_about_everybody_is_no_title(label):
    assert label not in titles(label)


@pytest.mark.parametrize("name", ["Harbour Pilots Association", "Solicitors' Guild", "the Nurses Federation"])
def test_a_title_within_the_name_of_an_organisation_is_none(name):
    assert titles(f"The figures come from {name} and are rounded.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A farrier earns £31,000, and glassblowers get more.", ["farrier", "glassblowers"]),
        ("What do puppet-show narrators make?", ["narrators"]),
        ("A Farrier in the north gets £31,000.", ["Farrier"]),
        ("Ms Baker and Mr Weaver got £400 each.", []),
        ("An engineer or an installer gets $90,000.", []),
        ("Three FO offers", ["FO"]),
        (
            "What fare inspectors and river restoration officers get",
            ["fare inspectors", "river restoration officers"],
        ),
    ],
)
def test_a_word_for_one_job_names_it_by_itself_and_one_for_many_does_not(text, found):
    assert titles(text) == found


def test_a_word_for_a_job_that_says_what_people_do_to_something_is_none():
    assert "architect" in titles("Wardens pay an architect the most.")
    assert "architect" not in titles("Wardens watch the gates and architect the rota.")


@pytest.mark.parametrize("title", ["stock controller", "Equity Trader", "BENEFITS MANAGER"])
def test_a_part_of_pay_in_a_title_is_what_the_job_is_about(title):
    found = mentions.find(Cell(f"{title} in Oslo"), ("role", "component"))
    assert [(m.kind, m.cell.text) for m in found] == [("role", title)]


def test_a_union_of_people_is_no_job():
    assert not mentions.find(Cell("Federated Farmers asked its members"), ("role",))


@pytest.mark.parametrize(
    "text", ["Three main players pay 40,000 in Leeds.", "Future joiners get a grant of £9,000."]
)
def test_players_of_a_market_and_those_who_will_join_have_no_job(text):
    assert titles(text) == []
