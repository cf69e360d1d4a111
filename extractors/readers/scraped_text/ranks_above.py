"""Points of a distribution one a line (`10%`, `25%`, `Median`, ...), and below them their amounts one a line, as a chart leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import RANK, kind_of
from normalizers import figures
from schemas import Cell, Table

LEAST_RANKS, MOST_RANKS = 3, 8
_RANK = re.compile(rf"{RANK.pattern}|(?:10|25|50|75|90)th|median", re.IGNORECASE)
_ONE = r"(?:10|25|50|75|90)(?:th)?(?:\s?%)?(?:\s\(median\))?|median(?:\s\(50%\))?"
_LINE = re.compile(rf"(?P<name>percentiles?\s+)?(?P<ranks>(?:(?:{_ONE})\s+)+(?:{_ONE}))", re.IGNORECASE)
"""`Percentile 10% 25% 50% (Median) 75% 90%`"""
_EACH = re.compile(_ONE, re.IGNORECASE)


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table of one row whose first rank stands at a line, and the line behind its last amount."""
    stop = at
    while stop < min(len(lines), at + MOST_RANKS) and _RANK.fullmatch(lines[stop].text.strip()):
        stop += 1
    ranks = [line.strip() for line in lines[at:stop]]
    if len(ranks) < LEAST_RANKS:
        return None
    amounts = [line.strip() for line in lines[stop : stop + len(ranks)]]
    sizes = [_size(amount) for amount in amounts]
    if len(amounts) < len(ranks) or not all(sizes) or sizes != sorted(sizes):
        return None
    return grid([ranks, amounts], number, "broken_table"), stop + len(ranks)


def _size(cell: Cell) -> float:
    """The amount that a line is, if it is one; else 0."""
    stated = figures.find(cell) if kind_of(cell) == "money" else []
    return stated[0].low or 0.0 if len(stated) == 1 else 0.0


def in_one_line(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The same in one line over a row of amounts (`Hourly wage $17 $22 $27 $35 $45`), which no second row makes surer."""
    line = lines[at].strip()
    found = _LINE.fullmatch(line.text)
    if found is None:
        return None
    ranks = [line.cut(*one.span()) for one in _EACH.finditer(line.text, found.start("ranks"))]
    rows: list[list[Cell]] = []
    for row in lines[at + 1 :]:
        amounts = _amounts(row.strip())
        if len(amounts) != len(ranks) or len(ranks) < LEAST_RANKS:
            break
        rows.append([row.strip().cut(0, amounts[0].start - row.strip().start).strip(), *amounts])
    name = line.cut(0, found.end("name") if found["name"] else 0).strip()
    return (grid([[name, *ranks], *rows], number, "flattened_table"), at + 1 + len(rows)) if rows else None


def _amounts(row: Cell) -> list[Cell]:
    """The rising amounts of a line."""
    stated = figures.find(row)
    sizes = [one.low or 0.0 for one in stated]
    if sizes != sorted(sizes) or not all(sizes):
        return []
    alone = all(one.unit == "currency" and not one.is_range for one in stated)
    return [one.cell for one in stated] if alone else []
