"""Threads with buttons for votes around each post, one a line (`Upvote` / `164` / `Downvote` / `Reply` / `Share`).

The name of a writer stands above how long ago the post is (`• 8 mo. ago`), which looks like an entry of a list. Without the buttons
and with that as a line, such a page is a thread like others.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.readers.posts import AGO, LEAST, LONGEST_HEAD
from schemas import Block
from schemas.wordings import pattern

_DIGITS = frozenset("0123456789.,kKmM-")


def without_buttons(blocks: list[Block]) -> list[Block]:
    """The blocks of such a thread without buttons and adverts; other pages as they are."""
    votes = sum(_is_vote(block) for block in blocks)
    if votes < LEAST or sum(_is_when(block) for block in blocks) < LEAST:
        return blocks
    found: list[Block] = []
    advert = False
    for block in blocks:
        text = block.cell.text.strip()
        counts = bool(found) and set(text) <= _DIGITS and _is_short(block)
        if advert or counts or _is_vote(block) or (_is_short(block) and _is_button(text)):
            advert = pattern("forum_advert").fullmatch(text) is not None
            continue
        found.append(replace(block, kind="paragraph", level=0) if _is_when(block) else block)
    return found


def _is_short(block: Block) -> bool:
    return block.table is None and block.label is None and len(block.cell) <= LONGEST_HEAD


def _is_vote(block: Block) -> bool:
    """`Upvote`, or `Upvote` above how many there were."""
    label = block.label.text if block.label is not None else block.cell.text
    return len(label) <= LONGEST_HEAD and pattern("forum_vote").fullmatch(label.strip()) is not None


def _is_button(text: str) -> bool:
    return (
        pattern("forum_button").fullmatch(text) is not None
        or pattern("forum_advert").fullmatch(text) is not None
    )


def _is_when(block: Block) -> bool:
    return _is_short(block) and AGO.fullmatch(block.cell.text.strip()) is not None
