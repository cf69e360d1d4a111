"""Names of payers above columns that set offers side by side (`| | Zepkart | Nordlicht Systems (GCC) | Stay |`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.readers.adverts import is_name
from extractors.readers.payer import may_pay
from normalizers import figures, headers, mentions
from schemas import Block, Cell, Table
from schemas.wordings import pattern

LEAST_PARTS, LEAST_NAMES, MOST_WORDS, LEAST_LETTERS = 2, 2, 4, 3
_BRACKETS = re.compile(r"[†*]?\s?\([^()]{1,60}\)$|[†*]+$")
_OTHERS = (
    "role",
    "place",
    "level",
    "work_mode",
    "component",
    "statistic",
    "experience",
    "attribution",
    "period",
)


def payer(name: Cell) -> Cell | None:
    """The payer that the name of such a column is, without brackets; None for `Stay`, `Offer A` or `After negotiation`."""
    own = name.strip(" *_`")
    own = own.cut(0, len(_BRACKETS.sub("", own.text))).strip()
    words = own.text.split()
    if not 0 < len(words) <= MOST_WORDS or len(own) < LEAST_LETTERS or not is_name(own) or figures.find(own):
        return None
    if any(pattern("no_name_of_an_offer").fullmatch(word) for word in words) or own.text.isdigit():
        return None
    if any(m.cell.text == own.text for m in mentions.find(own, ("company",))):
        return own
    return own if not mentions.find(own, _OTHERS) and may_pay(own) else None


def of_page(blocks: Sequence[Block]) -> Iterator[Cell]:
    """The payers that the tables of offers of a page name."""
    for block in blocks:
        if (
            block.table is not None
            and block.table.header_rows == 1
            and _sets_offers_side_by_side(block.table)
        ):
            yield from (named for cell in block.table.rows[0][1:] if (named := payer(cell)) is not None)


def _sets_offers_side_by_side(table: Table) -> bool:
    """Whether rows are parts of pay and two of the columns payers."""
    parts = sum(
        bool(row) and bool(row[0]) and bool(headers.read(row[0]).components) for row in table.rows[1:]
    )
    return parts >= LEAST_PARTS and sum(payer(cell) is not None for cell in table.rows[0][1:]) >= LEAST_NAMES
