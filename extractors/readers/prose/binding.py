"""Which label of a sentence belongs to which figure.

The order is always the same: a label that touches the figure, one in the figure's own segment, one that an earlier
segment said and nobody took back, one that only a later segment says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.readers.prose.segments import Segment, segments
from schemas import Cell, Figure, Mention

_LIST_GAP = re.compile(r"\s*(?:,|/|\||&|→|->|–|—|-|\+)?\s*(?:and|or|&|to)?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Sentence:
    """A sentence with what was found in it; all offsets are offsets in `cell.text`."""

    cell: Cell
    figures: list[Figure]
    mentions: dict[str, list[Mention]]
    segments: list[Segment] = field(init=False)

    def __post_init__(self) -> None:
        self.segments = segments(self.cell.text, [offsets(self.cell, figure) for figure in self.figures])

    def own(self, kind: str, index: int) -> list[Mention]:
        """The mentions of a kind in the segment of a figure, in order."""
        segment = self.segments[index]
        return [m for m in self.mentions.get(kind, ()) if segment.holds(m.start, m.end)]

    def between(self, index: int, mention: Mention) -> str:
        """The text between a figure and a mention."""
        segment = self.segments[index]
        if mention.start >= segment.figure_end:
            return self.cell.text[segment.figure_end : mention.start]
        return self.cell.text[mention.end : segment.figure_start]

    def before(self, index: int) -> str:
        """The part of a figure's segment in front of it."""
        segment = self.segments[index]
        return self.cell.text[segment.start : segment.figure_start]

    def after(self, index: int) -> str:
        """The part of a figure's segment behind it."""
        segment = self.segments[index]
        return self.cell.text[segment.figure_end : segment.end]


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


def subject(sentence: Sentence, kind: str, index: int, *, blocked_by: str | None = None) -> list[Mention]:
    """The mentions of a subject kind (role, level, place, company ...) that a figure is about; a list speaks as one.

    `blocked_by` names a kind whose presence in the figure's own segment says that no other subject is meant.
    """
    own = sentence.own(kind, index)
    chosen = nearest(sentence, index, own)
    if chosen is None and blocked_by and sentence.own(blocked_by, index):
        return []
    for other in range(index - 1, -1, -1):
        if chosen is not None:
            break
        earlier = sentence.own(kind, other)
        chosen = _subject_of(sentence, other, earlier)
    for other in range(index + 1, len(sentence.segments)):
        if chosen is not None:
            break
        later = sentence.own(kind, other)
        chosen = nearest(sentence, other, later)
    return group(sentence, kind, chosen) if chosen else []


def _subject_of(sentence: Sentence, index: int, mentions: Sequence[Mention]) -> Mention | None:
    """Of an earlier segment, what stands before its figure is the subject that goes on."""
    start = sentence.segments[index].figure_start
    before = [m for m in mentions if m.end <= start]
    return before[-1] if before else nearest(sentence, index, mentions)


def group(sentence: Sentence, kind: str, chosen: Mention) -> list[Mention]:
    """The enumeration that a mention is part of (`Austin, Denver, and Research Triangle Park`)."""
    every = sorted(sentence.mentions.get(kind, ()), key=lambda m: m.start)
    at = every.index(chosen)
    first = last = at
    while first > 0 and _joined(sentence, every[first - 1], every[first]):
        first -= 1
    while last + 1 < len(every) and _joined(sentence, every[last], every[last + 1]):
        last += 1
    return every[first : last + 1]


def _joined(sentence: Sentence, left: Mention, right: Mention) -> bool:
    return _LIST_GAP.fullmatch(sentence.cell.text, left.end, right.start) is not None
