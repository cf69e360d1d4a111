"""Wordings: groups of phrases from `vocabularies/wordings.yaml`, each read as one pattern."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from schemas import packaged

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\s\S]")
"""One escaped character, one class of characters or any other character of a pattern."""
_LITERAL = re.compile(r"[A-Za-z0-9](?![?*+{])")
"""A letter with which each match of a wording begins."""
_ENDLESS = sys.maxsize


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = packaged.load("vocabularies/wordings.yaml")
    return groups


class Wording:
    """Finds any of several wordings, at word boundaries and in any case; what a match holds is in small letters.

    The text is made small once, instead of telling the pattern to look past case: so, and grouped by their first
    letters, many wordings are tried in a fifth of the time. The pattern is made when it is first needed: a process that
    reads a few documents needs a few of hundreds, and they take as long as thousands of sentences.
    """

    __slots__ = ("_last", "_pattern", "_wordings")
    _pattern: re.Pattern[str]

    def __init__(self, wordings: Iterable[str]) -> None:
        self._wordings = tuple(wordings)
        self._last: tuple[str | None, re.Match[str] | None] = (None, None)

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """The pattern, as long as it is not there yet; then Python finds it without asking here."""
        if name != "_pattern":
            raise AttributeError(name)
        inside = grouped(alternative for wording in self._wordings for alternative in split(_small(wording)))
        self._pattern = re.compile(rf"(?<!\w)(?:{inside})(?!\w)")
        return self._pattern

    def search(self, text: str, start: int = 0, end: int = _ENDLESS) -> re.Match[str] | None:
        """The first match in a stretch of a text."""
        if start != 0 or end != _ENDLESS:
            return self._pattern.search(lowered(text), start, end)
        # A sentence is looked through for each of its figures, one after the other.
        last, found = self._last
        if last is not text:
            found = self._pattern.search(lowered(text))
            self._last = (text, found)
        return found

    def match(self, text: str, start: int = 0, end: int = _ENDLESS) -> re.Match[str] | None:
        """The match with which a stretch of a text begins."""
        return self._pattern.match(lowered(text), start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = _ENDLESS) -> re.Match[str] | None:
        """The match that is a whole stretch of a text."""
        return self._pattern.fullmatch(lowered(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = _ENDLESS) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a text that do not overlap."""
        return self._pattern.finditer(lowered(text), start, end)


@cache
def pattern(group: str) -> Wording:
    """Finds any wording of the group. Raises KeyError when there is no such group."""
    return Wording([alternatives(group)])


def alternatives(group: str) -> str:
    """The wordings of a group as the inside of a pattern; `...` stands for up to four words."""
    return "|".join(w.replace(" | ", "|").replace(" ... ", r" (?:[\w'’-]+ ){0,4}?") for w in _groups()[group])


def grouped(wordings: Iterable[str]) -> str:
    """Alternatives in which those that follow each other and begin alike share their beginning: `r(?:ise|ate)|pay`.

    Only what begins with different letters changes places, so that the same one of them matches as before.
    """
    return "|".join(_grouped(wordings))


def _grouped(wordings: Iterable[str]) -> list[str]:
    found: list[str] = []
    for literal, run in groupby(wordings, key=lambda wording: _LITERAL.match(wording) is not None):
        if not literal:
            found += run
            continue
        tails: dict[str, list[str]] = {}
        for wording in run:
            tails.setdefault(wording[0], []).append(wording[1:])
        for letter, rest in tails.items():
            # A group of one is none: a pattern of groups within groups takes twice as long to compile.
            ends = _grouped(rest) if len(rest) > 1 else rest
            found.append(letter + (ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})"))
    return found


@lru_cache(maxsize=64)  # A sentence is looked through for one group of wordings after the other.
def lowered(text: str) -> str:
    """A text in small letters, character for character, with the letters that count as an `i` or `s` in any case."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def _small(wording: str) -> str:
    if wording == wording.lower():
        return wording
    return "".join(piece if piece.startswith("\\") else piece.lower() for piece in _PIECE.findall(wording))


def split(wording: str) -> Iterator[str]:
    """The alternatives of a pattern that stand side by side at its top."""
    if "|" not in wording:
        yield wording
        return
    depth, at = 0, ""
    for piece in _PIECE.findall(wording):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            yield at
            at = ""
        else:
            at += piece
    yield at
