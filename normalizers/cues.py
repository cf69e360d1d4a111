"""Wordings that tell what the words beside them are, from `cues.yaml`, as words or as a pattern."""

from __future__ import annotations

import re
from functools import cache

from schemas.vocabulary import load


@cache
def words(name: str) -> frozenset[str]:
    """The wordings of one entry, in small letters."""
    return frozenset(
        spelling.text.casefold() for spelling in load()["cue"].spellings if spelling.entry.value == name
    )


@cache
def pattern(name: str) -> str:
    """The wordings of one entry as alternatives of a regular expression, longer ones first, as they are written."""
    texts = {spelling.text for spelling in load()["cue"].spellings if spelling.entry.value == name}
    return "|".join(
        re.escape(text).replace(r"\ ", r"\s") for text in sorted(texts, key=lambda text: (-len(text), text))
    )
