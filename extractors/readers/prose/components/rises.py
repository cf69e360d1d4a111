"""Figures that say by how much the pay of the same people rises; a difference between people is no rise."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from normalizers.periods import SHORT
from schemas import Cell
from schemas.wordings import pattern

_AND_MORE = re.compile(r"\s?(?:plus|\+)\s(?:another\s|a further\s|an extra\s)?", re.IGNORECASE)
"""`2.5% plus $0.35 per hour`: no pay is a percent and so much an hour, and rises are."""
_OR_ELSE = re.compile(r"[^.;:]{0,25}?[,(\s]\s?or (?:(?:at least|a minimum of|a flat|by) )?", re.IGNORECASE)
_NEAR = 40
"""Characters in front of an amount within which words say that pay has grown by it."""
_AGAIN = re.compile(r"\s?(?:\(|,?\sor\s|,\s)(?:~|about\s|around\s)?")
"""Between an amount and the same in percent, or the other way round."""
_SPACE = re.compile(r"\)?,?\s?")
_FROM_OR_TO = re.compile(r"\s(?:from|to)\s")
"""`a raise from £31,000 to £34,000`: what pay was and what it became, and by how much it rose stands nowhere."""


def rise(sentence: Sentence, index: int, group: str = "raise") -> Cell | None:
    """The words of a rise in one person's pay near a percent; a difference between people is no rise.

    Amounts are raises only with the words of `raise_money`.
    """
    segment, text = sentence.segments[index], sentence.cell.text
    if (sentence.figures[index].unit == "percent") != (group == "raise"):
        return None
    for found in pattern(group).finditer(text, segment.start, segment.end):
        gap = (
            text[segment.figure_end : found.start()]
            if found.start() >= segment.figure_end
            else text[found.end() : segment.figure_start]
        )
        if group == "raise_money" and _FROM_OR_TO.match(gap) is not None:
            continue
        if len(gap.split()) <= 5:
            return sentence.cell.cut(*found.span())
    return None


def settled(sentence: Sentence, index: int) -> Cell | None:
    """The words by which a difference is one from what the same people got before (`the contract lifts pay by 6%`)."""
    segment, text = sentence.segments[index], sentence.cell.text
    before = pattern("than_before").search(text, segment.figure_end, segment.end)
    if before is not None:
        return sentence.cell.cut(*before.span())
    if _goes_on_rising(sentence, index) or _rises_in_money(sentence, index):
        return sentence.cell.cut(segment.figure_start, segment.figure_end)
    for found in pattern("raised_by").finditer(text, segment.start, segment.figure_start):
        if text[found.end() : segment.figure_start].strip(" *_~") == "" and pattern("settlement").search(
            text
        ):
            return sentence.cell.cut(*found.span())
    return None


def instead(sentence: Sentence, index: int) -> Cell | None:
    """`3.2% for everyone, or £950 if that was more`, `£950 or 3.2%, whichever is greater`: the same rise in money."""
    segment = sentence.segments[index]
    own = sentence.cell.cut(segment.figure_start, segment.figure_end)
    if _or_in_percent(sentence, index + 1):
        return own
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    gap = sentence.gap(index)
    alone = not sentence.mentions.get("component")  # `10% commission plus $25 per hour`
    if alone and _AND_MORE.fullmatch(gap) is not None and sentence.figures[index].period in SHORT:
        return own
    return own if _OR_ELSE.fullmatch(gap) and rise(sentence, index - 1) is not None else None


def _or_in_percent(sentence: Sentence, index: int) -> bool:
    """Whether a figure is a percent that somebody gets instead of the amount in front of it, if it is more."""
    if index == len(sentence.figures) or sentence.figures[index].unit != "percent":
        return False
    segment, text = sentence.segments[index], sentence.cell.text
    more = pattern("whichever_is_more").match(text, _behind(text, segment.figure_end))
    return more is not None and _OR_ELSE.fullmatch(sentence.gap(index)) is not None


def grown(sentence: Sentence, index: int) -> Cell | None:
    """`$81,200, up $3,100 (4%) from 2023`: what pay grew by since an earlier time, in money and again in percent."""
    text, segment = sentence.cell.text, sentence.segments[index]
    end, other = segment.figure_end, index + 1
    if other < len(sentence.figures) and _AGAIN.fullmatch(text[end : sentence.segments[other].figure_start]):
        end = sentence.segments[other].figure_end
    grows = pattern("grown_by").search(text, max(0, segment.figure_start - _NEAR), segment.figure_start)
    if grows is not None and pattern("since_before").match(text, _behind(text, end)) is not None:
        return sentence.cell.cut(*grows.span())
    again = index and _says_again(sentence, index) and not (index > 1 and _says_again(sentence, index - 1))
    return grown(sentence, index - 1) if again else None


def _says_again(sentence: Sentence, index: int) -> bool:
    """Whether a figure says the one in front of it again, in percent or in money."""
    figure, before = sentence.figures[index], sentence.figures[index - 1]
    return before.unit != figure.unit and _AGAIN.fullmatch(sentence.gap(index)) is not None


def _behind(text: str, end: int) -> int:
    found = _SPACE.match(text, end)
    return found.end() if found else end


def _goes_on_rising(sentence: Sentence, index: int) -> bool:
    """`by 20 per cent, while senior nurses get 12 per cent more`: another of the rises of which a sentence just told."""
    segment, text = sentence.segments[index], sentence.cell.text
    if (
        not index
        or sentence.figures[index].unit != "percent"
        or not pattern("more").match(text, segment.figure_end + 1)
    ):
        return False
    if re.match(r"\s\w+\sthan\b", text[segment.figure_end :]) is not None:
        return False
    return any(rise(sentence, other) is not None for other in range(index))


def _rises_in_money(sentence: Sentence, index: int) -> bool:
    """`rose 3.6% (+$1.24 to $36.05)`: the rise in front of the bracket, in money."""
    if not index or sentence.figures[index].sign <= 0 or sentence.figures[index - 1].unit != "percent":
        return False
    return sentence.gap(index).strip() == "(" and rise(sentence, index - 1) is not None
