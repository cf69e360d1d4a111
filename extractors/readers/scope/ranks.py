"""Rows whose rank is another than the page's: a trainee is no newly qualified solicitor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from extractors.readers.scope.roles import slug
from normalizers import labels as meaning
from normalizers import mentions
from schemas import Cell, Extract, Row
from schemas.row import Label
from schemas.wordings import pattern


def of_their_own(extracts: Iterable[Extract], page: Mapping[str, Label]) -> Iterator[Extract]:
    """The same extracts; a learner loses the title of those who have learnt, and people of another job the page's level."""
    title = page.get("role")
    for one in extracts:
        if title is not None and isinstance(one, Row) and isinstance(role := one.values.get("role"), Cell):
            _settle(one, role, title, page.get("level"))
        yield one


def _settle(row: Row, role: Cell, title: Label, rank: Label | None) -> None:
    """One row of a page with a title and perhaps a rank of its own."""
    level = row.values.get("level")
    if _is_status(role.text, title.text):
        row.values["role"] = title
        row.values.setdefault("qualifier", role)
    elif isinstance(level, Cell) and level is rank:
        if slug(role.text) != slug(title.text):
            del row.values["level"]
    elif isinstance(level, Cell) and role.text == title.text:
        learner = _learner(level)
        if learner is not None and _rank(role.text):
            row.values["role"] = learner


def _is_status(role: str, title: str) -> bool:
    """`Contractor in Leeds here, £41 an hour`: how somebody works whose job the page tells."""
    status = pattern("status_of_work")
    return status.fullmatch(role) is not None and status.search(title) is None


def _learner(level: Cell) -> Cell | None:
    """`Trainee` of `Trainee, 1st year`."""
    named = pattern("learner_by_name").search(level.text)
    return level.cut(*named.span()) if named is not None else None


@lru_cache(maxsize=256)
def _rank(title: str) -> bool:
    """Whether a title begins with the rank of people who have learnt (`newly qualified solicitors`)."""
    front = next((m for m in mentions.find(Cell(title), ("level",)) if m.start == 0), None)
    known = meaning.level(front.cell.text) if front is not None else None
    learns = pattern("learner_by_name").search(title) is not None
    return known is not None and bool(known.level) and not learns
