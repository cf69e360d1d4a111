"""Words of time, from `vocabularies/times.yaml`: numbers, months, cadences, what years are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from schemas import packaged


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = packaged.load("vocabularies/times.yaml")
    return loaded


def numbers(least: int = 0, most: int = 100) -> dict[str, int]:
    """Numbers as words, in small letters, from one to another."""
    return {word: value for word, value in _words()["numbers"].items() if least <= value <= most}


def ordinals(most: int = 100) -> dict[str, int]:
    """`first`, `second` and so on."""
    return {word: value for word, value in _words()["ordinals"].items() if value <= most}


def months() -> dict[str, int]:
    """Names of months, also short ones, in small letters."""
    return {name.lower(): month for month, names in _words()["months"].items() for name in names}


def cadences(*, of_labels: bool = False) -> dict[str, str]:
    """Words for how often something is done, as ISO 8601 durations; `of_labels`: also those that say so only in a label."""
    lists = [_words()["cadences"], *([_words()["cadence_labels"]] if of_labels else [])]
    return {word: iso for one in lists for iso, words in one.items() for word in words}


def dated() -> list[str]:
    """What may stand in front of a date that is a whole label."""
    return list(_words()["dated"])


def updated() -> list[str]:
    """What stands in front of the date of a page in its text."""
    return list(_words()["updated"])


def years_of_work() -> list[str]:
    """What stands behind the number of years that somebody has worked."""
    return list(_words()["years_of_work"])


def alternatives(words: Iterable[str]) -> str:
    """Words as the inside of a pattern, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
