"""What is usual for a source (`expect` of its manifest) against what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from schemas.manifest import Expect, Range, Share

LEAST_OF_LAST = 0.5
"""Share of the rows of the last release that a source must have where its manifest does not say."""
ENOUGH_ROWS = 20
"""A source with fewer rows in the last release may lose them without a word in its manifest."""


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


def judged(expect: Expect, measured: Measured, *, may_shrink: bool = False) -> Verdict:
    """Hold what came of a source against what is usual for it. `may_shrink` leaves the last release out of it."""
    verdict = Verdict([], [])
    for name, usual, found, shown in _compared(expect, measured, may_shrink):
        if usual.min is not None and found < usual.min:
            verdict.failures.append(f"expect.{name}: {shown}, below the minimum of {_number(usual.min)}")
        if usual.max is not None and found > usual.max:
            verdict.warnings.append(f"expect.{name}: {shown}, above the maximum of {_number(usual.max)}")
    return verdict


def _compared(
    expect: Expect, measured: Measured, may_shrink: bool
) -> Iterator[tuple[str, Range | Share, float, str]]:
    """Each expectation: its name, its range, what was found, and that in words."""
    if expect.documents:
        yield "documents", expect.documents, measured.documents, f"{measured.documents:,} documents"
    if expect.rows:
        yield "rows", expect.rows, measured.rows, f"{measured.rows:,} rows"
    if expect.rejected:
        share = f"{measured.rejected:.3f} ({measured.quarantined:,} rows in quarantine)"
        yield "rejected", expect.rejected, measured.rejected, share
    last = expect.against_last or _usual_against_last(measured)
    if last and measured.against_last is not None and not may_shrink:
        rows = f"{measured.rows:,} rows after {measured.rows_before:,} ({measured.against_last:.2f} of them)"
        yield "against_last", last, measured.against_last, rows
    for column, usual in expect.filled.items():
        # Of no rows nothing can be said; that there are none is for `rows` to say.
        if measured.rows:
            found = measured.filled[column]
            yield f"filled.{column}", usual, found, f"{found:.3f} of the rows have a value"


def _usual_against_last(measured: Measured) -> Range | None:
    return Range(min=LEAST_OF_LAST) if (measured.rows_before or 0) >= ENOUGH_ROWS else None


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")
