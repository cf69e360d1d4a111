"""Percents of what somebody earns for others: of profit, or of what they bring in themselves."""

from __future__ import annotations

from extractors.readers.prose.binding import Sentence
from schemas import Cell
from schemas.wordings import pattern

_LED = 40
"""Characters in front of a percent in which it is said that somebody is paid so (`on commission, mostly `)."""


def of_profit(sentence: Sentence, index: int) -> Cell | None:
    """`1-3% of your pod's net PnL`: the words by which a percent is a part of what is earned with somebody's work."""
    found = pattern("of_profit").match(sentence.cell.text, sentence.segments[index].figure_end)
    return sentence.cell.cut(*found.span()) if found is not None else None


def of_turnover(sentence: Sentence, index: int) -> Cell | None:
    """`keep 35-40% of what they bill`, `paid 30% of collections`: the words by which a percent is a part of what somebody brings in."""
    text, segment = sentence.cell.text, sentence.segments[index]
    behind = segment.figure_end + text.startswith(" ", segment.figure_end)
    found = pattern("of_turnover").match(text, behind)
    if found is None:
        return None
    start = sentence.segments[index - 1].figure_end if index else 0
    start = min(segment.start, max(start, segment.figure_start - _LED))
    paid = pattern("turnover_is_paid").search(text, start, segment.figure_start) is not None
    if not paid and not found.group().lstrip().startswith("cut "):
        return None
    return sentence.cell.cut(*found.span())
