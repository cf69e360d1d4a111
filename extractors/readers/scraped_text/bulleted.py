"""Lines of several entries with bullets between them (`Payroll Manager, Wigan, £42-46k • Night porter, Leeds, £13.40 an hour`).

Each entry names whose pay it is and how much; the parts of one advert (`Orbison • Leeds • £42,000 • Full-time`) state one pay.
"""

from __future__ import annotations

import re

from normalizers import figures
from schemas import Block, Cell

LEAST_ENTRIES, LEAST_NAME = 3, 8
_BULLET = re.compile(r"\s[•·▪]\s")


def apart(block: Block) -> list[Block]:
    """The entries of such a line, or the block as it is."""
    if block.kind != "paragraph" or len(_BULLET.findall(block.cell.text)) + 1 < LEAST_ENTRIES:
        return [block]
    entries = [entry.strip() for entry in block.cell.split(_BULLET)]
    return [Block("item", entry, 1) for entry in entries] if all(map(_names_and_pays, entries)) else [block]


def _names_and_pays(entry: Cell) -> bool:
    """Whether a name stands in front of the first amount of an entry."""
    found = [one for one in figures.find(entry) if one.unit == "currency"]
    return bool(found) and found[0].cell.start - entry.start >= LEAST_NAME and entry.text[:1].isupper()
