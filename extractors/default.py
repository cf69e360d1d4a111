"""The default extractor: any document, read by what its text looks like.

The blocks are walked in reading order; headings, titles and the sentence before a table say what holds for the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors import readers
from extractors.readers import pay_table
from schemas import Cell, Document, Extract, Reading
from schemas.row import Label


def extract(document: Document) -> Iterator[Extract]:
    """Everything that a document states; see `extractors.readers`."""
    yield from walk(readers.read(document))


def walk(reading: Reading) -> Iterator[Extract]:
    """The rows of a reading's structure and tables, in reading order."""
    yield from reading.rows
    yield from reading.notes
    if reading.facts is not None:
        yield reading.facts
    scope: dict[str, Label] = dict(reading.scope)
    heading: Cell | None = None
    intro: Cell | None = None
    for block in reading.blocks:
        if block.kind in ("title", "heading", "question"):
            heading, intro = block.cell, None
        elif block.table is not None:
            yield from pay_table.rows(block.table, scope, intro, heading)
            intro = None
        elif block.kind == "paragraph":
            intro = block.cell
