"""The headings above the place where a reader stands, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.menus import heads_nothing
from extractors.readers.scope.introduced import introduced, job_told, told_below
from extractors.readers.scope.labels import asked_for, labels_in
from extractors.readers.scope.roles import (
    BRACKETS,
    WORD,
    is_a_union,
    slug,
    spelled_out,
    whole_role,
    with_page_role,
)
from normalizers import fields, mentions
from schemas import Block, Cell
from schemas.block import BOLD
from schemas.row import Label
from schemas.wordings import pattern

LONG_HEADING = 8
LEAST_COMMAS = 2
MOST_WORDS = 9
LISTED = ("allowance", "benefits", "signing_bonus")
_DASH = re.compile(r"\s[–—-]\s")
_NUMBER = re.compile(
    r"(?:§{1,2}|art(?:icle|\.)|section|clause|part|no\.|nr\.)?\s?\d{1,3}[a-z]?(?:\.\d{1,3}){0,3}[.):]?(?: [–—-])?\s+(?=\w)",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(
    r"\s*\((?:§|art(?:icle|\.)|section|clause|part|appendix|schedule)\s?[\w.]{1,6}\)\s*$", re.IGNORECASE
)
_PAY_AND_MORE = re.compile(
    r"\b(?:compensation|pay|salar(?:y|ies)|wages?|remuneration)\s?(?:&|\+|/|,|and\b)\s?(?:[\w-]+\s){0,2}(?:benefits|allowances|perks)\b"
    r"|\b(?:benefits|allowances|perks)\s?(?:&|\+|/|,|and\b)\s?(?:compensation|pay|salary|wages?|remuneration)\W*$",
    re.IGNORECASE,
)
"""`Compensation & benefits` heads the pay itself as well."""
_NUMBERED_TABLE = re.compile(r"(?:table|figure|exhibit|chart|tabelle|tableau|tabla)\s[A-Z]?\d", re.IGNORECASE)


@dataclass(slots=True)
class Outline:
    """The headings above the place where a reader stands."""

    page: dict[str, Label] = field(default_factory=dict)
    states_role: bool = False
    """Whether the page says whose pay it is about; then words for jobs in headings have to be about nothing else."""
    headings: list[tuple[int, Cell, dict[str, Label]]] = field(default_factory=list)
    _holding: dict[str, Label] | None = None
    """What holds below these headings, once somebody has asked."""

    def enter(self, block: Block, *, follows: bool = False, payer: Label | None = None) -> None:
        """Goes below a heading; headings of the same or a deeper level are left.

        `follows` says that nothing stands between it and the heading before it, `payer` whom it names that no file knows.
        """
        self._holding = None
        # The name of a table stands below the heading of the part that it is in, whatever it looks like.
        level = block.level + (_NUMBERED_TABLE.match(block.cell.text) is not None)
        if follows and self._is_below_a_job(block):
            level = self.headings[-1][0] + 1
        elif (part := self._numbered_part(block)) is not None:
            level = part + 1
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        labels = labels_in(block.cell) if block.level <= BOLD else {}  # `GM_Gary` is a writer, and no payer
        if "role" in labels and (is_a_union(block.cell) or heads_nothing(block.cell)):
            del labels["role"]
        if "role" in labels and "region" not in labels and (place := _place_behind(block.cell)) is not None:
            labels["region"] = place
        if not self.states_role and "role" not in labels and (of := fields.field(block.cell)) is not None:
            labels["role"] = of
        if "component" in labels and (labels["component"].text == "premium" or _mentions_only(block.cell)):
            # `The Skills Premium` heads figures of every sort, and so does `Scripts, mail, and a word on sign-ons`.
            del labels["component"]
        if "region" in self.page and _is_part_of(labels.get("region"), labels.get("company")):
            del labels["region"]  # `Riverside NHS Trust` on a page about Reading
        if payer is not None:
            labels = {
                **{key: said for key, said in labels.items() if key != "employer_group"},
                "company": payer,
            }
        labels |= asked_for(block.cell)
        self._settle_role(block, labels)
        self.headings.append((level, block.cell, labels))

    def _settle_role(self, block: Block, labels: dict[str, Label]) -> None:
        """The job of somebody whom a heading introduces; of other headings one that the page is about."""
        somebody = introduced(block.cell) if block.level <= BOLD else None
        if somebody is not None:
            labels |= {"role": somebody.job} if somebody.job is not None else {}
            return
        told = "role" in labels and (_heads_a_role(block.cell) or _tells_of_a_job(block.cell))
        if self.states_role and "role" in labels and not told:
            mine, pages = slug(labels["role"].text), slug(self.page["role"].text)
            if not mine or mine != pages:
                del labels["role"]

    def _numbered_part(self, block: Block) -> int | None:
        """The level of the numbered part in which a heading is nothing but a job (`2. WEEKLY RATES` / `Enrolled Nurse`)."""
        part = next((one for one in self.headings if one[0] == block.level), None)
        if part is None or _NUMBER.match(part[1].text) is None or _NUMBER.match(block.cell.text):
            return None
        return part[0] if whole_role(block.cell) is not None and "role" not in part[2] else None

    def _is_below_a_job(self, block: Block) -> bool:
        """Whether a line right below a job title says more of it (`Williston, VT` / `Posted 2d ago`), as adverts do."""
        if not self.headings or self.headings[-1][0] < block.level:
            return False
        job = next((one for one in self.headings if one[0] >= block.level), None)
        return job is not None and "role" in job[2] and not mentions.find(block.cell, ("role",))

    def listed(self) -> Label | None:
        """The part of pay that the nearest heading names and nothing else (`Allowances`): what a list below it is made of.

        A heading that says nothing of pay (`Others`) heads a part of what the one above it names.
        """
        for _, heading, labels in reversed(self.headings):
            part = part_named(heading)
            if part is not None or "component" in labels or pattern("pay").search(heading.text) is not None:
                return part
        return None

    def leave(self, level: int) -> None:
        """Out of the headings that a question of this level stands beside; one in bold letters stands below none of them."""
        while self.headings and (level >= BOLD or self.headings[-1][0] >= level):
            self.headings.pop()
        self._holding = None

    def leave_named(self, words: Cell) -> None:
        """Out of the heading in which these words stand, and of all below it."""
        for at, (_, heading, _) in enumerate(self.headings):
            if heading.start <= words.start < heading.end:
                del self.headings[at:]
                self._holding = None
                return

    def meet(self, text: Cell) -> None:
        """Takes from the text right below a heading that only names somebody which job they have."""
        if not self.headings or "role" in self.headings[-1][2]:
            return
        level, heading, labels = self.headings[-1]
        somebody = introduced(heading) if level <= BOLD else None
        job = job_told(somebody.name, text) if somebody is not None and somebody.job is None else None
        told = {"role": job} if job is not None else told_below(heading, text) if level <= BOLD else {}
        if told:
            labels.update(told)
            self._holding = None

    @property
    def tells_of_somebody(self) -> bool:
        """Whether one of the headings introduces a person, whose pay is told below it."""
        return any(level <= BOLD and introduced(heading) is not None for level, heading, _ in self.headings)

    @property
    def heading(self) -> Cell | None:
        """The nearest heading."""
        return self.headings[-1][1] if self.headings else None

    def scope(self) -> dict[str, Label]:
        """What holds here: the nearest heading says most."""
        if self._holding is None:
            self._holding = dict(self.page)
            for _, _, own in self.headings:
                named = with_page_role(own, self._holding)
                if "role" in named:
                    named["role"] = spelled_out(named["role"], self.page.get("role"))
                self._holding.update(named)
        return dict(self._holding)


def part_named(heading: Cell) -> Label | None:
    """The part of pay that a heading names and nothing else (`Night allowance`)."""
    if len(heading.text.split()) > MOST_WORDS:
        return None
    heading = without_number(heading)
    if _PAY_AND_MORE.search(heading.text) is not None:
        return None
    found = labels_in(heading, loose=True).get("component")
    if found is not None and found.text == "premium":
        # `The Skills Premium` heads figures of every sort.
        return found if pattern("heading_of_premiums").fullmatch(heading.text.strip(" :*_")) else None
    return found if found is not None and found.text in LISTED else None


def _is_part_of(label: Label | None, name: Label | None) -> bool:
    return isinstance(label, Cell) and isinstance(name, Cell) and name.start <= label.start < name.end


def without_number(heading: Cell) -> Cell:
    """`§ 7 Supplements`, `Premiums (Article 19)`: what a part of an agreement is about, without its number."""
    number, behind = _NUMBER.match(heading.text), _NUMBER_BEHIND.search(heading.text)
    return heading.cut(number.end() if number else 0, behind.start() if behind else len(heading))


def _place_behind(heading: Cell) -> Cell | None:
    """The town behind the dash of an advert (`FARM MANAGER - Ashburton`), which by itself might be another word or name."""
    dash = _DASH.search(heading.text)
    where = heading.cut(dash.end(), len(heading)).strip() if dash is not None else None
    return where if where is not None and _is_one_place(where) else None


def _is_one_place(cell: Cell) -> bool:
    found = mentions.find(cell, ("place",))
    return len(found) == 1 and found[0].cell.text == cell.text


def _mentions_only(heading: Cell) -> bool:
    """Whether a heading is a list of what comes, of which pay is one."""
    return heading.text.count(",") >= LEAST_COMMAS and len(heading.text.split()) > LONG_HEADING


def _tells_of_a_job(heading: Cell) -> bool:
    """`Life as a charge nurse`, `Welding school, and being broke`: the part of a story that is about one job."""
    for mention in mentions.find(heading, ("role",)):
        before, behind = heading.text[: mention.start], heading.text[mention.end :]
        if pattern("leads_to_a_job_of_mine").search(before) or (
            not before.strip(" *_#") and pattern("part_of_a_career").match(behind)
        ):
            return True
    return False


def _heads_a_role(heading: Cell) -> bool:
    """`Data Scientist Salary by State` is about a job, `Recruiter Dynamics` and `The Alpha Architect Premium` are not."""
    text = BRACKETS.sub("", heading.text)
    found = mentions.find(Cell(text))
    if not any(mention.kind == "role" for mention in found):
        return False  # `Compensation Overview (AI/Quant Premium)`
    for mention in sorted(found, key=lambda m: m.start, reverse=True):
        if mention.value != "premium":
            text = text[: mention.start] + " " + text[max(mention.end, mention.start) :]
    left = WORD.findall(text)
    return all(pattern("heading_word").fullmatch(word) for word in left)
