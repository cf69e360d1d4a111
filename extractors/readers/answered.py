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
from normalizers import figures
from schemas import Block

LEAST = 2
"""Signatures that make such a page."""
SIGNED, NAMED, DONE = range(3)
"""What stands below a signature: who wrote, then what they are known for, then the page again."""
_SIGNED = re.compile(
    rf"(?:edited .{{3,30}} )?(?P<what>asked|answered|edited)(?: on)? (?:{DAY.pattern})(?:,? \d{{4}})?"
    r"(?:,? at \d{1,2}:\d\d)?(?P<by> by .{2,40})?",
    re.IGNORECASE,
)
_VOTES = re.compile(r"-?\d{1,5}(?: votes?)?")
_WRITER = re.compile(r"(?=.*[^\W\d])[\w.'’-]{2,30}(?: [^\W\d][\w.'’-]{0,20})?")
_KNOWN_FOR = re.compile(r"[\d,.]+k?(?:\s?[●•·]\s?\d{1,4}){0,3}")


def told_apart(blocks: list[Block]) -> list[Block]:
    """The blocks of such a page with one heading for each post; other pages as they are."""
    signatures = [
        _SIGNED.fullmatch(block.cell.text.strip()) if _is_short(block) else None for block in blocks
    ]
    signed = [at for at, one in enumerate(signatures) if one is not None]
    if len(signed) < LEAST or not any(
        one is not None and one["what"].lower() == "answered" for one in signatures
    ):
        return blocks
    found: list[Block] = []
    below = DONE
    for at, (block, signature) in enumerate(zip(blocks, signatures, strict=True)):
        if signature is not None:
            below = NAMED if signature["by"] else SIGNED
        elif below != DONE and _is_of_the_writer(block, below):
            below += 1
        else:
            votes = (
                at < signed[-1] and _is_short(block) and _VOTES.fullmatch(block.cell.text.strip()) is not None
            )
            found.append(replace(block, kind="heading", level=OF_A_POST, label=None) if votes else block)
            below = DONE
    return found


def _is_of_the_writer(block: Block, below: int) -> bool:
    """Whether a line below a signature is a name, or below a name what its bearer is known for."""
    text = block.cell.text.strip()
    if not _is_short(block) or figures.holds_money(block.cell):
        return False
    return (_WRITER if below == SIGNED else _KNOWN_FOR).fullmatch(text) is not None


def _is_short(block: Block) -> bool:
    return block.kind in ("heading", "paragraph") and len(block.cell) <= LONGEST_HEAD
