"""Front matter: the YAML head of a Markdown document.

Here its boundaries are found and doubtful ones noted; what the keys state is read by `structured_pay`.
"""

from __future__ import annotations

import re

from frontmatter.default_handlers import YAMLHandler

from extractors.readers.structured_pay import Statements
from extractors.readers.yaml_tree import Mapping, Sequence, UnreadableYamlError, parse
from schemas import Cell, Document, Note, Reading

_KEY_LINE = re.compile(r"[A-Za-z][\w -]{0,40}:(?:[ \t]|$)")


def read(document: Document) -> tuple[Reading, Cell]:
    """What the head of a document states, and the body below it (the whole document where there is no head)."""
    reading, whole = Reading(), document.cell()
    found = _boundaries(document.text)
    if found is None:
        return reading, whole
    start, end, below = found
    if end is None:
        if _KEY_LINE.match(document.text, start):
            message = "front matter opens with --- and is not closed by another ---; it was read as text"
            reading.notes.append(Note("front_matter_unreadable", document.cell(0, start).strip(), message))
        return reading, whole
    head, body = document.cell(start, end), document.cell(below)
    try:
        tree = parse(head)
    except UnreadableYamlError as error:
        if not _KEY_LINE.search(head.text):
            return reading, whole  # two horizontal rules with text between them
        reading.notes.append(_unreadable(document, head, error))
        reading.hidden.append(head)
        return reading, body
    if isinstance(tree, Mapping):
        Statements(reading).read(tree)
        return reading, body
    if isinstance(tree, Sequence):
        reading.notes.append(
            Note("front_matter_unreadable", head, "front matter is a list, not keys and values")
        )
        reading.hidden.append(head)
        return reading, body
    return reading, whole if tree is not None else body


def _boundaries(text: str) -> tuple[int, int | None, int] | None:
    """Where the head starts and ends and the body starts, by the rule of python-frontmatter; None without a head."""
    boundary = YAMLHandler.FM_BOUNDARY
    if boundary is None:
        raise TypeError("python-frontmatter has no boundary for YAML any more")
    blank = len(text) - len(text.lstrip())
    opening = boundary.match(text, blank)
    if opening is None:
        return None
    start = text.find("\n", opening.start()) + 1 or len(text)
    closing = boundary.search(text, start)
    if closing is None:
        return start, None, len(text)
    return start, closing.start(), text.find("\n", closing.start()) + 1 or len(text)


def _unreadable(document: Document, head: Cell, error: UnreadableYamlError) -> Note:
    at = min(error.offset, max(len(head) - 1, 0))
    line = document.line(head.start + at)
    message = f"front matter cannot be read: {error}, at line {line}; put text with `: ` or `#` in quotes"
    return Note("front_matter_unreadable", head.cut(at, at + 80), message)
