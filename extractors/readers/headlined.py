"""Comments below the name of who writes, what they do, and how long ago it was, as networks of people at work show them.

Mara Quill
Enterprise AE | Cybersecurity
2w
I'm at $155K base in Atlanta.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from normalizers import figures
from schemas import Block

LEAST = 3
"""So many of them make a page a thread."""
LONGEST = 80
_AGE = re.compile(r"\d{1,2}\s?(?:m|min|h|hr|d|w|wk|mo|y|yr)s?\.?(?:\s?[·•]\s?[Ee]dited)?")
_NAME = re.compile(r"[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{0,20}){0,3}")
_KINDS = ("heading", "paragraph", "title")


def told_apart(blocks: list[Block], level: int, is_furniture: Callable[[Block], bool]) -> list[Block]:
    """The blocks with a heading of that level for each comment, its writer's name; what the writer does begins the comment."""
    heads = {at: head for at in range(len(blocks)) if (head := _head(blocks, at, is_furniture)) is not None}
    if len(heads) < LEAST:
        return blocks
    names, doings = set(heads.values()), {at - 1 for at, name in heads.items() if name < at - 1}
    found: list[Block] = []
    for at, block in enumerate(blocks):
        if at in names:
            found.append(replace(block, kind="heading", level=level))
        elif at in doings:
            found.append(replace(block, kind="paragraph", level=0))
        elif at not in heads and not is_furniture(block):
            found.append(block)
    return found


def _head(blocks: Sequence[Block], at: int, is_furniture: Callable[[Block], bool]) -> int | None:
    """The number of the name above an age, with one line between them at the most."""
    if blocks[at].kind not in _KINDS or _AGE.fullmatch(blocks[at].cell.text.strip()) is None:
        return None
    for name in (at - 2, at - 1):
        above = blocks[max(name, 0) : at]
        if (
            name >= 0
            and _names(blocks[name])
            and all(_is_line(one) and not is_furniture(one) for one in above)
        ):
            return name
    return None


def _names(block: Block) -> bool:
    return _is_line(block) and _NAME.fullmatch(block.cell.text.strip()) is not None


def _is_line(block: Block) -> bool:
    return block.kind in _KINDS and len(block.cell) <= LONGEST and not figures.find(block.cell)
