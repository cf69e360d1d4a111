"""Flags: named doubts, each declared once with its severity and wording (`flags.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from schemas import packaged

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Flag:
    """One doubt: what it is called, how grave it is, and what it says."""

    code: str
    severity: Severity
    message: str


@cache
def all_flags() -> dict[str, Flag]:
    """All flags by code."""
    return {
        code: Flag(code, given["severity"], " ".join(given["message"].split()))
        for code, given in packaged.load("flags.yaml").items()
    }


def severity(code: str) -> Severity:
    """How grave a flag is. Raises KeyError for a flag that is not declared."""
    return all_flags()[code].severity
