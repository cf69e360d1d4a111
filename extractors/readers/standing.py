"""Measures that stand between two headings of lists and hold for those that follow as well.

Popular jobs at Orbison
Average hourly pay
Rigger $31.20
Yard
Slinger $24.10
"""

from __future__ import annotations

from collections.abc import Sequence

from normalizers import figures, headers, mentions
from schemas import Block, Cell, Read, Table
from schemas.row import Label
from schemas.wordings import pattern

LONGEST_ENTRY = 60
MOST_BLOCKS = 400
"""Blocks that such words hold for at the most."""
_HEADS = ("heading", "question", "title")


def of_lists(blocks: Sequence[Block]) -> dict[int, Label]:
    """The average or median that the amounts of lists are, by the number of each block that it holds for."""
    found: dict[int, Label] = {}
    standing: Label | None = None
    for at, block in enumerate(blocks):
        behind = at > 0 and blocks[at - 1].kind == "heading"
        if behind and block.table is not None and (only := _only_name(block.table)) is not None:
            standing = _measure(only) or standing
        elif block.kind in _HEADS:
            measure = _measure(block.cell) if behind and block.kind == "heading" else None
            if measure is not None or block.kind != "heading" or _speaks_of_pay(block.cell):
                standing = measure
        elif standing is not None:
            found[at] = standing
    for at in range(1, len(blocks) - 1):
        if (measure := _of_lower_headings(blocks, at)) is not None:
            found |= dict.fromkeys(_section(blocks, at), measure)
    return found


def _of_lower_headings(blocks: Sequence[Block], at: int) -> Label | None:
    """`Medians, senior and mid only.` between a heading and lower ones: what the amounts below all of these are."""
    above, block, below = blocks[at - 1 : at + 2]
    heads = above.kind == below.kind == "heading" and below.level > above.level
    if not heads or block.kind != "paragraph" or len(block.cell) > LONGEST_ENTRY or figures.find(block.cell):
        return None
    said = mentions.find(block.cell, ("statistic",))
    if not said or said[0].start or said[0].value not in ("mean", "median"):
        return None
    return None if pattern("says_something").search(block.cell.text) else Read(said[0].value, said[0].cell)


def _section(blocks: Sequence[Block], at: int) -> range:
    """The blocks from here to the next heading that is no lower than the one above."""
    level = blocks[at - 1].level
    ends = (
        other
        for other in range(at + 1, min(len(blocks), at + MOST_BLOCKS))
        if blocks[other].kind == "heading" and blocks[other].level <= level
    )
    return range(at + 1, next(ends, min(len(blocks), at + MOST_BLOCKS)))


def _only_name(table: Table) -> Cell | None:
    """The one name that stands above two columns (`Average hourly pay`)."""
    named = [cell for cell in table.rows[0] if cell] if table.header_rows == 1 else []
    return named[0] if len(named) == 1 else None


def _measure(heading: Cell) -> Label | None:
    """The statistic of a heading that names a measure of pay and nothing else (`Average hourly pay`)."""
    said = headers.read(heading)
    label = said.labels.get("statistic")
    alone = said.names_pay and not said.unknown and bool(said.components or said.weak)
    return label if alone and isinstance(label, Label) and label.text in ("mean", "median") else None


def is_entry(block: Block) -> bool:
    """`Rigger$31.20 per hour`, `€53,000`: a line that ends with the one amount that it states, or is nothing else."""
    if block.kind in ("item", "label_value"):
        return True
    stated = (
        figures.find(block.cell) if block.kind == "paragraph" and len(block.cell) <= LONGEST_ENTRY else []
    )
    if len(stated) != 1 or stated[0].cell.end != block.cell.end:
        return False
    return block.cell.text[:1].isupper() or stated[0].cell.start == block.cell.start


def _speaks_of_pay(heading: Cell) -> bool:
    return pattern("title_of_pay").search(heading.text) is not None or bool(
        mentions.find(heading, ("statistic",))
    )
