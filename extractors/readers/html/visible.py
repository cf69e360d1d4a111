"""Which elements a reader sees, and which only shape text."""

from __future__ import annotations

import re

from bs4 import Tag

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOLDING = re.compile(
    r"(?:^|[-_ ])(?:acc(?:ordion)?|faqs?|collaps\w*|toggle|panel|answer|acceptedanswer|expand\w*|tab-?pane(?:l)?|disclosure)(?:$|[-_ ])",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:^|[-_ ])(?:(?:main-?|site-?|top-?)?(?:nav(?:bar|igation)?|menu)|hdr|header|top-?bar|masthead|(?:bread)?crumbs?)(?:$|[-_ ])",
    re.IGNORECASE,
)
_OF_MENUS = ("div", "ul", "ol", "header")
LEAST_LINKS = 3
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "nav", "footer", "button", "select", "option", "form",
    "iframe", "head", "textarea",
))  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "label",
))  # fmt: skip
_PICTURES = frozenset(("img", "svg", "path"))


def holds_blocks(tag: Tag, depth: int = 1) -> bool:
    """Whether an element has block elements inside (`depth` 2: block elements that hold block elements)."""
    inside = [inner for inner in tag.find_all(True) if inner.name not in INLINE | _PICTURES]
    if depth == 1:
        return bool(inside)
    return any(isinstance(c, Tag) and c.name not in INLINE for inner in inside for c in inner.children)


def is_hidden(tag: Tag) -> bool:
    if tag.name == "button":
        return not _asks(tag)
    if tag.name in _SKIPPED:
        return True
    if tag.get("aria-hidden") == "true" or tag.get("role") == "navigation":
        return not _folds(tag)
    if tag.has_attr("hidden") or _HIDDEN_STYLE.search(str(tag.get("style", ""))) is not None:
        return not _folds(tag)
    return False


def holds_links_only(tag: Tag) -> bool:
    """Whether an element that is called a menu or the head of a page holds links and hardly anything else."""
    if tag.name not in _OF_MENUS or not any(_MENU.search(name) for name in _names(tag)):
        return False
    links = sum(1 for link in tag.find_all("a"))
    loose = sum(1 for text in tag.find_all(string=True) if text.strip() and text.find_parent("a") is None)
    return links >= LEAST_LINKS and loose * 2 <= links


def _folds(tag: Tag) -> bool:
    """Whether an element is hidden only until a reader unfolds it: the body of an accordion or tab."""
    if tag.get("role") == "tabpanel":
        return True
    names = [*_names(tag), *(_names(tag.parent) if tag.parent is not None else [])]
    return any(_FOLDING.search(name) for name in names)


def _names(tag: Tag) -> list[str]:
    said: list[str] | str = tag.get("class") or []
    return [
        *(said if isinstance(said, list) else [said]),
        str(tag.get("id", "")),
        str(tag.get("itemprop", "")),
    ]


def _asks(button: Tag) -> bool:
    """Whether a button is the question or heading of what it unfolds."""
    above = button.parent
    headed = above is not None and above.name in ("h2", "h3", "h4", "h5", "h6", "dt")
    return (
        headed
        or button.has_attr("aria-expanded")
        or (above is not None and any(map(_FOLDING.search, _names(above))))
    )
