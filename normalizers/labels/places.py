"""Places as labels: one place, or several in one label."""

from __future__ import annotations

import itertools
import re
from functools import cache

from normalizers.mentions import find
from normalizers.towns import aliases
from schemas import Cell, Mention
from schemas.fixed import fixed
from schemas.vocabulary import Entry, load

BETWEEN = re.compile(r"/|,|;|\||&|•|\+|and|or|, ?and|, ?or|, ?&")
_WHERE = ("country", "subdivision", "metro")
_TOWNS = frozenset({"city", "area"})
LONGEST = 200
"""Characters beyond which a text is no label."""
EMOJI = re.compile(r"^(?::[\w+-]+:|[\U0001F1E6-\U0001F1FF]{2}|[^\w\s(]+)\s*")
WORK = re.compile(
    r"(?<![\w-])(?:(?:fully |all[- ]|100% )?(?P<remote>remote|distributed)|(?P<hybrid>hybrid)|(?P<onsite>on-?site|in-office))(?!\w)",
    re.IGNORECASE,
)


@fixed
class Place:
    """What a label says of a place; fields that it does not tell are empty.

    `place` is the gazetteer's name, `country` ISO 3166-1 alpha-2, `subdivision` ISO 3166-2, `metro` the CBSA code,
    `currency` the one that pay is stated in there.
    """

    place: str = ""
    country: str = ""
    subdivision: str = ""
    metro: str = ""
    work_mode: str = ""
    currency: str = ""


def place(text: str) -> Place | None:
    """The place that a label names first, with the work mode that it states; None where it names none."""
    if len(text) > LONGEST:
        return None
    label = EMOJI.sub("", text.strip())
    work = WORK.search(label)
    mode = str(work.lastgroup) if work is not None else ""
    found = _mentions(label)
    if not found:
        return Place(work_mode=mode) if mode else None
    first = found[0]
    inner = [one for one in found[1:] if "(" in label[first.end : one.start]]
    if first.data.get("type") in ("area", "region") and len(inner) == 1 and not first.data.get("metro"):
        first = inner[0]
    data = {
        key: str(first.data[key])
        for key in ("country", "subdivision", "metro", "currency")
        if key in first.data
    }
    if mode == "remote" and "/" in label:
        mode = str(first.data.get("work_mode", "")) if len(label[: first.start]) < 2 else ""
    return Place(first.value, work_mode=mode, **data)


def places(cell: Cell) -> list[Cell]:
    """The places of a label that names several (`NYC / Boston`), each as a cell; else the cell itself.

    A town with its state stays one place, and so does what stands in brackets behind a place.
    """
    if len(cell.text) > LONGEST:
        return [cell]
    found = [one for one in _mentions(cell.text) if not _in_brackets(cell.text, one)]
    for left, right in itertools.pairwise(found):
        gap = cell.text[left.end : right.start].strip()
        if not BETWEEN.fullmatch(gap) and (gap or not _are_apart(left, right)):
            return [cell]
    if len(found) < 2 or re.search(r"\w", EMOJI.sub("", cell.text[: found[0].start])):
        return [cell]
    edges = [0, *(one.start for one in found[1:]), len(cell.text)]
    pieces = [cell.cut(left, right) for left, right in itertools.pairwise(edges)]
    return [*(_without_link(piece) for piece in pieces[:-1]), pieces[-1].strip()]


def _mentions(label: str) -> list[Mention]:
    found = [one for one in find(Cell(label), ("place",)) if one.data.get("type") != "tier"]
    if found:
        return found
    # Small letters and lone state letters are places only where they are the whole label.
    bare = re.sub(r"\s*\([^()]*\)", "", label).strip(" *_:-–|")
    entry = aliases().get(bare.casefold()) or _by_letters().get(bare)
    if entry is None or entry.value not in _spelled():
        return list(find(Cell(label), ("place",)))
    start = label.find(bare)
    return [Mention("place", entry.value, Cell(bare), start, start + len(bare), dict(entry.data))]


@cache
def _spelled() -> frozenset[str]:
    """The places that have a spelling."""
    return frozenset(spelling.entry.value for spelling in load()["place"].spellings)


@cache
def _by_letters() -> dict[str, Entry]:
    return {str(e.data["letters"]): e for e in load()["place"].entries.values() if "letters" in e.data}


def _are_apart(left: Mention, right: Mention) -> bool:
    """Towns with nothing but a break between them (`NYC<br>Paris`), of which none is in the other."""
    where = [tuple(one.data.get(key) for key in _WHERE) for one in (left, right)]
    return where[0] != where[1] and {left.data.get("type"), right.data.get("type")} <= _TOWNS


def _in_brackets(text: str, one: Mention) -> bool:
    return text.count("(", 0, one.start) > text.count(")", 0, one.start)


def _without_link(piece: Cell) -> Cell:
    """Without the sign or word that joins a place to the next one."""
    piece = piece.rstrip().rstrip("/,;|&•+").rstrip()
    last = piece.text.rsplit(maxsplit=1)
    if len(last) == 2 and last[1] in ("and", "or"):
        piece = piece.cut(0, len(piece.text) - len(last[1])).rstrip().rstrip(",").rstrip()
    return piece
