"""Tables laid out one cell a line whose numbers have no sign, because words state the currency once.

The name of a column says it (`Item` / `Yen`), or the line above the names or below the rows (`Total CTC in lakhs per annum.`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.prose.sentences import sentences
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures, headers, mentions
from normalizers.headers.vocabulary import name_words
from schemas import Cell, Table

MAX_COLUMNS, MAX_NAME, MAX_LABEL = 8, 40, 60
LEAST_ROWS, LEAST_NAMES = 3, 2
LONGEST_LINE = 240
_YEARS = re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2}|\+)?\s(?:years?|yrs?)", re.IGNORECASE)
"""How long people have been there, in a column of its own."""
LEAST_STEPS = 3
_STEP = re.compile(r"\d{1,2}")
_A_YEAR = re.compile(r"[1-9]\d{1,2},\d{3}(?:\.\d\d)?")
_RANGE = re.compile(r"\d{1,3}[,.'’ ]\d{3}\s?[-–—]\s?\d{1,3}[,.'’ ]\d{3}")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(
    r"[-−–+]?\d{1,3}(?:[,.'’ ]\d{3})*(?:[.,]\d{1,2})?(?:\s?[-–—]\s?\d{1,3}(?:[,.'’ ]\d{3})*(?:[.,]\d{1,2})?)?|\d{4,6}"
)


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose first column name stands at a line, and the line behind it."""
    every = _names(lines, at)
    numbered = len(every) >= LEAST_STEPS and every[0].text.lower() in name_words().numbered
    if numbered and (steps := _steps(lines, at, every, number)) is not None:
        return steps
    for words in (1, 2):  # with which a row begins: its label, and how long people have been there
        names = every[:-words]
        if LEAST_NAMES <= len(names) <= MAX_COLUMNS and all(len(name) <= MAX_NAME for name in names):
            found = _table(lines, at, names, number) or _below_a_name(lines, at, names, number)
            if found is not None:
                return found
    return None


def _below_a_name(lines: Sequence[Cell], at: int, names: list[Cell], number: int) -> tuple[Table, int] | None:
    """The table of whose names one stands above several others (`Area` / `Wages ($/hour)` / `Low` / `High`) and states the money."""
    above = next((name for name in names[1:-1] if _money([name]) is not None), None)
    if above is None or len(names) <= LEAST_NAMES:
        return None
    beside = [name for name in names if name is not above]
    rows, stop = _rows(lines, at + len(names), len(beside))
    if len(rows) < LEAST_ROWS:
        return None
    return replace(grid([beside, *rows], number, "broken_table"), caption=above), stop


def _table(lines: Sequence[Cell], at: int, names: list[Cell], number: int) -> tuple[Table, int] | None:
    rows, start = _rows(lines, at + len(names), len(names))
    if len(rows) < LEAST_ROWS:
        return None
    made = grid([names, *rows], number, "broken_table")
    read = [headers.read(name) for name in names[1:]]
    if any("currency" in header.labels for header in read):
        return made, start
    # `Lower quartile` / `Median` below `Gross annual salaries by field`, on a page that states its currency elsewhere.
    ranked = sum("statistic" in header.labels for header in read) >= LEAST_NAMES
    if (ranked or _all_ranges(rows)) and _pay(lines[max(0, at - 2) : at]):
        return made, start
    above, below = (_money(lines[first:last]) for first, last in ((max(0, at - 2), at), (start, start + 2)))
    if above is None and below is None:
        return None
    return (made if above is not None else replace(made, caption=below)), start


def _rows(lines: Sequence[Cell], at: int, width: int) -> tuple[list[list[Cell]], int]:
    """The rows of so many cells from a line on, and the line behind them."""
    rows: list[list[Cell]] = []
    while (row := _row(lines, at, width, empty=bool(rows))) is not None:
        rows.append(row)
        at += width
    return rows, at


def _steps(lines: Sequence[Cell], at: int, names: list[Cell], number: int) -> tuple[Table, int] | None:
    """A pay scale (`Step`, `BA`, `MA`): each row begins with its number, and amounts of a year's pay stand behind it."""
    rows: list[list[Cell]] = []
    start, width = at + len(names), len(names)
    while start + width <= len(lines) and _STEP.fullmatch(lines[start].text.strip()):
        row = [line.strip() for line in lines[start : start + width]]
        amounts = [_A_YEAR.fullmatch(cell.text) is not None for cell in row[1:]]
        empty = [kind_of(cell) == "none" for cell in row[1:]]
        if not any(amounts) or not all(one or none for one, none in zip(amounts, empty, strict=True)):
            break
        rows.append(row)
        start += width
    return (grid([names, *rows], number, "broken_table"), start) if len(rows) >= LEAST_ROWS else None


def _money(around: Sequence[Cell]) -> Cell | None:
    """The sentence of a line beside a table that says in which money its numbers are, and that they are pay."""
    for line in around:
        said = next(iter(sentences(line.strip(" ()"))), line)
        if not said.text.strip() or len(said) > LONGEST_LINE or figures.find(said):
            continue
        money = headers.currency(said) is not None or headers.scale(said)[0] != 1.0
        if money and mentions.find(said, ("component", "period")):
            return said
    return None


def _pay(above: Sequence[Cell]) -> bool:
    """Whether a sentence of the lines above says that they are pay, and of which time."""
    said = (sentence for line in above if len(line) <= LONGEST_LINE for sentence in sentences(line.strip()))
    kinds = ({m.kind for m in mentions.find(one, ("component", "period"))} for one in said)
    return any(len(of) == LEAST_NAMES for of in kinds)


def _all_ranges(rows: Sequence[Sequence[Cell]]) -> bool:
    """`6'200 – 6'900` in every cell that is not empty."""
    cells = [cell for row in rows for cell in row[1:] if kind_of(cell) != "none"]
    return bool(cells) and all(_RANGE.fullmatch(cell.text) is not None for cell in cells)


def _names(lines: Sequence[Cell], at: int) -> list[Cell]:
    """The lines of words from here on, of which the last ones are those of the first row."""
    names: list[Cell] = []
    while at + len(names) < len(lines) and len(names) <= MAX_COLUMNS + 1:
        line = lines[at + len(names)].strip()
        if not 0 < len(line) <= MAX_LABEL or kind_of(line) != "text" or _NUMBER.fullmatch(line.text):
            break
        names.append(line)
    return names


def _row(lines: Sequence[Cell], at: int, width: int, *, empty: bool) -> list[Cell] | None:
    """A label and as many numbers or empty cells as there are further columns; None where the lines hold something else.

    `empty` says that nothing but empty cells (`Yukon` / `N/A` / `N/A`) make a row, as they do below others.
    """
    row = [line.strip() for line in lines[at : at + width]]
    if len(row) < width or not 0 < len(row[0]) <= MAX_LABEL or _LETTER.search(row[0].text) is None:
        return None
    numbers = [_NUMBER.fullmatch(cell.text) is not None for cell in row[1:]]
    told = [kind_of(cell) == "none" for cell in row[1:]]
    none = [one or _YEARS.fullmatch(cell.text) is not None for one, cell in zip(told, row[1:], strict=True)]
    whole = any(numbers) and all(one or other for one, other in zip(numbers, none, strict=True))
    return row if whole or (empty and all(told)) else None
