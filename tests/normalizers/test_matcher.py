"""What the vocabularies hold is what is found in texts: no spelling says again what another of its entry says."""

import pytest

from normalizers.matcher import forms
from schemas.vocabulary import Spelling, load

LOOKED_UP = ("cue", "field", "organisation", "period_label", "place", "role_abbreviation", "statistic_label")
"""Kinds whose spellings are compared as they stand, not word by word with their plurals."""
PARTS = ("title_front", "title_last", "title_of")


def stands_for(spelling):
    """The rows of words that a spelling finds, with the capitals that it asks for."""
    return {
        (tuple(keys), form.tight, spelling.case, () if spelling.case == "any" else form.words)
        for keys, form in forms(spelling)
    }


def found_by(others, words):
    return words in others or (words[0], words[1], "any", ()) in others


@pytest.mark.parametrize("kind", sorted(set(load()) - {*LOOKED_UP, *PARTS}))
def test_no_spelling_is_found_by_the_others_of_its_entry(kind):
    entries: dict[str, list[Spelling]] = {}
    for spelling in load()[kind].spellings:
        entries.setdefault(spelling.entry.value, []).append(spelling)
    again = []
    for value, spellings in entries.items():
        found = [stands_for(spelling) for spelling in spellings]
        for at, spelling in enumerate(spellings):
            others = set().union(*found[:at], *found[at + 1 :])
            if spelling.text != value and all(found_by(others, words) for words in found[at]):
                again.append((spelling.where, spelling.text))
    assert again == []


@pytest.mark.parametrize("kind", [*LOOKED_UP, *PARTS])
def test_no_spelling_stands_twice_in_its_entry(kind):
    said = [
        (one.entry.value, one.text, one.case) for one in load()[kind].spellings if one.text != one.entry.value
    ]
    assert sorted(set(said)) == sorted(said)
