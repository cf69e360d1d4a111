"""What pay was raised to: an amount behind `up to` that is no upper end."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.prose.binding import Sentence
from schemas import Figure
from schemas.wordings import alternatives

_REACH = 60
_SINCE = re.compile(
    r"\s(?:on|from|in|by|as of|since)\s(?:the\s)?(?:\d|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|spring|summer|autumn|fall)\b|,\s(?:up )?from\b"
)
"""`goes up to £12.21 on 1 April, from £11.44`"""
_GOES_UP = re.compile(rf"\b(?:{alternatives('goes')})\s\Z", re.IGNORECASE)
_RAISED = re.compile(
    r"(?<!can )(?<!may )(?<!might )(?<!could )(?<!would )"
    rf"\b(?:{alternatives('raises')})\s(?:{alternatives('what_is_raised')})\s(?:[\w’'-]+\s){{0,6}}$",
    re.IGNORECASE,
)


def raised_to(sentence: Sentence, index: int) -> Figure:
    """`They put the basic up to £17,900`: what pay was raised to is that amount, and not the most that somebody gets."""
    figure = sentence.figures[index]
    cell = figure.bound_cell if figure.bound == "maximum" and not figure.is_range else None
    if cell is None or cell.text.lower() != "up to":
        return figure
    at = sentence.cell.text.rfind(cell.text, 0, sentence.segments[index].figure_end)
    ahead = max(0, at - _REACH)
    goes = _GOES_UP.search(sentence.cell.text, ahead, at) is not None
    since = _SINCE.match(sentence.cell.text, sentence.segments[index].figure_end) is not None
    if not (_RAISED.search(sentence.cell.text, ahead, at) or (goes and since)):
        return figure
    return replace(figure, bound=None, bound_cell=None, low=figure.high, open_ended=False)
