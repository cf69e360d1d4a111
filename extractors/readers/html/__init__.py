"""HTML pages: what a reader sees of them as blocks, with the place of every character in the raw text."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from extractors.readers.html import head, json_ld, renamed
from extractors.readers.html.cards import stacked
from extractors.readers.html.runs import page
from extractors.readers.html.walker import Walker
from schemas import Cell, Document, Reading


def read(document: Document, body: Cell | None = None) -> Reading:
    """The blocks of a page in reading order, and the rows of its schema.org data."""
    marked = page(document.cell() if body is None else body)
    soup = BeautifulSoup(marked.html, "lxml")
    renamed.tables(soup, marked)
    renamed.raised(soup, marked)
    walker = Walker(marked)
    found = soup.find_all("script", type="application/ld+json")
    said = json_ld.read(cell for script in found for cell in marked.cells(script.string or ""))
    walker.reading.rows, walker.reading.scope = said.rows, said.scope
    title = soup.find("title")
    if isinstance(title, Tag):
        walker.add("title", walker.says.text(title), 1)
    described = head.description(marked.body)
    for told in (described, *said.headlines):
        walker.add("meta", told)
    walker.walk(soup.body or soup, 0)
    walker.flush()
    walker.reading.blocks = [*stacked(walker.reading.blocks), *said.answers]
    return walker.reading
