"""Names one a line (`Employment`, `Mean hourly wage`, `Mean annual wage`), and below all of them their values one a line."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import holds_counts, holds_values
from extractors.readers.scraped_text.values import kind_of
from normalizers import labels
from schemas import Cell, Table

LEAST_NAMES, MOST_NAMES, LONGEST_NAME = 3, 10, 60
_VALUES = ("money", "percent", "number", "none")


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table of one row whose first name stands at a line, and the line behind its last value.

    As many values as names stand in one run of lines, and the amounts are where the names of pay are.
    """
    stop = at
    while stop < min(len(lines), at + MOST_NAMES) and _is_name(lines[stop]):
        stop += 1
    size = stop - at
    end = stop + size
    if size < LEAST_NAMES or end > len(lines) or (end < len(lines) and lines[end].text.strip()):
        return None
    names, values = ([line.strip() for line in run] for run in (lines[at:stop], lines[stop:end]))
    kinds = [kind_of(value) for value in values]
    if not all(map(_fits, names, kinds)) or "money" not in kinds:
        return None
    return grid([names, values], number, "broken_table"), end


def _is_name(line: Cell) -> bool:
    text = line.text.strip()
    told = text[:1].isalpha() and text[-1:] not in (".", ":", "?", "!")
    return 1 < len(text) <= LONGEST_NAME and told and kind_of(line) not in _VALUES


def _fits(name: Cell, kind: str) -> bool:
    """An amount below the name of pay or of a rank, a count below that of a count (`Wage RSE` is none of pay)."""
    if holds_counts(name.text):
        return kind in ("number", "percent", "none")
    if holds_values(name.text):
        return kind in ("money", "percent", "none")
    return kind == "money" and labels.level(name.text) is not None
