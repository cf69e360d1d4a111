"""Adverts and payers one below the other, as boards and rating sites list them.

    Pastry Cook                              Northgate Telecom
    Harbour Inn – Valletta                   4.1★
    €1,900 a month                           212 salaries
                                             $91K - $124K

Nothing but the order of the lines says what they are: a job, its payer and place, its pay; or a payer, its rating, how many
told their pay, and the amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.readers.adverts import (
    AGE,
    DOTS,
    LINES,
    LONGEST_LINE,
    NEAR,
    Advert,
    in_three_lines,
    is_job,
    is_name,
    jobs,
    may_be_job,
    of_one_payer,
    pays,
    split,
    title_of,
)
from extractors.readers.payer import may_pay
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_THROUGH = re.compile(r"(?:via|through)\s")
_NAME = re.compile(r"(?:via\s|through\s)?[A-Za-z0-9][\w&.,'’/()+-]*(?:\s[\w&.,'’/()|+-]+){0,7}")
_NOBODY = re.compile(rf"(?:{alternatives('advert_of_nobody')})\b.*", re.IGNORECASE)
_RATING = re.compile(r"\d(?:[.,]\d)?\s?(?:★+|☆|stars?|/\s?5)?", re.IGNORECASE)
_COUNT = re.compile(rf"(?P<n>\d[\d,.]*)\+?\s(?:{alternatives('told_pay')})", re.IGNORECASE)
_PAYERS = re.compile(rf"\b(?:{alternatives('list_of_payers')})\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\d{1,2}\+?(?:\s?[-–]\s?\d{1,2})?\s?(?:yrs?|years?|yoe)\.?(?: (?:of )?(?:exp\w*|experience))?",
    re.IGNORECASE,
)
LEAST_TOLD = 3
"""Parts of a line in which somebody tells of their job."""
_IN_A_LINE = ("item", "paragraph", "label_value")
_DASHES = re.compile(r"\s[–—-]\s.+\s[–—-]\s")
_COMMA = ", "
LONGEST_ADVERT = 140
LEAST = 2
"""Adverts that make a list of them."""
REACH = 12
"""Blocks below its payer that an advert has at most."""


def labels_of_listings(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """The labels that hold for a block because it stands in an advert or below a payer, by the block's number."""
    found: dict[int, dict[str, Label]] = {}
    adverts = list(in_three_lines(blocks)) or _adverts(blocks)
    # A name alone is that of a payer where others stand before their places.
    if sum(len(advert.labels) > LEAST for advert in adverts) < LEAST:
        adverts = of_one_payer(blocks)
    between = {
        block.kind for one, after in pairwise(adverts) for block in blocks[one.payer + 1 : after.title]
    }
    # Below the last one a heading like none within the others speaks of something else.
    ends = {"question", "heading"} - (between - {"question"})
    for number, advert in enumerate(adverts):
        end = adverts[number + 1].title if number + 1 < len(adverts) else len(blocks)
        for at in range(advert.payer, min(end, advert.payer + REACH)):
            if at > advert.payer and (blocks[at].kind in ends or _heads_others(blocks[at])):
                break
            found[at] = advert.labels
    found.update(_rated(blocks))
    found.update(_told(blocks))
    return found


def _heads_others(block: Block) -> bool:
    """`Related salaries` below the last advert, among whose lines (`3 days ago`) are some that look like headings."""
    return block.kind == "heading" and any(
        pattern(group).search(block.cell.text) is not None for group in ("list_of_role", "list_of_region")
    )


def _adverts(blocks: Sequence[Block]) -> list[Advert]:
    """Adverts with the payer and the place in one line below the job; among them a heading is a job whatever it says."""
    known = {at: advert for at in range(1, len(blocks)) if (advert := _advert(blocks, at)) is not None}
    heads = [blocks[one.title] for one in known.values() if _is_heading(blocks[one.title])]
    levels = {head.level for head in heads}
    if len(heads) >= LEAST and len(levels) == 1:
        for at in range(1, len(blocks)):
            above = blocks[at - 1]
            alike = _is_heading(above) and above.level in levels and DOTS.search(blocks[at].cell.text)
            if at not in known and alike and (advert := _advert(blocks, at, among=True)) is not None:
                known[at] = advert
    return [known[at] for at in sorted(known)]


def _is_heading(block: Block) -> bool:
    return block.kind == "heading" and block.level > 0


def in_lines(blocks: Sequence[Block]) -> dict[int, dict[str, Cell]]:
    """What adverts in one line say of their amounts, by the number of their block."""
    lines = {at: _in_a_line(block) for at, block in enumerate(blocks) if block.kind in _IN_A_LINE}
    return {
        at: labels
        for at, labels in lines.items()
        # Among others of its kind the first words are a job, whatever they are.
        if labels and (jobs(labels["role"]) or lines.get(at - 1) or lines.get(at + 1))
    }


def above_its_pay(block: Block, labels: Mapping[str, Label]) -> Mapping[str, Label]:
    """What an advert says, where the line of its payer and place is the label of its amount: it names nobody else."""
    payer = labels.get("company")
    if block.kind != "label_value" or block.label is None or "role" not in labels:
        return {}
    return labels if isinstance(payer, Cell) and block.label.start <= payer.start < block.label.end else {}


def _in_a_line(block: Block) -> dict[str, Cell]:
    """What an advert in one line says: job, payer and pay, and places behind the first two (`Rigger, Leith – Orbison AS – £21 an hour`)."""
    line = Cell.joined([block.label, block.cell], " – ") if block.label is not None else block.cell
    parts = list(split(line)) if len(line) <= LONGEST_ADVERT and _DASHES.search(line.text) else []
    paid = next((n for n, part in enumerate(parts) if figures.find(part)), 0)
    if not LEAST <= paid <= LEAST_TOLD or not _pays_at_once(parts[paid]):
        return {}
    labels: dict[str, Cell] = {}
    for number, part in enumerate(parts[:paid]):
        name = part.split(_COMMA)[0]
        if number and _is_place(name):
            labels.setdefault("region", part)
            continue
        if number and (not _NAME.fullmatch(name.text) or not is_name(name) or jobs(name)):
            return {}
        labels.setdefault("company" if number else "role", name)
        where = part.cut(len(name) + len(_COMMA), len(part)) if len(name) < len(part) else None
        if where is not None and (places := mentions.find(where, ("place",))) and places[0].start == 0:
            labels.setdefault("region", where.cut(0, places[0].end))
    return labels if "company" in labels else {}


def _pays_at_once(part: Cell) -> bool:
    first = figures.find(part)[0]
    return first.unit == "currency" and first.cell.start - part.start <= NEAR


def _is_place(cell: Cell) -> bool:
    found = mentions.find(cell, ("place", "work_mode"))
    return bool(found) and found[0].cell.text == cell.text


def _begins_with_a_place(cell: Cell) -> bool:
    """`Malmö or remote (CET ± 2 h)`."""
    found = mentions.find(cell, ("place",))
    return bool(found) and found[0].start == 0


def _told(blocks: Sequence[Block]) -> Iterator[tuple[int, dict[str, Label]]]:
    """What people told of their pay, above each amount (`Tiler · Orbison · L3 · 4 yrs · Leeds`)."""
    for at, block in enumerate(blocks[:-1]):
        below = blocks[at + 1]
        short = block.kind in LINES and len(block.cell) <= LONGEST_LINE
        if not short or DOTS.search(block.cell.text) is None or figures.find(block.cell):
            continue
        parts = list(split(block.cell))
        if len(parts) < LEAST_TOLD or not jobs(parts[0]) or not figures.holds_money(below.cell):
            continue
        labels: dict[str, Label] = {"role": parts[0]}
        for part in parts[1:]:
            key = _sort(part)
            if key is not None:
                labels.setdefault(key, part)
        if len(labels) >= LEAST_TOLD:
            yield at + 1, labels


def _sort(part: Cell) -> str | None:
    """What one part of such a line is; a name that nothing else explains is that of the payer."""
    if _YEARS.fullmatch(part.text) is not None:
        return "experience"
    said = {m.kind for m in mentions.find(part, ("place", "level", "work_mode", "company")) if m.start == 0}
    for kind, key in (
        ("company", "company"),
        ("place", "region"),
        ("work_mode", "region"),
        ("level", "level"),
    ):
        if kind in said:
            return key
    return "company" if _NAME.fullmatch(part.text) is not None and is_name(part) else None


def _advert(blocks: Sequence[Block], at: int, *, among: bool = False) -> Advert | None:
    """An advert whose payer and place stand at `at`, with the job in the line above and an amount below.

    `among` others the line above is a job, whether or not it is known.
    """
    above, block = blocks[at - 1], blocks[at]
    line = block.label if block.kind == "label_value" else block.cell if block.kind in LINES else None
    if line is None or above.kind not in LINES or not pays(blocks, at):
        return None
    if not (is_job(above.cell) or (among and may_be_job(above.cell))):
        return None
    if len(line) > LONGEST_LINE or figures.find(line):
        return None
    parts = _payer_and_place(line)
    if not parts or (len(parts) > 1 and _is_place(parts[0])):
        return None  # `Leeds · Full-time`: the place alone, on a page of one payer
    labels: dict[str, Label] = {"role": title_of(above.cell)}
    if _NOBODY.fullmatch(parts[0].text) is None and not (len(parts) == 1 and _is_place(parts[0])):
        labels["company"] = parts[0]
    if len(parts) == 1:
        if _is_place(parts[0]) and any(AGE.fullmatch(one.cell.text) for one in blocks[at + 1 : at + NEAR]):
            return Advert(at - 1, at, {**labels, "region": parts[0]})
        alone = is_name(parts[0]) and not mentions.find(parts[0], ("place", "role")) and may_pay(parts[0])
        return Advert(at - 1, at, labels) if alone else None
    where = parts[1]
    mode = mentions.find(where, ("work_mode",))
    if mode and mode[0].cell.text == where.text:
        labels["work_mode"] = where
        return Advert(at - 1, at, labels)
    labels["region"] = where
    if len(parts) > LEAST and (
        told := next((one for one in parts[LEAST:] if _YEARS.fullmatch(one.text)), None)
    ):
        labels["experience"] = told
    return Advert(at - 1, at, labels) if mentions.find(where, ("place",)) or is_name(where) else None


def _payer_and_place(line: Cell) -> list[Cell]:
    """The parts of a line of an advert, none where it does not begin with names; behind them it says what it likes (`2:2 rotation`)."""
    parts = _at_the_comma([part for part in split(line) if AGE.fullmatch(part.text) is None])
    named = [_NAME.fullmatch(part.text) is not None for part in parts[:1]]
    named += [_NAME.fullmatch(part.text) is not None or _begins_with_a_place(part) for part in parts[1:2]]
    if not all(named):
        return []
    if parts and (through := _THROUGH.match(parts[0].text)) is not None:
        parts[0] = parts[0].cut(through.end(), len(parts[0]))
    return parts


def _at_the_comma(parts: list[Cell]) -> list[Cell]:
    """A line of one part is two at the comma in front of a place (`Orbison Logistics, Naas`)."""
    name, comma, place = parts[0].text.rpartition(", ") if len(parts) == 1 else ("", "", "")
    nobody = _NOBODY.fullmatch(name) is not None
    if not comma or not is_name(Cell(place)) or not (nobody or may_pay(Cell(name))):
        return parts
    return [parts[0].cut(0, len(name)), parts[0].cut(len(name) + len(comma), len(parts[0]))]


def _rated(blocks: Sequence[Block]) -> Iterator[tuple[int, dict[str, Label]]]:
    """Payers with their rating and how many told their pay, below a heading that speaks of payers."""
    among = False
    for at, block in enumerate(blocks):
        if block.kind in ("heading", "question", "title"):
            is_line = _RATING.fullmatch(block.cell.text.strip()) is not None or _names_one(blocks, at)
            among = among if is_line else _PAYERS.search(block.cell.text) is not None
        counted = _COUNT.fullmatch(block.label.text.strip()) if among and block.label is not None else None
        if counted is None or block.label is None or (name := _payer_above(blocks, at)) is None:
            continue
        yield at, {"company": name, "sample_size": block.label.cut(*counted.span("n"))}


def _names_one(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading is the name of a payer: a rating or a count follows it."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None:
        return False
    text = (below.label or below.cell).text.strip()
    return _RATING.fullmatch(text) is not None or _COUNT.fullmatch(text) is not None


def _payer_above(blocks: Sequence[Block], at: int) -> Cell | None:
    above = at - 1
    while above >= 0 and _RATING.fullmatch(blocks[above].cell.text.strip()) is not None:
        above -= 1
    if above < 0 or blocks[above].kind not in LINES:
        return None
    name = blocks[above].cell.strip()
    return name if len(name) <= LONGEST_LINE and not pattern("pay").search(name.text) else None
