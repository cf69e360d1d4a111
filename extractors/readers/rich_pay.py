"""Pages about people who are paid millions: heads of firms, players, actors. There no amount is too large to be pay."""

from __future__ import annotations

from collections.abc import Sequence

from schemas import Block, Inferred
from schemas.row import Label
from schemas.wordings import pattern

FIRST_LINES = 14
"""Blocks at the top of a page that say what it is about."""


def said(blocks: Sequence[Block]) -> Label | None:
    """The words by which the first lines of a page say so (`CEO pay hits a record`, `the highest-paid players`)."""
    for block in blocks[:FIRST_LINES]:
        found = pattern("pays_millions").search(block.cell.text) if block.table is None else None
        if found is not None:
            return Inferred("yes", block.cell.cut(*found.span()))
    return None
