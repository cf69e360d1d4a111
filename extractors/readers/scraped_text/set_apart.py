"""Words on a line of their own that belong to the line above: pages print them smaller, or in another colour.

Words in brackets below a name, of a row or a column (`Fitter 1` / `(Entry Level)` / `£26K`), what a percent is measured against
(`8%` / `above` / `national average`), and what leads from one amount to another (`£22,000 Starter` / `to` / `£45,000 Experienced`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.stacked_rows import COUNT, MAX_CELL, VALUES
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures
from schemas import Cell
from schemas.wordings import pattern

_IN_BRACKETS = re.compile(r"\([^()]{2,40}\)")
_CLOSED = (".", ":", "!", "?", ";", ")")
_DIFFERENCES = ("more", "less")
_GOES_ON = re.compile(r"(?:the )?[a-z][a-z ]+")
MAX_NAME = 60


def joined(lines: Sequence[Cell]) -> list[Cell]:
    """The lines of a text, with such words on the line that they belong to."""
    found: list[Cell] = []
    at = 0
    while at < len(lines):
        count = _compared(lines, at) or _leads_on(lines, at)
        if count:
            found.append(Cell.joined([line.strip() for line in lines[at : at + count]], " "))
        elif found and at + 1 < len(lines) and _belongs(found[-1], lines[at], lines[at + 1]):
            found[-1] = Cell.joined([found[-1].strip(), lines[at].strip()], " ")
        else:
            found.append(lines[at])
        at += count or 1
    return found


def _belongs(name: Cell, line: Cell, below: Cell) -> bool:
    behind = below.text.strip()
    if _IN_BRACKETS.fullmatch(line.text.strip()) is None or not 0 < len(behind) <= MAX_CELL:
        return False
    if COUNT.fullmatch(line.text.strip()):
        return False  # `(312 salaries)`: how many told theirs, as without brackets
    if not (behind[0].isupper() or behind[0].isdigit() or kind_of(below) in (*VALUES, "none")):
        return False  # a sentence that goes on behind them, or a line between two names
    text = name.text.strip()
    named = 0 < len(text) <= MAX_NAME and not text.endswith(_CLOSED) and kind_of(name) == "text"
    return named and not figures.find(line) and not figures.find(name)


def _leads_on(lines: Sequence[Cell], at: int) -> int:
    """How many lines two amounts take with a word of their own between them; 0 for another line."""
    if at + 2 >= len(lines) or lines[at + 1].text.strip() != "to":
        return 0
    ends = (lines[at].strip(), lines[at + 2].strip())
    return 3 if all(len(end) <= MAX_CELL and _begins_with_amount(end) for end in ends) else 0


def _begins_with_amount(line: Cell) -> bool:
    stated = figures.find(line)
    return len(stated) == 1 and stated[0].unit == "currency" and stated[0].cell.start == line.start


def _compared(lines: Sequence[Cell], at: int) -> int:
    """How many lines a percent takes with what it is measured against; 0 for another line."""
    if at + 2 >= len(lines) or kind_of(lines[at]) != "percent":
        return 0
    said = lines[at + 1].text.strip().removesuffix(" than")
    if not any(pattern(group).fullmatch(said) for group in _DIFFERENCES):
        return 0
    beside = _GOES_ON.fullmatch(lines[at + 2].text.strip())
    return 3 if beside is not None else 0
