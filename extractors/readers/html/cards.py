"""Cards: short texts one under another, of which one is a value and the next says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers.scraped_text.values import kind_of
from schemas import Block

SHORT = 90
"""A longer text is no label and no value."""


def stacked(blocks: list[Block]) -> Iterator[Block]:
    """Short texts one under another: a value with its label below, and what stands above them is a heading."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        if _is_value(block) and behind is not None and _is_label(behind):
            yield Block("label_value", block.cell, label=behind.cell)
            at += 2
            continue
        if _is_label(block) and behind is not None and _is_value(behind):
            follows = at + 2 < len(blocks) and _is_label(blocks[at + 2])
            if not follows:
                yield Block("label_value", behind.cell, label=block.cell)
                at += 2
                continue
            block = Block("heading", block.cell, 6)
        yield block
        at += 1


def _is_value(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.cell.text) <= SHORT
        and kind_of(block.cell) in ("money", "percent")
    )


def _is_label(block: Block) -> bool:
    text = block.cell.text
    return (
        block.kind == "paragraph"
        and len(text) <= 40
        and kind_of(block.cell) == "text"
        and text[-1] not in ".!?:;"
    )
