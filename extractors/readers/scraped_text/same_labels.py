"""Lines of records that give the same labels again and again, whatever those are called (`How to get started: trade school`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schemas import Block, Cell

LEAST = 3
"""So many lines begin with a label that belongs to records."""
_LABEL = re.compile(r"(?P<label>[A-Z][\w /&%'’-]{1,30}):[ \t]+(?=\S)")


def without_headings(blocks: Sequence[Block], lines: Sequence[Cell]) -> list[Block]:
    """The blocks of a text, in which the last line of a record heads nothing.

    It has the label of many others, stands right below a line with a label, and no such line stands right below it: that
    which begins a record (`Example: a rigger in Leeds`) heads what follows.
    """
    found = [_LABEL.match(line.text.strip()) for line in lines]
    often = Counter(match["label"] for match in found if match is not None)
    ends = {
        line.strip().start
        for at, line in enumerate(lines)
        if (match := found[at]) is not None and often[match["label"]] >= LEAST
        if at and found[at - 1] is not None and (at + 1 == len(lines) or found[at + 1] is None)
    }
    return [
        replace(block, kind="paragraph", level=0)
        if block.kind == "heading" and block.cell.start in ends
        else block
        for block in blocks
    ]
