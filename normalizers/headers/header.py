"""One header as read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from schemas import Cell
from schemas.row import Value

_CODE = re.compile(r"[A-Z]{3}")


@dataclass(slots=True)
class Header:
    """What one header or row label says.

    `holds` is the kind of labels in the cells below (a row key, `percentile`, `ignore`), `not_pay` the reason why
    figures below are no pay. `components` are the words that state a component, `weak` one that only suggests it.
    `labels` are those that hold for every figure beside it, by row key; `end` is the end of a range that the figures
    are. `scale` is what bare numbers are to be multiplied by (`Base ($K)`).
    """

    cell: Cell
    holds: str | None = None
    not_pay: str | None = None
    components: list[tuple[str, Cell]] = field(default_factory=list)
    weak: tuple[str, Cell] | None = None
    labels: dict[str, Value] = field(default_factory=dict)
    end: Literal["low", "high"] | None = None
    percent: bool = False
    difference: bool = False
    scale: float = 1.0
    in_order: list[tuple[str, Cell]] = field(default_factory=list)
    ranks: list[dict[str, Value]] = field(default_factory=list)
    """The statistics of the figures of one cell, where it names several beside each other (`p25 / median / p75`)."""
    """The parts of `base / OTE`, one for each of two amounts in a cell below (`38,000 / 54,000`)."""
    work: Cell | None = None
    """The field of work that it names and nothing else (`Engineering`), which says whose pay it is where nothing else does."""
    unknown: tuple[str, ...] = ()

    @property
    def is_a_code(self) -> bool:
        """Whether it is nothing but three capitals, which may be those of a currency and of other things."""
        return _CODE.fullmatch(self.cell.text.strip(" *_")) is not None

    @property
    def names_pay(self) -> bool:
        """Whether it says that the figures beside it are pay."""
        if self.not_pay or self.holds:
            return False
        said = ("statistic", "period", "currency", "stance")
        return bool(
            self.components or self.weak or self.end or self.difference or any(k in self.labels for k in said)
        )
