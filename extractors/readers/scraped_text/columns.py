"""The pieces of rows under their columns: what kinds of things stand in a row decides, and a cell may be missing.

Rows with the same kinds in the same order are dealt out in the same way, which is worked out once.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from extractors.readers.scraped_text import side_by_side
from extractors.readers.scraped_text.headers import Named
from extractors.readers.scraped_text.pieces import Piece
from schemas import Cell
from schemas.fixed import fixed

EMPTY = 1.2
EMPTY_LABEL = 2.5
EMPTY_NOTE = 0.6
"""What it costs that the last column, of words, has none: a remark that is not needed in each row."""
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

    @property
    def empty(self) -> int:
        """How many slots have no piece."""
        return sum(start == stop for start, stop in self.spans)


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
                price = _price(slot.kind, kinds[start:stop], first=number == 0, last=number == len(into) - 1)
                if price is None:
                    continue
                known = reached.get(stop)
                if known is None or cost + price < known[0]:
                    reached[stop] = (cost + price, (*spans, (start, stop)))
        best.append(reached)
    final = best[-1].get(len(kinds))
    return Dealt(final[1], final[0]) if final else None


def _price(kind: str, taken: Sequence[str], *, first: bool = False, last: bool = False) -> float | None:
    if not taken:
        return EMPTY_LABEL if first else EMPTY_NOTE if last and kind == "text" else EMPTY
    if len(taken) == 1:
        return 0.0 if taken[0] == kind else _MISFIT[kind].get(taken[0], 0.5)
    if kind in ("text", "span", "rating"):
        return 0.3 * (len(taken) - 1) + sum(_MISFIT["text"].get(one, 0.0) for one in taken if one != "number")
    if (
        taken[0] not in ("text", "none")
        and taken[1] == "text"
        and set(taken[2:]) <= {"text", "span", "number"}
    ):
        return 0.4 * (len(taken) - 1) + (_price(kind, taken[:1]) or 0.0)
    return None


Cuts = Mapping[tuple[int, str], side_by_side.Cut]
"""Where words of several columns are cut, by the number of their slot."""


def cuts(rows: Sequence[tuple[Sequence[Piece], Dealt]], into: Sequence[Slot], *, glued: bool) -> Cuts:
    """The words in slots of several columns, cut by what all rows together show."""
    found: dict[tuple[int, str], side_by_side.Cut] = {}
    for number, slot in enumerate(into):
        spans = [(row, dealt.spans[number : number + 2]) for row, dealt in rows]
        names = slot.names
        if len(names) == 1:
            # Words of two columns in the first of them, where other rows have something between.
            spans = [(row, two) for row, two in spans if len(two) > 1 and two[1][0] == two[1][1]]
            beside = into[number + 1 : number + 2]
            names = (*names, *(one.names[0] for one in beside if slot.kind == one.kind == "text"))
        texts = [_together([piece.cell for piece in row[a:b]]).text for row, ((a, b), *_) in spans if a < b]
        if len(names) == 1 or not texts:
            continue
        kinds = side_by_side.kinds_of(names)
        for text, cut in zip(texts, side_by_side.cut(texts, kinds, glued=glued), strict=True):
            if cut is not None and (
                len(slot.names) > 1 or (any(kinds) and cut.weight >= 1 and cut.lead >= side_by_side.SURE)
            ):
                found[number, text] = cut
    return found


def cells(row: Sequence[Piece], dealt: Dealt, into: Sequence[Slot], cuts: Cuts) -> list[Cell]:
    """The cells of a row; slots of several columns of words are cut into as many cells."""
    found: list[Cell] = []
    end = row[0].cell.start
    for number, (slot, (start, stop)) in enumerate(zip(into, dealt.spans, strict=True)):
        count = len(slot.names)
        if start == stop:
            two = cuts.get((number - 1, found[-1].text)) if found else None
            if two is not None and len(into[number - 1].names) == count == 1:
                found[-1:] = [
                    found[-1].cut(*pair).strip()
                    for pair in ((0, two.edges[0]), (two.edges[0], len(found[-1])))
                ]
            else:
                found += [Cell("", end)] * count
            continue
        cell = _together([piece.cell for piece in row[start:stop]])
        end = cell.end
        edges = cuts[number, cell.text].edges if count > 1 and (number, cell.text) in cuts else ()
        own = [cell.cut(a, b).strip() for a, b in itertools.pairwise((0, *edges, len(cell)))]
        found += [*own, *[Cell("", end)] * (count - len(own))]
    return found


def _together(parts: Sequence[Cell]) -> Cell:
    """Pieces of one cell: those that touch stay so."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Cell.joined([whole, part], "" if whole.end == part.start else " ")
    return whole
