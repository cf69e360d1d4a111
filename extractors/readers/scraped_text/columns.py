"""The pieces of rows under their columns: what kinds of things stand in a row decides, and a cell may be missing.

Rows with the same kinds in the same order are dealt out in the same way, which is worked out once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.readers.scraped_text import two_labels
from extractors.readers.scraped_text.headers import Named
from extractors.readers.scraped_text.pieces import Piece
from normalizers import labels, mentions
from schemas import Cell
from schemas.fixed import fixed

_CASE_CHANGE = re.compile(r"(?<=[a-z)\d])(?=[A-Z])")
_GAP = re.compile(r"\s+")
_SUBJECTS = ("level", "place", "company", "role")
EMPTY = 1.2
EMPTY_LABEL = 2.5
DOUBTFUL = 1.0
"""A row that costs as much is one whose cells may stand elsewhere."""
MOST = 8
"""Pieces that one cell has at most."""
_MISFIT = {
    "money": {"percent": 0.4, "number": 0.5, "text": 0.8, "span": 0.8, "none": 0.0},
    "percent": {"money": 0.4, "number": 0.3, "text": 0.8, "span": 0.5, "none": 0.0},
    "number": {"percent": 0.8, "money": 1.2, "text": 0.9, "span": 0.4, "none": 0.0},
    "span": {"number": 0.2, "text": 0.4, "none": 0.2, "percent": 1.0, "money": 2.0},
    "text": {"number": 0.3, "span": 0.2, "none": 0.3, "rating": 0.1, "percent": 0.8, "money": 1.5},
    "rating": {"text": 0.3, "none": 0.2, "span": 0.8, "number": 0.8, "percent": 1.0, "money": 2.0},
    "none": {"money": 0.2, "percent": 0.2, "number": 0.2, "text": 0.4, "span": 0.4},
}


KINDS = frozenset(_MISFIT)
"""Kinds of things that a column may hold."""


@fixed
class Slot:
    """Columns that take the same pieces: one column, or several of words with nothing between them."""

    kind: str
    names: tuple[str, ...]


@fixed
class Dealt:
    """The pieces of each slot (`start`, `stop`), and how badly they fit."""

    spans: tuple[tuple[int, int], ...]
    cost: float


def slots(columns: Sequence[Named]) -> list[Slot]:
    """The columns of an aligned header, those that share a piece together."""
    found: list[Slot] = []
    last: tuple[int, int] | None = None
    for column in columns:
        own = (column.start, column.stop)
        if own == last:
            found[-1] = Slot(found[-1].kind, (*found[-1].names, column.name.text))
        else:
            found.append(Slot(column.kind, (column.name.text,)))
        last = own
    return found


def deal(kinds: Sequence[str], into: Sequence[Slot]) -> Dealt | None:
    """Pieces of these kinds dealt out to the slots, in order, as cheaply as can be; None where they cannot be."""
    best: list[dict[int, tuple[float, tuple[tuple[int, int], ...]]]] = [{0: (0.0, ())}]
    for number, slot in enumerate(into):
        reached: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {}
        for start, (cost, spans) in best[-1].items():
            for stop in range(start, min(len(kinds), start + MOST) + 1):
                price = _price(slot.kind, kinds[start:stop], first=number == 0)
                if price is None:
                    continue
                known = reached.get(stop)
                if known is None or cost + price < known[0]:
                    reached[stop] = (cost + price, (*spans, (start, stop)))
        best.append(reached)
    final = best[-1].get(len(kinds))
    return Dealt(final[1], final[0]) if final else None


def _price(kind: str, taken: Sequence[str], *, first: bool) -> float | None:
    if not taken:
        return EMPTY_LABEL if first else EMPTY
    if len(taken) == 1:
        return 0.0 if taken[0] == kind else _MISFIT[kind].get(taken[0], 0.5)
    if kind in ("text", "span", "rating"):
        return 0.3 * (len(taken) - 1) + sum(_MISFIT["text"].get(one, 0.0) for one in taken if one != "number")
    if len(taken) == 2 and taken[1] == "text" and taken[0] not in ("text", "none"):
        return 0.4 + (_price(kind, taken[:1], first=first) or 0.0)
    return None


def cells(row: Sequence[Piece], dealt: Dealt, into: Sequence[Slot], *, glued: bool) -> list[Cell]:
    """The cells of a row; slots of several columns of words are cut into as many cells."""
    found: list[Cell] = []
    end = row[0].cell.start
    for slot, (start, stop) in zip(into, dealt.spans, strict=True):
        count = len(slot.names)
        if start == stop:
            found += [Cell("", end)] * count
            continue
        cell = _together([piece.cell for piece in row[start:stop]])
        end = cell.end
        cut = [cell] if count == 1 else _cut_words(cell, slot.names, glued=glued)
        found += [*cut, *[Cell("", end)] * (count - len(cut))]
    return found


def _together(parts: Sequence[Cell]) -> Cell:
    """Pieces of one cell: those that touch stay so."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Cell.joined([whole, part], "" if whole.end == part.start else " ")
    return whole


def _cut_words(cell: Cell, names: Sequence[str], *, glued: bool) -> list[Cell]:
    """Words of several columns: cut where the names say what they are, else behind a known label or at a capital."""
    cut: list[Cell] = []
    rest = cell
    for name, behind in itertools.pairwise(names):
        edges = [found.start() for found in (_CASE_CHANGE if glued else _GAP).finditer(rest.text)]
        if not edges:
            break
        kind, next_kind = (two_labels.SUBJECT_OF.get(labels.column(one) or "") for one in (name, behind))
        sure = two_labels.cut_between(rest.text, kind, next_kind) if kind and next_kind else None
        known = [edge for edge in edges if _is_label(rest.text[:edge], kind)]
        edge = sure or (known[-1 if kind and not glued else 0] if known else edges[0])
        cut.append(rest.cut(0, edge).strip())
        rest = rest.cut(edge, len(rest)).strip()
    return [*cut, rest]


def _is_label(text: str, kind: str | None) -> bool:
    """Whether a text ends with a known label of that kind (of any, where the column's name does not say)."""
    found = mentions.find(Cell(text), (kind,) if kind else _SUBJECTS)
    return any(one.end == len(text) for one in found) if kind else bool(found)
