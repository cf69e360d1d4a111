"""Tables that scraping laid out one cell a line, without any sign between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.readers import menus
from extractors.readers.scraped_text import cut_off, split_names, uneven
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.names import holds_values, is_header
from extractors.readers.scraped_text.stacked_rows import (
    LEAST_NAMES,
    VALUES,
    YEARS,
    goes_on,
    is_beyond,
    kind_of_cell,
    rows_of,
)
from extractors.readers.scraped_text.uneven import MAX_COLUMNS, counts_elsewhere, may_be_name
from normalizers import labels
from normalizers.headers import vocabulary
from normalizers.headers.vocabulary import name_words
from schemas import Cell, Table
from schemas.fixed import fixed

LEAST_ROWS = 2
_CAPTION = re.compile(r"\w+\s\w+\s(?:\w.*\s(?:by|for|in|per|across)|by)\s\w", re.IGNORECASE)
"""`Median day rate by region`: what stands above a table, and no name of its first column."""
_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+")
"""`42,000`: an amount whose currency stands above the table."""
MOST_ABOVE = 5
"""Lines above the names of a table that may seem to be names of columns themselves."""
LEAST_PART = 3
"""Cells that make a row by themselves where a longer row holds nothing but such ones."""
LOOKED_AT = 40
"""Rows by which the number of columns is found."""


@fixed
class _Fit:
    """So many names of columns (the first may have none), whether they are known, where rows begin, what that explains, rows in doubt."""

    width: int
    nameless: bool
    said: bool
    start: int
    weight: float
    doubts: int


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """Column names one a line, then the cells of each row one a line; returns the table and the line behind it."""
    names = _names(lines, at)
    if not names or _CAPTION.search(names[0].text):
        return None
    if names[0].text.endswith("?") or names[0].text.lower() in ("yes", "no"):
        return None  # `Is this useful?` / `Yes` / `No`: a question to the reader, and what can be answered
    if not any(kind_of_cell(line) in VALUES for line in lines[at + 1 : at + 2 * MAX_COLUMNS]):
        return None
    if _is_above_one(lines, at, names, number):
        return None
    best = _best(lines, at, names)
    if (best is None or not best.said or _ends_with_a_code(lines, best)) and _known(names) >= LEAST_NAMES:
        found = uneven.table(lines, at, number)
        if found is not None and not _leaves_a_cell(lines, found[1], best):
            return found
    split = None if best is not None and not best.doubts else _split(lines, at, names)
    if split is not None and (best is None or split.weight > _worth(best)):
        return grid([split.names, *split.rows], number, "broken_table"), split.stop
    if best is None or _is_a_heading(lines, at, names, best):
        return None
    rows, end, doubts = rows_of(lines, best.start, best.width)
    last, end = cut_off.row(lines, end, rows)
    header = [Cell("", names[0].start)] if best.nameless else []
    return grid([[*header, *names[: best.start - at]], *rows, *last], number, "broken_table", doubts), end


def _is_above_one(lines: Sequence[Cell], at: int, names: list[Cell], number: int) -> bool:
    """Whether headings and buttons stand here above a table whose first column is named for labels (`Add Comp` above `Level Name`)."""
    if split_names.ranks(names[0]) or any(map(_names_labels, names[0].split(" | "))):
        return False
    first = next((below for below, name in enumerate(names[:MOST_ABOVE]) if _names_labels(name)), None)
    return first is not None and table(lines, at + first, number) is not None


def _split(lines: Sequence[Cell], at: int, names: list[Cell]) -> split_names.Split | None:
    """The table with names on two lines each, where the first names labels, and is no heading of a whole table below it."""
    known = _known(names)
    if known <= LEAST_NAMES or not (_names_labels(names[0]) or split_names.ranks(names[0])):
        return None
    below = _best(lines, at + 1, names[1:]) if _names_labels(names[1]) else None
    if below is not None and below.said and not below.doubts and not split_names.ranks(names[0]):
        return None
    return split_names.table(lines, at, names[:known])


def _names_labels(name: Cell) -> bool:
    return labels.column(name.text) in vocabulary.kinds()


def _leaves_a_cell(lines: Sequence[Cell], stop: int, even: _Fit | None) -> bool:
    """Whether rows of as many cells go on to the end of the lines, where uneven ones leave the last cells: words end each row."""
    if even is None:
        return False
    rows, end, _ = rows_of(lines, even.start, even.width)
    if (not even.said or _ends_with_a_code(lines, even)) and _is_one_of_the_cells(
        lines[even.start - 1], rows
    ):
        return False
    if menus.is_menu(lines[end - 1]):
        return False  # `View 4 More Levels` below the rows
    _, end = cut_off.row(lines, end, rows)
    return end > stop and (end == len(lines) or is_beyond(lines[end], rows))


def _is_one_of_the_cells(name: Cell, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the last name is written like the last cells, a code with digits (`L3` above `L4`, `L5`): it begins the first row."""
    form = _form(name)
    return "0" in form and len(rows) > 1 and all(_form(row[-1]) == form for row in rows[:-1])


def _ends_with_a_code(lines: Sequence[Cell], fit: _Fit) -> bool:
    """`P10` above `P20`, `P30` in the last cells: levels of a ladder, though ranks of a distribution are called so as well."""
    rows, _, _ = rows_of(lines, fit.start, fit.width, most=LOOKED_AT)
    name = lines[fit.start - 1]
    codes = {row[-1].text for row in rows[:-1]}
    return (
        "a" in _form(name) and len(codes) > 1 and name.text not in codes and _is_one_of_the_cells(name, rows)
    )


def _form(cell: Cell) -> str:
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d+", "0", cell.text.strip()))


def _names(lines: Sequence[Cell], at: int) -> list[Cell]:
    """The lines from here on that may be names of columns, as many as a table may have, and one more."""
    names: list[Cell] = []
    while at + len(names) < len(lines) and len(names) <= MAX_COLUMNS and may_be_name(lines[at + len(names)]):
        names.append(lines[at + len(names)].strip())
    return names


def _best(lines: Sequence[Cell], at: int, names: list[Cell]) -> _Fit | None:
    fits = list(_fits(lines, at, names, known=_known(names)))
    return max(fits, key=_worth) if fits else None


def _worth(fit: _Fit) -> float:
    """What a fit explains; that its names are known is worth a row."""
    return fit.weight + (fit.width if fit.said else 0)


def _is_a_heading(lines: Sequence[Cell], at: int, names: list[Cell], own: _Fit) -> bool:
    """Whether the first line stands above the table (`Pay by rank`): the names below it explain more without it.

    Buttons too may read like names (`Add Comp`, `Compare levels`); without all of them no row is in doubt.
    """
    if own.doubts and any(
        _is_surer(lines, at + more, names[more:], own) for more in range(1, len(names) - 1)
    ):
        return True
    if labels.column(names[0].text) in vocabulary.kinds() or len(names) <= LEAST_NAMES:
        return False
    below = _best(lines, at + 1, names[1:])
    return below is not None and below.said and _worth(below) > _worth(own)


def _is_surer(lines: Sequence[Cell], at: int, names: list[Cell], own: _Fit) -> bool:
    best = _best(lines, at, names)
    return best is not None and best.said and not best.doubts and best.weight > own.weight


def _known(names: list[Cell]) -> int:
    """How many names from the first on are known; one that nobody knows may stand between them (`Rank`, `Flying hours`, `Salary`)."""
    told = [all(map(is_header, name.text.split(" | "))) for name in names]
    first = next((at for at, one in enumerate(told) if not one), len(told))
    behind = next((at for at in range(first + 1, len(told)) if not told[at]), len(told))
    within = names[first + 1 : behind]
    return behind if first and any(holds_values(name.text) for name in within) else first


def _fits(lines: Sequence[Cell], at: int, names: list[Cell], *, known: int) -> Iterator[_Fit]:
    """Every number of columns that explains lines below the names."""
    for width in range(min(len(names), MAX_COLUMNS), 1, -1):
        for nameless in (False, True):
            found = _fit(lines, at, names[:width], known=known, nameless=nameless)
            if found is not None:
                yield found


def _fit(lines: Sequence[Cell], at: int, names: list[Cell], *, known: int, nameless: bool) -> _Fit | None:
    width = len(names) + nameless
    if nameless and (
        not LEAST_NAMES < width <= MAX_COLUMNS or labels.column(names[0].text) in vocabulary.kinds()
    ):
        return None
    start = at + len(names)
    rows, end, doubts = rows_of(lines, start, width, most=LOOKED_AT)
    said = not nameless and known >= len(names) and any(holds_values(name.text) for name in names)
    cut_off = said and len(rows) == 1 and goes_on(lines, end, rows[0])
    if not cut_off and len(rows) < LEAST_ROWS:
        return None
    if not said and (doubts or not _is_said_by_rows(names, rows, nameless=nameless)):
        return None
    header = [Cell("")] if nameless else []
    if rows and (_is_twice_a_row(rows[0]) or counts_elsewhere([*header, *names], rows[0])):
        return None
    # A row in doubt speaks against a width.
    weight = len(rows) * width + width - 3.0 * width * len(doubts)
    return _Fit(width, nameless, said, start, weight - (0.5 * width if nameless else 0.0), len(doubts))


def _is_twice_a_row(row: list[Cell]) -> bool:
    """Whether a row holds the same kinds of things again and again (`Leeds`, `£31K`, `£40K`, `York`, `£29K`, `£38K`): it is several."""
    kinds = [kind_of_cell(cell) for cell in row]
    parts = (size for size in range(LEAST_PART, len(kinds) // 2 + 1) if len(kinds) % size == 0)
    return any(kinds == kinds[:size] * (len(kinds) // size) and "text" in kinds[:size] for size in parts)


def _is_said_by_rows(names: list[Cell], rows: list[list[Cell]], *, nameless: bool) -> bool:
    """Whether rows show that the lines above are names of columns that nobody knows (`Assignment`, `Austin (USD)`)."""
    if any(name.text[0].islower() and name.text not in name_words().alone for name in names):
        return False
    if len({name.text for name in names}) < len(names):
        return False
    kinds = [[kind_of_cell(cell) for cell in row] for row in rows]
    if nameless and any(kind != "text" for kind, *_ in kinds):
        return False
    # `Fitter II` / `3 - 6 years` / `$28`: a name with its years stands above the amount, and no header.
    if all(YEARS.fullmatch(row[0].text) for row in rows) and not is_header(names[0].text):
        return False
    amounts = [
        sum(
            kind in (*VALUES, "none") or _GROUPED.fullmatch(cell.text) is not None
            for cell, kind in zip(row, own, strict=True)
        )
        for row, own in zip(rows, kinds, strict=True)
    ]
    several = sum(number >= LEAST_NAMES for number in amounts)
    if several >= LEAST_ROWS and 2 * several > len(rows):
        return True
    columns = list(zip(*kinds, strict=True))[1:]
    paid = [2 * sum(kind in VALUES for kind in column) > len(rows) for column in columns]
    said = [is_header(name.text) for name in names[1:]]
    return (
        not nameless
        and len(rows) > LEAST_ROWS
        and any(one and two for one, two in zip(paid, said, strict=True))
    )
