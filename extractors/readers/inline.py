"""Markup inside a line of Markdown: what a reader sees of it, every character with its place."""

from __future__ import annotations

import re

from extractors.readers.entities import ENTITY, shown
from schemas import Cell

_MAYBE = re.compile(r"[*_`\[\\<&~]")
# Every alternative is bounded or free of nested repetition, so a pass is linear. Order matters: a backslash protects.
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?P<entity>{ENTITY})"
    r"|<sup>(?P<raised>\d{1,3})</sup>"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>|<!--)"
    r"|(?P<target>\]\((?:[^()\s]{0,500}|[^()\s]{0,250}\([^()\s]{0,250}\)[^()\s]{0,250})(?:\s{1,3}\"[^\"\n]{0,200}\")?\))"
    r"|(?P<image>!\[)"
    r"|(?P<open>\[)"
    r"|(?P<mark>\*{1,3}|_{1,3}|`{1,3}|~~)"
    r"|(?P<gap>(?<=\S)(?:[ \t]{2,}|\t)(?=\S))"
)
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TARGET_AHEAD = re.compile(r"[^\[\]\n]{1,500}\]\(")
_BETWEEN_TAGS = re.compile(r"[^\s`]`\s+`")
_BREAKS = re.compile(r"</?(?:br|p|div|li|ul|ol)\b", re.IGNORECASE)


def plain(cell: Cell) -> Cell:
    """The text without emphasis, link targets, tags, escapes, entities and wide gaps; the cell itself where it has none."""
    text = cell.text
    if _MAYBE.search(text) is None and "  " not in text and "\t" not in text:
        return cell
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    at, links = 0, 0
    for found in _TOKEN.finditer(text):
        shown, links = _shown(text, found, links)
        if shown is None:
            continue
        start, end = found.span()
        kept.append(text[at:start])
        places += cell.character_places(at, start)
        kept.append(shown)
        if shown:
            places += [cell.cut(start, end).span] * len(shown)
        at = end
    if at == 0:
        return cell
    kept.append(text[at:])
    places += cell.character_places(at)
    return Cell("".join(kept), places[0][0] if places else cell.start, tuple(places))


def _shown(text: str, found: re.Match[str], links: int) -> tuple[str | None, int]:
    """What a reader sees in place of a token, None where it stands for itself, and how many links are open."""
    kind, token = found.lastgroup, found.group()
    if kind == "escaped":
        return found["escaped"], links
    if kind == "entity":
        said = shown(token)
        return (said if said != token else None), links
    if kind == "raised":
        return found["raised"].translate(SUPERSCRIPTS), links
    if kind == "gap":
        return " ", links
    if kind == "tag":
        return (" " if _BREAKS.match(token) else ""), links
    if kind in ("open", "image"):
        opens = _TARGET_AHEAD.match(text, found.end()) is not None
        return ("" if opens else None), links + opens
    if kind == "target":
        return ("" if links > 0 else None), max(links - 1, 0)
    if _BETWEEN_TAGS.match(text, found.start() - 1):
        return ";", links  # `One Tag` `Another Tag`: what was set apart stays so
    return ("" if _is_mark(text, found) else None), links


def _is_mark(text: str, found: re.Match[str]) -> bool:
    """Whether stars, underscores or backticks are emphasis: they touch a word on one side, and none on the other."""
    mark = found.group()
    if mark[0] in "`~":
        return True
    before = text[found.start() - 1 : found.start()] if found.start() else " "
    after = text[found.end() : found.end() + 1] or " "
    if mark[0] == "_" and before.isalnum() and after.isalnum():
        return False
    if before.isspace() and after.isspace():
        return False
    return len(mark) > 1 or not (before.isalnum() and after.isalnum())
