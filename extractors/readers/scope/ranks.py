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
    title, rank = page.get("role"), page.get("level")
    for one in extracts:
        role, level = (
            (one.values.get("role"), one.values.get("level")) if isinstance(one, Row) else (None, None)
        )
        if (
            isinstance(one, Row)
            and isinstance(role, Cell)
            and title is not None
            and _is_status(role.text, title.text)
        ):
            one.values["role"] = title
            one.values.setdefault("qualifier", role)
        elif (
            isinstance(one, Row) and isinstance(role, Cell) and isinstance(level, Cell) and title is not None
        ):
            if level is rank:
                if slug(role.text) != slug(title.text):
                    del one.values["level"]
            elif role.text == title.text and (learner := _learner(level)) is not None and _rank(role.text):
                one.values["role"] = learner
        yield one


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
