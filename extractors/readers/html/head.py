"""What the head of a page says of it: its description, and the language and country that it is written for."""

from __future__ import annotations

import re

from extractors.readers.entities import resolved
from schemas import Cell

LOOK_AT = 200_000
_META = re.compile(r"<meta\s[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([A-Za-z:-]{1,30})\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'>]+))")
_NAMES = ("description", "og:description", "twitter:description")


def description(body: Cell) -> Cell | None:
    """The sentence that search engines show of a page; the first of its descriptions that says anything."""
    found: dict[str, Cell] = {}
    for tag in _META.finditer(body.text, 0, LOOK_AT):
        name, content = "", None
        for attribute in _ATTRIBUTE.finditer(body.text, *tag.span()):
            group = next((number for number in (2, 3, 4) if attribute.group(number) is not None), 2)
            if attribute.group(1).lower() in ("name", "property"):
                name = attribute.group(group).strip().lower()
            elif attribute.group(1).lower() == "content":
                content = body.cut(*attribute.span(group))
        if name in _NAMES and content is not None and content.text.strip():
            found.setdefault(name, resolved(content).strip())
    return next((found[name] for name in _NAMES if name in found), None)
