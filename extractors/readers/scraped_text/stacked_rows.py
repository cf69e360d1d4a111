"""Rows of a table that stand one cell a line: as long as values stand where the first row has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.readers.scraped_text import columns
from extractors.readers.scraped_text.pieces import pieces
from extractors.readers.scraped_text.values import kind_of
from schemas import Cell

MAX_CELL = 80
LEAST_NAMES = 2
VALUES = ("money", "percent")
UNIT = re.compile(r"(?:/|per|an?)\s?(?:hour|hr|day|week|wk|month|mo|year|yr|annum)\.?", re.IGNORECASE)
"""A line of these words alone belongs to the amount above it (`$98,417` / `/ year`)."""
_YEARS = re.compile(r"\d{1,2}\+")
_DIGIT = re.compile(r"\d")


def rows_of(
    lines: Sequence[Cell], at: int, width: int, *, most: int | None = None
) -> tuple[list[list[Cell]], int, tuple[str, ...]]:
    """Rows of so many cells, as long as values stand where the first row has them; the line behind, rows in doubt."""
    rows: list[list[Cell]] = []
    doubts: list[str] = []
    shape: list[str] = []
    while at + width <= len(lines) and (most is None or len(rows) < most):
        row = [line.strip() for line in lines[at : at + width]]
        if any(len(cell.text) > MAX_CELL or UNIT.fullmatch(cell.text) for cell in row):
            break
        kinds = [kind_of_cell(cell) for cell in row]
        if not _fits(kinds, shape):
            short = _short_row(lines, at, shape) if rows else None
            if short is None:
                break
            rows.append(short[0])
            doubts.append(short[0][0].text)
            at = short[1]
            continue
        shape = shape or kinds
        rows.append(row)
        at += width
    return rows, at, tuple(doubts)


def _fits(kinds: Sequence[str], shape: Sequence[str]) -> bool:
    """Whether a row has values where the first row has them; words may stand in for one of several (`Negotiable`)."""
    wanted = (*VALUES, "none") if shape else VALUES
    if "empty" in kinds or kinds[0] in VALUES or not any(kind in wanted for kind in kinds):
        return False
    apart = [at for at, own in enumerate(shape) if (kinds[at] == "text") != (own == "text")]
    values = sum(own != "text" for own in shape)
    return not apart or (
        len(apart) == 1 and apart[0] > 0 and kinds[apart[0]] == "text" and values > LEAST_NAMES
    )


def _short_row(lines: Sequence[Cell], at: int, shape: Sequence[str]) -> tuple[list[Cell], int] | None:
    """A row that lost a cell, where a whole row follows it: its cells stand where their kinds belong."""
    width = len(shape)
    for length in range(width - 1, 1, -1):
        own = [line.strip() for line in lines[at : at + length]]
        behind = [kind_of_cell(line) for line in lines[at + length : at + length + width]]
        kinds = [kind_of_cell(cell) for cell in own]
        if len(behind) < width or "empty" in kinds or not _alike(behind, shape):
            continue
        dealt = columns.deal(
            kinds, [columns.Slot(kind if kind in columns.KINDS else "text", ("",)) for kind in shape]
        )
        if dealt is not None and all(stop - start < 2 for start, stop in dealt.spans) and dealt.cost < width:
            end = own[-1].end
            return [own[start] if start < stop else Cell("", end) for start, stop in dealt.spans], at + length
    return None


def _alike(kinds: Sequence[str], shape: Sequence[str]) -> bool:
    return "empty" not in kinds and all(
        (a == "text") == (b == "text") for a, b in zip(kinds, shape, strict=True)
    )


def goes_on(lines: Sequence[Cell], at: int, row: list[Cell]) -> bool:
    """Whether a row begins like the one above and was cut off (`L5` / `$192,000` below `L4` / `$151,000` / `$11,000`)."""
    shape = [kind_of_cell(cell) for cell in row]
    rest: list[str] = []
    while at + len(rest) < len(lines) and len(rest) < len(shape) and lines[at + len(rest)].text.strip():
        rest.append(kind_of_cell(lines[at + len(rest)]))
    return (
        LEAST_NAMES <= len(rest) < len(shape)
        and all((a == "text") == (b == "text") for a, b in zip(rest, shape, strict=False))
        and any(kind in VALUES for kind in rest)
    )


def kind_of_cell(cell: Cell) -> str:
    """The kind of a cell: a value with a remark behind it is one, years of experience are words."""
    return _kind_of_text(cell.text.strip())


# Every width of a table is tried, and every line may begin one: most lines are asked for dozens of times.
@lru_cache(maxsize=2048)
def _kind_of_text(text: str) -> str:
    if not text or len(text) > MAX_CELL:
        return "empty" if not text else "text"
    cell = Cell(text)
    kind = kind_of(cell)
    if kind != "text":
        return "text" if kind == "number" and _YEARS.fullmatch(text) else kind
    if not _DIGIT.search(text):
        return "text"
    first, *more = pieces(cell, glued=False)
    valued = first.kind in VALUES and (not more or (len(more) == 1 and 2 * len(first.cell) > len(text)))
    return first.kind if valued else "text"
