"""Tables broken over lines, one cell a line, and tables whose pipes were doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas import Cell, Table
from schemas.block import TableContext

_RULE = re.compile(r"(?=[^\n]*\|)\|?\s*:?-{2,}:?\s*(?:\|{1,2}\s*:?-{2,}:?\s*)*\|?\s*")
"""The row of dashes below a header; it may have lost its first pipe."""
_DASHES = re.compile(r"-{2,}")
_DOUBLE = re.compile(r"\|[^|\n]*(?:\|\|[^|\n]*)+\|?")
_OPENED = re.compile(r"\s*\|[^|\n]*[^|\s-][^|\n]*")
"""A pipe and one cell behind it."""
MAX_COLUMNS = 60
MAX_CELL = 120
LEAST_ROWS = 3
"""Rows with a header that show how many cells each has, where no dashes do."""
MOST_LINES = 6
"""Lines that one cell of a table has at most."""


def broken(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table whose rows open with a lone pipe and hold one cell a line; returns it and the line behind it.

    The last cell of a row ends in no pipe where the next line opens another row; what follows the last full row is text.
    """
    if lines[at].text.strip() != "|":
        return None
    width = _width(lines, at)
    if not width:
        return None
    rows: list[list[Cell]] = []
    stop = at
    while stop < len(lines):
        text = lines[stop].text.strip()
        if _RULE.fullmatch(text):
            stop += 1
        elif text == "|":
            row, stop = _row(lines, stop + 1, width)
            rows.append(row)
        else:
            break
    rows = [row for row in rows if any(cell.text for cell in row)]
    if len(rows) < 2:
        return None
    return grid(rows, number, "broken_table"), stop


def _width(lines: Sequence[Cell], at: int) -> int:
    """How many columns the row of dashes has that stands below the first row; 0 without one."""
    for line in lines[at : at + MAX_COLUMNS]:
        if ruled := columns_ruled(line):
            return ruled
        if not line.text.strip().endswith("|"):
            return 0
    return 0


def columns_ruled(line: Cell) -> int:
    """How many columns a row of dashes has; 0 for another line."""
    text = line.text.strip()
    return len(_DASHES.findall(text)) if _RULE.fullmatch(text[:5000]) else 0


def _row(lines: Sequence[Cell], at: int, width: int) -> tuple[list[Cell], int]:
    row: list[Cell] = []
    while at < len(lines):
        line = lines[at].strip()
        if _RULE.fullmatch(line.text) or not line.text.endswith("|"):
            break
        if line.text == "|" and not _is_empty_cell(lines, at, len(row), width):
            break
        row.append(line.rstrip("|").strip())
        at += 1
    return row, at


def _is_empty_cell(lines: Sequence[Cell], at: int, used: int, width: int) -> bool:
    """Whether a lone pipe inside a row ends a cell without text; one that opens the next row has as many cells behind it."""
    if used >= width:
        return False
    if lines[at].text[:1].isspace():
        return True
    behind = 0
    while behind <= width and at + 1 + behind < len(lines):
        text = lines[at + 1 + behind].text.strip()
        if text == "|" or not text.endswith("|") or _RULE.fullmatch(text):
            break
        behind += 1
    return used + 1 + behind <= width


def spread(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table whose pipes and cells stand on lines of their own, with empty lines between (paragraphs inside of cells)."""
    if lines[at].text.strip() != "|":
        return None
    filled = [line for line in range(at, len(lines)) if lines[line].text.strip()]
    width = _spread_width(lines, filled)
    if not width:
        return None
    rows: list[list[Cell]] = []
    here = 0
    while here < len(filled):
        if _RULE.fullmatch(lines[filled[here]].text.strip()):
            here += 1
            continue
        row, behind = _spread_row(lines, filled, here, width)
        if row is None:
            break
        rows.append(row)
        here = behind
    if len(rows) < 2:
        return None
    return grid(rows, number, "broken_table"), filled[here - 1] + 1


def _spread_width(lines: Sequence[Cell], filled: Sequence[int]) -> int:
    """How many columns the row of dashes has that stands below the first row of lone pipes and cells; 0 without one."""
    for line in filled[: 2 * MAX_COLUMNS]:
        text = lines[line].text.strip()
        if _RULE.fullmatch(text):
            return len(_DASHES.findall(text))
        if text != "|" and "|" in text:
            return 0
    return 0


def _spread_row(
    lines: Sequence[Cell], filled: Sequence[int], at: int, width: int
) -> tuple[list[Cell] | None, int]:
    """The cells behind an opening pipe, each of which a pipe ends; none where a cell has as many lines as no cell has."""
    if lines[filled[at]].text.strip() != "|":
        return None, at
    row: list[Cell] = []
    said: list[Cell] = []
    at += 1
    while at < len(filled) and len(row) < width and len(said) <= MOST_LINES:
        line = lines[filled[at]].strip()
        at += 1
        if line.text == "|":
            row.append(Cell.joined(said, " ") if said else Cell("", line.start))
            said = []
        else:
            said.append(line)
    return (row, at) if len(row) == width and any(cell.text for cell in row) else (None, at)


def doubled(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table whose cells stand between doubled pipes: `|a||b||c|`."""
    rows: list[list[Cell]] = []
    stop = at
    while stop < len(lines):
        line = lines[stop].strip()
        rule = _RULE.fullmatch(line.text[:5000]) is not None
        if rule and len(rows) == 1 and len(_DASHES.findall(line.text)) != len(rows[0]):
            return None  # an intact table with empty cells
        if not rule and _DOUBLE.fullmatch(line.text) is None:
            break
        if not rule:
            rows.append(
                [cell.strip() for cell in line.cut(1, len(line.text) - line.text.endswith("|")).split("||")]
            )
        stop += 1
    if len(rows) < 2 or lines[at].text.strip()[:3] == "|--":
        return None
    return grid(rows, number, "broken_table"), stop


def opened(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table of which each cell stands on a line of its own behind a pipe (`| Grade`), the row of dashes as well."""
    width = 0
    while at + width < len(lines) and width <= MAX_COLUMNS and _OPENED.fullmatch(lines[at + width].text):
        width += 1
    dashes = lines[at + width].text.strip() if at + width < len(lines) else ""
    if width < 2 or _RULE.fullmatch(dashes) is None or len(_DASHES.findall(dashes)) not in (1, width):
        return None
    stop = at + width + 1
    while stop < len(lines) and _OPENED.fullmatch(lines[stop].text) is not None:
        stop += 1
    stop -= (stop - at - width - 1) % width  # what is left over is no row
    cells = [
        line.strip().lstrip("|").strip() for line in (*lines[at : at + width], *lines[at + width + 1 : stop])
    ]
    rows = [cells[first : first + width] for first in range(0, len(cells), width)]
    return (grid(rows, number, "broken_table"), stop) if len(rows) >= 2 else None


def parted_rows(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table without a row of dashes whose rows are set apart by lone pipes, each further cell behind a pipe of its own.

    `|` / `City` / `| Average` / `|` / `| Delhi` / `| ₹9 L` / `|`: the first cell of a row may have lost its pipe to the line above.
    """
    rows: list[list[Cell]] = []
    stop = at
    while stop < len(lines) and lines[stop].text.strip() == "|":
        row, behind = _piped_row(lines, stop + 1)
        if len(row) < 2 or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        stop = behind
    if len(rows) < LEAST_ROWS:
        return None
    closed = stop < len(lines) and lines[stop].text.strip() == "|"
    return grid(rows, number, "broken_table"), stop + closed


def _piped_row(lines: Sequence[Cell], at: int) -> tuple[list[Cell], int]:
    """The cells of a row, of which all but the first stand behind a pipe, and the line behind them."""
    row: list[Cell] = []
    while at < len(lines) and len(row) < MAX_COLUMNS and len(lines[at]) <= MAX_CELL:
        line = lines[at].strip()
        if line.text in ("", "|") or line.text.endswith("|") or (row and not line.text.startswith("|")):
            break
        row.append(line.lstrip("|").strip())
        at += 1
    return row, at


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
