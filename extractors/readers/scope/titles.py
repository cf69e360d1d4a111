"""The titles of a page, and which of the lines above its first paragraph are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.readers.menus import heads_nothing
from extractors.readers.scope.roles import whole_role
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.block import BOLD
from schemas.row import Label
from schemas.wordings import pattern

LONG_PARAGRAPH = 80
NEAR_THE_TOP = 12
SEVERAL_JOBS = 3
_TITLES = ("title", "heading")
_BAR = re.compile(r"\s[|·•]\s")
_BAR_OR_DASH = re.compile(r"\s[|·•–—-]\s")
_WAY = re.compile(r"\S\s[>›»→]\s\S")
_VERSUS = re.compile(r"s?\s(?:vs\.?|v\.?|versus|or|compared (?:to|with))\s(?:an?\s|the\s)?", re.IGNORECASE)
_WEIGHED = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:Showing |Sort by|Results |Page )"
    r"|Share (?:this|on)|Follow us|[\d,]+ (?:jobs|results|vacancies)\b"
)
"""`Showing 1-5 of 239 results for ...`: a search."""


def titles(blocks: list[Block]) -> Iterator[Block]:
    """The titles of a page, and the headings above its first paragraph.

    The way to the page (`Home > Care > Nurses`) is none where a title below it names a job.
    """
    found = list(_at_the_top(blocks))
    for number, block in enumerate(found):
        below = found[number + 1 :] if _WAY.search(block.cell.text) is not None else ()
        if not any(mentions.find(other.cell, ("role",)) for other in below):
            yield block


def _at_the_top(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        texts = ("paragraph", "table", "question", "quote")
        if block.kind in texts and len(block.cell.text) > LONG_PARAGRAPH:
            return
        if (
            block.kind in _TITLES
            and block.level <= BOLD  # the writer of a post is no title
            and not _NO_TITLE.match(block.cell.text)
            and not is_paper(block)
            and not heads_nothing(block.cell)
        ):
            yield block


def above_amounts(blocks: list[Block]) -> set[int]:
    """The `id` of the blocks at the top above the first that holds a figure beside its words."""
    holding = (
        number for number, one in enumerate(blocks) if one.kind not in _TITLES and figures.find(one.cell)
    )
    return {id(one) for one in blocks[: next(holding, len(blocks))]}


def is_site(title: Cell, label: Label) -> bool:
    """`What a welder earns | The Arc at Work`: behind a bar an unknown name is the site's, behind a dash one of no organisation."""
    named = mentions.find(label, ("company",)) if isinstance(label, Cell) else []
    if pattern("one_of_several").fullmatch(label.text) is not None:
        return True  # `Company A`, beside another one
    if not named or named[0].value:
        return False
    before = title.text[: max(0, title.text.find(label.text))]
    return (_BAR if named[0].data.get("organisation") else _BAR_OR_DASH).search(before) is not None


def says_what_all_are(title: Cell) -> bool:
    """Whether the one word for a part of pay in a title holds for all figures.

    A title that weighs two ways to count (`Salaries of welders: CTC vs in-hand`) says of no figure which it is, nor does one on a
    field of work (`Total rewards explained`) or the way to a page (`Home > Total pay`).
    """
    named = [m for m in mentions.find(title, ("component",)) if m.data.get("strength") != "weak"]
    if len({m.value for m in named}) > 1 or _WAY.search(title.text) is not None:
        return False
    return not any(pattern("field_of_pay").fullmatch(m.cell.text) for m in named)


def heads_several(blocks: list[Block]) -> bool:
    """Whether the headings of a page are jobs, one after the other (`Open roles`), or begin with them as adverts do."""
    whole, begun = set(), set()
    for block, below in pairwise(blocks):
        if block.kind != "heading":
            continue
        if (named := whole_role(block.cell)) is not None:
            whole.add(named.value or named.cell.text)
        elif below.kind == "heading" and any(m.start == 0 for m in mentions.find(block.cell, ("role",))):
            begun.add(block.cell.text)
    return len(whole) >= SEVERAL_JOBS or len(whole) + len(begun) > SEVERAL_JOBS


def weighs_jobs(title: Cell) -> bool:
    """`Nurse practitioner vs. physician assistant: which pays more?`: a page of two jobs is about neither alone."""
    named = mentions.find(title, ("role",))
    return any(
        first.value != other.value and _VERSUS.fullmatch(title.text, first.end, other.start) is not None
        for first, other in pairwise(named)
    )


def weighs_payers(title: Cell) -> bool:
    """`Stripe L3 vs series C startup`: a page on the offers of two payers is about neither alone."""
    sides = _WEIGHED.split(title.text)
    return len(sides) > 1 and all(mentions.find(Cell(side), ("company", "employer_group")) for side in sides)


def is_paper(block: Block) -> bool:
    """`The Aldersham Courier`: a newspaper, and no job."""
    return pattern("newspaper").fullmatch(block.cell.text.strip(" *_#|")) is not None
