"""What the brackets behind the amounts of a table hold, where the words above it say so (`and, in brackets, typical target bonus`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Cell, Mention, Read
from schemas.row import Label

_FRONT = 60
_IN_BRACKETS = re.compile(r"\bin (?:brackets|parentheses),?\s(?:the\s)?(?:[\w-]+\s){0,4}\Z", re.IGNORECASE)


def part(cell: Cell, found: Sequence[Mention]) -> Read | None:
    """The part of pay that is said to stand in brackets; `found` are the mentions of the text."""
    for mention in found:
        front = max(0, mention.start - _FRONT)
        if mention.kind == "component" and _IN_BRACKETS.search(cell.text, front, mention.start):
            return Read(mention.value, mention.cell)
    return None


def is_the(label: Label | None, mention: Mention) -> bool:
    """Whether a mention is the one that names what the brackets hold."""
    return isinstance(label, Read) and label.cell.start == mention.cell.start
