"""What a page says of itself: when it was updated, how often it is, when it is due for review, and which sources it cites.

Only what stands there with a word for it is taken: a year in a title, a forecast or an address is no date of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from schemas import Block, Cell, Citation, Document, Facts, Note, times
from schemas.wordings import lowered

_MONTH = rf"(?:{times.alternatives(times.months())})\.?"
_DATE = (
    rf"(?P<date>\d{{4}}-\d{{2}}(?:-\d{{2}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH},? \d{{4}}"
    r"|Q[1-4] \d{4}|\d{4}[- ]Q[1-4])"
)
_UPDATED = re.compile(
    rf"\b(?:last |data last |page last |recently )?(?:{times.alternatives(times.updated())})"
    rf"(?: on| in)?\s*[:·–—-]?\s*{_DATE}",
    re.I,
)
_PUBLISHED = re.compile(
    rf"(?:\bpublished(?: on| in)?\s*:?\s*|\bby [A-Z][^·|\n]{{1,60}}[·|]\s*|^){_DATE}(?=\s*(?:$|[·|]))", re.I
)
_NEXT = re.compile(rf"\bnext (?:review|update)(?: due| on)?\s*[:–—-]?\s*{_DATE}", re.I)
_AS_OF = re.compile(rf"\b(?:data )?as (?:of|at)\s+{_DATE}", re.I)
_CADENCE = re.compile(
    rf"\b(?:we (?:refresh|update)|(?:is|are|data|figures|numbers)? ?(?:refreshed|updated)|updates?|refreshe?s?)\s(?:\w+\s){{0,3}}?"
    rf"(?P<often>{times.alternatives(times.cadences())}|every (?:{times.alternatives(times.numbers(2, 12))}) (?:weeks|months))\b",
    re.I,
)
_SPEAKS_OF_DATES = (*times.updated(), "update", "review", "refresh", "as of ", "as at ")
"""What all of the shapes above have a word of; most blocks have none."""
_EMPTY = re.compile(r"(?:data |page )?last (?:updated|reviewed|modified)\s*:?", re.I)
_MARK = re.compile(r"\[(\d{1,3})\]")
_REFERENCE = re.compile(r"^(?:\[(?P<mark>\d{1,3})\]|(?P<number>\d{1,3})[.)])\s+(?P<text>\S.{3,400})", re.S)
_URL = re.compile(r"https?://[^\s)>\]\"']{4,500}")
_SOURCES = re.compile(r"\b(?:sources?|references|citations|evidence|bibliography|footnotes)\b", re.I)
_LINK = re.compile(r"\[(?P<text>[^\[\]\n]{2,200})\]\((?P<url>https?://[^\s()]{4,500})\)")
MAX_CITATIONS = 2_000


def facts(document: Document, blocks: list[Block]) -> tuple[Facts, list[Note]]:
    """The facts that the blocks of a page state, and a note for a date that has a label and no value."""
    found, notes = Facts(), list[Note]()
    for block in blocks:
        if block.table is not None or len(block.cell.text) > 5_000:
            continue
        cell = block.cell
        if block.label is not None and block.label.end <= block.cell.start:
            cell = Cell.joined([block.label, block.cell], ": ")
        small = lowered(cell.text)
        if not any(words in small for words in _SPEAKS_OF_DATES):
            continue
        for key, shape in (
            ("updated", _UPDATED),
            ("next_review", _NEXT),
            ("as_of", _AS_OF),
            ("cadence", _CADENCE),
        ):
            match = shape.search(cell.text)
            if match is not None:
                found.values.setdefault(key, cell.cut(*match.span("often" if key == "cadence" else "date")))
        if _EMPTY.fullmatch(block.cell.text.strip(" *_")):
            notes.append(Note("empty_date", block.cell, "a label for a date, and no date behind it"))
    if "updated" not in found.values and (published := _published(blocks)) is not None:
        found.values["updated"] = published
    references = dict(_references(blocks))
    found.citations = list(_citations(document, blocks, references))[:MAX_CITATIONS]
    notes += _nowhere(document, found.citations) if references else []
    return found, notes


def _nowhere(document: Document, citations: list[Citation]) -> Iterator[Note]:
    """Marks that the numbered sources of a page lack. Where it numbers none, it lost them all, or the marks are none."""
    for one in citations:
        # `[1](https://...)` and `[1]: https://...` are links.
        if one.marker and not one.text and document.text[one.cell.end : one.cell.end + 1] not in ("(", ":"):
            yield Note(
                "cited_nowhere", one.cell, f"{one.marker} is not among the sources that the page numbers"
            )


def _published(blocks: list[Block]) -> Cell | None:
    """The date of a byline near the top of the page."""
    for block in blocks[:25]:
        match = _PUBLISHED.search(block.cell.text) if len(block.cell.text) < 200 else None
        if match is not None:
            return block.cell.cut(*match.span("date"))
    return None


def _citations(document: Document, blocks: list[Block], references: Mapping[str, Cell]) -> Iterator[Citation]:
    """Marks with what they point to, the entries of a list of sources, and links."""
    seen: set[str] = set()
    for block in blocks:
        for match in _MARK.finditer(block.cell.text) if block.table is None else ():
            mark = match.group()
            if mark in seen or match.start() == 0:
                continue
            seen.add(mark)
            target = references.get(match.group(1))
            yield Citation(block.cell.cut(*match.span()), mark, *_target(target))
    for number, cell in references.items():
        if f"[{number}]" not in seen:
            yield Citation(cell, f"[{number}]", *_target(cell))
    links = list(_links(document.cell()))
    for entry in _listed(blocks):
        inside = [link for link in links if link.cell.start <= entry.cell.start < link.cell.end]
        links = [link for link in links if link not in inside]
        yield inside[0] if inside else entry
    yield from links


def _target(cell: Cell | None) -> tuple[str, str]:
    if cell is None:
        return "", ""
    url = _URL.search(cell.text)
    return " ".join(cell.text.split())[:300], url.group() if url else ""


def _references(blocks: list[Block]) -> Iterator[tuple[str, Cell]]:
    below = False
    for block in blocks:
        if block.kind in ("heading", "title"):
            below = _SOURCES.search(block.cell.text) is not None
        match = _REFERENCE.match(block.cell.text)
        if match is not None and (below or match["mark"]):
            yield match["mark"] or match["number"], block.cell.cut(*match.span("text"))


def _listed(blocks: Iterable[Block]) -> Iterator[Citation]:
    """The entries below a heading `Sources` that carry no mark."""
    below = False
    for block in blocks:
        if block.kind in ("heading", "title"):
            below = _SOURCES.search(block.cell.text) is not None and len(block.cell.text) < 60
        elif below and block.kind == "item" and not _REFERENCE.match(block.cell.text):
            yield Citation(block.cell, "", *_target(block.cell))


def _links(text: Cell) -> Iterator[Citation]:
    for match in _LINK.finditer(text.text):
        yield Citation(text.cut(*match.span()), "", match["text"], match["url"])
