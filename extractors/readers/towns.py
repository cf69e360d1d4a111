"""The town that a page of local news is about, whatever gazetteer knows it: the one whose council or mayor its first lines name.

`The Alder Falls City Council voted` and `the City of Alder Falls` tell of a town where the page names it again. The wordings are the
entries `town_behind` and `town_before` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from normalizers.organisations import never
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import alternatives, pattern

NEAR_THE_TOP = 12
"""Blocks among which a page says where it is."""
LONGEST = 1_500
OFTEN = 3
"""How often a page names the town."""
_WORD = r"[A-Z][\w'’-]{1,30}"
_NAME = rf"(?P<town>(?:(?:St|Mt|Ft)\.\s)?{_WORD}(?:\s{_WORD}){{0,2}}?)"


def of_page(blocks: Sequence[Block]) -> dict[str, Label]:
    """The region of a page that names a town by its council; nothing where the first lines name several."""
    texts = [block.cell for block in blocks if block.table is None]
    named = [town for cell in texts[:NEAR_THE_TOP] if len(cell) <= LONGEST for town in _towns(cell)]
    if len({town.text for town in named}) != 1:
        return {}
    name = re.compile(rf"(?<!\w){re.escape(named[0].text)}(?!\w)")
    said = sum(len(name.findall(cell.text)) for cell in texts)
    return {"region": named[0]} if said >= OFTEN else {}


def _towns(cell: Cell) -> Iterator[Cell]:
    if pattern("town_behind").search(cell.text) is None and pattern("town_before").search(cell.text) is None:
        return
    for form in _forms():
        for found in form.finditer(cell.text):
            name = cell.cut(*found.span("town"))
            while name and never(name.text.split(" ")[0]):
                name = name.cut(len(name.text.split(" ")[0]), len(name.text)).strip()
            if name:
                yield name


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?<![\w-]){_NAME}(?:['’]s)?\s(?:{alternatives('town_behind')})(?!\w)"),
        re.compile(
            rf"(?<!\w)(?:{alternatives('town_before')})\s{_NAME}(?=['’]?(?:[,.;:)]|\s[a-z(]|['’]s\s|$))"
        ),
    )
