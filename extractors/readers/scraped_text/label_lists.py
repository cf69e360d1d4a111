"""Lists of labels and values that scraping left: a value below its label, or behind it with nothing between.

An advert says `Employer`, `Location` and `Salary` in a list of definitions; what is left of it are entries (`Location` /
`Inverness`), or entries that begin with the label (`Location Inverness`). Labels are the keys of data, and nothing is
read so unless several of them stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalizers import keys
from schemas import Block, Cell

_BULLET = re.compile(r"\s*[-•*·▪–]\s+")
_LED = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+)?):?\s+(?=[A-Z\d$€£₹])")
MOST_LABEL, MOST_VALUE = 30, 90
LEAST = 2
LEAST_BARE = 3
"""Pairs that make a list where no bullet says that they are entries, or nothing stands between label and value."""
_SORTS = ("label", "pay", "fact")


def values(lines: Sequence[Cell], at: int) -> tuple[list[Block], int] | None:
    """The labels with their values that begin at a line, and the line behind them; None where there is no such list."""
    blocks, stop = _below(lines, at)
    if len(blocks) >= (LEAST if _BULLET.match(lines[at].text) else LEAST_BARE):
        return blocks, stop
    blocks, stop = _behind(lines, at)
    return (blocks, stop) if len(blocks) >= LEAST_BARE else None


def _below(lines: Sequence[Cell], at: int) -> tuple[list[Block], int]:
    """`Location` / `Inverness` / `Salary` / `£36,500`; labels that nobody knows may stand between known ones."""
    blocks: list[Block] = []
    known: list[int] = []
    bulleted = _BULLET.match(lines[at].text) is not None
    for start in range(at, len(lines) - 1, 2):
        label, value = (_entry(line, bulleted=bulleted) for line in lines[start : start + 2])
        if label is None or value is None or _is_key(value.text) or not _may_be_label(label.text):
            break
        if _is_key(label.text):
            known.append(len(blocks))
        elif not (bulleted and known):
            break
        blocks.append(Block("label_value", value, label=label))
    count = known[-1] + 1 if len(known) >= LEAST else 0
    return blocks[:count], at + 2 * count


def _may_be_label(text: str) -> bool:
    return text[0].isupper() and len(text) <= MOST_LABEL and not any(sign.isdigit() for sign in text)


def _behind(lines: Sequence[Cell], at: int) -> tuple[list[Block], int]:
    """`- Employer Strathgale Energy` / `- Location Inverness`."""
    blocks: list[Block] = []
    seen: set[str] = set()
    for label, value in _led(lines, at):
        if label.text in seen:
            break
        seen.add(label.text)
        blocks.append(Block("label_value", value, label=label))
    return blocks, at + len(blocks)


def _led(lines: Sequence[Cell], at: int) -> Iterator[tuple[Cell, Cell]]:
    while at < len(lines) and _BULLET.match(lines[at].text) is not None:
        entry = _entry(lines[at], bulleted=True)
        found = _LED.match(entry.text) if entry is not None else None
        if entry is None or found is None or not _is_key(found["label"]):
            return
        yield entry.cut(*found.span("label")), entry.cut(found.end(), len(entry))
        at += 1


def _entry(line: Cell, *, bulleted: bool) -> Cell | None:
    """The text of an entry; None where the line is none, or is too long for one."""
    mark = _BULLET.match(line.text)
    if (mark is not None) != bulleted:
        return None
    entry = line.cut(mark.end() if mark else 0, len(line)).strip()
    return entry if 0 < len(entry) <= MOST_VALUE else None


def _is_key(text: str) -> bool:
    said = text.strip(" :")
    if not said or len(said) > MOST_LABEL or not said[0].isupper():
        return False
    meaning = keys.meaning(said)
    return meaning is not None and meaning.sort in _SORTS
