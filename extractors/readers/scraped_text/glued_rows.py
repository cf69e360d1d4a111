"""Glued tables: their header, and rows cut by what all of them together show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.readers.scraped_text import gaps, glued_labels, headers
from extractors.readers.scraped_text.names import is_header
from extractors.readers.scraped_text.pieces import Piece, Rows, pieces
from schemas import Cell

_SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in (
        "approx",
        "avg",
        "est",
        "max",
        "min",
        "incl",
        "yrs",
        r"p\.a",
        r"p\.m",
        r"p\.h",
        r"U\.S",
        r"U\.K",
    )
)
SENTENCE_END = re.compile(rf"(?:[!?:;]|{_SHORTENED}\.)['\"”’)]*$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_LETTERED = re.compile(r"([A-Z]{1,2})\$")
_NUMBERED = re.compile(r"\d{1,2}(?=[A-Z][a-z])")
MOST = 0.7
"""Share of the rows that begin with a number where that is a column of its own."""
_SIGNED = re.compile(r"[-−+]\d")
_WHOLE = re.compile(r"[$€£₹]\s?(\d{2,})")
_ONE_DIGIT = re.compile(r"\d\s?%")
MAX_HEADER = 240
MOST_LABEL, LEAST_PIECES = 60, 3
"""Letters of a row that lost its amounts, and pieces of the row below it by which it is known."""


def holds_amount(line: Cell, *, glued: bool) -> bool:
    """An amount in brackets belongs to a name (`Target (+$70K)`); any other makes a row."""
    return any(piece.kind == "money" for piece in pieces(Cell(_BRACKETS.sub("", line.text)), glued=glued))


def header(lines: Sequence[Cell], at: int) -> tuple[Cell | None, list[Cell], int]:
    """A glued header line, or column names one a line above glued rows: the header, its parts, the line behind."""
    line = lines[at].strip()
    if 0 < len(line.text) <= MAX_HEADER:
        names = headers.unglued(line)
        # `ChainUK rateLondon ratePaid breaks?`: the last of several names may ask.
        ends = SENTENCE_END.search(line.text) is not None and not (line.text[-1] == "?" and len(names) > 2)
        if (
            not ends
            and 2 <= len(names) <= headers.MAX_HEADER_WORDS
            and at + 1 < len(lines)
            and not holds_amount(line, glued=True)
        ):
            return line, names, at + 1
    names = []
    stop = at
    while (
        stop < len(lines)
        and len(names) < 12
        and is_header(lines[stop].text)
        and len(lines[stop].text) < 40
        and not holds_amount(lines[stop], glued=True)
    ):
        names.append(lines[stop].strip())
        stop += 1
    while stop < len(lines) and not lines[stop].text.strip():
        stop += 1
    return (Cell.joined(names, "\n"), names, stop) if len(names) >= 3 else (None, [], at)


def has_no_amount(lines: Sequence[Cell], at: int, cut: list[Piece], rows: Rows) -> bool:
    """Whether a line is a row that lost its amounts (`Dell6`, `Programme lead`): one like those above follows, and it names no columns."""
    text = lines[at].text.strip()
    if at + 1 >= len(lines) or len(text) > MOST_LABEL or SENTENCE_END.search(text):
        return False
    if cut[0].kind != "text" or any(piece.kind in ("money", "percent") for piece in cut):
        return False
    below = gaps.kinds_of(pieces(lines[at + 1].strip(), glued=True))
    if len(below) < LEAST_PIECES or "money" not in below:
        return False
    named = any(map(is_header, (name.text for name in headers.unglued(lines[at].strip()))))
    return not named and any(gaps.kinds_of(row)[: len(below)] == below for row in rows)


def settled(lines: Sequence[Cell], rows: Rows, *, ranked: bool) -> Rows:
    """Glued rows cut by what all of them together show."""
    rows = _with_ranks(lines, rows) if ranked else rows
    rows = _with_percents(_with_signs(_with_currency(rows)))
    return gaps.opened(glued_labels.settled(rows))


def _with_percents(rows: Rows) -> Rows:
    """Amounts with a digit more than those before them, in front of percents of one: it is the percent's (`$578$471$56149%`)."""
    cut = [_with_percent(row) for row in rows]
    return [row for row in cut if row is not None] if all(row is not None for row in cut) else rows


def _with_percent(row: list[Piece]) -> list[Piece] | None:
    for at in range(2, len(row)):
        before, amount, percent = (piece.cell for piece in row[at - 2 : at + 1])
        digits = [_WHOLE.fullmatch(cell.text) for cell in (before, amount)]
        if row[at].kind != "percent" or digits[0] is None or digits[1] is None or amount.end != percent.start:
            continue
        if len(digits[1][1]) != len(digits[0][1]) + 1 or not _ONE_DIGIT.fullmatch(percent.text):
            return None
        edge = len(amount) - 1
        whole = Cell.joined([amount.cut(edge, len(amount)), percent], "")
        return [*row[: at - 1], Piece(amount.cut(0, edge), "money"), Piece(whole, "percent"), *row[at + 1 :]]
    return None


def _with_currency(rows: Rows) -> Rows:
    """Letters at the end of a label that other cells show to be a currency's (`SRE IIC$118K8%C$14K`)."""
    signs = {
        sign[1]
        for row in rows
        for piece in row
        if piece.kind == "money" and (sign := _LETTERED.match(piece.cell.text))
    }
    if len(signs) != 1:
        return rows
    (letters,) = signs
    return [_with_letters(row, letters) for row in rows]


def _with_letters(row: list[Piece], letters: str) -> list[Piece]:
    found = list(row)
    for at, (left, right) in enumerate(itertools.pairwise(row)):
        touching = left.cell.end == right.cell.start and left.cell.text.endswith(letters)
        if left.cell.text.endswith(f", {letters}"):
            continue  # a state: `Fresno, CA$96K`
        if touching and left.kind == "text" and right.kind == "money" and right.cell.text.startswith("$"):
            edge = len(left.cell) - len(letters)
            sign = left.cell.cut(edge, len(left.cell))
            found[at] = Piece(left.cell.cut(0, edge), left.kind)
            found[at + 1] = Piece(Cell.joined([sign, right.cell], ""), right.kind)
    return found


def _with_ranks(lines: Sequence[Cell], rows: Rows) -> Rows:
    """Rows that begin with their number in the order, glued to a label that may begin with a number itself (`110th$90K`)."""
    ranks = [str(number + 1) for number in range(len(rows))]
    texts = [line.strip() for line in lines]
    if not all(line.text.startswith(rank) for line, rank in zip(texts, ranks, strict=True)):
        return _with_numbers(texts, rows)
    return [
        [Piece(line.cut(0, len(rank)), "number"), *pieces(line.cut(len(rank), len(line)), glued=True)]
        for line, rank in zip(texts, ranks, strict=True)
    ]


def _with_numbers(texts: Sequence[Cell], rows: Rows) -> Rows:
    """Most rows begin with the number of a step or grade, glued to its name (`7Proficient$98,300`)."""
    numbers = [_NUMBERED.match(line.text) for line in texts]
    if sum(number is not None for number in numbers) < MOST * len(rows):
        return rows
    return [
        row
        if number is None
        else [
            Piece(line.cut(*number.span()), "number"),
            *pieces(line.cut(number.end(), len(line)), glued=True),
        ]
        for line, number, row in zip(texts, numbers, rows, strict=True)
    ]


def _with_signs(rows: Rows) -> Rows:
    """A plus between an amount and a percent is the percent's (`£91k+20%`) in a column with signs, or where all rows have one."""
    pluses = [
        left.cell.text.endswith("+") and not right.cell.text.endswith("+")
        for row in rows
        for left, right in itertools.pairwise(row)
        if left.kind == right.kind == "money" and left.cell.end == right.cell.start
    ]
    if len(pluses) > 1 and all(pluses):
        rows = [_with_sign(row, "money") for row in rows]  # `$148,200+$15,100`
    signed = any(piece.kind == "percent" and _SIGNED.match(piece.cell.text) for row in rows for piece in row)
    pairs = [pair for row in rows for pair in itertools.pairwise(row) if _touch(*pair)]
    every = len(pairs) > 1 and all(left.cell.text.endswith("+") for left, _ in pairs)
    return [_with_sign(row) for row in rows] if signed or every else rows


def _touch(left: Piece, right: Piece, kind: str = "percent") -> bool:
    return left.kind == "money" and right.kind == kind and left.cell.end == right.cell.start


def _with_sign(row: list[Piece], kind: str = "percent") -> list[Piece]:
    found = list(row)
    for at, (left, right) in enumerate(itertools.pairwise(row)):
        if _touch(left, right, kind) and left.cell.text.endswith("+") and right.cell.text[0] not in "+-−":
            sign = left.cell.cut(len(left.cell) - 1, len(left.cell))
            found[at] = Piece(left.cell.cut(0, len(left.cell) - 1), left.kind)
            found[at + 1] = Piece(Cell.joined([sign, right.cell], ""), right.kind)
    return found
