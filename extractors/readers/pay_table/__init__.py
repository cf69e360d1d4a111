"""Tables of pay: what the axes of a table mean, and its cells as rows.

Decided by vocabulary and content, never by position. A label may stand in the header of a column, in a cell of the
same row, in the figure's own cell, in a heading or sentence above the table, or hold for the whole page; the nearest
one counts. What cannot be interpreted becomes a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.readers import lead_ins, level_equivalences, list_kinds, several_in_one
from extractors.readers.captions import captions
from extractors.readers.pay_columns import columns
from extractors.readers.pay_columns.column import Column
from extractors.readers.pay_columns.defined import mark_defined
from extractors.readers.pay_table import cells, repeated
from extractors.readers.pay_table.sheet import Sheet
from schemas import Cell, Extract, Facts, Table
from schemas.row import Label


def rows(
    table: Table,
    scope: Mapping[str, Label] | None = None,
    intro: Cell | None = None,
    heading: Cell | None = None,
    *,
    states_role: bool = True,
) -> Iterator[Extract]:
    """The rows of one table.

    `scope` are labels that hold above the table, by row key; `intro` is the text that introduces it, `heading` what it
    stands under. `states_role` is whether the page itself says whose pay it is; else fields of work in the table do. Levels
    that a table sets equal come as `Facts`. Columns that begin again (`Point | Salary | Point | Salary`) are a table each.
    """
    for part in _side_by_side(several_in_one.columns_apart(table)):
        yield from _rows(part, scope or {}, intro, heading, states_role)


def _side_by_side(table: Table) -> Iterator[Table]:
    """The tables that stand side by side in one grid, to save height in print; most often the one table itself."""
    header = [cell.text for cell in table.rows[0]] if table.rows and table.header_rows else []
    width = next((n for n in range(2, len(header) // 2 + 1) if header == header[:n] * (len(header) // n)), 0)
    if not width or len(set(header[:width])) < width:
        yield table
        return
    for start in range(0, len(header), width):
        yield replace(table, rows=tuple(row[start : start + width] for row in table.rows))


def _rows(
    table: Table,
    scope: Mapping[str, Label],
    intro: Cell | None,
    heading: Cell | None,
    states_role: bool,
) -> Iterator[Extract]:
    names = table.rows[0] if table.rows and table.header_rows else ()
    around = captions(table.caption, intro, heading, names)
    grid = columns(table, around.stated(scope))
    if table.header_rows:
        mark_defined(grid, table.rows[table.header_rows - 1], intro)
    lists = list_kinds.of(table.caption, heading, lead_ins.leading_to_a_list(intro))
    _name_first(grid, lists)
    table = repeated.filled(table, grid)
    if not any(column.holds_figures for column in grid):
        facts = level_equivalences.of_table(table, grid, scope)
        if facts:
            yield Facts(levels=facts)
    stated = states_role and "role" in scope
    yield from cells.read(Sheet(table, grid, dict(scope), around, stated, lists))


def _name_first(grid: Sequence[Column], kind: str | None) -> None:
    """Names that no vocabulary knows, in a first column without a header that does, are what the heading lists."""
    first = grid[0] if grid else None
    if kind is None or first is None or first.holds != "qualifier":
        return
    if first.header is None or first.header.holds is None:
        first.holds = kind
