"""Lines of Markdown by themselves: labels in front of values, marks of quotes, stretches between empty lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.prose.sentences import says_something
from schemas import Cell

QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_PLAIN_LABEL = re.compile(r"([A-Z][\w&/()'’.+%-]*(?: [\w&/()'’.+%-]+){0,5}):[ \t]+(?=\S)")
_BOLD_LABEL = re.compile(r"(?:\*\*|__)([^*\n:]{1,80}?)(?::[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]+(?=\S)")
_TAB = re.compile(
    r"(?:\s{0,4}<[^<>\n]{0,100}>\s{0,4}){0,3}?\s{0,4}<[A-Z]\w{0,30}\b[^<>\n]{0,200}?"
    r"\b(?:label|title)=(?:\{\s?)?[\"'](?P<name>[^\"'<>\n]{1,80})[\"'](?:\s?\})?[^<>\n]{0,200}>\s*$"
)


def tab(cell: Cell) -> Cell | None:
    """The name of the tab or card that a tag of MDX opens (`<TabItem value="york" label="York">`), where a text is nothing else."""
    found = _TAB.fullmatch(cell.text)
    return cell.cut(*found.span("name")) if found is not None else None


def labelled(line: Cell) -> tuple[Cell | None, Cell]:
    text = line.strip()
    found = _BOLD_LABEL.match(text.text) or _PLAIN_LABEL.match(text.text)
    if found is None or text.text.startswith("http") or says_something(found.group()):
        return None, line
    return text.cut(*found.span(1)), text.cut(found.end(), len(text))


def unquoted(line: Cell) -> Cell:
    found = QUOTE.match(line.text)
    while found:
        line = line.cut(found.end(), len(line))
        found = QUOTE.match(line.text)
    return line


def extent(lines: list[Cell], body: Cell) -> tuple[int, int]:
    """Where lines that follow each other stand in the body."""
    return body.offset(lines[0].start), body.offset(lines[-1].end)


def stretches(lines: list[Cell]) -> Iterator[list[Cell]]:
    """The stretches of lines between empty ones."""
    group: list[Cell] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group
