"""Lines that scraping ran together: the name of the next thing touches an amount (`$28.60 per hourDenturist`), or a button a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalizers import figures, labels
from schemas import Cell, Figure
from schemas.wordings import alternatives

LONGEST, LEAST_PARTS = 300, 2
_TOUCHES = re.compile(r"\d.*[a-zKM][A-Z][a-z]")
_POSTED = re.compile(r"(?<=[a-z)])(?=Posted (?:today|yesterday|just now|\d))")
_BUTTON = re.compile(rf"(?<=[a-z)])(?:{alternatives('glued_buttons')})$")


def parted(lines: Sequence[Cell]) -> list[Cell]:
    """The lines, with such names on lines of their own and without such buttons."""
    return [part for line in lines for dated in _dated(line) for part in _parts(_without_button(dated))]


def _dated(line: Cell) -> list[Cell]:
    """A line as it is, or up to how old an advert is, and that (`$3,000 hiring bonusPosted today`)."""
    posted = _POSTED.search(line.text) if len(line) <= LONGEST else None
    return [line.cut(0, posted.start()), line.cut(posted.start(), len(line))] if posted else [line]


def _without_button(line: Cell) -> Cell:
    button = _BUTTON.search(line.text) if len(line) <= LONGEST else None
    return line.cut(0, button.start()) if button is not None else line


def _parts(line: Cell) -> Iterator[Cell]:
    stated = figures.find(line) if len(line) <= LONGEST and _TOUCHES.search(line.text) is not None else []
    cuts = _cuts(line, stated) if _alike(line, stated) else []
    if not cuts:
        yield line
        return
    yield from (line.cut(start, stop) for start, stop in pairwise([0, *cuts, len(line)]))


def _cuts(line: Cell, stated: Sequence[Figure]) -> list[int]:
    """Where an amount ends that a name with a capital letter touches."""
    ends = [line.offset(figure.cell.end) for figure in stated]
    return [end for end in ends if line.text[end : end + 1].isupper() and line.text[end - 1 : end].isalnum()]


def _alike(line: Cell, stated: Sequence[Figure]) -> bool:
    """Whether each amount of a line says its time (`Boston$31 per hourAustin$28 per hour`), or has the name of a statistic in front."""
    if stated and all(figure.period_cell is not None for figure in stated):
        return True
    starts = [0, *(line.offset(figure.cell.end) for figure in stated)]
    names = [
        line.text[start : line.offset(figure.cell.start)]
        for start, figure in zip(starts, stated, strict=False)
    ]
    return len(stated) >= LEAST_PARTS and all(labels.statistic(name) is not None for name in names)
