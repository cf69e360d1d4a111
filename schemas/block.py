"""The shapes that a document is made of, whatever it was written in.

Readers by shape (`markdown`, `html`, `scraped_text`) turn a document into blocks in reading order; readers by meaning
(`pay_table`, `prose`) turn blocks into rows and need not know what the document was written in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.cell import Cell
from schemas.fixed import fixed
from schemas.row import Facts, Note, Row

BlockKind = Literal[
    "title",  # the page's own title (title element, first heading)
    "heading",
    "paragraph",
    "item",  # one entry of a list
    "quote",
    "label_value",  # `label` and `cell`, on one line or stacked (a card)
    "question",  # of a question-and-answer list; its answers are the blocks up to the next heading or question
    "table",
    "meta",  # a description that is not shown on the page
    "front_matter",  # text in front matter that is no label; `label` is its key
]
BOLD = 7
"""The level of a line in bold letters that heads what follows: below every real heading."""
TableContext = Literal["table", "broken_table", "flattened_table", "glued_table", "bullet"]


@fixed
class Table:
    """A grid of cells, header rows first; every row has the same length, empty cells are cells without text."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    header_columns: int = 0
    context: TableContext = "table"
    number: int = 1
    caption: Cell | None = None
    alternatives: tuple[str, ...] = ()
    """Other ways in which a destroyed table could have been split; not empty means the split is in doubt."""


@fixed
class Block:
    """One shape of a document. `cell` covers all its text (of a label and value: the value).

    `level` is that of a heading or title; a question with one is a heading too, and one in bold letters stands below none.
    """

    kind: BlockKind
    cell: Cell
    level: int = 0
    label: Cell | None = None
    table: Table | None = None


@dataclass(slots=True)
class Reading:
    """What a reader by shape makes of one document.

    `rows` are those that structure alone yields (front matter, JSON-LD). `scope` holds labels that hold for the whole
    document (`company`, `role`, `region`, `as_of`), by row key. `hidden` are cells with figures that no block covers.
    """

    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    facts: Facts | None = None
    scope: dict[str, Cell] = field(default_factory=dict)
    hidden: list[Cell] = field(default_factory=list)
