"""Lines that scraping set apart by blank ones, one cell of a table a line."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.scraped_text.stacked_rows import MAX_CELL, VALUES, kind_of_cell
from schemas import Cell

LEAST_LINES, LEAST_VALUES = 8, 3
"""So many short lines, and so many amounts among them, are cells; fewer are headings and the like."""
MOST_BLANK = 3


def closed(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without the blank ones that stand between every two of a run of short ones, where amounts are among them."""
    found: list[Cell] = []
    at = 0
    while at < len(lines):
        run, behind = _run(lines, at)
        cells = len(run) >= LEAST_LINES and sum(kind_of_cell(line) in VALUES for line in run) >= LEAST_VALUES
        found += run if cells else lines[at:behind]
        at = behind
    return found


def _run(lines: Sequence[Cell], at: int) -> tuple[list[Cell], int]:
    """The short lines from here that blank ones part, and the line behind them; one line where there are none."""
    run: list[Cell] = []
    while at < len(lines) and 0 < len(lines[at].text.strip()) <= MAX_CELL:
        behind = at + 1
        while behind < len(lines) and not lines[behind].text.strip():
            behind += 1
        if not 1 < behind - at <= MOST_BLANK + 1 and run:
            break
        run.append(lines[at])
        if behind == at + 1:
            return run, behind
        at = behind
    return (run, at) if run else ([lines[at]], at + 1)
