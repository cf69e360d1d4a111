"""Lines that scraping set apart by blank ones, one cell of a table a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

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
        run.append(lines[at])
        at += 1
        blank = sum(1 for _ in takewhile(lambda line: not line.text.strip(), lines[at : at + MOST_BLANK + 1]))
        if not 1 <= blank <= MOST_BLANK:
            return run, at
        at += blank
    return (run, at) if run else ([lines[at]], at + 1)
