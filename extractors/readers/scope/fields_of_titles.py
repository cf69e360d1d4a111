"""What tells the people of one job apart, where it stands in front of their title: the aircraft of a captain, the ward of a nurse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas import Cell, Extract, Row
from schemas.wordings import pattern


def told_apart(extracts: Iterable[Extract]) -> Iterator[Extract]:
    """The same extracts, with the field that a title begins with as that of its row (`A350 captain`); the title stays whole."""
    for one in extracts:
        role = one.values.get("role") if isinstance(one, Row) else None
        if isinstance(one, Row) and isinstance(role, Cell) and "specialization" not in one.values:
            front = pattern("front_of_a_title").match(role.text)
            if front is not None:
                one.values["specialization"] = role.cut(*front.span())
        yield one
