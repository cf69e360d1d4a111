"""Flags: named doubts, each declared once with its severity and wording (`flags.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from schemas import packaged
from schemas.fixed import fixed

Severity = Literal["error", "warning", "info"]


@fixed
class Flag:
    """One doubt: what it is called, how grave it is, and what it says."""

    code: str
    severity: Severity
    message: str
    shows: str = ""
    """How a check words its arithmetic, with names in braces; empty for flags that readers set."""
    example: str = ""

    def in_words(self, says: Mapping[str, object]) -> str:
        """The doubt of one row. Raises KeyError when a part of the sentence is missing."""
        return self.shows.format_map(says) if self.shows else self.message


@cache
def all_flags() -> dict[str, Flag]:
    """All flags by code."""
    return {
        code: Flag(
            code,
            given["severity"],
            " ".join(given["message"].split()),
            given.get("shows", ""),
            given.get("example", ""),
        )
        for code, given in packaged.load("flags.yaml").items()
    }


def severity(code: str) -> Severity:
    """How grave a flag is. Raises KeyError for a flag that is not declared."""
    return all_flags()[code].severity
