"""Cards: short texts one under another, of which one is a value and the next says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.readers import menus
from extractors.readers.adverts import AGE, DOTS
from extractors.readers.scraped_text.stacked_rows import COUNT
from extractors.readers.scraped_text.values import RANK, kind_of
from normalizers import figures, mentions
from schemas import Block, Cell

SHORT = 90
"""A longer text is no label and no value."""
_WORDS = re.compile(r"[^\W\d_]{3}")
_MINUTE = re.compile(r"\b\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\b")
_DIGIT = re.compile(r"\d")
_LEAST, MOST_OF_AN_ADVERT = 2, 6
LEAST_TICKS, MOST_TICKS = 4, 15
CARD = 6
"""The level of what stands above the values of a card."""
LEAST_NAMED = 4
_PAIRS = 4
"""Texts of two pairs."""


def labelled(texts: Sequence[Cell]) -> Block | None:
    """Two or three short texts of which one is a value and the others its label."""
    rank = next((text for text in texts if RANK.fullmatch(text.text)), None) if len(texts) == 2 else None
    values = [text for text in texts if text is not rank and kind_of(text) in ("money", "percent", "number")]
    labels = [text for text in texts if text is rank or (kind_of(text) == "text" and len(text.text) <= SHORT)]
    if any(text.text.endswith("?") for text in labels):
        return None  # a question and its short answer
    if len(values) != 1 or not labels or len(texts) != len(values) + len(labels):
        return None
    if any(figures.holds_money(text) for text in labels):
        return None  # another amount, with its own words
    if len(labels) > 1 and DOTS.search(labels[1].text):
        return None  # an advert: the job, its payer and place, its pay
    in_order = len(labels) > 1 and labels[0].end <= labels[1].start
    return Block("label_value", values[0], label=Cell.joined(labels) if in_order else labels[0])


def alternating(texts: Sequence[Cell]) -> list[Block]:
    """Values and labels by turns (`£98,000`, `Low`, `£240,000`, `High`), each pair a card; none where they are not."""
    if len(texts) < _PAIRS or len(texts) % 2 or any(len(text.text) > SHORT for text in texts):
        return []
    kinds = ["value" if kind_of(text) in ("money", "percent") else kind_of(text) for text in texts]
    first = kinds[:2]
    if sorted(first) != ["text", "value"] or kinds != first * (len(texts) // 2):
        return []
    at = first.index("value")
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return [Block("label_value", pair[at], label=pair[1 - at]) for pair in pairs]


def named(texts: Sequence[Cell]) -> list[Block]:
    """A name above several amounts, with or without words of their own (`Rigger`, `$129,210`, `median, per year`, `$62 / hour`)."""
    if not LEAST_NAMED <= len(texts) <= MOST_OF_AN_ADVERT or any(len(text.text) > SHORT for text in texts):
        return []
    first, *others = texts
    kinds = [kind_of(text) for text in others]
    if kind_of(first) != "text" or figures.find(first) or kinds.count("money") < _LEAST:
        return []
    if any(kind not in ("money", "text") for kind in kinds) or kinds[0] != "money":
        return []
    if alternating(texts) and not mentions.find(others[1], ("period",)):
        return []  # `Low`, `£27,300`, `High`, `£41,800`
    if COUNT.fullmatch(others[-1].text) is not None:  # `741 salaries reported` counts for all of them
        first, others, kinds = Cell.joined([first, others[-1]], ", "), others[:-1], kinds[:-1]
    blocks: list[Block] = []
    at = 0
    while at < len(others):
        worded = kinds[at : at + 2] == ["money", "text"]
        # Each value has the name in its label: a heading would head what stands behind the card, too.
        label = Cell.joined([first, others[at + 1]], ", ") if worded else first
        blocks.append(Block("label_value", others[at], label=label))
        at += 1 + worded
    return blocks


def advert(texts: Sequence[Cell]) -> Block | None:
    """Short texts of which the first is a name and a later one an amount (`Night porter`, `Cork`, `up to €31,000 DOE`)."""
    if not _LEAST < len(texts) <= MOST_OF_AN_ADVERT or any(len(text.text) > SHORT for text in texts):
        return None
    first, *others = texts
    amounts = sum(figures.holds_money(text) for text in others)
    if amounts != 1 or kind_of(first) != "text" or figures.find(first):
        return None
    if any(_MINUTE.search(text.text) for text in others):
        return None  # a comment: a name, when it was written, and what somebody says
    return Block("label_value", Cell.joined(others, ", "), label=first)


def is_axis(texts: Sequence[Cell]) -> bool:
    """Whether texts are nothing but amounts that follow each other in equal steps (`$40K`, `$60K`, `$80K`, `$100K`)."""
    if len(texts) < LEAST_TICKS or any(kind_of(text) != "money" for text in texts):
        return False
    stated = [figures.find(text) for text in texts]
    if any(len(found) != 1 or found[0].is_range or found[0].period is not None for found in stated):
        return False
    amounts = [found[0].low or 0.0 for found in stated]
    return len({round(right - left, 2) for left, right in pairwise(amounts)}) == 1


def side_by_side(texts: Sequence[Cell]) -> bool:
    """Whether short texts are figures, each with its own words (`$91K median`, `40 offers`)."""
    figured = [text for text in texts if _WORDS.search(text.text) and figures.find(text)]
    return len(figured) >= _LEAST and all(len(t.text) <= SHORT and _DIGIT.search(t.text) for t in texts)


def stacked(blocks: list[Block]) -> Iterator[Block]:
    """Short texts one under another: a value with its label below, and what stands above them is a heading."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        if _is_value(block) and behind is not None and _is_label(behind):
            yield Block("label_value", block.cell, label=behind.cell)
            at += 2
            continue
        if _is_label(block) and behind is not None and _is_value(behind):
            follows = at + 2 < len(blocks) and _is_label(blocks[at + 2])
            if not follows:
                yield Block("label_value", behind.cell, label=block.cell)
                at += 2
                continue
            block = Block("heading", block.cell, CARD)
        yield block
        at += 1


def _is_value(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.cell.text) <= SHORT
        and kind_of(block.cell) in ("money", "percent")
    )


def _is_label(block: Block) -> bool:
    text = block.cell.text
    return (
        block.kind == "paragraph"
        and len(text) <= 40
        and kind_of(block.cell) == "text"
        and text[-1] not in ".!?:;"
        and not menus.is_menu(block.cell)
        and AGE.fullmatch(text) is None
        and not figures.holds_money(block.cell)
    )
