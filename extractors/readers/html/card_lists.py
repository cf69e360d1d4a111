"""Cards beside each other that are made alike: each has a name, an amount, and what else is known (a town, a rating)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bs4 import Tag

from extractors.readers.html import cards
from extractors.readers.html.visible import INLINE
from schemas import Block, Cell

MOST = 600
_MOST_INSIDE = 24
_NO_LINES = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "details", "blockquote", "br",
))  # fmt: skip
"""What is no line of a card: what stands below a heading is read by that."""

Pieces = Callable[[Tag], list[Tag]]
Texts = Callable[[list[Tag]], list[Cell]]


def entries(children: Sequence[Tag], pieces: Pieces, texts: Texts) -> list[Block | None]:
    """The card that each of these elements is, or None where it is none; nothing unless most of them are."""
    if not 2 <= len(children) <= MOST:
        return []
    made = [_entry(child, pieces, texts) for child in children]
    found = sum(card is not None for card in made)
    return made if found >= 2 and found * 2 > len(children) else []


def _entry(tag: Tag, pieces: Pieces, texts: Texts) -> Block | None:
    inside = tag.find_all(True, limit=_MOST_INSIDE + 1)
    if tag.name in INLINE or len(inside) > _MOST_INSIDE or any(one.name in _NO_LINES for one in inside):
        return None
    parts = pieces(tag)
    while len(parts) == 1 and parts[0].name not in INLINE:
        parts = pieces(parts[0])
    return cards.advert(texts(parts))
