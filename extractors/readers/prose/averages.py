"""The mean or median that a gap, a difference, a rise or a share of pay is said to be."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.words import Component
from schemas import Read
from schemas.row import Value
from schemas.wordings import alternatives

_GAP = re.compile(rf"\b(mean|median|average)\s(?:(?:{alternatives('gap_of')})\s){{0,4}}gap\b", re.IGNORECASE)
_RISE_OF_ALL = re.compile(
    r"\b(?P<kind>mean|median|average|on average)\s(?:an?\s)?(?:[\w-]{1,20}\s){0,3}?"
    rf"(?:{alternatives('rises_of_all')})\b",
    re.IGNORECASE,
)
_AVERAGES = re.compile(
    r"\b(?P<kind>on average|an average of|averag(?:es|ed|ing))\b(?:\s(?!the\b)[\w'’-]{1,15}){0,4}\s?$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s?(?P<words>\((?P<kind>mean|median|average)\))", re.IGNORECASE)
"""`6.8% (mean) and 4.2% (median)`"""
_ON_AVERAGE = re.compile(
    r"(?:\s[\w'’-]{1,15}){0,4}\s(?P<kind>on average)\b(?!\s(?:than|pay|salar))", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;:]|\d\s?%|,\s(?:and|but|while)\b")
_LONGEST_CLAUSE = 60
_KIND = {"mean": "mean", "average": "mean", "median": "median"}
_NEAR_A_GAP = 30
_AMOUNTS_TO = re.compile(
    r"[^,;:.$€£¥₹%\d]{1,80}\s(?:is|was|are|were|of|at|stands at|stood at|comes to|came to)\s"
    r"(?:about\s|around\s|roughly\s|just\s|only\s){0,2}",
    re.IGNORECASE,
)
"""`the average target for fitters in Ohio was 11%`"""


def of_a_share(sentence: Sentence, index: int, component: Component) -> dict[str, Value]:
    """The mean or median that a gap is said to be (`the median bonus gap is 14%`), or the share itself (`on average 7% of base`)."""
    end, start = sentence.segments[index].figure_start, sentence.segments[index].start
    if component.label.text in ("premium", "other"):
        gaps = list(_GAP.finditer(sentence.cell.text, 0, end))
        if gaps and gaps[-1].end() > start - _NEAR_A_GAP:
            return {"statistic": Read(_KIND[gaps[-1][1].lower()], sentence.cell.cut(*gaps[-1].span()))}
        rise = _of_a_rise(sentence, index) if component.label.text == "other" else {}
        return rise or _of_a_difference(sentence, index)
    said = [
        m
        for m in sentence.own("statistic", index)
        if m.value in ("mean", "median") and m.end <= end and _is_said_of(sentence.cell.text[m.end : end])
    ]
    return {"statistic": Read(said[-1].value, said[-1].cell)} if said else {}


def _is_said_of(gap: str) -> bool:
    """Whether what stands between the word for a mean and a share leaves it said of that share."""
    return len(gap) <= _NEAR_A_GAP or _AMOUNTS_TO.fullmatch(gap) is not None


def _of_a_difference(sentence: Sentence, index: int) -> dict[str, Value]:
    """The mean that a difference or a rise itself is said to be: `earn on average 12% more`, `$350 more on average`."""
    text, segment = sentence.cell.text, sentence.segments[index]
    before = _AVERAGES.search(text, max(segment.start, segment.figure_start - 40), segment.figure_start)
    found = before or _ON_AVERAGE.match(text, segment.figure_end, segment.end)
    if (called := _CALLED.match(text, segment.figure_end)) is not None:
        return {"statistic": Read(_KIND[called["kind"].lower()], sentence.cell.cut(*called.span("words")))}
    return {"statistic": Read("mean", sentence.cell.cut(*found.span("kind")))} if found is not None else {}


def _of_a_rise(sentence: Sentence, index: int) -> dict[str, Value]:
    """The mean or median that a rise is said to be (`an average increase of 4.1%`, `the median raise was 5%`)."""
    text, segment = sentence.cell.text, sentence.segments[index]
    for found in _RISE_OF_ALL.finditer(text, segment.start, segment.figure_start):
        gap = text[found.end() : segment.figure_start]
        if not _CLAUSE.search(gap) and len(gap) <= _LONGEST_CLAUSE:
            cell = sentence.cell.cut(*found.span("kind"))
            return {"statistic": Read(_KIND[found["kind"].lower().removeprefix("on ")], cell)}
    return {}
