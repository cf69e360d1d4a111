"""Whose pay a page is about where no title of it names a job: what it says of all its figures, its description, who writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractors.readers import people_of_scales, said_of_all
from extractors.readers.scope.roles import WORD, named_roles, only_speaks, slug, whole_role
from extractors.readers.scope.titles import NEAR_THE_TOP, is_paper, titles
from normalizers import mentions
from schemas import Block, Cell, Mention
from schemas.block import BOLD
from schemas.row import Label
from schemas.wordings import alternatives, pattern

ANYBODY = ("freelancer", "recruiter")
"""People that pages about any job name."""
ENOUGH_TIMES = 2
"""How often a page names a job that it is taken to be about."""
_I_AM = re.compile(
    r"\b(?:I['’]m|I am|I work as|I['’]ve been|I have been|[Cc]urrently)\s(?:currently\s|working as\s|employed as\s)?"
    r"(?:an?\s)?(?:[\w-]+\s){0,2}$"
)
_IN_FRONT = 120
"""Characters in front of a job in which somebody says that it is theirs."""
LONGEST_TAGLINE = 80
"""Letters of a line that says who writes a site."""
_ONE = re.compile(r"\b(?:an?|one)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_OF = re.compile(
    rf"\b(?:{alternatives('paid_to_whom')})\s(?:(?:an?|the|all|our|most)\s)?(?:[\w-]+\s){{0,2}}$",
    re.IGNORECASE,
)
_ANSWERS_OF = re.compile(
    r"\b(?:responses?|answers?|replies|submissions|respondents|payslips)\s(?:came\s)?(?:from|by|of)\s"
    r"(?:(?:about\s|over\s|more than\s)?[\d,]+\s)?(?:working\s|full-time\s|employed\s)?$",
    re.IGNORECASE,
)
_WHO_PLAYS = re.compile(r"\b([A-Za-z]{5,})(?:t|l|g)?ers?\b")
LEAST_STEM = 5
"""Letters of the name of a sport that its players are called by."""
_DESCRIPTIONS = ("description", "summary", "subtitle", "excerpt", "abstract")


def whose(blocks: list[Block], labels: Mapping[str, Label]) -> Cell | None:
    """Whose pay a page is about whose title names no job: the people of its scale, who writes, or whom it names most."""
    return (
        people_of_scales.of_page(blocks)
        or _writer(blocks)
        or _described(blocks)
        or _commonest_role(blocks, of_payer="company" in labels)
        or _surveyed(blocks)
    )


def of_all(blocks: Sequence[Block]) -> dict[str, Label]:
    """Whose pay all figures of a page are, as a sentence says (`Amounts are base salaries for a senior welder, unless noted`)."""
    for sentence in said_of_all.sentences_of_page(blocks):
        found = mentions.find(sentence, ("role", "level"))
        named = named_roles([m for m in found if m.kind == "role"])
        if len(named) != 1 or not _OF.search(sentence.text, 0, named[0].start):
            continue
        levels = [m for m in found if m.kind == "level" and m.end + 1 == named[0].start]
        rank: dict[str, Label] = {"level": levels[0].cell} if levels else {}
        return {"role": named[0].cell, **rank}
    return {}


def of_their_sport(role: Cell, blocks: list[Block]) -> Cell | None:
    """`cricketers` for the `players` of a page whose titles speak of cricket, where it calls them so."""
    if pattern("anybody_who_plays").fullmatch(role.text.strip()) is None:
        return None
    titled = " ".join(block.cell.text for block in titles(blocks)).lower()
    stems = {word for word in WORD.findall(titled) if len(word) >= LEAST_STEM}
    for block in blocks:
        for found in _WHO_PLAYS.finditer(block.cell.text):
            if found[1].lower() in stems:
                return block.cell.cut(*found.span())
    return None


def _described(blocks: list[Block]) -> Cell | None:
    """The one job that the page's own description names (`Median pay for warehouse workers`)."""
    for block in blocks[:NEAR_THE_TOP]:
        of_front = block.label is not None and block.label.text.lower() in _DESCRIPTIONS
        if block.kind == "meta" or (block.kind == "front_matter" and of_front):
            named = [m for m in named_roles(mentions.find(block.cell, ("role",))) if m.data.get("known")]
            if len({m.value for m in named}) == 1 and named[0].value not in ANYBODY:
                return named[0].cell if pattern("speaks_of_pay").search(block.cell.text) else None
    return None


def _writer(blocks: list[Block]) -> Cell | None:
    """The job of somebody who asks or tells about their own pay (`I'm a senior network engineer at a bank`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind not in ("paragraph", "quote"):
            continue
        for mention in named_roles(mentions.find(block.cell, ("role",))):
            said = _I_AM.search(block.cell.text, max(0, mention.start - _IN_FRONT), mention.start)
            if said is not None or _writes(block.cell, mention):
                return mention.cell
    return None


def _surveyed(blocks: list[Block]) -> Cell | None:
    """Those whose answers a page counts (`3,214 usable responses from security professionals`)."""
    for block in blocks[:NEAR_THE_TOP]:
        named = named_roles(mentions.find(block.cell, ("role",))) if block.kind == "paragraph" else []
        for mention in named:
            if _ANSWERS_OF.search(block.cell.text, 0, mention.start) is not None:
                return mention.cell
    return None


def _writes(text: Cell, mention: Mention) -> bool:
    """`a nurse writes about money`, on the line below the name of a site: its author."""
    if len(text) > LONGEST_TAGLINE or _ONE.search(text.text, 0, mention.start) is None:
        return False
    return pattern("writes").match(text.text, mention.end + 1) is not None


def _commonest_role(blocks: list[Block], *, of_payer: bool = False) -> Cell | None:
    """The job that a page names most often, if it names hardly any other; what a payer pays is more often that of many jobs."""
    named = list(_named_jobs(blocks, 1 if of_payer else ENOUGH_TIMES))
    counts: Counter[str] = Counter()
    for job, _, times in named:
        counts[job.value] += times
    if not counts:
        return None
    value, count = counts.most_common(1)[0]
    if count * (4 if of_payer else 2) <= counts.total() * (3 if of_payer else 1) or count < ENOUGH_TIMES:
        return None  # a page of many jobs is about none of them
    text = Counter(spelling for job, spelling, _ in named if job.value == value).most_common(1)[0][0]
    cells = [job.cell for job, spelling, _ in named if spelling == text]
    commonest = next((cell for cell in cells if cell.text == text), cells[0])
    return _without_rank(commonest, {spelling for job, spelling, _ in named if job.value == value})


def _without_rank(job: Cell, spellings: set[str]) -> Cell:
    """`UX designer` on a page that names a junior and a senior one."""
    rank = next((m for m in mentions.find(job, ("level",)) if m.start == 0), None)
    if rank is None or all(spelling.startswith(rank.cell.text) for spelling in spellings):
        return job
    rest = job.cut(rank.end, len(job)).strip()
    return rest if slug(rest.text) == slug(job.text) else job


def _named_jobs(blocks: list[Block], of_label: int) -> Iterator[tuple[Mention, str, int]]:
    """The jobs that a page names, how they are spelled in the singular, and for how many times they count."""
    labelled = [block.label for block in blocks if block.label is not None and not is_paper(block)]
    jobs = [named for label in labelled if (named := whole_role(label)) is not None]
    if len({job.cell.text for job in jobs}) == 1:  # `Senior Consultant` and `Consultant` are two of several
        yield from ((job, job.cell.text, of_label) for job in jobs)
    for block in blocks:
        if is_paper(block) or block.level > BOLD:
            continue  # the writer of a post is called as they like (`bartosz-sre`)
        told: Counter[str] = Counter()
        for mention in named_roles(mentions.find(block.cell, ("role",))):
            if mention.value and mention.value not in ANYBODY and not only_speaks(block.cell.text, mention):
                # Named twice in one paragraph, or at each rank of one table, it may be the job of that alone.
                once = told[mention.value] == 1 or (block.table is not None and told[mention.value] > 1)
                yield mention, mention.cell.text.removesuffix("s"), int(not once)
                told[mention.value] += 1
