"""Rows in which each cell stands behind the name of its column, as pages for small screens write them.

`RoleWelderMedian$61,000Range$48,000–$77,000` / `RoleFitterMedian$58,500Range$46,000–$71,000`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import is_header, names_a_value
from extractors.readers.scraped_text.stacked_rows import VALUES, kind_of_cell
from extractors.readers.scraped_text.wholeness import BRACKETS
from schemas import Cell, Table

LEAST_ROWS, LEAST_NAMES = 3, 2
MAX_ROW, MAX_NAME = 300, 40
_SIGN = re.compile(r"[$€£₹](?![^()]{0,12}\))")
"""The sign of an amount, which ends a name; one in brackets is the name's (`Target (+$84K)`, `London (GBP £)`)."""
_VALUE_INSIDE = re.compile(r"\d%(?=[A-Z])")
"""`Bonus10%Total Comp`: two names, and a value that all rows have in common."""
SHARE = 0.5
"""Share of the rows that have a value in one column at least."""
_BEGINS = re.compile(
    r"(?<![A-Z(])(?<![$€£₹]\d)(?=[A-Z#]|\d\dth\b)(?!(?<=\d)(?:[KkMmBL]|LPA)(?![a-z]))"
    r"|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d[KMBL])(?=[A-Z])|(?<=\dLPA)(?=[A-Z])"
    r"|(?<=\d[KkMm])(?=\d\dth\b)|(?=%\sof\s[A-Z])"
)
"""Where a name may begin: at a capital, whatever it touches, and inside no word of capitals."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose rows begin at a line, each cell of them behind its column's name; and the line behind it."""
    texts = [line.text.strip() for line in lines[at : at + LEAST_ROWS]]
    if len(texts) < LEAST_ROWS or len({text[:1] for text in texts}) > 1:
        return None
    names = _names(texts) if all(0 < len(text) <= MAX_ROW for text in texts) else []
    if len(names) < LEAST_NAMES:
        return None
    rows: list[list[Cell]] = []
    while at < len(lines) and (places := _places(lines[at].text.strip(), names)) is not None:
        row = _cells(lines[at].strip(), names, places)
        if not row[0]:
            break
        rows.append(row)
        at += 1
    if len(rows) < LEAST_ROWS or not _holds_values(rows):
        return None
    first = lines[at - len(rows)].strip()
    header = [
        first.cut(place, place + len(name))
        for name, place in zip(names, _places(first.text, names) or (), strict=True)
    ]
    return grid([header, *rows], number, "glued_table"), at


def _names(texts: Sequence[str]) -> list[str]:
    """The names of columns that stand in all rows in the same order, the first of them in front."""
    names: list[str] = []
    first, *others = texts
    behind = [0] * len(others)
    at = 0
    for start in (one.start() for one in _BEGINS.finditer(first)):
        if start < at or (start and not names):
            continue
        for name in _candidates(first, start):
            places = [text.find(name, place) for text, place in zip(others, behind, strict=True)]
            if -1 in places or (not start and any(places)):
                continue
            names.append(name)
            at = start + len(name)
            behind = [place + len(name) for place in places]
            break
    return names


def _candidates(text: str, start: int) -> Iterator[str]:
    """The names that may begin at a place, the longest first."""
    most = min(len(text), start + MAX_NAME)
    edge = _SIGN.search(text, start, most)
    for end in range(edge.start() if edge else most, start, -1):
        name = text[start:end]
        whole = name == name.strip(" :+−–-") and _is_closed(name) and not _VALUE_INSIDE.search(name)
        if whole and (end == len(text) or not text[end].islower()) and _may_be_name(name):
            yield name


def _is_closed(text: str) -> bool:
    return text.count("(") == text.count(")")


def _may_be_name(name: str) -> bool:
    return is_header(name) or names_a_value(BRACKETS.sub("", name))


def _holds_values(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells of one column behind the first are values, and none was cut inside of brackets."""
    if not all(_is_closed(cell.text) for row in rows for cell in row):
        return False
    columns = list(zip(*rows, strict=True))[1:]
    return any(
        sum(kind_of_cell(cell) in VALUES for cell in column) >= SHARE * len(rows) for column in columns
    )


def _places(text: str, names: Sequence[str]) -> list[int] | None:
    """Where the names stand in a row, each behind the one before; None where one is missing, or something stands in front."""
    found: list[int] = []
    at = 0
    for name in names:
        place = text.find(name, at) if len(text) <= MAX_ROW else -1
        if place < 0 or (not found and place):
            return None
        found.append(place)
        at = place + len(name)
    return found


def _cells(line: Cell, names: Sequence[str], places: Sequence[int]) -> list[Cell]:
    """What stands behind each name."""
    ends = [*places[1:], len(line)]
    return [
        line.cut(place + len(name), end).strip(" :")
        for name, place, end in zip(names, places, ends, strict=True)
    ]
