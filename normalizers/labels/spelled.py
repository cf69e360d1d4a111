"""Entries of a vocabulary by whole labels."""

from __future__ import annotations

from functools import cache

from normalizers.matcher import tokens
from schemas.vocabulary import Entry, load


@cache
def spelled(kind: str) -> dict[str, Entry]:
    """The entries of one kind by their spellings, as words in small letters with one space between them."""
    return {" ".join(tokens(spelling.text).keys): spelling.entry for spelling in load()[kind].spellings}
