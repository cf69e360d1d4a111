"""Wordings: many phrases as one pattern that is quick to try."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import packaged, wordings
from schemas.wordings import Wording, grouped

GROUPS = sorted(packaged.load("vocabularies/wordings.yaml"))
RULES = packaged.load("vocabularies/not_pay.yaml")


def plain(inside):
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE)


def spans(pattern, text):
    return [found.span() for found in pattern.finditer(text)]


def examples(inside):
    """Texts near what a pattern finds: its own source with the signs of patterns taken out."""
    words = re.sub(r"\\[a-zA-Z]|\(\?[:=!<]*|[()\[\]{}?*+|^$\\]", " ", inside)
    return [words, words.upper(), words.title(), " ".join(reversed(words.split()))]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_finds_what_its_plain_pattern_finds(group):
    inside = wordings.alternatives(group)
    for text in examples(inside):
        assert spans(wordings.pattern(group), text) == spans(plain(inside), text)


@pytest.mark.parametrize("reason", sorted(RULES))
def test_a_rule_finds_what_its_plain_pattern_finds(reason):
    inside = "|".join(RULES[reason]["around"])
    for text in examples(inside):
        assert spans(Wording(RULES[reason]["around"]), text) == spans(plain(inside), text)


@given(st.text(alphabet="aAbBiIsSkKİıſK é.-", max_size=30))
def test_capitals_of_any_alphabet_count_as_small_letters(text):
    inside = "is|iss|bik?|(?:a|ab)k|é|[a-b]{2}"
    assert spans(Wording([inside]), text) == spans(plain(inside), text)


def test_alternatives_that_begin_alike_share_their_beginning():
    assert grouped(["pay", "raise", "rate"]) == "pay|ra(?:ise|te)"


def test_nothing_changes_places_that_may_begin_with_the_same_letter():
    assert grouped(["ab", r"\w", "ac"]) == r"ab|\w|ac"
    assert grouped(["ab", "a?c", "ad"]) == "ab|a?c|ad"


def twice(said):
    stand = Counter(alternative for one in said for alternative in wordings.split(one))
    return [alternative for alternative, times in stand.items() if times > 1]


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_says_a_wording_twice(group):
    assert twice(packaged.load("vocabularies/wordings.yaml")[group]) == []


@pytest.mark.parametrize("reason", sorted(RULES))
def test_no_rule_says_a_wording_twice(reason):
    assert twice(RULES[reason]["around"]) == []


@pytest.mark.parametrize("group", GROUPS)
def test_no_wording_counts_capitals_which_a_text_in_small_letters_has_none_of(group):
    """`[A-Z]{3}` meant a code and found every word of three letters."""
    assert [one for one in packaged.load("vocabularies/wordings.yaml")[group] if "[A-Z]{" in one] == []
