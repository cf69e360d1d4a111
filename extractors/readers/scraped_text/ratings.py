"""How employers are rated by those who work there: stars and counts of reviews that stand between a name and its pay.

What a header of the page names is a column, and stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from normalizers import figures
from schemas import Cell
from schemas.wordings import pattern

_SIGNS = "★☆⭐✩✭½"
_NUMBER = r"[1-5](?:[.,]\d)?(?:\s?/\s?5|\sout\sof\s5(?:\sstars)?)?"
_REVIEWS = r"\(?\d[\d.,]*k?\+?\s(?:reviews?|ratings?|bewertungen|avis)\)?"
_RATING = re.compile(
    rf"(?:{_NUMBER}\s?)?[{_SIGNS}]+(?:\s?{_NUMBER})?(?:\s?[·|–-]?\s?{_REVIEWS})?|(?:{_NUMBER}\s?[·|–-]?\s?)?{_REVIEWS}",
    re.IGNORECASE,
)
_STARS = re.compile(_NUMBER)
_LONE = re.compile(r"[1-5]\.\d(?: ?[★⭐])?")


def without_ratings(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without those that say nothing but how somebody is rated."""
    return _without_lone(_without_signed(lines))


def _without_signed(lines: Sequence[Cell]) -> list[Cell]:
    """The same with stars or a count of reviews, where no header of the page names ratings."""
    sure = {at for at, line in enumerate(lines) if _RATING.fullmatch(line.text.strip()) is not None}
    if not sure or any(pattern("header_of_ratings").fullmatch(line.text.strip(" |*:")) for line in lines):
        return list(lines)
    beside = {
        at
        for at, line in enumerate(lines)
        if {at - 1, at + 1} & sure and _STARS.fullmatch(line.text.strip()) is not None
    }
    return [line for at, line in enumerate(lines) if at not in sure | beside]


def _without_lone(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without how many stars an employer has (`Canfor` / `3.5` / `$45.25 per hour`), which no header names.

    Such a line would be taken for a cell, and every name behind it for the cell in front of its own. That none of the names
    above is its own shows in their number: one less than the lines from one employer to the next.
    """
    stars = [at for at in range(1, len(lines) - 1) if _is_star(lines, at)]
    apart = {after - at for at, after in itertools.pairwise(stars)}
    if len(apart) != 1 or _names_above(lines, stars[0] - 1) != apart.pop() - 1:
        return list(lines)
    return [line for at, line in enumerate(lines) if at not in set(stars)]


def _is_star(lines: Sequence[Cell], at: int) -> bool:
    """Whether a line is a number of stars, with a name above and an amount below it."""
    if _LONE.fullmatch(lines[at].text.strip()) is None:
        return False
    name = lines[at - 1]
    return name.text.strip()[:1].isupper() and not figures.find(name) and bool(figures.find(lines[at + 1]))


def _names_above(lines: Sequence[Cell], at: int) -> int:
    """How many lines of words stand right above a line, with no blank one between."""
    above = itertools.takewhile(
        lambda line: line.text.strip() and not figures.find(line), reversed(lines[:at])
    )
    return sum(1 for _ in above)
