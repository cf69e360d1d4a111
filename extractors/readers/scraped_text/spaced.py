"""Lines that scraping set apart by blank ones, one cell or one row of a table a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.readers.scraped_text.stacked_rows import MAX_CELL, VALUES, kind_of_cell
from normalizers import labels
from normalizers.headers import vocabulary
from schemas import Cell

LEAST_LINES, LEAST_VALUES = 8, 3
"""So many short lines, and so many amounts among them, are cells; fewer are headings and the like."""
MOST_BLANK = 3
MOST_NAMES, LONGEST_NAME = 8, 30
LEAST_ROWS, LEAST_NUMBERS, LONGEST_ROW = 3, 2, 120
"""Rows with as many numbers at their ends that make a table, the numbers, and the letters of a row."""
_NUMBERS = re.compile(r"(?:\s+(?:[$€£₹]?\d[\d.,]*%?|[–—-]))+\s*\Z")


def closed(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without the blank ones between short ones with amounts among them, or between rows that end with as many numbers.

    Nor does one stay between names of columns, one a line, and the cells below them.
    """
    return _below_names(_cells(_rows(lines)))


def _below_names(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without a lone blank one between `Role` / `Seed` / `Series A` and `CFO` / `0.7-1.1%` / `0.5-0.9%`."""
    return [
        line for at, line in enumerate(lines) if line.text.strip() or not _parts_names_from_cells(lines, at)
    ]


def _parts_names_from_cells(lines: Sequence[Cell], at: int) -> bool:
    names = list(
        takewhile(
            lambda line: 0 < len(line.text.strip()) <= LONGEST_NAME,
            reversed(lines[max(0, at - MOST_NAMES) : at]),
        )
    )
    cells = list(
        takewhile(
            lambda line: 0 < len(line.text.strip()) <= MAX_CELL, lines[at + 1 : at + 1 + 2 * MOST_NAMES]
        )
    )
    if len(names) < LEAST_ROWS or len(cells) < LEAST_LINES:
        return False
    values = sum(kind_of_cell(line) in VALUES for line in cells)
    named = labels.column(names[-1].text.strip()) in vocabulary.kinds()
    return named and 2 * values >= len(cells) and not any(kind_of_cell(line) in VALUES for line in names)


def _rows(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without the blank ones between the rows of a table, and above the first of them."""
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    counts = [_numbers(lines[at]) for at in said]
    left_out: set[int] = set()
    first = 0
    while first < len(said):
        stop = first
        while stop < len(said) and counts[stop] == counts[first] and _near(said, stop, first):
            stop += 1
        if counts[first] >= LEAST_NUMBERS and stop - first >= LEAST_ROWS:
            above = first - 1 if first and said[first] - said[first - 1] <= MOST_BLANK + 1 else first
            left_out.update(range(said[above] + 1, said[stop - 1]))
        first = max(stop, first + 1)
    return [line for at, line in enumerate(lines) if at not in left_out or line.text.strip()]


def _near(said: Sequence[int], at: int, first: int) -> bool:
    return at == first or 1 < said[at] - said[at - 1] <= MOST_BLANK + 1


def _numbers(line: Cell) -> int:
    """How many numbers stand at the end of a line that begins with words."""
    found = _NUMBERS.search(line.text) if len(line) <= LONGEST_ROW else None
    return len(found.group().split()) if found is not None and line.text[: found.start()].strip() else 0


def _cells(lines: Sequence[Cell]) -> list[Cell]:
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
