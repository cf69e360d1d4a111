"""Lists of names with bare amounts (`Brno: 48 000`, `Chief mate – 7,000-8,600`) as tables of two columns.

In running text a number without a sign is no amount. In a list of which every entry is a name and a number of thousands, below
words about pay or beside the names of jobs, it is one, as it would be in the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalizers import figures, mentions
from schemas import Block, Cell, Table
from schemas.wordings import pattern

_ENTRIES = ("item", "label_value")
_NUMBER = r"[1-9]\d{0,2}(?:[,.'’ ]\d{3})+"
_K = r"\d{1,3}(?:[.,]\d)?(?:\s?(?:[-–—]|to)\s?\d{1,3}(?:[.,]\d)?)?\s?[kK]\b\+?"
_RANGE = rf"(?:{_NUMBER}(?:\s?(?:[-–—]|to)\s?{_NUMBER})?\+?|(?P<k>{_K}))"
_ENTRY = re.compile(
    rf"(?P<name>(?:\d(?:st|nd|rd|th)\s)?[^\W\d_](?:(?!\s[-–—]\s)[^:=\n$€£¥₹]){{0,60}}?)"
    rf"(?P<mark>\s?[:=]|\s[-–—]|(?=\s))[*_]*\s[*_]*(?P<amount>{_RANGE})[*_]*(?=$|\s?\(|[,;](?!\d)|\.(?!\d)|\s\+\s)"
)
_LINES = ("paragraph", "heading")
LONGEST_LINE = 60
"""Letters of a line that is an entry without a mark in front of it, where its amount is one of thousands (`senior 19-26k`)."""
LEAST = 3
"""Entries that make a list."""
LONGEST_LEAD = 240
_ABOVE = 4
"""Blocks above a list among which the words stand that it is about."""


def as_tables(blocks: list[Block]) -> list[Block]:
    """The blocks with each list of names and bare amounts of pay as one table."""
    runs = list(_runs(blocks))
    if not runs:
        return blocks
    found, at = list[Block](), 0
    number = sum(block.table is not None for block in blocks)
    for start, rows in runs:
        number += 1
        table = Table(tuple(rows), header_rows=0, context="bullet", number=number)
        whole = Cell.joined([cell for row in rows for cell in row], "\n")
        found += [*blocks[at:start], Block("table", whole, table=table)]
        at = start + len(rows)
    return [*found, *blocks[at:]]


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, list[tuple[Cell, Cell]]]]:
    start, rows, marked = 0, list[tuple[Cell, Cell]](), 0
    for number, block in enumerate([*blocks, None]):
        entry = _entry(block) if block is not None and block.kind in (*_ENTRIES, *_LINES) else None
        if entry is not None:
            start = start if rows else number
            rows.append(entry[:2])
            marked += entry[2]
            continue
        lines = bool(rows) and blocks[start].kind in _LINES
        ends = lines or block is None or block.kind not in _ENTRIES
        begins = lines or start == 0 or blocks[start - 1].kind not in _ENTRIES
        if len(rows) >= LEAST and 2 * marked > len(rows) and ends and begins and _is_pay(blocks, start, rows):
            yield start, rows
        rows, marked = [], 0


def _entry(block: Block) -> tuple[Cell, Cell, bool] | None:
    """The name and the amount of an entry, and whether a mark stands between them."""
    text = block.cell if block.label is None else Cell.joined([block.label, block.cell], ": ")
    found = _ENTRY.match(text.text)
    if found is None or figures.find(text):
        return None
    if block.kind in _LINES and (found["k"] is None or len(text) > LONGEST_LINE):
        return None
    name, amount = text.cut(*found.span("name")), text.cut(*found.span("amount"))
    return name.strip(" *_"), amount, bool(found["mark"] or found["k"])


def _is_pay(blocks: Sequence[Block], start: int, rows: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether the words above a list are about pay, or its names are those of jobs; and nothing above counts something else."""
    above = [one.cell for one in blocks[max(0, start - _ABOVE) : start] if one.table is None]
    near = [cell for cell in above[-1:] if len(cell) <= LONGEST_LEAD]
    if any(pattern("counts_or_costs").search(cell.text) for cell in (*near, *(name for name, _ in rows))):
        return False
    if any(_speaks_of_pay(cell) for cell in near):
        return True
    jobs = sum(any(m.start == 0 for m in mentions.find(name, ("role", "level"))) for name, _ in rows)
    return jobs * 2 >= len(rows)


def _speaks_of_pay(cell: Cell) -> bool:
    if pattern("pay").search(cell.text) is not None:
        return True
    return any(m.value in ("median", "mean") for m in mentions.find(cell, ("statistic",)))
