"""Rows of a table with one cell over all columns (`Scotland`, `Housing`), which say what the rows below them are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from normalizers import figures, headers
from normalizers.headers import SUBJECTS, Header
from schemas import Cell, Table
from schemas.row import Value

LONGEST = 60
"""Characters of a row that names what stands below it; a longer one is a note."""
_LEAST_COLUMNS = 3
_KEYS = frozenset((*SUBJECTS.values(), "period", "currency"))


def is_banner(row: Sequence[Cell]) -> bool:
    """Whether a row has one cell over all columns, or text in its first one alone, and no figure in it.

    Of two columns the second is as likely one that nobody filled in.
    """
    if len(row) < _LEAST_COLUMNS or not row[0].text.strip():
        return False
    alone = all(not cell.text.strip() or cell.span == row[0].span for cell in row)
    return alone and not figures.find(row[0])


def above(table: Table) -> dict[int, Header]:
    """What the banner above each row says, by the number of the row; rows below none are left out.

    In a glued table a row of words alone has lost its amounts, and heads nothing.
    """
    found: dict[int, Header] = {}
    if table.context == "glued_table":
        return found
    said: Header | None = None
    for number in range(table.header_rows, len(table.rows)):
        row = table.rows[number]
        if is_banner(row):
            said = headers.read(row[0]) if len(row[0]) <= LONGEST else None
        elif said is not None:
            found[number] = said
    return found


def labels(said: Header) -> Mapping[str, Value]:
    """Whom and what the rows below a banner are about, as far as it says so."""
    return {key: value for key, value in said.labels.items() if key in _KEYS}


def is_about_figures(said: Header) -> bool:
    """Whether a banner says what the figures below it are: a part of pay (`Bonus`), or no pay (`Housing costs`)."""
    return bool(said.components or said.not_pay)
