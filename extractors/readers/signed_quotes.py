"""Quotations with the name of whoever says them: `“I signed for $68,000.”` above `Ada R., fitter, Leeds`, or in front of it.

The name and what stands beside it become the label of the quotation: what it says of the person is said of their pay, and of
nobody else's on the page.
"""

from __future__ import annotations

import re

from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.wordings import pattern

LONGEST = 100
_QUOTED = re.compile(r"[*_>\s]*[\"“][^\"“”]{12,}[\"”][*_\s]*", re.DOTALL)
_NAME = r"(?P<name>[^\W\d_a-z][\w'’-]{1,14}(?:\s[^\W\d_a-z][\w'’-]{0,14}\.?){0,2})"
_INITIAL = re.compile(r"\b(?:[A-Z]|Inc|Co|Ltd|Jr|Sr)\.\Z")
_SIGNATURE = re.compile(
    rf"(?:[–—-]{{1,2}}\s?{_NAME}(?:(?:,|\s[|·•(])\s?.*)?|{_NAME.replace('name', 'plain')},\s.+)"
)
_WITH_NAME = re.compile(
    r"(?P<said>[*_>\s]*[\"“][^\"“”]{12,}[\"”])[*_\s]{0,4}"
    r"(?:[–—-]{1,2}\s?(?P<who>(?:[A-Z]|name|anonymous|a )[^\n\"“”]{1,80})|\((?P<what>(?:[A-Z]|anonymous)[^()\n\"“”]{2,70})\)[*_\s]*)",
    re.DOTALL,
)


def signed(blocks: list[Block]) -> list[Block]:
    """The blocks of a page, with the signatures of quotations as their labels."""
    found: list[Block] = []
    for block in map(_apart, blocks):
        before = found[-1] if found else None
        if before is not None and before.label is None and _is_quote(before) and is_signature(block):
            found[-1] = Block("quote", before.cell, before.level, block.cell)
        else:
            found.append(block)
    return found


def is_signature(block: Block) -> bool:
    """Whether a block is a line that names a person and may say what they do, and nothing else."""
    text = block.cell.text.strip()
    if block.label is not None or block.table is not None or len(text) > LONGEST or text.endswith((":", "?")):
        return False
    if text.endswith(("!", ";")) or (text.endswith(".") and _INITIAL.search(text) is None):
        return False  # `However, nurses get more than that.`
    match = _SIGNATURE.fullmatch(text)
    if match is None or figures.find(block.cell):
        return False
    name = match["name"] or match["plain"]
    if pattern("no_name").fullmatch(name) is not None:
        return False
    return not mentions.find(Cell(name), ("role", "component", "company", "skill", "level", "place"))


def _apart(block: Block) -> Block:
    """A quotation that is followed by its name on the same line."""
    if block.kind not in ("paragraph", "item", "quote") or block.label is not None:
        return block
    match = _WITH_NAME.fullmatch(block.cell.text)
    if match is None:
        return block
    who = block.cell.cut(*match.span("who" if match["who"] else "what"))
    if figures.find(who):
        return block
    return Block("quote", block.cell.cut(*match.span("said")), block.level, who)


def _is_quote(block: Block) -> bool:
    if block.kind == "quote":
        return True
    return block.kind in ("paragraph", "item") and _QUOTED.fullmatch(block.cell.text) is not None
