"""The payer that a page names itself: a public body in the line at its top, or the employer of an agreement as its first page calls it.

The wordings are the entries `public_body*` and `party_called` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.readers.menus import lists_names
from normalizers import mentions
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

WORD = r"(?:(?:St|Mt|Dr)\.\s|(?:ST|MT|DR)\.\s)?[A-Z][\w'’-]{0,30}"
LONGEST_MASTHEAD = 120
NEAR_THE_TOP = 12
LONGEST_NAME = 12
_CALLED = re.compile(
    r"(?:\((?:herein(?: ?after)?,? )?|(?:herein(?: ?after)?,? )?(?=called|known as|referred to|designated))"
    r"(?:called |known as |referred to as |designated as )?(?:the )?[\"“”']{1,2}(?:the )?"
    rf"(?:{alternatives('party_called')})[\"“”']{{1,2}}",
    re.IGNORECASE,
)
"""What calls a party so: a bracket or `hereinafter called`; quotes alone (`the "Company" way`) do not."""
_AGREEMENT = re.compile(
    rf"(?i:the )?(?P<name>{WORD}(?:\s(?:&\s|of\s|and\s|the\s)?{WORD}){{0,7}}?)(?:\s\([^()]{{2,40}}\))?,?\s"
    rf"(?i:(?:{alternatives('agreement')})\s(?:agreement|contract))\b",
)
MASTHEAD = 4
"""Blocks at the top among which a public body puts its own name."""
_PARTS = re.compile(r"\s[—–|·:-]\s|:\s")
_BEHIND_NAME = re.compile(r",\s[A-Z][\w .]{1,30}")


def of_page(blocks: list[Block]) -> Cell | None:
    """The payer that the top of a page names as its own."""
    return _public_body(blocks) or _of_an_agreement(blocks) or _party(blocks)


def _of_an_agreement(blocks: list[Block]) -> Cell | None:
    """The employer in the title of an agreement (`WATTLE GROVE CARE (SOUTH AUSTRALIA) ENTERPRISE AGREEMENT 2025-2028`)."""
    for block in blocks[:NEAR_THE_TOP]:
        found = _AGREEMENT.match(block.cell.text) if block.table is None else None
        if found is not None and len(block.cell) <= LONGEST_MASTHEAD:
            name = block.cell.cut(*found.span("name")).strip(" ,-–—:")
            whose = mentions.find(name, ("role", "employer_group", "attribution"))
            if 1 < len(name.text.split()) <= LONGEST_NAME and not whose and not _is_a_phrase(name):
                return name
    return None


def _is_a_phrase(name: Cell) -> bool:
    """`What Is A`, `Your First`, `Manufacturing Industry` in front of `Collective Agreement`."""
    words = name.text.split()
    return any(pattern("no_employer_of_an_agreement").fullmatch(word) for word in (words[0], words[-1]))


def _public_body(blocks: list[Block]) -> Cell | None:
    """The city, county, district or university that a page of its own bears at its top (`City of Alder Falls, Ohio`)."""
    for block in blocks[:MASTHEAD]:
        if block.table is not None or len(block.cell) > LONGEST_MASTHEAD or lists_names(block.cell.text):
            continue
        for part in block.cell.split(_PARTS):
            name = part.strip(" *_.")
            found = _public_name().match(name.text)
            if found is None or pattern("title_of_pay").search(found[0]):
                continue
            if found.end() == len(name) or _BEHIND_NAME.fullmatch(name.text, found.end()):
                return name.cut(0, found.end())
    return None


def _party(blocks: list[Block]) -> Cell | None:
    """The employer of an agreement, as its first page calls it (`THE PORT OF ALDER BAY (hereinafter called the "Employer")`)."""
    for number, block in enumerate(blocks[:NEAR_THE_TOP]):
        called = _CALLED.search(block.cell.text) if block.table is None else None
        if called is None:
            continue
        own = block.cell.cut(0, called.start()).strip(" ,\n")
        names = (
            [own] if own else [other.cell for other in reversed(blocks[:number]) if other.table is None][:1]
        )
        for name in names:
            name = name.cut(name.text.lower().startswith("the ") * 4, len(name)).strip(" ,")
            if 0 < len(name.text.split()) <= LONGEST_NAME and not mentions.find(name, ("role",)):
                return name
    return None


@cache
def _public_name() -> re.Pattern[str]:
    in_front, behind = alternatives("public_body_of"), alternatives("public_body")
    words = rf"{WORD}(?:\s(?:&\s|of\s|and\s)?{WORD}){{0,4}}?"
    return re.compile(rf"(?i:{in_front})\s(?:the\s)?{WORD}(?:\s{WORD}){{0,3}}|{words}\s(?i:{behind})(?!\w)")
