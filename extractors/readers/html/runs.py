"""Where the text of a page stands: one linear pass over the raw HTML.

BeautifulSoup with lxml knows the structure of any page, and not where its text came from. So each run of text between two tags
is put aside with the place of every character, and a marker stands for it while the page is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.readers.entities import resolved
from schemas import Cell

# Possessive throughout: no character is looked at twice. A quote ends at the next `<` at the latest.
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+>")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)")
_RAW_TEXT = ("script", "style", "textarea", "noscript", "template")
OPEN, CLOSE = "\ue000", "\ue001"
MARKER = re.compile(f"{OPEN}(\\d+){CLOSE}")
PIECE = re.compile(f"{OPEN}(\\d+){CLOSE}|(\\s+)")


@dataclass(slots=True)
class Page:
    """A page with markers for its texts, the texts, and the page as it was."""

    html: str
    runs: list[Cell]
    body: Cell

    def cells(self, text: str) -> list[Cell]:
        """The texts that the markers in a piece of the page stand for."""
        return [self.runs[int(found.group(1))] for found in MARKER.finditer(text)]

    def text_of(self, text: str) -> str:
        """What a piece of the page says."""
        return "".join(cell.text for cell in self.cells(text))


def page(body: Cell) -> Page:
    """The page with each run of text replaced by a marker."""
    text = body.text.replace(OPEN, " ").replace(CLOSE, " ")
    made: list[str] = []
    runs: list[Cell] = []
    at = 0

    def put(start: int, end: int, *, raw: bool = False) -> None:
        if end > start and not raw and not text[start:end].strip():
            # White space stays itself: a marker in the head would be text, and text begins the body.
            made.append(" ")
        elif end > start:
            made.append(f"{OPEN}{len(runs)}{CLOSE}")
            runs.append(body.cut(start, end) if raw else resolved(body.cut(start, end)))

    while at < len(text):
        opening = text.find("<", at)
        if opening < 0:
            put(at, len(text))
            break
        end, name = _markup(text, opening)
        if end is None:
            put(at, opening + 1)
            at = opening + 1
            continue
        put(at, opening)
        if name is None:
            at = end
            continue
        made.append(text[opening:end])
        at = end
        if name in _RAW_TEXT and not text[opening:end].startswith("</"):
            close = _find_close(text, name, end)
            put(end, close, raw=True)
            at = close
    return Page("".join(made), runs, body)


def _markup(text: str, at: int) -> tuple[int | None, str | None]:
    """Where the markup that opens at `at` ends, and the tag's name; no name for comments, no end for a lone `<`."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        return (end + 3 if end >= 0 else len(text)), None
    if text.startswith(("<!", "<?"), at):
        end = text.find(">", at)
        return (end + 1 if end >= 0 else len(text)), None
    found = _TAG.match(text, at)
    if found is None:
        return None, None
    name = _NAME.match(text, at)
    return found.end(), name.group(1).lower() if name else None


def _find_close(text: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
