"""Text whose paragraphs were broken over lines of one width, as out of a mail or a printed page: paragraphs again.

A line goes on below where the next word would not have fitted on it. Only a text that is full of lines which begin in
the middle of a sentence is taken for such a one, and rows of tables, entries and short lines stay what they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from schemas import Cell

LEAST = 5
"""Lines that begin with a small letter in a text that was broken, at the least."""
SHARE = 0.3
"""Share of them of all lines that stand right below a long one."""
LONG = 45
WIDEST = 130
"""A text with a longer line was not broken."""
FULL = 0.88
"""How much of the width a line and the first word below it take, where the line was full."""
_APART = re.compile(r"\t|\s{3,}|\|")
_ENTRY = re.compile(r"\s*(?:[-•*·▪–]|\d{1,2}[.)])\s")


def joined(lines: Sequence[Cell]) -> list[Cell]:
    """The lines of a text, with those of one paragraph as one where the text was broken."""
    width = _width(lines)
    if not 0 < width <= WIDEST:
        return list(lines)
    found: list[list[Cell]] = []
    for line in lines:
        if found and _goes_on(found[-1][-1].text.rstrip(), line.text, width):
            found[-1].append(line.strip())
        else:
            found.append([line])
    return [
        group[0] if len(group) == 1 else Cell.joined([group[0].strip(), *group[1:]], " ") for group in found
    ]


def _width(lines: Sequence[Cell]) -> int:
    """How long a line is at the most that goes on in the middle of a sentence; 0 for a text that was not broken."""
    long = [
        (upper.text.rstrip(), lower.text.lstrip())
        for upper, lower in itertools.pairwise(lines)
        if len(upper.text.rstrip()) >= LONG and lower.text.strip() and _APART.search(upper.text) is None
    ]
    amid = [len(upper) for upper, lower in long if lower[0].islower()]
    return max(amid) if len(amid) >= max(LEAST, SHARE * len(long)) else 0


def _goes_on(upper: str, lower: str, width: int) -> bool:
    """Whether a line goes on with the one below it: its first word would have made it too long."""
    words = lower.split(maxsplit=1)
    if not words or not upper.strip() or _ENTRY.match(lower):
        return False
    if _APART.search(upper.strip()) or _APART.search(lower.strip()):
        return False
    return len(upper) + 1 + len(words[0]) >= FULL * width
