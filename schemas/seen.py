"""Text as a reader sees it, to whom one space is like another, and marks without width are nothing."""

from __future__ import annotations

import re
from unicodedata import normalize

from schemas.cell import Cell

_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"
"""Spaces that do not break, or are wider or narrower than others; evidence keeps them."""
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
"""Soft hyphens, spaces and joiners without width, marks of direction, and which picture a sign has."""
_JOINED = "\ufb00-\ufb06"
"""Two letters as one sign."""
_ACCENTS = "\u0300-\u036f\u1161-\u11c2\u3099\u309a"
"""What joins the letter in front: accents, and the parts of Korean and Japanese syllables."""
_UNLIKE = re.compile(f"[{_SPACES}{_UNSEEN}{_JOINED}{_ACCENTS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_OTHERWISE = re.compile(f"[{_UNSEEN}]+|[{_JOINED}]|[^\\W\\d_][{_ACCENTS}]+")
LONGEST = 1_000_000
"""Characters of a text whose places are kept one by one; those of a longer one would fill the memory."""


def seen(cell: Cell) -> Cell:
    """What a reader sees of a text; the cell itself where all of it is seen as it is written."""
    text = cell.text
    if text.isascii() or _UNLIKE.search(text) is None:
        return cell
    spaced = _SPACE.sub(" ", text)
    if len(text) > LONGEST or _OTHERWISE.search(spaced) is None:
        return Cell(spaced, cell.start, cell.places)
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for found in _OTHERWISE.finditer(spaced):
        start, end = found.span()
        kept.append(spaced[at:start])
        places += cell.character_places(at, start)
        one = normalize("NFKC", found.group()) if found.group()[0].isalpha() else ""
        kept.append(one)
        places += [cell.cut(start, end).span] * len(one)
        at = end
    kept.append(spaced[at:])
    places += cell.character_places(at)
    return Cell("".join(kept), cell.start, tuple(places))
