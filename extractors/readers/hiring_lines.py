"""Adverts in one line between bars, as threads of people who hire have them: the payer first, then the job, the place, the pay.

Ledgerly (YC W21) | Backend Engineer | Remote (US) | $180k-$220k
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.adverts import is_name, jobs
from extractors.readers.payer import may_pay
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label

_BAR = re.compile(r"\s[|¦]\s")
_BRACKETS = re.compile(r"\s?\([^()]{0,60}\)$")
LEAST_PARTS, MOST_WORDS, JOB_AMONG = 4, 4, 4
"""Parts of such a line, words of a payer's name, and parts among which the job is."""
_KINDS = ("paragraph", "heading", "title")
_OTHERS = ("role", "place", "level", "work_mode", "component")


def labels_of_hiring_lines(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """Who pays what such a line states, by the number of its block."""
    named = ((at, _payer(block.cell)) for at, block in enumerate(blocks) if block.kind in _KINDS)
    return {at: {"company": payer} for at, payer in named if payer is not None}


def _payer(line: Cell) -> Cell | None:
    parts = line.split(_BAR) if "|" in line.text and "\n" not in line.text else []
    if len(parts) < LEAST_PARTS or not figures.holds_money(line):
        return None
    first = parts[0].strip()
    name = first.cut(0, len(_BRACKETS.sub("", first.text)))
    short = 0 < len(name.text.split()) <= MOST_WORDS and is_name(name) and not figures.find(name)
    works = any(jobs(part) for part in parts[1:JOB_AMONG])
    known = any(m.start == 0 for m in mentions.find(name, _OTHERS))
    return name if short and works and not known and may_pay(name) else None
