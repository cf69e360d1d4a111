"""One column of a table, and how its cells are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from normalizers import figures
from normalizers.headers import Header
from schemas import Cell, Figure
from schemas.figure import Unit
from schemas.fixed import fixed
from schemas.row import Label

_SMALLEST_BARE_AMOUNT = 100.0
"""A bare number below this, in no currency and for no hour or day, could be thousands, a percent or a count."""
SHORT_PERIODS = ("hour", "day")
_TO_THE_PENNY = re.compile(r"\d{1,2}[.,]\d{2}")


@fixed
class Stated:
    """What the words around a table say of all its bare numbers."""

    pay: bool = False
    beside: bool = False
    """Whether it is the words right above or below it that speak of pay, and not only the page."""
    currency: Label | None = None
    scale: float = 1.0
    period: Label | None = None


@dataclass(slots=True)
class Column:
    """One column: its header as read, and what its cells are.

    `holds` is the row key that its cells are labels of (or `component`, `percentile`, `statistic`), None where they
    are figures or text. `needs_name` says that only its own header tells its figures from those of another column.
    """

    index: int
    header: Header | None
    name_cell: Cell
    holds: str | None = None
    holds_figures: bool = False
    needs_name: bool = False
    bare_pay: bool = False
    """Whether its bare numbers are pay because of what stands around the table, and nothing in its header."""
    names_parts: bool = False
    """Whether its labels are kinds of what its header names (`Night` below `Supplement`)."""
    stated: Stated = field(default_factory=lambda: Stated())

    @property
    def name(self) -> str:
        """The header as written, or the number of the column where it has none."""
        return self.name_cell.text or str(self.index + 1)

    @property
    def holds_labels(self) -> bool:
        """Whether its cells say what the figures beside them are about."""
        return self.holds is not None

    def unit(self, headings: list[Header]) -> Unit | None:
        """What a bare number in the column is; None where nothing says so."""
        said = [header for header in (self.header, *headings) if header is not None]
        if any(header.percent for header in said):
            return "percent"
        if self.bare_pay or any(header.names_pay for header in said):
            return "currency"
        return None

    def read(self, cell: Cell, headings: list[Header]) -> figures.CellReading:
        """The figures of a cell, with the unit and currency that its column or row gives to bare numbers."""
        said = [header for header in (self.header, *headings) if header is not None]
        currency = next(
            (header.labels["currency"] for header in said if "currency" in header.labels),
            self.stated.currency,
        )
        return figures.read(cell, unit=self.unit(headings), currency=getattr(currency, "text", None))

    def scaled(self, figure: Figure, headings: list[Header]) -> Figure | None:
        """The figure with the scale of its header (`Base ($K)`); None where a bare number has none and is too small."""
        bare = not any(sign.isalpha() or sign in "%$€£¥₹₪" for sign in figure.cell.text)
        if not bare or figure.unit == "percent":
            return figure
        said = [header for header in (self.header, *headings) if header is not None]
        periods = [*(header.labels.get("period") for header in said), self.stated.period]
        short = any(getattr(period, "text", "") in SHORT_PERIODS for period in periods)
        # Nobody is paid thousands an hour, whatever a page says of all its figures.
        of_all = 1.0 if short else self.stated.scale
        scale = next((header.scale for header in said if header.scale != 1.0), of_all)
        top = max(abs(value) for value in (figure.low, figure.high, 0.0) if value is not None)
        if scale != 1.0 and top < 10_000:
            low = None if figure.low is None else figure.low * scale
            high = None if figure.high is None else figure.high * scale
            return replace(figure, low=low, high=high)
        # `26.63` below `Overtime rate £`: nobody writes thousands so.
        signed = any("currency" in header.labels for header in said)
        short = short or (signed and _TO_THE_PENNY.fullmatch(figure.cell.text.strip(" *_")) is not None)
        return figure if top == 0 or top >= _SMALLEST_BARE_AMOUNT or short else None

    def pair(self, low: Cell, high: Cell, headings: list[Header]) -> Figure | None:
        """One figure out of two cells that are its ends; None unless both hold exactly one point."""
        ends = []
        for cell in (low, high):
            found = self.read(cell, headings).figures
            if len(found) != 1 or found[0].is_range:
                return None
            ends.append(found[0])
        first, last = ends
        if first.unit != last.unit or (first.currency and last.currency and first.currency != last.currency):
            return None
        joined = Cell.joined(sorted((first.cell, last.cell), key=lambda cell: cell.start))
        return replace(
            last,
            cell=joined,
            parts=tuple(sorted((*first.parts, *last.parts), key=lambda cell: cell.start)),
            low=first.low if first.low is not None else first.high,
            high=last.high if last.high is not None else last.low,
            currency=first.currency or last.currency,
            bound=None,
            bound_cell=None,
            open_ended=first.open_ended or last.open_ended,
            approximate=first.approximate or last.approximate,
            flags=tuple(dict.fromkeys((*first.flags, *last.flags))),
        )
