"""Tables without pipes among the lines of Markdown: all of the lines are rows, with tabs, wide gaps or nothing between the cells."""

from __future__ import annotations

import re

from extractors.readers import drawn_table
from extractors.readers.scraped_text import rows, stacked, tabbed
from schemas import Cell, Table

LEAST_LINES, LEAST_NAMED = 3, 2
_MARKED = r"(?:[-*•·>][ \t]+)?"
_VALUE = r"[~≈+<>]?[ ]?(?:up to |about |around )?(?:[A-Z]{3} ?|Rs\.? ?|[A-Z]{0,2}[$€£₹¥] ?)?\d"
_NAMED = re.compile(
    rf"[ \t]*{_MARKED}(?P<name>[^\W\d_][^\n:=$€£₹]{{0,40}}?)(?:[ \t]*[:=][ \t]*|[ \t]{{2,}}|\t|[ \t]*\.{{3,}}[ \t]*)"
    rf"(?P<value>(?:{_VALUE}|[-–—](?=\s*$)).*)"
)
"""`Joining bonus    3,00,000   (one time)`, `rsus: $200k / 4y`"""
_TIGHT = re.compile(
    r"[ \t]*(?P<name>[^\W\d_][^\n:=$€£₹]{0,40}?)[ \t](?P<value>[$€£₹]?\d{1,3}(?:,\d{3})+)[ \t]*"
)
"""`bonus (prorated) 14,400`, among such lines: a name so long that only one space is left"""
_SAID = re.compile(
    rf"[ \t]*{_MARKED}(?P<name>[^\W\d_][^\n:=]{{0,30}}?)(?:[ \t]*[:=][ \t]+|[ \t]{{2,}})(?P<value>[^\d\n]{{1,60}})"
)
"""`Level    Senior`, among such lines"""
_REMARK = re.compile(r"(?:[ \t]{2,}|[ \t](?=\())[^ \t].*$")
_RULE = re.compile(r"[-=_─━ \t]+")


def table(lines: list[Cell], number: int) -> Table | None:
    """The table that the lines are, all of them."""
    if len(lines) < LEAST_LINES:
        return None
    for form in (drawn_table.table, tabbed.table, rows.table, stacked.table):
        found = form(lines, 0, number)
        if found is not None and found[1] == len(lines):
            return found[0]
    return None


def named_values(lines: list[Cell], number: int) -> Table | None:
    """Lines that each are a name and a value, as a table of two columns without a header; between them a line may be a rule."""
    found: list[tuple[Cell, Cell, Cell]] = []
    values = 0
    for line in lines:
        if _RULE.fullmatch(line.text):
            continue
        stated = _NAMED.fullmatch(line.text)
        one = stated or _TIGHT.fullmatch(line.text) or _SAID.fullmatch(line.text)
        if one is None:
            return None
        values += stated is not None
        found.append(
            (line.cut(*one.span("name")).strip(), *_with_remark(line.cut(*one.span("value")).strip()))
        )
    if values < LEAST_NAMED:
        return None
    width = 3 if any(remark for *_, remark in found) else 2
    return Table(tuple(row[:width] for row in found), header_rows=0, number=number)


def _with_remark(value: Cell) -> tuple[Cell, Cell]:
    """A value, and what stands behind it in brackets or after a gap."""
    remark = _REMARK.search(value.text)
    at = remark.start() if remark is not None else len(value)
    return value.cut(0, at), value.cut(at, len(value)).strip()
