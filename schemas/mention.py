"""A mention: a place in a text that a vocabulary knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from schemas.cell import Cell
from schemas.fixed import fixed


@fixed
class Mention:
    """A vocabulary entry found in a text.

    `kind` names the vocabulary (`role`, `level`, `place`, ...), `value` the entry.
    """

    kind: str
    value: str
    cell: Cell
    start: int
    end: int
    """Offsets in the cell that was searched (the document's own offsets are `cell.span`)."""
    data: Mapping[str, object] = field(default_factory=dict, compare=False)
    """What else is known of it; shared by all mentions of the entry."""
