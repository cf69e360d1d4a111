"""Which label of a sentence belongs to which figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.readers.prose.segments import Segment, segments
from normalizers.levels import TO_AN_AMOUNT
from schemas import Cell, Figure, Mention
from schemas.wordings import pattern

_LIST_GAP = re.compile(r"\s*(?:,|/|\||&|→|->|–|—|-|\+)?\s*(?:and|or|&|to)?\s*", re.IGNORECASE)
_ATTACHING = re.compile(
    r"[\s\"”’)*_`]*(?:in|for|at|as|within|across|among|around|near|with|under|to|of|through)\s+(?:[\w'’-]+\s+){0,3}",
    re.IGNORECASE,
)
_BRACKET_OF_NAMES = re.compile(r"\s?\((?:(?:at|from|by|e\.g\.,?|like|via)\s)?|\s")
"""`$290K (competing with Anthropic)` is not what Anthropic pays."""
_NOTE = re.compile(r"\s?\(\d{1,2}(?:st|nd|rd|th)[^()$€£₹]{0,30}\)")
"""`$47,000 (25th percentile)`"""
_BRACKET = re.compile(r"\s?\([^()]{0,60}|\s")
_WITH = re.compile(r"\s(?:with|at|after|for)\s(?:about\s|around\s)?", re.IGNORECASE)
_TOUCHING_NOUN = re.compile(r"\s*(?:[-–—]\s?)?(?:(?:in|as|annual|total|of)\s+){0,2}")
_STATISTIC_BEHIND = re.compile(
    r"\s+(?:(?:annual|national|us|base)\s+)?(?:median|average|mean|\d{1,2}(?:st|nd|rd|th)\b|p\d\d\b)",
    re.IGNORECASE,
)
_BAR, _BARS = " | ", 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = ("place", "company", "role")
WHO = ("role", "level", "experience")
"""Kinds of labels that say who is paid."""
_PLACED = ("place", "company")
_OFFER_ENDS = re.compile(r";|,? (?:or|versus|vs\.?) (?=[$€£₹\d])")
_OPENS_MARK = (" ", "[", *"*†‡¹²³⁴⁵⁶⁷⁸⁹")
_FOOTNOTE = re.compile(
    r"\s?\[\^?(?:\d{1,3}|[a-z]|source)\](?:\[\d{1,3}\])*|[¹²³⁴-⁹⁰]{1,3}|[*†‡]{1,2}(?![\w*])"
)


@dataclass(slots=True)
class Sentence:
    """A sentence with what was found in it; all offsets are offsets in `cell.text`."""

    cell: Cell
    figures: list[Figure]
    mentions: dict[str, list[Mention]]
    segments: list[Segment] = field(init=False)

    def __post_init__(self) -> None:
        spans = [self._with_mark(*offsets(self.cell, figure)) for figure in self.figures]
        names = [(m.start, m.end) for kind in _NAMES for m in self.mentions.get(kind, ())]
        self.segments = segments(self.cell.text, spans, [self.touched(end) for _, end in spans], names)
        if len(self.figures) == 1 and self.figures[0].unit == "percent":
            self.segments = [_own_part(self.cell.text, self.segments[0])]

    def _with_mark(self, start: int, end: int) -> tuple[int, int]:
        """A figure and the mark of a footnote behind it (`$120K[1]`, `$120K¹`), which parts it from no word."""
        mark = _FOOTNOTE.match(self.cell.text, end) if self.cell.text[end : end + 1] in _OPENS_MARK else None
        return start, end if mark is None else mark.end()

    def gap(self, index: int) -> str:
        """The text between the figure in front of the one at `index` and that one."""
        return self.cell.text[self.segments[index - 1].figure_end : self.segments[index].figure_start]

    def touched(self, end: int) -> int:
        """Where the component or the bracket that touches a figure from behind ends (`$15,000 signing bonus`)."""
        if (bracket := _NOTE.match(self.cell.text, end)) is not None:
            return bracket.end()
        for group in ("more", "less"):
            # `18% lower than the men's £4.61m`: what says how the figure compares is the figure's.
            if (compared := pattern(group).match(self.cell.text, end + 1)) is not None:
                return compared.end()
        for mention in self.mentions.get("experience", ()):
            # `€58,000 with 2-4 years`
            if mention.start >= end and _WITH.fullmatch(self.cell.text, end, mention.start):
                return mention.end
        for mention in self.mentions.get("level", ()):
            # `£22,000 starter to £45,000 experienced`
            if mention.start == end + 1 and TO_AN_AMOUNT.match(self.cell.text, mention.end):
                return mention.end
        for mention in self.mentions.get("component", ()):
            if mention.start >= end and _TOUCHING_NOUN.fullmatch(self.cell.text, end, mention.start):
                return mention.end
        return end

    def is_end_of_a_career(self, index: int) -> bool:
        """Whether a figure is one of two that lead from one level to another (`£22,000 starter to £45,000 experienced`)."""
        first, other = (index, index + 1) if index + 1 < len(self.segments) else (index - 1, index)
        if first < 0 or not self.mentions.get("level"):
            return False
        ends = {self.segments[first].figure_end, self.segments[other].figure_end}
        behind = sum(m.start - 1 in ends for m in self.mentions["level"])
        gap = self.cell.text[self.segments[first].figure_end : self.segments[other].figure_start]
        return behind == len(ends) and gap.endswith((" to ", " - ", " – ", " — "))

    def own(self, kind: str, index: int) -> list[Mention]:
        """The mentions of a kind in the segment of a figure, in order."""
        found = self.mentions.get(kind)
        if not found:
            return []
        start, end = self.segments[index].start, self.segments[index].end
        return [m for m in found if start <= m.start and m.end <= end]

    def between(self, index: int, mention: Mention) -> str:
        """The text between a figure and a mention."""
        segment = self.segments[index]
        if mention.start >= segment.figure_end:
            return self.cell.text[segment.figure_end : mention.start]
        return self.cell.text[mention.end : segment.figure_start]

    def behind(self, index: int, mention: Mention) -> bool:
        """Whether a mention stands behind the figure."""
        return mention.start >= self.segments[index].figure_end


def _own_part(text: str, segment: Segment) -> Segment:
    """`Equity-Heavy | Merger with Acme | +10% Senior Premium`: of lines of sayings between bars, a percent is about its own."""
    start, end = text.rfind(_BAR, 0, segment.figure_start) + len(_BAR), text.find(_BAR, segment.figure_end)
    end = len(text) if end < 0 else end
    says = len(_WORD.findall(text[segment.figure_end : end])) > 1
    if text.count(_BAR) < _BARS or not says or start < len(_BAR):
        return segment
    return replace(segment, start=max(start, segment.start), end=min(end, segment.end))


def offsets(cell: Cell, figure: Figure) -> tuple[int, int]:
    """Where a figure that was found in a cell stands in the cell's own text."""
    if cell.places is None:
        start = figure.cell.start - cell.start
    else:
        start = next(i for i, place in enumerate(cell.places) if place[0] >= figure.cell.start)
    return start, start + len(figure.cell.text)


def nearest(sentence: Sentence, index: int, mentions: Iterable[Mention]) -> Mention | None:
    """The mention nearest to a figure; of two equally near ones the earlier."""
    segment = sentence.segments[index]

    def distance(mention: Mention) -> int:
        if mention.start >= segment.figure_end:
            return mention.start - segment.figure_end
        return segment.figure_start - mention.end

    return min(mentions, key=distance, default=None)


def attached(sentence: Sentence, kind: str, index: int) -> list[Mention]:
    """What a preposition ties to the figure from behind (`$180K for mid-level engineers`, `$193k in New York`)."""
    if kind not in sentence.mentions:
        return []
    found = _tied(sentence, kind, index)
    return found or (_tied(sentence, kind, index + 1) if _is_said_twice(sentence, index) else [])


def _tied(sentence: Sentence, kind: str, index: int) -> list[Mention]:
    for mention in sentence.own(kind, index):
        touched = sentence.touched(sentence.segments[index].figure_end)
        # `$1.38M base for a Member of Technical Staff`: what touches the figure stands between.
        gap = (
            sentence.cell.text[touched : mention.start]
            if mention.start >= touched
            else sentence.between(index, mention)
        )
        bracket = _BRACKET_OF_NAMES if kind in ("company", "employer_group") else _BRACKET
        if sentence.behind(index, mention) and (_ATTACHING.fullmatch(gap) or bracket.fullmatch(gap)):
            return group(sentence, kind, mention)
    return []


def _is_said_twice(sentence: Sentence, index: int) -> bool:
    """`£165K / $215K in London`: an amount in two currencies, of which the second has what belongs to both."""
    if index + 1 >= len(sentence.segments):
        return False
    this, other = sentence.figures[index : index + 2]
    return sentence.gap(index + 1).strip() == "/" and None is not this.currency != other.currency is not None


def leading(sentence: Sentence, kind: str, index: int) -> list[Mention]:
    """What the figure's own segment, or an earlier one, says in front of it."""
    if not sentence.mentions.get(kind):
        return []
    own = [m for m in sentence.own(kind, index) if not sentence.behind(index, m)]
    if own:
        return group(sentence, kind, own[-1])
    for other in range(index - 1, -1, -1):
        earlier = [
            m
            for m in sentence.own(kind, other)
            if not _only_there(sentence, m) and not is_aside(sentence, other, m)
        ]
        if kind in WHO and earlier and _is_one_of_a_list(sentence, index, other, earlier):
            continue
        if earlier and kind in _PLACED and _has_its_own(sentence, kind, index, earlier[-1]):
            return []
        if earlier:
            return group(sentence, kind, _subject_of(sentence, other, earlier))
    return []


def _is_one_of_a_list(sentence: Sentence, index: int, other: int, earlier: Sequence[Mention]) -> bool:
    """`5% at newly qualified, 10-15% for finance managers`: each figure has its own people, tied to it from behind."""
    tied = {id(m) for kind in WHO for m in attached(sentence, kind, other)}
    return all(id(m) in tied for m in earlier) and any(attached(sentence, kind, index) for kind in WHO)


def _has_its_own(sentence: Sentence, kind: str, index: int, earlier: Mention) -> bool:
    """`$170K base with $90K RSUs in Boston; $180K base with $95K RSUs in Leeds`: each offer ends with where it holds."""
    text, figure = sentence.cell.text, sentence.segments[index]
    if not any(
        s.figure_end <= earlier.start and s.holds(earlier.start, earlier.end) for s in sentence.segments
    ):
        return False
    end = _OFFER_ENDS.search(text, figure.figure_end)
    stop = len(text) if end is None else end.start()
    return _OFFER_ENDS.search(text, earlier.end, figure.figure_start) is not None and any(
        figure.figure_end <= m.start and m.end <= stop for m in sentence.mentions[kind]
    )


def is_aside(sentence: Sentence, index: int, mention: Mention) -> bool:
    """`start at £41,700 (£45,400 in London)`: what stands in brackets with a figure of its own is about that one."""
    segment, text = sentence.segments[index], sentence.cell.text
    opened = text.rfind("(", 0, segment.figure_start)
    if opened < 0 or ")" in text[opened : segment.figure_start]:
        return False
    closed = text.find(")", segment.figure_end)
    return opened < mention.start and (closed < 0 or mention.end <= closed)


def _only_there(sentence: Sentence, mention: Mention) -> bool:
    """`exceeding the software developer median`: the title says whose median, and not who is spoken of."""
    return mention.kind == "role" and _STATISTIC_BEHIND.match(sentence.cell.text, mention.end) is not None


def _subject_of(sentence: Sentence, index: int, mentions: Sequence[Mention]) -> Mention:
    """Of an earlier segment, what stands before its figure is the subject that goes on."""
    before = [m for m in mentions if not sentence.behind(index, m)]
    return before[-1] if before else mentions[0]


def group(sentence: Sentence, kind: str, chosen: Mention) -> list[Mention]:
    """The enumeration that a mention is part of (`Austin, Denver, and Research Triangle Park`)."""
    every = sorted(sentence.mentions.get(kind, ()), key=lambda m: m.start)
    if kind == "role":
        # Two titles with figures of their own are two subjects, however they are joined.
        own = next((s for s in sentence.segments if s.holds(chosen.start, chosen.end)), None)
        every = [m for m in every if own is None or own.holds(m.start, m.end)]
    first = last = every.index(chosen)
    while first > 0 and _joined(sentence, every[first - 1], every[first]):
        first -= 1
    while last + 1 < len(every) and _joined(sentence, every[last], every[last + 1]):
        last += 1
    return every[first : last + 1]


def _joined(sentence: Sentence, left: Mention, right: Mention) -> bool:
    return _LIST_GAP.fullmatch(sentence.cell.text, left.end, right.start) is not None
