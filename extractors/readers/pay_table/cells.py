"""The cells of a table: which hold pay, which text, which something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from extractors.readers import banners, prose
from extractors.readers.pay_columns.column import Column
from extractors.readers.pay_table import pay, row_labels
from extractors.readers.pay_table.sheet import Place, Sheet, is_pay_among_labels
from extractors.readers.scraped_text.values import signed
from normalizers import figures, mentions, not_pay
from schemas import Block, Cell, Extract, Figure, Inferred, Note, NotPay, Read, Row
from schemas.row import Label
from schemas.wordings import pattern

_NAMED = re.compile(r"(?P<name>[^\W\d_][^:$€£₹\d]{1,30}):\s?[~≈]?$")
"""`Stock: ` in front of its amount"""
_LONGEST_NAMED = 40
_PLUS = re.compile(
    r"(?<=\s)(?:\+|plus)\s|\((?=(?:\+\s?)?[^\W\d_][^()\d]{0,20}[$€£]?\d)|\((?=\+\s?[$€£]?\d)", re.IGNORECASE
)
_RANKS = ("percentile", "statistic")
"""Columns of labels in which `10%` is a place in the distribution."""


def read(sheet: Sheet) -> Iterator[Extract]:
    """Header figures first, then row after row."""
    for column in sheet.columns:
        if column.header is not None:
            yield from pay.in_header(
                sheet, column.header, f'table {sheet.table.number}, column "{column.name}"', {}
            )
    for number in range(sheet.table.header_rows, len(sheet.table.rows)):
        if not banners.is_banner(sheet.table.rows[number]):
            yield from _row(sheet, number)


def _row(sheet: Sheet, number: int) -> Iterator[Extract]:
    locator = f"table {sheet.table.number}, row {number - sheet.table.header_rows + 1}"
    row = row_labels.read(sheet, number)
    labels = row.labels
    for header in row.headings:
        yield from pay.in_header(sheet, header, locator, labels)
    cells = sheet.table.rows[number]
    for column in sheet.columns:
        cell = cells[column.index]
        is_label = column.holds_labels and not is_pay_among_labels(column, cell)
        if is_label and column.holds in _RANKS:
            yield from (
                NotPay(figure.cell, "rank") for figure in figures.find(cell) if figure.unit == "percent"
            )
        if is_label or column.index in sheet.uppers:
            continue
        upper = sheet.upper.get(column.index)
        other = cells[upper.index] if upper else None
        if cell or other:
            own = {**sheet.offers.get(column.index, {}), **labels}
            yield from _cell(sheet, Place(column, own, row.headings, locator), cell, other)


def _cell(sheet: Sheet, place: Place, cell: Cell, other: Cell | None) -> Iterator[Extract]:
    """The rows of a cell; `other` is the cell of the upper end where the two are one range."""
    column = place.column
    other_thing = next((header.not_pay for header in place.said if header.not_pay), None)
    cell = signed(cell)
    values = column.read(cell, place.headings)
    if other_thing is not None:
        yield from (NotPay(figure.cell, other_thing) for figure in values.figures)
    elif not (column.holds_figures or column.holds_labels or place.headings):
        yield from _text(sheet, place, cell)
    elif other is not None and (pair := column.pair(cell, other, place.headings)) is not None:
        yield from pay.of(sheet, place, pair)
    else:
        upper = column.read(other, place.headings) if other is not None else None
        alone = upper is not None and not (values.figures and upper.figures)
        for row in _figures(sheet, place, cell, values):
            yield _at_an_end(row, column, "minimum") if alone else row
        for value in upper.figures if upper is not None else ():
            for row in pay.of(sheet, place, value, upper.rest if upper is not None else ()):
                yield _at_an_end(row, column, "maximum") if alone else row


def _at_an_end(row: Extract, column: Column, end: str) -> Extract:
    """`£105,900 | No maximum`: the least, where a row has only one of the two ends."""
    figure = row.values.get("amount") if isinstance(row, Row) else None
    if (
        isinstance(row, Row)
        and isinstance(figure, Figure)
        and not figure.is_range
        and column.header is not None
    ):
        row.values.setdefault("statistic", Read(end, column.header.cell))
    return row


def _figures(sheet: Sheet, place: Place, cell: Cell, values: figures.CellReading) -> Iterator[Extract]:
    """A row for each figure of a cell; behind the first they may be something else than pay."""
    ordered = next((header.in_order for header in place.said if header.in_order), [])
    ranks = next((header.ranks for header in place.said if header.ranks), sheet.captions.ranks)
    for index, value in enumerate(values.figures):
        reason = not_pay.reason(value, cell) if index else None
        if reason is not None:
            yield NotPay(value.cell, reason)
            continue
        for row in pay.of(sheet, place, value, _own_words(cell, value, values.rest)):
            if isinstance(row, Row) and len(ordered) == len(values.figures):
                row.values["component"] = Read(*ordered[index])
            if isinstance(row, Row) and (part := _part(cell, value, len(values.figures))) is not None:
                row.values["component"] = part
            if isinstance(row, Row) and len(ranks) == len(values.figures):
                row.values.update(ranks[index])
            yield row
    unread = not values.figures and not values.says_none and any(c.isdigit() for c in cell.text)
    if unread and any(header.names_pay for header in place.said):
        yield Note(
            "unread_figure", cell, f"{place.locator}: {cell.text[:60]!r} is not a figure that can be read"
        )


def _own_words(cell: Cell, value: Figure, rest: Sequence[Cell]) -> Sequence[Cell]:
    """`$60,000 + $4,000 relocation`, `$70,000 + car`: what stands behind a plus is said of what comes on top.

    So are the words in front of another amount in brackets (`130,000 (OTE 260,000)`).
    """
    if _PLUS.search(cell.text) is None:
        return rest
    added = [cell.cut(*found.span()).start for found in _PLUS.finditer(cell.text)]
    first = max((at for at in added if at < value.cell.start), default=cell.start)
    last = min((at for at in added if at >= value.cell.end), default=cell.end)
    return [words for words in rest if first <= words.start < last]


def _part(cell: Cell, value: Figure, count: int) -> Read | None:
    """The part of pay in front of an amount, in a cell that holds several (`Base: $150k<br>Stock: $40k`)."""
    at = cell.offset(value.cell.start)
    named = _NAMED.search(cell.text, max(0, at - _LONGEST_NAMED), at) if count > 1 else None
    parts = mentions.find(cell.cut(*named.span("name")), ("component",)) if named is not None else []
    return Read(str(parts[0].value), parts[0].cell) if parts else None


def _text(sheet: Sheet, place: Place, cell: Cell) -> Iterator[Extract]:
    """A cell of text: its figures are read as those of any text, with the labels of the row."""
    found = figures.find(cell)
    if not found:
        return
    labels = {**sheet.scope, **place.labels}
    scope = {key: cast("Label", value) for key, value in labels.items() if not isinstance(value, list)}
    read: list[tuple[int, int]] = []
    for item in prose.rows(Block("paragraph", cell), prose.Surroundings(scope)):
        if isinstance(item, Row):
            if isinstance(item.values.get("component"), Inferred) and not _is_told(item, cell):
                continue  # nothing in the cell says that it is pay
            item.context, item.locator, item.package = sheet.table.context, place.locator, place.row
            read += [value.cell.span for value in item.figures.values() if isinstance(value, Figure)]
        else:
            read.append(item.cell.span)
        yield item
    for figure in found:
        if not any(start < figure.cell.end and figure.cell.start < end for start, end in read):
            yield Note("unread_figure", figure.cell, f"{place.locator}: a figure in a text beside the pay")


def _is_told(row: Row, cell: Cell) -> bool:
    """Whether a cell says of a figure that it is pay without naming its part: a rise (`Bands up 3%`), or a salary."""
    percent = any(isinstance(value, Figure) and value.unit == "percent" for value in row.figures.values())
    return percent or any(pattern(group).search(cell.text) is not None for group in ("pay", "changes"))
