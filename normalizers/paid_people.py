"""Words for people that name a job only where somebody is paid: `Officers receive $31,860`, and no `ask the officers`."""

from __future__ import annotations

import re
from functools import cache

from normalizers.matcher import Tokens, plurals
from schemas.vocabulary import load
from schemas.wordings import alternatives, pattern

AROUND = " \t\n*_:()[]|-•"
_ONE = re.compile(r"(?:\b(?:an?|each|every|per)|[-–—•*:;,.!?\n]|^)\s?$", re.IGNORECASE)
"""In front of a person of whom one stands for all (`A ranger earns ...`)."""
_BEHIND = re.compile(
    rf"(?:\s\([^()\n]{{0,30}}\)|,? (?:{alternatives('also_called')}) [\w-]{{2,25}}(?: [\w-]{{2,25}})?,?|, who [^,.;\n]{{1,50}},)?"
    rf"(?:\s(?:{alternatives('before_is_paid')})(?:\s[\w'’-]{{1,20}}){{0,4}}?)?\s"
)
"""Between a person and what is said to be paid."""
_FARTHEST = 130
_NUMBER_NEAR = re.compile(r"[^.;:!?\n]{0,45}?\d")


def is_paid(words: Tokens, index: int) -> bool:
    """`Officers receive $31,860`, `a runner earns £140`: a word for a person that means many things, where somebody is paid."""
    text, start, end = words.text, words.starts[index], words.ends[index]
    if words.keys[index] in anybody() or text[max(0, start - 1) : start] in tuple("-‐‑/&"):
        return False
    several = words.keys[index] in _several()
    if several and text.strip(AROUND) == text[start:end]:
        return True
    if not several and not _ONE.search(text, max(0, start - 7), start):
        return False
    verb = next(
        (
            found
            for found in pattern("is_paid").finditer(text, end, end + _FARTHEST)
            if _BEHIND.fullmatch(text, end, found.start())
        ),
        None,
    )
    return verb is not None and _NUMBER_NEAR.match(text, verb.end()) is not None


@cache
def _several() -> frozenset[str]:
    """The last words of titles in the plural."""
    spelled = {spelling.text.casefold() for spelling in load()["title_last"].spellings}
    return frozenset(plural for word in spelled for plural in plurals(word)) - spelled


@cache
def anybody() -> frozenset[str]:
    """Last words that name no job where nothing stands in front of them."""
    return frozenset(
        word
        for spelling in load()["title_last"].spellings
        if spelling.entry.data.get("anybody")
        for word in (spelling.text.casefold(), *plurals(spelling.text.casefold()))
    )
