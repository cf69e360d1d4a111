"""What the entries of a list or table are told apart by, where its heading says so and no vocabulary knows their names.

`What the companies pay` above `Avonrail West – £76,327` makes a payer of a name that nobody has heard of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.readers.prose.sentences import lead
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import alternatives, pattern

KINDS = ("company", "region", "role", "level", "specialization")
"""Row keys, each with a group of wordings `list_of_<key>`."""
_ENTRIES = ("item", "label_value")
LEAST_ENTRIES, LEAST_JOBS = 3, 2
"""Entries of a list, and jobs among them, that make it one of jobs."""
_WORD = r"(?:[^\W\d_a-z][\w&.'’-]*|of|and|the|for|de|la|du|&)"
_IN_FRONT = re.compile(
    rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,6}})\s?[–—·|-]?\s?(?:\(?\d[\d,]*\s(?:{alternatives('told_pay')})\)?\s)?"
)
LONGEST_NAME, LONGEST_HEADING = 60, 140
"""Characters; what is longer speaks of something and names no list."""


def of(*above: Cell | None) -> str | None:
    """The row key that the first of the texts above a list names; None where none of them does."""
    for cell in above:
        said = cell.text if cell is not None and len(cell) <= LONGEST_HEADING else ""
        for key in KINDS:
            if said and pattern(f"list_of_{key}").search(said):
                return key
    return None


def of_jobs(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the entries of lists of which most are named for jobs (`Baker: £26k`, `Dough roller: £24k`)."""
    found: set[int] = set()
    run: list[int] = []
    for number, block in enumerate([*blocks, None]):
        if block is not None and block.kind in _ENTRIES:
            run.append(number)
            continue
        if len(run) >= LEAST_ENTRIES:
            found |= _jobs(blocks, run)
        run = []
    return frozenset(found)


def _jobs(blocks: Sequence[Block], run: Sequence[int]) -> set[int]:
    paid = [number for number in run if figures.find(blocks[number].cell)]
    jobs = [number for number in paid if (name := _name(blocks[number])) and _is_job(name)]
    return set(paid) if len(jobs) >= LEAST_JOBS and len(jobs) * 2 >= len(paid) else set()


def _is_job(name: Cell) -> bool:
    """`Guardian Framing for IC2 Engineers` speaks of engineers, `Lever 4: Data Engineering` of a field: neither is a job."""
    return any(
        m.start == 0 or m.data.get("known")
        for m in mentions.find(name, ("role",))
        if not m.data.get("generic") and not m.data.get("field")
    )


def payer_in_front(block: Block, kind: str | None) -> Cell | None:
    """`Harrow Pharmacare 9 salaries £48,000 /yr` in a list of payers: the name that an entry begins with."""
    stated = figures.find(block.cell) if kind == "company" and block.kind == "item" else []
    if not stated:
        return None
    end = block.cell.offset(stated[0].cell.start)
    found = _IN_FRONT.fullmatch(block.cell.text, 0, end)
    return block.cell.cut(*found.span("name")) if found is not None else None


def _name(block: Block) -> Cell | None:
    return block.label if block.label is not None else lead(block.cell)[0]


def named(kind: str | None, name: Cell, own: Mapping[str, Label]) -> dict[str, Label]:
    """What a list of a kind makes of a name in front of an amount, beside what its words say by themselves."""
    is_name = len(name) <= LONGEST_NAME and name.text[:1].isupper()
    if kind is None or not is_name or kind in own or "component" in own or "statistic" in own:
        return {}
    # The place in the name of a railway is not where its drivers work.
    known = own.keys() - {"employer_group"} if kind == "role" else own.keys()  # `School crossing guard`
    return {kind: name} if kind == "company" or not known else {}
