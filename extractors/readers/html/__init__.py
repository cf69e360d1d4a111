"""HTML pages: what a reader sees of them as blocks, with the place of every character in the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from extractors.readers.html import grid, head, json_ld
from extractors.readers.html.cards import SHORT, stacked
from extractors.readers.html.runs import MARKER, PIECE, Page, page
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures
from schemas import Block, Cell, Document, Reading
from schemas.block import BlockKind

_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|table|article|main|section|p|h[1-6]|ul|dl)\b", re.IGNORECASE
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOLDING = re.compile(
    r"(?:^|[-_ ])(?:acc(?:ordion)?|faqs?|collaps\w*|toggle|panel|answer|acceptedanswer|expand\w*|tab-?pane|disclosure)(?:$|[-_ ])",
    re.IGNORECASE,
)
_LOOK_AT = 5_000
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "nav",
        "footer",
        "button",
        "select",
        "option",
        "form",
        "iframe",
        "head",
        "textarea",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "label",
    ]
)
_PICTURES = frozenset(("img", "svg", "path"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile(r"\d")
MAX_DEPTH = 150
MAX_NESTED = 12
"""How many tables may stand around a table that is read: pages laid out with tables have fewer."""
MAX_NODES = 400_000


def looks_like(text: str) -> bool:
    """Whether a text is a page in HTML: it begins with markup."""
    start = text[:_LOOK_AT].lstrip("\ufeff \t\r\n")
    return start.startswith("<") and _PAGE.search(start) is not None


_LABELLED = re.compile(r"[^:\d]{2,40}(?::|\s[–—-]\s)\s?[^:]{0,20}\d")
_ENOUGH_LABELS = 2


def read(document: Document, body: Cell | None = None) -> Reading:
    """The blocks of a page in reading order, and the rows of its schema.org data."""
    marked = page(document.cell() if body is None else body)
    soup = BeautifulSoup(marked.html, "lxml")
    walker = _Walker(marked)
    found = soup.find_all("script", type="application/ld+json")
    said = json_ld.read(marked.runs[run] for script in found for run in _marks(script.string or ""))
    walker.reading.rows, walker.reading.scope = said.rows, said.scope
    title = soup.find("title")
    if isinstance(title, Tag):
        walker.add("title", walker.text(title), 1)
    described = head.description(marked.body)
    for told in (described, *said.headlines):
        walker.add("meta", told)
    walker.walk(soup.body or soup, 0)
    walker.flush()
    walker.reading.blocks = [*stacked(walker.reading.blocks), *said.answers]
    return walker.reading


def _marks(text: str) -> list[int]:
    return [int(found.group(1)) for found in MARKER.finditer(text)]


@dataclass(slots=True)
class _Walker:
    page: Page
    reading: Reading = field(default_factory=Reading)
    pending: list[Cell] = field(default_factory=list)
    tables: int = 0
    nodes: int = 0

    def walk(self, tag: Tag, depth: int) -> None:
        """The blocks below an element, in order; loose text between block elements is a paragraph."""
        for child in tag.children:
            self.nodes += 1
            if self.nodes > MAX_NODES:
                return
            if isinstance(child, Comment):
                continue
            if isinstance(child, NavigableString):
                self._read(str(child), self.pending)
            elif isinstance(child, Tag) and not _is_hidden(child):
                self._element(child, depth)

    def _element(self, tag: Tag, depth: int) -> None:
        if tag.name in _INLINE and not _holds_blocks(tag):
            if tag.name == "br":
                self.pending.append(
                    Cell("\n", self.pending[-1].end if self.pending else 0, _nowhere(self.pending))
                )
            elif (text := self.text(tag)) is not None:
                self.pending.append(text)
            return
        self.flush()
        if tag.name == "table":
            self._table(tag, depth + 1)
        elif tag.name in _HEADINGS:
            first = not any(block.kind == "title" and block.level == 0 for block in self.reading.blocks)
            is_title = tag.name == "h1" and first
            self._heading(tag, is_title=is_title)
        elif tag.name == "dl":
            self._definitions(tag)
        elif tag.name in ("summary", "button"):
            self.add("question", self.text(tag))
        elif depth < MAX_DEPTH and not self._card(tag) and not self._bar(tag):
            self.walk(tag, depth + 1)
            self.flush("item" if tag.name == "li" else "quote" if tag.name == "blockquote" else "paragraph")

    def _heading(self, tag: Tag, *, is_title: bool) -> None:
        text = self.text(tag)
        if text is not None and text.text.endswith("?") and not is_title:
            self.add("question", text)
        else:
            self.add("title" if is_title else "heading", text, 0 if is_title else _HEADINGS[tag.name])

    def flush(self, kind: BlockKind = "paragraph") -> None:
        """The loose text so far as one block, or one a line where breaks set labels with values apart."""
        lines = _lines(self.pending)
        self.pending = []
        for cell in lines:
            asks = kind == "paragraph" and cell.text.endswith("?") and len(cell.text) < 160
            self.add("question" if asks else kind, cell)

    def add(self, kind: BlockKind, cell: Cell | None, level: int = 0, label: Cell | None = None) -> None:
        """One block, where there is any text."""
        if cell is not None and cell.text.strip():
            self.reading.blocks.append(Block(kind, cell, level, label))

    def text(self, tag: Tag) -> Cell | None:
        """All that a reader sees inside an element, with single spaces; nested tables are left out."""
        cells: list[Cell] = []
        for piece in tag.descendants:
            if isinstance(piece, NavigableString) and not isinstance(piece, Comment):
                if any(_is_hidden(up) or (up.name == "table" and up is not tag) for up in _up_to(piece, tag)):
                    continue
                self._read(str(piece), cells)
            elif (isinstance(piece, Tag) and piece.name not in _INLINE | {"td", "th"}) or getattr(
                piece, "name", None
            ) == "br":
                cells.append(Cell("\n", cells[-1].end if cells else 0, _nowhere(cells)))
        return _together(cells)

    def _read(self, text: str, cells: list[Cell]) -> None:
        """The runs that markers stand for, and the white space between them."""
        for found in PIECE.finditer(text):
            if found.group(1) is not None:
                cells.append(self.page.runs[int(found.group(1))])
            elif cells:
                cells.append(Cell(" ", cells[-1].end, _nowhere(cells)))

    def _table(self, tag: Tag, depth: int) -> None:
        if depth > MAX_DEPTH or len(tag.find_parents("table", limit=MAX_NESTED)) == MAX_NESTED:
            return
        found = None if grid.is_layout(tag) else grid.table(tag, self.tables + 1, self.text)
        if found is None:
            self.walk(tag, depth)
            self.flush()
            return
        made, notes = found
        self.tables += 1
        shown = [cell for row in made.rows for cell in row if cell]
        self.reading.blocks.append(Block("table", Cell.joined(shown, "\n"), table=made))
        for note in notes:
            self.add("paragraph", note)
        for inner in tag.find_all("table"):
            if inner.find_parent("table") is tag:
                self._table(inner, depth + 1)

    def _definitions(self, tag: Tag) -> None:
        label: Cell | None = None
        for part in tag.find_all(["dt", "dd"]):
            text = self.text(part)
            if part.name == "dt":
                label = text
            elif text is not None and label is not None:
                self.add("label_value", text, label=label)
            else:
                self.add("paragraph", text)

    def _bar(self, tag: Tag) -> bool:
        """Short pieces side by side, each a figure with its own words (`<b>$91K</b> median`, `<b>40</b> offers`)."""
        children = self._pieces(tag)
        if len(children) < 2 or any(child.name not in _INLINE or _holds_blocks(child) for child in children):
            return False
        texts = [text for child in children if (text := self.text(child)) is not None and text.text.strip()]
        figured = [text for text in texts if figures.find(text) and _WORDS.search(text.text)]
        if len(figured) < 2 or not all(len(t.text) <= SHORT and _DIGIT.search(t.text) for t in texts):
            return False
        for text in texts:
            self.add("item", text)
        return True

    def _pieces(self, tag: Tag) -> list[Tag]:
        """The elements that an element is made of; none where it has text of its own beside them."""
        loose = any(
            MARKER.search(str(c)) and _text_of(self.page, str(c)).strip()
            for c in tag.children
            if isinstance(c, NavigableString)
        )
        return [] if loose else [c for c in tag.children if isinstance(c, Tag) and not _is_hidden(c)]

    def _card(self, tag: Tag) -> bool:
        """An element with two or three short texts of which one is a value and one its label."""
        children = self._pieces(tag)
        if not 2 <= len(children) <= 3 or any(_holds_blocks(child, depth=2) for child in children):
            return False
        texts = [text for child in children if (text := self.text(child)) is not None and text.text.strip()]
        values = [text for text in texts if kind_of(text) in ("money", "percent", "number")]
        labels = [text for text in texts if kind_of(text) == "text" and len(text.text) <= SHORT]
        if any(text.text.endswith("?") for text in labels):
            return False  # a question and its short answer
        if len(values) != 1 or not labels or len(texts) != len(values) + len(labels):
            return False
        self.add(
            "label_value",
            values[0],
            label=Cell.joined(labels) if len(labels) > 1 and labels[0].end <= labels[1].start else labels[0],
        )
        return True


def _text_of(marked: Page, text: str) -> str:
    return "".join(marked.runs[run].text for run in _marks(text))


def _up_to(piece: NavigableString, tag: Tag) -> list[Tag]:
    parents = []
    for parent in piece.parents:
        if parent is tag:
            break
        parents.append(parent)
    return parents


def _holds_blocks(tag: Tag, depth: int = 1) -> bool:
    """Whether an element has block elements inside (`depth` 2: block elements that hold block elements)."""
    inside = [inner for inner in tag.find_all(True) if inner.name not in _INLINE | _PICTURES]
    if depth == 1:
        return bool(inside)
    return any(isinstance(c, Tag) and c.name not in _INLINE for inner in inside for c in inner.children)


def _is_hidden(tag: Tag) -> bool:
    if tag.name == "button":
        return not _asks(tag)
    if tag.name in _SKIPPED:
        return True
    if tag.get("aria-hidden") == "true" or tag.get("role") == "navigation":
        return not _folds(tag)
    if tag.has_attr("hidden") or _HIDDEN_STYLE.search(str(tag.get("style", ""))) is not None:
        return not _folds(tag)
    return False


def _folds(tag: Tag) -> bool:
    """Whether an element is hidden only until a reader unfolds it: the body of an accordion or tab."""
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
    return button.has_attr("aria-expanded") or (
        button.parent is not None and any(map(_FOLDING.search, _names(button.parent)))
    )


def _nowhere(cells: list[Cell]) -> tuple[tuple[int, int], ...]:
    at = cells[-1].end if cells else 0
    return ((at, at),)


def _lines(cells: list[Cell]) -> list[Cell]:
    """Texts with breaks between them: the lines, where several are labels with a value (`Median: $1<br>Top: $2`), else one text."""
    broken: list[list[Cell]] = [[]]
    for cell in cells:
        if cell.text == "\n":
            broken.append([])
        else:
            broken[-1].append(cell)
    lines = [line for part in broken if (line := _together(part)) is not None]
    if sum(_LABELLED.match(line.text) is not None for line in lines) >= _ENOUGH_LABELS:
        return lines
    whole = _together(cells)
    return [whole] if whole is not None else []


def _together(cells: list[Cell]) -> Cell | None:
    """Texts that follow each other as one cell, with white space folded as a browser folds it."""
    if not any(cell.text.strip() for cell in cells):
        return None
    text: list[str] = []
    places: list[tuple[int, int]] = []
    for cell in cells:
        if not cell.text:
            continue
        if text and _needs_space(text[-1], cell.text[0]):
            text.append(" ")
            places.append((places[-1][1], cell.start))
        for character, place in zip(cell.text, cell.character_places(), strict=True):
            folded = " " if character.isspace() else character
            if folded == " " and (not text or text[-1] == " "):
                continue
            text.append(folded)
            places.append(place)
    while text and text[-1] == " ":
        text.pop()
        places.pop()
    return Cell("".join(text), places[0][0], tuple(places)) if text else None


def _needs_space(left: str, right: str) -> bool:
    """Whether two elements side by side would run together (`Median</span><span>$149K`, `hour</b><i>19 reports`)."""
    if left.isalnum() and right in "$€£₹":
        return True
    return left.islower() and (right.isupper() or (right.isdigit() and right.isascii()))


__all__ = ["Page", "looks_like", "read"]
