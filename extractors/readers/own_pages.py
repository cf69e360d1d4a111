"""The payer of a page that speaks of its own pay: `How we pay`, `our bands`, and who `we` are said to be.

The wordings are the entries `own_pay` and `own_name_*` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.readers.payer import NAME, may_pay
from normalizers import mentions
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

LOOK_AT = 60
"""Blocks among which somebody who publishes their own pay says so."""
NEAR_THE_TOP = 10
"""Blocks among which they say who they are."""
ENOUGH = 2
"""Times that they say so; once is enough in a heading (`How we pay`)."""
_HEADS = ("title", "heading")
_IS = re.compile(r"\sis (?:an?|the)\s")


def of_page(blocks: list[Block]) -> Cell | None:
    """The name of whoever says `we pay`, where the first lines of the page have it; None elsewhere."""
    spoken = sum(
        len({found[0].lower() for found in pattern("own_pay").finditer(block.cell.text)})
        * (ENOUGH if block.kind in _HEADS else 1)
        for block in blocks[:LOOK_AT]
        if block.table is None
    )
    if spoken < ENOUGH:
        return None
    return next(_names(blocks[:NEAR_THE_TOP]), None)


def _names(blocks: list[Block]) -> Iterator[Cell]:
    for block in blocks:
        if block.table is not None:
            continue
        for form in _forms():
            for found in form.finditer(block.cell.text):
                name = block.cell.cut(*found.span("name")).strip(" .'’-")
                if len(name.text) > 2 and (may_pay(name) or _is_a_firm(found, name)):
                    yield name


def _is_a_firm(found: re.Match[str], name: Cell) -> bool:
    """`Larkspur is a remote company`: a firm with the name of a town."""
    places = mentions.find(name, ("place",))
    return _IS.match(found.string, found.end("name")) is not None and [m.cell.text for m in places] == [
        name.text
    ]


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    at, does = alternatives("own_name_before"), alternatives("own_name_behind")
    return (
        re.compile(rf"(?<!\w)(?i:{at})\s{NAME}"),
        re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n)){NAME}\s(?:{does})(?!\w)"),
    )
