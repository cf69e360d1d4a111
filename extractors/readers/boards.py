"""Pages that list adverts of several payers: neither one of the adverts nor the board itself is what the page is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas import Block, Cell
from schemas.row import Label

_OF_ONE_ADVERT = ("role", "region", "company")
LEAST = 2
"""Adverts that differ in what they say."""

Listed = Mapping[int, Mapping[str, Label]]


def of_whole_page(given: Mapping[str, Cell], listed: Listed) -> Mapping[str, Cell]:
    """What structured data says of a page as a whole: on a page of several adverts the job of one of them is no page's.

    Who pays is, where the adverts name nobody: then all are the adverts of one.
    """
    if len(_named(listed, "role")) < LEAST:
        return given
    left_out = _OF_ONE_ADVERT if _named(listed, "company") else ("role", "region")
    return {key: label for key, label in given.items() if key not in left_out}


def leave_out_the_board(page: dict[str, Label], listed: Listed, blocks: Sequence[Block]) -> None:
    """Takes from a page of several adverts the name of who publishes it, and a job that its title does not name."""
    payers = _named(listed, "company")
    if len(payers) >= LEAST and "company" in page and page["company"].text not in payers:
        del page["company"]
    role = page.get("role")
    if len(_named(listed, "role")) >= LEAST and isinstance(role, Cell):
        titles = [block.cell for block in blocks if block.kind == "title"]
        if not any(title.start <= role.start < title.end for title in titles):
            del page["role"]


def _named(listed: Listed, key: str) -> set[str]:
    return {labels[key].text for labels in listed.values() if key in labels and "role" in labels}
