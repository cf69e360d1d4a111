"""Labels that a table writes once: below them stands a sign (`↳`, `〃`, `ditto`), or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pay_columns.column import Column
from normalizers import figures
from schemas import Cell, Table
from schemas.wordings import pattern

_GROUPS = ("company", "role", "region", "employer_group")
"""Kinds of labels of which a first column shows each once, above the rows that it holds for."""


def filled(table: Table, columns: Sequence[Column]) -> Table:
    """The table with each label in all of the rows that it holds for."""
    rows = [list(row) for row in table.rows]
    for column in columns:
        for above, row in zip(rows[table.header_rows :], rows[table.header_rows + 1 :], strict=False):
            said, cell = above[column.index], row[column.index]
            if said and not figures.find(said) and (_is_sign(cell) or _is_left_empty(column, row, columns)):
                row[column.index] = said
    return replace(table, rows=tuple(tuple(row) for row in rows))


def _is_sign(cell: Cell) -> bool:
    return pattern("same_as_above").fullmatch(cell.text.strip(" *_")) is not None


def _is_left_empty(column: Column, row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether only the first column of a row is empty, and the next one tells it from the row above."""
    if column.index or column.holds not in _GROUPS or row[0] or len(columns) < 2:
        return False
    return columns[1].holds_labels and bool(row[1]) and all(row[1:])
