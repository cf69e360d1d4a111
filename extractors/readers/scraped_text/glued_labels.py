"""Labels of glued rows that end with the number of the next column (`Santa Rosa, CA460`), or consist of two (`520`)."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text.gaps import kinds_of
from extractors.readers.scraped_text.pieces import Piece, Rows
from extractors.readers.scraped_text.wholeness import A_YEAR

_BEHIND = re.compile(r"(?<=[^\W\d_])\d{1,4}\Z|(?<=[)\]])\d{1,4}\Z")
_GLUED = re.compile(r"(?<=[a-zß-ÿ)\]])\d{1,4}\Z")
"""No code has its number behind a small letter (`Librarian II17` may, `Microsoft62` has none)."""
_TWO = re.compile(r"(\d{2,5})\*?")
LEAST = 4
"""Rows that show that two numbers stand in each of them."""


def settled(rows: Rows) -> Rows:
    """Rows whose labels give back the number that touches them."""
    if len(rows) < 2:
        return rows
    return _with_steps(_with_numbers(rows))


def _with_numbers(rows: Rows) -> Rows:
    """A number behind the label where most rows show one, or where all labels end with one."""
    shape, often = Counter(kinds_of(row) for row in rows).most_common(1)[0]
    at = shape.index("text") if "text" in shape[:2] else 0
    found = [_number(row, at) for row in rows]
    if shape[at : at + 2] == ("text", "number") and 2 * often > len(rows):
        wanted = (*shape[: at + 1], *shape[at + 2 :])
        return [
            _cut(row, at, edge) if edge and kinds_of(row) == wanted else row
            for row, edge in zip(rows, found, strict=True)
        ]
    sure = sum(len(row) > at and _GLUED.search(row[at].cell.text) is not None for row in rows)
    if all(found) and 2 * sure > len(rows):
        return [_cut(row, at, edge or 0) for row, edge in zip(rows, found, strict=True)]
    return rows


def _number(row: list[Piece], at: int) -> int | None:
    """Where the number begins that ends a label."""
    if len(row) < at + 2 or row[at].kind != "text" or row[at].cell.end != row[at + 1].cell.start:
        return None
    number = _BEHIND.search(row[at].cell.text)
    return number.start() if number else None


def _cut(row: list[Piece], at: int, edge: int) -> list[Piece]:
    cell = row[at].cell
    kind = "number" if cell.text[:edge].isdigit() else "text"
    return [
        *row[:at],
        Piece(cell.cut(0, edge), kind),
        Piece(cell.cut(edge, len(cell)), "number"),
        *row[at + 1 :],
    ]


def _with_steps(rows: Rows) -> Rows:
    """Rows that all begin with a grade and a step that is higher from row to row (`520`, `521`, `624`)."""
    found = [_TWO.fullmatch(row[0].cell.text) for row in rows if len(row) > 1 and row[1].kind == "money"]
    numbers = [number[1] for number in found if number is not None]
    if len(rows) < LEAST or len(numbers) < len(rows):
        return rows
    ways = [edge for edge in (1, 2) if _are_steps(numbers, edge)]
    return [_cut(row, 0, ways[0]) for row in rows] if len(ways) == 1 else rows


def _are_steps(numbers: Sequence[str], edge: int) -> bool:
    """Whether what stands behind is higher from row to row, and some of what stands before comes again."""
    if any(len(number) <= edge or number[edge] == "0" for number in numbers):
        return False
    if all(A_YEAR.fullmatch(number) for number in numbers):
        return False
    grades, steps = (
        [int(one) for one in column] for column in zip(*((n[:edge], n[edge:]) for n in numbers), strict=True)
    )
    rising = all(one < two for one, two in itertools.pairwise(steps))
    return rising and grades == sorted(grades) and len(set(grades)) < len(grades)
