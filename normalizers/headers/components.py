"""Which part of pay a header names."""

from __future__ import annotations

import re

from normalizers.headers import vocabulary
from normalizers.headers.header import Header
from schemas import Cell, Mention
from schemas.wordings import pattern

_OR = re.compile(r"\s?[/|]\s?")
_SO_MUCH = re.compile(r"\w\s?\(\+?\d{1,3}(?:\.\d)?\s?%\s[^()]*\Z")
_WITH = re.compile(r"\b(?:incl\.?|including|inclusive of)\s(?:the\s|all\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_AND = re.compile(r"\+|\band\b|\bplus\b")


def put(header: Header, found: list[Mention]) -> None:
    """Into a header: the parts of pay that it states, and a word that only suggests one."""
    parts = [m for m in found if m.kind == "component" and not _is_counted_in(header.cell, m)]
    if (share := pattern("share_of_rate").search(header.cell.text)) is not None:
        header.components = [("other", header.cell.cut(*share.span()))]
        return
    header.in_order = _in_order(header.cell, parts)
    inside = [m for m in parts if _WITH.search(header.cell.text, 0, m.start) is not None]
    stated = _stated(header, [m for m in parts if m not in inside])
    if inside and not stated and not header.weak:
        stated = [("total", header.cell)]  # `Per year incl. holiday allowance`
    named = vocabulary.component(header.cell.text)
    if named is not None and not stated:
        stated = [(named, header.cell)]
    outside = [pair for pair in stated if not _in_brackets(pair[1], header.cell)]
    header.components = _as_one(outside or stated, header.cell)


def _is_counted_in(header: Cell, part: Mention) -> bool:
    """`Casual (25% loading)`: by how much more the amounts below are, and no difference."""
    return part.value == "premium" and _SO_MUCH.search(header.text, 0, part.start) is not None


def _in_order(header: Cell, parts: list[Mention]) -> list[tuple[str, Cell]]:
    """The two parts that a header names beside each other (`Base / OTE`, `Base | Additional`)."""
    if len(parts) == 2 and _OR.fullmatch(header.text[parts[0].end : parts[1].start]):
        return [(m.value, m.cell) for m in parts]
    bar = _OR.search(header.text)
    behind = header.cut(bar.end(), len(header)).strip() if bar is not None else None
    named = vocabulary.component(behind.text) if behind is not None else None
    if len(parts) != 1 or behind is None or named is None or parts[0].cell.end > behind.start:
        return []
    return [(parts[0].value, parts[0].cell), (named, behind)]


def _stated(header: Header, parts: list[Mention]) -> list[tuple[str, Cell]]:
    """Each component with the first words that state it."""
    stated: dict[str, Cell] = {}
    for mention in parts:
        if mention.data.get("strength") == "weak" and mention.value == "base":
            header.weak = header.weak or (mention.value, mention.cell)
        else:
            stated.setdefault(mention.value, mention.cell)
    return list(stated.items())


def _as_one(stated: list[tuple[str, Cell]], header: Cell) -> list[tuple[str, Cell]]:
    """`Total comp (base + bonus + equity)` is one thing, and so is `Base + bonus`."""
    if len(stated) < 2:
        return stated
    stated = [pair for pair in stated if pair[0] == "total"] or stated
    return [("total", header)] if len(stated) > 1 and _AND.search(header.text) else stated


def _in_brackets(cell: Cell, header: Cell) -> bool:
    return any(
        found.start <= cell.start and cell.end <= found.end for found in header.finditer(vocabulary.BRACKETS)
    )
