"""Whether a percent of a sentence is pay: a share of it, a rise in it, a difference between what people are paid."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.carried import Carried, is_another_gap
from extractors.readers.prose.components.differences import alike, difference
from extractors.readers.prose.components.stakes import stake, target
from extractors.readers.prose.components.takings import of_turnover
from extractors.readers.prose.components.words import own_component
from normalizers import not_pay
from schemas import Inferred
from schemas.row import Label, Value
from schemas.wordings import alternatives, pattern

_IN_FRONT, _BEHIND = 60, 40
_OF = re.compile(
    rf"[)*_`\"”’]*\sof\s(?P<whole>(?:(?!(?:{alternatives('no_whole')})\b)[\w'’./&-]+,?\s?){{0,4}})",
    re.IGNORECASE,
)
_WORTH = re.compile(r"\bworth\s(?:[a-z]+\s){0,2}$")
"""`A degree is worth 10-15% more`"""
_AHEAD = re.compile(r"\s(?:ahead of|behind) (?!(?:schedule|time|target|plan|inflation|in)\b)", re.IGNORECASE)
_UP = re.compile(r"[,;(]?\s?\bup (?:by )?$", re.IGNORECASE)
_AND_THEN = re.compile(
    r"(?: (?:this|next|last) year| (?:in|from|on) (?:[A-Z]\w+ )?(?:(?:19|20)\d\d|[A-Z]\w+))?"
    r"(?:,?\s(?:(?:and|or)\s)?(?:then\s)?(?:another\s|a further\s)?"
    r"|,?\s\(?(?:(?:down|up)(?: from)?|compared (?:with|to)|against|versus|vs\.?|after)\s"
    r"|\s\((?:(?:19|20)\d\d|last year|a year (?:ago|earlier)|previously)\s?[:=]?\s)",
    re.IGNORECASE,
)
"""`4% in May and 2%`, `4.6%, down from 7.2%`, `6.8% (2022: 12.1%)`: what stands between two percents of which the same is said."""
_MOST_JOINED = 6
"""Percents in front of one of which the same may be said."""
_HIGHER = re.compile(
    r"\s(?:above|below|higher|lower|more|less)(?:\s(?:than\s)?(?:the\s)?(?:[\w-]+\s){0,2}(?:average|median|mean)|[,.;)]|\s*$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?\(\s?[+–-]?$")

_WHOLES = ("total", "wage", "base")
"""What all amounts of a page may be, by what it says of them or by who publishes it."""


def may_be_pay(sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried) -> bool:
    """A percent is pay only where pay is spoken of: in its sentence, in the label or heading above it, or just before."""
    amounts = any(
        figure.unit == "currency" and not_pay.reason(figure, sentence.cell) is None
        for figure in sentence.figures
    )
    if carried.spoken is not None and carried.spoken.topic:
        return True
    if is_another_gap(sentence, carried) and not _is_share(sentence, index):
        return True
    said = pattern("pay").search(sentence.cell.text) is not None or own_component(sentence, index) is not None
    if stake(sentence, index) is not None or target(sentence, index) is not None:
        return True
    if amounts or said or _names_a_part(scope) or _compares(sentence, index) or of_turnover(sentence, index):
        return True
    if carried.amounts and _is_ahead(sentence, index):
        return True
    if _is_led_by_a_name(sentence, index, carried):
        return True
    led = _leads(sentence, index, carried) or _joined(sentence, index, carried)
    return (
        led or _says_what(sentence, index) or (carried.rises is not None and not _is_share(sentence, index))
    )


def is_told(
    sentence: Sentence, index: int, labels: Mapping[str, Value], scope: Mapping[str, Label], carried: Carried
) -> bool:
    """Whether anything says what a percent is; beside amounts of pay many a percent is none (`29%, median $88,000`)."""
    component = labels.get("component")
    if not isinstance(component, Inferred) or component.text != "other":
        return True
    if {"comparison", "applies_to"} & set(labels) or _names_a_part(scope) or "component" in carried.own:
        return True
    if _leads(sentence, index, carried) or _joined(sentence, index, carried):
        return True
    if _says_what(sentence, index) or _says_what(sentence, index, "percent_beside_pay"):
        return True
    if _is_share(sentence, index):
        return False
    topic = carried.spoken is not None and carried.spoken.topic
    return topic or carried.rises is not None or _goes_on(sentence, index)


def _names_a_part(scope: Mapping[str, Label]) -> bool:
    """Whether what stands above a percent says of which part of pay it is; of whole packages, or of wages, a percent is none."""
    part = scope.get("component")
    return part is not None and not (isinstance(part, Inferred) and part.text in _WHOLES)


def _compares(sentence: Sentence, index: int) -> bool:
    """`Leeds runs 10% lower`, `nurses get 6% more than`: a difference between people or places, where nothing else is spoken of."""
    end = sentence.segments[index].figure_start
    who = any(sentence.mentions.get(kind) for kind in ("role", "place", "level"))
    front = sentence.cell.text[max(0, end - _IN_FRONT) : end]
    who = who or any(pattern(group).search(front) is not None for group in ("group_gets", "expects_more"))
    worth = _WORTH.search(sentence.cell.text, max(0, end - _IN_FRONT), end) is not None
    who = who or (worth and bool(sentence.mentions.get("education")))
    # `PMP holders report a median that is 17% higher`
    said = (m for m in sentence.mentions.get("statistic", ()) if m.end <= end)
    who = who or any(m.value in ("mean", "median") for m in said)
    differs = difference(sentence, index) or alike(sentence, index)
    return who and differs is not None and not _is_share(sentence, index)


def _is_led_by_a_name(sentence: Sentence, index: int, carried: Carried) -> bool:
    """`Games: 10-20% above, if you know Unreal`: by how much those are paid more or less whom the label names."""
    led = (
        index == 0
        and carried.lead is not None
        and not sentence.cell.text[: sentence.segments[0].figure_start].strip(" *_~")
    )
    return (
        led
        and _HIGHER.match(sentence.cell.text, sentence.segments[0].figure_end) is not None
        and not _is_share(sentence, 0)
    )


def _is_ahead(sentence: Sentence, index: int) -> bool:
    """`From July we are 2.1 per cent ahead of the first`, behind what that one pays: by how much."""
    return _AHEAD.match(sentence.cell.text, sentence.segments[index].figure_end) is not None


def _says_what(sentence: Sentence, index: int, group: str = "percent_of_pay") -> bool:
    """Words of rises, offers or shares of pay near a percent, in its own part of the sentence."""
    segment, text = sentence.segments[index], sentence.cell.text
    before = text[max(segment.start, segment.figure_start - _IN_FRONT) : segment.figure_start]
    behind = text[segment.figure_end : min(segment.end, segment.figure_end + _BEHIND)]
    found = pattern(group).search(before) or pattern(group).search(behind)
    return found is not None and not _is_share(sentence, index)


def _leads(sentence: Sentence, index: int, carried: Carried) -> bool:
    """Whether the label in front of a sentence says what its first percent is (`Average salary hike: 40%`)."""
    if index or carried.lead is None or _is_share(sentence, index):
        return False
    return pattern("percent_of_pay").search(carried.lead.text) is not None


def _joined(sentence: Sentence, index: int, carried: Carried) -> bool:
    """`The panel awarded 3% and then 2.25%`: another percent of which the same is said."""
    for before in range(index - 1, max(-1, index - 1 - _MOST_JOINED), -1):
        start, end = sentence.segments[before].figure_end, sentence.segments[before + 1].figure_start
        alike = sentence.figures[before].unit == "percent"
        if not alike or _AND_THEN.fullmatch(sentence.cell.text, start, end) is None:
            return False
        if _says_what(sentence, before) or _leads(sentence, before, carried):
            return True
    return False


def _is_share(sentence: Sentence, index: int) -> bool:
    """`64% of you`, `46% have`: how many do something. What is a part of pay says of what pay."""
    segment, text = sentence.segments[index], sentence.cell.text
    if pattern("share_does").match(text, segment.figure_end + 1) is not None:
        return True
    whole = _OF.match(text, segment.figure_end)
    return whole is not None and pattern("whole_of_pay").search(whole["whole"]) is None


def _goes_on(sentence: Sentence, index: int) -> bool:
    """A percent behind another one that is told (`rise by 2.2% in May and by a further 2.5%`), or behind an amount it restates."""
    segment, text = sentence.segments[index], sentence.cell.text
    before = text[: segment.figure_start]
    if index and (_BRACKET.search(before) or _UP.search(before)):
        return sentence.figures[index - 1].unit == "currency"
    told = (n for n in range(index) if sentence.figures[n].unit == "percent")
    return any(_says_what(sentence, n, "percent_beside_pay") for n in told)
