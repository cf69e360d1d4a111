"""Organisations that no file knows are found by the words that their names end with."""

import pytest

from normalizers import mentions
from schemas import Cell


def payers(text):
    return [m.cell.text for m in mentions.find(Cell(text), ("company",))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Teachers of the Elder Brook School District get $51,300.", "Elder Brook School District"),
        ("Corran Bay Hospital pays nurses more.", "Corran Bay Hospital"),
        ("Drivers at Vesper Valley Transit turned it down.", "Vesper Valley Transit"),
        ("The City of Aldersham raised it.", "City of Aldersham"),
        ("Tansy & Holt LLP", "Tansy & Holt LLP"),
        ("Northmoor Foods", "Northmoor Foods"),
        ("Elm Fork Local School District", "Elm Fork Local School District"),
        ("Aldersham City Schools", "Aldersham City Schools"),
    ],
)
def test_a_name_with_such_a_last_word_is_a_payer(text, name):
    assert payers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Embedded Systems Engineer",
        "Average Salary for Hospital Pharmacists",
        "Graduates of Norrland Coast University earn more.",
        "According to Norrland Coast University, pay rose.",
        "Customer Services and Energy are large fields.",
        "Top Hospital Salaries",
    ],
)
def test_titles_fields_and_sources_are_none(text):
    assert payers(text) == []


def test_a_last_word_of_titles_too_makes_a_name_only_behind_at():
    assert payers("an offer at Norbeck Data Systems") == ["Norbeck Data Systems"]
    assert payers("Known for Real-Time Control Systems") == []


def test_the_digits_of_an_amount_name_nobody():
    found = [
        m.value for m in mentions.find(Cell("She left 3M, where $1.3M and 2-3M were paid."), ("company",))
    ]
    assert found == ["3m"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Today Corran Valley starts at £27 an hour.", ["Corran Valley"]),
        ("Vesper Reach paid out 9.2% of what people earned.", ["Vesper Reach"]),
        ("NorrMesa paid £100,000 to captains.", ["NorrMesa"]),
        ("Few stay, although Corran now pays £31,000.", ["Corran"]),
    ],
)
def test_an_unknown_name_that_pays_an_amount_is_a_payer(text, names):
    assert payers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Overtime pays £30 an hour.",
        "Night Shift pays £2 an hour.",
        "Total Comp starts at £30,000.",
        "A PhD pays 6% more.",
        "The shop of Carl Espino pays his cashiers £15.",
        "The depot in Corran pays £16.",
    ],
)
def test_what_is_paid_for_is_no_payer(text):
    assert payers(text) == []


@pytest.mark.parametrize(
    "name",
    ["Elder Falls Superior Court", "Skarvik Offshore AS", "Los Robles Municipal Court", "Alder Falls PD"],
)
def test_courts_police_and_legal_forms_end_names(name):
    assert [m.cell.text for m in mentions.find(Cell(f"{name}: $81,000"), ("company",))] == [name]


@pytest.mark.parametrize(
    ("text", "names"), [("Master USD 15,400-18,900", []), ("Elm Fork USD 233 pays more.", ["Elm Fork USD"])]
)
def test_dollars_in_front_of_an_amount_end_no_name(text, names):
    assert payers(text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ostrava Labs pays its fitters 31,000 CZK.", []),
        ("Texas Instruments pays $100,000.", []),
        ("At Denver Robotics, Austin, it is $90,000.", ["Austin"]),
        ("Leeds City Council pays £31,000.", ["Leeds"]),
        ("The City of Austin pays $90,000.", ["Austin"]),
    ],
)
def test_a_firm_pays_elsewhere_than_where_it_is_called_after_and_a_public_body_does_not(text, places):
    assert [m.cell.text for m in mentions.find(Cell(text), ("place",))] == places
