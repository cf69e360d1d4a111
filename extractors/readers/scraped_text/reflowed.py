"""Tables drawn with pipes whose lines were broken anywhere: the row of dashes says how many cells a row has.

`| Grade | Weekly` / `| Bonus |` / `|---|---|---|` / `| Deckhand` / `| €610 |` / `4% |`: all pipes are there, and ends of lines say nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import columns_ruled, grid
from schemas import Cell, Table
from schemas.fixed import fixed

MOST_HEADER_LINES = 12
LEAST_COLUMNS = 2
MAX_CELL = 120


@fixed
class _Between:
    """What stands between two pipes, the lines of both, and whether it begins on the line of the first."""

    cell: Cell
    opened: int
    closed: int
    beside: bool


@fixed
class _Rows:
    """Rows of a table, the line behind them, and whether one of them goes over the end of a line."""

    rows: list[list[Cell]]
    stop: int
    broken: bool


def reflowed(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table whose header begins at a line with a pipe, and the line behind it; None where each line holds a row."""
    if not lines[at].text.lstrip().startswith("|"):
        return None
    below = range(at + 1, min(len(lines), at + MOST_HEADER_LINES))
    rule = next((line for line in below if columns_ruled(lines[line])), None)
    if rule is None:
        return None
    ruled = [*itertools.takewhile(bool, map(columns_ruled, lines[rule : rule + MOST_HEADER_LINES]))]
    width = sum(ruled)
    if width < LEAST_COLUMNS:
        return None
    header = _rows(_between(lines[at:rule], 0), width, again=False)
    if header is None or [len(row) for row in header.rows] != [width] or header.stop != rule - at:
        return None
    texts = _between(lines, rule + len(ruled))
    bodies = [body for again in (False, True) if (body := _rows(texts, width, again=again)) is not None]
    body = max(bodies, key=lambda one: one.stop, default=None)
    if body is None or not (len(ruled) > 1 or header.broken or body.broken):
        return None
    return grid([*header.rows, *body.rows], number, "broken_table"), body.stop


def _between(lines: Sequence[Cell], at: int) -> list[_Between]:
    """The texts between pipes from a line that begins with one; what no second pipe closes is the last, if it stands beside its pipe."""
    found: list[_Between] = []
    opened: int | None = None
    said: list[Cell] = []
    while at < len(lines) and lines[at].text.strip() and not columns_ruled(lines[at]):
        first, *parts = (part.strip() for part in lines[at].split("|"))
        said.append(first)
        long = not parts and sum(map(len, said)) > MAX_CELL
        if long or (opened is None and (first or not parts)):
            break
        for part in parts:
            if opened is not None:
                cell = Cell.joined(said, " ") if any(said) else Cell("", said[0].start)
                found.append(_Between(cell, opened, at, bool(said[0])))
            opened, said = at, [part]
        at += 1
    if opened is not None and said[0]:
        found.append(_Between(said[0], opened, opened, beside=True))
    return found


def _rows(texts: Sequence[_Between], width: int, *, again: bool) -> _Rows | None:
    """The rows of so many cells, with nothing between two of them; None where something stands there.

    With `again`, an empty text does not begin a row: an empty cell left one pipe too many.
    """
    rows: list[list[Cell]] = []
    at = stop = 0
    broken = False
    while at < len(texts):
        if again and not texts[at].cell:
            at += 1
            continue
        row = texts[at : at + width]
        if len(row) < width and sum(bool(one.cell) for one in row) < LEAST_COLUMNS:
            break
        rows.append([one.cell for one in row])
        broken = broken or row[0].opened < row[-1].closed
        stop, at = row[-1].closed + 1, at + width
        if at < len(texts) and texts[at].cell:
            if texts[at].beside:
                return None
            break
        at += 1
    return _Rows(rows, stop, broken) if rows else None
