"""Lists of names with a bare number behind each, below a line that says what the numbers are (`Average pay by place of work`).

So are names with an amount and a change between dashes (`Bricklayers — £35,776 — +3.0%`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures, mentions
from schemas import Cell, Table

LEAST_ROWS = 3
MOST_CAPTION, MOST_LEAD = 110, 240
_ROW = re.compile(
    r"(?P<name>[^\W\d](?:[^\d\n]{1,60}?|(?:(?!\d{1,3}[,.'’ ]\d{3}|\d{5})[^\n$€£₹]){1,60}?(?=[ \t:]+\+?\d{1,3}[,.]\d{3}$)))"
    r"[ \t]*[ \t:](?P<value>\+?\d{1,3}(?:[,.'’ ]\d{3})+|\d{5,6}|\d{1,2}[.,]\d\d)"
)
"""A name may hold a number of its own (`FO yr 2 41,500`), where thousands stand behind it."""
COLUMNS = 3
_DASH = re.compile(r"\s[—–]\s")
_TWO = re.compile(r"(?P<first>[^:]{4,80}?),?\s(?:and|&|with)\s(?P<second>[^,:]{3,40}):?")
_BY = re.compile(r"\s(?:by|per)\s(?P<kind>[a-z][\w ,/-]{2,40})")
_NUMBERED = re.compile(r"(?:table|figure|chart|fig\.?)\s\d{1,2}[.:]?\s+", re.IGNORECASE)


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table of such a list whose caption stands at a line, and the line behind it."""
    caption = lines[at].strip()
    most = MOST_LEAD if caption.text.endswith(":") else MOST_CAPTION
    if len(caption) > most or caption.text.endswith((".", "!", "?")) or _ROW.fullmatch(caption.text):
        return None  # a row of a long list is looked at once, and not the rest of the list from each of them
    start = at + 1
    if start < len(lines) and not lines[start].text.strip():
        start += 1
    rows = _rows(lines, start)
    if len(rows) >= LEAST_ROWS and _names_pay(caption):
        return grid([_header(caption), *rows], number, "flattened_table"), start + len(rows)
    return _of_dashes(lines, start, caption, number)


def _of_dashes(lines: Sequence[Cell], start: int, caption: Cell, number: int) -> tuple[Table, int] | None:
    """Names with an amount and something else between dashes, below a line that names the one and, behind its last `and`, the other."""
    named = _TWO.fullmatch(caption.text)
    if named is None or not _names_pay(caption.cut(*named.span("first"))):
        return None
    rows: list[list[Cell]] = []
    while start + len(rows) < len(lines):
        cells = list(lines[start + len(rows)].strip().split(_DASH))
        if len(cells) != COLUMNS or kind_of(cells[0]) != "text" or kind_of(cells[1]) != "money":
            break
        rows.append([cell.strip() for cell in cells])
    if len(rows) < LEAST_ROWS:
        return None
    header = [Cell("", caption.start), *(caption.cut(*named.span(name)) for name in ("first", "second"))]
    return grid([header, *rows], number, "flattened_table"), start + len(rows)


def _rows(lines: Sequence[Cell], at: int) -> list[list[Cell]]:
    """The names and numbers from a line on, one pair a line, as long as they go on."""
    rows: list[list[Cell]] = []
    while at < len(lines) and (found := _ROW.fullmatch(lines[at].text.strip())) is not None:
        line = lines[at].strip()
        rows.append([line.cut(*found.span("name")).strip(), line.cut(*found.span("value"))])
        at += 1
    return rows


def _names_pay(caption: Cell) -> bool:
    return bool(mentions.find(caption, ("component",))) and not figures.find(caption)


def _header(caption: Cell) -> list[Cell]:
    """The names of the two columns: what the caption says the numbers are, and behind `by` what the names are."""
    mark = _NUMBERED.match(caption.text)
    said = caption.cut(mark.end() if mark else 0, len(caption))
    by = _BY.search(said.text)
    if by is None:
        return [Cell("", said.start), said]
    return [said.cut(*by.span("kind")), said.cut(0, by.start())]
