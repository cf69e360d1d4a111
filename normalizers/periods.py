"""Periods of the dataset by their length."""

from __future__ import annotations

from schemas import Cell, Mention
from schemas.wordings import pattern

SHORT = frozenset({"hour", "day", "week"})
"""What people are paid wages for."""
WITHIN_A_YEAR = SHORT | {"fortnight", "month"}
REGULAR = WITHIN_A_YEAR | {"year"}
"""What pay comes in, again and again."""


def is_how_often(cell: Cell, period: Mention) -> bool:
    """Whether a period is how often something is done, and not what an amount is paid for.

    `Annual wage changes` says how often pay is looked at, `All of us invoice the host monthly` what else is done so often.
    """
    if pattern("happens_to_pay").match(cell.text, period.end + 1) is not None:
        return True
    return is_done_so_often(cell, period)


def is_done_so_often(cell: Cell, period: Mention) -> bool:
    """`RSUs, which vest quarterly`: how often something else is done."""
    return pattern("done_so_often").search(cell.text[: period.start]) is not None
