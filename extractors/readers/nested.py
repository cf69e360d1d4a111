"""Lists in lists: an entry without amounts says what the entries below it have in common (`- Orbison` above `  - Junior: $90k`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.readers.scope.labels import labels_in
from normalizers import figures
from schemas import Block, Cell
from schemas.row import Label

LONGEST = 60
_NAME = re.compile(r"[A-Z0-9][\w.&+'’/-]*(?: (?:of |and |& )?[A-Z0-9(][\w.&+'’/()-]*){0,4}")
"""A name that no vocabulary may know: capitals and nothing else."""


def labels_of_parents(blocks: Sequence[Block]) -> Mapping[int, dict[str, Label]]:
    """What the entries above say of an entry, by its number; the nearest of them counts first."""
    found: dict[int, dict[str, Label]] = {}
    above: list[tuple[int, Cell]] = []
    for number, block in enumerate(blocks):
        if block.kind != "item":
            above = []
            continue
        above = [one for one in above if one[0] < block.level]
        if above and figures.find(block.cell):
            said: dict[str, Label] = {}
            for _, name in above:
                said |= _labels(name)
            if said:
                found[number] = said
        elif len(block.cell) <= LONGEST and not figures.find(block.cell):
            above.append((block.level, block.cell.strip(" *_`:")))
    return found


def _labels(name: Cell) -> dict[str, Label]:
    said = labels_in(name)
    if said or _NAME.fullmatch(name.text) is None:
        return said
    return {"qualifier": name}
