"""How many answered the survey that a page tells of: that holds for its headline figures, and for no part of those who answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extractors.readers import samples
from extractors.readers.prose.sentences import sentences
from normalizers import figures
from normalizers import labels as meaning
from schemas import Block, Cell, Extract, Figure, Row
from schemas.row import Label
from schemas.wordings import alternatives, pattern

NEAR_THE_TOP = 25
_MIDDLES = ("mean", "median")
_OF_A_PART = ("level", "experience", "specialization", "education", "sample_size", "attributed_to")
_OF_ALL = ("role", "company")


def of_headlines(
    extracts: Iterable[Extract], blocks: Sequence[Block], page: Mapping[str, Label]
) -> Iterator[Extract]:
    """The same extracts; means, medians and percentiles of everybody have the number of those who answered."""
    told = _told(blocks)
    for one in extracts:
        if told is not None and isinstance(one, Row) and _is_of_all(one, page):
            count, end = told
            stated = [value for value in one.figures.values() if isinstance(value, Figure)]
            if stated and count.start < stated[0].cell.start < end:
                one.values["sample_size"] = count
        yield one


def _told(blocks: Sequence[Block]) -> tuple[Cell, int] | None:
    """The one number of answers that a page gives at its top, and where what follows speaks of a part of them."""
    found = [
        (number, size)
        for number, block in enumerate(blocks[:NEAR_THE_TOP])
        if (size := _size(block)) is not None
    ]
    if len({size.text for _, size in found}) != 1:
        return None
    number, size = found[0]
    heads = [block.cell.start for block in blocks[number + 1 :] if block.kind == "heading"][1:2]
    tables = [block.cell.start for block in blocks[number + 1 :] if block.table is not None][:1]
    return size, min([*heads, *tables, blocks[-1].cell.end])


def _size(block: Block) -> Cell | None:
    if block.table is not None or pattern("asked_for_pay").search(block.cell.text) is None:
        return None
    for sentence in sentences(block.cell):
        if pattern("asked_for_pay").search(sentence.text) is None or figures.holds_money(sentence):
            continue
        answered = _answered().search(sentence.text)
        size = sentence.cut(*answered.span("count")) if answered is not None else samples.size(sentence)
        if size is not None:
            return size
    return None


@cache
def _answered() -> re.Pattern[str]:
    """`1,164 working researchers filled in our survey`."""
    return re.compile(
        rf"(?<![\w$€£₹.,-])(?P<count>\d[\d,]*)\s(?:[a-z-]{{2,20}}\s){{0,3}}(?:{alternatives('people_counted')})\s(?:{alternatives('asked_for_pay')})\b",
        re.IGNORECASE,
    )


def _is_of_all(row: Row, page: Mapping[str, Label]) -> bool:
    """Whether a row is about everybody whom the page is about."""
    values = row.values
    statistic = values.get("statistic")
    middle = getattr(statistic, "text", "") in _MIDDLES or "percentile" in values
    if not middle or any(key in values for key in _OF_A_PART):
        return False
    others = (values.get(key) for key in _OF_ALL if values.get(key) is not page.get(key))
    region = values.get("region")
    return all(other is None for other in others) and (
        region is None or (not isinstance(region, list) and _is_the_page_s(region, page.get("region")))
    )


def _is_the_page_s(region: object, page: Label | None) -> bool:
    """`the United States` on a page about the US."""
    if page is None or region is page:
        return region is page
    mine, its = (meaning.place(getattr(one, "text", "")) for one in (region, page))
    return mine is not None and mine == its
