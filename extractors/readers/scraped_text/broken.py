"""Tables broken over lines, one cell a line, and tables whose pipes were doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Cell, Table
from schemas.block import TableContext

_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+\s*")
_DOUBLE = re.compile(r"\|[^|\n]*(?:\|\|[^|\n]*)+\|?")


def broken(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table whose rows open with a lone pipe and hold one cell a line; returns it and the line behind it.

    The last cell of a row ends in no pipe where the next line opens another row; what follows the last full row is text.
    """
    if lines[at].text.strip() != "|":
        return None
    rows: list[list[Cell]] = []
    stop = at
    ruled = False
    while stop < len(lines):
        text = lines[stop].text.strip()
        if _RULE.fullmatch(text):
            ruled, stop = True, stop + 1
        elif text == "|":
            row, stop = _row(lines, stop + 1)
            rows.append(row)
        else:
            break
    rows = [row for row in rows if row]
    if len(rows) < 2 or not ruled:
        return None
    return grid(rows, number, "broken_table"), stop


def _row(lines: Sequence[Cell], at: int) -> tuple[list[Cell], int]:
    row: list[Cell] = []
    while at < len(lines):
        line = lines[at].strip()
        if line.text == "|" or _RULE.fullmatch(line.text) or not line.text.endswith("|"):
            break
        row.append(line.rstrip("|").strip())
        at += 1
    return row, at


def doubled(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table whose cells stand between doubled pipes: `|a||b||c|`."""
    rows: list[list[Cell]] = []
    stop = at
    while stop < len(lines):
        line = lines[stop].strip()
        if _DOUBLE.fullmatch(line.text) is None:
            break
        cells = [cell.strip() for cell in line.cut(1, len(line.text) - line.text.endswith("|")).split("||")]
        if not all(set(cell.text) <= set("-: ") for cell in cells):
            rows.append(cells)
        stop += 1
    if len(rows) < 2:
        return None
    return grid(rows, number, "broken_table"), stop


def grid(
    rows: list[list[Cell]], number: int, context: TableContext, alternatives: tuple[str, ...] = ()
) -> Table:
    """Rows of cells as a table; short rows are filled up with empty cells."""
    width = max(len(row) for row in rows)
    filled = []
    for row in rows:
        end = row[-1].end if row else 0
        filled.append((*row, *(Cell("", end) for _ in range(width - len(row)))))
    return Table(tuple(filled), 1, 0, context, number, None, alternatives)
