"""The blocks of a page in reading order, off the tree of its elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import Comment, Tag
from bs4.element import NavigableString

from extractors.readers.html import bold_labels, card_lists, cards, div_tables, grid, typed
from extractors.readers.html.lines import BULLET, SURE_BULLETS, lines_of, white
from extractors.readers.html.runs import Page
from extractors.readers.html.visible import INLINE, holds_blocks, holds_links_only, is_hidden
from extractors.readers.html.words import Words
from normalizers import figures
from schemas import Block, Cell, Reading, Table
from schemas.block import BOLD, BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LONGEST_BOLD = 100
_LOOKS = ("font", "span", "u")
"""Elements that say how text looks, in which bold letters may stand."""
_KINDS: dict[str, BlockKind] = {"li": "item", "blockquote": "quote"}
"""What text is that stands in these elements, also where it has paragraphs of its own there."""
LONGEST_QUESTION = 160
_SENTENCE = re.compile(r"[a-z]{3}\.\s+[\"“‘]?[A-Z]")
_LISTS = ("ul", "ol", "dl")
MOST_INSIDE = 8
"""Elements in the tick of a chart: what holds more need not be read to know that it is none."""
MAX_DEPTH = 150
MAX_NESTED = 12
"""How many tables may stand around a table that is read: pages laid out with tables have fewer."""
MAX_NODES = 400_000


@dataclass(slots=True)
class Walker:
    """Goes over the elements of a page and collects its blocks; `pending` is the loose text since the last one, `kind` what it is."""

    page: Page
    reading: Reading = field(default_factory=Reading)
    pending: list[Cell] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    tables: int = 0
    nodes: int = 0
    says: Words = field(init=False)

    def __post_init__(self) -> None:
        self.says = Words(self.page)

    def walk(self, tag: Tag, depth: int) -> None:
        """The blocks below an element, in order; loose text between block elements is a paragraph."""
        for child in tag.children:
            self.nodes += 1
            if self.nodes > MAX_NODES:
                return
            if isinstance(child, Comment):
                continue
            if isinstance(child, NavigableString):
                self.says.read(str(child), self.pending)
            elif isinstance(child, Tag) and not is_hidden(child) and not self._is_menu(child):
                self._element(child, depth)

    def _is_menu(self, tag: Tag) -> bool:
        """Whether an element holds links to other pages; a list of adverts is none, whatever it is called."""
        if not holds_links_only(tag):
            return False
        stated = figures.find(self.says.text(tag) or Cell(""))
        return len(stated) * 2 < len(tag.find_all("a"))

    def _element(self, tag: Tag, depth: int) -> None:
        if tag.name in INLINE and not holds_blocks(tag):
            if tag.name == "br":
                self.pending.append(white("\n", self.pending))
            elif tag.name == "a" and self._linked_card(tag):
                return
            else:
                self._words(tag)
            return
        self.flush()
        if tag.name == "table":
            self._table(tag, depth + 1)
        elif tag.name in _HEADINGS:
            first = not any(block.kind == "title" and block.level == 0 for block in self.reading.blocks)
            is_title = first and (tag.name == "h1" or not self.reading.blocks)
            self._heading(tag, is_title=is_title)
        elif tag.name == "dl":
            self._definitions(tag)
        elif tag.name == "pre" and self._typed(tag):
            return
        elif tag.name in ("summary", "button"):
            self.add("question", self.says.text(tag))
        elif depth < MAX_DEPTH and not (
            self._axis(tag)
            or self._card(tag, depth)
            or self._grid(tag)
            or self._cards(tag, depth)
            or self._bar(tag)
            or self._bold(tag)
            or self._labelled(tag)
        ):
            self._inside(tag, depth)

    def _words(self, tag: Tag) -> None:
        """Words in a line, with the white space that begins or ends them (`<span>Base is </span><b>$50,000</b>`)."""
        said, text = self.page.cells(tag.get_text()), self.says.text(tag)
        if said and said[0].text[:1].isspace():
            self.pending.append(white(" ", self.pending))
        if text is not None:
            self.pending.append(text)
        if said and said[-1].text[-1:].isspace():
            self.pending.append(white(" ", self.pending))

    def _typed(self, tag: Tag) -> bool:
        """A text with lines of its own, which stand in one run."""
        runs = self.page.cells(tag.get_text())
        found = list(typed.blocks(runs[0], self.tables)) if len(runs) == 1 else []
        self.tables += sum(block.table is not None for block in found)
        self.reading.blocks += found
        return bool(found)

    def _inside(self, tag: Tag, depth: int) -> None:
        """What stands in an element that holds text or other elements."""
        around, self.kind = self.kind, _KINDS.get(tag.name, self.kind)
        before = len(self.reading.blocks)
        self.walk(tag, depth + 1)
        self.flush()
        # What stands below the first words of a list's entry goes on with it, and is no other one.
        self.kind = "paragraph" if around == "item" and len(self.reading.blocks) > before else around

    def _heading(self, tag: Tag, *, is_title: bool) -> None:
        text = self.says.text(tag)
        if text is not None and text.text.endswith("?") and not is_title:
            self.add("question", text, _HEADINGS[tag.name])
        else:
            self.add("title" if is_title else "heading", text, 0 if is_title else _HEADINGS[tag.name])

    def _bold(self, tag: Tag) -> bool:
        """A paragraph of a few words that is bold from end to end, which heads what follows."""
        pieces = self.says.pieces(tag) if tag.name in ("p", "div") and self.kind == "paragraph" else []
        while len(pieces) == 1 and pieces[0].name in _LOOKS:
            pieces = self.says.pieces(pieces[0])
        if len(pieces) != 1 or pieces[0].name not in ("b", "strong") or holds_blocks(pieces[0]):
            return False
        text = self.says.text(pieces[0])
        if text is None or not 1 < len(text.text) <= _LONGEST_BOLD or text.text.endswith("."):
            return False
        self.add("question" if text.text.endswith("?") else "heading", text, BOLD)
        return True

    def _labelled(self, tag: Tag) -> bool:
        block = bold_labels.labelled(tag, self.says.text) if self.kind == "paragraph" else None
        if block is not None:
            self.reading.blocks.append(block)
        return block is not None

    def flush(self) -> None:
        """The loose text so far as one block, or one a line where breaks set labels with values apart."""
        kind = self.kind
        found = lines_of(self.pending)
        self.pending = []
        for cell in found:
            listed = len(found) > 1 or cell.text[0] in SURE_BULLETS
            entry = BULLET.match(cell.text) if listed and kind == "paragraph" else None
            if entry is not None:
                self.add("item", cell.cut(entry.end(), len(cell)))
                continue
            asks = kind == "paragraph" and cell.text.endswith("?") and len(cell.text) < LONGEST_QUESTION
            asks = asks and _SENTENCE.search(cell.text) is None  # what is told first is no question
            self.add("question" if asks else kind, cell)

    def add(self, kind: BlockKind, cell: Cell | None, level: int = 0, label: Cell | None = None) -> None:
        """One block, where there is any text."""
        if cell is not None and cell.text.strip():
            self.reading.blocks.append(Block(kind, cell, level, label))

    def _table(self, tag: Tag, depth: int) -> None:
        if depth > MAX_DEPTH or len(tag.find_parents("table", limit=MAX_NESTED)) == MAX_NESTED:
            return
        found = None if grid.is_layout(tag) else grid.table(tag, self.tables + 1, self.says.text)
        if found is None:
            self.walk(tag, depth)
            self.flush()
            return
        made, notes = found
        self._add_table(made)
        for note in notes:
            self.add("paragraph", note)
        for inner in tag.find_all("table"):
            if inner.find_parent("table") is tag:
                self._table(inner, depth + 1)

    def _add_table(self, made: Table) -> None:
        self.tables += 1
        shown = [cell for row in made.rows for cell in row if cell]
        self.reading.blocks.append(Block("table", Cell.joined(shown, "\n"), table=made))

    def _definitions(self, tag: Tag) -> None:
        label: Cell | None = None
        for part in tag.find_all(["dt", "dd"]):
            text = self.says.text(part)
            if part.name == "dt":
                label = text
            elif text is not None and label is not None:
                self.add("label_value", text, label=label)
            else:
                self.add("paragraph", text)

    def _bar(self, tag: Tag) -> bool:
        """Short pieces side by side, each a figure with its own words (`<b>$91K</b> median`, `<b>40</b> offers`)."""
        children = self.says.pieces(tag)
        if len(children) < 2 or any(child.name not in INLINE or holds_blocks(child) for child in children):
            return False
        texts = self.says.texts(children)
        if pairs := cards.alternating(texts):
            self.reading.blocks += pairs
            return True
        if not cards.side_by_side(texts) or (
            children[0].name == "a" and self._advert(children[0]) is not None
        ):
            return False
        for text in texts:
            self.add("item", text)
        return True

    def _axis(self, tag: Tag) -> bool:
        """The ticks of a chart, which are nobody's pay."""
        children = self.says.pieces(tag)
        if not cards.LEAST_TICKS <= len(children) <= cards.MOST_TICKS:
            return False
        small = all(len(child.find_all(True, limit=MOST_INSIDE)) < MOST_INSIDE for child in children)
        return small and cards.is_axis(self.says.texts(children))

    def _grid(self, tag: Tag) -> bool:
        """A table that is laid out with other elements."""
        made = div_tables.table(tag, self.tables + 1, self.says.pieces, self.says.text)
        if made is not None:
            self._add_table(made)
        return made is not None

    def _card(self, tag: Tag, depth: int) -> bool:
        """An element with two or three short texts of which one is a value and one its label, and no cards inside.

        What a heading of a card says holds for a list below them as well.
        """
        children = self.says.pieces(tag)
        lists = [child for child in children if child.name in _LISTS]
        children = [child for child in children if child not in lists]
        if (
            not lists
            and not any(map(holds_blocks, children))
            and (made := cards.named(self.says.texts(children)))
        ):
            self.reading.blocks += made
            return True
        if not 2 <= len(children) <= 3 or any(holds_blocks(child, depth=2) for child in children):
            return False
        if (
            sum(cards.labelled(self.says.texts(self.says.pieces(child))) is not None for child in children)
            > 1
        ):
            return False
        card = cards.labelled(self.says.texts(children))
        if card is None:
            return False
        for child in children if lists else ():
            if child.name in _HEADINGS:
                self._heading(child, is_title=False)
        self.reading.blocks.append(card)
        for child in lists:
            self._element(child, depth + 1)
        return True

    def _cards(self, tag: Tag, depth: int) -> bool:
        """Elements beside each other that are cards made alike, one by one."""
        children = self.says.pieces(tag)
        made = card_lists.entries(children, self.says.pieces, self.says.texts)
        for child, card in zip(children, made, strict=False):
            if card is not None:
                self.reading.blocks.append(card)
            else:
                self._element(child, depth + 1)
        return bool(made)

    def _linked_card(self, tag: Tag) -> bool:
        """An advert that is a link, of which each piece stands on a line of its own: the job, the place, the pay."""
        card = self._advert(tag)
        if card is not None:
            self.flush()
            self.reading.blocks.append(card)
        return card is not None

    def _advert(self, tag: Tag) -> Block | None:
        pieces = self.says.texts(self.says.pieces(tag)) if tag.find(True, recursive=False) is not None else []
        return cards.advert(pieces)
