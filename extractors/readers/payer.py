"""Whose pay a page is about: the one employer that its title or first lines name and its text speaks of as one that pays.

`Orbison Rail Salaries 2025` is about a payer only where the page also says `at Orbison Rail`, `Orbison Rail drivers` or the like.
The wordings are the entry `payer_*` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractors.readers.menus import lists_names
from normalizers import mentions
from normalizers.organisations import fields, never
from schemas import Block, Cell
from schemas.row import Label
from schemas.vocabulary import load
from schemas.wordings import alternatives, pattern

_WORD = r"(?:(?:St|Mt|Dr)\.\s|(?:ST|MT|DR)\.\s)?[A-Z][\w'’-]{0,30}"
NAME = rf"(?P<name>{_WORD}(?:\s(?:&\s|of\s)?{_WORD}){{0,4}})"
LOOK_AT = 400
"""Blocks of a page that are looked at."""
LONGEST = 3_000
FIRST_LINES = 8
CANDIDATES = 6
ENOUGH = 3
OFTEN = 4
AHEAD = 2
"""By how much the signs for a name have to outweigh those for the next one."""
_NO_PAYER = (
    "place",
    "role",
    "level",
    "employer_group",
    "attribution",
    "component",
    "statistic",
    "education",
    "work_mode",
    "skill",
    "currency_word",
)
_HEADS = ("title", "heading", "meta")
LONGEST_MASTHEAD = 120
NEAR_THE_TOP = 12
LONGEST_NAME = 12
_CALLED = re.compile(
    r"(?:\((?:herein(?: ?after)?,? )?|(?:herein(?: ?after)?,? )?(?=called|known as|referred to|designated))"
    r"(?:called |known as |referred to as |designated as )?(?:the )?[\"“”']{1,2}(?:the )?"
    rf"(?:{alternatives('party_called')})[\"“”']{{1,2}}",
    re.IGNORECASE,
)
"""What calls a party so: a bracket or `hereinafter called`; quotes alone (`the "Company" way`) do not."""
MASTHEAD = 4
"""Blocks at the top among which a public body puts its own name."""
_PARTS = re.compile(r"\s[—–|·:-]\s|:\s")
_BEHIND_NAME = re.compile(r",\s[A-Z][\w .]{1,30}")
_LEFT = re.compile(r"\b(?:quit|left|leave|leaving|lost)\b [^.,;]{0,14}$", re.IGNORECASE)
"""`I quit my job at Orbison`: who pays no longer."""
_TRIM = " .'’-"
_ITS = " its "
_HEADLINE = re.compile(r"[^\n]*\d[^\n]*(?<![.!?:;,])")


def of_page(blocks: list[Block]) -> Cell | None:
    """The name of the payer where it stands first; None where the page has none, or several."""
    body = _public_body(blocks) or _party(blocks)
    if body is not None:
        return body
    counts: Counter[str] = Counter()
    for block in blocks[:LOOK_AT]:
        for cell in _texts(block):
            counts.update(name.text for name in _spoken_of(cell))
    short = _short_forms(counts)
    for form, name in short.items():
        counts[name] += counts.pop(form)
    forms = {name: form for form, name in short.items()}
    # `Drivers at Orbison Rail have voted`: whom the first lines speak of as a payer is not named in passing.
    early = {
        name.text for block in blocks[:FIRST_LINES] for cell in _texts(block) for name in _spoken_of(cell)
    }
    found = [
        (name, *_weight(blocks, name, count + (name in early), forms.get(name)))
        for name, count in counts.most_common(CANDIDATES)
    ]
    ranked = sorted(
        ((weight, first) for _, weight, first in found if first is not None), key=lambda one: -one[0]
    )
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if len(ranked) > 1:
        alone = _first(blocks, ranked[0][1].text)[1] and not _first(blocks, ranked[1][1].text)[1]
        if ranked[0][0] < ranked[1][0] + (1 if alone else AHEAD):
            return None  # beside a name that no heading has, one that a heading has needs less
    return ranked[0][1]


def _public_body(blocks: list[Block]) -> Cell | None:
    """The city, county, district or university that a page of its own bears at its top (`City of Alder Falls, Ohio`)."""
    for block in blocks[:MASTHEAD]:
        if block.table is not None or len(block.cell) > LONGEST_MASTHEAD or lists_names(block.cell.text):
            continue
        for part in block.cell.split(_PARTS):
            name = part.strip(" *_.")
            found = _public_name().match(name.text)
            if found is None or pattern("title_of_pay").search(found[0]):
                continue
            if found.end() == len(name) or _BEHIND_NAME.fullmatch(name.text, found.end()):
                return name.cut(0, found.end())
    return None


def _party(blocks: list[Block]) -> Cell | None:
    """The employer of an agreement, as its first page calls it (`THE PORT OF ALDER BAY (hereinafter called the "Employer")`)."""
    for number, block in enumerate(blocks[:NEAR_THE_TOP]):
        called = _CALLED.search(block.cell.text) if block.table is None else None
        if called is None:
            continue
        own = block.cell.cut(0, called.start()).strip(" ,\n")
        names = (
            [own] if own else [other.cell for other in reversed(blocks[:number]) if other.table is None][:1]
        )
        for name in names:
            name = name.cut(name.text.lower().startswith("the ") * 4, len(name)).strip(" ,")
            if 0 < len(name.text.split()) <= LONGEST_NAME and not mentions.find(name, ("role",)):
                return name
    return None


def _short_forms(counts: Counter[str]) -> dict[str, str]:
    """`Northlake` speaks for `Northlake Air`, where the page has no other name that begins so."""
    longer: dict[str, list[str]] = {}
    for name in counts:
        words = name.split(" ")
        for end in range(1, len(words)):
            longer.setdefault(" ".join(words[:end]), []).append(name)
    return {
        name: others[0]
        for name, others in longer.items()
        if name in counts and len(others) == 1 and others[0] not in longer
    }


def _weight(blocks: list[Block], name: str, count: int, short: str | None = None) -> tuple[int, Cell | None]:
    """How much speaks for a name, and where it stands first; nowhere where the first lines do not have it.

    What begins sentences only (`Related jobs`) is no name.
    """
    first, titled = _first(blocks, name)
    if short is None and name.count(" ") > 1 and may_pay(Cell(front := " ".join(name.split(" ")[:2]))):
        short = front  # `Vesper Orbison` above the first word on `Vesper Orbison & Sons`
    if short is not None and not titled:
        own, titled = _first(blocks, short)
        first = first or own
    if first is None:
        return 0, None
    # Two words with capitals at the beginning of a sentence are a name too.
    before = r"(?:[a-z,.!?]\s{1,2}|^)" if " " in name else r"[a-z,]\s{1,2}"
    inside = re.compile(rf"{before}{re.escape(name)}(?!\w)")
    amid = sum(
        len(inside.findall(cell.text))
        for block in blocks[:LOOK_AT]
        for cell in _texts(block)
        if block.kind not in _HEADS
    )
    known = any(
        m.data.get("organisation") and m.data.get("confidence") == "high"
        for m in mentions.find(Cell(name), ("company",))
    )
    common = " " not in name and any(
        _has(cell, name.lower()) for block in blocks[:LOOK_AT] for cell in _texts(block)
    )
    if common or (not amid and not known):
        return 0, None
    return count + 2 * titled + (amid > 1) + (amid > OFTEN) + 2 * known, first


def _has(cell: Cell, word: str) -> bool:
    return word in cell.text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", cell.text) is not None


def people_of(blocks: list[Block], payer: Cell) -> Cell | None:
    """Whose pay it is, where the page's first words on the payer are its people (`Elder Brook School District teachers`).

    Or where it is them that the payer does something for (`Orbison Rail told its drivers`).
    """
    for block in blocks[:LOOK_AT]:
        if block.table is None and block.cell.start <= payer.start < block.cell.end:
            at = block.cell.text.find(payer.text) + len(payer.text)
            named = [
                m
                for m in mentions.find(block.cell, ("role",))
                if m.start - at in (1, 3) and m.data.get("known")
            ]
            return named[0].cell if named else _its_people(block.cell, payer)
    return None


def _its_people(cell: Cell, payer: Cell) -> Cell | None:
    for found in _forms()[-1].finditer(cell.text) if _ITS in cell.text else ():
        own = cell.cut(*found.span("people"))
        if found["name"] == payer.text and pattern("anybody_employed").fullmatch(own.text) is None:
            return own
    return None


def _texts(block: Block) -> Iterator[Cell]:
    for cell in (block.label, block.table.caption if block.table is not None else block.cell):
        if cell is not None and len(cell.text) <= LONGEST:
            yield cell


def _spoken_of(cell: Cell) -> Iterator[Cell]:
    """The names that a text speaks of as of somebody who pays."""
    forms = _forms() if _ITS in cell.text else _forms()[:-1]
    seen: set[int] = set()
    for form in forms:
        for found in form.finditer(cell.text):
            if found.start("name") in seen:
                continue
            seen.add(found.start("name"))
            name = cell.cut(*found.span("name")).strip(_TRIM)
            if is_left(cell, name):
                continue
            while name and never(name.text.split(" ")[0]):
                name = name.cut(len(name.text.split(" ")[0]), len(name.text)).strip(_TRIM)
            leads = form is _forms()[0]
            if len(name.text) > 2 and may_pay(name) and (leads or not _is_title(cell, name)):
                yield name


def is_left(cell: Cell, name: Label) -> bool:
    """Whether a text says of a payer that somebody works there no more."""
    at = max(0, cell.text.find(name.text))
    return _LEFT.search(cell.text, max(0, at - 24), at) is not None


def _is_title(cell: Cell, name: Cell) -> bool:
    """`Software engineers`: the name is the front of a job title."""
    at = name.start - cell.start if cell.places is None else cell.text.find(name.text)
    around = cell.cut(at, at + len(name.text) + 20)
    return any(m.start < len(name.text) for m in mentions.find(around, ("role",)))


def may_pay(name: Cell) -> bool:
    """Whether no vocabulary knows the name as something else, and no word of it is one of a heading about pay."""
    words = name.text.lower().split()
    if all(word in fields() for word in words) or any(
        pattern("heading_word").fullmatch(word) for word in words
    ):
        return False
    first = next((m for m in mentions.find(name, _NO_PAYER) if m.start == 0), None)
    # A place may begin a name (`Boston Beer`), and nothing else that is known does.
    return first is None or (first.kind == "place" and name.text[first.end : first.end + 1] == " ")


def _first(blocks: list[Block], name: str) -> tuple[Cell | None, bool]:
    """The name in the title or the first lines of a page, and whether a title has it.

    What only the text further down names is not what the page is about.
    """
    # A title in capitals names it too.
    shown = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)")
    first, lines, above = None, 0, True
    for block in blocks:
        lines += block.kind not in _HEADS
        if lines > FIRST_LINES:
            break
        # A headline with figures in it was not taken for one.
        above = above and block.table is None and len(block.cell) <= LONGEST_MASTHEAD
        found = shown.search(block.cell.text) if block.table is None else None
        if found is not None:
            first = first or block.cell.cut(*found.span())
            if block.kind in _HEADS or (above and _HEADLINE.fullmatch(block.cell.text) is not None):
                return first, True
    return first, False


@cache
def _public_name() -> re.Pattern[str]:
    in_front, behind = alternatives("public_body_of"), alternatives("public_body")
    words = rf"{_WORD}(?:\s(?:&\s|of\s|and\s)?{_WORD}){{0,4}}?"
    return re.compile(rf"(?i:{in_front})\s(?:the\s)?{_WORD}(?:\s{_WORD}){{0,3}}|{words}\s(?i:{behind})(?!\w)")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    before, behind = alternatives("payer_before"), alternatives("payer_behind")
    people = alternatives("own_people")
    titles = "|".join(sorted(re.escape(one.text) for one in load()["title_last"].spellings))
    return (
        re.compile(rf"(?<!\w)(?i:{before}|(?:{titles}) at)\s{NAME}"),
        re.compile(rf"(?<![\w&])(?<!& ){NAME}(?:['’]s?)?\s(?:{behind})(?!\w)"),
        # `Orbison Rail, the freight line, told its drivers`
        re.compile(
            rf"(?<![\w&])(?<!& ){NAME}(?:,\s[^,.;:!?]{{3,60}},)?(?:\s[a-z]+){{1,6}} its (?:[\w-]+ ){{0,2}}(?P<people>{people})(?!\w)"
        ),
    )
