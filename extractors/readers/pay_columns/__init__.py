"""The columns of a table: which hold labels, and of what kind, and which hold figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.banners import is_banner
from extractors.readers.pay_columns.axes import (
    mark_abbreviated,
    mark_changes,
    mark_components,
    mark_everybody,
    mark_first,
    mark_names,
    mark_parts,
    mark_payers,
    mark_stages,
)
from extractors.readers.pay_columns.bare import (
    is_pay_scale,
    mark_bare_pay,
    mark_groups,
    mark_rates,
    mark_signed_once,
)
from extractors.readers.pay_columns.cells import any_figure, by_content, mostly_amounts, mostly_figures
from extractors.readers.pay_columns.column import Column, Stated
from extractors.readers.pay_columns.corner import mark_names_below_a_unit, unit_of_all
from extractors.readers.pay_columns.offers import mark_offers
from extractors.readers.pay_columns.side_by_side import (
    mark_alike,
    mark_bare_times,
    mark_contracts,
    mark_conversions,
    mark_counts,
    mark_ends,
    mark_faculty,
    mark_floors,
    mark_middle,
    mark_ranks,
    mark_scale,
    mark_spread,
    mark_times,
)
from normalizers import figures, headers
from normalizers.headers import Header
from schemas import Cell, Table
from schemas.figure import Unit
from schemas.wordings import pattern

_LOOK_AT = 60
_COUNT = re.compile(r"[*_]{0,2}\d{1,3}(?:,?\d{3}){0,2}[*_]{0,2}")
LONGEST_WORDS = 40
_WORDS = re.compile(r"[^\W\d_]{2}")
_RANKED = re.compile(r"\brank\W*$", re.IGNORECASE)
_WHOLE = ("as_of", "level", "experience")
"""Labels of a header that are so only by themselves: a year, a step."""
_NUMBERS = ("percentile", "statistic", "sample_size", "ignore", "experience")
"""Columns whose labels may themselves look like figures."""


def columns(table: Table, stated: Stated | None = None) -> list[Column]:
    """The columns of a table, with what their headers and their cells say that they hold.

    `stated` is what the words around the table say of its numbers.
    """
    stated = stated or Stated()
    body = table.rows[table.header_rows : table.header_rows + _LOOK_AT]
    body = tuple(row for row in body if not is_banner(row)) or body
    found = _one_by_one(table, body, stated)
    stated = found[0].stated if found else stated
    mark_abbreviated(found)
    mark_everybody(found)
    mark_names(found, body)
    mark_parts(found, body)
    mark_bare_times(found)
    if table.context == "bullet":
        found[1].bare_pay = found[1].holds_figures = True
    if stated.pay or is_pay_scale(found):
        mark_bare_pay(found, body, stated)
        mark_rates(found, body, stated)
    mark_signed_once(found, body)
    mark_groups(found, body)
    mark_ranks(found)
    mark_middle(found, body)
    mark_ends(found)
    mark_floors(found)
    mark_components(found, body)
    mark_changes(found, body)
    mark_stages(found, body)
    mark_times(found)
    mark_scale(found)
    mark_spread(found)
    mark_conversions(found)
    mark_faculty(found)
    mark_contracts(found, body)
    mark_counts(found, body)
    mark_first(found, body)
    mark_payers(found, table, body)
    mark_alike(found)
    mark_offers(found, body)
    _mark_rest(found, body)
    return found


def _mark_rest(found: Sequence[Column], body: Sequence[Sequence[Cell]]) -> None:
    """`What you pull` over `Dry van`, `Tanker`: words that nobody knows tell rows apart where they stand in front of the amounts."""
    if any(column.holds == "qualifier" for column in found):
        return
    first = next((column.index for column in found if column.holds_figures), 0)
    for column in found[:first]:
        said = column.header is None or not (column.header.not_pay or column.header.holds)
        if column.holds is None and said and _tells_apart([row[column.index] for row in body]):
            column.holds = "qualifier"
            return


def _is_a_ladder(column: Column, cells: Sequence[Cell]) -> bool:
    """`Level` over `Analyst`, `Associate`, `Partner`: the rungs of one career, which are called as jobs are elsewhere."""
    if pattern("column_of_rungs").fullmatch(column.name.strip(" *_")) is None:
        return False
    rungs = sum(
        pattern("rung").fullmatch(re.split(r"\s?[(/,]", cell.text)[0].strip(" *_")) is not None
        for cell in cells
    )
    return bool(cells) and 2 * rungs > len(cells)


def _tells_apart(cells: Sequence[Cell]) -> bool:
    """Whether cells are short words, and not all the same."""
    words = all(
        _WORDS.match(cell.text) and len(cell) <= LONGEST_WORDS and not figures.find(cell)
        for cell in cells
        if cell
    )
    return words and len({cell.text for cell in cells if cell}) > 1


def _one_by_one(table: Table, body: tuple[tuple[Cell, ...], ...], stated: Stated) -> list[Column]:
    """Each column by itself; the first may say the unit of all."""
    found: list[Column] = []
    for index in range(len(table.rows[0]) if table.rows else 0):
        header = _header(table, index)
        name = header.cell if header else Cell("", table.rows[0][index].start)
        cells = [row[index] for row in body if row[index].text.strip(" *_-–—")]
        if index == 0:
            stated = unit_of_all(header, cells, stated)
        column = Column(index, header, name, stated=stated)
        _classify(column, cells)
        if index == 0:
            mark_names_below_a_unit(column, cells)
        found.append(column)
    return found


def _header(table: Table, index: int) -> Header | None:
    """The header cells of a column as one; None where they are empty."""
    cells = [row[index] for row in table.rows[: table.header_rows] if row[index]]
    unlike = [
        cell for number, cell in enumerate(cells) if all(cell.span != other.span for other in cells[:number])
    ]
    if not unlike:
        return None
    cell = Cell.joined(unlike)
    header = headers.read(cell, figures=tuple(figures.find(cell)))
    if len(unlike) > 1:
        _each_by_itself(header, unlike)
    if len(unlike) > 1 and "statistic" not in header.labels and header.holds in (None, "percentile"):
        # `10th` below one header `Percentile` over several columns.
        ranked = headers.ordinal(unlike[-1]) if pattern("columns_of_ranks").search(unlike[0].text) else {}
        header.labels = {**header.labels, **ranked}
        header.holds = None if ranked else header.holds
    return header


def _each_by_itself(header: Header, cells: list[Cell]) -> None:
    """`2024` or `Arts` above `Min`: what a cell of a header says only as a whole name."""
    alone = [headers.read(cell, figures=tuple(figures.find(cell))) for cell in cells]
    header.end = header.end or alone[-1].end
    for said in alone:
        header.labels |= {
            key: value for key, value in said.labels.items() if key in _WHOLE and key not in header.labels
        }


def _is_not_pay(header: Header, cells: list[Cell]) -> bool:
    """Whether a header names something else; amounts of money are no counts (`Similar jobs`)."""
    if header.not_pay == "count" and mostly_amounts(cells):
        header.not_pay = None
    return header.not_pay is not None


def _classify(column: Column, cells: list[Cell]) -> None:
    header = column.header
    if header is not None and header.holds is not None:
        column.holds = None if header.holds == "ignore" else header.holds
        if column.holds == "qualifier" and by_content(cells) == "level":
            column.holds = "level"  # `Category` over `Part qualified`, `Executive`
        if column.holds == "role" and pattern("column_of_whom").fullmatch(header.cell.text.strip(" *_")):
            column.holds = by_content(cells) or "qualifier"  # `Who` over `Graduate`, `Proficient`
        if column.holds == "level" and by_content(cells) == "role" and not _is_a_ladder(column, cells):
            column.holds = "role"  # `Grade` over `Camera operator`, `Clapper loader`
        if (
            column.holds in ("role", "company")
            and cells
            and all(_COUNT.fullmatch(cell.text) for cell in cells)
        ):
            column.holds = "sample_size"  # `Open roles` over `43`
        # `Top of scale (PLN)`: numbers below a currency are amounts.
        counted: Unit | None = "currency" if "currency" in header.labels else None
        # `1st year` over `$61,000` is no date, and `Per year` no year.
        if mostly_amounts(cells) if column.holds in _NUMBERS else mostly_figures(cells, counted):
            column.holds = header.holds = None
            column.holds_figures = True
        return
    unit: Unit | None = None
    if header is not None and header.names_pay:
        unit = "percent" if header.percent else "currency"
    column.holds_figures = (unit is not None and any_figure(cells, unit)) or mostly_figures(cells, unit)
    if header is not None and _is_not_pay(header, cells):
        column.holds_figures = False
    # `Rank` is a number in most tables, and in some a title (`Captain (A320)`).
    ranked = header is not None and _RANKED.search(header.cell.text) is not None
    if ranked:
        in_words = all(_WORDS.match(cell.text) is not None for cell in cells)
    else:
        in_words = not any(character.isdigit() for cell in cells for character in cell.text)
    if not column.holds_figures and (header is None or not header.not_pay or in_words):
        column.holds = by_content(cells)
    if column.holds is None and in_words and ranked:
        column.holds = "role"  # `Rank` over `Bosun`, `AB`, `OS`
