"""Tables that say what the columns of another table mean (`| Column | Meaning |`, `| Base | Yearly base in million yen |`).

What they say of a column holds for the table that has it; they state no pay themselves. So may the line below a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.readers.pay_columns.defined import defines
from normalizers import figures, mentions
from schemas import Block, Cell, Table
from schemas.wordings import pattern

LONGEST_UNIT, UNITS_BEGIN = 100, 22
"""Letters of a line that says what numbers are in, and those in front of its currency or between that and its time."""
_UNIT = re.compile(
    r"\W{0,3}(?:in\s)?[$€£¥]?\s?(?:millions?|billions?|thousands?|'?000s?)\b(?=[.,;)]|\s*$|\sof\s)",
    re.IGNORECASE,
)
"""`$ million. Totals may not add due to rounding.`"""
_HEADS = ("heading", "question")
_MARKS = "*†‡§¹²³"
LEAST_NAMES = 2
"""Columns of a table that a legend has to name to be about it."""


def of_page(blocks: Sequence[Block]) -> Mapping[int, Mapping[str, Cell]]:
    """What the legends of a page say of columns, by their names in small letters, by the number of the legend's block."""
    tables = [(at, block.table) for at, block in enumerate(blocks) if block.table is not None]
    found = {
        at: {_name(row[0]): row[1] for row in table.rows[1:]} for at, table in tables if _is_a_legend(table)
    }
    others = [table for at, table in tables if at not in found]
    return {
        at: legend for at, legend in found.items() if any(said_of(table, {at: legend}) for table in others)
    }


def _is_a_legend(table: Table) -> bool:
    if table.header_rows != 1 or len(table.rows) <= LEAST_NAMES or len(table.rows[0]) != 2:
        return False
    name, meaning = (cell.text.strip(" *_") for cell in table.rows[0])
    return (
        pattern("legend_of_columns").fullmatch(name) is not None
        and pattern("legend_meaning").fullmatch(meaning) is not None
    )


def said_of(table: Table, legends: Mapping[int, Mapping[str, Cell]]) -> list[Cell]:
    """What the legends say of the columns of a table."""
    names = [_name(cell) for cell in table.rows[table.header_rows - 1]] if table.header_rows else []
    for legend in legends.values():
        said = [legend[name] for name in names if name in legend]
        if len(said) >= LEAST_NAMES:
            return said
    return []


def _name(cell: Cell) -> str:
    return cell.text.strip(" *_`").lower()


def is_of_some_rows(table: Table, note: Cell) -> bool:
    """`* total package`, where only some cells below the header have that mark behind them."""
    mark = note.text[:1]
    if mark not in _MARKS or note.text.rstrip().endswith(mark):
        return False
    cells = (cell.text for row in table.rows[table.header_rows :] for cell in row)
    return any(text.endswith(mark) and not text.startswith(mark) for text in cells)


def _is_of_units(line: Cell) -> bool:
    """`CHF per month, a twelfth of the 13th included.`, `All figures in USD per year.`: a currency and a time, and no amount."""
    found = mentions.find(line, ("currency_word", "period"))
    kinds = [one.kind for one in found[:2]]
    return (
        kinds == ["currency_word", "period"]
        and found[0].start <= UNITS_BEGIN
        and found[1].start - found[0].end <= UNITS_BEGIN
        and not figures.holds_money(line)
    )


def _says_how_counted(line: Cell) -> bool:
    """`Median per hour, USD`: a statistic and a time or a currency, and next to nothing else."""
    found = mentions.find(line, ("statistic", "currency_word", "period"))
    kinds = {one.kind for one in found}
    words = sum(len(one.cell) for one in found)
    return "statistic" in kinds and len(kinds) > 1 and len(line) - words <= UNITS_BEGIN // 2


def note_below(table: Table, below: Block | None, behind: Block | None = None) -> Cell | None:
    """The text right below a table that defines two of its columns (`Low and high are the 10th and 90th percentiles.`), or its unit.

    A line that looks like a heading, with another one right `behind` it, heads nothing.
    """
    if below is not None and below.kind == "heading" and _says_how_counted(below.cell):
        # One that a lower heading follows heads the part that begins there.
        alone = behind is None or (behind.kind in _HEADS and 0 < behind.level <= below.level)
        return below.cell if alone else None
    if below is None or below.kind not in ("paragraph", "item") or not table.header_rows:
        return None
    if len(below.cell) <= LONGEST_UNIT and (
        _UNIT.match(below.cell.text) is not None or _is_of_units(below.cell) or _says_how_counted(below.cell)
    ):
        return below.cell
    return below.cell if defines(table.rows[table.header_rows - 1], below.cell) else None
