"""Lines that scraping ran together: the name of the next thing touches the time of an amount (`$28.60 per hourDenturist`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalizers import figures
from schemas import Cell

LONGEST = 100
_TOUCHES = re.compile(r"\d.*[a-z][A-Z][a-z]")


def parted(lines: Sequence[Cell]) -> list[Cell]:
    """The lines, with such names on lines of their own."""
    return [part for line in lines for part in _parts(line)]


def _parts(line: Cell) -> Iterator[Cell]:
    found = figures.find(line) if len(line) <= LONGEST and _TOUCHES.search(line.text) is not None else []
    end = line.offset(found[0].cell.end) if len(found) == 1 and found[0].period is not None else 0
    if line.text[end - 1 : end].islower() and line.text[end : end + 1].isupper():
        yield from (line.cut(0, end), line.cut(end, len(line)))
    else:
        yield line
