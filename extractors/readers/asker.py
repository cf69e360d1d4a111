"""Who asks in a post of a forum, and how long they have worked: that holds for the offers they list, up to the first reply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalizers import mentions
from schemas import Block, Cell, Mention
from schemas.row import Label

NEAR_THE_TOP = 8
"""Blocks among which a post says that it is one, and of whom."""
LONGEST_ENTRY = 110
"""Letters of an offer's line; a longer text speaks of many things."""
_POST = re.compile(r"(?:^|\s)(?:[Pp]osted by|r/\w{3,}|u/\w{3,})")
_REPLY = re.compile(
    r"sort(?:ed)? by\b|level 1$|\[[–-]\]\s|[\d.,k]+ (?:comments|replies|answers)\b|comments?\b.{0,12}$"
    r"|(?:u/)?[\w-]{3,30}(?: \[?OP\]?)?\s[·•|]\s(?:\d+ ?(?:h|d|w|m|mo|y|yr|hours?|days?|months?|years?)\.? ago|\d+ points?)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\byoe\b|\bexperience\b", re.IGNORECASE)


def labels_of_asker(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """The years of work of whoever posts, by the numbers of the blocks for which they hold."""
    top = blocks[:NEAR_THE_TOP]
    if not any(_POST.search(block.cell.text) for block in top):
        return {}
    said = next(((number, years) for number, block in enumerate(top) if (years := _years(block.cell))), None)
    if said is None:
        return {}
    first, years = said
    found: dict[int, dict[str, Label]] = {}
    for number in range(first, len(blocks)):
        text = blocks[number].cell.text
        if number > first and _is_reply(text) and any(one > first + 1 for one in found):
            break
        if len(text) <= LONGEST_ENTRY:
            found[number] = {"experience": years}
    return found


def _years(cell: Cell) -> Label | None:
    """The years that a text says of one person (`6 YOE`); spans are those of many."""
    own = [m for m in mentions.find(cell, ("experience",)) if _is_of_one(m)]
    return own[0].cell if len({m.cell.text for m in own}) == 1 else None


def _is_of_one(mention: Mention) -> bool:
    return _OF_ONE.search(mention.cell.text) is not None and mention.data.get("min") == mention.data.get(
        "max"
    )


def _is_reply(text: str) -> bool:
    return _REPLY.match(text.strip(" *_#")) is not None
