"""Numbers without a sign that are amounts because of what stands around them."""

from __future__ import annotations

import re

from extractors.readers.pay_columns.cells import any_amount
from extractors.readers.pay_columns.column import SHORT_PERIODS, Column, Stated
from normalizers import figures
from normalizers.headers import Header, vocabulary
from schemas import Cell, Inferred
from schemas.wordings import pattern

_THOUSANDS = r"[,'’. ]\d{3}(?:[.,]\d{1,2})?"
_SIZED = rf"[1-9]\d{{1,2}}{_THOUSANDS}"
_GROUPED = re.compile(rf"{_SIZED}(?:\s?[-–—/]\s?{_SIZED})?\+?")
"""A number of the size of a year's pay, or a range of two, as tables write them."""
_SIZED_A_MONTH = rf"[1-9]\d{{0,2}}{_THOUSANDS}"
_A_MONTH = re.compile(rf"{_SIZED_A_MONTH}(?:\s?[-–—/]\s?{_SIZED_A_MONTH})?\+?")
"""The same for a month's pay."""
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{2}(?:\s?[-–—]\s?\d{1,3}[.,]\d{2})?")
_RATE = re.compile(r"[1-9]\d?\.\d{2}|1\d{2}\.\d{2}")
LEAST_RATES = 2
"""Columns of amounts to the penny that are rates."""
_ANY_SIZE = r"\d{1,3}(?:[,'’. ]\d{3}){0,3}(?:[.,]\d{1,2})?|\d{4,9}(?:[.,]\d{1,2})?"
_NUMBER = re.compile(
    rf"(?:{_ANY_SIZE})(?:\s?[-–—/]\s?(?:{_ANY_SIZE}))?\+?(?:\s?\((?:{_ANY_SIZE})\))?[*†‡¹²³]?"
)
_AMOUNT = re.compile(rf"(?=(?:[.,'’ ]?\d){{3}})(?:{_NUMBER.pattern})")
"""Any number, a second one in brackets (`150 - 190 (170)`) or not, and one that is no rank."""
_TENS = r"[1-9]\d{1,2}(?:[.,]\d{1,2})?"
_AN_HOUR = re.compile(rf"{_TENS}(?:\s?[-–—/]\s?{_TENS})?\+?")
"""What an hour is paid, where the words around say that numbers are that, and in which money."""
_COUNTED = {"currency", "period"}
_SHARED = {*_COUNTED, "statistic", "percentile"}
_NOT_A_DIGIT, _MOST_APART = re.compile(r"\D"), 2.0
_GROUPED_ALONE = re.compile(r"\d{1,3}(?:[,'’. \u00a0]\d{3}){1,2}")
_GROUPS = ("qualifier", "company", "employer_group")
_LEAST_ROWS = 2
_LEAST_RUNGS = 2
_RUNGS = {"level", "education"}


def mark_bare_pay(found: list[Column], body: tuple[tuple[Cell, ...], ...], stated: Stated) -> None:
    """`Full professor | 128,300 | 181,900` below `Faculty salaries`: numbers of that size in every row are amounts.

    Beside a column with signs of its own a number without one is a count, unless a currency is stated above or the rungs of
    a pay scale head it (`Grade | Step 1 | Step 2 | Increment`).
    """
    paid = any(column.holds_figures for column in found)
    if paid and stated.currency is None and not is_pay_scale(found):
        return
    shape = _shape_of_amounts(found, stated)
    for column in found[1:]:
        cells = [row[column.index].strip(" *_") for row in body]
        cells = [cell for cell in cells if not figures.read(cell).says_none]
        amounts = [cell for cell in cells if shape.fullmatch(cell.text)]
        header = column.header
        # Names and numbers without a header, below `Median gross:`, on a page of one currency.
        led = header is None and stated.beside and stated.currency is not None
        unsaid = led or (
            header is not None and not header.not_pay and not _says_what_it_holds(header, stated)
        )
        least = min(_LEAST_ROWS, len(body)) if shape in (_GROUPED, _A_MONTH) else 1
        if unsaid and len(amounts) >= least and len(amounts) * 5 >= len(cells) * 4:
            column.bare_pay = column.holds_figures = column.needs_name = True
            column.holds = None


def mark_rates(found: list[Column], body: tuple[tuple[Cell, ...], ...], stated: Stated) -> None:
    """`Low | Median | High` over `24.00`, `36.50`, `50.25`: amounts to the penny of that size are what an hour is paid."""
    rates = [
        column.header
        for column in found[1:]
        if column.header is not None
        and column.header.names_pay
        and not column.header.percent
        and column.header.scale == stated.scale == 1.0
        and all(_RATE.fullmatch(row[column.index].text.strip(" *_")) for row in body)
    ]
    if stated.period is None and len(body) >= _LEAST_ROWS and len(rates) >= LEAST_RATES:
        for header in rates:
            header.labels.setdefault("period", Inferred("hour", header.cell))


def mark_groups(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Of which: manual workers` beside `Employees, HUF/month`: bare numbers as large as the pay beside them are some people's."""
    counted = [
        c
        for c in found
        if c.header is not None and c.header.labels.keys() >= _COUNTED and not c.header.not_pay
    ]
    if len(counted) != 1 or (paid := counted[0]).header is None:
        return
    for column in found[1:]:
        header = column.header
        if header is None or header.not_pay or "currency" in header.labels or not _names_people(header):
            continue
        if all(_is_as_large(row[paid.index], row[column.index]) for row in body):
            column.bare_pay = column.holds_figures = column.needs_name = True
            column.holds = header.holds = None
            header.labels = {**{k: v for k, v in paid.header.labels.items() if k in _SHARED}, **header.labels}
            header.components = header.components or paid.header.components


def _names_people(header: Header) -> bool:
    name = header.cell.text.strip(" *_").lower()
    return header.holds == "role" or pattern("column_of_some_people").search(name) is not None


def _is_as_large(paid: Cell, other: Cell) -> bool:
    """Whether a bare number may be pay as the amount beside it is."""
    texts = [cell.text.strip(" *_") for cell in (paid, other)]
    if not all(map(_GROUPED_ALONE.fullmatch, texts)):
        return False
    first, second = (int(_NOT_A_DIGIT.sub("", text)) for text in texts)
    return 1 / _MOST_APART <= second / max(first, 1) <= _MOST_APART


def _says_what_it_holds(header: Header, stated: Stated) -> bool:
    """`Top tier`, `City firms` over numbers: below a stated currency the last word of a name says whose amounts they are."""
    by_a_word = header.holds in _GROUPS and vocabulary.name(header.cell.text.strip(" *_")) is None
    return header.holds is not None and not (by_a_word and stated.currency is not None)


def _shape_of_amounts(found: list[Column], stated: Stated) -> re.Pattern[str]:
    """What a bare number looks like that is an amount: the less is said, the more like a year's pay it has to look."""
    if stated.currency is None and getattr(stated.period, "text", "") in SHORT_PERIODS:
        return _DECIMAL
    if stated.scale != 1.0:
        return _NUMBER
    if stated.currency is not None and getattr(stated.period, "text", "") == "hour":
        return _AN_HOUR
    if stated.currency is None and getattr(stated.period, "text", "") == "month":
        return _A_MONTH
    return _AMOUNT if stated.currency is not None or is_pay_scale(found) else _GROUPED


def is_pay_scale(found: list[Column]) -> bool:
    """`Grade | Step 1 | Step 2`, `Step | BA | MA`: rungs on both axes are those of a pay scale, whatever is said around it."""
    rungs = [
        c for c in found[1:] if c.header is not None and _RUNGS & c.header.labels.keys() and c.holds is None
    ]
    return bool(found) and found[0].holds == "level" and len(rungs) >= _LEAST_RUNGS


def mark_signed_once(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """Tables for print write the sign in the first row only (`$58,210`, then `59,956`): the rest of the column is alike."""
    for column in found:
        if column.holds or column.unit([]) is not None or (column.header and column.header.not_pay):
            continue
        cells = [cell for row in body if (cell := row[column.index].strip(" *_-–—"))]
        bare = [cell for cell in cells if _GROUPED.fullmatch(cell.text)]
        signed = [cell for cell in cells if cell not in bare and any_amount(cell)]
        if signed and bare and (len(signed) + len(bare)) * 5 >= len(cells) * 4:
            column.bare_pay = column.holds_figures = True
