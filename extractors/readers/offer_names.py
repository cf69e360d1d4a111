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
    # `Stay`, `Target`: a label of the table first, whatever payer bears the name.
    return None if own.text.isdigit() or _has_a_label(own) else payer_in_full(own)


def payer_in_full(name: Cell) -> Cell | None:
    """The name itself where it can be that of a payer; None for figures, titles, places and what else is named."""
    words = name.text.split()
    if not 0 < len(words) <= MOST_WORDS or len(name) < LEAST_LETTERS:
        return None
    if not is_name(name) or figures.find(name):
        return None
    if is_known(name):
        return name
    return name if not _has_a_label(name) and not mentions.find(name, _OTHERS) and may_pay(name) else None


def is_known(name: Cell) -> bool:
    """Whether a file knows the whole name as that of a payer."""
    return any(m.cell.text == name.text for m in mentions.find(name, ("company",)))


def _has_a_label(name: Cell) -> bool:
    return any(pattern("no_name_of_an_offer").fullmatch(word) for word in name.text.split())


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
