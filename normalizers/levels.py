"""Levels in text: words (`senior`, `entry-level`), codes (`L5`, `GS-12`) and spans of them (`L4-L5`, `Senior/Staff`)."""

from __future__ import annotations

import re

from normalizers.found import Found, settle
from normalizers.matcher import Tokens

CODE = re.compile(
    r"(?<![\w$€£#.-])(?:"
    r"(?:L|IC|ICT|E|T|M|CL|D|G|SDE|SWE|PM|EM|JG|CC|MTS|RS|DS|DE|PE|TPM)[ -]?\d{1,2}|P[1-9]|[OEW]-\d{1,2}|"
    r"GS[- ]?\d{1,2}|SES|AfC \d|"
    r"(?:Level|Grade|Band|Pay Band|Job Grade|Job Level|Step|Tier|Class|Stage|Spine Point|Pay Point|Scale|Rank|"
    r"Lvl|Classification|Salary Grade|Pay Grade|Group|TVöD E|TVL E|EG|Entgeltgruppe) ?(?:\d{1,2}[a-d]?|[IVX]{1,4})(?![\w%])"
    r")(?:(?: ?[-–/] ?| to )(?:L|IC|ICT|E|T|M|CL|D|G|P|GS-?|SDE|SWE)?\d{1,2}(?![\d,.]*[\d%Kk]))?\+?(?!\w|\.\d)"
)
LINK = re.compile(r"\s*(?:/|-|–|—|→|\bto\b|\bor\b|\band\b|&|\bthrough\b)\s*", re.IGNORECASE)
OPEN = re.compile(r"\s?\(\s?")
AFTER = frozenset(
    [
        "level",
        "levels",
        "tier",
        "tiers",
        "band",
        "bands",
        "grade",
        "grades",
        "position",
        "positions",
        "role",
        "roles",
        "ic",
        "ics",
        "career",
        "offers",
        "offer",
    ]
)


def find(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Levels; words that mean other things too count only beside a title or another level."""
    codes = [
        Found("level", "", match.start(), match.end(), {"code": match.group()})
        for match in CODE.finditer(words.text)
    ]
    roles = settled["role"]
    near = sorted([*found, *codes], key=lambda one: one.start)
    kept = [one for one in found if "needs" not in one.data or _is_level(words, one, near, roles)]
    return _spans(words.text, settle([*kept, *codes]))


def _is_level(words: Tokens, one: Found, near: list[Found], roles: list[Found]) -> bool:
    text = words.text
    if text.strip(" \t\n*_:()[]|+") == text[one.start : one.end]:
        return True
    after = words.keys[one.last + 1] if one.last + 1 < len(words.keys) else ""
    if after in AFTER or (after == "+" and text[one.end : one.end + 1] == "+"):
        return True
    for role in roles:
        if role.start <= one.start < role.end:
            return text[one.start].isupper() and role.end > one.end
        if role.start == one.end + 1 and one.end == role.start - 1:
            return True
    if one.first == 0 and after and after in "(:–—|-~/,":
        return True
    return any(other is not one and _linked(text, one, other) for other in near)


def _linked(text: str, one: Found, other: Found) -> bool:
    left, right = (one, other) if one.start < other.start else (other, one)
    between = text[left.end : right.start]
    return left.end <= right.start and len(between) <= 9 and LINK.fullmatch(between) is not None


def _spans(text: str, levels: list[Found]) -> list[Found]:
    """Levels that are linked are one span of levels; a code in brackets belongs to the word before it."""
    joined: list[Found] = []
    for one in levels:
        last = joined[-1] if joined else None
        if last is not None and _linked(text, last, one) and "closed" not in last.data:
            joined[-1] = _joined(text, last, one, one.end)
        elif (
            last is not None
            and OPEN.fullmatch(text[last.end : one.start])
            and text[one.end : one.end + 1] == ")"
        ):
            joined[-1] = _joined(text, last, one, one.end + 1)
        else:
            joined.append(one)
    return [_plus(text, one) for one in joined]


def _joined(text: str, left: Found, right: Found, end: int) -> Found:
    data = left.data | {key: value for key, value in right.data.items() if key == "code"}
    if right.value and right.value != left.value:
        if left.value:
            data["level_to"] = right.value
        else:
            return Found("level", right.value, left.start, end, data, left.first, right.last)
    return Found("level", left.value, left.start, end, data, left.first, right.last)


def _plus(text: str, one: Found) -> Found:
    """`Staff+`: the sign belongs to the level."""
    if text[one.end : one.end + 1] != "+" or text[one.end + 1 : one.end + 2].isalnum():
        return one
    return Found(one.kind, one.value, one.start, one.end + 1, one.data | {"open": True}, one.first, one.last)
