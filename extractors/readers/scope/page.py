"""What a page as a whole is about: its title, and the job that it names most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from extractors.readers import own_pages, page_labels, people_of_scales
from extractors.readers import payer as payers
from extractors.readers.scope.labels import labels_in
from extractors.readers.scope.outline import Outline
from extractors.readers.scope.roles import is_a_union, is_menu, named_roles, whole_role
from normalizers import mentions
from schemas import Block, Cell, Mention
from schemas.row import Label
from schemas.wordings import pattern

_ANYBODY = ("freelancer", "recruiter")
"""People that pages about any job name."""
_PAY_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:salar(?:y|ies)|pay|compensation|comp|wages?|earnings)\b", re.IGNORECASE
)
ENOUGH_TIMES = 2
"""How often a page names a job that it is taken to be about."""
LONG_PARAGRAPH = 80
SEVERAL_JOBS = 3
NEAR_THE_TOP = 12
TITLE_KEYS = ("role", "region", "company", "component", "period", "as_of")
_OF_AN_ADVERT = ("role", "region", "company")
_BAR = re.compile(r"\s[|·•]\s")
_BAR_OR_DASH = re.compile(r"\s[|·•–—-]\s")
_I_AM = re.compile(
    r"\b(?:I['’]m|I am|I work as|I['’]ve been|I have been|[Cc]urrently)\s(?:currently\s|working as\s|employed as\s)?"
    r"(?:an?\s)?(?:[\w-]+\s){0,2}$"
)
_NO_TITLE = re.compile(
    r"(?:Written |Posted )?[Bb]y [A-Z][\w.'’-]* [A-Z]|(?:Showing |Sort by|Results |Page )|[\d,]+ (?:jobs|results|vacancies)\b"
)
"""`By Sydney Carter · 3 May`: a person, whatever places their name has in it; `Showing 1-5 of 239 results for ...`: a search."""


def page_outline(blocks: list[Block], given: Mapping[str, Cell]) -> Outline:
    """The outline of a page before its first heading: what the page as a whole is about.

    Given labels come first, then those of the title, then the role that the page names most often.
    """
    labels = _stated(blocks, given)
    if "region" in labels and page_labels.is_in_the_plural(labels["region"].text, blocks):
        del labels["region"]
    known = "company" in labels
    labels.update(page_labels.stated(blocks, labels))
    payer = None if "company" in labels else payers.of_page(blocks) or own_pages.of_page(blocks)
    if payer is not None:
        labels["company"] = payer
        if "role" not in labels and (role := payers.people_of(blocks, payer)) is not None:
            labels["role"] = role
    states_role = "role" in labels
    if states_role and not known:
        labels["role"] = _without_payer(labels["role"], labels.get("company"))
    if not states_role and (whose := _whose(blocks, labels)) is not None:
        labels["role"] = whose
    return Outline(labels, states_role)


def _whose(blocks: list[Block], labels: Mapping[str, Label]) -> Cell | None:
    """Whose pay a page is about whose title names no job: the people of its scale, who writes, or whom it names most."""
    return (
        people_of_scales.of_page(blocks)
        or _writer(blocks)
        or _described(blocks)
        or _commonest_role(blocks, of_payer="company" in labels)
    )


def _writer(blocks: list[Block]) -> Cell | None:
    """The job of somebody who asks or tells about their own pay (`I'm a senior network engineer at a bank`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind not in ("paragraph", "quote") or "I" not in block.cell.text:
            continue
        for mention in named_roles(mentions.find(block.cell, ("role",))):
            if _I_AM.search(block.cell.text, 0, mention.start) is not None:
                return mention.cell
    return None


def _described(blocks: list[Block]) -> Cell | None:
    """The one job in the description of a page, where it speaks of pay (`Project manager salaries, by years and town`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind != "meta" or pattern("speaks_of_pay").search(block.cell.text) is None:
            continue
        named = [m for m in named_roles(mentions.find(block.cell, ("role",))) if m.data.get("known")]
        if named and len({m.value for m in named}) == 1 and named[0].value not in _ANYBODY:
            return named[0].cell
    return None


def _without_payer(role: Label, company: Label | None) -> Label:
    """`Orbit Labs Software Engineer` is a software engineer of Orbit Labs, where nobody but the title names that payer."""
    if isinstance(role, Cell) and isinstance(company, Cell) and role.text.startswith(company.text + " "):
        return role[len(company) :].strip()
    return role


def _stated(blocks: list[Block], given: Mapping[str, Cell]) -> dict[str, Label]:
    labels: dict[str, Label] = dict(given)
    several = _heads_several(blocks)
    for block in _titles(blocks):
        for key, label in labels_in(block.cell).items():
            # Of the components a title may name (`Wage Guide`, `Salary`), only `total` says what all figures are.
            if key == "role" and is_a_union(block.cell):
                continue
            if key in _OF_AN_ADVERT and several and block.kind == "heading":
                continue
            if key == "company" and _is_site(block.cell, label):
                continue
            if key == "period" and pattern("pay").search(block.cell.text) is None:
                continue  # `The Welding Weekly`: how often the page appears
            if key == "component" and (label.text != "total" or _names_several(block.cell)):
                continue
            if key in TITLE_KEYS:
                labels.setdefault(key, label)
    if "region" not in labels and (asked := _asked(blocks)) is not None:
        labels["region"] = asked
    if "role" not in labels and (ranked := _ranked(blocks) or _asked_about(blocks)) is not None:
        labels["role"] = ranked
    return labels


def _names_several(title: Cell) -> bool:
    """`Salaries of welders: CTC vs in-hand`: a title that weighs two ways to count says of no figure which it is."""
    named = {m.value for m in mentions.find(title, ("component",)) if m.data.get("strength") != "weak"}
    return len(named) > 1


def _asked_about(blocks: list[Block]) -> Label | None:
    """The job in the question that a page begins with (`What do farriers in Wales earn?`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind == "paragraph" and len(block.cell.text) > LONG_PARAGRAPH:
            return None
        if block.kind == "question" and pattern("speaks_of_earning").search(block.cell.text) is not None:
            named = named_roles(mentions.find(block.cell, ("role",)))
            return named[0].cell if len(named) == 1 else None
    return None


def _ranked(blocks: list[Block]) -> Label | None:
    """The level and noun with which a title names whose pay it is where no job does (`Staff engineer pay`)."""
    for block in _titles(blocks):
        for mention in mentions.find(block.cell, ("role",)):
            behind = block.cell.text[mention.end : mention.end + 40]
            if pattern("level_and_noun").fullmatch(mention.cell.text) and _PAY_BEHIND.match(behind):
                return mention.cell
    return None


def _asked(blocks: list[Block]) -> Label | None:
    """The country in the question that a page begins with (`How much does a welder make in Canada?`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind == "question":
            places = mentions.find(block.cell, ("place",))
            return places[0].cell if len({m.cell.text for m in places}) == 1 else None
    return None


def _is_site(title: Cell, label: Label) -> bool:
    """`What a welder earns | The Arc at Work`: behind a bar an unknown name is the site's, behind a dash one of no organisation."""
    named = mentions.find(label, ("company",)) if isinstance(label, Cell) else []
    if not named or named[0].value:
        return False
    before = title.text[: max(0, title.text.find(label.text))]
    return (_BAR if named[0].data.get("organisation") else _BAR_OR_DASH).search(before) is not None


def _heads_several(blocks: list[Block]) -> bool:
    """Whether the headings of a page are jobs, one after the other (`Open roles`), or begin with them as adverts do."""
    whole, begun = set(), set()
    for block, below in pairwise(blocks):
        if block.kind != "heading":
            continue
        if (named := whole_role(block.cell)) is not None:
            whole.add(named.value or named.cell.text)
        elif below.kind == "heading" and any(m.start == 0 for m in mentions.find(block.cell, ("role",))):
            begun.add(block.cell.text)
    return len(whole) >= SEVERAL_JOBS or len(whole) + len(begun) > SEVERAL_JOBS


def _titles(blocks: list[Block]) -> Iterator[Block]:
    """The titles of a page, and the headings above its first paragraph."""
    for block in blocks:
        texts = ("paragraph", "table", "question", "quote")
        if block.kind in texts and len(block.cell.text) > LONG_PARAGRAPH:
            return
        if (
            block.kind in ("title", "heading")
            and not _NO_TITLE.match(block.cell.text)
            and not _is_paper(block)
            and not is_menu(block.cell)
        ):
            yield block


def _is_paper(block: Block) -> bool:
    """`The Aldersham Courier`: a newspaper, and no job."""
    return pattern("newspaper").fullmatch(block.cell.text.strip(" *_#|")) is not None


def _commonest_role(blocks: list[Block], *, of_payer: bool = False) -> Cell | None:
    """The job that a page names most often, if it names hardly any other; what a payer pays is more often that of many jobs."""
    named = list(_named_jobs(blocks))
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
    return next((cell for cell in cells if cell.text == text), cells[0])


def _named_jobs(blocks: list[Block]) -> Iterator[tuple[Mention, str, int]]:
    """The jobs that a page names, how they are spelled in the singular, and for how many times they count."""
    for block in blocks:
        if _is_paper(block):
            continue
        if block.label is not None and (named := whole_role(block.label)) is not None:
            yield named, named.cell.text, ENOUGH_TIMES
        for mention in named_roles(mentions.find(block.cell, ("role",))):
            if mention.value and mention.value not in _ANYBODY:
                yield mention, mention.cell.text.removesuffix("s"), 1
