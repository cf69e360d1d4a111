"""Cells that hold several values with lone pipes between them, below a header that names as many parts of pay.

Levels pages print them so to save width: `Base | Stock (yr) | Bonus` above `208K | 104K | 22K`, often with the total in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.readers.banners import is_banner
from normalizers import mentions
from schemas import Cell, Table

PIPE = re.compile(r"\s\|\s")
_AMOUNT = r"(?:[A-Z]{1,3})?[$€£₹]?\d[\d.,]*[KkMm]?"
VALUE = rf"(?:{_AMOUNT}|N/A|--?|–|—)"
_VALUES = re.compile(rf"(?:{_AMOUNT}\s)?{VALUE}(?:\s\|\s{VALUE})+")
_TWO = re.compile(r"(?<=\S)\s(?=\S+\Z)")
LONGEST = 80
"""Characters of a line or a cell that may be such a header or such values."""


def lines_apart(lines: Sequence[Cell]) -> list[Cell]:
    """Lines of a scraped text, with each name and each value on a line of its own; what is drawn with pipes is left alone."""
    drawn = [_is_drawn(line) for line in lines]
    alone = [not any(drawn[max(0, at - 1) : at + 2]) and "|" in line.text for at, line in enumerate(lines)]
    widths = {len(names) for line, one in zip(lines, alone, strict=True) if one and (names := names_of(line))}
    if not widths:
        return list(lines)
    return [
        part
        for line, one in zip(lines, alone, strict=True)
        for part in ((names_of(line) or _values(line, widths) or [line]) if one else [line])
    ]


def _is_drawn(line: Cell) -> bool:
    """Whether a line begins or ends with a pipe, as those of a table do, also where they were broken."""
    text = line.text.strip()
    return text.startswith("|") or text.endswith("|")


def columns_apart(table: Table) -> Table:
    """A table with a column for each name; the table itself where no header names several parts of pay."""
    for column in range(len(table.rows[0]) if table.rows and table.header_rows == 1 else 0):
        if (rows := _divided(table, column)) is not None:
            return replace(table, rows=tuple(rows))
    return table


def _divided(table: Table, column: int) -> list[tuple[Cell, ...]] | None:
    """The rows with a column cut apart; None where it holds one value a cell."""
    names = names_of(table.rows[0][column])
    body = [row for row in table.rows[1:] if len(row) > column and row[column].text.strip()]
    body = [row for row in body if not is_banner(row)]
    if not names or not body:
        return None
    cut = [PIPE.split(row[column].text) for row in body]
    led = all(_TWO.search(parts[0]) for parts in cut)
    if led and (total := total_and_first(names[0])) is not None:
        names = [*total, *names[1:]]
    rows = [(*table.rows[0][:column], *names, *table.rows[0][column + 1 :])]
    for row in table.rows[1:]:
        values = list(_apart(row[column], led=led)) if len(row) > column else []
        if row in body and len(values) != len(names):
            return None
        values += [row[column].cut(0, 0)] * (len(names) - len(values)) if len(row) > column else []
        rows.append((*row[:column], *values, *row[column + 1 :]))
    return rows


def _apart(cell: Cell, *, led: bool) -> Iterator[Cell]:
    if _VALUES.fullmatch(cell.text.strip()) is None:
        return
    first, *others = cell.strip().split(PIPE)
    gap = _TWO.search(first.text) if led else None
    yield from (first.cut(0, gap.start()), first.cut(gap.end(), len(first))) if gap is not None else (first,)
    yield from others


def total_and_first(name: Cell) -> tuple[Cell, Cell] | None:
    """`Total Compensation Base`: the name of the value in front, and that of the first of several."""
    named = mentions.find(name, ("component",))
    if len(named) < 2 or not named[-1].start:
        return None
    start = named[-1].start
    return name.cut(0, start).strip(), name.cut(start, len(name))


def names_of(cell: Cell) -> list[Cell]:
    """The names in a header of several parts of pay; none where it is no such header."""
    if "|" not in cell.text or len(cell) > LONGEST or any(sign.isdigit() for sign in cell.text):
        return []
    names = [name.strip() for name in cell.strip().split(PIPE)]
    known = sum(bool(mentions.find(name, ("component",))) for name in names)
    return names if len(names) > 1 and known == len(names) else []


def _values(line: Cell, widths: set[int]) -> list[Cell]:
    text = line.strip()
    if "|" not in text.text or len(text) > LONGEST or _VALUES.fullmatch(text.text) is None:
        return []
    parts = list(text.split(PIPE))
    return parts if len(parts) in widths else []
