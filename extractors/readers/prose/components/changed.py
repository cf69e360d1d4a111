"""Two amounts of which one is what the other was before: `the grant moved from $1.5M to $2.1M`, `$3 an hour, up from $2.25`."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence

_FROM = re.compile(r"\bfrom\s(?:(?:about|around|roughly|some)\s)?$", re.IGNORECASE)
_TO = re.compile(r"(?:\s(?:an?|per)\s\w+)?\sto\s(?:(?:about|around|roughly|some)\s)?", re.IGNORECASE)
_UP_FROM = re.compile(r",?\s\(?(?:up|down)\sfrom\s(?:(?:about|around|roughly|some)\s)?", re.IGNORECASE)
_LOOK_BACK = 16


def is_the_same_before(sentence: Sentence, index: int) -> bool:
    """Whether an amount is what the one in front of it became or was."""
    if not index or {figure.unit for figure in sentence.figures[index - 1 : index + 1]} != {"currency"}:
        return False
    gap = sentence.gap(index)
    if _UP_FROM.fullmatch(gap) is not None:
        return True
    start = sentence.segments[index - 1].figure_start
    front = sentence.cell.text[max(0, start - _LOOK_BACK) : start]
    return _TO.fullmatch(gap) is not None and _FROM.search(front) is not None
