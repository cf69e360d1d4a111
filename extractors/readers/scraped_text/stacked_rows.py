"""Rows of a table that stand one cell a line: as long as values stand where the first row has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.readers.scraped_text import columns
from extractors.readers.scraped_text.pieces import pieces
from extractors.readers.scraped_text.values import kind_of
from normalizers import mentions
from normalizers.headers.vocabulary import name_words
from schemas import Cell, times
from schemas.wordings import alternatives

MAX_CELL = 80
MAX_WORD = 15
"""A word of a cell may be as long, whatever stands above it (`Not disclosed`)."""
LEAST_NAMES = 2
VALUES = ("money", "percent")
MAX_UNIT = 20
_UNIT = re.compile(r"(?:/|per|an?)\s?(?:hour|hr|day|week|wk|month|mo|year|yr|annum)\.?", re.IGNORECASE)
_OF_TIMES = re.compile(r"[^\W\d]{0,8}\s?/|[^\W\d]{1,4}\s")
"""How words for a time begin that are no label (`Brutto/Jahr`, `par an`, but not `Hourly`)."""
YEARS = re.compile(
    rf"(?:[<>]\s?)?\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}}|\+)?\s(?:{times.alternatives(times.years_of_work())})\.?",
    re.IGNORECASE,
)
"""`1 - 9 years`, between a name and its amount: how long people have been there."""
_A_COUNT = rf"\(?\d[\d,. ]*k?\+?\s(?:{alternatives('told_pay')})(?: (?:{alternatives('were_told')}))?\)?"
COUNT = re.compile(rf"(?:{_A_COUNT}[ ·|,]{{1,3}})?(?P<told>{_A_COUNT})", re.IGNORECASE)
"""`121 salaries`, below an amount or above it: how many told theirs; `204 reviews 38 salaries` counts twice."""
BASED_ON = re.compile(rf"(?:{alternatives('sampled_from')})\s[^$€£₹]*\d", re.IGNORECASE)
"""`Based on 1250 salaries`, beside amounts with labels of their own."""
_OPEN_SPAN = re.compile(r"\d{1,3}(?:,\d{3})*\+")
"""`10+`, `3,000+`: the last of several spans, which are words."""
_DIGIT = re.compile(r"\d")
_NOTE = re.compile(r"\(\d{1,2}\)")
"""`(8)`, where an office gives no amount: the number of the note that says why."""
_A_STEP = re.compile(r"\d{1,3}")
"""`63` among `L5` and `L6`: the number of a level."""


def rows_of(
    lines: Sequence[Cell], at: int, width: int, *, most: int | None = None
) -> tuple[list[list[Cell]], int, tuple[str, ...]]:
    """Rows of so many cells, as long as values stand where the first row has them; the line behind, rows in doubt."""
    rows: list[list[Cell]] = []
    doubts: list[str] = []
    shape: list[str] = []
    while at + width <= len(lines) and (most is None or len(rows) < most):
        row = [line.strip() for line in lines[at : at + width]]
        if any(len(cell.text) > MAX_CELL or is_unit(cell) or BASED_ON.match(cell.text) for cell in row):
            break
        if COUNT.fullmatch(row[0].text):
            break
        kinds = _among_words([kind_of_cell(cell) for cell in row], row, shape)
        apart = _apart(kinds, shape)
        if rows and apart == 1 and is_beyond(row[-1], rows):
            break  # what stands below a row that was cut off, in the place of its last value
        if apart == 1 and _is_told_with_digits(row, kinds, shape):
            break
        other = None if apart == 0 else _long_row(lines, at, width, shape)
        other = other or (_short_row(lines, at, shape) if rows and apart != 0 else None)
        if other is None and apart not in (0, 1):
            break
        if other is not None:
            rows.append(other[0])
            doubts.append(other[0][0].text)
            at = other[1]
            continue
        # `1–2` and `3` are steps alike; a number below words is the end of the row before.
        known = shape or ["number" if row[0].text[:1].isdigit() else kinds[0], *kinds[1:]]
        shape = [new if old == "none" else old for old, new in zip(known, kinds, strict=True)]
        rows.append(row)
        at += width
    return rows, at, tuple(doubts)


def _among_words(kinds: list[str], row: Sequence[Cell], shape: Sequence[str]) -> list[str]:
    """The kinds of a row, where a small number among words is one of them: the number of a level (`63` below `L6`)."""
    steps = [
        at > 0 and kind == "number" and above == "text" and _A_STEP.fullmatch(row[at].text) is not None
        for at, (kind, above) in enumerate(zip(kinds, shape, strict=False))
    ]
    return [
        *("text" if step else kind for step, kind in zip(steps, kinds, strict=False)),
        *kinds[len(steps) :],
    ]


def _apart(kinds: Sequence[str], shape: Sequence[str]) -> int | None:
    """How many cells of a row are no values where the first row has them, or the reverse; None where it is no row."""
    wanted = (*VALUES, "none") if shape else VALUES
    if "empty" in kinds or kinds[0] in VALUES or not any(kind in wanted for kind in kinds):
        return None
    if shape and kinds[0] == "number" and shape[0] == "text":
        return None
    beside = list(zip(kinds[1:], shape[1:], strict=False))
    apart = [own for own, other in beside if not are_alike(own, other)]
    agreed = sum(own in VALUES and other in VALUES for own, other in beside)
    # Words may stand in for one of several values (`Negotiable`), where the others are what they are above.
    same = any(own == other and own in VALUES for own, other in beside)
    told = same if apart == ["text"] else agreed >= LEAST_NAMES
    return len(apart) if not apart or told else None


def _is_told_with_digits(row: Sequence[Cell], kinds: Sequence[str], shape: Sequence[str]) -> bool:
    """Whether words in the place of an amount count something (`Based on 318 responses`, `< 1 year`), as none do that stand in for one."""
    return any(
        own == "text" and other in VALUES and _DIGIT.search(cell.text)
        for cell, own, other in zip(row[1:], kinds[1:], shape[1:], strict=False)
    )


def is_unit(cell: Cell) -> bool:
    """Whether a line is nothing but words for a time, which belong to the amount above it (`$98,417` / `/ year`)."""
    text = cell.text.strip()
    return 0 < len(text) <= MAX_UNIT and _is_unit(text)


@lru_cache(maxsize=2048)
def _is_unit(text: str) -> bool:
    if _UNIT.fullmatch(text):
        return True
    said = mentions.find(Cell(text), ("period",)) if _OF_TIMES.match(text) else []
    return any(m.cell.text in (text, text.lstrip("/ ")) for m in said)


def is_beyond(cell: Cell, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a line is no cell below rows: it is empty, or words much longer than theirs."""
    text = cell.text.strip()
    longest = max((len(own.text) for row in rows for own in row if kind_of_cell(own) == "text"), default=0)
    return (
        not text
        or len(text) > MAX_CELL
        or (kind_of_cell(cell) == "text" and len(text) > 2 * max(longest, MAX_WORD))
    )


def are_alike(own: str, other: str) -> bool:
    """Whether two cells may stand in one column: both are words, both are values, or one is empty."""
    return "none" in (own, other) or (own == "text") == (other == "text")


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
            kinds,
            [columns.Slot(kind if kind in columns.KINDS else "text", ("",)) for kind in shape],
        )
        if dealt is not None and all(stop - start < 2 for start, stop in dealt.spans) and dealt.cost < width:
            end = own[-1].end
            return [own[start] if start < stop else Cell("", end) for start, stop in dealt.spans], at + length
    return None


def _long_row(
    lines: Sequence[Cell], at: int, width: int, shape: Sequence[str]
) -> tuple[list[Cell], int] | None:
    """A row whose first cell was broken over two lines (`Senior ferry` / `Master`), where a whole row follows it."""
    own = [line.strip() for line in lines[at : at + width + 1]]
    behind = [kind_of_cell(line) for line in lines[at + width + 1 : at + 2 * width + 1]]
    kinds = [kind_of_cell(cell) for cell in own]
    shape = shape or behind
    if len(behind) < width or kinds[:2] != ["text", "text"] or shape[0] != "text" or shape[1] == "text":
        return None
    if any((own in VALUES) != (other in VALUES) for own, other in zip(kinds[1:], shape, strict=True)):
        return None
    after = [kind_of_cell(line) for line in lines[at + width : at + 2 * width]]
    if not (_alike(kinds[1:], shape) and _alike(behind, shape)) or _alike(after, shape):
        return None
    return [Cell.joined(own[:2], " "), *own[2:]], at + width + 1


def _alike(kinds: Sequence[str], shape: Sequence[str]) -> bool:
    beside = list(zip(kinds, shape, strict=True))[1:]
    return "empty" not in kinds and kinds[0] not in VALUES and all(are_alike(a, b) for a, b in beside)


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
    if text.lower() in name_words().no_amount or _NOTE.fullmatch(text):
        return "none"
    cell = Cell(text)
    kind = kind_of(cell)
    if kind != "text":
        return "text" if kind == "number" and _OPEN_SPAN.fullmatch(text) else kind
    if not _DIGIT.search(text):
        return "text"
    first, *more = pieces(cell, glued=False)
    valued = first.kind in VALUES and (not more or (len(more) == 1 and 2 * len(first.cell) > len(text)))
    return first.kind if valued else "text"
