"""Characters that are written as entities (`&nbsp;`, `&#36;`): in HTML, and left over where text was taken out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from schemas import Cell
from schemas.seen import LONGEST, seen

_NAME = r"#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}"
ENTITY = rf"&(?:amp;(?=(?:{_NAME});))?(?:{_NAME});"
"""Also one that was escaped twice (`&amp;nbsp;`)."""
_ENTITY = re.compile(rf"{ENTITY}|&(?:{_NAME})")
_MARKUP = frozenset("<>&|*_`~#[]\\")
"""Signs that would be taken for Markdown, or for tags, where they stand in the text itself."""


def shown(entity: str) -> str:
    """What a reader sees of an entity; itself where there is none of that name."""
    once = unescape(entity)
    said = unescape(once) if once.endswith(";") else once
    return said if said == entity else seen(Cell(said)).text


def resolved(cell: Cell) -> Cell:
    """The text with its entities resolved; each stands for the whole of its spelling."""
    return _resolved(cell, shown) if "&" in cell.text else cell


def left_over(cell: Cell) -> Cell:
    """A text that is no HTML with the entities resolved that were left in it, but for those of signs that are markup."""
    if "&" not in cell.text or len(cell.text) > LONGEST or _ENTITY.search(cell.text) is None:
        return cell
    return _resolved(
        cell, lambda entity: entity if shown(entity) in _MARKUP or entity[-1] != ";" else shown(entity)
    )


def _resolved(cell: Cell, show: Callable[[str], str]) -> Cell:
    text: list[str] = []
    places: list[tuple[int, int]] = []
    own = cell.character_places()
    at = 0
    for found in _ENTITY.finditer(cell.text):
        one = show(found.group())
        if one == found.group():
            continue
        text.append(cell.text[at : found.start()])
        places += own[at : found.start()]
        text.append(one)
        places += [(own[found.start()][0], own[found.end() - 1][1])] * len(one)
        at = found.end()
    if at == 0:
        return cell
    text.append(cell.text[at:])
    places += own[at:]
    return Cell("".join(text), cell.start, tuple(places))
