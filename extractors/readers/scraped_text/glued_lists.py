"""Lists of names with their amounts glued on, of which only the first has a sign of money.

Statistics offices print the sign once a column: `Outpatient care centers$123,610`, `Offices of physicians91,180`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.scraped_text.broken import grid
from schemas import Cell, Table

_NAME = r"(?P<name>[^\W\d_][^\d\n$€£₹]{1,90}?[^\W\d_)])"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,3}\.\d\d"
_FIRST = re.compile(rf"{_NAME}(?P<value>[$€£₹](?:{_NUMBER}))")
_NEXT = re.compile(rf"{_NAME}(?P<value>{_NUMBER})")


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The list that begins at a line as a table of two columns without a header, and the line behind it."""
    first = _row(lines[at], _FIRST)
    if first is None:
        return None
    rows, stop = [first], at + 1
    while stop < len(lines) and (row := _row(lines[stop], _NEXT)) is not None:
        rows.append(row)
        stop += 1
    return (replace(grid(rows, number, "glued_table"), header_rows=0), stop) if len(rows) > 1 else None


def _row(line: Cell, form: re.Pattern[str]) -> list[Cell] | None:
    text = line.strip()
    found = form.fullmatch(text.text)
    return [text.cut(*found.span("name")), text.cut(*found.span("value"))] if found is not None else None
