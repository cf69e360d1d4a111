"""What the entries of a list or table are told apart by, where its heading says so and no vocabulary knows their names.

`What the companies pay` above `Avonrail West – £76,327` makes a payer of a name that nobody has heard of.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemas import Cell
from schemas.row import Label
from schemas.wordings import pattern

KINDS = ("company", "region", "role", "level", "specialization")
"""Row keys, each with a group of wordings `list_of_<key>`."""
LONGEST_NAME, LONGEST_HEADING = 60, 100
"""Characters; what is longer speaks of something and names no list."""


def of(*above: Cell | None) -> str | None:
    """The row key that the first of the texts above a list names; None where none of them does."""
    for cell in above:
        said = cell.text if cell is not None and len(cell) <= LONGEST_HEADING else ""
        for key in KINDS:
            if said and pattern(f"list_of_{key}").search(said):
                return key
    return None


def named(kind: str | None, name: Cell, own: Mapping[str, Label]) -> dict[str, Label]:
    """What a list of a kind makes of a name in front of an amount, beside what its words say by themselves."""
    is_name = len(name) <= LONGEST_NAME and name.text[:1].isupper()
    if kind is None or not is_name or kind in own or "component" in own or "statistic" in own:
        return {}
    # The place in the name of a railway is not where its drivers work.
    return {kind: name} if kind == "company" or not own else {}
