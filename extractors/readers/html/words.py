"""What an element says, and the elements that it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import Comment, Tag
from bs4.element import NavigableString

from extractors.readers.html.lines import together, white
from extractors.readers.html.runs import PIECE, Page
from extractors.readers.html.visible import INLINE, is_hidden
from schemas import Cell


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the elements of a page."""

    page: Page

    def text(self, tag: Tag) -> Cell | None:
        """All that a reader sees inside an element, with single spaces; nested tables are left out."""
        cells: list[Cell] = []
        for piece in tag.descendants:
            if isinstance(piece, NavigableString) and not isinstance(piece, Comment):
                if any(is_hidden(up) or (up.name == "table" and up is not tag) for up in _up_to(piece, tag)):
                    continue
                self.read(str(piece), cells)
            elif (isinstance(piece, Tag) and piece.name not in INLINE | {"td", "th"}) or getattr(
                piece, "name", None
            ) == "br":
                cells.append(white("\n", cells))
        return together(cells)

    def texts(self, tags: list[Tag]) -> list[Cell]:
        """What elements say, one by one."""
        texts = (self.text(tag) for tag in tags)
        return [text for text in texts if text is not None and text.text.strip()]

    def pieces(self, tag: Tag) -> list[Tag]:
        """The elements that an element is made of; none where it has text of its own beside them."""
        loose = any(self.page.text_of(str(c)).strip() for c in tag.children if isinstance(c, NavigableString))
        return [] if loose else [c for c in tag.children if isinstance(c, Tag) and not is_hidden(c)]

    def read(self, text: str, cells: list[Cell]) -> None:
        """The runs that markers stand for, and the white space between them."""
        for found in PIECE.finditer(text):
            if found.group(1) is not None:
                cells.append(self.page.runs[int(found.group(1))])
            elif cells:
                cells.append(white(" ", cells))


def _up_to(piece: NavigableString, tag: Tag) -> list[Tag]:
    parents = []
    for parent in piece.parents:
        if parent is tag:
            break
        parents.append(parent)
    return parents
