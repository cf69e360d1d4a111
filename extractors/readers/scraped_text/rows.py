"""Tables whose cells stand on one line, with spaces between them (flattened) or nothing at all (glued)."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text import headers
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import Piece, pieces
from normalizers import mentions
from schemas import Cell, Table

_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)]*$")
_CASE_CHANGE = re.compile(r"(?<=[a-z)\d])(?=[A-Z])")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b")
MAX_ROW = 400
MIN_ROWS = 2
COUNT_DIGITS = 3
"""Characters that a count has at least; a smaller number is part of a name (`Band 6`)."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A flattened or glued table that starts at line `at`; returns it and the line behind it."""
    for read in (_glued, _flattened):
        found = read(lines, at, number)
        if found is not None:
            return found
    return None


def _body(lines: Sequence[Cell], at: int, *, glued: bool) -> tuple[list[list[Piece]], int]:
    """The rows from `at` on that hold values, cut into pieces, and the line behind them."""
    rows: list[list[Piece]] = []
    shape: str | None = None
    while at < len(lines):
        line = lines[at].strip()
        if not line.text or len(line.text) > MAX_ROW or (_SENTENCE_END.search(line.text) and not glued):
            break
        if line.text.startswith(("•", "- ", "* ", "· ")):
            break
        cut = pieces(line, glued=glued)
        values = [piece.kind for piece in cut if piece.kind != "text"]
        if not values or (len(cut) == 1 and not rows):
            break
        kind = _first_value(cut)
        if shape is not None and kind not in (shape, "none"):
            break
        shape = shape or kind
        rows.append(cut)
        at += 1
    return rows, at


def _is_row_as_well(lines: Sequence[Cell], start: int, *, glued: bool) -> bool:
    """Whether the line above the first row holds values of the same kind: a row like the others, and no header.

    Without this every row of a long list would be tried as the header of all that follow it.
    """
    if not 0 < start < len(lines) or max(len(lines[start - 1]), len(lines[start])) > MAX_ROW:
        return False
    above, first = (pieces(lines[at].strip(), glued=glued) for at in (start - 1, start))
    return any(piece.kind != "text" for piece in above) and _first_value(above) == _first_value(first)


def _first_value(cut: list[Piece]) -> str:
    for piece in cut:
        if piece.kind in ("money", "percent"):
            return piece.kind
    return "number"


# --- glued ----------------------------------------------------------------------------------------------------------------


def _glued(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    header, start = _glued_header(lines, at)
    if header is None or _is_row_as_well(lines, start, glued=True):
        return None
    rows, stop = _body(lines, start, glued=True)
    rows = [row for row in rows if _is_glued(row)]
    if len(rows) < MIN_ROWS or start + len(rows) != stop:
        return None
    width = len(header)
    aligned = [_align(row, header) for row in rows]
    if any(row is None for row in aligned):
        return None
    doubts = tuple(
        row[0].cell.text for row, cells in zip(rows, aligned, strict=True) if cells and len(row) != width
    )
    return grid([header, *(row for row in aligned if row)], number, "glued_table", doubts), stop


def _glued_header(lines: Sequence[Cell], at: int) -> tuple[list[Cell] | None, int]:
    """A glued header line, or column names one a line above glued rows."""
    line = lines[at].strip()
    if 0 < len(line.text) <= 160 and not _SENTENCE_END.search(line.text):
        names = headers.unglued(line)
        if (
            2 <= len(names) <= 12
            and any(headers.is_header(name.text) for name in names)
            and at + 1 < len(lines)
        ):
            return names, at + 1
    names = []
    stop = at
    while (
        stop < len(lines)
        and len(names) < 12
        and headers.is_header(lines[stop].text)
        and len(lines[stop].text) < 40
    ):
        names.append(lines[stop].strip())
        stop += 1
    while stop < len(lines) and not lines[stop].text.strip():
        stop += 1
    return (names, stop) if len(names) >= 3 else (None, at)


def _is_glued(row: list[Piece]) -> bool:
    """Whether a value touches a word or another value."""
    return any(left.cell.end == right.cell.start for left, right in itertools.pairwise(row))


def _align(row: list[Piece], header: list[Cell]) -> list[Cell] | None:
    """The pieces of a glued row under their columns: words are cut where a capital begins, missing values stay empty."""
    wanted = [headers.holds_values(name.text) for name in header]
    width = len(header)
    if len(row) == width:
        return [piece.cell for piece in row]
    if len(row) > width:
        return _merged(row, width)
    texts = [i for i, piece in enumerate(row) if piece.kind == "text"]
    text_columns = sum(not value for value in wanted)
    missing_text = min(width - len(row), text_columns - len(texts))
    cells: list[Cell] = []
    for i, piece in enumerate(row):
        if missing_text > 0 and piece.kind == "text" and i == texts[0]:
            cells += _cut_words(piece.cell, missing_text + 1)
        else:
            cells.append(piece.cell)
    end = row[-1].cell.end
    return [*cells, *(Cell("", end) for _ in range(width - len(cells)))]


def _merged(row: list[Piece], width: int) -> list[Cell] | None:
    """More pieces than columns: a name that holds a number (`10x Genomics5`) is one cell."""
    cells = [piece.cell for piece in row]
    while len(cells) > width:
        joinable = [
            i for i in range(len(cells) - 1) if row[i].kind in ("text", "number") and i < len(cells) - width
        ]
        if not joinable:
            return None
        cells[joinable[0] : joinable[0] + 2] = [Cell.joined(cells[joinable[0] : joinable[0] + 2], "")]
        row = [Piece(cell, "text") for cell in cells]
    return cells


def _cut_words(cell: Cell, count: int) -> list[Cell]:
    """Words without a separator between them, cut into `count` cells: behind a known label, else where a capital begins."""
    cut: list[Cell] = []
    rest = cell
    while len(cut) < count - 1:
        edges = [found.start() for found in _CASE_CHANGE.finditer(rest.text)]
        if not edges:
            break
        known = [
            edge for edge in edges if mentions.find(rest.cut(0, edge), ("level", "place", "company", "role"))
        ]
        edge = (known or edges)[0]
        cut.append(rest.cut(0, edge).strip())
        rest = rest.cut(edge, len(rest))
    return [*cut, rest.strip()]


# --- flattened ------------------------------------------------------------------------------------------------------------


def _flattened(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    header = lines[at].strip()
    if (
        not header.text
        or len(header.text) > 200
        or _SENTENCE_END.search(header.text)
        or at + MIN_ROWS >= len(lines)
    ):
        return None
    if any(piece.kind == "money" for piece in pieces(header, glued=False)):
        return None
    if _is_row_as_well(lines, at + 1, glued=False):
        return None
    rows, stop = _body(lines, at + 1, glued=False)
    if len(rows) < MIN_ROWS or any(_first_value(row) == "number" and len(row) < 2 for row in rows):
        return None
    if all(row[0].kind == "text" and ":" in row[0].cell.text for row in rows):
        return None  # a list of labels with their values, and a heading above it
    ranked = _is_ranked(rows)
    counted = headers.counts(header.text) and all(_count_before_values(row) is not None for row in rows)
    cells = [_cells(row, ranked, counted=counted) for row in rows]
    width = Counter(len(row) for row in cells).most_common(1)[0][0]
    if width < 2 or sum(len(row) == width for row in cells) < 0.7 * len(cells):
        return None
    names = headers.split(header, width)
    if names is None or not any(headers.is_header(name.text) for name in names):
        return None
    doubts = tuple(row[0].text for row in cells if len(row) != width)
    return grid([names, *(row[:width] for row in cells)], number, "flattened_table", doubts), stop


def _is_ranked(rows: list[list[Piece]]) -> bool:
    """Whether every row begins with its number in the order."""
    first = [row[0] for row in rows]
    if not all(piece.kind == "number" and piece.cell.text.rstrip(".").isdigit() for piece in first):
        return False
    numbers = [int(piece.cell.text.rstrip(".")) for piece in first]
    return all(b == a + 1 for a, b in itertools.pairwise(numbers))


def _count_before_values(row: list[Piece]) -> int | None:
    """Where the counts begin that stand right before the first value (`California 275,410 18.17 $83.80`); None without one."""
    value = next((at for at, piece in enumerate(row) if piece.kind in ("money", "percent")), 0)
    first = value
    while first > 1 and row[first - 1].kind == "number" and len(row[first - 1].cell.text) >= COUNT_DIGITS:
        first -= 1
    return first if first < value else None


def _cells(row: list[Piece], ranked: bool, *, counted: bool = False) -> list[Cell]:
    """The pieces of a row; numbers inside a label (`Band 6`, `50th`) belong to it, one that a column counts does not."""
    count = _count_before_values(row) if counted else None
    start = 1 if ranked else 0
    cells: list[Cell] = [piece.cell for piece in row[:start]]
    label: list[Cell] = []
    at = start
    while at < len(row) and row[at].kind in ("text", "number") and at != count:
        if row[at].kind == "number" and label and not any(p.kind in ("money", "percent") for p in row[at:]):
            break
        label.append(row[at].cell)
        at += 1
    if label:
        cells.append(Cell.joined(label))
    return [*cells, *(piece.cell for piece in row[at:])]
