"""One advert among others, and those whose payer and place stand on lines of their own.

Pastry Cook
Harbour Inn
Valletta, Malta
€1,900 a month
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from normalizers import figures, mentions
from schemas import Block, Cell, Mention
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives

LINES = ("heading", "paragraph", "title")
DOTS = re.compile(r"\s+[·•]\s+")
_APART = re.compile(r"\s+[–—·|•-]\s+")
_BRACKETS = re.compile(r"\s?\([^()]{0,60}\)$")
AGE = re.compile(
    rf"(?:re)?(?:{alternatives('advert_was')})\b.{{0,30}}|(?:\d{{1,2}}|an?)\+?\s?(?:d|w|h|mo|hours?|days?|weeks?|months?)(?:\sago)?"
    rf"|{alternatives('advert_is')}",
    re.IGNORECASE,
)
LONGEST_LINE, LONGEST_TITLE, MOST_WORDS = 100, 90, 10
LONGEST_PAYER = 8
NEAR = 3
"""Blocks below its payer within which an advert says what is paid."""
LEAST = 2
"""Adverts in three lines that make a list of them."""
LEAST_OF_ONE = 3
"""Adverts without a payer that make a list of them."""


@fixed
class Advert:
    """The block of its title and that of its payer, and what they say."""

    title: int
    payer: int
    labels: dict[str, Label]


def in_three_lines(blocks: Sequence[Block]) -> Iterator[Advert]:
    """Adverts with the payer below the job, the place below the payer, and the pay right below the place.

    Towns are many: where some of the lines that stand where the place does are places, the others are too.
    """
    found = [advert for at in range(len(blocks) - 2) if (advert := _in_three_lines(blocks, at)) is not None]
    known = sum(bool(mentions.find(where, ("place",))) for _, where in found)
    if known >= LEAST:
        yield from (advert for advert, _ in found)


def _in_three_lines(blocks: Sequence[Block], at: int) -> tuple[Advert, Cell] | None:
    """An advert that begins at `at`, and the line of its place."""
    job, payer, place = blocks[at : at + 3]
    if job.kind not in LINES or payer.kind not in LINES or not is_job(job.cell):
        return None
    if place.kind == "label_value" and place.label is not None:
        where, pay = place.label, place.cell
    elif place.kind in LINES and at + 3 < len(blocks):
        where, pay = place.cell, blocks[at + 3].cell
    else:
        return None
    where = where.cut(0, len(_BRACKETS.sub("", where.text))).strip()
    short = all(0 < len(line.text.split()) <= LONGEST_PAYER for line in (payer.cell, where))
    named = short and is_name(payer.cell) and where.text[0].isupper() and where.text[-1] not in ".!?:"
    if not named or len(pay) > LONGEST_LINE or figures.find(payer.cell) or figures.find(where):
        return None
    if not figures.holds_money(pay):
        return None
    labels: dict[str, Label] = {"role": title_of(job.cell), "company": payer.cell, "region": where}
    return Advert(at, at + 1, labels), where


def of_one_payer(blocks: Sequence[Block]) -> list[Advert]:
    """Adverts on an employer's own page: the job, below it nothing but the town, and the pay (`Night porter` / `Leeds` / `£12.60`)."""
    towns = {
        at: _town_of_a_job(blocks[at - 1], blocks[at]) for at in range(1, len(blocks)) if pays(blocks, at)
    }
    known = sum(
        town is not None and bool(mentions.find(Cell(town.text), ("place",))) for town in towns.values()
    )
    found = sum(town is not None for town in towns.values())
    if found < LEAST_OF_ONE or known * 2 < found:
        return []
    # Among others the line above such a place is a job, whatever it says.
    towns |= {
        at: _town_of_a_job(blocks[at - 1], blocks[at], among=True) for at, town in towns.items() if not town
    }
    return [
        Advert(at - 1, at, {"role": title_of(blocks[at - 1].cell), "region": town})
        for at, town in towns.items()
        if town is not None
    ]


def _town_of_a_job(job: Block, below: Block, *, among: bool = False) -> Cell | None:
    """The town right below a job, on a line of its own or as the label of the pay; `among` others a job need not be known."""
    town = below.label if below.kind == "label_value" else below.cell if below.kind in LINES else None
    if town is None or job.kind not in LINES or jobs(town) or figures.find(town):
        return None
    if not (is_job(job.cell) or (among and may_be_job(job.cell) and is_name(job.cell))):
        return None
    if (where := _where(town)) is not None or among:
        return where
    short = len(town.text.split()) <= LONGEST_PAYER and not town.text.endswith((".", "!", "?", ":"))
    return town if short and is_name(town) else None


def _where(line: Cell) -> Cell | None:
    """The places that a line begins with, among what else it says of a job (`Leeds · Hybrid · Full-time`, `Remote (Leeds or Hull)`)."""
    if len(line) > LONGEST_LINE or line.text.endswith((".", "!", "?", ":")):
        return None
    found = mentions.find(line, ("place", "work_mode"))
    places = [one for one in found if one.kind == "place"]
    if not found or found[0].start != 0 or not places:
        return None
    parts = [part for part in split(line) if mentions.find(part, ("place",))] or [line]
    where = line.cut(line.offset(parts[0].start), line.offset(parts[-1].start) + len(parts[-1]))
    beside = _BRACKETS.search(where.text)  # `Toledo, OH (hybrid)`
    if beside is not None and not mentions.find(where.cut(*beside.span()), ("place",)):
        return where.cut(0, beside.start())
    return where


def is_name(cell: Cell) -> bool:
    """Whether all words of a line are written as those of a name are."""
    return all(word[:1].isupper() or word in ("&", "/", "of", "and") for word in cell.text.split())


def split(line: Cell) -> Iterator[Cell]:
    """The parts of a line between dots, bars or dashes."""
    at = 0
    # `San Francisco | New York` between dots is one part.
    apart = DOTS if DOTS.search(line.text) else _APART
    for gap in apart.finditer(line.text):
        yield line.cut(at, gap.start()).strip()
        at = gap.end()
    yield line.cut(at, len(line)).strip()


_OF_MANY = re.compile(
    r"\b(?:jobs|vacancies|openings)\b|\b(?:pay|salary|salaries|wages|compensation|earnings|make|earn)\b(?:\s(?:by|in|for|per|across|at|from|ranges?|guides?|bands?)\b|\W*$)",
    re.IGNORECASE,
)
"""`Rigger pay by town`, `Rigger jobs in Leith`: a heading, and no job that somebody advertises."""


def is_job(line: Cell) -> bool:
    """Whether a line is short enough for the title of an advert and names a job."""
    return may_be_job(line) and not figures.find(line) and bool(jobs(line))


def may_be_job(line: Cell) -> bool:
    """Whether a line is as short as the title of an advert; a size in it (`84m motor yacht`) is no amount."""
    short = 0 < len(line) <= LONGEST_TITLE and len(line.text.split()) <= MOST_WORDS
    short = short and _OF_MANY.search(line.text) is None
    return short and not any(one.currency is not None for one in figures.find(line))


def jobs(line: Cell) -> list[Mention]:
    """The jobs that a line names."""
    return mentions.find(line, ("role",))


def title_of(line: Cell) -> Cell:
    """The title without what brackets or a dash say beside it."""
    cut = line.cut(0, len(_BRACKETS.sub("", line.text)))
    first = next(split(cut))
    return first if jobs(first) or not jobs(cut) else cut


def pays(blocks: Sequence[Block], at: int) -> bool:
    """Whether one of the first blocks from `at` on says what is paid."""
    below = blocks[at : at + NEAR]
    return any(one.unit == "currency" for block in below for one in figures.find(block.cell))
