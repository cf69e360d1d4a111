"""Readers: documents into blocks and rows.

`read` looks at the text, not at the ending of a file's name, and chooses the reader by shape.
"""

from __future__ import annotations

import re
from itertools import islice
from types import ModuleType

from extractors.readers import (
    answered,
    bare_lists,
    comments,
    comparisons,
    facts,
    front_matter,
    languages,
    markdown,
    menus,
    posts,
    scraped_text,
    signed_quotes,
    votes,
)
from schemas import Block, Cell, Document, Reading

_LOOK_AT, _LOOK_AT_HTML = 20_000, 5_000
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|table|article|main|section|p|h[1-6]|ul|dl)\b", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
"""What only a whole page has."""
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6} \S|##[#A-Z])|\*\*[^*\n]+\*\*|^ {0,3}```|^> ", re.MULTILINE)
_PIPES = re.compile(r"^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$|^\|[^|\n]+\|[^|\n]+\|", re.MULTILINE)
"""Rows of a table, which scraped text has too where all else lost its marks."""
_BROKEN_TABLE = re.compile(r"^[ \t]*\|[ \t]*\r?\n[^|\n]+\|[ \t]*$|^\|[^|\n]*\|\|[^|\n]*\|\|", re.MULTILINE)
"""A lone pipe above one cell a line, or doubled pipes: what scraping leaves of a table."""
_ENOUGH_MARKS = 2
_TITLE = re.compile(r"(?:\A\s*|\n[ \t]*\r?\n)# \S[^\n]*\n[ \t]*\r?\n")
"""A text with a title between blank lines needs no second mark."""


def read(document: Document) -> Reading:
    """What a document says, as blocks, rows and facts, whatever it was written in. Worked out once a document."""
    known = document.memo.get("reading")
    if isinstance(known, Reading):
        return known
    head, body = front_matter.read(document)
    shown = _shape(body).read(document, body)
    blocks = votes.without_buttons(answered.told_apart(shown.blocks))
    blocks = posts.told_apart(comments.told_apart(blocks))
    blocks = menus.without_links(menus.without_writers(blocks))
    shown.blocks = bare_lists.as_tables(signed_quotes.signed(blocks))
    said, notes = facts.facts(document, shown.blocks)
    shown.notes += notes
    shown.notes += [told] if (told := languages.note(shown.blocks)) is not None else []
    said.comparisons = list(comparisons.comparisons(shown.blocks))
    reading = _together(head, _together(shown, Reading(facts=said)))
    document.memo["reading"] = reading
    return reading


def _shape(body: Cell) -> ModuleType:
    if looks_like_html(body.text):
        from extractors.readers import html  # with its parser, which takes a while to import

        return html
    return markdown if body.start or looks_like_markdown(body.text) else scraped_text


def looks_like_html(text: str) -> bool:
    """Whether a text is a page in HTML: it begins with markup, which Markdown may do too (`<h1 align="center">` above `## Contents`)."""
    start = text[:_LOOK_AT_HTML].lstrip("\ufeff \t\r\n")
    if not start.startswith("<") or _HTML.search(start) is None:
        return False
    headings = (
        islice(_HEADING.finditer(text[:_LOOK_AT]), _ENOUGH_MARKS) if _PAGE.search(start) is None else ()
    )
    return len(list(headings)) < _ENOUGH_MARKS


def looks_like_markdown(text: str) -> bool:
    """Whether the start of a text has the marks of Markdown: headings, bold text, quotes, and a table beside one of them."""
    if _BROKEN_TABLE.search(text) is not None:
        return False
    if _TITLE.search(text[:_LOOK_AT]) is not None:
        return True
    marks = len(list(islice(_MARKDOWN.finditer(text[:_LOOK_AT]), _ENOUGH_MARKS)))
    return marks == _ENOUGH_MARKS or (marks > 0 and _PIPES.search(text[:_LOOK_AT]) is not None)


def _together(head: Reading, body: Reading) -> Reading:
    """One reading out of that of the head and that of the body."""
    said = head.facts or body.facts
    if head.facts and body.facts:
        head.facts.values = {**body.facts.values, **head.facts.values}
        head.facts.citations += body.facts.citations
        head.facts.levels += body.facts.levels
        head.facts.comparisons += body.facts.comparisons
    return Reading(
        blocks=[*_title(head), *head.blocks, *body.blocks],
        rows=[*head.rows, *body.rows],
        notes=[*head.notes, *body.notes],
        facts=said,
        scope={**body.scope, **head.scope},
        hidden=[*head.hidden, *body.hidden],
    )


def _title(head: Reading) -> list[Block]:
    title: Cell | None = head.facts.values.get("title") if head.facts else None
    return [Block("title", title, 1)] if title else []
