"""Labels of a sentence that stand behind the figure they belong to, without being tied to it."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import WHO, Sentence, attached, group, is_aside
from schemas import Mention

_IS_PAID = re.compile(
    r"\s(?:(?:will|would|can|may)\s)?(?:be|is|are|was|were|gets?|earns?|makes?|pays?|reach(?:es)?)\s(?:about\s|around\s)?"
)
_TOUCHING = re.compile(r"\s(?:(?:about|around|roughly|up to)\s)?")
_OR = re.compile(r",\s+or\s+(?:up to\s+)?[$€£₹]")
_CLAUSE = re.compile(r";|[,)]\s(?:but|while|whereas|though|yet|where|which)\s|\.\s")


def trailing(sentence: Sentence, kind: str, index: int) -> list[Mention]:
    """What is said behind the figure without being tied to it, in its own segment or in a later one."""
    if not sentence.mentions.get(kind):
        return []
    for other in range(index, len(sentence.segments)):
        found = [m for m in sentence.own(kind, other) if other > index or sentence.behind(index, m)]
        # `$41,000 for a clerk to $265,400 for a VP`: what is tied to a later figure is that one's.
        if other > index and kind in WHO and attached(sentence, kind, other):
            continue
        if other > index:
            found = [m for m in found if not is_aside(sentence, other, m)]
            found = [m for m in found if kind != "place" or not _leads_to(sentence, index, other, m)]
        # `from $52,000 to $60,000, and the top step will be $118,500`: a later figure's own level.
        if other > index and kind in ("level", "experience"):
            end = sentence.segments[other].figure_start
            found = [m for m in found if not _IS_PAID.fullmatch(sentence.cell.text, m.end, max(m.end, end))]
        # `up to $143,796, or $153,490 in inner London`: the other one's place.
        if other > index and kind == "place" and _is_alternative(sentence, index):
            continue
        # `a bonus of 5%, managers 10%`: those right in front of a later figure are the ones it is about.
        if other > index and kind in WHO:
            end = sentence.segments[other].figure_start
            found = [m for m in found if not _TOUCHING.fullmatch(sentence.cell.text, m.end, max(m.end, end))]
        if found:
            return group(sentence, kind, found[0])
    return []


def _leads_to(sentence: Sentence, index: int, other: int, place: Mention) -> bool:
    """`below the median ($172K), but strong in Atlanta, where it is $146K`: behind a clause, the place is that of the next amount."""
    if place.end > sentence.segments[other].figure_start:
        return False
    return _CLAUSE.search(sentence.cell.text, sentence.segments[index].figure_end, place.start) is not None


def _is_alternative(sentence: Sentence, index: int) -> bool:
    behind = sentence.segments[index].figure_end
    return _OR.match(sentence.cell.text, behind) is not None
