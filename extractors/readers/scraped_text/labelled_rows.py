"""Rows in which each cell stands behind the name of its column, as pages for small screens write them.

`RoleWelderMedian$61,000Range$48,000–$77,000` / `RoleFitterMedian$58,500Range$46,000–$71,000`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import is_header
from extractors.readers.scraped_text.pieces import pieces
from schemas import Cell, Table

LEAST_ROWS, LEAST_NAMES = 3, 3
LOOKED_AT = 4
"""Rows from which the names are learned; the others follow them."""
MAX_ROW = 300
_NAME = re.compile(r"[A-Z](?:[\w%]|[ /.-](?=[\w%(])|\([^()]{1,20}\))*")
_BEGINS = re.compile(r"(?:(?<=[a-z)])|(?<=\s)|^)(?=[A-Z])")
"""Where a name may begin that touches the word before it."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose rows begin at a line, each cell of them behind its column's name; and the line behind it."""
    first = [line.strip() for line in lines[at : at + LOOKED_AT]]
    if len(first) < LEAST_ROWS or not all(0 < len(line) <= MAX_ROW for line in first[:LEAST_ROWS]):
        return None
    names = _names(first[:LEAST_ROWS], glued=True) or _names(first[:LEAST_ROWS], glued=False)
    if len(names) < LEAST_NAMES or not all(map(is_header, names)):
        return None
    row = re.compile("".join(rf"(?:{re.escape(name)})[ :]*(.*?)\s*" for name in names))
    rows: list[list[Cell]] = []
    while at < len(lines) and (found := row.fullmatch(lines[at].text.strip())) is not None and found[1]:
        line = lines[at].strip()
        rows.append([line.cut(*found.span(group)) for group in range(1, len(names) + 1)])
        at += 1
    if len(rows) < LEAST_ROWS:
        return None
    return grid([_header(lines[at - len(rows)].strip(), names), *rows], number, "glued_table"), at


def _names(rows: Sequence[Cell], *, glued: bool) -> list[str]:
    """The words that stand in all rows alike: in front of them, and in front of each value of the one with most values."""
    cut = [pieces(row, glued=glued) for row in rows]
    texts = [[piece.cell.text.strip(" :") for piece in row if piece.kind == "text"] for row in cut]
    if any(not own or row[0].kind != "text" for own, row in zip(texts, cut, strict=True)):
        return []
    begins = _common(row.text for row in rows)
    labels = [own[0] for own in texts]
    ends = _common(label[::-1] for label in labels)[::-1]
    opening, closing = _whole_front(begins, labels), _whole_back(ends)
    longest = max(texts, key=len)
    return [opening, closing, *longest[1:]] if opening and closing else []


def _common(texts: Iterable[str]) -> str:
    """The letters with which all texts begin."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    return "".join(letters[0] for letters in alike)


def _whole_front(begins: str, labels: Sequence[str]) -> str:
    """The name with which all rows begin; a letter that two cells happen to begin with is none of it (`RoleM`)."""
    for end in range(len(begins), 1, -1):
        name = begins[:end].rstrip()
        if (
            is_header(name)
            and _NAME.fullmatch(name)
            and all(re.match(r"\s?[A-Z(]", label[len(name) :]) for label in labels)
        ):
            return name
    return ""


def _whole_back(ends: str) -> str:
    """The name in front of the first value of all rows."""
    return next((ends[one.start() :] for one in _BEGINS.finditer(ends) if is_header(ends[one.start() :])), "")


def _header(line: Cell, names: Sequence[str]) -> list[Cell]:
    """The names where they stand in the first row."""
    found: list[Cell] = []
    at = 0
    for name in names:
        start = line.text.index(name, at)
        found.append(line.cut(start, start + len(name)))
        at = start + len(name)
    return found
