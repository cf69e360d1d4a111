"""Tables and cards that scraping laid out one cell a line, without any sign between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.readers.scraped_text import columns
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import holds_values, is_header
from extractors.readers.scraped_text.pieces import pieces
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures
from schemas import Block, Cell, Table

MAX_CELL = 80
MAX_LABEL_WORDS = 8
MAX_COLUMNS = 12
MAX_NAME = 40
LEAST_NAMES = 2
LEAST_ROWS = 2
LOOKED_AT = 40
"""Rows by which the number of columns is found."""
_VALUES = ("money", "percent")
_NAMED = re.compile(r"[A-Z][^:$€£₹\d]{1,40}(?::\s|[a-z)](?=[$€£]\s?\d|\d{1,3}[.,'’]\d{3}))")
_UNIT = re.compile(r"(?:/|per|an?)\s?(?:hour|hr|day|week|wk|month|mo|year|yr|annum)\.?", re.IGNORECASE)
"""A line of these words alone belongs to the amount above it (`$98,417` / `/ year`)."""
_YEARS = re.compile(r"\d{1,2}\+")
_DIGIT = re.compile(r"\d")
_RANK = re.compile(r"(?:10|25|50|75|90)\s?%")


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Column names one a line, then the cells of each row one a line; returns the table and the line behind it."""
    names: list[Cell] = []
    while at + len(names) < len(lines) and len(names) <= MAX_COLUMNS and _may_be_name(lines[at + len(names)]):
        names.append(lines[at + len(names)].strip())
    if not names or not is_header(names[0].text):
        return None
    if not any(_kind(line) in _VALUES for line in lines[at + 1 : at + 2 * MAX_COLUMNS]):
        return None
    known = next((i for i, name in enumerate(names) if not is_header(name.text)), len(names))
    width = _best_width(lines, at, names[:known])
    if width:
        rows, end, doubts = _rows(lines, at + width, width)
        return grid([names[:width], *rows], number, "broken_table", doubts), end
    uneven = _uneven(lines, at, number) if known >= LEAST_NAMES else None
    return uneven or _named_by_rows(lines, at, number, names)


def _best_width(lines: Sequence[Cell], at: int, names: list[Cell]) -> int:
    """How many of the names are those of columns: as many as explain most lines; 0 where none do."""
    best, most = 0, float("-inf")
    for width in range(min(len(names), MAX_COLUMNS), 1, -1):
        if not any(holds_values(name.text) for name in names[:width]):
            continue
        rows, end, doubts = _rows(lines, at + width, width, most=LOOKED_AT)
        if len(rows) >= LEAST_ROWS or (len(rows) == 1 and _goes_on(lines, end, rows[0])):
            # A row in doubt speaks against a width.
            weight = len(rows) * width + width - 3.0 * width * len(doubts)
            if weight > most:
                best, most = width, weight
    return best


def _named_by_rows(
    lines: Sequence[Cell], at: int, number: int, names: list[Cell]
) -> tuple[Table, int] | None:
    """A table with names that nobody knows (`Austin (USD)`): rows with several amounts each, in the same places, say so."""
    for width in range(min(len(names), MAX_COLUMNS), LEAST_NAMES, -1):
        rows, end, doubts = _rows(lines, at + width, width, most=LOOKED_AT)
        amounts = min((sum(_kind(cell) in _VALUES for cell in row) for row in rows), default=0)
        if len(rows) >= LEAST_ROWS and amounts >= LEAST_NAMES:
            rows, end, doubts = _rows(lines, at + width, width)
            return grid([names[:width], *rows], number, "broken_table", doubts), end
    return None


def _uneven(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Rows whose first cell was broken over lines (`L3` / `Senior` / `$389K` / `$217K`): as many values each, at the end."""
    runs, _ = _runs(lines, at, most=LEAST_NAMES)
    if len(runs) < LEAST_NAMES or len(runs[0][0]) - len(runs[1][0]) < LEAST_NAMES:
        return None
    (opening, values), *later = runs
    texts = len(later[0][0])
    names, first = opening[: len(opening) - texts], opening[len(opening) - texts :]
    labels = len(names) - len(values)
    if not 1 <= labels <= texts or not holds_values(" ".join(name.text for name in names[labels:])):
        return None
    if not all(_is_name(name) for name in names):
        return None
    (_, *later), end = _runs(lines, at)
    rows = [[*_joined(words, labels), *own] for words, own in ((first, values), *later)]
    return grid([names, *rows], number, "broken_table"), end


def _runs(
    lines: Sequence[Cell], at: int, *, most: int | None = None
) -> tuple[list[tuple[list[Cell], list[Cell]]], int]:
    """Lines of words and the lines of values below them, again and again; all but the first alike in number."""
    runs: list[tuple[list[Cell], list[Cell]]] = []
    while most is None or len(runs) < most:
        words, behind = _while(lines, at, values=False)
        values, end = _while(lines, behind, values=True)
        alike = len(runs) < 2 or len(words) == len(runs[1][0])
        if not words or len(values) < 2 or not alike or (runs and len(values) != len(runs[0][1])):
            break
        runs.append((words, values))
        at = end
    return runs, at


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
    return _may_be_name(line) and is_header(line.text)


def _may_be_name(line: Cell) -> bool:
    return 0 < len(line.text.strip()) <= MAX_NAME and kind_of(line) == "text"


def _rows(
    lines: Sequence[Cell], at: int, width: int, *, most: int | None = None
) -> tuple[list[list[Cell]], int, tuple[str, ...]]:
    """Rows of so many cells, as long as values stand where the first row has them; the line behind, rows in doubt."""
    rows: list[list[Cell]] = []
    doubts: list[str] = []
    shape: list[str] = []
    while at + width <= len(lines) and (most is None or len(rows) < most):
        row = [line.strip() for line in lines[at : at + width]]
        if any(len(cell.text) > MAX_CELL or _UNIT.fullmatch(cell.text) for cell in row):
            break
        kinds = [_kind(cell) for cell in row]
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
    wanted = (*_VALUES, "none") if shape else _VALUES
    if "empty" in kinds or kinds[0] in _VALUES or not any(kind in wanted for kind in kinds):
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
        behind = [_kind(line) for line in lines[at + length : at + length + width]]
        kinds = [_kind(cell) for cell in own]
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


def _goes_on(lines: Sequence[Cell], at: int, row: list[Cell]) -> bool:
    """Whether a row begins like the one above and was cut off (`L5` / `$192,000` below `L4` / `$151,000` / `$11,000`)."""
    shape = [_kind(cell) for cell in row]
    rest: list[str] = []
    while at + len(rest) < len(lines) and len(rest) < len(shape) and lines[at + len(rest)].text.strip():
        rest.append(_kind(lines[at + len(rest)]))
    return (
        LEAST_NAMES <= len(rest) < len(shape)
        and all((a == "text") == (b == "text") for a, b in zip(rest, shape, strict=False))
        and any(kind in _VALUES for kind in rest)
    )


def _kind(cell: Cell) -> str:
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
    valued = first.kind in _VALUES and (not more or (len(more) == 1 and 2 * len(first.cell) > len(text)))
    return first.kind if valued else "text"


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
    if _NAMED.match(text) and any(one.unit == "currency" for one in figures.find(line)):
        return ""  # `Geneva: CHF 91'000` is a label with its value already
    if kind in (*_VALUES, "number"):
        return "value"
    words = len(text.split())
    return (
        "label"
        if words <= MAX_LABEL_WORDS and text[-1] not in ".!?:;," and not text.startswith(("•", "-"))
        else ""
    )
