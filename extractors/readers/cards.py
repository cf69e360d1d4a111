"""What a card (a label with an amount) says beside its amount: its average, which part is base, how many were counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.readers import samples
from extractors.readers.scope.labels import labels_in
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures
from schemas import Block, Inferred, Read
from schemas.row import Label
from schemas.wordings import pattern

_BASE_OF = re.compile(
    r"[$€£₹][\d,.]+[KkMm]?(?:\s?[-–—]\s?[$€£₹]?[\d,.]+[KkMm]?)?\s?(?:/yr|/year|a year)? base(?: (?:pay|salary))?",
    re.IGNORECASE,
)
_BASED_ON = re.compile(
    r"\W*(?:(?:data|figures|estimate) )?(?:are |is )?(?:based on|from|according to) ", re.IGNORECASE
)
"""`Based on 1,830 salaries`: what a line right below cards says of all of them."""
_TOTAL = re.compile(r"(?:the )?total\W*", re.IGNORECASE)
_PARTS = ("base", "wage", "bonus", "equity", "commission")
_COUNT = re.compile(r"\d[\d,]*\+?")


def told(own: Mapping[str, Label], before: Mapping[str, Label]) -> dict[str, Label]:
    """The average that a card says it is; that of the whole above holds for its parts (`Median total`, `Base`, `Stock`)."""
    whole = before.get("component")
    goes_on = whole is not None and own["component"].text != whole.text
    said = own.get("statistic") or (before.get("statistic") if goes_on else None)
    return {"statistic": said} if said is not None and said.text in ("median", "mean") else {}


def part_below(blocks: Sequence[Block], index: int) -> Label | None:
    """The second line of a card, or the line below it, where it says which part of the first is base; then the first is the whole."""
    block = blocks[index]
    lines = list(block.cell.split("\n"))
    if len(lines) == 1 and block.kind == "label_value":
        lines += [below.cell for below in blocks[index + 1 : index + 2] if below.kind == "paragraph"]
    if len(lines) < 2 or kind_of(lines[0]) != "money" or not _BASE_OF.fullmatch(lines[1].text.strip()):
        return None
    return Inferred("total", lines[1])


def total_of_parts(blocks: Sequence[Block], index: int) -> Label | None:
    """`Total` on a card right before or behind one that is a part of pay (`Base`, `Bonus`): it is the whole of them."""
    label = blocks[index].label
    if blocks[index].kind != "label_value" or label is None or _TOTAL.fullmatch(label.text) is None:
        return None
    beside = [blocks[other].label for other in (index - 1, index + 1) if 0 <= other < len(blocks)]
    parts = (labels_in(one, loose=True).get("component") for one in beside if one is not None)
    return Read("total", label) if any(part is not None and part.text in _PARTS for part in parts) else None


def is_amount(card: Block) -> bool:
    """Whether a block is a label with an amount."""
    return card.kind == "label_value" and figures.holds_money(card.cell)


def counted(blocks: Sequence[Block], index: int) -> Label | None:
    """How many cases stand behind the cards from here on, as one of them or the line right below says."""
    for block in blocks[index : index + 6]:
        if block.kind in ("paragraph", "heading") and _BASED_ON.match(block.cell.text):
            return samples.size(block.cell)
        if block.kind != "label_value" or block.label is None:
            break
        if pattern("sample").search("1 " + block.label.text) and _COUNT.fullmatch(block.cell.text.strip()):
            return block.cell.strip()
    return None


def is_end_beside_benefits(card: Block, listed: Label) -> bool:
    """`Low`, `High` below a heading `Non-cash benefits`, which have no amounts: the ends of the pay in the card above."""
    if card.label is None or getattr(listed, "text", "") != "benefits":
        return False
    return set(labels_in(card.label, loose=True)) == {"statistic"}
