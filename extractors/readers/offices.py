"""Which part of pay a page counts because of who publishes it: an office or a union wages, a job board what its first card says.

The wordings are the entries `page_of_an_office`, `official_component`, `statistics_of_members` and `members_asked` of
`schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re

from extractors.readers.scope.labels import labels_in
from extractors.readers.scope.titles import titles
from normalizers import figures
from schemas import Block, Cell, Inferred, Read
from schemas.wordings import alternatives, pattern

NEAR_THE_TOP = 12
"""Blocks among which a union says that its members were asked, and a page whose figures it gives."""
_SOURCE = re.compile(
    rf"\b(?:sources?|data):\s(?:the\s)?(?:u\.?s\.?\s)?(?P<office>{alternatives('official_component')})\b",
    re.IGNORECASE,
)


def counted(blocks: list[Block]) -> Inferred | None:
    """`wage`, where the titles of a page say that who publishes it counts them; what says which part of pay it is goes before."""
    for block in titles(blocks):
        office = pattern("page_of_an_office").search(block.cell.text)
        if office is not None:
            return Inferred("wage", block.cell.cut(*office.span()))
        own = pattern("statistics_of_members").search(block.cell.text)
        if own is not None and any(_asked(one) for one in blocks[:NEAR_THE_TOP]):
            return Inferred("wage", block.cell.cut(*own.span()))
    for block in blocks[:NEAR_THE_TOP]:
        said = block.cell if block.label is None else Cell.joined([block.label, block.cell], ": ")
        source = _SOURCE.search(said.text) if block.table is None else None
        if source is not None:
            return Inferred("wage", said.cut(*source.span("office")))
    return None


def _asked(block: Block) -> bool:
    return block.kind == "paragraph" and pattern("members_asked").search(block.cell.text) is not None


def counts_base(blocks: list[Block]) -> Inferred | None:
    """`base`, where the first card of a page says so of an hour's pay (`Average base salary` / `$47.83 per hour`): no wage is meant."""
    card = next((block for block in blocks[: 2 * NEAR_THE_TOP] if figures.find(block.cell)), None)
    if card is None or card.label is None or figures.find(card.cell)[0].period != "hour":
        return None
    part = labels_in(card.label).get("component")
    return Inferred("base", part.cell) if isinstance(part, Read) and part.text == "base" else None
