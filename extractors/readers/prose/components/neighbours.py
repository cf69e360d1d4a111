"""What the other figures of a sentence say of one that is not named itself."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.differences import ALSO, difference
from extractors.readers.prose.components.words import (
    PARTS_ONLY,
    SHARES,
    Component,
    official,
    own_component,
    value_of,
)
from schemas import Cell, Inferred, Mention
from schemas.wordings import alternatives, pattern

_INCLUDING = re.compile(
    r"[\s)*_+,(]*(?:all-in,?\s+|(?:in|for)\s20\d\d,?\s+|last\syear,?\s+)?(?:including|incl\.?|inclusive\sof)\s+(?:(?:the|all|any|an?|your|their|annual|some)\s+)?",
    re.IGNORECASE,
)
_IN_TOTAL = re.compile(r"\s((?:in )?total)(?=[,.;)]|\s*\(|\s*$)", re.IGNORECASE)
_PACKAGE_WITH = re.compile(
    r"\b(?:with|including|counting|adding|add in)\s[^.;:]{3,60}?(?P<whole>\b(?:packages?|totals?|take[- ]home|gross)\b)[^.;:,]{0,25}$",
    re.IGNORECASE,
)
"""`with allowances and overtime the package is usually $41,000`"""
_WORKED = (
    rf"with\s(?:[\w-]+\s){{0,7}}(?:{alternatives('worked_for')})\b(?! (?:{alternatives('not_worked_for')}))"
)
_WORKED_BEFORE = re.compile(rf"\b{_WORKED}[^.;:$€£₹(]{{0,60}}$", re.IGNORECASE)
_WORKED_BEHIND = re.compile(rf"[^.;:$€£₹()]{{0,20}}\s(?P<words>{_WORKED})", re.IGNORECASE)
"""`With the OT he cleared $148k`, `I made $91,400 last year with 540 hours of overtime`"""
LEAST_WHOLE = 5_000
"""No pay by the hour, to which overtime is added, is so high."""
_COMES_TO = re.compile(
    r"^[^.;()]{0,40}\((?:[a-z]{2,12}\s){0,2}~?$"
    rf"|,\s(?:{alternatives('comes_to')})\s(?:[a-z]{{2,12}}\s){{0,2}}~?$",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"[:,]?\s(?:(?:about|around|roughly|nearly|just|over|only|some|a|nearer)\s){0,2}")
_OF_WHAT = re.compile(r"\s(?:of|on)\s(?:[\w-]+\s){0,2}(?:base|salary|pay)\s?\(~?", re.IGNORECASE)
_WHOLE_OF_IT = re.compile(r"\s(?:in\s)?total(?=[,.;)]|\sover\b|\s\()", re.IGNORECASE)
_GUARANTEED = re.compile(
    r"\s(?:first[- ]year\s|year[- ]one\s)?(?P<word>guarantee(?:d|s)?)(?=[.,;:)”\"]|\s(?:and|plus|with|for)\b|\s*$)",
    re.IGNORECASE,
)
SUMMED = 2
"""So many amounts in front can have a sum."""
_EQUALS = re.compile(r"[^$€£₹¥=;.]{0,30}\s(?P<equals>=|equals)\s?(?:~|about\s|roughly\s)?", re.IGNORECASE)
_ADDED = re.compile(r"\+|\b(?:plus|with|and)\b", re.IGNORECASE)
_OR = re.compile(r",?\sor\s(?:(?:even|up to|as much as|about)\s)?", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\s(?:for|in|at)\s(?!(?:base|cash|equity|stock|total|salary|bonus)\b)", re.IGNORECASE)
_ON = re.compile(
    r"s?\s(?:(?:who (?:is|are)|[\w-]+ed|here|there|now)\s)?on\s(?:(?:about|around|just|only|roughly)\s)?",
    re.IGNORECASE,
)
_GAP_WORDS = ("gap", "disparity", "difference", "penalty")


def whole(sentence: Sentence, index: int) -> Cell | None:
    """`$500K+ including equity`, `$530,000 in total,`: what a part is included in is the whole."""
    segment = sentence.segments[index]
    if sentence.figures[index].unit != "currency":
        return None
    if (packed := _PACKAGE_WITH.search(sentence.cell.text, segment.start, segment.figure_start)) is not None:
        return sentence.cell.cut(*packed.span("whole"))
    if (worked := _worked(sentence, index)) is not None:
        return worked
    if (said := _IN_TOTAL.match(sentence.cell.text, segment.figure_end)) is not None:
        return sentence.cell.cut(*said.span(1))
    if (
        summed := _sum(sentence, index) or _all_together(sentence, index) or _grosses(sentence, index)
    ) is not None:
        return summed
    for mention in sentence.mentions.get("component", ()):
        gap = sentence.cell.text[segment.figure_end : mention.start]
        if mention.start > segment.figure_end and mention.value != "total" and _INCLUDING.fullmatch(gap):
            return mention.cell
    return None


def _worked(sentence: Sentence, index: int) -> Cell | None:
    """The words that say what a year's pay was made with beside the base."""
    segment, figure, text = sentence.segments[index], sentence.figures[index], sentence.cell.text
    if figure.period in ("hour", "day", "week") or (figure.high or figure.low or 0) < LEAST_WHOLE:
        return None
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
        if _NEARLY.fullmatch(sentence.cell.text, found.end(), at):
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
        if _NEARLY.fullmatch(text, found.end(), at):
            return sentence.cell.cut(*found.span())
    return None


def _grosses(sentence: Sentence, index: int) -> Cell | None:
    """`Good ones gross $90,000`: what somebody makes with everything; a monthly `gross €3,400` is only before tax."""
    text, segment = sentence.cell.text, sentence.segments[index]
    for found in pattern("grosses").finditer(text, max(0, segment.figure_start - 60), segment.figure_start):
        if _NEARLY.fullmatch(text, found.end(), segment.figure_start):
            return sentence.cell.cut(*found.span())
    return None


def is_of_the_percent(sentence: Sentence, index: int) -> bool:
    """`30% of base ($82K at $275K base)`: whether an amount in brackets is what the percent in front of it comes to."""
    if (
        not index
        or sentence.figures[index - 1].unit != "percent"
        or sentence.figures[index].unit != "currency"
    ):
        return False
    return _OF_WHAT.fullmatch(_between(sentence, index)) is not None


def is_whole_of_it(sentence: Sentence, index: int) -> bool:
    """`$140K/year ($560K total)`: whether an amount in brackets is all the years of the one in front of it."""
    if not index or not sentence.figures[index - 1].period or sentence.figures[index].unit != "currency":
        return False
    behind = _WHOLE_OF_IT.match(sentence.cell.text, sentence.segments[index].figure_end)
    return _between(sentence, index).strip() == "(" and behind is not None


def _between(sentence: Sentence, index: int) -> str:
    start, end = sentence.segments[index - 1].figure_end, sentence.segments[index].figure_start
    return sentence.cell.text[start:end]


def guaranteed(sentence: Sentence, index: int) -> Component | None:
    """`$215K base with $130K guaranteed`: what is guaranteed beside a salary is a bonus."""
    if not index or sentence.figures[index].unit != "currency":
        return None
    found = _GUARANTEED.match(sentence.cell.text, sentence.segments[index].figure_end)
    before = own_component(sentence, index - 1)
    if found is None or before is None or value_of(sentence, before) != "base":
        return None
    return Component(Inferred("bonus", sentence.cell.cut(*found.span("word"))))


def in_money(sentence: Sentence, index: int) -> Component | None:
    """`profit sharing of 6% ($11,200 in my case)`: the amount that a percent just stated comes to."""
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    before = sentence.segments[index - 1]
    gap = sentence.cell.text[before.figure_end : sentence.segments[index].figure_start]
    named = own_component(sentence, index - 1)
    if named is None or _COMES_TO.search(gap) is None:
        return None
    value = value_of(sentence, named)
    return Component(Inferred(value, named.cell), named) if value in SHARES else None


def is_plain_pay(sentence: Sentence, index: int) -> bool:
    """`A senior QS on $52,000`, `my first contract was £50 a week`: what somebody is paid, also below a heading about bonuses."""
    text, at = sentence.cell.text, sentence.segments[index].figure_start
    for found in pattern("plain_pay_before").finditer(text, max(0, at - 60), at):
        if _NEARLY.fullmatch(text, found.end(), at):
            return True
    who = [m for kind in ("role", "level") for m in sentence.mentions.get(kind, ()) if m.end <= at]
    return any(_ON.fullmatch(text, m.end, at) for m in who)


def _slashed(sentence: Sentence, index: int) -> Mention | None:
    """What names the second of two amounts with a slash between them, where it is neither base nor total.

    `$255K / $420K RSU` is a salary and a grant, `€105K / $170K equity` one grant in two currencies.
    """
    if index + 1 >= len(sentence.figures):
        return None
    gap = sentence.cell.text[sentence.segments[index].figure_end : sentence.segments[index + 1].figure_start]
    named = own_component(sentence, index + 1)
    if gap.strip() not in ("/", "+") or named is None or not sentence.behind(index + 1, named):
        return None
    return named if value_of(sentence, named) in ("equity", "bonus") else None


def _is_gap(mention: Mention) -> bool:
    """Whether a percent is a gap (`The pay gap was 8.9%, down from 9.1%`)."""
    return mention.cell.text.lower().endswith(_GAP_WORDS)


def _says_another(sentence: Sentence, index: int) -> bool:
    """`A puts total pay at $160K, and B says $122K`: nobody knows what B counts."""
    own = [
        m
        for m in sentence.own("attribution", index)
        if not sentence.behind(index, m) and "mark" not in m.data
    ]
    earlier = [m for m in sentence.mentions.get("attribution", ()) if m.end <= sentence.segments[index].start]
    return bool(own) and any("mark" not in m.data for m in earlier)


def named_elsewhere(sentence: Sentence, index: int, unit: str = "currency") -> Component | None:
    """What another figure of the same sentence is, where this one says nothing of its own."""
    if unit == "currency" and (named := _slashed(sentence, index)) is not None:
        after = sentence.figures[index + 1]
        if after.unit == "currency" and after.currency != sentence.figures[index].currency:
            return Component(Inferred(value_of(sentence, named) or "", named.cell), named)
        return Component(Inferred("base", named.cell), None)
    before = None if _says_another(sentence, index) else _named_before(sentence, index, unit)
    return before or (_named_behind(sentence, index) if unit == "currency" else None)


def _named_before(sentence: Sentence, index: int, unit: str) -> Component | None:
    """What the nearest figure in front is that says what it is; a premium or signing bonus is one of its own."""
    for other in range(index - 1, -1, -1):
        if sentence.figures[other].unit != unit or difference(sentence, other) is not None:
            continue
        strong = own_component(sentence, other)
        if unit == "currency" and (agency := official(sentence, other)) is not None and strong is None:
            return Component(Inferred("wage", agency))
        apart = strong is not None and value_of(sentence, strong) in ("premium", "signing_bonus")
        told = (
            (unit == "percent" and _is_gap(strong)) or _is_another(sentence, other, index)
            if strong
            else False
        )
        if strong is not None and (not apart or told):
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    return None


def _is_another(sentence: Sentence, other: int, index: int) -> bool:
    """`a sign-on of $15,000, or $25,000 in Rochester`, `$9,000 for nurses, $4,000 for aides`: one more of the same."""
    text, first, second = sentence.cell.text, sentence.segments[other], sentence.segments[index]
    if other + 1 != index:
        return False
    alternative = _OR.fullmatch(text, first.figure_end, second.figure_start) is not None
    alike = _FOR_WHOM.match(text, first.figure_end) and _FOR_WHOM.match(text, second.figure_end)
    listed = re.fullmatch(r"[^.;:()]{3,40}(?:,| and| or)\s", text[first.figure_end : second.figure_start])
    also = ALSO.fullmatch(text, first.figure_end, second.figure_start) is not None
    also = also and not sentence.own("component", index)
    return alternative or also or (alike is not None and listed is not None)


def _named_behind(sentence: Sentence, index: int) -> Component | None:
    """`between $1 in A and $2 in B in base salary`: named once, at the end."""
    text = sentence.cell.text
    for other in range(index + 1, len(sentence.figures)):
        if "\n" in text[sentence.segments[index].figure_end : sentence.segments[other].figure_start]:
            return None
        strong = own_component(sentence, other)
        if strong is None:
            continue
        if not sentence.behind(other, strong):
            return (
                None  # `$7,900 with an allowance of $2,000, so $9,900 altogether`: only the last is the whole
            )
        if value_of(sentence, strong) in PARTS_ONLY:
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    return None
