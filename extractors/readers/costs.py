"""What life or a course costs, or a permit asks for: lists and tables below a heading on it, and answers to a question about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.scope.outline import Outline
from normalizers import figures
from normalizers.periods import REGULAR
from schemas import Block, Cell, NotPay
from schemas.wordings import pattern

_LISTED = ("item", "label_value", "table")
SHORT_LINE = 80
"""Letters of a line that is an entry of a list without a mark in front of it."""
_NUMBERED = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Za-z][.)])\s+")
"""`4. What things cost`"""
_BESIDES = re.compile(r"\s?(?:&|,|/|\band\b|\bor\b|\bvs\b|\bversus\b)\s", re.IGNORECASE)
_ASKS = re.compile(r"[*_]{0,3}(?P<asked>[^?*\n]{5,80}\?)[*_]{0,3}\s")
"""`**What does a course cost?** $450.`: a question in front of its answer."""


def none_of(block: Block, reason: str) -> Iterator[NotPay]:
    """All figures of a block as no pay, with the reason."""
    return (NotPay(figure.cell, reason) for figure in figures.find(block.cell))


def reason(block: Block, asked: Cell | None, outline: Outline) -> str | None:
    """Why an entry or table is no pay, by the question or heading `asked` above it: what things cost, or what a permit takes."""
    if (priced := of_section(block, outline)) is not None:
        return priced
    if is_cost(block, asked):
        return "living_cost"
    said = asked.text.strip(" *_:#") if asked is not None else ""
    listed = block.kind in _LISTED
    if listed and pattern("threshold_heading").fullmatch(said) is not None:
        return "thresholds"
    heads = (asked, outline.heading) if listed or _is_a_line(block) else ()
    return "product_price" if any(map(_is_of_prices, heads)) and not _is_of_somebody(block) else None


def _is_of_somebody(block: Block) -> bool:
    """`Audit: $95 an hour`, `Senior designer salary: $95,000`: paid for somebody's time, whatever stands around it has a price."""
    said = " ".join(cell.text for cell in (block.label, block.cell) if cell is not None)
    timed = any(figure.period in REGULAR for figure in figures.find(block.cell))
    return timed or pattern("pay").search(said) is not None


def _is_of_prices(heading: Cell | None) -> bool:
    """`Project prices`: what clients pay for a whole work, of which nobody's time is a known share."""
    said = _NUMBERED.sub("", heading.text.strip(" *_:#")) if heading is not None else ""
    return pattern("price_heading").fullmatch(said) is not None


def of_section(block: Block, outline: Outline) -> str | None:
    """Why nothing below the headings of a block is pay: one of them heads what a course asks for, and how that is paid."""
    heads = block.kind in ("heading", "title")
    above = (heading for level, heading, _ in outline.headings if not heads or level < block.level)
    return "dues_and_fees" if any(map(_is_of_tuition, above)) else None


def _is_of_tuition(heading: Cell) -> bool:
    said = _NUMBERED.sub("", heading.text.strip(" *_:#"))
    if pattern("tuition_heading").fullmatch(said) is None:
        return False
    besides = _BESIDES.search(said)  # `Tuition and starting salaries` heads both
    return besides is None or pattern("pay").search(said, besides.end()) is None


def is_cost(block: Block, asked: Cell | None) -> bool:
    """An entry or table below a heading on costs, or the answer to a question on them; not where heading or header speak of pay."""
    own = _ASKS.match(block.cell.text) if block.table is None else None
    if own is not None and _asks_for_a_price(own["asked"]):
        return True
    if asked is None:
        return False
    said = _NUMBERED.sub("", asked.text.strip(" *_:#"))
    listed = block.kind in _LISTED or _is_a_line(block)
    listed = listed and not block.cell.text.endswith("?")
    names = "" if block.table is None else " ".join(cell.text for cell in block.table.rows[0])
    if listed and pattern("cost_heading").fullmatch(said) is not None:
        return pattern("pay").search(names) is None
    return _asks_for_a_price(said)


def _is_a_line(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.cell) <= SHORT_LINE and not block.cell.text.endswith(".")


def _asks_for_a_price(said: str) -> bool:
    return pattern("cost_question").search(said) is not None and pattern("pay").search(said) is None
