"""The least or the most that an amount or a share of pay is said to be, by the words right beside it."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from schemas import Read
from schemas.row import Label
from schemas.wordings import alternatives

_LONGEST_NAME = 40
_THE_LIMIT = re.compile(
    r"(?:,?\s(?:is|as|being|was|at))?"
    r"\s(?:(?P<limit>the (?:usual |absolute |practical )?(?:(?P<floor>floor|minimum)|ceiling|maximum|cap|limit))"
    rf"|(?:(?:{alternatives('describes_a_limit')})\s){{0,3}}(?P<bare>(?P<least>floor|minimum)|ceiling|maximum|max))\b"
    r"(?! (?:of|wages?|pay|salary|rate)\b)",
    re.IGNORECASE,
)
"""`£120k the ceiling`, `the $625K total compensation ceiling`, `$30K minimum`; a minimum wage is a wage."""
_LIMIT_IN_FRONT = re.compile(
    r"(?<!average )(?<!mean )(?<!median )\b(?P<word>max(?:imum)?|min(?:imum)?)\b[.:]?\s"
    r"(?:(?:bonus|payout|award|opportunity|commission|target|match)\s){0,2}(?:(?:of|is|was|at)\s)?$",
    re.IGNORECASE,
)


def limit_of_a_share(sentence: Sentence, index: int) -> Label | None:
    """`20% on target, 40% maximum`, `a maximum bonus of 24%`: the least or the most that a share of pay may be."""
    figure, start = sentence.figures[index], sentence.segments[index].figure_start
    front = _LIMIT_IN_FRONT.search(sentence.cell.text, max(0, start - _LONGEST_NAME), start)
    if front is None or figure.bound or figure.is_range or figure.open_ended:
        return limit_behind(sentence, index)
    value = "minimum" if front["word"].lower().startswith("min") else "maximum"
    return Read(value, sentence.cell.cut(*front.span("word")))


def limit_behind(sentence: Sentence, index: int) -> Label | None:
    """`£120k the ceiling`, `a bonus of 20% on target, 40% maximum`: the words right behind a figure for the least or the most."""
    figure = sentence.figures[index]
    limit = _THE_LIMIT.match(sentence.cell.text, sentence.segments[index].figure_end)
    if limit is None or figure.bound or figure.is_range or figure.open_ended:
        return None
    value = "minimum" if limit["floor"] or limit["least"] else "maximum"
    return Read(value, sentence.cell.cut(*limit.span("limit" if limit["limit"] else "bare")))
