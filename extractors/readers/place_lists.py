"""Places or companies that share one cell: `NYC / Boston`, `Austin, Denver, and Raleigh`."""

from __future__ import annotations

import re
from itertools import pairwise

from normalizers import labels, mentions
from schemas import Cell

_BETWEEN = re.compile(r"\s*(?:[,;/|&+•]|\band\b|\bor\b|,\s?and\b|\s[-–—]\s)\s*", re.IGNORECASE)


def split(cell: Cell, kind: str = "place") -> Cell | list[Cell]:
    """The places (or companies) of a cell that names several and nothing else; else the cell itself."""
    if kind == "place":
        places = labels.places(cell)
        return places if len(places) > 1 else cell
    found = mentions.find(cell, (kind,))
    if len(found) < 2:
        return cell
    gaps = [cell.text[left.end : right.start] for left, right in pairwise(found)]
    around = cell.text[: found[0].start] + cell.text[found[-1].end :]
    if around.strip(" *_()") or not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return cell
    return [mention.cell for mention in found]
