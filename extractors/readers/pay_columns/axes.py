"""Columns that are labels because of what stands in their cells and beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractors.readers.pay_columns.cells import LONG_TEXT, any_amount, mostly_amounts, mostly_figures
from extractors.readers.pay_columns.column import Column
from normalizers import figures, mentions
from normalizers.headers import Header
from normalizers.towns import state_letters
from schemas import Cell, Inferred, Table
from schemas.vocabulary import load
from schemas.wordings import pattern

LEAST_BESIDE = LEAST_JOBS = 2
_LETTERS, _CODES = re.compile(r"[^\W\d_]{2}|[A-Z]\d"), re.compile(r"\d\s?/\s?\d{2}")
_PROPER = re.compile(r"[A-Z][\w.&'’-]*(?: (?:&|of|and|[A-Z][\w.&'’-]*)){0,4}")

_CODE = re.compile(r"[A-Z]{0,2}\d[\d.-]{2,9}")
"""`53201`, `15-1252`, `C4102`: the number of an occupation."""
_OF_A_CHANGE = ("period", "compared_to")
"""What the name of a change says of when it was: `Annual change`, `vs. last year`."""
_SIGNED = re.compile(r"[+−–-]\s?[$€£]\s?\d")
_PERCENT = re.compile(r"\d\s?(?:%|per ?cent)")
_SEAT = re.compile(r"(?:CA|CPT|Capt|FO|F/O|SO)(?= ?(?:[Yy](?:ear|r)\b|\d|$))")
_NAMED = ("role", "level", "region", "company")


def mark_components(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """A column of labels whose cells name components is that axis, whatever its header says (`Item`, `Category`)."""
    if any(c.holds == "component" for c in found) or any(c.header and c.header.components for c in found):
        return
    for column in found:
        if column.holds not in ("qualifier", "specialization", None) or column.holds_figures:
            continue
        cells = [row[column.index] for row in body if row[column.index]]
        named = [cell for cell in cells if len(cell) <= LONG_TEXT and mentions.find(cell, ("component",))]
        if cells and len(named) * 2 >= len(cells):
            column.holds = "component"
            return


def mark_everybody(found: list[Column]) -> None:
    """`Total` beside `Men` and `Women` counts all people, and is no total pay."""
    names = [column.name.strip(" *_") for column in found]
    some = [pattern("column_of_some_people").fullmatch(name) is not None for name in names]
    parts = sum(bool(column.header and column.header.components) for column in found)
    if sum(some) < LEAST_BESIDE or parts > 1:
        return  # `Base | Bonus | Total | Men | Women` has a total of parts
    for column, name in zip(found, names, strict=True):
        if column.header is None or not column.header.components:
            continue
        if pattern("column_of_everybody").fullmatch(name) is not None:
            column.header.components, column.header.weak = [], ("base", column.header.cell)
            column.header.unknown = (name.lower(),)


def mark_names(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`R40 / R90` below `Harbour Lines, hourly rate`: where all other columns are signed amounts, a first one without is names.

    What its header says of pay is said of the whole table.
    """
    if len(found) <= LEAST_BESIDE or not found[0].holds_figures or found[0].header is None:
        return
    first, *others = found
    own = [row[first.index] for row in body if row[first.index]]
    if any(any_amount(cell) for cell in own) or not all(
        _LETTERS.search(c.text) or _CODES.search(c.text) for c in own
    ):
        return
    if all(
        column.holds_figures and mostly_amounts([r[column.index] for r in body if r[column.index]])
        for column in others
    ):
        first.holds_figures, first.holds = False, "qualifier"


def mark_parts(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Evening`, `Night (22-6)` below `Supplement`, beside a column of figures: kinds of what the header above them names."""
    if not found:
        return
    first, *others = found
    header = first.header
    if header is None or not header.components or figures.find(header.cell):
        return
    own = [row[first.index] for row in body if row[first.index]]
    if any(any_amount(cell) for cell in own) or not all(_LETTERS.search(cell.text) for cell in own):
        return
    beside = [[row[c.index] for row in body if row[c.index]] for c in others]
    named = any(c.header is not None and c.header.components for c in others)
    if own and not named and any(mostly_figures(cells, None) for cells in beside):
        first.holds_figures, first.names_parts = False, True
        first.holds = first.holds or "qualifier"


def mark_first(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """The first column of text tells the rows apart, also where no vocabulary knows its words."""
    if any(column.holds for column in found) and found[0].holds_figures:
        return
    first = found[0] if found else None
    if first is None or first.holds or first.holds_figures or (first.header and first.header.not_pay):
        return
    if first.header is not None and first.header.holds == "ignore":
        return
    cells = [row[0] for row in body if row[0]]
    if any(c.holds in _NAMED for c in found) and all(_CODE.fullmatch(cell.text) for cell in cells):
        return  # codes in front of the names that they stand for
    if cells and sum(len(cell) <= LONG_TEXT for cell in cells) * 2 >= len(cells):
        first.holds = "qualifier"


@cache
def _short_names() -> frozenset[str]:
    return frozenset(spelling.text for spelling in load()["role_abbreviation"].spellings)


def mark_abbreviated(found: list[Column]) -> None:
    """`NP | PA` beside each other above amounts: the short names of two jobs, and neither a place nor anything else."""
    heads = [
        c.header
        for c in found[1:]
        if c.header is not None and c.header.cell.text.strip(" *_") in _short_names()
    ]
    states = all(header.cell.text.strip(" *_") in state_letters() for header in heads)
    _mark_seats(found)
    if len(heads) >= LEAST_JOBS and not states and not any(column.holds == "role" for column in found):
        for header in heads:
            header.labels = {**header.labels, "role": header.cell}


def _mark_seats(found: list[Column]) -> None:
    """`FO Year 1 | CA Year 12`: the letters of the two who fly an aircraft, in front of the same steps."""
    seats: dict[str, list[Header]] = {}
    for header in (c.header for c in found if c.header is not None):
        found_seat = _SEAT.match(header.cell.text.strip(" *_"))
        if found_seat is not None:
            seats.setdefault(found_seat[0], []).append(header)
    if len(seats) < LEAST_JOBS:
        return
    for seat, headers in seats.items():
        for header in headers:
            header.labels.pop("region", None)
            header.labels["role"] = header.cell.strip(" *_").cut(0, len(seat))


def mark_stages(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """Percents below `Seed`, `Series A`: which part of a firm somebody is given at that stage."""
    staged = [
        (column, header)
        for column in found
        if (header := column.header) is not None
        and pattern("funding_stage").fullmatch(header.cell.text.strip(" *_")) is not None
    ]
    for column, header in staged if len(staged) >= LEAST_BESIDE else ():
        cells = [row[column.index] for row in body if row[column.index].text.strip(" *_-–—")]
        if cells and all(_PERCENT.search(cell.text) for cell in cells):
            header.components, header.percent, header.not_pay = [("equity", header.cell)], True, None
            header.labels.setdefault("employer_group", header.cell)
            column.holds, column.holds_figures = None, True


def mark_changes(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Change on year`, `YoY` right behind a column of amounts of pay: how far pay has gone up, and no growth of jobs."""
    for paid, column in pairwise(found):
        header = column.header
        if header is None or pattern("change_of_pay").fullmatch(header.cell.text.strip(" *_%()")) is None:
            continue
        not_paid = paid.header is not None and paid.header.not_pay
        cells = [row[column.index] for row in body if row[column.index].text.strip(" *_-–—")]
        percents = all(_PERCENT.search(c.text) for c in cells)
        if not paid.holds_figures or not_paid or not cells or not (percents or _are_changes(cells)):
            continue
        counted = paid.header is not None and "currency" in paid.header.labels  # `PLN/h` above bare numbers
        if counted or any(any_amount(row[paid.index]) for row in body):
            header.holds = header.not_pay = column.holds = None
            header.components, header.percent, header.difference = [("other", header.cell)], percents, False
            header.labels = {k: v for k, v in header.labels.items() if k not in _OF_A_CHANGE}
            header.labels["statistic"] = Inferred("point")  # of medians, it is none
            column.holds_figures = True


def _are_changes(cells: Sequence[Cell]) -> bool:
    """`+$22,000`, `+$7,500`: by how much amounts went up or down."""
    return all(_SIGNED.match(cell.text.strip(" *_")) is not None for cell in cells)


def mark_payers(found: list[Column], table: Table, body: tuple[tuple[Cell, ...], ...]) -> None:
    """Names in front of jobs, in rows without a header, are those of who pays (`Orbison`, `fitter`, `£16.20`)."""
    jobs = any(column.holds == "role" for column in found[1:])
    if table.header_rows or not jobs or found[0].holds != "qualifier":
        return
    if all(_PROPER.fullmatch(row[0].text) for row in body):
        found[0].holds = "company"
