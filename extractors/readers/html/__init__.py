"""HTML pages: what a reader sees of them as blocks, with the place of every character in the raw text."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from extractors.readers.html import head, json_ld
from extractors.readers.html.cards import stacked
from extractors.readers.html.runs import page
from extractors.readers.html.walker import Walker
from schemas import Cell, Document, Reading

_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|table|article|main|section|p|h[1-6]|ul|dl)\b", re.IGNORECASE
)
_LOOK_AT = 5_000


def looks_like(text: str) -> bool:
    """Whether a text is a page in HTML: it begins with markup."""
    start = text[:_LOOK_AT].lstrip("\ufeff \t\r\n")
    return start.startswith("<") and _PAGE.search(start) is not None


def read(document: Document, body: Cell | None = None) -> Reading:
    """The blocks of a page in reading order, and the rows of its schema.org data."""
    marked = page(document.cell() if body is None else body)
    soup = BeautifulSoup(marked.html, "lxml")
    walker = Walker(marked)
    found = soup.find_all("script", type="application/ld+json")
    said = json_ld.read(cell for script in found for cell in marked.cells(script.string or ""))
    walker.reading.rows, walker.reading.scope = said.rows, said.scope
    title = soup.find("title")
    if isinstance(title, Tag):
        walker.add("title", walker.text(title), 1)
    described = head.description(marked.body)
    for told in (described, *said.headlines):
        walker.add("meta", told)
    walker.walk(soup.body or soup, 0)
    walker.flush()
    walker.reading.blocks = [*stacked(walker.reading.blocks), *said.answers]
    return walker.reading
