"""Lines above flattened rows: which of them may name columns, and which are headings, entries of lists, or rows."""

from __future__ import annotations

import re

from extractors.readers.scraped_text import glued_rows
from extractors.readers.scraped_text.gaps import kinds_of
from extractors.readers.scraped_text.glued_rows import MAX_HEADER, SENTENCE_END
from extractors.readers.scraped_text.pieces import Rows, pieces
from extractors.readers.scraped_text.values import has_none
from normalizers import figures, labels, mentions
from normalizers.headers import vocabulary
from schemas import Cell
from schemas.wordings import pattern

RANK = re.compile(r"#|Rank|No\.?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
"""An entry of a numbered list; rows of a table are numbered so only below a header that says so."""
IN_PARTS = re.compile(r"\s(?:»|\|)\s")
"""A way to the page, or what stands beside each other below its title (`11 min read | 41,872 views`)."""
IS_NO_HEADER = re.compile(rf"{IN_PARTS.pattern}|\s[—–]\s[a-z]|^\W{{0,3}}\d[\d.,]*\s?%\s[a-z]")
"""Nor is a line that says something of a name (`Pell LLP — full match`), or a percent with the words for it, a header."""
_LABELLED = re.compile(r"[A-Z][\w&/-]{1,20}(?: [\w&/-]{1,20})?:\s+\S")
"""`Industry: Transport & Freight`"""
_ANSWER = re.compile(r"\b(?:Yes|No|Y|N|✓|✗|✔|✘)\W{0,3}$")
_BY = re.compile(r"(?:by|per|pro|nach|par|por)\s\S", re.IGNORECASE)
"""`By city` heads a list of cities and names no columns."""

_MEASURES = ("component", "statistic", "period", "currency_word")
_VALUES = ("money", "percent", "number")
_LEAST_VALUES = 2
"""Values of a numbered line that make it a row."""


def is_none(header: Cell, first: Cell) -> bool:
    """Whether a line names no columns of rows that begin with the line `first`."""
    if not header.text or len(header.text) > MAX_HEADER:
        return True
    if pattern("caption_with_number").match(header.text) is not None:
        return True
    if SENTENCE_END.search(header.text) and not _asks_of_its_rows(header, first):
        return True
    if pattern("one_of_several").fullmatch(header.text) is not None or has_none(header):
        return True
    if _BY.match(header.text) or IS_NO_HEADER.search(header.text) is not None or _LABELLED.match(header.text):
        return True
    if glued_rows.holds_amount(header, glued=False) or _heads_a_list(header, first):
        return True
    return _NUMBERED.match(first.text) is not None and not _may_be_numbered(header, first)


def _asks_of_its_rows(header: Cell, below: Cell) -> bool:
    """`Chain UK rate Paid breaks?` above `Orbison £12.60 Yes`."""
    return header.text[-1] == "?" and _ANSWER.search(below.text) is not None


def _heads_a_list(header: Cell, first: Cell) -> bool:
    """`Loading & Stocking` above `Receiver$18.90 per hour`: amounts that say their time need no column, and no word ends it."""
    stated = figures.find(first)
    if len(stated) != 1 or stated[0].period_cell is None or stated[0].cell.end != first.strip().end:
        return False
    end = len(header.text.rstrip(" )*"))
    return not header.text[:end][-1:].isdigit() and not any(
        m.end >= end for m in mentions.find(header, _MEASURES)
    )


def is_first_row(rows: Rows) -> bool:
    """Whether the first row names columns itself (`Metro area Top 10% earn Average`), and the line above it heads the table."""
    first, *others = (kinds_of(row) for row in rows)
    named = "percent" in first and first[-1] in ("text", "rating") and "money" not in first
    return named and all("money" in kinds for kinds in others)


def is_a_list(rows: Rows) -> bool:
    """Whether a dash stands behind the label of each row (`Kolkata - ₹5.1 Lakhs`): no column has nothing in all of its cells."""
    return all(len(row) > 1 and row[1].kind == "none" and row[1].cell.text in "-–—" for row in rows)


def _may_be_numbered(header: Cell, first: Cell) -> bool:
    """Whether numbered lines are rows: below a column of ranks, or with several values below names the first of which is known."""
    values = sum(piece.kind in _VALUES for piece in pieces(first.strip(), glued=False))
    known = labels.column(header.text.split()[0]) in vocabulary.kinds()
    return RANK.match(header.text) is not None or (known and values >= _LEAST_VALUES)
