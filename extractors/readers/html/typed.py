"""Text that keeps its lines as they were typed (`pre`), with the tables that it lays out with spaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.readers import scraped_text
from schemas import Block, Cell

_LEAST_LINES = 3


def blocks(text: Cell, tables: int) -> Iterator[Block]:
    """What such a text says, if it has a table; `tables` are those of the page so far."""
    if text.text.count("\n") + 1 < _LEAST_LINES:
        return
    found = scraped_text.blocks(text, titled=True)
    if not any(block.table is not None for block in found):
        return
    for block in found:
        if block.table is not None:
            tables += 1
            yield replace(block, table=replace(block.table, number=tables))
        else:
            yield block
