"""Figures that say how much more or less."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.rises import rise, settled
from extractors.readers.prose.components.words import DESCRIPTION, DIRECTLY
from extractors.readers.prose.segments import Segment
from schemas import Cell, Figure, Read
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_IS_WORTH = re.compile(
    r"(?:\b(?:is|are|was|were|can be|could be|may be)|['’]s|,) worth (?:an? |about |around |roughly |approximately |up to |another )*$",
    re.IGNORECASE,
)
_IN_PAY = re.compile(
    r"(?: annually| a year| per year)? in (?:\w+ ){0,2}(?:comp(?:ensation)?|tc|base|salary|pay)\b",
    re.IGNORECASE,
)
_MOVE = re.compile(rf"\b(?:{alternatives('moves_up')}) (?:up )?(?:from|to)\b", re.IGNORECASE)
LONGEST_DESCRIPTION = 5
LONGEST_GAP = 40
_TO_WHAT = re.compile(
    r"\s(?:to|(?:(?:up|down) )?from)\s(?:(?:something like|about|around|nearly|just|only|roughly|barely)\s)?$"
)
"""`the premium over Leeds went from 28% in York to roughly 9%`: what a premium has become is one."""
_ONE_MORE = re.compile(
    r"[^.;:()]{3,80}(?:,| and| or)\s(?:(?:up to|about|around|only|as much as)\s)?", re.IGNORECASE
)
"""`a 25% premium for department heads and up to 50% for directors`"""
ALSO = re.compile(
    r"[^.;:()]{0,80}?(?:,| and| or| but|, and|, or|, but)\s(?:for|with|in|at|on|occasionally|sometimes|rarely|once)\s[^.,;:()]{2,40}?"
    r"(?:\s(?:more like|about|around|closer to|nearer|maybe|perhaps|some|up to|as much as|only)){0,2}\s",
    re.IGNORECASE,
)
"""`a badge adds $8,000, and with a licence more like $20,000`"""
_SKILL_ADDS = re.compile(
    r"(?:\sa year|/yr)?[;,]\s(?:and\s)?(?:[\w+#./&-]+\s){1,4}(?:about|around|roughly|another|some|only|up to)\s"
)
"""`A licence adds around $8,000; CUDA experience about $12,000`"""
_ARROW = re.compile(r"[▲▼△▽↑↓](?=\s$)")
"""`▲ 15% vs. US`"""
_BY = re.compile(
    r"\bby\s(?:(?:something like|about|around|roughly|some|nearly|almost|over|more than|at least|a good)\s){0,2}\Z"
)
LONGEST_COMPARISON = 100
_COMES_TO = re.compile(
    r"\s(?:more|less|higher|lower|premiums?|uplift|boost|bump)(?:,|\s[–—-])?\s"
    r"(?:\(|or |i\.e\. |that is )?(?:about |around |roughly |some |approximately )?~?",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(
    r"(?:\s(?:more|less|higher|lower))?(?:\s(?:a|per)\s(?:year|month|hour|week))?,?\sor\s"
    r"(?:(?:about|around|roughly|nearly|some|just|a little|a bit)\s){0,2}(?:(?:over|under|more than|less than)\s)?",
    re.IGNORECASE,
)
"""`The gap is 26%, or a little over $20,000 a year`"""
OF_PAY = re.compile(
    r"\sof\s(?:(?:that|his|her|their|my|your|the|a|annual|base|basic)\s){0,2}(?:salary|pay|base)\b"
)
_ANOTHER = re.compile(r"\b(?P<word>another)\s(?:about\s|around\s)?$", re.IGNORECASE)
_ABOVE = re.compile(r"(?:\s\([^()]{1,12}\))?\s(?:above|over|more|on top)\b", re.IGNORECASE)
LEAST_OF_AN_HOUR = 12
"""Hardly any pay an hour is less; what comes on top of it is."""
_FRONT = 60
_IS = 5
"""Letters of ` is ` between an amount and `worth`."""
LONGEST_NAME = 16
"""Characters between a skill and what it is worth (`a PMP certificate is worth`)."""
_HOURS_FIRST = re.compile(
    r"(?: work| working| shifts?| duty| hours)?(?: (?:supplement|allowance|premium|differential|loading|enhancement|rate)s?)?"
    r"(?: (?:is|are|was|were|stays?|remains?|stands?|goes up to|rises to))?\s?[:=–—-]?\s?(?:at |of )?\+?",
    re.IGNORECASE,
)
"""`Night work 20 %, Sundays 25 %`, `the night shift supplement stays at 50 %`"""
_ADDITIONAL = re.compile(r"\s?additional(?: (?:pay|cash|compensation))?[.\s]*", re.IGNORECASE)
_BEHIND = (
    ("above", "more", DIRECTLY),
    ("above", "more_nouns", DESCRIPTION),
    ("above", "more_money", DESCRIPTION),
    ("below", "less", DIRECTLY),
    ("below", "less_nouns", DESCRIPTION),
)


def difference(sentence: Sentence, index: int) -> Label | None:
    """`above` or `below` when a figure says how much more or less, not how much; else None."""
    segment, cell, figure = sentence.segments[index], sentence.cell, sentence.figures[index]
    if is_the_rest(sentence, index):
        return None
    for word, group, gap in _BEHIND:
        if group == "more_money" and figure.unit != "currency":
            continue
        for found in pattern(group).finditer(cell.text, segment.figure_end, segment.end):
            if found.group() == "spread" and figure.is_range:
                continue  # `The €38K-to-€190K spread is real`
            if gap.fullmatch(cell.text, segment.figure_end, found.start()):
                return Read(word, cell.cut(*found.span()))
    if figure.unit == "percent" and (fewer := _takes_off(sentence, segment)) is not None:
        return Read("below", fewer)
    before = None
    for found in pattern("adds").finditer(cell.text, segment.start, segment.figure_start):
        before = found
    if before is not None and _near(cell.text[before.end() : segment.figure_start]):
        return Read("above", cell.cut(*before.span()))
    if (another := _another(sentence, index)) is not None:
        return Read("above", another)
    if (worth := _worth(sentence, segment)) is not None:
        return Read("above", cell.cut(*worth))
    return (
        _marked(cell, segment, figure) or _by_how_much(sentence, segment) or _in_other_words(sentence, index)
    )


def _marked(cell: Cell, segment: Segment, figure: Figure) -> Label | None:
    """`+15%`, `▲ 15% vs. US`: a sign or an arrow in front says that it is a difference, and which way."""
    if figure.sign:
        return Read("above" if figure.sign > 0 else "below", figure.cell)
    arrow = _ARROW.search(cell.text, max(0, segment.figure_start - 2), segment.figure_start)
    if arrow is None:
        return None
    return Read("below" if arrow.group() in "▼▽↓" else "above", cell.cut(*arrow.span()))


def _by_how_much(sentence: Sentence, segment: Segment) -> Label | None:
    """`out-earns a teacher by $60K a year`, `less than the men by $12K or so`: by how much some are paid more than others."""
    text, at = sentence.cell.text, segment.figure_start
    if (by := _BY.search(text, max(0, at - _FRONT), at)) is None:
        return None
    for word, group in (("above", "pays_better"), ("below", "pays_worse")):
        found = pattern(group).search(text, max(segment.start, by.start() - LONGEST_COMPARISON), by.start())
        if found is not None:
            return Read(word, sentence.cell.cut(*found.span()))
    return None


def _in_other_words(sentence: Sentence, index: int) -> Label | None:
    """`28% more, about $18,000 a year`, `the gap is $4,050, or about 3%`: a difference in percent and in money."""
    if not index or sentence.figures[index].unit == sentence.figures[index - 1].unit:
        return None
    if index > 1 and _OR_ELSE.fullmatch(sentence.gap(index - 1)) is not None:
        return None  # what stands in front says something in other words itself
    gap, in_percent = sentence.gap(index), sentence.figures[index].unit == "percent"
    said = (not in_percent and _COMES_TO.fullmatch(gap)) or _OR_ELSE.fullmatch(gap)
    return difference(sentence, index - 1) if said else None


def _another(sentence: Sentence, index: int) -> Cell | None:
    """`another $2.60 an hour`, `another $3,100 (6%) above the average`: what comes on top of pay."""
    segment, text, figure = sentence.segments[index], sentence.cell.text, sentence.figures[index]
    found = _ANOTHER.search(text, max(0, segment.figure_start - _FRONT), segment.figure_start)
    if found is None or figure.unit != "currency":
        return None
    small = figure.period == "hour" and (figure.high or figure.low or 0) < LEAST_OF_AN_HOUR
    above = _ABOVE.match(text, segment.figure_end) is not None
    return sentence.cell.cut(*found.span("word")) if small or above else None


def _takes_off(sentence: Sentence, segment: Segment) -> Cell | None:
    """`For Cork take off about 5%`: the words by which a percent is what is paid less."""
    for found in pattern("takes_off").finditer(sentence.cell.text, segment.start, segment.figure_start):
        if _near(sentence.cell.text[found.end() : segment.figure_start]):
            return sentence.cell.cut(*found.span())
    return None


def is_the_rest(sentence: Sentence, index: int) -> bool:
    """`$43K - $84K/yr additional`, and no more: what is paid beside the base of the line above."""
    behind = sentence.segments[index].figure_end
    return len(sentence.figures) == 1 and _ADDITIONAL.fullmatch(sentence.cell.text, behind) is not None


def _worth(sentence: Sentence, segment: Segment) -> tuple[int, int] | None:
    """`this distinction is worth $30K in total compensation`, `a CPA is worth $9,000 a year`: what something adds to pay."""
    text = sentence.cell.text
    found = _IS_WORTH.search(text, segment.start, segment.figure_start)
    if found is None or OF_PAY.match(text, segment.figure_end) is not None:
        return None  # `a bonus of £1.5m, worth 176% of that salary`
    skills = [*sentence.mentions.get("skill", ()), *sentence.mentions.get("education", ())]
    named = any(0 <= found.start() - skill.end <= LONGEST_NAME for skill in skills)
    moved = _MOVE.search(text, 0, found.start()) is not None
    # `a licence is worth around 7%`
    share = text[: segment.figure_end].endswith(("%", "percent", "per cent"))
    share = share or _something_is_worth(sentence, segment, found.start())
    return found.span() if named or moved or share or _IN_PAY.match(text, segment.figure_end) else None


def _something_is_worth(sentence: Sentence, segment: Segment, at: int) -> bool:
    """`it is worth $750 a month`: no part of pay, and nobody who is paid; what is worth so much adds it."""
    # `Your $400K grant could be worth $1.2M`: the part of pay itself.
    if any(
        at - _FRONT <= m.end and m.start < segment.figure_start
        for m in sentence.mentions.get("component", ())
    ):
        return False
    if pattern("worth_as_pay").search(sentence.cell.text, max(segment.start, at - _FRONT), at):
        return False
    if any(0 <= at - other.figure_end <= _IS for other in sentence.segments):
        return False  # `€4,000 a month is worth €51,840 a year`: the same in other words
    front = sentence.cell.text[max(0, at - 20) : at].rstrip()
    return not any(said.end() == len(front) for said in pattern("worth_itself").finditer(front))


def _near(gap: str) -> bool:
    return len(gap.split()) <= 4 and not re.search(r"[,;:.]", gap)


def unsocial(sentence: Sentence, index: int) -> Cell | None:
    """`and 60% for Sundays`, `$4 nights`: the hours for which a share or a small amount comes on top."""
    segment, text = sentence.segments[index], sentence.cell.text
    found = pattern("unsocial").search(text, segment.figure_end, segment.end)
    if found is not None and len(text[segment.figure_end : found.start()].split()) <= LONGEST_DESCRIPTION:
        return sentence.cell.cut(*found.span())
    for found in pattern("unsocial").finditer(text, segment.start, segment.figure_start):
        if _HOURS_FIRST.fullmatch(text, found.end(), segment.figure_start):
            return sentence.cell.cut(*found.span())
    return None


def alike(sentence: Sentence, index: int) -> Label | None:
    """The difference that the figure in front is, where this one is another of it (`a card is worth $9, a badge maybe $4`)."""
    figure, text = sentence.figures[index], sentence.cell.text
    if not index or is_the_rest(sentence, index):
        return None
    if (hours := _another_hour(sentence, index)) is not None:
        return Read("above", hours)
    before = sentence.segments[index - 1]
    differs = difference(sentence, index - 1)
    if differs is None or rise(sentence, index - 1) or settled(sentence, index - 1):
        return None
    gap = sentence.gap(index)
    if figure.unit == "percent":
        in_money = sentence.figures[index - 1].unit == "currency" and gap.strip() == "("
        near = (len(gap) <= LONGEST_GAP and "." not in gap) or _ONE_MORE.fullmatch(gap) is not None
        near = near or _TO_WHAT.search(gap) is not None
        also = sentence.figures[index - 1].unit == "percent" and near
        return differs if in_money or also else None
    if ALSO.fullmatch(gap) is not None and not sentence.own("component", index):
        return differs
    named = [*sentence.own("skill", index), *sentence.own("education", index)]
    worth = _IS_WORTH.search(text, before.start, before.figure_start) is not None
    adds = _SKILL_ADDS.fullmatch(gap) is not None and not sentence.own("component", index)
    return differs if (worth or adds) and any(not sentence.behind(index, m) for m in named) else None


def _another_hour(sentence: Sentence, index: int) -> Cell | None:
    """`Premiums are $0.70/hr for evenings and $3.50/hr for nights`: the hours for which another small amount comes on top."""
    figure, first = sentence.figures[index], sentence.segments[0].figure_start
    small = figure.period == "hour" and (figure.high or 0) < LEAST_OF_AN_HOUR
    said = any(m.value == "premium" and m.end <= first for m in sentence.mentions.get("component", ()))
    return unsocial(sentence, index) if small and said else None


def than_another(sentence: Sentence, index: int) -> bool:
    """`RSU grants 10-20% above standard ranges`, `25% larger than those of banks`: how much more a part is than another."""
    text, end = sentence.cell.text, sentence.segments[index].figure_end
    return pattern("more_than_another").match(text, end + text.startswith(" ", end)) is not None
