"""A paragraph that begins with its label in bold (`<b>Notice period:</b> three months`)."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag

from extractors.readers.html.visible import holds_blocks
from extractors.readers.prose.sentences import says_something
from schemas import Block, Cell

_LONGEST = 80


def labelled(tag: Tag, text_of: Callable[[Tag], Cell | None]) -> Block | None:
    """Such a paragraph as a label and its value; None for any other element."""
    if tag.name != "p" or holds_blocks(tag) or tag.br is not None:
        return None
    first = next((child for child in tag.children if isinstance(child, Tag)), None)
    label = text_of(first) if first is not None and first.name in ("b", "strong") else None
    whole = text_of(tag) if label is not None and len(label.text) <= _LONGEST else None
    if label is None or whole is None or not whole.text.startswith(label.text):
        return None
    value = whole.cut(len(label.text), len(whole))
    colon = label.text.endswith(":") or value.text.startswith(":")
    value = value.strip(": ")
    if not colon or not value.text or says_something(label.text):
        return None
    return Block("label_value", value, label=label.strip(": "))
