"""Names of payers that no file knows, where the shape of a label says that one stands there (`Foobar (Lyon) Senior Nurse: ...`)."""

from __future__ import annotations

import re

from normalizers import cues, mentions
from schemas import Cell

_WORD = r"[A-Z0-9][\w&.+'’-]{1,40}"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|the|and|&)\s)?{_WORD}){{0,4}}")
_BEHIND = re.compile(r"\s?[(,|]|\s[-–—]\s")
_LEAST = 3


def in_front(label: Cell) -> Cell | None:
    """The unknown name with which a label begins, in front of a bracket or comma and of the job that the label names."""
    found = mentions.find(label)
    name = _NAME.match(label.text)
    if name is None or not any(m.kind == "role" and m.start > name.end() for m in found):
        return None
    known = any(m.start < name.end() for m in found if m.kind not in ("company", "attribution"))
    first = name.group().split()[0].lower()
    if known or first in cues.words("company-never") or len(name.group()) < _LEAST:
        return None
    return label.cut(*name.span()) if _BEHIND.match(label.text, name.end()) else None
