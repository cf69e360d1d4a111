"""Pages that a statistics office publishes, or a union with what its members reported: what they count are wages.

The wordings are the entries `page_of_an_office`, `statistics_of_members` and `members_asked` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

from extractors.readers.scope.titles import titles
from schemas import Block, Inferred
from schemas.wordings import pattern

NEAR_THE_TOP = 12
"""Blocks among which a union says that its members were asked."""


def counted(blocks: list[Block]) -> Inferred | None:
    """`wage`, where the titles of a page say that who publishes it counts them; what says which part of pay it is goes before."""
    for block in titles(blocks):
        office = pattern("page_of_an_office").search(block.cell.text)
        if office is not None:
            return Inferred("wage", block.cell.cut(*office.span()))
        own = pattern("statistics_of_members").search(block.cell.text)
        if own is not None and any(_asked(one) for one in blocks[:NEAR_THE_TOP]):
            return Inferred("wage", block.cell.cut(*own.span()))
    return None


def _asked(block: Block) -> bool:
    return block.kind == "paragraph" and pattern("members_asked").search(block.cell.text) is not None
