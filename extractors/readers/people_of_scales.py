"""Whose pay scale a page shows, where only the words beside it tell: lanes and steps are teachers', class years are associates'.

The wordings are data (`schemas/vocabularies/people_of_scales.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from schemas import Block, Cell, packaged
from schemas.fixed import fixed
from schemas.wordings import Wording

LOOK_AT = 400
"""Blocks of a page that are looked at."""
_HEADS = ("title", "heading", "meta")


@fixed
class People:
    """The signs of one kind of scale, how many of them are needed, and how pages call the people on it."""

    least: int
    signs: tuple[Wording, ...]
    named: tuple[Wording, ...]


def of_page(blocks: Sequence[Block]) -> Cell | None:
    """The page's own word for the people whose scale it shows; None where no scale tells, or no word names them."""
    heads = [cell for block in blocks[:LOOK_AT] for cell in _heads(block)]
    for people in _all():
        seen = sum(any(sign.search(cell.text) for cell in heads) for sign in people.signs)
        if seen >= people.least and (name := _name(blocks, people)) is not None:
            return name
    return None


def _heads(block: Block) -> Iterator[Cell]:
    if block.table is not None:
        if block.table.caption is not None:
            yield block.table.caption
        yield from (cell for row in block.table.rows[: block.table.header_rows] for cell in row)
    elif block.kind in _HEADS:
        yield block.cell


def _name(blocks: Sequence[Block], people: People) -> Cell | None:
    for wording in people.named:
        for block in blocks[:LOOK_AT]:
            found = wording.search(block.cell.text) if block.table is None else None
            if found is not None:
                return block.cell.cut(*found.span())
    return None


@cache
def _all() -> tuple[People, ...]:
    loaded = packaged.load("vocabularies/people_of_scales.yaml")
    return tuple(
        People(
            int(one["least"]),
            tuple(Wording([sign]) for sign in one["signs"]),
            tuple(Wording([name]) for name in one["named"]),
        )
        for one in loaded.values()
    )
