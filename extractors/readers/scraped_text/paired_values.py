"""Cards with two more values on a line, named once above all of them, and a middle below.

Base | Additional
Software Engineer
$128K-$181K
$118K | $34K
Median total pay $151K/yr
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.scraped_text.values import kind_of
from schemas import Block, Cell
from schemas.wordings import pattern

_NAMES = re.compile(r"(?P<first>[A-Z][A-Za-z ]{2,20}) \| (?P<second>[A-Z][A-Za-z ]{2,20})")
_MIDDLE = re.compile(
    r"(?:Median|Average|Mean|Avg\.?) (?:total )?(?:pay|comp(?:ensation)?|base|salary):? [$€£₹]?\d.{0,30}"
)
_LINES = ("heading", "paragraph")


def labelled(blocks: list[Block]) -> list[Block]:
    """The blocks, where such values are cards of their own below the name of the card and their own."""
    found: list[Block] = []
    names: tuple[Cell, Cell] | None = None
    card: Cell | None = None
    above: Cell | None = None
    last: Cell | None = None
    for block in blocks:
        if block.kind in _LINES and (said := _NAMES.fullmatch(block.cell.text)) is not None:
            names, card = (block.cell.cut(*said.span("first")), block.cell.cut(*said.span("second"))), None
            above = last if last is not None and pattern("title_of_pay").search(last.text) else None
        own = _of_card(block, names, card) if names is not None and card is not None else []
        card = card if own else block.label if block.kind == "label_value" else None
        if card is not None and above is not None and not own:  # `Total pay range` above the names
            block = replace(block, label=Cell.joined([card, above], ", "))
        found += own or [block]
        last = block.cell if block.kind in _LINES else None
    return found


def _of_card(block: Block, names: tuple[Cell, Cell] | None, card: Cell | None) -> list[Block]:
    """What a line right below a card says of it."""
    if names is None or card is None or block.kind not in _LINES:
        return []
    pieces = [piece.strip() for piece in block.cell.split(" | ")]
    if (
        len(pieces) == len(names)
        and kind_of(pieces[0]) == "money"
        and kind_of(pieces[1]) in ("money", "none")
    ):
        return [
            Block("label_value", piece, label=Cell.joined([card, name], ", "))
            for piece, name in zip(pieces, names, strict=True)
        ]
    if _MIDDLE.fullmatch(block.cell.text) is not None:
        return [Block("label_value", block.cell, label=card)]
    return []
