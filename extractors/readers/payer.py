"""Whose pay a page is about: the one employer that its title or first lines name and its text speaks of as one that pays.

`Orbison Rail Salaries 2025` is about a payer only where the page also says `at Orbison Rail`, `Orbison Rail drivers` or the like.
The wordings are the entry `payer_*` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractors.readers import itself_named
from extractors.readers.itself_named import LONGEST_MASTHEAD, WORD
from normalizers import mentions
from normalizers.organisations import fields, never
from schemas import Block, Cell
from schemas.vocabulary import load
from schemas.wordings import alternatives, pattern

NAME = rf"(?P<name>{WORD}(?:\s(?:&\s|of\s)?{WORD}){{0,4}})"
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
_LEFT_NEAR = 24
"""Characters in front of a name in which it may be said that somebody left."""
_TRIM = " .'’-"
_ITS = " its "
_HEADLINE = re.compile(r"[^\n]*\d[^\n]*(?<![.!?:;,])")


def of_page(blocks: list[Block]) -> Cell | None:
    """The name of the payer where it stands first; None where the page has none, or several."""
    if (named := itself_named.of_page(blocks)) is not None:
        return named
    counts: Counter[str] = Counter()
    for block in blocks[:LOOK_AT]:
        for cell in _texts(block):
            counts.update(name.text for name in _spoken_of(cell) if not _is_one_of_several(name))
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


def _is_one_of_several(name: Cell) -> bool:
    """`Company A`, which stands for any, and beside another one."""
    return pattern("one_of_several").fullmatch(name.text) is not None


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
    if common or (not amid and not known) or _hires_for_others(blocks, name):
        return 0, None
    return count + 2 * titled + (amid > 1) + (amid > OFTEN) + 2 * known, first


def _hires_for_others(blocks: list[Block], name: str) -> bool:
    """`Vesper Orbison Recruitment`: whoever finds people for others, and pays none of what the page says."""
    own = re.compile(
        rf"(?<!\w){re.escape(name)}\s(?:{alternatives('hires_for_others')})(?!\w)", re.IGNORECASE
    )
    return any(own.search(cell.text) for block in blocks[:LOOK_AT] for cell in _texts(block))


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
            if is_left(cell, found.start("name")) or (
                form is _forms()[1] and _is_listed(cell, found.start("name"))
            ):
                continue
            name = cell.cut(*found.span("name")).strip(_TRIM)
            while name and never(name.text.split(" ")[0]):
                name = name.cut(len(name.text.split(" ")[0]), len(name.text)).strip(_TRIM)
            leads = form is _forms()[0]
            if len(name.text) > 2 and may_pay(name) and (leads or not _is_title(cell, name)):
                yield name


def is_left(cell: Cell, at: int) -> bool:
    """Whether a text says of the payer whose name begins at `at` that somebody works there no more."""
    return _left().search(cell.text, max(0, at - _LEFT_NEAR), at) is not None


def _is_listed(cell: Cell, at: int) -> bool:
    """`Booking, Adyen, Uber pay up to`: one of several payers."""
    front = cell.cut(max(0, at - _LEFT_NEAR), at)
    comma = front.rstrip()
    return comma.text.endswith(",") and any(
        m.end == len(comma) - 1 for m in mentions.find(comma, ("company",))
    )


def _is_title(cell: Cell, name: Cell) -> bool:
    """`Software engineers`: the name is the front of a job title."""
    at = name.start - cell.start if cell.places is None else cell.text.find(name.text)
    around = cell.cut(at, at + len(name.text) + 20)
    return any(m.start < len(name.text) for m in mentions.find(around, ("role",)))


def may_pay(name: Cell) -> bool:
    """Whether no vocabulary knows the name as something else, and no word of it is one of a heading about pay."""
    words = name.text.lower().split()
    if not words:
        return False
    front, _, behind = words[0].replace("’", "'").partition("'")
    if behind and never(front):
        return False  # `I'm paid`
    if all(word in fields() for word in words) or any(
        pattern("heading_word").fullmatch(word) for word in words
    ):
        return False
    if pattern("name_of_a_paper").fullmatch(words[-1]):
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


@cache
def _left() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('payer_no_more')})\b [^.,;]{{0,14}}$", re.IGNORECASE)
