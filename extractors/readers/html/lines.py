"""Runs of text that follow each other, as cells."""

from __future__ import annotations

import re

from normalizers import figures
from schemas import Cell

_LABELLED = re.compile(r"[^:\d]{2,40}(?::|\s[–—-]\s)\s?[^:]{0,20}\d")
_ENOUGH_LABELS = 2
LEAST_LINES, MOST_LINES, LONGEST_LINE = 3, 6, 80
"""Lines of an advert between breaks, and the letters of each."""
SURE_BULLETS = "·•‣▪●"
"""Signs with which no paragraph begins that is not an entry, as word processors write them."""
BULLET = re.compile(r"[·•‣▪●○◦*✓✔–—-]\s+(?=\S)")


def white(sign: str, cells: list[Cell]) -> Cell:
    """White space behind texts, which itself stands nowhere."""
    at = cells[-1].end if cells else 0
    return Cell(sign, at, ((at, at),))


def lines_of(cells: list[Cell]) -> list[Cell]:
    """Texts with breaks between them as one text, or as lines.

    As lines where several are labels with a value (`Median: $1<br>Top: $2`) or begin with the sign of a list's entry.
    """
    broken: list[list[Cell]] = [[]]
    for cell in cells:
        if cell.text == "\n":
            broken.append([])
        else:
            broken[-1].append(cell)
    lines = [line for part in broken if (line := together(part)) is not None]
    for shape in (_LABELLED, BULLET):
        if sum(shape.match(line.text) is not None for line in lines) >= _ENOUGH_LABELS:
            return lines
    if _is_a_card(lines):
        return lines
    whole = together(cells)
    return [whole] if whole is not None else []


def _is_a_card(lines: list[Cell]) -> bool:
    """Whether lines are those of an advert: what it is, whose, and an amount, none of them a sentence."""
    if not LEAST_LINES <= len(lines) <= MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return False
    paid = [number for number, line in enumerate(lines) if figures.holds_money(line)]
    return (
        len(paid) == 1 and paid[0] > 0 and not any(line.text.endswith((".", ":", ",", "?")) for line in lines)
    )


def together(cells: list[Cell]) -> Cell | None:
    """Texts that follow each other as one cell, with white space folded as a browser folds it."""
    if not any(cell.text.strip() for cell in cells):
        return None
    text: list[str] = []
    places: list[tuple[int, int]] = []
    for cell in cells:
        if not cell.text:
            continue
        if text and _needs_space(text[-1], cell.text):
            text.append(" ")
            places.append((places[-1][1], cell.start))
        for character, place in zip(cell.text, cell.character_places(), strict=True):
            folded = " " if character.isspace() else character
            if folded == " " and (not text or text[-1] == " "):
                continue
            text.append(folded)
            places.append(place)
    while text and text[-1] == " ":
        text.pop()
        places.pop()
    return Cell("".join(text), places[0][0], tuple(places)) if text else None


def _needs_space(left: str, right: str) -> bool:
    """Whether two elements side by side would run together (`Median</span><span>$149K`, `P4</b><small>Staff`)."""
    first = right[0]
    if left.isalnum() and first in "$€£₹":
        return True
    if left.isdigit() or left == ")":
        return first.isupper() and right[1:2].islower()
    return left.islower() and (first.isupper() or (first.isdigit() and first.isascii()))
