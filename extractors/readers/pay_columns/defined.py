"""Names of columns that the words above a table define (`Low, usual and high are the 25th, 50th and 75th percentile`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.pay_columns.column import Column
from extractors.readers.prose.sentences import sentences
from normalizers import headers
from schemas import Cell
from schemas.row import Value

_RANK = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b|\bmedian\b", re.IGNORECASE)
_SPEAKS = re.compile(r"percentile|median", re.IGNORECASE)
_LEAST = 2
_LONGEST = 300


def mark_defined(found: list[Column], lowest: Sequence[Cell], intro: Cell | None) -> None:
    """Columns whose names a sentence above them defines are those statistics, and no ends of a range.

    `lowest` are the cells of the last row of the header, of which a sentence says two or more, each with its rank.
    """
    words = _words(lowest)
    if intro is None or len(words) < _LEAST or _SPEAKS.search(intro.text) is None:
        return
    for line in intro.split("\n"):
        for sentence in sentences(line.strip()):
            ranks = _defined(sentence, words) if len(sentence) <= _LONGEST else {}
            for column, cell in zip(found, lowest, strict=True):
                said = ranks.get(cell.text.strip(" *_").lower())
                if said is not None and column.header is not None and column.holds_figures:
                    column.header.labels.update(said)
                    column.header.labels.pop("level", None)  # `Mid`, of which it is the middle
                    column.header.end = None


def defines(lowest: Sequence[Cell], text: Cell) -> bool:
    """Whether a sentence of a text says of two columns or more which rank each is."""
    words = _words(lowest)
    if len(words) < _LEAST or _SPEAKS.search(text.text) is None:
        return False
    return any(_defined(one, words) for one in sentences(text) if len(one) <= _LONGEST)


def _words(lowest: Sequence[Cell]) -> dict[str, Cell]:
    return {cell.text.strip(" *_").lower(): cell for cell in lowest if cell.text.strip(" *_").isalpha()}


def _defined(sentence: Cell, words: dict[str, Cell]) -> dict[str, dict[str, Value]]:
    """The statistic of each name that a sentence says, where it gives as many ranks, in the same order."""
    named = [
        (found.start(), word)
        for word in words
        if (found := re.search(rf"\b{re.escape(word)}\b", sentence.text, re.IGNORECASE)) is not None
    ]
    ranks = [found for found in _RANK.finditer(sentence.text) if found.group().lower() not in words]
    if len(named) < _LEAST or len(named) != len(ranks):
        return {}
    return {
        word: headers.ordinal(sentence.cut(*rank.span()))
        for (_, word), rank in zip(sorted(named), ranks, strict=True)
    }
