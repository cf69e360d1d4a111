"""What a finder found: a value of one kind at a place in a text, before it becomes a mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from schemas.fixed import fixed


@fixed
class Found:
    """`start` and `end` are offsets in the text, `first` and `last` the tokens there (-1 where a pattern found it)."""

    kind: str
    value: str
    start: int
    end: int
    data: dict[str, object] = field(default_factory=dict)
    first: int = -1
    last: int = -1

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with a stretch of text."""
        return self.start < end and start < self.end


def settle(candidates: Iterable[Found]) -> list[Found]:
    """The candidates without overlaps: the one that starts first counts, of those the longest."""
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= found.start:
            kept.append(found)
    return kept
