"""Levels that a document sets equal: `Acme ML Engineer = Google L4-L5 ML = Meta E5`."""

from __future__ import annotations

import re

from schemas import Cell, LevelEquivalence

_EQUALS = re.compile(r"\s(?:=|≈|~|==|↔|⇔)\s")
_MAX_LEVELS = 20


def read(cell: Cell) -> list[LevelEquivalence]:
    """The equivalences of one line: the first level with each of the others; none where nothing is set equal."""
    labels = [piece.strip(" \t\r\n*_`.;,") for piece in cell.split(_EQUALS)]
    labels = [label for label in labels if label.text][:_MAX_LEVELS]
    if len(labels) < 2 or any(len(label) > 120 for label in labels):
        return []
    first = labels[0]
    return [LevelEquivalence(cell, label=first, other_label=other) for other in labels[1:]]
