"""What a reader sees of a text, and where it stands."""

import pytest

from schemas import Cell, Document
from schemas.seen import LONGEST, seen


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$120K a\u00a0year", "$120K a year"),
        ("\u200bBase\u200b salary", "Base salary"),
        ("soft\u00adware engi\u00adneer", "software engineer"),
        ("$110K\u2060–\u2060$130K", "$110K–$130K"),
        ("\ufeffNurse\u200e", "Nurse"),
        ("✔\ufe0f Bonus", "✔ Bonus"),
        ("o\ufb03cer, \ufb01re\ufb01ghter", "officer, firefighter"),
        ("Zu\u0308rich, Que\u0301bec", "Zürich, Québec"),
        ("Ha\u0323\u0302u", "Hậu"),
        ("\u1109\u1165\u110b\u116e\u11af", "서울"),
    ],
)
def test_marks_without_width_are_not_seen_and_signs_are_seen_as_they_look(written, shown):
    assert seen(Cell(written)).text == shown


def test_every_character_knows_where_it_was_read():
    document = Document("page.txt", "The o\ufb03ce in Zu\u0308rich pays \u200b$120,\u200b000.")
    cell = document.cell()
    at = cell.text.index("$120,000")
    assert document.evidence(cell.cut(at, at + len("$120,000")).span) == "$120,\u200b000"
    at = cell.text.index("Zürich")
    assert document.evidence(cell.cut(at, at + len("Zürich")).span) == "Zu\u0308rich"
    assert cell.offset(document.text.index("pays")) == cell.text.index("pays")


def test_what_is_seen_as_it_is_written_stays_the_same_cell():
    for text in ("plain", "café – 😀", "\u0301 alone"):
        cell = Cell(text, 7)
        assert seen(cell) == cell


def test_of_a_very_long_text_only_spaces_are_changed():
    text = "a\u200b\u00a0" * (LONGEST // 3 + 1)
    shown = seen(Cell(text))
    assert shown.places is None
    assert shown.text == text.replace("\u00a0", " ")
