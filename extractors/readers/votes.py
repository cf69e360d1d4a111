"""Threads with buttons for votes around each post, one a line (`Upvote` / `164` / `Downvote` / `Reply` / `Share`).

The name of a writer stands above how long ago the post is (`• 8 mo. ago`), which looks like an entry of a list. Without the buttons
and with that as a line, such a page is a thread like others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.posts import AGO, LEAST, LONGEST_HEAD
from schemas import Block
from schemas.wordings import pattern

_ADVERTISER = re.compile(r"/?u/[\w-]{2,30}\s?[·•|]\s?\S")
_DIGITS = frozenset("0123456789.,kKmM-")


def without_buttons(blocks: list[Block]) -> list[Block]:
    """The blocks of such a thread without buttons and adverts; other pages as they are."""
    votes = sum(_is_vote(block) for block in blocks)
    if votes < LEAST or sum(_is_when(block) for block in blocks) < LEAST:
        return blocks
    left_out: set[int] = set()
    for at, block in enumerate(blocks):
        if _is_vote(block):
            left_out.update(other for other in (at, at + 1) if other == at or _counts(blocks, other))
        elif _is_short(block) and pattern("forum_button").fullmatch(block.cell.text.strip()) is not None:
            left_out.add(at)
        elif _is_short(block) and pattern("forum_advert").fullmatch(block.cell.text.strip()) is not None:
            left_out.update((at, at + 1) if _is_an_advert(blocks, at + 1) else (at,))
    return [
        replace(block, kind="paragraph", level=0) if _is_when(block) else block
        for at, block in enumerate(blocks)
        if at not in left_out
    ]


def _counts(blocks: list[Block], at: int) -> bool:
    """`164` right behind `Upvote`."""
    text = blocks[at].cell.text.strip() if at < len(blocks) and _is_short(blocks[at]) else ""
    return bool(text) and set(text) <= _DIGITS


def _is_an_advert(blocks: list[Block], at: int) -> bool:
    """Whether a block names who advertises (`u/TaxGenie · Get back ...`), and is no post."""
    return at < len(blocks) and _ADVERTISER.match(blocks[at].cell.text.strip()) is not None


def _is_short(block: Block) -> bool:
    return block.table is None and block.label is None and len(block.cell) <= LONGEST_HEAD


def _is_vote(block: Block) -> bool:
    """`Upvote`, or `Upvote` above how many there were."""
    label = block.label.text if block.label is not None else block.cell.text
    return len(label) <= LONGEST_HEAD and pattern("forum_vote").fullmatch(label.strip()) is not None


def _is_when(block: Block) -> bool:
    return _is_short(block) and AGO.fullmatch(block.cell.text.strip()) is not None
