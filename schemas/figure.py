"""A figure: one statement of one amount, percent or range, in one currency."""

from __future__ import annotations

from typing import Literal

from schemas.cell import Cell
from schemas.fixed import fixed

Unit = Literal["currency", "percent", "number"]
Bound = Literal["minimum", "maximum"]


@fixed
class Figure:
    """What the grammar of figures read at one place.

    `cell` runs from the first to the last character with signs and units (`~$70K–$180K/4yr`), without words such as
    `over`; `parts` are its pieces (one, or two and more where another currency stands between the ends).
    `low` and `high` are numbers as stated, in `unit`; equal for a point; an open end is `None`,
    save that `$500K–$1M+` keeps both.
    `bound` tells which end an open figure states (`$300K+`, `over $300K`: minimum; `up to $1M`: maximum).
    `unit` is `number` for a bare number that only its column or key can make a figure.
    `sign` is -1 or +1 where a sign is written before it.
    """

    cell: Cell
    parts: tuple[Cell, ...]
    unit: Unit
    low: float | None
    high: float | None
    currency: str | None = None
    currency_cell: Cell | None = None
    period: str | None = None
    period_cell: Cell | None = None
    vesting_years: float | None = None
    bound: Bound | None = None
    bound_cell: Cell | None = None
    open_ended: bool = False
    approximate: bool = False
    sign: int = 0
    flags: tuple[str, ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether two different ends are stated."""
        return self.low is not None and self.high is not None and self.low != self.high
