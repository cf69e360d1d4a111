"""Lines of their own that are something else than they look like: entries of a list, and headings of a case."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.scope.introduced import introduced
from normalizers import figures
from schemas import Block, Cell

CASE_HEADING = 3
"""The level of a heading that has the shape of a label and a value."""
_ENTRY = re.compile(r"(?=[A-Z])[^\n.;:!?$€£₹\d]{2,50}\s[–—-]\s")
_NAMED = re.compile(r"(?=[^\W\d_a-z])[^\n.;:!?$€£₹\d]{2,50}:\s")


def as_meant(block: Block, *, listed: bool) -> Block:
    """`London – £77,900 (61 placements)` is an entry, and `Case 2: Ada, ward sister, Leeds` heads what stands below it.

    `listed` says that the line above speaks of all that follows; then `London: £77,900` is an entry as well.
    """
    if block.kind == "label_value" and block.label is not None and (of := _case(block)) is not None:
        return of
    if block.kind != "paragraph":
        return block
    named = _ENTRY.match(block.cell.text) or (_NAMED.match(block.cell.text) if listed else None)
    if named is None:
        return block
    stated = figures.find(block.cell)
    begins = bool(stated) and stated[0].cell.start == block.cell.cut(named.end(), len(block.cell)).start
    return replace(block, kind="item") if begins and "\n" not in block.cell.text.strip() else block


def _case(block: Block) -> Block | None:
    """`Case 2: Ada, ward sister, Leeds` on a line of its own, which heads what stands below it."""
    assert block.label is not None  # noqa: S101 - asked for blocks with a label
    line = Cell.joined([block.label, block.cell], ": ")
    if introduced(line) is None or figures.find(block.cell):
        return None
    return Block("heading", line, CASE_HEADING)
