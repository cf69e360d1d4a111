"""Rows of cells one a line whose first cell was broken over lines (`L3` / `Senior` / `$389K` / `$217K`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.glued_rows import holds_amount
from extractors.readers.scraped_text.names import holds_counts, holds_values, is_header
from extractors.readers.scraped_text.stacked_rows import (
    BASED_ON,
    COUNT,
    LEAST_NAMES,
    MAX_CELL,
    VALUES,
)
from extractors.readers.scraped_text.values import RANK, kind_of
from extractors.readers.scraped_text.wholeness import A_YEAR
from schemas import Cell, Table

MAX_COLUMNS, MAX_NAME = 12, 40
_TWO_NAMES = re.compile(r"[A-Z][a-z]+ \| [A-Z][a-z]+")
"""`Location | Date`, the name of a column whose cells hold both."""
LEAST_LIKE = 2
"""Rows like the first by which one is surer of names that nobody knows."""
LEAST_RECORDS, MOST_WORDS = 3, 3
"""Rows that are told by their amounts alone, and lines of words that each of them has at most."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows whose first cell was broken over lines (`L3` / `Senior` / `$389K` / `$217K`): as many values each, at the end."""
    found = [one for one in (_alike(lines, at, number), _of_records(lines, at, number)) if one is not None]
    return max(found, key=lambda one: one[1], default=None)


def _alike(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows of as many lines each."""
    runs, _ = _runs(lines, at, most=LEAST_NAMES)
    if len(runs) < LEAST_NAMES or len(runs[0][0]) - len(runs[1][0]) < LEAST_NAMES:
        return None
    (opening, values), *later = runs
    texts = len(later[0][0])
    names, first = opening[: len(opening) - texts], opening[len(opening) - texts :]
    labels = len(names) - len(values)
    if not 1 <= labels <= texts or not holds_values(" ".join(name.text for name in names[labels:])):
        return None
    known = [_is_name(name) for name in names]
    (_, *later), end = _runs(lines, at)
    # Where rows go on alike again and again, a name that nobody knows may stand among the others.
    if not all(known) and not (known[0] and 2 * sum(known) > len(names) and len(later) >= LEAST_LIKE):
        return None
    rows = [[*_joined(words, labels), *own] for words, own in ((first, values), *later)]
    if counts_elsewhere(names, rows[0]):
        return None
    return grid([names, *rows], number, "broken_table"), end


def _of_records(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows with one to three lines of words each (`SDE` / `59` / `$161K` / `$122K`, then `60` / `$172K` / `$134K`).

    The names of the columns are known. The words of a record are those above its amounts; a bare number among them is a code.
    """
    runs, _ = _runs(lines, at, most=LEAST_RECORDS, records=True)
    if len(runs) < LEAST_RECORDS or len(runs[0][1]) < LEAST_NAMES:
        return None
    (opening, values), *_ = runs
    names, first = opening[: len(values) + 1], opening[len(values) + 1 :]
    if not 1 <= len(first) <= MOST_WORDS or not all(map(_is_name, names)) or any(map(_is_name, first)):
        return None
    (_, *later), end = _runs(lines, at, records=True)
    rows = [[*_joined(words, 1), *own] for words, own in ((first, values), *later)]
    return grid([names, *rows], number, "broken_table"), end


def _runs(
    lines: Sequence[Cell], at: int, *, most: int | None = None, records: bool = False
) -> tuple[list[tuple[list[Cell], list[Cell]]], int]:
    """Lines of words and the lines of values below them, again and again; all but the first alike in number, unless they are records."""
    runs: list[tuple[list[Cell], list[Cell]]] = []
    kinds = (*VALUES, "none") if records else (*VALUES, "number", "none")
    while most is None or len(runs) < most:
        words, behind = _while(lines, at, kinds, values=False)
        values, end = _while(lines, behind, kinds, values=True)
        told = len(words) <= MOST_WORDS if records else len(runs) < 2 or len(words) == len(runs[1][0])
        alike = not runs or (told and len(values) == len(runs[0][1]))
        if not words or len(values) < 2 or not alike:
            break
        runs.append((words, values))
        at = end
    return runs, at


def _while(lines: Sequence[Cell], at: int, kinds: Sequence[str], *, values: bool) -> tuple[list[Cell], int]:
    """The lines from here that are (or are not) values, one blank line between rows left out; a long line ends both."""
    found: list[Cell] = []
    while at < len(lines) and len(found) < 2 * MAX_COLUMNS:
        cell = lines[at].strip()
        if not cell and at + 1 < len(lines) and lines[at + 1].text.strip():
            at += 1
            continue
        if not 0 < len(cell) <= MAX_CELL or (kind_of(cell) in kinds) != values:
            break
        found.append(cell)
        at += 1
    return found, at


def _joined(words: list[Cell], labels: int) -> list[Cell]:
    """The words of a row in as many cells as there are labels: what is too many belongs to the first."""
    more = len(words) - labels + 1
    return [Cell.joined(words[:more], " "), *words[more:]]


def counts_elsewhere(names: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether `312 salaries` stands in a column whose name speaks of no count: it belongs to the label above it."""
    named = zip(names, row, strict=True)
    return any(COUNT.fullmatch(cell.text) and not holds_counts(name.text) for name, cell in named)


def _is_name(line: Cell) -> bool:
    return may_be_name(line) and is_header(line.text)


def may_be_name(line: Cell) -> bool:
    """Whether a line may be the name of a column: short, no value, and without an amount."""
    text = line.text.strip()
    return (
        0 < len(text) <= MAX_NAME
        and ("|" not in text or _TWO_NAMES.fullmatch(text) is not None)
        and (kind_of(line) == "text" or A_YEAR.fullmatch(text) or RANK.fullmatch(text) is not None)
        and not holds_amount(line, glued=False)
        and COUNT.fullmatch(text) is None
        and BASED_ON.match(text) is None
        and not text.startswith("/")
    )
