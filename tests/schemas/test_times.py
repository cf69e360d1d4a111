"""Words of time as data."""

import re

from schemas import times


def test_numbers_and_ordinals_are_given_from_one_to_another():
    assert times.numbers(2, 4) == {"two": 2, "three": 3, "four": 4}
    assert times.ordinals(2) == {"first": 1, "second": 2}
    assert list(times.numbers(0, 20).values()) == list(range(21))


def test_there_are_twelve_months_each_by_its_name_and_a_short_one():
    months = times.months()
    assert set(months.values()) == set(range(1, 13))
    assert months["september"] == months["sept"] == months["sep"] == 9


def test_what_only_a_label_says_is_no_cadence_of_a_sentence():
    assert times.cadences()["monthly"] == times.cadences(of_labels=True)["monthly"] == "P1M"
    assert "annual" not in times.cadences()
    assert times.cadences(of_labels=True)["annual"] == "P1Y"


def test_a_pattern_of_words_takes_the_longest():
    assert re.match(times.alternatives(["yr", "yrs.", "yrs"]), "yrs. of it").group() == "yrs."
