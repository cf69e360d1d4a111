"""What a page as a whole is about: its title, and the job that it names most often."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from extractors.readers import offer_names, offices, own_pages, page_labels, told_names
from extractors.readers import payer as payers
from extractors.readers.careers import led_to
from extractors.readers.scope.labels import joined, labels_in
from extractors.readers.scope.outline import Outline
from extractors.readers.scope.roles import is_a_union, named_roles, slug
from extractors.readers.scope.titles import (
    LONG_PARAGRAPH,
    NEAR_THE_TOP,
    above_amounts,
    heads_several,
    is_site,
    says_what_all_are,
    titles,
    weighs_jobs,
    weighs_payers,
)
from extractors.readers.scope.whose import ANYBODY, of_all, of_their_sport, whose
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import pattern

_PAY_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:salar(?:y|ies)|pay|compensation|comp|wages?|earnings)\b", re.IGNORECASE
)
_AND_NAME = re.compile(r"\s&\s[A-Z]")
TITLE_KEYS = ("role", "region", "company", "component", "period", "as_of")
_OF_AN_ADVERT = ("role", "region", "company")


def page_outline(blocks: list[Block], given: Mapping[str, Cell]) -> Outline:
    """The outline of a page before its first heading: what the page as a whole is about.

    Given labels come first, then those of the title, then the role that the page names most often.
    """
    labels = _with_whole_payer(_stated(blocks, given), blocks)
    if "region" in labels and page_labels.is_in_the_plural(labels["region"].text, blocks):
        del labels["region"]
    known = "company" in labels
    if _is_of_the_payer(labels.get("region"), blocks):
        labels |= {key: said for key, said in page_labels.labelled_lines(blocks).items() if key == "region"}
    labels.update(page_labels.stated(blocks, labels))
    payer = None if "company" in labels else _payer(blocks)
    if payer is not None:
        labels["company"] = payer
        if "role" not in labels and (role := payers.people_of(blocks, payer)) is not None:
            labels["role"] = role
    if "level" not in labels and (grade := _grade(blocks)) is not None:
        labels["level"] = grade
    if "role" not in labels:
        labels = {**of_all(blocks), **labels}
    counted = offices.counted(blocks) or offices.counts_base(blocks)
    if "component" not in labels and counted is not None:
        labels["component"] = counted
    states_role = "role" in labels
    if states_role and not known:
        labels["role"] = _without_payer(labels["role"], labels.get("company"))
    if not states_role and "specialization" not in labels and (of := _field(blocks)) is not None:
        labels["specialization"] = of
    alone = not any(weighs_jobs(block.cell) for block in titles(blocks))
    if not states_role and alone and (job := whose(blocks, labels) or _members(blocks)) is not None:
        labels["role"] = job
    if (
        isinstance(general := labels.get("role"), Cell)
        and (own := of_their_sport(general, blocks)) is not None
    ):
        labels["role"] = own
    return Outline(labels, states_role)


def _with_whole_payer(labels: dict[str, Label], blocks: list[Block]) -> dict[str, Label]:
    """`Larch & Lantern`, of which a file knows the first word as a payer of its own."""
    company = labels.get("company")
    if not isinstance(company, Cell):
        return labels
    heads = (block.cell for block in titles(blocks) if block.cell.start <= company.start < block.cell.end)
    goes_on = any(
        _AND_NAME.match(head.text, head.offset(company.start) + len(company.text)) for head in heads
    )
    payer = _payer(blocks) if goes_on else None
    return labels if payer is None else {**labels, "company": payer}


def _payer(blocks: list[Block]) -> Cell | None:
    """The one payer that a page is about; none where it compares others, or several offers."""
    payer = payers.of_page(blocks) or own_pages.of_page(blocks)
    if payer is None or told_names.compares_others(blocks, payer):
        return None
    if any(weighs_payers(block.cell) for block in titles(blocks)):
        return None
    return payer if len({one.text for one in offer_names.of_page(blocks)}) <= 1 else None


def _members(blocks: list[Block]) -> Label | None:
    """Whose union publishes the page (`Harbour Pilots' Union`), where nothing else says whose pay it is about."""
    for block in titles(blocks):
        called = pattern("organised").search(block.cell.text) if is_a_union(block.cell) else None
        if called is None:
            continue
        name = block.cell.cut(0, called.start()).rstrip("'’ ")
        jobs = named_roles(mentions.find(name, ("role",)))
        if jobs and jobs[-1].end == len(name) and name.text.endswith("s"):
            return jobs[-1].cell
    return None


def _field(blocks: list[Block]) -> Label | None:
    """What people work in, in a title about pay that names no job (`Offer check: night shift ICU in Leeds`)."""
    for block in titles(blocks):
        if pattern("speaks_of_pay_or_offers").search(block.cell.text) is not None:
            skills = labels_in(block.cell).get("specialization")
            if skills is not None:
                return skills
    return None


def _is_named_in_passing(key: str, title: Cell, label: Label) -> bool:
    """Whether a title names a place or a payer that its page is not about."""
    if key == "region":
        return _is_weighed(title, label)
    return key == "company" and (is_site(title, label) or _is_left(title, label) or weighs_payers(title))


def _is_weighed(title: Cell, label: Label) -> bool:
    """`The gap between London and the rest widens`: a place beside which a title holds all others is not that of its page."""
    if not isinstance(label, Cell):
        return False
    end = title.offset(label.start) + len(label.text)
    return pattern("and_all_others").match(title.text, end + 1) is not None


def _is_left(title: Cell, payer: Label) -> bool:
    """`I quit my job at Orbison: my salary`: the page is about no pay of theirs."""
    return isinstance(payer, Cell) and payers.is_left(title, title.offset(payer.start))


def _grade(blocks: list[Block]) -> Label | None:
    """The grade beside the job in the title of an advert (`Band 6 Physiotherapist`, `Policy Lead (Grade 7)`)."""
    for block in itertools.islice(titles(blocks), 1):
        levels = [m for m in mentions.find(block.cell, ("level",)) if m.data.get("code")]
        jobs = named_roles(mentions.find(block.cell, ("role",)))
        if len(levels) == len(jobs) == 1 and pattern("speaks_of_pay").search(block.cell.text) is None:
            return levels[0].cell
    return None


def _is_of_the_payer(region: Label | None, blocks: list[Block]) -> bool:
    """`Riverside NHS Trust` above `Location: Reading`: the place in the name of a payer is not always where it pays."""
    named = (m.cell for block in titles(blocks) for m in mentions.find(block.cell, ("company",)))
    return isinstance(region, Cell) and any(one.start <= region.start < one.end for one in named)


def _without_payer(role: Label, company: Label | None) -> Label:
    """`Orbit Labs Software Engineer` is a software engineer of Orbit Labs, where nobody but the title names that payer."""
    if isinstance(role, Cell) and isinstance(company, Cell) and role.text.startswith(company.text + " "):
        return role[len(company) :].strip()
    return role


def _stated(blocks: list[Block], given: Mapping[str, Cell]) -> dict[str, Label]:
    labels: dict[str, Label] = dict(given)
    several, settled, above = heads_several(blocks), "role" in labels, above_amounts(blocks)
    for block in titles(blocks):
        speaks = pattern("speaks_of_pay").search(block.cell.text) is not None
        for key, label in labels_in(block.cell).items():
            # Of the components a title may name (`Wage Guide`, `Salary`), only `total` says what all figures are.
            if key == "role" and (
                is_a_union(block.cell)
                or weighs_jobs(block.cell)
                or led_to(block.cell, label)
                or (not speaks and slug(label.text) in ANYBODY)
            ):
                continue
            if key in _OF_AN_ADVERT and several and block.kind == "heading":
                continue
            if _is_named_in_passing(key, block.cell, label):
                continue
            if key == "period" and pattern("pay").search(block.cell.text) is None:
                continue  # `The Welding Weekly`: how often the page appears
            if key == "component" and (label.text != "total" or not says_what_all_are(block.cell)):
                continue
            if key == "role" and speaks and not settled and id(block) in above:
                # `Ambulance, fire and police jobs` is the name of a site, `Paramedic pay 2025` what its page is about.
                labels[key], settled = _same(labels.get(key), label), True
            if key in TITLE_KEYS:
                labels.setdefault(key, label)
    if "region" not in labels and (asked := _asked(blocks)) is not None:
        labels["region"] = asked
    if "role" not in labels and (ranked := _ranked(blocks) or _asked_about(blocks)) is not None:
        labels["role"] = ranked
    return labels


def _same(first: Label | None, other: Label) -> Label:
    """The first of two titles that name one job, else the other."""
    return first if first is not None and slug(first.text) == slug(other.text) != "" else other


def _asked_about(blocks: list[Block]) -> Label | None:
    """The job in the question that a page begins with (`What do farriers in Wales earn?`, `Why do vets still start at £34,000?`)."""
    for block in blocks[:NEAR_THE_TOP]:
        if block.kind == "paragraph" and len(block.cell.text) > LONG_PARAGRAPH:
            return None
        if block.kind == "question" and _asks_of_pay(block.cell):
            named = named_roles(mentions.find(block.cell, ("role",)))
            whole = joined(block.cell, named) if named else None
            # `What do welders and pipefitters earn?` is about both.
            return whole if whole is not None and named[-1].end <= len(whole) + named[0].start else None
    return None


def _asks_of_pay(question: Cell) -> bool:
    says = pattern("speaks_of_earning").search(question.text) is not None
    return says or figures.holds_money(question)


def _ranked(blocks: list[Block]) -> Label | None:
    """The level and noun with which a title names whose pay it is where no job does (`Staff engineer pay`)."""
    for block in titles(blocks):
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
