"""A page's own list of its parts (`In this article`, and the headings that stand again further down), which heads nothing.

What such a list stands below is the entry `contents_above` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from normalizers import figures
from schemas import Cell
from schemas.wordings import pattern

LONGEST_ENTRY, LEAST_LETTERS = 90, 6
MOST_ENTRIES, LEAST_AGAIN, MOST_LISTS = 40, 2, 3
MOST_ALIKE = 5
"""Lines with the same beginning that are looked at."""
_MARK = re.compile(r"[-•*–]\s+|\d{1,2}(?:\.\d{1,2})?[.)]?\s+")
_SENTENCE = re.compile(r"[.;,]$")


def without_contents(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without such lists: from the words above one to its last entry that a line below it begins with."""
    begun = [at for at, line in enumerate(lines) if _is_above(line)][:MOST_LISTS]
    if not begun:
        return list(lines)
    index = sorted((_plain(line), at) for at, line in enumerate(lines) if line.text.strip())
    left_out: set[int] = set()
    for at in begun:
        left_out.update(range(at, _end(lines, at, index)))
    return [line for at, line in enumerate(lines) if at not in left_out]


def _is_above(line: Cell) -> bool:
    return pattern("contents_above").fullmatch(line.text.strip(" :*#\t\r\n")) is not None


def _end(lines: Sequence[Cell], at: int, index: Sequence[tuple[str, int]]) -> int:
    """The line behind a list; its first line where nothing of it stands again."""
    last, again, seen = at, 0, set[str]()
    for entry in range(at + 1, min(len(lines), at + 1 + MOST_ENTRIES)):
        text = lines[entry].text.strip()
        words = _plain(lines[entry])
        if len(text) > LONGEST_ENTRY or _SENTENCE.search(text) or words in seen:
            break
        if _is_value(text):
            # The line above a value names its row: where that line was counted, the run has gone into a table.
            return at if last == entry - 1 or again < LEAST_AGAIN else last + 1
        seen.update([words] if words else [])
        if len(text) >= LEAST_LETTERS and _stands_again(words, entry, index):
            last, again = entry, again + 1
        elif figures.holds_money(lines[entry]):
            break
    return last + 1 if again >= LEAST_AGAIN else at


def _is_value(text: str) -> bool:
    """A number, a year or an amount alone: what stands above is a table, and no list."""
    return bool(text) and not any(character.isalpha() for character in text)


def _stands_again(words: str, at: int, index: Sequence[tuple[str, int]]) -> bool:
    """Whether a later line begins with the words of an entry."""
    first = bisect_left(index, (words, at + 1))
    near = index[first : first + MOST_ALIKE]
    return any(text.startswith(words) and other > at for text, other in near)


def _plain(line: Cell) -> str:
    return _MARK.sub("", line.text.strip().lower(), count=1)
