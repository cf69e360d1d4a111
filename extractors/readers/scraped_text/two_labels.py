"""Texts that are two labels with nothing between them (`Google L4` below `Company Level`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalizers import labels, mentions
from schemas import Cell

_EDGE = re.compile(r"\s+|(?<=[a-z)\d])(?=[A-Z])")
SUBJECT_OF = {"level": "level", "region": "place", "company": "company", "role": "role"}
"""What a column holds -> the vocabulary that its labels come from."""


def divided(texts: Sequence[str], first: str, second: str) -> bool:
    """Whether most texts are a label of the first column and one of the second, and nothing else."""
    kinds = [SUBJECT_OF.get(labels.column(name) or "") for name in (first, second)]
    if None in kinds or kinds[0] == kinds[1] or not texts:
        return False
    return 2 * sum(cut_between(text, str(kinds[0]), str(kinds[1])) is not None for text in texts) > len(texts)


@lru_cache(maxsize=4096)
def cut_between(text: str, first: str, second: str) -> int | None:
    """Where a label of one kind ends and one of the other kind begins that together are the whole text."""
    for edge in (found.end() for found in _EDGE.finditer(text)):
        if _is_one(text[:edge].rstrip(), first) and _is_one(text[edge:], second):
            return edge
    return None


@lru_cache(maxsize=4096)
def _is_one(text: str, kind: str) -> bool:
    return any(one.start == 0 and one.end == len(text) for one in mentions.find(Cell(text), (kind,)))
