"""Tables whose cells stand between tabs, wide gaps or semicolons: what copying a table out of a page or a sheet gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.glued_rows import holds_amount
from extractors.readers.scraped_text.names import is_header
from extractors.readers.scraped_text.values import kind_of
from extractors.readers.scraped_text.wholeness import A_YEAR
from normalizers import figures, headers
from schemas import Cell, Table

MAX_LINE = 2_000
LOOKED_AT = 60
"""Rows by which it is known whether lines are a table at all: else each of many lines would be read with all below it."""
MAX_COLUMNS = 60
LEAST_ROWS = 3
"""Rows that make a table without a header."""
LEAST_COLUMNS = 3
"""Columns that make a table where what stands between them is found in sentences too."""
COLUMNS_OF_FACTS = 2
"""Columns of a list of labels and values."""
_GAP = re.compile(r" *\t *|\s{2,}")
_SPACE = re.compile(r" ")
_SEMICOLON = re.compile(r"\s?;\s?")
_COMMA = re.compile(r",(?! )(?:(?<=\d{4},)|(?!(?<=\d,)\d{3}(?!\d)))")
"""A comma between two cells, and none between the thousands of a number (`£1,200`)."""
_BULLET = re.compile(r"\s*[-•*·–]\s")
_NUMBER = r"\d[\d.,’' ]{0,14}[KkMm]?\s?%?"
_VALUE = re.compile(rf"[-+−~]?{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?(?:\s?\({_NUMBER}\))?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,’' ]\d{3})+")
"""An amount below one with the sign of both (`$144,570`, then `140,030`)."""
_RULE = re.compile(r"[-=_─━]{4,}")
_PER = re.compile(r"(?:\(?(?:per|an?|in|p/|each)\b|[$€£₹%]|(?-i:[A-Z]{3})\b)", re.IGNORECASE)
"""How a unit below the name of a column begins: `per week`, `(in AED)`."""
_AROUND = " \t:–—-,"
MAX_LABEL, MAX_BANNER = 30, 50
MOSTLY = 0.6
"""Share of a cell that its amounts make up."""
_REMARK = re.compile(r"\([^()]+\)$")
"""What is said of one row alone, behind its last cell (`specialist  R$ 170+  (who know both)`)."""
_VALUES = ("money", "percent", "number", "none", "empty")


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table with a tab between two cells, or another sign; returns it and the line behind it."""
    if at + 1 >= len(lines):
        return None
    if "\t" in lines[at].text and (found := _tabbed(lines, at, number)) is not None:
        return found
    if _BULLET.match(lines[at].text) is not None:
        return None
    for gap in (_GAP, _SEMICOLON, _COMMA):
        if gap.search(lines[at].text.strip()) is not None and gap.search(lines[at + 1].text.strip()):
            found = _headless(lines, at, number, gap) or _headed(lines, at, number, gap)
            found = found or _named(lines, at, number, gap)
            if found is not None:
                return found
    return None


def _tabbed(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The header has no amounts, the row below it as many cells. Later rows may have lost empty cells at their end."""
    header, first = _cells(lines[at]), _cells(lines[at + 1])
    if len(header) < 2 or len(header) != len(first) or not any(cell.text for cell in first):
        return None
    if sum(bool(cell.text) for cell in header) < 2 or any(kind_of(cell) == "money" for cell in header):
        return None
    rows = [header]
    stop = at + 1
    while stop < len(lines) and lines[stop].text.strip():
        row = _cells(lines[stop])
        if not 2 <= len(row) <= len(header):
            break
        rows.append(row)
        stop += 1
    made = grid(rows, number, "table")
    return (replace(made, header_rows=0) if _are_facts(rows) else made), stop


def _are_facts(rows: Sequence[Sequence[Cell]]) -> bool:
    """`Entry-level education<tab>High school diploma`, `Jobs, 2024<tab>18,500`: labels and values, the first of which is no header."""
    values = [row[-1] for row in rows]
    words = [kind_of(cell) in ("text", "none", "empty") for cell in values]
    alike = all(words) or not any(words[1:])
    return len(rows[0]) == COLUMNS_OF_FACTS and not alike and not headers.read(values[0]).names_pay


def _headed(lines: Sequence[Cell], at: int, number: int, gap: re.Pattern[str]) -> tuple[Table, int] | None:
    """A header of words above rows of as many cells, of which half are values; its first column may have no name."""
    header = _cells(lines[at], gap)
    # `Industry   2023   2024`: years name columns.
    names = [cell for cell in header if not A_YEAR.fullmatch(cell.text)]
    if len(header) < 2 or not names or any(_is_value(c) or holds_amount(c, glued=False) for c in names):
        return None
    header, below = _with_units(lines, at, gap, header)
    first = _cells(lines[below], gap) if below < len(lines) else []
    if len(first) == len(header) + 1 and not _is_value(first[0]):
        header = [Cell("", header[0].start), *header]
    few = len(header) < LEAST_COLUMNS
    if few and not (gap is _GAP and is_header(header[-1].text)):
        return None
    rows, stop = _rows(lines, below, gap, len(header), most=LOOKED_AT)
    if len(rows) < (LEAST_ROWS if few else 2):
        return None
    cells = [cell for row in rows for cell in row[1:]]
    if sum(_is_value(cell) for cell in cells) * 2 < len(cells):
        return None
    more, stop = _rows(lines, stop, gap, len(header))
    return grid([header, *rows, *more], number, "flattened_table"), stop


def _with_units(
    lines: Sequence[Cell], at: int, gap: re.Pattern[str], header: list[Cell]
) -> tuple[list[Cell], int]:
    """The names of columns with what stands below them on a line of its own (`per week`), and the line where the rows begin."""
    below = _without_rules(lines, at + 1)
    units = _cells(lines[below], gap) if below < len(lines) else []
    missing = len(header) - len(units)
    said = not any(_is_value(cell) for cell in units) and all(_PER.match(cell.text) for cell in units)
    if not units or missing not in (0, 1) or not said:
        return header, below
    named = [Cell.joined([name, unit], " ") for name, unit in zip(header[missing:], units, strict=True)]
    return [*header[:missing], *named], _without_rules(lines, below + 1)


def _without_rules(lines: Sequence[Cell], at: int) -> int:
    """The next line that is no rule (`------`)."""
    while at < len(lines) and _RULE.fullmatch(lines[at].text.strip()):
        at += 1
    return at


def goes_on(lines: Sequence[Cell], at: int, number: int, before: Table) -> tuple[Table, int] | None:
    """Rows with wide gaps below the header of the table `before` them, where their cells are of the same kinds; and the line behind."""
    rows, stop = _rows(lines, at, _GAP, len(before.rows[0]))
    if len(rows) < 2 or before.header_rows != 1:
        return None
    known = {tuple(map(_is_value, row)) for row in before.rows[1:]}
    if not all(tuple(map(_is_value, row)) in known for row in rows):
        return None
    return grid([list(before.rows[0]), *rows], number, "flattened_table"), stop


def _headless(lines: Sequence[Cell], at: int, number: int, gap: re.Pattern[str]) -> tuple[Table, int] | None:
    """Rows of a name, an amount and perhaps a count, with nothing above them (`Leeds<tab>£31,200<tab>84 salaries`)."""
    first = _cells(lines[at], gap)
    if gap is not _GAP or len(first) < 2:
        return None
    rows, stop = _rows(lines, at, gap, len(first), most=LOOKED_AT)
    signed = bool(rows) and kind_of(_without_remark(rows[0][1])) == "money"
    if len(rows) < LEAST_ROWS or not all(_is_paid(row, signed=signed) for row in rows):
        return None
    while (more := _rows(lines, stop, gap, len(first), most=1)[0]) and _is_paid(more[0], signed=signed):
        rows += more
        stop += 1
    return replace(grid(rows, number, "flattened_table"), header_rows=0), stop


def _is_paid(row: Sequence[Cell], *, signed: bool) -> bool:
    """A name and an amount; `signed` says that the amounts above have the sign of all."""
    amount = _without_remark(row[1])
    paid = kind_of(amount) == "money" or (signed and _GROUPED.fullmatch(amount.text) is not None)
    return paid and bool(row[0]) and kind_of(row[0]) != "money"


def _named(lines: Sequence[Cell], at: int, number: int, gap: re.Pattern[str]) -> tuple[Table, int] | None:
    """Rows of a name and amounts that each have their own label (`Orbison   fitter £16.20   mate £11.90`).

    Each amount becomes a row of its own: the name, the label, the amount.
    """
    made: list[list[Cell]] = []
    stop = at
    while gap is _GAP and stop < len(lines) and (row := _labelled(lines[stop], gap)):
        made += row
        stop += 1
    if stop - at < LEAST_ROWS:
        return None
    return replace(grid(made, number, "flattened_table"), header_rows=0), stop


def _labelled(line: Cell, gap: re.Pattern[str]) -> list[list[Cell]]:
    """A line as rows of name, label and amount; none where it is not made of several amounts with a label each."""
    cells = _cells(line, gap)
    if len(cells) < LEAST_COLUMNS or kind_of(cells[0]) != "text" or figures.find(cells[0]):
        return []
    rest = line.strip().cut(len(cells[0]), len(line.strip()))
    found = figures.find(rest)
    rows, behind = [], 0
    for figure in found:
        start = rest.text.find(figure.cell.text, behind)
        label = rest.cut(behind, start).strip(_AROUND)
        behind = start + len(figure.cell)
        if figure.unit != "currency" or not 0 < len(label) <= MAX_LABEL:
            return []
        rows.append([cells[0], label, rest.cut(start, behind)])
    return rows if len(rows) > 1 and not rest.text[behind:].strip(_AROUND) else []


def _rows(
    lines: Sequence[Cell], at: int, gap: re.Pattern[str], width: int, *, most: int | None = None
) -> tuple[list[list[Cell]], int]:
    """The rows of so many cells from a line on, at most so many, and the line behind them."""
    rows: list[list[Cell]] = []
    while at < len(lines) and lines[at].text.strip() and (most is None or len(rows) < most):
        row = _cells(lines[at], gap)
        if len(row) == width + 1 and _REMARK.fullmatch(row[-1].text) is not None:
            row = [*row[:-2], Cell.joined(row[-2:], " ")]
        if not row and width >= LEAST_COLUMNS and gap is _GAP and _heads_rows(lines, at, width):
            row = [lines[at].strip(), *[Cell("", lines[at].end)] * (width - 1)]
        if gap is _GAP and LEAST_COLUMNS <= len(row) < width:
            row = [part for cell in row for part in _amounts_apart(cell)]
        if len(row) != width:
            break
        rows.append(row)
        at += 1
    return rows, at


def _amounts_apart(cell: Cell) -> list[Cell]:
    """`€180,000 €208,200`: amounts between which one long number left a single space."""
    parts = [part.strip() for part in cell.split(_SPACE)]
    return (
        parts if len(parts) > 1 and all(kind_of(part) in ("money", "percent") for part in parts) else [cell]
    )


def _heads_rows(lines: Sequence[Cell], at: int, width: int) -> bool:
    """Whether a line without gaps names the rows below it (`Registered Nurse` above `Grade 2 Year 1   $1,308.20   $1,347.45`)."""
    text = lines[at].text.strip()
    named = (
        len(text) <= MAX_BANNER and not text.endswith((".", ":", "!", "?")) and kind_of(lines[at]) == "text"
    )
    below = _cells(lines[at + 1], _GAP) if at + 1 < len(lines) else []
    return named and len(below) == width and _is_value(below[-1]) and not _is_value(below[0])


def _without_remark(cell: Cell) -> Cell:
    remark = _REMARK.search(cell.text)
    return cell.cut(0, remark.start()).strip() if remark is not None else cell


def _is_value(cell: Cell) -> bool:
    return kind_of(cell) in _VALUES or _VALUE.fullmatch(cell.text) is not None or _are_amounts(cell)


def _are_amounts(cell: Cell) -> bool:
    """`£155K - £215K ($195K - $270K)`: hardly anything else."""
    return sum(len(figure.cell) for figure in figures.find(cell)) >= MOSTLY * len(cell)


def _cells(line: Cell, gap: re.Pattern[str] | None = None) -> list[Cell]:
    """The cells of a line; none where it is too long for a row."""
    if len(line.text) > MAX_LINE:
        return []
    if gap is not None:
        found = list(line.strip().split(gap))
        return [cell.strip() for cell in found] if 1 < len(found) <= MAX_COLUMNS else []
    if not 0 < line.text.count("\t") < MAX_COLUMNS:
        return []
    return [cell.strip() for cell in line.split("\t")]
