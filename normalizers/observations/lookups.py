"""Spellings of one source, from its manifest: what a vocabulary would say if it knew them."""

from __future__ import annotations

from schemas import Document
from schemas.alike import folded


def looked_up(document: Document, kind: str, text: str) -> str | None:
    """The entry of a vocabulary that the manifest gives for a text, None where it gives none. Case and space are free."""
    given = document.lookups.get(kind)
    if not given:
        return None
    wanted = folded(text)
    return next((entry for spelling, entry in given.items() if folded(spelling) == wanted), None)
