"""Scope: the labels that a title, heading, question or lead says of everything below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.readers import page_labels
from extractors.readers import payer as payers
from normalizers import fields, headers, mentions
from normalizers import labels as meaning
from schemas import Block, Cell, Mention, Read
from schemas.row import Label
from schemas.wordings import pattern

Scope = Mapping[str, Label]

KEY_OF = {
    "role": "role", "level": "level", "place": "region", "company": "company", "employer_group": "employer_group",
    "experience": "experience", "education": "education", "skill": "specialization", "work_mode": "work_mode",
    "attribution": "attributed_to",
}  # fmt: skip
"""Which row key a kind of mention fills."""

_LOOSE = ("other", "benefits", "allowance")
"""Components that a heading may name without meaning all figures below it."""
SUBJECTS = (
    "role",
    "level",
    "place",
    "company",
    "employer_group",
    "experience",
    "education",
    "skill",
    "work_mode",
)
_END_WORDS = re.compile(
    r"(?:min|max|minimum|maximum|low|lowest|lower|high|highest|upper|top|bottom|end|floor|ceiling|starting|pay|salary|base|wage|per|an?|hour(?:ly)?|day|daily|week(?:ly)?|month(?:ly)?|year(?:ly)?|annual(?:ly)?|\W)+",
    re.IGNORECASE,
)
"""A label of these words alone says which end of the range its amount is."""
_FOR_A_TIME = re.compile(
    r"\b(?:per|an?)\s(?:hour|day|week|month|year)\b|\b(?:hour|dai|week|month|year|annual)ly\b|\bannual\b",
    re.IGNORECASE,
)
_SAME_FIELD = ("software", "registered", "machine", "data", "senior", "junior", "staff", "lead", "principal")
_ANYBODY = ("freelancer", "recruiter")
"""People that pages about any job name."""
_PAY_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:salar(?:y|ies)|pay|compensation|comp|wages?|earnings)\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")
_RANK = re.compile(r"\d\d\s?%")
_ACRONYM = re.compile(r"[A-Z]{2,5}s?")
_WORD = re.compile(r"[^\W\d_]{2,}")
LONG_PARAGRAPH = 80
LONG_HEADING = 8
SEVERAL_JOBS = 3
ENOUGH_TIMES = 2
"""How often a page names a job that it is taken to be about."""
MOST_WORDS = 9
NEAR_THE_TOP = 12
LISTED = ("allowance", "benefits", "signing_bonus")
TITLE_KEYS = ("role", "region", "company", "component", "period", "as_of")


def labels_in(cell: Cell, *, loose: bool = False) -> dict[str, Label]:
    """The labels that a short text (heading, lead, card label) states, by row key.

    `loose` takes also components that a heading may name without meaning all figures below it (`Benefits`).
    """
    found: dict[str, list[Mention]] = {}
    for mention in mentions.find(cell):
        found.setdefault(mention.kind, []).append(mention)
    # `Offices of dentists` is no dentist.
    found["role"] = [
        m
        for m in named_roles(found.get("role", []))
        if not cell.text[: m.start].lower().endswith((" of ", " than "))
    ]
    found["skill"] = own_skills(found)
    labels: dict[str, Label] = {}
    for kind, key in KEY_OF.items():
        if found.get(kind):
            labels[key] = joined(cell, _in_brackets(cell, found[kind]) if kind == "place" else found[kind])
    if loose and "level" in labels and "experience" not in labels:
        years = headers.bare_years(cell)
        labels |= {"experience": years} if years is not None else {}
    if periods := found.get("period"):
        labels["period"] = Read(periods[0].value, periods[0].cell)
    components = [
        m
        for m in found.get("component", ())
        if m.data.get("strength") != "weak" and (loose or m.value not in _LOOSE)
    ]
    if components:
        labels["component"] = Read(components[0].value, components[0].cell)
    statistics = [
        m
        for m in found.get("statistic", ())
        if m.value not in ("range", "typical", "point", "minimum", "maximum")
    ]
    if statistics:
        labels["statistic"] = Read(statistics[0].value, statistics[0].cell)
        if (numbers := percentiles(statistics[0])) is not None:
            labels["percentile"] = Read(numbers, statistics[0].cell)
    elif loose and _RANK.fullmatch(cell.text.strip()):
        named = headers.ordinal(cell)
        labels |= {key: value for key, value in named.items() if isinstance(value, Read)}
    elif loose and _END_WORDS.fullmatch(cell.text) and (end := _end(cell.text)) is not None:
        labels["statistic"] = Read(end.name, cell)
    return labels


def _end(text: str) -> meaning.Statistic | None:
    """The end of a range that a label names, whatever time it is paid for (`Low` above `per hour`)."""
    return meaning.statistic(_FOR_A_TIME.sub("", text).strip())


def _in_brackets(cell: Cell, found: list[Mention]) -> list[Mention]:
    """`US Charter Multiplier (New York)`: of several places the one that stands in brackets alone, else all."""
    alone = [m for m in found if cell.text[: m.start].endswith("(") and cell.text[m.end :].startswith(")")]
    return alone if len(alone) == 1 and len(found) > 1 else found


def named_roles(found: list[Mention]) -> list[Mention]:
    """The job titles among what looks like one: no bare `engineers`, no `science graduate` beside a known title."""
    # `Vice President of Engineering` names a job, `machine learning engineering` a field.
    titles = [
        m
        for m in found
        if not m.data.get("generic")
        and (" of " in m.cell.text or not pattern("no_title").search(m.cell.text))
    ]
    titles = [m for m in titles if not pattern("level_and_noun").fullmatch(m.cell.text)]
    known = any(m.data.get("known") for m in titles)
    return [m for m in titles if m.data.get("known") or not known or m.cell.text != m.cell.text.lower()]


def with_page_role(own: Mapping[str, Label], scope: Scope) -> dict[str, Label]:
    """Labels whose role is named as the page names it, where both are the same role (`ML engineers`)."""
    return {**own, "role": same_role(own["role"], scope.get("role"))} if "role" in own else dict(own)


def same_role(label: Label, page: Label | None) -> Label:
    """The page's own title where a label means the same role in other words, else the label."""
    if not isinstance(label, Cell) or page is None or _ACRONYM.fullmatch(label.text.split()[-1]):
        return label
    mine, theirs = _slug(label.text), _slug(page.text)
    same = mine == theirs and _share_a_word(label.text, page.text) and not _is_another(label.text, page.text)
    return page if (mine and same) or _is_short_for(label.text, page.text) else label


def _share_a_word(title: str, page: str) -> bool:
    """`barristers` are no `Solicitor`, though both are lawyers; an abbreviation shares no word with what it stands for."""
    mine, theirs = ({word.lower().removesuffix("s") for word in _WORD.findall(one)} for one in (title, page))
    return bool(mine & theirs) or any(word.isupper() for word in (*title.split(), *page.split()))


def _is_short_for(title: str, page: str) -> bool:
    """`captains` below `Airline Captain`: the last word of the page's title alone."""
    short = title.lower().removesuffix("s")
    return title.islower() and " " not in title and page.lower().endswith(f" {short}")


def _is_another(title: str, page: str) -> bool:
    """Whether two titles of one role differ in what stands before their last word (`Sous Chef`, `Line Cook`)."""
    mine, theirs = title.split(), page.split()
    proper = len(mine) == len(theirs) == len({*mine, *theirs}) // 2 and mine[0][0].isupper()
    return proper and len(mine) > 1 and mine[0].lower() not in _SAME_FIELD


@lru_cache(maxsize=4096)
def _slug(title: str) -> str:
    """The role that a title names as a whole; a title that no vocabulary knows names none (`Director of ML`)."""
    found = mentions.find(Cell(title), ("role",))
    return found[0].value if found and found[0].data.get("known") else ""


def own_skills(found: Mapping[str, list[Mention]]) -> list[Mention]:
    """The skills that are no part of a job title (`ML` in `ML engineer`)."""
    titles = found.get("role", ())
    return [
        m for m in found.get("skill", ()) if not any(t.start <= m.start and m.end <= t.end for t in titles)
    ]


def percentiles(mention: Mention) -> str | None:
    """The percentiles that a statistic names, as text: `90`, `25-90`."""
    low, high = mention.data.get("percentile"), mention.data.get("percentile_to")
    if low is None:
        return None
    return f"{low}-{high}" if high is not None and high != low else f"{low}"


def joined(cell: Cell, found: list[Mention]) -> Cell:
    """One cell from the first to the last of neighbouring mentions (`Senior / Staff`), or the first alone."""
    first, last = found[0], found[0]
    for mention in found[1:]:
        gap = cell.text[last.end : mention.start]
        if len(gap) > 6 or gap.strip(" ,/&-–—→>()").lower() not in ("", "and", "or", "to"):
            break
        last = mention
    end = last.end
    if "(" in cell.text[first.start : end] and cell.text.startswith(")", end):
        end += 1  # `US Tier 1 (SF, NYC)`
    return cell.cut(first.start, end)


@dataclass(slots=True)
class Outline:
    """The headings above the place where a reader stands."""

    page: dict[str, Label] = field(default_factory=dict)
    states_role: bool = False
    """Whether the page says whose pay it is about; then words for jobs in headings have to be about nothing else."""
    headings: list[tuple[int, Cell, dict[str, Label]]] = field(default_factory=list)
    _holding: dict[str, Label] | None = None
    """What holds below these headings, once somebody has asked."""

    def enter(self, block: Block) -> None:
        """Goes below a heading; headings of the same or a deeper level are left."""
        self._holding = None
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        labels = labels_in(block.cell)
        if not self.states_role and "role" not in labels and (of := fields.field(block.cell)) is not None:
            labels["role"] = of
        if "component" in labels and (labels["component"].text == "premium" or _mentions_only(block.cell)):
            # `The Skills Premium` heads figures of every sort, and so does `Scripts, mail, and a word on sign-ons`.
            del labels["component"]
        if self.states_role and "role" in labels and not _heads_a_role(block.cell):
            mine, pages = _slug(labels["role"].text), _slug(self.page["role"].text)
            if not mine or mine != pages:
                del labels["role"]
        self.headings.append((block.level, block.cell, labels))

    def listed(self) -> Label | None:
        """The part of pay that the nearest heading names and nothing else (`Allowances`): what a list below it is made of."""
        heading = self.heading
        if heading is None or len(heading.text.split()) > MOST_WORDS:
            return None
        found = labels_in(heading, loose=True).get("component")
        return found if found is not None and found.text in LISTED else None

    def leave(self) -> None:
        """Out of all headings: what comes stands below none of them."""
        self.headings.clear()
        self._holding = None

    @property
    def heading(self) -> Cell | None:
        """The nearest heading."""
        return self.headings[-1][1] if self.headings else None

    def scope(self) -> dict[str, Label]:
        """What holds here: the nearest heading says most."""
        if self._holding is None:
            self._holding = dict(self.page)
            for _, _, own in self.headings:
                self._holding.update(with_page_role(own, self._holding))
        return dict(self._holding)


def _mentions_only(heading: Cell) -> bool:
    """Whether a heading is a list of what comes, of which pay is one."""
    return heading.text.count(",") >= ENOUGH_TIMES and len(heading.text.split()) > LONG_HEADING


def _heads_a_role(heading: Cell) -> bool:
    """`Data Scientist Salary by State` is about a job, `Recruiter Dynamics` and `The Alpha Architect Premium` are not."""
    text = _BRACKETS.sub("", heading.text)
    found = mentions.find(Cell(text))
    if not any(mention.kind == "role" for mention in found):
        return False  # `Compensation Overview (AI/Quant Premium)`
    for mention in sorted(found, key=lambda m: m.start, reverse=True):
        if mention.value != "premium":
            text = text[: mention.start] + " " + text[max(mention.end, mention.start) :]
    left = _WORD.findall(text)
    return all(pattern("heading_word").fullmatch(word) for word in left)


def page_outline(blocks: list[Block], given: Mapping[str, Cell]) -> Outline:
    """The outline of a page before its first heading: what the page as a whole is about.

    Given labels come first, then those of the title, then the role that the page names most often.
    """
    labels = _stated(blocks, given)
    if "region" in labels and page_labels.is_in_the_plural(labels["region"].text, blocks):
        del labels["region"]
    known = "company" in labels
    labels.update(page_labels.stated(blocks, labels))
    if "company" not in labels and (payer := payers.of_page(blocks)) is not None:
        labels["company"] = payer
        if "role" not in labels and (role := payers.people_of(blocks, payer)) is not None:
            labels["role"] = role
    states_role = "role" in labels
    if states_role and not known:
        labels["role"] = _without_payer(labels["role"], labels.get("company"))
    if not states_role and (role := _commonest_role(blocks, of_payer="company" in labels)) is not None:
        labels["role"] = role
    return Outline(labels, states_role)


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
            if key == "role" and several and block.kind == "heading":
                continue
            if key == "company" and _is_site(block.cell, label):
                continue
            if key == "period" and pattern("pay").search(block.cell.text) is None:
                continue  # `The Welding Weekly`: how often the page appears
            if key in TITLE_KEYS and (key != "component" or label.text == "total"):
                labels.setdefault(key, label)
    if "region" not in labels and (asked := _asked(blocks)) is not None:
        labels["region"] = asked
    if "role" not in labels and (ranked := _ranked(blocks)) is not None:
        labels["role"] = ranked
    return labels


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
    """Whether the headings of a page are jobs, one after the other (`Open roles`)."""
    named = {
        m.value or m.cell.text
        for block in blocks
        if block.kind == "heading" and (m := _whole_role(block.cell))
    }
    return len(named) >= SEVERAL_JOBS


_BAR = re.compile(r"\s[|·•]\s")
_BAR_OR_DASH = re.compile(r"\s[|·•–—-]\s")
_BYLINE = re.compile(r"(?:Written |Posted )?[Bb]y [A-Z][\w.'’-]* [A-Z]")
"""`By Sydney Carter · 3 May`: a person, whatever places their name has in it."""


def _titles(blocks: list[Block]) -> Iterator[Block]:
    """The titles of a page, and the headings above its first paragraph."""
    for block in blocks:
        texts = ("paragraph", "table", "question", "quote")
        if block.kind in texts and len(block.cell.text) > LONG_PARAGRAPH:
            return
        if block.kind in ("title", "heading") and not _BYLINE.match(block.cell.text):
            yield block


def _commonest_role(blocks: list[Block], *, of_payer: bool = False) -> Cell | None:
    """The job that a page names most often, if it names hardly any other; what a payer pays is more often that of many jobs."""
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    first: dict[str, Cell] = {}
    for block in blocks:
        if block.label is not None and (named := _whole_role(block.label)) is not None:
            counts[named.value] += ENOUGH_TIMES
            spelled.setdefault(named.value, Counter())[named.cell.text] += 1
            first.setdefault(named.cell.text, named.cell)
        for mention in named_roles(mentions.find(block.cell, ("role",))):
            if mention.value and mention.value not in _ANYBODY:
                # Singular and plural are one spelling; the commonest one names the role.
                text = mention.cell.text.removesuffix("s")
                counts[mention.value] += 1
                spelled.setdefault(mention.value, Counter())[text] += 1
                kept = first.setdefault(text, mention.cell)
                if kept.text != text and mention.cell.text == text:
                    first[text] = mention.cell
    if not counts:
        return None
    value, count = counts.most_common(1)[0]
    if count * (4 if of_payer else 2) <= counts.total() * (3 if of_payer else 1):
        return None  # a page of many jobs is about none of them
    return first[spelled[value].most_common(1)[0][0]] if count >= ENOUGH_TIMES else None


def _whole_role(label: Cell) -> Mention | None:
    """The known title that a label is as a whole (`Civil Engineer II` above `SALARY: ...`)."""
    named = [m for m in mentions.find(label, ("role",)) if m.value and not m.data.get("generic")]
    text = _BRACKETS.sub("", label.text).strip(" *_:")
    return named[0] if len(named) == 1 and named[0].cell.text == text else None
