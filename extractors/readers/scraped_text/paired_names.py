"""Names of columns that stand two on a line, as the cells below them do not (`Total Compensation Base | Stock (yr) | Bonus`).

What such lines begin with above the last of them is the entry `first_of_two_names` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.several_in_one import names_of, total_and_first
from schemas import Cell
from schemas.wordings import pattern

MOST_ABOVE = 4
LEAST_PARTS = 3


def apart(lines: Sequence[Cell]) -> list[Cell]:
    """The lines, with two names on lines of their own where one line names a total and its parts, and those above it are alike."""
    cuts: dict[int, int] = {}
    for at, line in enumerate(lines):
        if (cut := _total_and_parts(line)) is None:
            continue
        cuts[at] = cut
        for above in range(at - 1, max(-1, at - 1 - MOST_ABOVE), -1):
            first = pattern("first_of_two_names").match(lines[above].text.strip())
            if first is None:
                break
            cuts[above] = first.end()
    return [part for at, line in enumerate(lines) for part in _cut(line, cuts.get(at))]


def _total_and_parts(line: Cell) -> int | None:
    """Where the name of the total ends."""
    names = names_of(line)
    both = total_and_first(names[0]) if len(names) >= LEAST_PARTS else None
    return len(both[0]) if both is not None and "total" in both[0].text.lower() else None


def _cut(line: Cell, end: int | None) -> list[Cell]:
    if end is None:
        return [line]
    own = line.strip()
    return [own.cut(0, end), own.cut(end, len(own)).strip()]
