"""Names of organisations that no file knows: words with a capital, and a last word that only such names end with.

The last words stand in `schemas/vocabularies/organisation_words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from normalizers import cues
from normalizers.found import Found
from normalizers.matcher import Tokens
from schemas.vocabulary import load
from schemas.wordings import alternatives, pattern

_FIRMS = ("legal form", "company", "company or field")
LONGEST = 6
"""Words of a name in front of its last one."""
_LINKS = frozenset(("&", "and", "de", "der", "la", "du"))
_AROUND = " \t\n*_:()[]|-•·,."
_BEHIND = re.compile(rf"['’]s\b|\s(?:{alternatives('organisation_does')})\b")
_AMOUNT = re.compile(r"\s?(?:\d{1,3}[,.]\d{3}|\d{1,3}k\b|\d{4})")
_ARTICLES = frozenset(("los", "las", "el"))
"""Words of names (`Los Angeles`) that else begin none."""
_APOSTROPHE = frozenset(("'", "’", "'s", "’s"))


def find(words: Tokens, ends: list[Found], roles: list[Found]) -> list[Found]:
    """The names that end (or begin) with the given last words; `roles` are words of titles, which are no part of a name."""
    titles = {index for role in roles for index in range(role.first, role.last + 1)}
    return [found for end in ends if (found := _name(words, end, titles)) is not None]


def _name(words: Tokens, end: Found, titles: set[int]) -> Found | None:
    first, last = (
        (end.first, _behind(words, end.last))
        if end.data.get("of")
        else (_front(words, end.first, titles), end.last)
    )
    if (first, last) == (end.first, end.last) or _goes_on(words, last):
        return None
    if end.data.get("weak") and all(words.keys[index] in fields() for index in range(first, end.first)):
        return None
    start, stop = words.starts[first], words.ends[last]
    before = words.text[max(0, start - 40) : start]
    if _cited().search(before) is not None:
        return None
    if end.data.get("weak") and not _stands_as_a_name(words, first, start, stop):
        return None
    confidence = "low" if end.data.get("weak") else "high"
    firm = {"firm": True} if end.value in _FIRMS else {}
    return Found(
        "company", "", start, stop, {"confidence": confidence, "organisation": True, **firm}, first, last
    )


def _front(words: Tokens, at: int, titles: set[int]) -> int:
    """The first word of the name whose last word begins at token `at`."""
    start = at
    for index in range(at - 1, max(-1, at - LONGEST - 1), -1):
        if not words.joined(index) and words.keys[index + 1] not in _APOSTROPHE:
            break
        key, word = words.keys[index], words.word(index)
        if key in _APOSTROPHE or key in _LINKS:
            continue  # inside a name, where a word with a capital stands in front
        if (
            not word[0].isupper()
            or index in titles
            or (key in _nevers() and key not in _ARTICLES)
            or pattern("heading_word").fullmatch(key)
        ):
            break
        start = index
    return start


def _behind(words: Tokens, at: int) -> int:
    """The last word of the name behind `City of`."""
    last = at
    for index in range(at + 1, min(len(words.keys), at + 4)):
        if not words.joined(index - 1) or not words.word(index)[0].isupper():
            break
        last = index
    return last


def _goes_on(words: Tokens, last: int) -> bool:
    """`Hospital Pharmacist`, `Systems Engineer`: the word is part of what stands behind it."""
    if last + 1 >= len(words.keys) or not words.joined(last):
        return False
    if words.word(last) == "USD" and _AMOUNT.match(words.text, words.ends[last]) is not None:
        return True  # `Master USD 15,500`, and no `Olathe USD 233`
    return words.word(last + 1)[0].isupper()


def _stands_as_a_name(words: Tokens, first: int, start: int, stop: int) -> bool:
    if words.text.strip(_AROUND) == words.text[start:stop].strip(_AROUND) and "\n" not in words.text:
        return pattern("teaches_others").fullmatch(words.text[start:stop]) is None
    before = words.keys[first - 1] if first else ""
    return before in cues.words("organisation-before") or _BEHIND.match(words.text, stop) is not None


def _spelled(use: str) -> Iterator[str]:
    for spelling in load()["title_front"].spellings:
        if spelling.entry.value == use:
            yield spelling.text.casefold()


@cache
def fields() -> frozenset[str]:
    """Words of fields of work: with nothing else in front of it, `Data Systems` is another."""
    return frozenset(_spelled("front"))


def never(word: str) -> bool:
    """Whether a word with a capital begins no name of an organisation."""
    return word.casefold() in _nevers()


@cache
def _nevers() -> frozenset[str]:
    return frozenset(_spelled("never")) | cues.words("company-never") | cues.words("organisation-never")


@cache
def _cited() -> re.Pattern[str]:
    """What stands in front of an organisation that is cited or that people studied at, and pays nobody here."""
    return re.compile(rf"(?<!\w)(?:{cues.pattern('organisation-cited')})\s(?:the\s)?\Z", re.IGNORECASE)


def is_a_firm(words: Tokens, title: Found, working: Container[str]) -> bool:
    """`Thorne & Mason`: a name that is no word of a job, and one that is, are a firm; `working` are words of jobs and fields."""
    first, link = title.first, title.first + 1
    if title.last != link + 1 or words.keys[link] != "&":
        return False
    name, other = words.keys[first], words.word(title.last)
    return (
        words.word(first).istitle()
        and other.istitle()
        and not other.endswith("s")
        and name not in working
        and not name.endswith("ing")
    )
