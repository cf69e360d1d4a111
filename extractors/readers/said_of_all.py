"""Currency, period and scale in a sentence about all figures: those of the page, or those of its section.

`All amounts are gross, EUR a month` speaks of the page; in the middle of it, above figures of its own section and below those
of others, of its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.readers.prose.sentences import sentences
from normalizers import figures, headers, left_out, mentions
from normalizers.periods import REGULAR, is_how_often
from schemas import Block, Cell, Inferred, Mention, Read
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_LONGEST = 240
_COUNTED = re.compile(r"s?\sof\s")
ENOUGH = 3
"""Amounts above its section that a sentence below them does not speak of."""
_RATE = re.compile(
    r"\(?(?:[^\s\d(]{1,4}\s?)?\d[\d.,]*\s?(?:[^\s\d]{1,4}\s?)?=\s?(?:[^\s\d]{1,4}\s?)?\d[\d.,]*(?:\s?[A-Z]{3})?\)?"
)
_HEADS = ("heading", "question")
_OF_QUESTIONS = 9
"""The level of a question that has none: deeper than any heading."""
_OF_THE_PAGE = re.compile(
    rf"\b(?:in|on) this (?:{alternatives('this_page')})\b|\bthroughout\b|\bunless\b.*\b(?:all|otherwise)\b|\ball\b.*\bunless\b",
    re.IGNORECASE,
)
"""A line below a table may speak of the table alone (`Values are total cash compensation.`)."""
_ALL = re.compile(r"all (?:the |our )?(?:figures|numbers|amounts|values|salaries)\b", re.IGNORECASE)
"""In front of all amounts of a page, such a sentence needs no words for the page."""
_IS_SAID = re.compile(r"\b(?:is|are)\s(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,3}\Z")
"""`Everything below is a monthly` in front of `package`: a looser word for the whole pay is meant so, too."""


_CLOSE = re.compile(r"\s(?:the\s)?(?:[\w-]+\s){0,2}")
OF_ALL = "statistic_of_all"
"""The key of what the amounts of tables and lists are (`All figures are medians`), which those of sentences need not be."""
_ARE = re.compile(
    rf"\b(?:{alternatives('figures_that_are')}) (?:are|is|shown are|represent|show)(?: all)?(?: the)? "
    r"(?P<kind>medians?|averages?|means?)\b",
    re.IGNORECASE,
)


def of_page(blocks: Sequence[Block]) -> dict[str, Label]:
    """What holds for all figures of the page, and that they are totals."""
    found: dict[str, Label] = {}
    for number, sentence in speaking(blocks, "speaks_of_all"):
        said = _measures(sentence)
        if "component" not in said and _ALL.match(sentence.text) and not any(map(_amounts, blocks[:number])):
            said |= _whole(sentence, mentions.find(sentence))
        if said and _section(blocks, number, sentence) is None:
            for key, label in said.items():
                found.setdefault(key, label)
    return found


def sentences_of_page(blocks: Sequence[Block]) -> Iterator[Cell]:
    """The sentences that speak of all figures of the page."""
    for number, sentence in speaking(blocks, "speaks_of_all"):
        if _section(blocks, number, sentence) is None:
            yield sentence


def of_sections(blocks: Sequence[Block]) -> dict[int, dict[str, Label]]:
    """What holds for the figures of a section alone, by the number of each block that it holds for."""
    found: dict[int, dict[str, Label]] = {}
    further: dict[int, dict[str, Label]] = {}
    for number, sentence in speaking(blocks, "speaks_of_all"):
        said = _measures(sentence)
        end = _section(blocks, number, sentence) if said else None
        for at in range(number, end or number):
            found[at] = {**said, **found.get(at, {})}
        # Numbers that stand for lakhs or thousands stand for them in the tables below as well, which do not say it again.
        scaled: dict[str, Label] = {key: said[key] for key in ("scale", "currency", "period") if key in said}
        if end is not None and "scale" in scaled:
            further |= {at: scaled for at in range(end, len(blocks)) if blocks[at].table is not None}
    return {at: {**further.get(at, {}), **found.get(at, {})} for at in {*found, *further}}


def _section(blocks: Sequence[Block], number: int, sentence: Cell) -> int | None:
    """Where the section ends that a sentence speaks of; None where it speaks of the whole page."""
    heads = [at for at in range(number) if blocks[at].kind in _HEADS]
    if not heads or _OF_THE_PAGE.search(sentence.text) is not None:
        return None
    head = blocks[heads[-1]]
    level = head.level or _OF_QUESTIONS
    rest = range(number + 1, len(blocks))
    end = next(
        (at for at in rest if blocks[at].kind in _HEADS and (blocks[at].level or _OF_QUESTIONS) <= level),
        len(blocks),
    )
    own = any(map(_amounts, blocks[number:end]))
    return end if own and sum(map(_amounts, blocks[: heads[-1]])) >= ENOUGH else None


def _amounts(block: Block) -> int:
    cells = [block.cell] if block.table is None else [cell for row in block.table.rows for cell in row]
    return sum(one.unit == "currency" for cell in cells for one in figures.find(cell))


def _measures(sentence: Cell) -> dict[str, Label]:
    found: dict[str, Label] = {}
    said = mentions.find(sentence)
    words = [m for m in said if m.kind == "currency_word"]
    currency = Read(words[0].value, words[0].cell) if words else headers.currency(sentence)
    periods = [m for m in said if m.kind == "period" and m.value in REGULAR]
    periods = [m for m in periods if pattern("once_a_year").fullmatch(m.cell.text) is None]
    # `A month of summer pay is one ninth of your base` counts months.
    periods = [m for m in periods if _COUNTED.match(sentence.text, m.end) is None]
    periods = [m for m in periods if not is_how_often(sentence, m)]
    # `Monthly salaries are multiplied by 12.96`: what was counted otherwise before.
    periods = [m for m in periods if pattern("is_converted").match(sentence.text, m.end + 1) is None]
    if currency is not None:
        found["currency"] = currency
    if (times := headers.scale(sentence)[0]) != 1.0:
        found["scale"] = Inferred(str(times), sentence)
    if len({m.value for m in periods}) == 1:
        found["period"] = Read(periods[0].value, periods[0].cell)
    if _OF_THE_PAGE.search(sentence.text) is not None:
        found |= _whole(sentence, said)
    if (where := _where(sentence, said)) is not None:
        found["region"] = where
    if (parts := pattern("all_parts_of_pay").search(sentence.text)) is not None:
        found["component"] = Inferred("total", sentence.cut(*parts.span()))
    if (kind := _ARE.search(sentence.text)) is not None:
        middles = [m for m in said if m.kind == "statistic" and m.start == kind.start("kind")]
        found |= {OF_ALL: Read(middles[0].value, middles[0].cell)} if middles else {}
    return found


def _where(sentence: Cell, said: Sequence[Mention]) -> Cell | None:
    """`They are for London audit teams`: the place that the amounts of a section are for."""
    places = [m for m in said if m.kind == "place"]
    for lead in pattern("are_for").finditer(sentence.text):
        for place in places:
            if _CLOSE.fullmatch(sentence.text, lead.end(), place.start) is not None:
                return place.cell
    return None


def _whole(sentence: Cell, said: Sequence[Mention]) -> dict[str, Label]:
    """`All numbers in this guide are annual CTC`: what a page gives is the whole pay, and the words that say so."""
    parts = [m for m in said if m.kind == "component"]
    told = parts[:1] if _IS_SAID.search(sentence.text, 0, parts[0].start if parts else 0) else []
    parts = told or [m for m in parts if m.data.get("strength") != "weak"]
    counted = left_out.counted(sentence, parts)
    # `All figures exclude bonuses, so total pay is higher` speaks of what is not there.
    if parts[:1] != counted[:1] or not parts or parts[0].value != "total":
        return {}
    return {"component": Inferred("total", parts[0].cell)}


def speaking(blocks: Sequence[Block], wording: str) -> Iterator[tuple[int, Cell]]:
    """The sentences without figures in which a wording stands, and the numbers of their blocks."""
    for number, block in enumerate(blocks):
        if block.table is not None or pattern(wording).search(block.cell.text) is None:
            continue
        for sentence in sentences(block.cell):
            said = len(sentence) <= _LONGEST and pattern(wording).search(sentence.text) is not None
            # What one money is worth in another (`1 EUR = 4.26 PLN`) is no amount of its own.
            if said and not any(
                one.unit == "currency" for one in figures.find(_RATE.sub(" ", sentence.text))
            ):
                yield number, sentence
