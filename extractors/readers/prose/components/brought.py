"""What a part of pay brings the pay to: `£19.07 an hour, London weighting takes that to £21.31` states no London weighting."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from schemas import Cell
from schemas.wordings import alternatives

_REACH = 60
_BROUGHT = re.compile(
    rf"(?<!\w)(?P<words>(?:{alternatives('brings')})\s(?:{alternatives('what_is_brought')})\s(?:up\s|closer\s|nearer\s|above\s)?(?:to|past)?)\s?"
    r"(?:(?:about|around|roughly|just over|nearly|over|maybe|some)\s)?$",
    re.IGNORECASE,
)


def brought_to(sentence: Sentence, index: int) -> Cell | None:
    """The words right in front of an amount by which something brings the whole pay to it."""
    if sentence.figures[index].unit != "currency":
        return None
    at = sentence.segments[index].figure_start
    found = _BROUGHT.search(sentence.cell.text, max(0, at - _REACH), at)
    return sentence.cell.cut(*found.span("words")) if found is not None else None


def before_it(sentence: Sentence, index: int) -> int | None:
    """The amount in front that is brought to another one; None where its own sentence has none."""
    earlier = [
        at for at in range(index) if sentence.figures[at].unit == "currency" and not sentence.figures[at].sign
    ]
    return earlier[-1] if earlier else None
