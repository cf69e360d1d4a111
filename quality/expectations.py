"""What is usual for a source (`expect` of its manifest) against what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

from schemas.manifest import Expect, Range, Share

LEAST_OF_LAST = 0.5
"""Share of the rows of the last release that a source must have where its manifest does not say."""
ENOUGH_ROWS = 20
"""A source with fewer rows in the last release may lose them without a word in its manifest."""

AGAINST_LAST = "against_last"
FEW_DOCUMENTS = 10
"""Of so few documents none goes by itself."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a source: counts, and shares from 0 to 1. `rows_before` is None where there is no last release."""

    documents: int
    rows: int
    quarantined: int
    filled: Mapping[str, float] = field(default_factory=dict)
    """Share of rows with a value, by column."""
    rows_before: int | None = None

    @property
    def rejected(self) -> float:
        """Share of rows that failed validation."""
        return self.quarantined / (self.rows + self.quarantined) if self.quarantined else 0.0

    @property
    def against_last(self) -> float | None:
        """Rows as a multiple of those in the last release; None where that had none."""
        return self.rows / self.rows_before if self.rows_before else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is below a minimum (it stops the source), and what is above a maximum."""

    failures: list[str]
    warnings: list[str]


@dataclass(frozen=True, slots=True)
class Held:
    """One expectation held against what was found. `shown` is the finding in words."""

    name: str
    usual: Range | Share
    found: float
    shown: str

    @property
    def is_below(self) -> bool:
        """Whether it is less than the minimum."""
        return self.usual.min is not None and self.found < self.usual.min

    @property
    def is_above(self) -> bool:
        """Whether it is more than the maximum."""
        return self.usual.max is not None and self.found > self.usual.max

    @property
    def least(self) -> str:
        """The minimum, for people."""
        return _number(self.usual.min)

    @property
    def most(self) -> str:
        """The maximum, for people."""
        return _number(self.usual.max)


def judged(expect: Expect, measured: Measured, *, may_shrink: bool = False) -> Verdict:
    """Hold what came of a source against what is usual for it. `may_shrink` leaves the last release out of it."""
    held = [one for one in compared(expect, measured) if not (may_shrink and one.name == AGAINST_LAST)]
    return Verdict(
        [f"expect.{one.name}: {one.shown}, below the minimum of {one.least}" for one in held if one.is_below],
        [f"expect.{one.name}: {one.shown}, above the maximum of {one.most}" for one in held if one.is_above],
    )


def compared(expect: Expect, measured: Measured) -> Iterator[Held]:
    """Each expectation beside what was found; those that nothing can be said of are left out."""
    if expect.documents:
        yield Held("documents", expect.documents, measured.documents, f"{measured.documents:,}")
    if expect.rows:
        yield Held("rows", expect.rows, measured.rows, f"{measured.rows:,}")
    if expect.rejected:
        share = f"{_number(measured.rejected)} ({measured.quarantined:,} in quarantine)"
        yield Held("rejected", expect.rejected, measured.rejected, share)
    last = expect.against_last or _usual_against_last(measured)
    if last and measured.against_last is not None:
        rows = f"{measured.rows:,} rows after {measured.rows_before:,}, {measured.against_last:.2f} of them"
        yield Held(AGAINST_LAST, last, measured.against_last, rows)
    for column, usual in expect.filled.items():
        # Of no rows nothing can be said; that there are none is for `rows` to say.
        if measured.rows:
            found = measured.filled[column]
            yield Held(f"filled.{column}", usual, found, f"{_number(found)} of the rows have a value")


LABELS = (
    "company_name", "role_title", "role", "level_label", "level", "region_label", "place", "currency", "period", "annual_low",
    "as_of",
)  # fmt: skip
"""Columns whose filling tells whether a source is still read as it was."""
WORTH_EXPECTING = 0.5


def suggested(measured: Measured) -> dict[str, dict[str, Any]]:
    """Expectations that what came of a source would meet, with room for what changes by itself."""
    few = measured.documents < FEW_DOCUMENTS
    found: dict[str, dict[str, Any]] = {
        "documents": {"min": measured.documents if few else int(measured.documents * 0.9)},
        "rows": {"min": _round(measured.rows * 0.8, floor), "max": _round(measured.rows * 1.5, ceil)},
        "rejected": {"max": min(ceil(measured.rejected * 100 + 2) / 100, 1.0)},
    }
    filled = {
        column: {"min": floor(measured.filled[column] * 90) / 100}
        for column in LABELS
        if measured.filled.get(column, 0) >= WORTH_EXPECTING
    }
    return found | ({"filled": filled} if filled else {})


def _round(value: float, way: Callable[[float], int]) -> int:
    """To two digits, so that nobody takes it for more than it is."""
    step = int(10 ** max(len(str(int(value))) - 2, 0))
    return way(value / step) * step


def _usual_against_last(measured: Measured) -> Range | None:
    return Range(min=LEAST_OF_LAST) if (measured.rows_before or 0) >= ENOUGH_ROWS else None


def _number(value: float | None) -> str:
    if value is None:
        return ""
    text = f"{value:,.4f}"
    return text.rstrip("0").rstrip(".")
