"""Scraped text: plain lines in which tables were broken over lines, flattened to spaces or glued together.

One pass over the lines. At each line the shapes of destroyed tables are tried, from the one with most signs of its own to
the one with least; what is none of them is a heading, a list entry, a question or a paragraph. Every cell keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.readers import pipe_table, several_in_one
from extractors.readers.entities import left_over
from extractors.readers.inline import plain
from extractors.readers.scraped_text import (
    broken,
    bulleted,
    captioned,
    contents,
    continued,
    furniture,
    glued_lists,
    label_lists,
    labelled_lines,
    labelled_rows,
    line_cards,
    names_above,
    paired_names,
    paired_values,
    parted,
    ranks_above,
    ratings,
    reflowed,
    rows,
    same_labels,
    set_apart,
    spaced,
    stacked,
    stacked_bare,
    structure,
    tabbed,
    touching,
    uneven,
    unruled,
    wrapped,
)
from normalizers import figures, mentions
from schemas import Block, Cell, Document, Reading, Table

_LINE = re.compile(r"[^\r\n\f\v]*(?:\r{0,2}\n|[\r\f\v]|$)")
"""A page ends a line as well, and so does a line end that was made one twice."""
_EMPTY_LABELS = re.compile(
    r"(?:data )?(?:last )?(?:updated|reviewed|published)|share|related|sources?", re.IGNORECASE
)
_LEFT_OUT = re.compile(r"(?:(?:\.{2,4}|…)\s*){2,12}")
"""`... ... ...`: rows of a table that its author left out."""
MAX_TABLE_LINE = 2_000
_Shape = Callable[[Sequence[Cell], int, int], tuple[Table, int] | None]


def read(document: Document, body: Cell | None = None) -> Reading:
    """The blocks of a scraped text in reading order."""
    return Reading(blocks=blocks(document.cell() if body is None else body))


def blocks(body: Cell, *, titled: bool = False) -> list[Block]:
    """The blocks of a text whose lines are all that is left of it; `titled` says that its title stands elsewhere."""
    cell = left_over(body)
    lines = [cell.cut(m.start(), m.end()).rstrip("\r\n\f\v") for m in _LINE.finditer(cell.text) if m.group()]
    lines = furniture.without_advertisements(
        [line for line in lines if not _LEFT_OUT.fullmatch(line.text.strip())]
    )
    lines = contents.without_contents(lines)
    lines = ratings.without_ratings(paired_names.apart(touching.parted(lines)))
    lines = several_in_one.lines_apart(set_apart.joined(spaced.closed(wrapped.joined(lines))))
    made: list[Block] = []
    at = tables = 0
    title = None if titled else _title_at(lines)
    last: tuple[Table, int] | None = None
    while at < len(lines):
        text = lines[at].text.strip()
        if at == title:
            made.append(_plain(Block("title", lines[at].strip(), 1)))
            titled = True
            at += 1
            continue
        if text and _is_furniture(lines, at, title):
            at = max(at + 1, furniture.links(lines, at), furniture.switch(lines, at))
            continue
        if (found := _goes_on(lines, at, tables + 1, last) or _table_at(lines, at, tables + 1)) is not None:
            table, at = last = found
            if any(any(row) for row in table.rows):  # `| |` over a line of dashes is none
                tables += 1
                made.append(_block(table))
            continue
        if not text or text == "|":
            at += 1
            continue
        if _goes_on(lines, at + 1, tables + 1, last) is not None:
            made.append(_plain(Block("heading", lines[at].strip(), 2)))
            at += 1
            continue
        found_blocks, at = _text_at(lines, at, titled=titled)
        titled = titled or any(block.kind == "title" for block in found_blocks)
        made += [_plain(entry) for block in found_blocks for entry in bulleted.apart(block)]
    return paired_values.labelled(same_labels.without_headings(made, lines))


def _title_at(lines: list[Cell]) -> int | None:
    """The line that is the page's title; `Salary (2026)` in the header of a table is none."""
    title = furniture.title_at(lines)
    if title is None or _names_whom_and_where(lines[title]):
        return title
    for at in range(max(0, title - uneven.MAX_COLUMNS), title + 1):
        found = _table_at(lines, at, 1)
        if found is not None and found[1] > title:
            return None
    return title


def _names_whom_and_where(line: Cell) -> bool:
    """`Electrician salary in Ohio`: no header has a job and a place in one name."""
    return {m.kind for m in mentions.find(line, ("role", "place"))} == {"role", "place"}


def _is_furniture(lines: list[Cell], at: int, title: int | None) -> bool:
    """Whether a line is no part of the page's text: what stands above the title, menus, and lists of other pages."""
    above = title is not None and at < title and not figures.find(lines[at])
    if title is not None and above and furniture.is_masthead(lines, at, title):
        return False
    if furniture.switch(lines, at) > at:
        return True
    return above or furniture.is_menu(lines, at) or furniture.links(lines, at) > at


def _table_at(lines: list[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table that begins at a line, of whatever shape, and the line behind it."""
    text = lines[at].text.strip()
    if text == "|":
        return _between_pipes(lines, at, number)
    return _table(lines, at, number) if 0 < len(text) <= MAX_TABLE_LINE else None


def _goes_on(
    lines: list[Cell], at: int, number: int, last: tuple[Table, int] | None
) -> tuple[Table, int] | None:
    """The rows from a line on that belong to the table before them."""
    if last is None or not at < min(len(lines), last[1] + continued.FURTHEST) or not lines[at].text.strip():
        return None
    return continued.table(lines, at, number, last[0])


def _text_at(lines: list[Cell], at: int, *, titled: bool) -> tuple[list[Block], int]:
    """What begins at a line that begins no table, and the line behind it: a list of labels, cards, or running text."""
    if (listed := label_lists.values(lines, at)) is not None:
        return listed
    stack = None if _EMPTY_LABELS.fullmatch(lines[at].text.strip()) else line_cards.cards(lines, at)
    return stack or structure.block(lines, at, titled=titled)


def _between_pipes(lines: list[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A table that a lone pipe opens."""
    shapes = (reflowed.reflowed, broken.broken, broken.spread, parted.parted, broken.parted_rows)
    return _first(shapes, lines, at, number)


def _table(lines: list[Cell], at: int, number: int) -> tuple[Table, int] | None:
    drawn = _first((reflowed.reflowed, broken.doubled, broken.opened, unruled.unruled), lines, at, number)
    if drawn is not None:
        return drawn
    length = pipe_table.length(lines, at)
    if length:
        return pipe_table.read(lines[at : at + length], number), at + length
    shapes = (
        tabbed.table,
        labelled_lines.table,
        glued_lists.table,
        labelled_rows.table,
        rows.table,
        ranks_above.table,
        ranks_above.in_one_line,
        names_above.table,
        stacked_bare.table,
        stacked.table,
        captioned.table,
    )
    return _first(shapes, lines, at, number)


def _first(shapes: Sequence[_Shape], lines: list[Cell], at: int, number: int) -> tuple[Table, int] | None:
    return next((found for shape in shapes if (found := shape(lines, at, number)) is not None), None)


def _block(table: Table) -> Block:
    cells = [cell for row in table.rows for cell in row if cell]
    return Block("table", Cell.joined(cells, "\n"), table=table)


def _plain(block: Block) -> Block:
    """Without link targets and emphasis."""
    return Block(block.kind, plain(block.cell), block.level, plain(block.label) if block.label else None)
