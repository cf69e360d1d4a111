"""Wordings: groups of phrases from `vocabularies/wordings.yaml`, each read as one pattern."""

from __future__ import annotations

import re
from functools import cache

from schemas import packaged


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = packaged.load("vocabularies/wordings.yaml")
    return groups


@cache
def pattern(group: str) -> re.Pattern[str]:
    """One pattern that finds any wording of the group, at word boundaries and in any case.

    Raises KeyError when there is no such group.
    """
    return re.compile(rf"(?<!\w)(?:{alternatives(group)})(?!\w)", re.IGNORECASE)


def alternatives(group: str) -> str:
    """The wordings of a group as the inside of a pattern; `...` stands for up to four words."""
    return "|".join(w.replace(" | ", "|").replace(" ... ", r" (?:[\w'’-]+ ){0,4}?") for w in _groups()[group])
