"""Reading one table cell or scalar, where a bare number may be a figure because its column says so."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from normalizers.figures.atoms import normalised
from normalizers.figures.grammar import drafts, figure_of, find
from normalizers.figures.spellings import currency_of, grammar
from schemas import Cell, Figure
from schemas.figure import Unit
from schemas.fixed import fixed

_BARE = re.compile(r"[0-9., ]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A number of this form among words (`Salary in Texas (March 2026)`) is a year."""
_OTHER = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?$|(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?:[-/]\d\d)?$|(?:0[1-9]|1[0-2])/(?:19|20)\d\d$|40[13]\s?\(?[kb]\)?\s?[/,&]\s?(?:40[13]|457)\s?\(?[kb]",
    re.IGNORECASE,
)
"""`12:30`, `2025-01`, `401K/403B`: a time of the day, a month or a ratio, plans for a pension, also where an amount is expected."""
_STEP = re.compile(r"\s?\((?:[^()\d]|\([^()\d]*\))*[^\W\d_][^()\d]*\d{1,2}\)$")
_LEAST_BESIDE_A_STEP = 1_000
_LEADING = re.compile(r"\d{1,3}(?:,\d{3})+(?=\s?\(|\s\+)")
"""`130,000 (OTE 260,000)`: a bare amount in front of one that its own words make an amount."""
_NOTE = re.compile(r"\(\d{1,2}\)")
"""`(5)`, where an office gives no amount: the number of the note that says why."""


@fixed
class CellReading:
    """What stands in one cell: its figures, the text that is no figure, and whether it says that there is none."""

    figures: tuple[Figure, ...]
    rest: tuple[Cell, ...]
    says_none: bool = False


@lru_cache(
    maxsize=2048
)  # A cell is looked at when its table's columns are told apart, and again when it is read.
def read(cell: Cell, *, unit: Unit | None = None, currency: str | None = None) -> CellReading:
    """The figures of a cell.

    `unit` is what a bare number would be (`currency`, `percent`); without it bare numbers stay in `rest`.
    `currency` is what the header or key says of amounts without a sign of their own.
    """
    text = cell.strip(" \t\r\n*_`")
    if text.text.lower() in grammar()["none"] or not text.text or _NOTE.fullmatch(text.text) is not None:
        return CellReading((), (), says_none=True)
    # A bare number, as front matter is full of, has no unit that `find` could see.
    found = find(cell) if _BARE.fullmatch(cell.text) is None else []
    if not found and unit is not None and _OTHER.match(text.text) is None:
        plain = normalised(cell.text)
        own = currency if unit == "currency" else None
        found = [figure_of(cell, plain, draft, unit=unit, currency=own) for draft in drafts(plain, currency)]
        worded = any(character.isalpha() for character in cell.text)
        found = [figure for figure in found if not (worded and _YEAR.fullmatch(figure.cell.text))]
        found = _without_steps(cell, found)
        found = found or (_lettered(text) if unit == "currency" else [])
    elif unit == "currency" and found and (bare := _LEADING.match(text.text)) is not None:
        in_front = read(text.cut(0, bare.end()), unit=unit, currency=currency).figures
        behind = all(text.offset(figure.cell.start) >= bare.end() for figure in found)
        again = bool(in_front) and in_front[0].low == found[0].low  # `95,000 (US$95,000)`
        found = [*in_front, *found] if behind and not again else found
    return CellReading(tuple(found), tuple(_rest(cell, found)))


def _without_steps(cell: Cell, found: list[Figure]) -> list[Figure]:
    """`51,530 (Pt. 12)`: the step of a scale behind an amount, in brackets with the word for it, is no amount."""
    first = found[0] if len(found) > 1 else None
    step = _STEP.search(cell.text) if first is not None and (first.low or 0) >= _LEAST_BESIDE_A_STEP else None
    if step is None:
        return found
    return [figure for figure in found if cell.offset(figure.cell.start) < step.start()]


def _lettered(cell: Cell) -> list[Figure]:
    """`R140`: letters that mean much elsewhere are a currency where the column is known to hold amounts."""
    match = _letters().fullmatch(normalised(cell.text))
    if match is None or _YEAR.fullmatch(match["number"]):
        return []
    number = cell.cut(match.start("number"), len(cell))
    plain = normalised(number.text)
    (draft,) = drafts(plain)
    code = currency_of()[match["letters"]][0]
    return [
        replace(figure_of(number, plain, draft, unit="currency", currency=code), cell=cell, parts=(cell,))
    ]


@cache
def _letters() -> re.Pattern[str]:
    spellings = (re.escape(one) for group in grammar()["letters_before"].values() for one in group)
    return re.compile(rf"(?P<letters>{'|'.join(spellings)})\s?(?P<number>\d{{1,4}}(?:[.,]\d\d)?)")


def _rest(cell: Cell, figures: list[Figure]) -> list[Cell]:
    pieces, at = [], 0
    for part in sorted((part for figure in figures for part in figure.parts), key=lambda p: p.start):
        start = (
            next((i for i, place in enumerate(cell.places) if place[0] >= part.start), 0)
            if cell.places
            else part.start - cell.start
        )
        pieces.append(cell.cut(at, start))
        at = start + len(part.text)
    pieces.append(cell.cut(at, len(cell.text)))
    return [left for piece in pieces if (left := piece.strip(" \t\r\n()[]*_`,;/–—-"))]
