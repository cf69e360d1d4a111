"""How employers are rated by those who work there: stars and counts of reviews that stand between a name and its pay.

What a header of the page names is a column, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def without_ratings(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without those that say nothing but how somebody is rated, where no header of the page names ratings."""
    sure = {at for at, line in enumerate(lines) if _RATING.fullmatch(line.text.strip()) is not None}
    if not sure or any(pattern("header_of_ratings").fullmatch(line.text.strip(" |*:")) for line in lines):
        return list(lines)
    beside = {
        at
        for at, line in enumerate(lines)
        if {at - 1, at + 1} & sure and _STARS.fullmatch(line.text.strip()) is not None
    }
    return [line for at, line in enumerate(lines) if at not in sure | beside]
