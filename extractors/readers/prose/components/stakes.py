"""Percents that offers name so shortly: a part of the firm (`$165k and 0.5%`, `a grant of 0.4%`), a bonus (`15% target`)."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from schemas import Cell
from schemas.wordings import alternatives, pattern

MOST_OWNED, MOST_BESIDE_PAY = 2, 5
"""Percent of a firm that somebody who is hired gets at most where words of its sentence say so, and where it stands beside pay."""
_BESIDE = re.compile(
    r"(?:\s(?:base|cash|salary|a year|fixed))?,?\s(?P<and>and|plus|\+|with|&|/)\s(?:about |around |roughly |maybe )?",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\W*(?P<and>plus|and|\+)\s(?:about |around )?", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[•·|]|$)")
_BULLETED = re.compile(r"\s*[•·|]\s*|,\s")
"""What stands between the parts of an advert's line (`$150K – $200K • 0.25% – 1% • Offers Bonus`)."""
_ANOTHER = re.compile(r",?\s(?:sometimes|maybe|or|often|up to|rarely|even)\s(?:up to |even )?", re.IGNORECASE)
_TARGET = re.compile(r"\s(?P<target>target)\b(?=\W*$|[,.;)]|\s(?:and|plus|at|is|for an?)\b)", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(rf"\s?-?(?:{alternatives('percent_of_something')})\b", re.IGNORECASE)


def of_the_firm(sentence: Sentence, index: int) -> Cell | None:
    """`0.15% of the company`: the words right behind a small percent that say what it is a part of."""
    figure, segment = sentence.figures[index], sentence.segments[index]
    if (figure.high or figure.low or MOST_BESIDE_PAY) >= MOST_BESIDE_PAY:
        return None
    found = pattern("part_of_the_firm").match(sentence.cell.text, segment.figure_end + 1)
    return sentence.cell.cut(*found.span()) if found is not None else None


def stake(sentence: Sentence, index: int) -> Cell | None:
    """The words by which a small percent is a part of a firm; None where nothing says so."""
    figure = sentence.figures[index]
    share = figure.high or figure.low or MOST_BESIDE_PAY
    text, segment = sentence.cell.text, sentence.segments[index]
    if figure.unit != "percent" or figure.sign or share >= MOST_BESIDE_PAY:
        return None
    if share < MOST_OWNED and (found := pattern("owns_a_part").search(text)) is not None:
        return sentence.cell.cut(*found.span())
    if (bulleted := _among_bullets(sentence, index)) is not None:
        return bulleted
    if "." not in figure.cell.text or _SOMETHING_ELSE.match(text, segment.figure_end) is not None:
        return _goes_on(sentence, index)
    return _beside_pay(sentence, index)


def _beside_pay(sentence: Sentence, index: int) -> Cell | None:
    """`$165-185k and 0.4-0.8%`, or a sentence of nothing else (`Plus 0.08%.`)."""
    text, segment = sentence.cell.text, sentence.segments[index]
    if not index:
        plus = _PLUS.fullmatch(text, 0, segment.figure_start)
        alone = plus is not None and not text[segment.figure_end :].strip(" .!)*_")
        return sentence.cell.cut(*plus.span("and")) if plus is not None and alone else None
    before = sentence.figures[index - 1]
    beside = _BESIDE.fullmatch(text, sentence.segments[index - 1].figure_end, segment.figure_start)
    if before.unit != "currency" or beside is None:
        return _goes_on(sentence, index)
    return sentence.cell.cut(*beside.span("and"))


def _among_bullets(sentence: Sentence, index: int) -> Cell | None:
    """The bullet between pay and a small percent that is all of its part of the line."""
    text, segment = sentence.cell.text, sentence.segments[index]
    if not index or sentence.figures[index - 1].unit != "currency":
        return None
    gap = sentence.segments[index - 1].figure_end, segment.figure_start
    ends = _ENDS.match(text, segment.figure_end) is not None
    small = "." in sentence.figures[index].cell.text or sentence.figures[index].is_range
    alone = (
        ends
        and small
        and sentence.figures[index - 1].is_range
        and _BULLETED.fullmatch(text, *gap) is not None
    )
    return sentence.cell.cut(*gap).strip() if alone else None


def _goes_on(sentence: Sentence, index: int) -> Cell | None:
    """`1%, sometimes 1.5%`: another part of the same firm."""
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    ends = sentence.segments[index - 1].figure_end, sentence.segments[index].figure_start
    return stake(sentence, index - 1) if _ANOTHER.fullmatch(sentence.cell.text, *ends) else None


def target(sentence: Sentence, index: int) -> Cell | None:
    """The word by which a percent is the bonus that is aimed at (`$171,500 base, 15% target, $12,000 signing`)."""
    end = sentence.segments[index].figure_end
    found = _TARGET.match(sentence.cell.text, end)
    if sentence.figures[index].unit != "percent" or found is None:
        return None
    return sentence.cell.cut(*found.span("target"))
