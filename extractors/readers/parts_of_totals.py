"""Total pay with its parts between pipes beside it and no name anywhere (`$251,000`, `176K | 58K | 17K`): base, stock and bonus.

Levels pages print what people told them so, with the names once above a column, or nowhere. The sum is what shows that the numbers
are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.readers.several_in_one import PIPE, VALUE
from normalizers import figures
from schemas import Block, Cell, Figure, Inferred, Read, Row
from schemas.fixed import fixed
from schemas.row import Label

_PARTS = re.compile(rf"(?=\d){VALUE}(?:{PIPE.pattern}{VALUE}){{2}}")
_KINDS = ("label_value", "paragraph", "item")
"""Blocks whose amount may be such a total."""
_ORDER = ("base", "equity", "bonus")
_OF_THE_AMOUNT = ("component", "statistic", "percentile")
_ROUNDED = 0.015
"""How far the sum may be off, as the parts are rounded to thousands."""


@fixed
class Parts:
    """The amount that is the total, and its parts, each with the component that it is."""

    total: Figure
    cell: Cell
    parts: tuple[tuple[str, Figure], ...]

    @property
    def whole(self) -> Label:
        """What the amount is, as its parts show."""
        return Inferred("total", self.cell)

    def without_parts(self, block: Block) -> Block:
        """The block of the amount, whose label the parts are not."""
        named = block.label is not None and block.label.start <= self.cell.start < block.label.end
        return replace(block, kind="paragraph", label=None) if named else block

    def rows(self, labels: Mapping[str, Label]) -> Iterator[Row]:
        """A row for each part, about whom the total is."""
        about = {key: label for key, label in labels.items() if key not in _OF_THE_AMOUNT}
        for component, figure in self.parts:
            row = Row(context="list", package=f"total {self.total.cell.start}", amount=figure)
            row.values.update(about)
            row.values["component"] = Read(component, self.cell)
            row.values["statistic"] = Inferred("point", self.cell)  # one person's
            if self.total.period is not None and self.total.period_cell is not None:
                row.values["period"] = Read(self.total.period, self.total.period_cell)
            yield row


def of_totals(blocks: Sequence[Block]) -> tuple[dict[int, Parts], frozenset[int]]:
    """The parts of amounts, by the number of the amount's block, and the blocks that hold nothing but parts."""
    found: dict[int, Parts] = {}
    own: set[int] = set()
    for number, block in enumerate(blocks):
        if block.kind == "label_value" and block.label is not None and _is_parts(block.label):
            if (parts := _parts(block, block.label)) is not None:
                found[number] = parts
            continue
        alone = bool(number) and block.table is None and _is_parts(block.cell)
        if alone and (parts := _parts(blocks[number - 1], block.cell)) is not None:
            found[number - 1] = parts
            own.add(number)
    return found, frozenset(own)


def _is_parts(cell: Cell) -> bool:
    return "|" in cell.text and _PARTS.fullmatch(cell.text.strip()) is not None


def _parts(amount: Block, cell: Cell) -> Parts | None:
    """The parts of the one amount of a block; None where they do not sum up to it."""
    stated = figures.find(amount.cell) if amount.kind in _KINDS else []
    if len(stated) != 1 or stated[0].unit != "currency" or stated[0].is_range or not stated[0].high:
        return None
    total = stated[0]
    named: list[tuple[str, Figure]] = []
    for component, piece in zip(_ORDER, cell.strip().split(PIPE), strict=True):
        read = figures.read(piece.strip(), unit="currency", currency=total.currency).figures
        if len(read) == 1:
            named.append((component, read[0]))
    summed = sum(figure.high or 0.0 for _, figure in named)
    told = len(named) > 1 and abs(summed - (total.high or 0.0)) <= _ROUNDED * (total.high or 0.0)
    return Parts(total, cell.strip(), tuple(named)) if told else None
