"""Rows of a destroyed table that go on below what was put between them: an advertisement, or a heading (`Middle of the pack`).

Nothing names their columns again; what they hold is what the columns of the table above them hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text import flat_rows, glued_rows, rows, tabbed
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.headers import Aligned
from extractors.readers.scraped_text.pieces import Rows
from extractors.readers.scraped_text.stacked_rows import VALUES, kind_of_cell, rows_of
from schemas import Cell, Table

FURTHEST = 12
"""Lines behind a table among which its rows may go on."""
LEAST_VALUES = 2
"""Columns of values by which rows are known again."""


def table(lines: Sequence[Cell], at: int, number: int, before: Table) -> tuple[Table, int] | None:
    """The rows from a line on below the header of the table `before`, where they hold the same kinds of things; and the line behind."""
    if before.context == "broken_table":
        return _cells_a_line(lines, at, number, before)
    glued = before.context == "glued_table"
    if not glued and before.context != "flattened_table":
        return None
    if (parted := tabbed.goes_on(lines, at, number, before)) is not None:
        return parted
    found, stop = rows.body(lines, at, glued=glued)
    if len(found) < rows.MIN_ROWS:
        return None
    aligned = _below(before, _settled(lines[at:stop], found, glued=glued), glued=glued)
    if aligned is None:
        return None
    if len(found) == rows.LOOKED_AT:
        found, stop = rows.body(lines, at, glued=glued, most=None)
    cut = _settled(lines[at:stop], found, glued=glued)
    return rows.put_together(aligned, cut, number, at, glued=glued)


def _settled(lines: Sequence[Cell], found: Rows, *, glued: bool) -> Rows:
    """Rows cut by what all of them together show."""
    return glued_rows.settled(lines, found, ranked=False) if glued else flat_rows.settled(found)


def _cells_a_line(lines: Sequence[Cell], at: int, number: int, before: Table) -> tuple[Table, int] | None:
    """The same of rows whose cells stand one a line."""
    width = len(before.rows[0])
    found, stop, doubts = rows_of(lines, at, width)
    if len(found) < rows.MIN_ROWS or doubts or before.header_rows != 1:
        return None
    known = _kinds(before)
    kinds = [[kind_of_cell(cell) for cell in row] for row in found]
    alike = all(
        own == kind or "none" in (own, kind) for row in kinds for own, kind in zip(row, known, strict=True)
    )
    valued = sum(kind in VALUES for kind in known)
    if not alike or valued < min(LEAST_VALUES, width - 1):
        return None
    return grid([list(before.rows[0]), *found], number, "broken_table"), stop


def _below(before: Table, cut: Rows, *, glued: bool) -> Aligned | None:
    """The columns of a table dealt out to further rows; None where they hold other things."""
    names = before.rows[0]
    said = [name for name in names if name.text]
    aligned = rows.align_to(Cell.joined(said, "\n"), said, cut, glued=glued)
    if aligned is None or [column.name.text for column in aligned.columns] != [name.text for name in names]:
        return None
    kinds = [column.kind for column in aligned.columns]
    alike = [own for own, kind in zip(kinds, _kinds(before), strict=True) if own == kind]
    valued = sum(kind in VALUES for kind in alike)
    return aligned if valued >= LEAST_VALUES and len(alike) >= len(kinds) - 1 else None


def _kinds(table: Table) -> list[str]:
    """What most cells of each column are."""
    return [
        Counter(kind_of_cell(row[at]) for row in table.rows[1:] if row[at].text).most_common(1)[0][0]
        if any(row[at].text for row in table.rows[1:])
        else "text"
        for at in range(len(table.rows[0]))
    ]
