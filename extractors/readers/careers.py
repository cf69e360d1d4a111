"""Stories of a career, one job after another: none of them is what the page is about, each holds for its own part.

`From roofer to site foreman` is the title; `they took me on as a yard hand` stands where the first job begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalizers import mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_FROM_TO = re.compile(
    r"(?:\b(?P<from>[Ff]rom)\s[^:.?!]{2,60}\s|(?<![\w-])(?P<job>[\w-]+)\s)(?:to|→|into)\s(?:an?\s)?$"
)
_BECAME = re.compile(r"\s(?:to|→|into)\s(?:an?\s)?")
_TOOK_ME = re.compile(rf"\b(?:{alternatives('began_a_job')})\s(?:an?|the|their)\s", re.IGNORECASE)
_WORDS_BEFORE = 25
"""Characters between these words and the job (`a travelling site technician`)."""
_ENDS = ("heading", "title", "question")


def led_to(title: Cell, role: Label) -> bool:
    """`Every payslip: roofer to site foreman`, `From teacher to coder`: how somebody got there, and nobody's pay alone."""
    if not isinstance(role, Cell) or not title.start <= role.start < title.end:
        return False
    if (joined_by := _BECAME.search(role.text)) is not None:
        return all(
            mentions.find(part, ("role",))
            for part in (role.cut(0, joined_by.start()), role.cut(joined_by.end(), len(role)))
        )
    front = _FROM_TO.search(title.text, 0, role.start - title.start)
    return front is not None and (
        front["from"] is not None or pattern("may_be_a_job").fullmatch(front["job"]) is not None
    )


def labels_of_careers(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """The job that somebody says they took, by the numbers of the blocks down to the next job or heading."""
    found: dict[int, dict[str, Label]] = {}
    own: dict[str, Label] = {}
    for number, block in enumerate(blocks):
        if block.kind in _ENDS:
            own = {}
        elif block.kind == "paragraph" and (job := _taken(block.cell)) is not None:
            own = {"role": job}
        if own:
            found[number] = own
    return found


def _taken(cell: Cell) -> Cell | None:
    """The job behind the first words by which somebody says they took one."""
    if pattern("began_a_job").search(cell.text) is None:
        return None
    for took in _TOOK_ME.finditer(cell.text):
        behind = cell.cut(took.end(), min(len(cell), took.end() + 2 * _WORDS_BEFORE))
        named = [m for m in mentions.find(behind, ("role",)) if m.start <= _WORDS_BEFORE]
        if named:
            return named[0].cell
    return None
