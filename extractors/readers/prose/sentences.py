"""Sentences, and the label that leads one (`Mid-level (3-5 years): ...`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers import cues
from schemas import Cell
from schemas.wordings import alternatives, pattern

_MONEY_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{alternatives('stop_before_amount')})$", re.IGNORECASE)
_STOP = re.compile(r"[.!?]+[\"'”’)\]*_¹²³⁴-⁹]*(?=\s+[\"'“‘(\[*_`~+$€£₹A-Z0-9]|\s*$)|[\n\r]{2,}")
_LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}[A-Z]$")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_LEAD = re.compile(r"^(?:\d{1,2}[.)]\s+)?([^:\n]{2,110}?)\s*(?::|\s[–—-](?=\s)|\.{4,}|…{2,})\s*(?=\S)")
_SPACED_DASH = re.compile(r"[–—-]\s")
_CLOSED = re.compile(r"[?!]|[a-z]{3}\.\s")
_SAYS = re.compile(r"\s(?:is|are|was|were|has|have|isn['’]t|aren['’]t|don['’]t)\s[a-z]")
"""`Stipends are tax-free: expect $1,100`: a sentence, and no label of what follows."""
MAX_SENTENCE = 1_200
MAX_LEAD_WORDS = 9
MAX_DASHED_WORDS = 7


def sentences(cell: Cell) -> Iterator[Cell]:
    """The sentences of a block, without the white space around them."""
    at = 0
    for stop in _STOP.finditer(cell.text):
        before = cell.text[at : stop.start()]
        behind = cell.text[stop.end() : stop.end() + 2]
        if _is_abbreviation(before, stop.group()) or _is_money(before, behind) or _is_name(before, behind):
            continue
        yield from _bounded(cell.cut(at, stop.end()).strip())
        at = stop.end()
    yield from _bounded(cell.cut(at, len(cell.text)).strip())


def _bounded(sentence: Cell) -> Iterator[Cell]:
    """A sentence in pieces that somebody could say in one breath: what is longer was never one sentence."""
    at = 0
    while len(sentence.text) - at > MAX_SENTENCE:
        room = sentence.text[at : at + MAX_SENTENCE]
        found = max(room.rfind(sign) for sign in (", ", "; ", " | ", "\n"))
        cut = at + (found + 1 if found > 0 else max(room.rfind(" "), 0) or MAX_SENTENCE)
        yield sentence.cut(at, cut)
        at = cut
    if sentence.text[at:].strip():
        yield sentence.cut(at, len(sentence.text)).strip()


def _is_abbreviation(before: str, stop: str) -> bool:
    if not stop.startswith(".") or stop.startswith(".."):
        return False
    word = _WORD_BEFORE.search(before[-24:])
    if word is None:
        return False
    text = word.group().lower()
    if before[: -len(text)].endswith("]"):
        return False  # `$[18-28]K.`
    # A lone list number (`1.`) opens its sentence and does not close one.
    return (
        text in cues.words("abbreviations")
        or (len(text) == 1 and text.isalpha() and text != "i")
        or (before.strip() == word.group() and text.isdigit())
    )


def _is_money(before: str, behind: str) -> bool:
    return behind.strip()[:1].isdigit() and _MONEY_BEFORE.search(before[-8:]) is not None


def _is_name(before: str, behind: str) -> bool:
    """`N.B. ($126,000)`: letters with stops, and a bracket that says something of them."""
    return behind.strip()[:1] == "(" and _LETTERS.search(before) is not None


def says_something(text: str) -> bool:
    """Whether words in front of a colon are a sentence rather than a label, or end inside a bracket (`6.8% (2022: 12.1%)`)."""
    if "(" in text and text.rfind("(") > text.rfind(")"):
        return True
    return _SAYS.search(text) is not None or pattern("gap_of_the_sexes").search(text) is not None


def lead(cell: Cell) -> tuple[Cell | None, Cell]:
    """The label in front of a colon or spaced dash, and the rest; no label when there is none that short."""
    # Most blocks have no colon or dash at all, and the pattern would look for one behind each of the first letters.
    may_lead = ":" in cell.text or "...." in cell.text or _SPACED_DASH.search(cell.text) is not None
    found = _LEAD.match(cell.text) if may_lead else None
    if found is None or len(found.group(1).split()) > MAX_LEAD_WORDS or _CLOSED.search(found.group(1)):
        return None, cell
    if ":" not in found.group() and len(found.group(1).split()) > MAX_DASHED_WORDS:
        return None, cell
    if says_something(found.group(1)):
        return None, cell
    return cell.cut(*found.span(1)).strip(" *_`\"“”'"), cell.cut(found.end(), len(cell.text))
