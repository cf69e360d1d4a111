"""The words above a table and the note below it: which of their sentences speak of the table, lead to it, or say how it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.readers.prose import vesting
from extractors.readers.prose.sentences import sentences
from extractors.readers.table_sources import LEADS, NOTE
from normalizers import figures, headers, mentions
from schemas import Cell, Mention, Read
from schemas.row import Label
from schemas.wordings import pattern

_SHORT, _LONG = 160, 400
_LEAST_NAME, _NAMED = 5, 2
"""Letters of the name of a column that no sentence has by chance, and how many of them it has to say."""
_SMALL_WORDS = re.compile(r"(?:\W|\b(?:in|the|of|across|all|and)\b)*", re.IGNORECASE)


def lines_of(intro: Cell | None) -> Iterator[Cell]:
    """The lines above a table, and the note below it, that may speak of it: short ones, those that lead to it, notes."""
    for piece in intro.split("\n") if intro else ():
        line = piece.strip()
        if line and (len(line) <= _SHORT or LEADS.search(line.text) or NOTE.match(line.text)):
            yield line


def leading(intro: Cell | None) -> Iterator[Cell]:
    """The last sentence of a line that leads to the table; of a note every sentence is one about it.

    One with figures of its own speaks of those, unless it says that it leads somewhere.
    """
    for line in lines_of(intro):
        said = list(sentences(line))
        # `The table below is for England. Scotland settles separately.`
        yield from (one for one in said[:-1] if _speaks_of_the_table(one) and not figures.holds_money(one))
        if (
            said
            and not NOTE.match(line.text)
            and (LEADS.search(said[-1].text) or not figures.holds_money(said[-1]))
        ):
            yield said[-1]


def naming(intro: Cell | None, names: Sequence[Cell]) -> Iterator[Cell]:
    """`We asked for the rate on the cheque and the total package` above columns of these names."""
    said = {text for name in names if len(text := name.text.strip(" *_").lower()) >= _LEAST_NAME}
    if intro is None or len(said) < _NAMED:
        return
    text = intro.text.lower()
    if sum(name in text for name in said) < _NAMED:
        return
    for line in intro.split("\n"):
        for sentence in sentences(line.strip()):
            small = sentence.text.lower()
            if sum(name in small for name in said) >= _NAMED and not figures.holds_money(sentence):
                yield sentence


def _speaks_of_the_table(sentence: Cell) -> bool:
    """`The table below is for ...`, or nothing but who and where (`Information security analysts, United States.`)."""
    if pattern("of_table").search(sentence.text) is not None:
        return True
    told = mentions.find(sentence, ("role", "place", "level"))
    if not any(m.kind == "role" for m in told):
        return False
    rest = "".join(
        sign for at, sign in enumerate(sentence.text) if not any(m.start <= at < m.end for m in told)
    )
    return _SMALL_WORDS.fullmatch(rest) is not None


def of_a_note(line: Cell) -> Iterator[Cell]:
    """What a note says of the table: a sentence with an amount of its own further on speaks of that (`Compare it to ₱695 a day`)."""
    for number, said in enumerate(sentences(line)):
        if number and figures.holds_money(said):
            return
        yield said


def stating_measures(intro: Cell | None) -> Iterator[Cell]:
    """Sentences of a short paragraph that say how the table counts (`Annual gross, EUR. Valid from May.`)."""
    for line in intro.split("\n") if intro else ():
        short = len(line) <= _SHORT
        for sentence in sentences(line.strip()) if len(line) <= _LONG else ():
            if figures.find(sentence):
                continue
            says = pattern("of_all_unless").search(sentence.text) is not None
            if short and (says or pattern("rates_are_for").match(sentence.text) is not None):
                yield sentence
                continue
            found = mentions.find(sentence)
            # In a long paragraph one that says the time as well (`Middle half, PLN a month.`).
            says_when = any(m.kind == "period" for m in found)
            says_where = any(m.kind == "place" and m.start == 0 for m in found)  # `United States, yearly.`
            if any(m.value == "percentile_band" for m in found if m.kind == "statistic"):
                yield sentence  # `The lower figure is the 25th percentile and the upper the 75th.`
                continue
            counted = (short or says_when) and currency_of(sentence, found) is not None
            if counted or (short and says_when and says_where):
                yield sentence


def vests_over(intro: Cell | None, names: Sequence[Cell]) -> Read | None:
    """What grants of the table vest over; beside a total they may be shares of a year."""
    totals = (m.value == "total" for name in names for m in mentions.find(name, ("component",)))
    return None if intro is None or any(totals) else vesting.said(intro, 0, len(intro.text))


def currency_of(cell: Cell, found: Sequence[Mention]) -> Label | None:
    """The currency that a text names outside of its figures."""
    words = [m for m in found if m.kind == "currency_word"]
    return Read(words[0].value, words[0].cell) if words else headers.currency(cell, tuple(figures.find(cell)))
