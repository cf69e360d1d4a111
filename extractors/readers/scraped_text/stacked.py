"""Tables and cards that scraping laid out one cell a line, without any sign between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text import headers
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from schemas import Block, Cell, Table

MAX_CELL = 80
MAX_LABEL_WORDS = 8
MAX_COLUMNS = 8
LEAST_NAMES = 2
_VALUES = ("money", "percent")
_UNIT = re.compile(r"(?:/|per|an?)\s?(?:hour|hr|day|week|wk|month|mo|year|yr|annum)\.?", re.IGNORECASE)
"""A line of these words alone belongs to the amount above it (`$98,417` / `/ year`)."""
_RANK = re.compile(r"(?:10|25|50|75|90)\s?%")


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Column names one a line, then the cells of each row one a line; returns the table and the line behind it."""
    names: list[Cell] = []
    stop = at
    while stop < len(lines) and len(names) < MAX_COLUMNS and _is_name(lines[stop]):
        names.append(lines[stop].strip())
        stop += 1
    for width in range(len(names), 1, -1):
        if not any(headers.holds_values(name.text) for name in names[:width]):
            continue
        rows, end = _rows(lines, at + width, names[:width])
        if len(rows) >= 2:
            return grid([names[:width], *rows], number, "broken_table"), end
    return _uneven(lines, at, number) if len(names) >= LEAST_NAMES else None


def _uneven(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows whose first cell was broken over lines (`L3` / `Senior` / `$389K` / `$217K`): as many values each, at the end."""
    runs, end = _runs(lines, at)
    if len(runs) < LEAST_NAMES or len(runs[0][0]) - len(runs[1][0]) < LEAST_NAMES:
        return None
    (opening, values), *later = runs
    texts = len(later[0][0])
    names, first = opening[: len(opening) - texts], opening[len(opening) - texts :]
    labels = len(names) - len(values)
    if not 1 <= labels <= texts or not headers.holds_values(" ".join(name.text for name in names[labels:])):
        return None
    if not all(_is_name(name) for name in names):
        return None
    rows = [[*_joined(words, labels), *own] for words, own in ((first, values), *later)]
    return grid([names, *rows], number, "broken_table"), end


def _runs(lines: Sequence[Cell], at: int) -> tuple[list[tuple[list[Cell], list[Cell]]], int]:
    """Lines of words and the lines of values below them, again and again; all but the first alike in number."""
    runs: list[tuple[list[Cell], list[Cell]]] = []
    while True:
        words, behind = _while(lines, at, values=False)
        values, end = _while(lines, behind, values=True)
        alike = len(runs) < 2 or len(words) == len(runs[1][0])
        if not words or len(values) < 2 or not alike or (runs and len(values) != len(runs[0][1])):
            return runs, at
        runs.append((words, values))
        at = end


def _while(lines: Sequence[Cell], at: int, *, values: bool) -> tuple[list[Cell], int]:
    """The lines from here that are (or are not) values; a blank or long line ends both."""
    found: list[Cell] = []
    while at < len(lines) and lines[at].text.strip() and len(found) < 2 * MAX_COLUMNS:
        cell = lines[at].strip()
        if len(cell.text) > MAX_CELL or (kind_of(cell) in (*_VALUES, "number", "none")) != values:
            break
        found.append(cell)
        at += 1
    return found, at


def _joined(words: list[Cell], labels: int) -> list[Cell]:
    """The words of a row in as many cells as there are labels: what is too many belongs to the first."""
    more = len(words) - labels + 1
    return [Cell.joined(words[:more], " "), *words[more:]]


def _is_name(line: Cell) -> bool:
    return 0 < len(line.text.strip()) <= 40 and kind_of(line) == "text" and headers.is_header(line.text)


def _rows(lines: Sequence[Cell], at: int, names: list[Cell]) -> tuple[list[list[Cell]], int]:
    """Rows of as many cells as there are names, as long as values stand where the first row has them."""
    rows: list[list[Cell]] = []
    shape: list[bool] | None = None
    while at + len(names) <= len(lines):
        row = [line.strip() for line in lines[at : at + len(names)]]
        if any(not cell.text or len(cell.text) > MAX_CELL or _UNIT.fullmatch(cell.text) for cell in row):
            break
        kinds = [kind_of(cell) for cell in row]
        values = [kind in (*_VALUES, "number", "none") for kind in kinds]
        if not any(kind in _VALUES for kind in kinds) or kinds[0] in _VALUES:
            break
        if shape is not None and values != shape:
            break
        shape = shape or values
        rows.append(row)
        at += len(names)
    return rows, at


def cards(lines: Sequence[Cell], at: int) -> tuple[list[Block], int] | None:
    """Labels with values over or under them, one a line (`Median total comp` / `$250k`)."""
    pair = _pair(lines, at)
    if pair is None:
        return None
    value_first = pair
    found: list[Block] = []
    while _follows(lines, at, value_first):
        first, second = lines[at].strip(), lines[_next(lines, at)].strip()
        label, value = (second, first) if value_first else (first, second)
        at = _next(lines, at) + 1
        if not value_first and at < len(lines) and _UNIT.fullmatch(lines[at].text.strip()):
            value = Cell.joined([value, lines[at].strip()], " ")
            at += 1
        found.append(Block("label_value", value, label=label))
        while not value_first and at < len(lines) and _kind_at(lines, at) == "value":
            # `2024 Median Pay` / `$94,260 per year` / `$45.32 per hour`: two values of one label.
            more = [lines[at].strip()]
            if at + 1 < len(lines) and _UNIT.fullmatch(lines[at + 1].text.strip()):
                more.append(lines[at + 1].strip())
            value = Cell.joined([value, Cell.joined(more, " ")], "\n")
            at += len(more) - 1
            found[-1] = Block("label_value", value, label=label)
            at += 1
        while (
            at < len(lines) and not lines[at].text.strip() and _pair(lines, _skip(lines, at)) == value_first
        ):
            at = _skip(lines, at)
    return found, at


def _follows(lines: Sequence[Cell], at: int, value_first: bool) -> bool:
    """Whether one more card of a run stands here: the order is known by now."""
    if at + 1 >= len(lines):
        return False
    kinds = _kind_at(lines, at), _kind_at(lines, at + 1)
    return kinds == (("value", "label") if value_first else ("label", "value"))


def _skip(lines: Sequence[Cell], at: int) -> int:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _next(lines: Sequence[Cell], at: int) -> int:
    return at + 1


def _pair(lines: Sequence[Cell], at: int) -> bool | None:
    """Whether a card stands here: True with its value first, False with its label first, None for no card."""
    if at + 1 >= len(lines):
        return None
    kinds = _kind_at(lines, at), _kind_at(lines, at + 1)
    if kinds == ("label", "value"):
        return False
    if kinds == ("value", "label"):
        behind = _kind_at(lines, at + 2) if at + 2 < len(lines) else ""
        before = _kind_at(lines, at - 1) if at else ""
        return True if before != "label" or behind == "value" else None
    return None


def _kind_at(lines: Sequence[Cell], at: int) -> str:
    """The kind of a line; `90%` above an amount is the label of a percentile."""
    kind = _card_kind(lines[at])
    ranks = kind == "value" and _RANK.fullmatch(lines[at].text.strip()) and at + 1 < len(lines)
    return "label" if ranks and kind_of(lines[at + 1]) == "money" else kind


def _card_kind(line: Cell) -> str:
    text = line.text.strip()
    if not text or len(text) > MAX_CELL:
        return ""
    kind = kind_of(line)
    if kind in (*_VALUES, "number"):
        return "value"
    words = len(text.split())
    return (
        "label"
        if words <= MAX_LABEL_WORDS and text[-1] not in ".!?:;," and not text.startswith(("•", "-"))
        else ""
    )
