"""Pay that spans markets, each end with words of its own (`from $129,300 in our lowest market up to $223,600 in our highest`)."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from schemas import Read
from schemas.row import Label

_RANGES_FROM = re.compile(r"\b(?:ranges?|varies|runs?) (?P<word>from)\s(?:about\s|around\s)?$", re.IGNORECASE)


def low_end(sentence: Sentence, index: int) -> Label | None:
    """`ranges from $129,300 in our lowest market up to $223,600 in our highest`: the least, where the next amount is the most."""
    behind = sentence.figures[index + 1] if index + 1 < len(sentence.figures) else None
    if behind is None or behind.bound != "maximum" or sentence.figures[index].is_range:
        return None
    found = _RANGES_FROM.search(sentence.cell.text, 0, sentence.segments[index].figure_start)
    return Read("minimum", sentence.cell.cut(*found.span("word"))) if found is not None else None
