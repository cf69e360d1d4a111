"""Parts of pay that a text names to say that what it speaks of is without them (`Gross monthly pay, excluding bonuses`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Cell, Mention
from schemas.wordings import pattern

_REACH = 48
"""Characters in front of a part in which it is said that it is left out."""
_BETWEEN = re.compile(r"(?: ?[\w’'/&-]+,?){0,5} ?")
_BEHIND = re.compile(r"(?:\s?\([^()]{1,40}\))?,?\s")


def counted(cell: Cell, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text without the parts of pay that it leaves out."""
    return [m for m in found if m.kind != "component" or not _is_left_out(cell.text, m)]


def _is_left_out(text: str, part: Mention) -> bool:
    for said in pattern("left_out_before").finditer(text, max(0, part.start - _REACH), part.start):
        if _BETWEEN.fullmatch(text, said.end(), part.start):
            return True
    gap = _BEHIND.match(text, part.end)
    return gap is not None and pattern("left_out_behind").match(text, gap.end()) is not None
