"""In which language a page is written. Figures are read in every language, words only in English and a few German ones."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from schemas import Block, Cell, Note, packaged

LOOK_AT = 6_000
"""Characters that are looked at; a page does not change its language later."""
LEAST_WORDS = 8
"""Fewer common words than these decide nothing."""
LEAST_SHARE = 0.5
"""Of the letters that must be of another script."""
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f]")
"""Letters that are not Latin."""
ENGLISH = "English"


def note(blocks: Iterable[Block]) -> Note | None:
    """A note that names the language of a page that is not in English."""
    first: Cell | None = None
    pieces, length = [], 0
    for block in blocks:
        first = first or block.cell
        pieces.append(block.cell.text[:LOOK_AT])
        length += len(pieces[-1])
        if length > LOOK_AT:
            break
    found = language(" ".join(pieces))
    if found in (None, ENGLISH) or first is None:
        return None
    cell = first.cut(0, min(len(first), 80))
    return Note("language", cell, f"the page is in {found}: its figures are read, most of its words are not")


def language(text: str) -> str | None:
    """The language that most words or letters of a text are of; None where that cannot be told."""
    text = text[:LOOK_AT]
    if not text.isascii():
        foreign = _FOREIGN.findall(text)
        if foreign and len(foreign) > LEAST_SHARE * sum(map(len, _WORD.findall(text))):
            return _by_script(foreign)
    words = Counter(map(str.lower, _WORD.findall(text)))
    # Asking a counter for what it has not counted is slow.
    counts = {name: sum(words[word] for word in common if word in words) for name, common in _words().items()}
    best = max(counts, key=lambda name: counts[name])
    # Languages share short words: another one must have far more of them than English has.
    clear = best == ENGLISH or counts[best] > 2 * counts[ENGLISH]
    return best if clear and counts[best] >= LEAST_WORDS else None


def _by_script(letters: Iterable[str]) -> str | None:
    names = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    scripts = {name: names[script] for name, script in _scripts().items()}
    best = max(scripts, key=lambda name: scripts[name])
    return best if scripts[best] else None


@cache
def _words() -> dict[str, list[str]]:
    return {name: known["words"] for name, known in _vocabulary().items() if "words" in known}


@cache
def _scripts() -> dict[str, str]:
    return {name: str(known["script"]) for name, known in _vocabulary().items() if "script" in known}


def _vocabulary() -> dict[str, dict[str, list[str]]]:
    known: dict[str, dict[str, list[str]]] = packaged.load("vocabularies/languages.yaml")
    return known
