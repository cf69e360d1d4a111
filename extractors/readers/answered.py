"""Questions with answers below them, each signed at its end (`answered Mar 4 at 16:12`, and a name) and headed by a count of votes.

    71
    I was on £44k there until last year.
    answered Mar 4 at 16:12
    kilnhand
    8,204 ●3 ●22

The counts become the headings of posts, as in a thread: what a writer tells is their own story. The signatures say nothing of pay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.posts import DAY, LONGEST_HEAD, OF_A_POST
from schemas import Block

LEAST = 2
"""Signatures that make such a page."""
MOST_BELOW = 2
"""Lines below a signature that say who wrote, and what they are known for."""
_SIGNED = re.compile(
    rf"(?:edited .{{3,30}} )?(?P<what>asked|answered|edited)(?: on)? (?:{DAY.pattern})(?:,? \d{{4}})?"
    r"(?:,? at \d{1,2}:\d\d)?(?: by .{2,40})?",
    re.IGNORECASE,
)
_VOTES = re.compile(r"-?\d{1,5}(?: votes?)?")
_WRITER = re.compile(r"[\w.'’ -]{2,30}")
_KNOWN_FOR = re.compile(r"[\d,.]+k?(?:\s?[●•·]\s?\d{1,4}){0,3}")


def told_apart(blocks: list[Block]) -> list[Block]:
    """The blocks of such a page with one heading for each post; other pages as they are."""
    signed = [_is_short(block) and _SIGNED.fullmatch(block.cell.text.strip()) is not None for block in blocks]
    if sum(signed) < LEAST or not any(
        "answered" in b.cell.text for b, one in zip(blocks, signed, strict=True) if one
    ):
        return blocks
    last = max(at for at, one in enumerate(signed) if one)
    found: list[Block] = []
    below = MOST_BELOW
    for at, block in enumerate(blocks):
        text = block.cell.text.strip()
        if signed[at]:
            below = 0
        elif (
            below < MOST_BELOW
            and _is_short(block)
            and (_KNOWN_FOR.fullmatch(text) or (not below and _WRITER.fullmatch(text)))
        ):
            below += 1
        elif at < last and _is_short(block) and _VOTES.fullmatch(text):
            found.append(replace(block, kind="heading", level=OF_A_POST, label=None))
            below = MOST_BELOW
        else:
            found.append(block)
            below = MOST_BELOW
    return found


def _is_short(block: Block) -> bool:
    return block.kind in ("heading", "paragraph") and len(block.cell) <= LONGEST_HEAD
