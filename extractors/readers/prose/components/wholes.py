"""Words by which an amount of a sentence is all of what somebody is paid: `in total`, `including shift allowances`, a sum."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.words import own_component
from extractors.readers.prose.segments import Segment
from schemas import Cell, Mention
from schemas.wordings import alternatives, pattern

_INCLUDING = re.compile(
    r"[\s)*_+,(]*(?:all-in,?\s+|(?:in|for)\s20\d\d,?\s+|last\syear,?\s+)?(?:including|counting|incl\.?|inclusive\sof)\s+(?:(?:the|all|any|an?|your|their|annual|some)\s+)?",
    re.IGNORECASE,
)
_IN_TOTAL = re.compile(r"\s((?:in )?total)(?=[,.;)]|\s*\(|\s*$)", re.IGNORECASE)
_PACKAGE_WITH = re.compile(
    r"\b(?:with|including|counting|adding|add in)\s[^.;:]{3,60}?(?P<whole>\b(?:packages?|totals?|take[- ]home|gross)\b)[^.;:,]{0,25}$",
    re.IGNORECASE,
)
"""`with allowances and overtime the package is usually $41,000`"""
_PACKAGE_OF = re.compile(
    rf"(?<!\w)(?<!-)(?:{alternatives('whole_package')})\s(?P<whole>packages?)\s(?:of|worth)\s"
    r"(?:(?:about|around|roughly|nearly|over|up to)\s)?$",
    re.IGNORECASE,
)
"""`A $190,000 base is a package of $212,800`, and no `equity package of $400K`"""
_PACKAGE_COMES_TO = re.compile(
    r"\b(?:his|her|their|my|your|our|the)\s(?:(?:whole|total|full|overall)\s)?(?P<whole>packages?)\s"
    r"(?:comes?|came|adds?\sup|added\sup|works?\sout|worked\sout|totals|totalled|reaches|reached)\s(?:(?:to|at|about|around|roughly)\s){0,2}$",
    re.IGNORECASE,
)
"""`Add £4,000 of car allowance and his package comes to £61,420`"""
_COUNTING_IN = re.compile(
    r"\b(?P<words>including|incl\.|counting)\s[^.;:,$€£₹]{3,50}?(?<!\sof)\s"
    r"(?:(?:about|around|roughly|some|it is|it['’]s|that makes)\s){1,2}$",
    re.IGNORECASE,
)
"""`€3,900 a month, including shift allowances about €4,150`"""
_MIDDLE_TOTAL = re.compile(
    rf"\b(?:{alternatives('label_of_the_whole')})\s(?P<whole>totals?)\s(?:(?:of|is|was|at|about|around)\s){{0,2}}$",
    re.IGNORECASE,
)
"""`the median base is £125,000 and the median total £215,000`"""
_OF_WHICH = re.compile(
    r"[^.;:$€£₹]{0,40}?(?P<words>of (?:which|that))[ ,](?:(?:only|just|about|around|some|roughly)\s){0,2}",
    re.IGNORECASE,
)
_INCLUDES_BASE = re.compile(
    r",?\s(?P<words>(?:which|that) includes|including|consisting of|made up of|comprising)\s"
    r"(?:(?:an?|the|estimated|average|of)\s){0,4}bas(?:e|ic)\s(?:(?:salary|pay)\s)?(?:of\s)?(?:about\s|around\s)?",
    re.IGNORECASE,
)
"""`€92,000 annually, which includes an estimated base salary of €71,000`"""
_IS_BASE = re.compile(
    r"\s(?:is|was|were|are|being|in)\s(?:[\w’'-]+\s){0,2}(?:salary|base|basic|pay|cash)\b", re.IGNORECASE
)
_WORKED = (
    rf"with\s(?:[\w-]+\s){{0,7}}(?:{alternatives('worked_for')})\b(?! (?:{alternatives('not_worked_for')}))"
)
_WORKED_BEFORE = re.compile(rf"\b{_WORKED}[^.;:$€£₹(]{{0,60}}$", re.IGNORECASE)
_WORKED_BEHIND = re.compile(rf"[^.;:$€£₹()]{{0,20}}\s(?P<words>{_WORKED})", re.IGNORECASE)
"""`With the OT he cleared $148k`, `I made $91,400 last year with 540 hours of overtime`"""
_REACHED = re.compile(
    rf"\b(?:{alternatives('reaches_an_amount')})\s(?:(?:about|around|over|past|up to|more than|as much as)\s){{0,2}}$",
    re.IGNORECASE,
)
_WITH_PARTS = re.compile(
    rf"(?:\s(?:an?|per)\s\w+|\s?/\s?\w+)?,?\s(?P<words>with\s(?:[\w-]+,?\s){{0,4}}(?:{alternatives('parts_one_reaches_with')}))\b(?!\sof\b)",
    re.IGNORECASE,
)
"""`can exceed $300,000 with bonuses and profit sharing`"""
_WITH_PARTS_BEFORE = re.compile(
    rf"\b(?P<whole>with\s(?:(?:the|an?|all|some|any)\s)?(?:{alternatives('parts_one_reaches_with')})"
    rf"(?:(?:,|\sand|\sor|,\sand)\s(?:{alternatives('parts_one_reaches_with')}))*),?\s"
    r"(?:it(?:\sis|['’]s)|that(?:\sis|['’]s)|you(?:['’]d|['’]ll|\scan|\smight|\scould)?|(?:the\s)?totals?|(?:total\s)?pay)\b[^.;:,$€£₹]{0,45}$",
    re.IGNORECASE,
)
"""`with RSUs it is common to see €160k`"""
LEAST_WHOLE = 5_000
"""No pay by the hour, to which overtime is added, is so high."""
NEARLY = re.compile(r"[:,]?\s(?:(?:about|around|roughly|nearly|just|over|only|some|a|nearer)\s){0,2}")
SUMMED = 2
"""So many amounts in front can have a sum."""
_EQUALS = re.compile(r"[^$€£₹¥=;.]{0,30}\s(?P<equals>=|equals)\s?(?:~|about\s|roughly\s)?", re.IGNORECASE)
_ADDED = re.compile(r"\+|\b(?:plus|with|and)\b", re.IGNORECASE)


def whole(sentence: Sentence, index: int) -> Cell | None:
    """`$500K+ including equity`, `$530,000 in total,`: what a part is included in is the whole."""
    segment = sentence.segments[index]
    if sentence.figures[index].unit != "currency":
        return None
    for words in (_PACKAGE_WITH, _PACKAGE_OF, _PACKAGE_COMES_TO, _MIDDLE_TOTAL):
        if (found := words.search(sentence.cell.text, segment.start, segment.figure_start)) is not None:
            return sentence.cell.cut(*found.span("whole"))
    if (counted := _with_parts(sentence, index) or _counting_in(sentence, segment)) is not None:
        return counted
    if (worked := _worked(sentence, index)) is not None:
        return worked
    if (said := _IN_TOTAL.match(sentence.cell.text, segment.figure_end)) is not None:
        return sentence.cell.cut(*said.span(1))
    if (parted := _is_parted(sentence, index)) is not None:
        return parted
    if (
        summed := _sum(sentence, index) or _all_together(sentence, index) or _grosses(sentence, index)
    ) is not None:
        return summed
    if (
        index + 1 < len(sentence.segments)
        and _counting_in(sentence, sentence.segments[index + 1]) is not None
    ):
        return None  # `€3,900 a month, including shift allowances about €4,150`
    for mention in sentence.mentions.get("component", ()):
        gap = sentence.cell.text[segment.figure_end : mention.start]
        if mention.start > segment.figure_end and mention.value != "total" and _INCLUDING.fullmatch(gap):
            return mention.cell
    return None


def _with_parts(sentence: Sentence, index: int) -> Cell | None:
    """The parts in front of an amount with which it is reached; less than what stands before it is one of them."""
    segment, figures = sentence.segments[index], sentence.figures
    found = _WITH_PARTS_BEFORE.search(sentence.cell.text, segment.start, segment.figure_start)
    amount = figures[index].high or figures[index].low or 0
    before = (figures[index - 1].low or 0) if index and figures[index - 1].unit == "currency" else 0
    return sentence.cell.cut(*found.span("whole")) if found and amount >= max(LEAST_WHOLE, before) else None


def _is_parted(sentence: Sentence, index: int) -> Cell | None:
    """The words behind an amount that say which part of it is base (`$18m in 2024, of which $1m was salary`)."""
    segment, text = sentence.segments[index], sentence.cell.text
    if index + 1 >= len(sentence.segments) or sentence.figures[index].period in ("hour", "day", "week"):
        return None
    part = sentence.segments[index + 1]
    includes = _INCLUDES_BASE.fullmatch(text, segment.figure_end, part.figure_start)
    if includes is not None:
        return sentence.cell.cut(*includes.span("words"))
    found = _OF_WHICH.fullmatch(text, segment.figure_end, part.figure_start)
    if found is None or own_component(sentence, index) is not None:
        return None
    said = _IS_BASE.match(text, part.figure_end)
    return sentence.cell.cut(*found.span("words")) if said is not None else None


def _counting_in(sentence: Sentence, segment: Segment) -> Cell | None:
    """The word by which the parts in front of an amount are counted in."""
    found = _COUNTING_IN.search(sentence.cell.text, segment.start, segment.figure_start)
    if found is None or not any(
        found.start() < m.start < segment.figure_start for m in sentence.mentions.get("component", ())
    ):
        return None
    return sentence.cell.cut(*found.span("words"))


def _worked(sentence: Sentence, index: int) -> Cell | None:
    """The words that say what a year's pay was made with beside the base."""
    segment, figure, text = sentence.segments[index], sentence.figures[index], sentence.cell.text
    if figure.period in ("hour", "day", "week") or (figure.high or figure.low or 0) < LEAST_WHOLE:
        return None
    parts = _WITH_PARTS.match(text, segment.figure_end)
    reached = parts is not None and _REACHED.search(text, segment.start, segment.figure_start) is not None
    if parts is not None and reached and own_component(sentence, index) is None:
        return sentence.cell.cut(*parts.span("words"))
    if (found := _WORKED_BEFORE.search(text, segment.start, segment.figure_start)) is not None:
        return sentence.cell.cut(*found.span())
    found = _WORKED_BEHIND.match(text, segment.figure_end, segment.end)
    return sentence.cell.cut(*found.span("words")) if found is not None else None


def _sum(sentence: Sentence, index: int) -> Cell | None:
    """`€84,000 plus €8,400: call it €92,400`: the words that make an amount the whole of those named before it."""
    before = sum(figure.unit == "currency" for figure in sentence.figures[:index])
    if before < SUMMED:
        return None
    if (equal := _equals(sentence, index)) is not None:
        return equal
    if sentence.own("component", index):
        return None
    at = sentence.segments[index].figure_start
    start = max(sentence.segments[index - 1].figure_end, at - 40)
    for found in pattern("sums_up").finditer(sentence.cell.text, start, at):
        if NEARLY.fullmatch(sentence.cell.text, found.end(), at):
            return sentence.cell.cut(*found.span())
    return None


def _equals(sentence: Sentence, index: int) -> Cell | None:
    """`$240,000 base + $48,000 bonus = $288,000`; a part in other words (`$400K/4yr = $100K/yr`) is no more than it was."""
    text, parts = sentence.cell.text, sentence.segments[index - SUMMED : index]
    found = _EQUALS.fullmatch(text, parts[-1].figure_end, sentence.segments[index].figure_start)
    joined = _ADDED.search(text, parts[0].figure_end, parts[1].figure_start) is not None
    amounts = [figure.high or figure.low or 0 for figure in sentence.figures[index - SUMMED : index + 1]]
    if found is None or not joined or max(amounts) != amounts[-1]:
        return None
    return sentence.cell.cut(*found.span("equals"))


def _all_together(sentence: Sentence, index: int) -> Cell | None:
    """`Put together, a year comes out at €61,000`, `Add the shift money and you reach €61,000`: the words for the whole."""
    text, at = sentence.cell.text, sentence.segments[index].figure_start
    begins = pattern("all_put_together").match(text, len(text) - len(text.lstrip(' "“*_')), at)
    own = own_component(sentence, index)
    if begins is None or (own is not None and own.end > begins.end()):
        return None
    start = sentence.segments[index].start
    for found in pattern("reaches_the_whole").finditer(
        text, min(start, begins.start()) if not index else start, at
    ):
        if NEARLY.fullmatch(text, found.end(), at):
            return sentence.cell.cut(*found.span())
    return None


def _grosses(sentence: Sentence, index: int) -> Cell | None:
    """`Good ones gross $90,000`: what somebody makes with everything; a monthly `gross €3,400` is only before tax."""
    text, segment = sentence.cell.text, sentence.segments[index]
    for found in pattern("grosses").finditer(text, max(0, segment.figure_start - 60), segment.figure_start):
        if NEARLY.fullmatch(text, found.end(), segment.figure_start):
            return sentence.cell.cut(*found.span())
    return None


def whole_before(sentence: Sentence, index: int) -> Mention | None:
    """`Cash compensation is $110,000 in Boston and $99,000 in Leeds`: the only word of a sentence for what is paid, and for all of it."""
    named = sentence.mentions.get("component", [])
    first = sentence.segments[0].figure_start
    alone = len(named) == 1 and named[0].value == "total" and named[0].end <= first and index > 0
    return named[0] if alone and not sentence.own("attribution", index) else None
