"""What a check finds, and the numbers that checks share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Row = dict[str, Any]
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)

_NUMBER = re.compile(r"(\d[\d,]*)(?:\.(\d+))?\s?([KkMm]?)")
_SCALE = {"k": 1e3, "m": 1e6}
TALK = frozenset({"negotiation", "example", "anecdote"})
"""Claims that are about one person or an invented case, and not about what a payer pays."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about a row, with the row it is compared with and the arithmetic.

    `says` are the parts of the sentence that `schemas/flags.yaml` words for the code; `expected` is what the arithmetic
    gives and `found` what is stated, both in the unit of the row.
    """

    code: str
    row: Row
    says: Mapping[str, object]
    other: Row | None = None
    expected: float | None = None
    found: float | None = None


def grouped(rows: Iterable[Item], key: Callable[[Item], Key | None]) -> dict[Key, list[Item]]:
    """Rows (or pairs of them) by a key, in their order; those with the key None are left out."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for row in rows:
        value = key(row)
        if value is not None:
            groups[value].append(row)
    return groups


def subject(row: Row) -> tuple[object, ...]:
    """Whom a row is about."""
    columns = (
        "role",
        "level",
        "level_label",
        "experience_min_years",
        "experience_max_years",
        "company",
        "employer_group",
    )
    narrower = ("specialization", "education", "qualifier", "work_mode")
    return (*(row.get(column) for column in (*columns, *narrower)), place(row))


def place(row: Row) -> str | None:
    """Where: the canonical place, else the label in small letters."""
    label = row.get("region_label")
    return row.get("place") or (label.lower() if label else None)


def measure(row: Row) -> tuple[object, ...]:
    """What kind of number a row is: rows with the same measure can be compared."""
    return tuple(row.get(column) for column in ("component", "unit", "currency", "period", "comparison"))


def spoken_of(row: Row, *more: str) -> tuple[object, ...]:
    """Whose pay and what kind of number a row is, as far as a line of text tells; `more` are further columns that count."""
    columns = ("role", "level_label", "experience_min_years", "company", "employer_group", "qualifier", *more)
    return (*(row.get(column) for column in columns), place(row), *measure(row))


def is_market(row: Row) -> bool:
    """Whether a row says what is paid, and not what one person asked for or was told."""
    return row.get("claim") not in TALK


def middle(row: Row) -> float | None:
    """The middle of the ends that a row has."""
    ends = [row[end] for end in ("low", "high") if row.get(end) is not None]
    return sum(ends) / len(ends) if ends else None


def rounding(row: Row) -> float:
    """Half a unit of the last digit that the row's evidence writes: 500 for `$223k`, 0.005 for `$30.60`."""
    steps = []
    for whole, decimals, scale in _NUMBER.findall(row["evidence"]):
        step = 10.0 ** -len(decimals) if decimals else _last_digit(whole)
        steps.append(step * _SCALE.get(scale.lower(), 1.0) / 2)
    return max(steps, default=0.0)


def _last_digit(whole: str) -> float:
    digits = whole.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    # `155,000` is a number of thousands; `150` of anything is taken as exact to its last digit.
    return 10.0 ** (zeros if zeros >= 3 else 0)


def money(value: float) -> str:
    """An amount in words: `191,100` or `30.6`."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.2f}".rstrip("0").rstrip(".")


def apart(stated: float, expected: float) -> float:
    """How far the stated number lies from the expected one, relative to it."""
    return stated / expected - 1 if expected else 0.0
