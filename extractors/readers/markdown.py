"""Markdown: one pass over the lines into blocks, tables with their cells.

Linear in the length of the document: each line is looked at once, by patterns without nested repetition. Nothing is
left out: a figure in a code fence or a comment is in a block or in `hidden`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.readers import drawn_table, fenced, loose_tables, pipe_table, table_rows
from extractors.readers.bullets import BULLETS
from extractors.readers.entities import left_over
from extractors.readers.inline import plain
from extractors.readers.markdown_lines import QUOTE, extent, labelled, tab, unquoted
from extractors.readers.scraped_text import broken, reflowed
from schemas import Block, Cell, Document, Reading
from schemas.block import BOLD, BlockKind

_LINE = re.compile(r"[^\r\n\f\v]*(?:\r{0,2}\n|[\r\f\v]|$)")
"""A page ends a line as well, and so does a line end that was made one twice."""
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$|(?<=##)(?=[A-Z]))")
_SUMMARY = re.compile(
    r"(?:<details\b[^<>\n]{0,100}>\s*)?<summary\b[^<>\n]{0,200}>(?P<words>[^\n]{1,300})</summary>",
    re.IGNORECASE,
)
_HTML_HEADING = re.compile(r"[ ]{0,3}<h([1-6])\b[^<>\n]{0,300}>", re.IGNORECASE)
_MARKER = (
    rf"[{BULLETS}+-]|o(?=[ \t]+[A-Z$€£])|\(?\d{{1,3}}[.)]|\(?[a-h]\)|[a-h]\.(?=[ \t]+[*_]{{0,2}}[A-Z$€£])"
)
_ITEM = re.compile(rf"([ \t]{{0,40}})(?:{_MARKER})[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*")
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_\n]{2,100})(?:\*\*|__)[ \t]*:?[ \t]*")
_MOST_OF_A_HEADING = 8
"""Lines that a heading in HTML takes at most."""
_FAQ = re.compile(r"\b(?:faqs?|frequently asked|common questions)\b", re.IGNORECASE)
_QUESTION_LABEL = re.compile(r"(?:\*\*|__)?Q(?:uestion)?[ \t]?\d{0,2}(?:\*\*|__)?[:.][ \t]*")


def read(document: Document, body: Cell | None = None) -> Reading:
    """The blocks of a Markdown text in reading order."""
    scanner = _Scanner(document, left_over(document.cell() if body is None else body))
    scanner.scan()
    return scanner.reading


def tables(
    document: Document, under: str | None = None, ignore: Sequence[str] = ()
) -> Iterator[table_rows.TableRow]:
    """The rows of a document's tables, for extractors that know their columns; see `table_rows.tables`."""
    return table_rows.tables(document, read(document).blocks, under, ignore)


@dataclass(slots=True)
class _Scanner:
    document: Document
    body: Cell
    reading: Reading = field(default_factory=Reading)
    lines: list[Cell] = field(init=False)
    at: int = 0
    tables: int = 0
    titled: bool = False
    faq_level: int = 0

    def __post_init__(self) -> None:
        self.lines = [
            self.body.cut(m.start(), m.end()).rstrip("\r\n\f\v")
            for m in _LINE.finditer(self.body.text)
            if m.group()
        ]

    def scan(self) -> None:
        while self.at < len(self.lines):
            text = self.lines[self.at].text
            if not text.strip():
                self.at += 1
            elif not (
                self._html_table(text)
                or self._fence(text)
                or self._heading(text)
                or self._html_heading(text)
                or self._summary(text)
                or self._table()
                or self._comment(text)
                or self._rule(text)
            ):
                self._text_block()

    def _add(self, kind: BlockKind, cell: Cell, level: int = 0, label: Cell | None = None) -> None:
        cell = plain(cell).strip()
        if cell:
            self.reading.blocks.append(Block(kind, cell, level, label))

    def _fence(self, text: str) -> bool:
        opening = _FENCE.match(text)
        if opening is None:
            return False
        first = self.at + 1
        self.at = first
        mark = opening.group(1)
        while self.at < len(self.lines) and not self.lines[self.at].text.strip().startswith(mark):
            self.at += 1
        inner = fenced.read(self.lines[first : self.at], self.tables + 1)
        self.tables += sum(block.table is not None for block in inner.blocks)
        self.reading.blocks += inner.blocks
        self.reading.rows += inner.rows
        self.reading.notes += inner.notes
        self.at += 1
        return True

    def _heading(self, text: str) -> bool:
        found = _HEADING.match(text)
        if found is None:
            return False
        line = self.lines[self.at]
        self.at += 1
        self._add_heading(line.cut(found.end(), len(line)).rstrip("# \t"), len(found.group(1)))
        return True

    def _html_heading(self, text: str) -> bool:
        """A heading in HTML between the lines of Markdown, up to its end a few lines below."""
        found = _HTML_HEADING.match(text)
        if found is None:
            return False
        first, end = self.at, f"</h{found.group(1)}"
        while self.at < min(len(self.lines), first + _MOST_OF_A_HEADING) - 1:
            if end in self.lines[self.at].text.lower() or not self.lines[self.at].text.strip():
                break
            self.at += 1
        self.at += 1
        cell = plain(self.body.cut(*extent(self.lines[first : self.at], self.body))).strip()
        if cell:
            self._add_heading(cell, int(found.group(1)))
        return True

    def _summary(self, text: str) -> bool:
        """What a part that folds away is about (`<summary>What does the CEO earn?</summary>`), as in HTML."""
        found = _SUMMARY.fullmatch(text.strip())
        if found is None:
            return False
        self._add("question", self.lines[self.at].strip().cut(*found.span("words")))
        self.at += 1
        return True

    def _add_heading(self, cell: Cell, level: int) -> None:
        if level <= self.faq_level:
            self.faq_level = 0
        asks = cell.text.rstrip(" *_").endswith("?") and self.faq_level > 0
        # A lower heading below the first words heads its own part, and not the page.
        heads_page = not self.titled and (level == 1 or not self.reading.blocks)
        kind: BlockKind = "question" if asks else "title" if heads_page else "heading"
        self.titled = self.titled or heads_page
        self._add(kind, cell, level)
        if _FAQ.search(cell.text):
            self.faq_level = level

    def _table(self) -> bool:
        place = self.lines, self.at, self.tables + 1
        found = broken.opened(*place) or reflowed.reflowed(*place) or drawn_table.table(*place)
        if found is not None:
            table, length = found[0], found[1] - self.at
        elif length := pipe_table.length(self.lines, self.at):
            table = pipe_table.read(self.lines[self.at : self.at + length], self.tables + 1)
        else:
            return False
        self.tables += 1
        cell = self.body.cut(*extent(self.lines[self.at : self.at + length], self.body))
        self.reading.blocks.append(Block("table", cell, table=table))
        self.at += length
        return True

    def _loose_table(self, lines: list[Cell]) -> bool:
        """A table without pipes."""
        found = loose_tables.table(lines, self.tables + 1)
        if found is None:
            return False
        self.tables += 1
        self.reading.blocks.append(Block("table", self.body.cut(*extent(lines, self.body)), table=found))
        return True

    def _html_table(self, text: str) -> bool:
        """A table written in HTML between the lines of Markdown."""
        if text.lstrip()[:6].lower() != "<table":
            return False
        from extractors.readers import html  # with its parser, which takes a while to import

        first = self.at
        while self.at < len(self.lines) and "</table" not in self.lines[self.at].text.lower():
            self.at += 1
        self.at += 1
        inner = html.read(self.document, self.body.cut(*extent(self.lines[first : self.at], self.body)))
        for block in inner.blocks:
            if block.table is not None:
                self.tables += 1
                block = replace(block, table=replace(block.table, number=self.tables))
            self.reading.blocks.append(block)
        self.reading.hidden += inner.hidden
        return True

    def _comment(self, text: str) -> bool:
        if not text.lstrip().startswith("<!--"):
            return False
        first = self.at
        while self.at < len(self.lines) and "-->" not in self.lines[self.at].text:
            self.at += 1
        self.at += 1
        self.reading.hidden.append(self.body.cut(*extent(self.lines[first : self.at], self.body)))
        return True

    def _rule(self, text: str) -> bool:
        if _RULE.fullmatch(text.rstrip()) is None:
            return False
        self.at += 1
        return True

    def _text_block(self) -> None:
        """A paragraph, list entry or quote: lines up to an empty one or one that starts something else."""
        first = self.at
        text = self.lines[first].text
        quoted, item = QUOTE.match(text), _ITEM.match(text)
        self.at += 1
        while self.at < len(self.lines) and not self._starts_anew(
            self.lines[self.at].text, quoted is not None
        ):
            underline = None if quoted or item else _UNDERLINE.fullmatch(self.lines[self.at].text)
            if underline:
                cell = self.body.cut(*extent(self.lines[first : self.at], self.body))
                self.at += 1
                self._add_heading(cell.strip(), 1 if underline.group(1)[0] == "=" else 2)
                return
            self.at += 1
        lines = self.lines[first : self.at]
        if quoted:
            self._quote(lines)
        elif item:
            indent = len(item.group(1).expandtabs(4))
            whole = self.body.cut(*extent(lines, self.body))
            self._add("item", whole.cut(item.end(), len(whole)), level=1 + indent // 2)
        else:
            self._paragraph(lines)

    def _starts_anew(self, text: str, in_quote: bool) -> bool:
        if not text.strip() or (not in_quote and QUOTE.match(text)):
            return True
        if in_quote:
            return not QUOTE.match(text) and self._opens(text)
        return self._opens(text)

    def _opens(self, text: str) -> bool:
        return bool(
            _ITEM.match(text)
            or _HEADING.match(text)
            or _FENCE.match(text)
            or _SUMMARY.fullmatch(text.strip())
            or pipe_table.length(self.lines, self.at)
            or (_RULE.fullmatch(text.rstrip()) and not _UNDERLINE.fullmatch(text))
        )

    def _quote(self, lines: list[Cell]) -> None:
        """A quote; entries of a list inside it, and what an empty line parts, are blocks of their own."""
        group: list[Cell] = []
        for line in [*lines, None]:
            inner = None if line is None else unquoted(line)
            if group and (inner is None or not inner.text.strip() or _ITEM.match(inner.text)):
                self._add("quote", Cell.joined(group, "\n"))
                group = []
            if inner is not None and inner.text.strip():
                group.append(inner)

    def _paragraph(self, lines: list[Cell]) -> None:
        if bold := _BOLD_LINE.fullmatch(lines[0].text.strip()):
            stripped = lines.pop(0).strip()
            asks = bold.group(1).rstrip().endswith("?")
            self._add("question" if asks else "heading", stripped.cut(*bold.span(1)), BOLD)
            if not lines:
                return
        with_labels = [labelled(line) for line in lines]
        if any(label is not None for label, _ in with_labels):
            self._labelled_lines(lines, with_labels)
            return
        if self._loose_table(lines):
            return
        cell = self.body.cut(*extent(lines, self.body))
        question = _QUESTION_LABEL.match(cell.text)
        if question and "?" in cell.text:
            self._add("question", cell.cut(question.end(), len(cell)), BOLD)
        else:
            self._add("paragraph", tab(cell) or cell)

    def _labelled_lines(self, lines: list[Cell], with_labels: list[tuple[Cell | None, Cell]]) -> None:
        """Lines of `Label: value`; lines between them that have no label are paragraphs or go on with a value."""
        for line, (label, value) in zip(lines, with_labels, strict=True):
            if label is None:
                self._add("paragraph", line)
            else:
                self._add("label_value", value, label=plain(label).strip(" *_`:"))
