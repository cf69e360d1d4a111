"""Pages about people who are paid millions: heads of firms, players, actors. There no amount is too large to be pay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Block, Cell, Inferred
from schemas.row import Label
from schemas.wordings import pattern

_WORD = r"[^\W\d_a-z][\w.'’-]+"
_NAMED = re.compile(
    rf"(?:\d{{1,3}}[.)]\s)?{_WORD}(?:\s{_WORD}){{1,2}},\s(?P<payer>{_WORD}(?:\s(?:&\s|of\s)?{_WORD}){{0,4}})[,:]?\s(?=[A-Z]{{0,3}}[$€£¥]\s?\d)"
)
FIRST_LINES = 14
"""Blocks at the top of a page that say what it is about."""


def payer_of(line: Cell) -> Cell | None:
    """`3. Shaun Pettifer, Medaxis, $22.5m`: whose head somebody is, in a list of such people."""
    found = _NAMED.match(line.text)
    return line.cut(*found.span("payer")) if found is not None else None


def said(blocks: Sequence[Block]) -> Label | None:
    """The words by which the first lines of a page say so (`CEO pay hits a record`, `the highest-paid players`)."""
    for block in blocks[:FIRST_LINES]:
        found = pattern("pays_millions").search(block.cell.text) if block.table is None else None
        if found is not None:
            return Inferred("yes", block.cell.cut(*found.span()))
    return None
