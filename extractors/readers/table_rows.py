"""Rows of a table for extractor authors: take out what the columns hold; what stays in becomes a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from schemas import Block, Cell, Document, Note


class TableRow:
    """One row of a table, by the names of its columns.

    `context`, `locator` and `package` say where it stands; a `Row` made of it may be given them.
    """

    context = "table"

    def __init__(self, cells: dict[str, Cell], locator: str) -> None:
        self._cells = dict(cells)
        self._known = tuple(cells)
        self.locator = self.package = locator

    def pop(self, name: str) -> Cell | None:
        """The cell below a header, None where it is empty. Raises KeyError with the nearest header there is."""
        if name not in self._known:
            near = get_close_matches(name, self._known, n=1)
            raise KeyError(f"no column {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        cell = self._cells.pop(name, None)
        return cell if cell else None

    @property
    def left(self) -> dict[str, Cell]:
        """What nobody has taken."""
        return {name: cell for name, cell in self._cells.items() if cell}


def tables(
    document: Document, blocks: Sequence[Block], under: str | None, ignore: Sequence[str]
) -> Iterator[TableRow]:
    """The rows of all tables, or of those below one heading (`## Pay by level`) and above the next like it.

    A column that was not taken and not ignored when its table ends is noted once in `document.unread`.
    Raises ValueError when there is no such heading.
    """
    for block in _section(blocks, under):
        table = block.table
        if table is None or not table.rows:
            continue
        names = [cell.text for cell in table.rows[0]]
        left: dict[str, Cell] = {}
        for number, cells in enumerate(table.rows[table.header_rows :], 1):
            row = TableRow(dict(zip(names, cells, strict=True)), f"table {table.number}, row {number}")
            yield row
            left = {**row.left, **left}
        for name, cell in left.items():
            note = Note("unread_column", cell, f"table {table.number}: nobody reads the column {name!r}")
            if name not in ignore and note not in document.unread:
                document.unread.append(note)


def _section(blocks: Sequence[Block], under: str | None) -> Iterator[Block]:
    if under is None:
        yield from blocks
        return
    wanted = under.lstrip("# ").strip()
    headed = [index for index, block in enumerate(blocks) if _is_heading(block) and block.cell.text == wanted]
    if not headed:
        names = [block.cell.text for block in blocks if _is_heading(block)]
        near = get_close_matches(wanted, names, n=1)
        raise ValueError(f"no heading {wanted!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    level = blocks[headed[0]].level
    for block in blocks[headed[0] + 1 :]:
        if _is_heading(block) and block.level <= level:
            return
        yield block


def _is_heading(block: Block) -> bool:
    return block.kind in ("title", "heading", "question")
