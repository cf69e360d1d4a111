"""Whose pay a page about a sport is about, and what its cards say."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("x.md", text)
    return observe(document, default.extract(document)).observations


def test_players_are_called_as_the_page_calls_those_of_its_sport():
    text = "# Rugby pay deal: players to earn more\n\nOn average £41,000. The best rugbyers left.\n"
    assert {o["role_title"] for o in observed(text)} == {"rugbyers"}
    assert {o["role_title"] for o in observed(text.replace("rugbyers", "ones"))} == {"players"}


def test_who_left_a_payer_is_not_paid_by_it():
    text = "# 'I quit my job at Orbison' says a baker\n\nI was a baker at last. Bakers here earn £31,000.\n"
    assert {o["company_name"] for o in observed(text)} == {None}


def test_a_label_that_begins_with_an_end_says_so_of_its_amount():
    text = "# Rugby pay\n\nPlayers.\n\nMinimum club retainer: £31,000\n"
    assert [o["statistic"] for o in observed(text)] == ["minimum"]
