"""Tables that set offers side by side: a column for each, a row for each part of pay, and rows that say whose offer it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.readers import offer_names
from extractors.readers.pay_columns.column import Column
from normalizers import figures, headers
from schemas import Cell, Table
from schemas.row import Value

LEAST_PARTS, LEAST_OFFERS = 2, 2
_SAYING_WHOSE = ("role", "level", "region", "company", "specialization", "experience", "work_mode")
_MEASURES = frozenset({"statistic", "period", "currency", "stance"})
_WITH_IT = ("role", "level", "specialization")
"""What a title says besides (`Senior surveyor`)."""


def mark_offers(found: list[Column], body: Sequence[Sequence[Cell]]) -> None:
    """`Firm A (listed) | Stay` above `Base` and `Bonus`: what no vocabulary knows of a column's name tells its figures apart."""
    open_ones = [
        (column, column.header)
        for column in _offers(found, body)
        if column.header is not None and (column.header.unknown or not column.header.labels)
    ]
    payers = [offer_names.payer(header.cell) for _, header in open_ones]
    several = sum(one is not None for one in payers) >= LEAST_OFFERS
    for (column, header), payer in zip(open_ones, payers, strict=True):
        if several and payer is not None and "company" not in header.labels:
            header.labels["company"] = payer
        else:
            column.needs_name = True


def labels(found: Sequence[Column], table: Table) -> dict[int, dict[str, Value]]:
    """What rows of labels (`Level | Senior | L5`) say of the offers below each other, by the number of a column."""
    said: dict[int, dict[str, Value]] = {}
    body = table.rows[table.header_rows :]
    for column in _offers(found, body):
        for row in body:
            key, cell = headers.read(row[0]).holds, row[column.index]
            if key in _SAYING_WHOSE and cell and not figures.find(cell):
                own = headers.read(cell).labels
                besides = {k: own[k] for k in _WITH_IT if k in own} if key == "role" else {}
                said[column.index] = {**besides, **said.get(column.index, {}), key: cell}
    return said


def _offers(found: Sequence[Column], body: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns that are offers; none where the table has no column of parts, or no two others with an amount of most of them."""
    if not found or found[0].holds_figures:
        return []
    named = [column for column in found[1:] if _may_be_offer(column)]
    parts = list(_parts(body)) if len(named) >= LEAST_OFFERS else []
    offers = [column for column in named if _has_amounts(column, parts)]
    return offers if len(parts) >= LEAST_PARTS and len(offers) >= LEAST_OFFERS else []


def _parts(body: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows whose first cell names a part of pay and nothing else."""
    for row in body:
        said = headers.read(row[0])
        if row[0] and (said.components or said.weak) and not said.holds:
            yield row


def _may_be_offer(column: Column) -> bool:
    """Whether the name of a column may be that of an offer: `Offer A` speaks of pay as well, and says of no part or time."""
    header = column.header
    if header is None or column.holds is not None or header.not_pay or header.holds:
        return False
    says = header.components or header.end or header.difference
    return not says and _MEASURES.isdisjoint(header.labels)


def _has_amounts(column: Column, parts: Sequence[Sequence[Cell]]) -> bool:
    stated = sum(any(sign.isdigit() for sign in row[column.index].text) for row in parts)
    return stated * 2 >= len(parts)
