"""What kind of thing stands at a place of a destroyed table: an amount, a percent, a number, a rank, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from normalizers import figures
from schemas import Cell

_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?\+?[KkMm]?")
_NONE = re.compile(r"(?:—|–|-|N/A|n/a|None)$")
_DATE = re.compile(
    r"(?:\d{1,2}[ -])?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ -](?:\d{1,2},? )?(?:19|20)\d\d\b"
    r"|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
"""A date in a row is one cell, and no numbers."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row: its cell and its kind (`money percent number text none`)."""

    cell: Cell
    kind: str


def kind_of(cell: Cell) -> str:
    """The kind of a whole cell."""
    return _kind_of(cell.text.strip())


# Lines are looked at as names, as cells and as rows of several shapes, again and again: a short memory saves most of the time.
@lru_cache(maxsize=2048)
def _kind_of(text: str) -> str:
    if not text:
        return "empty"
    if _NONE.fullmatch(text):
        return "none"
    if _NUMBER.fullmatch(text):
        return "number"
    found = figures.find(Cell(text))
    if found and len(found[0].cell.text) >= 0.6 * len(text):
        return "money" if found[0].unit == "currency" else "percent"
    return "text"


def pieces(line: Cell, *, glued: bool) -> list[Piece]:
    """A row cut where its values begin and end; words between values stay together.

    `glued` rows have no separators, so that a number may touch the word before or behind it.
    """
    cut: list[Piece] = []
    at = 0
    for start, end, kind in _values(line.text, glued=glued):
        if (words := line.cut(at, start).strip()).text:
            cut.append(Piece(words, "text"))
        cut.append(Piece(line.cut(start, end), kind))
        at = end
    if (words := line.cut(at, len(line)).strip()).text:
        cut.append(Piece(words, "text"))
    return cut


@lru_cache(maxsize=2048)
def _values(text: str, *, glued: bool) -> list[tuple[int, int, str]]:
    found = []
    for figure in figures.find(Cell(text)):
        kind = "money" if figure.unit == "currency" else "percent"
        found.append((figure.cell.start, figure.cell.end, kind))
    found += [(*date.span(), "text") for date in _DATE.finditer(text)]
    taken = list(found)
    number = re.compile(r"\d[\d,]*(?:\.\d+)?" if glued else r"(?<!\S)[-+−]?\d[\d,]*(?:\.\d+)?\+?(?!\S)")
    for match in number.finditer(text):
        start, end = match.span()
        if any(a < end and start < b for a, b, _ in taken):
            continue
        if not glued or _stands_free(text, start, end, taken):
            found.append((start, end, "number"))
    return sorted(found)


def _stands_free(text: str, start: int, end: int, taken: list[tuple[int, int, str]]) -> bool:
    """In a glued row a number is a value at the row's start (a rank), at its end, or between two values."""
    at_edge = start == 0 or end == len(text)
    touches = any(b == start or a == end for a, b, _ in taken)
    word_behind = text[end : end + 1].isalpha() and start == 0 and text[end].isupper()
    if start == 0:
        return word_behind
    return at_edge or touches


def words(text: str) -> list[str]:
    """The words of a text."""
    return [word for word in _SPACE.split(text.strip()) if word]
