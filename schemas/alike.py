"""When texts count as the same."""

from __future__ import annotations


def folded(text: str) -> str:
    """A text as labels are compared: case and space are free."""
    return " ".join(text.casefold().split())


def on_one_line(text: str) -> str:
    """A text as evidence is compared: what stands on several lines may be written on one."""
    return " ".join(text.split())
