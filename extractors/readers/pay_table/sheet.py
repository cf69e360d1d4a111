"""What is known of a table before its cells are read, and where in it a cell stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.readers import banners
from extractors.readers.captions import Captions
from extractors.readers.pay_columns import offers
from extractors.readers.pay_columns.column import Column
from extractors.readers.pay_figures import paired
from normalizers import figures
from normalizers.headers import Header
from schemas import Cell, Read, Table
from schemas.fixed import fixed
from schemas.row import Label, Value

_NAMED = ("level", "role", "company", "qualifier", "specialization", "region")
"""Kinds of labels among which an amount may stand instead of a name."""
# Labels of the page that say something of the subject; what a figure is, only the table and its caption say.
_PAGE_KEYS = (
    "company", "employer_group", "role", "level", "experience", "specialization", "education", "region", "work_mode",
    "attributed_to",
)  # fmt: skip


@dataclass(slots=True)
class Sheet:
    """A table, its columns, and what holds around it."""

    table: Table
    columns: list[Column]
    scope: dict[str, Label]
    captions: Captions
    states_role: bool
    """Whether the page says whose pay it is."""
    lists: str | None = None
    """The row key that its rows are told apart by, where the words above it say so (`By city`)."""
    upper: dict[int, Column] = field(init=False)
    """Columns of upper ends, by the number of the column of lower ends that each belongs to."""
    uppers: frozenset[int] = field(init=False)
    page: dict[str, Label] = field(init=False)
    signed: list[Label] = field(init=False)
    """The currencies of the amounts that have a sign, one each; dollars may be those of several countries."""
    banners: dict[int, Header] = field(init=False)
    """What the row above it that is one cell over all columns says, by the number of a row."""

    offers: dict[int, dict[str, Value]] = field(init=False)
    """What rows of labels say of a column that is an offer, by its number."""

    def __post_init__(self) -> None:
        self.upper = {low.index: high for low, high in paired(self.columns)}
        self.uppers = frozenset(high.index for high in self.upper.values())
        self.banners = banners.above(self.table)
        self.offers = offers.labels(self.columns, self.table)
        self.page = {key: value for key, value in self.scope.items() if key in _PAGE_KEYS}
        cells = (cell for row in self.table.rows[self.table.header_rows :] for cell in row)
        found = {one.currency: one for cell in cells for one in figures.find(cell) if one.currency_cell}
        self.signed = [
            Read(currency, one.currency_cell)
            for currency, one in found.items()
            if currency is not None and one.currency_cell is not None and "$" not in one.currency_cell.text
        ]

    @property
    def flags(self) -> tuple[str, ...]:
        """What is to be said of every row."""
        return ("reconstructed_table",) if self.table.alternatives else ()

    @property
    def names_parts(self) -> bool:
        """Whether the header of a column says which part of pay stands below it."""
        return any(
            c.header is not None and bool(c.header.components) for c in self.columns if c.holds_figures
        )

    def has_levels_in_columns(self) -> bool:
        """Whether every column of figures is one of a level."""
        headed = [c.header for c in self.columns if c.holds_figures and c.header is not None]
        return len(headed) > 1 and all("level" in header.labels for header in headed)


def is_pay_among_labels(column: Column, cell: Cell) -> bool:
    """Whether a cell below the name of a level or company is not another name but pay (`Comp parity | $190K TC`)."""
    if column.index == 0 or column.holds not in _NAMED:
        return False
    found = figures.find(cell)
    return bool(found) and sum(len(figure.cell) for figure in found) * 2 >= len(cell)


@fixed
class Place:
    """Where a figure stands: in a column, in a row with these labels and with label cells that name pay (`headings`)."""

    column: Column
    labels: Mapping[str, Value]
    headings: list[Header]
    row: str
    """`table 1, row 2`"""

    @property
    def said(self) -> list[Header]:
        """The headers of the figure: that of its column, then those of its row."""
        return [header for header in (self.column.header, *self.headings) if header is not None]

    @property
    def locator(self) -> str:
        """Where that is, for people."""
        return f'{self.row}, column "{self.column.name}"'
