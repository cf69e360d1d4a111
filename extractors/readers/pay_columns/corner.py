"""The header above the names of the rows, where it says how the numbers beside them are counted (`A$000`, `Grade (£k)`)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from extractors.readers.pay_columns.cells import any_amount, by_content
from extractors.readers.pay_columns.column import Column, Stated
from normalizers.headers import Header
from schemas import Cell
from schemas.row import Label

_LETTERS = re.compile(r"[^\W\d_]{2}")


def unit_of_all(first: Header | None, cells: list[Cell], stated: Stated) -> Stated:
    """`stated`, with the unit in the header of names; what stands in the table itself says more than the words around it."""
    if first is None or not is_above_names(first, cells):
        return stated
    return replace(
        stated,
        pay=True,
        currency=cast("Label | None", first.labels.get("currency", stated.currency)),
        scale=first.scale if first.scale != 1.0 else stated.scale,
    )


def is_above_names(first: Header, cells: list[Cell]) -> bool:
    """Whether a header of a unit stands above names, and not above amounts of its own."""
    if not cells or first.not_pay or first.components or first.weak or first.end:
        return False
    unit = "currency" in first.labels or first.scale != 1.0
    return unit and all(_LETTERS.search(cell.text) for cell in cells) and not any(map(any_amount, cells))


def mark_names_below_a_unit(first: Column, cells: list[Cell]) -> None:
    """The names below `£000s` are labels, though the sign above them speaks of pay."""
    if first.header is not None and first.holds is None and is_above_names(first.header, cells):
        first.holds_figures, first.holds = False, by_content(cells) or "qualifier"
