"""What a header or row label of a table says: of the figures beside it, or of the kind of labels below it.

The words stand in `schemas/vocabularies/headers.yaml` and in the vocabularies of `normalizers.mentions`.
"""

from __future__ import annotations

import re

from normalizers import left_out, mentions
from normalizers.headers import components, measures, subjects, vocabulary
from normalizers.headers.header import Header
from normalizers.headers.measures import currency, ordinal, ranks, scale
from normalizers.headers.subjects import SUBJECTS, bare_years
from normalizers.headers.vocabulary import stance
from schemas import Cell, Figure, Mention, Read
from schemas.wordings import pattern

__all__ = [
    "SUBJECTS", "Header", "bare_years", "compared_to", "currency", "is_other_letters", "ordinal", "ranks", "read", "scale", "stance",
]  # fmt: skip

_COUNTED_SO = re.compile(r"\([^()]{4,60}\)\s*$")
_COMPARING = frozenset({"vs", "versus", "compared", "relative", "against"})
_COUNTED = re.compile(r"[\s*_]*(?:(?:no|nr)\.?|number|count|#)\s(?:of\s)?", re.IGNORECASE)
"""How headers of counts begin: `No. of offers`."""

_MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹†‡"
"""Signs of footnotes behind a header (`Starting pay¹`)."""


def read(cell: Cell, *, figures: tuple[Figure, ...] = ()) -> Header:
    """What a header says; `figures` are those in it, which say nothing of the cells below."""
    cell = cell.rstrip(_MARKS)
    header = Header(cell)
    words = _without_figures(cell, figures)
    found = _mentions(cell, figures)
    components.put(header, found)
    _kind(header, [m.cell.text for m in found if m.kind == "component"])
    header.percent = "%" in words
    _difference(header)
    measures.put(header, found, figures)
    subjects.put(header, found, compared_to(cell) if header.difference else None)
    header.end = header.end or (None if figures else vocabulary.end(words))
    side = stance(words)
    if side and not header.components:
        header.labels["stance"] = Read(side, cell)
    if header.holds == "as_of" and {"currency", "period"} <= header.labels.keys():
        header.holds = None  # `€ per year`
    if header.holds in header.labels:
        header.holds = None  # `5-8 years` is an experience and no heading over experiences
    return header


def _mentions(cell: Cell, figures: tuple[Figure, ...]) -> list[Mention]:
    """What the words of a header are, its figures apart."""
    found = [m for m in mentions.find(cell) if _is_rank(m) or not any(_inside(m, f) for f in figures)]
    found = [m for m in found if m.kind in ("place", "company", "work_mode") or not _in_place(m, found)]
    # `Hourly (excl. overtime)`: what is left out is none of it.
    return left_out.counted(cell, [m for m in found if not is_other_letters(m)])


def _kind(header: Header, named: list[str]) -> None:
    """The kind of labels below a header, or why figures there are no pay; the longer wording counts."""
    text = header.cell.text
    if pattern("column_of_years").match(text) is not None:
        # `Years of experience` with `Total / at company` below it in small letters.
        header.holds, header.components, header.weak = "experience", [], None
        return
    header.not_pay, strength = vocabulary.not_pay(text, named)
    holds, length = vocabulary.holds(text)
    if holds is None and (counted := _COUNTED.match(text)) is not None:
        holds, length = vocabulary.holds(text[counted.end() :])
        holds = holds if holds == "sample_size" else None
        header.not_pay = header.not_pay or (None if holds else "count")
    if holds is not None and length > 1 and length == len(vocabulary.words(text)):
        header.components = []  # `Wage group`: both words together, and no wage
    if holds == "ignore" or (not header.components and length >= strength):
        header.holds = holds
        header.not_pay = None if holds else header.not_pay


def _difference(header: Header) -> None:
    """Whether the amounts are a difference, which is pay; `General increase` is a rise, and no premium."""
    named = [name for name, _ in header.components]
    if named[:1] == ["other"]:
        header.not_pay = None
    elif not named and (thing := _thing_compared(header.cell.text)) is not None:
        header.not_pay = thing  # `Cost of living vs. national average`
    elif header.not_pay and pattern("premium_of_insurance").search(header.cell.text) is not None:
        return
    elif (vocabulary.is_difference(header.cell.text) or "premium" in named) and not _weighs(header.cell):
        header.difference, header.not_pay = True, None
        if _COMPARING.intersection(vocabulary.words(header.cell.text)[:1]):
            header.holds = None  # `vs. all postings`: no count of postings


def _weighs(header: Cell) -> bool:
    """`Malaysia vs neighbours (average monthly salary, USD)`: pay of each, where the bracket says what is counted."""
    counted = _COUNTED_SO.search(header.text)
    named = mentions.find(header, ("place", "role", "company"))
    return (
        counted is not None
        and bool(named)
        and named[0].start == 0
        and "%" not in header.text
        and bool(mentions.find(header.cut(*counted.span()), ("component",)))
    )


def _thing_compared(text: str) -> str | None:
    """Why what stands in front of the word that compares it is no pay."""
    words = vocabulary.words(text)
    front = next((at for at, word in enumerate(words) if at and word in _COMPARING), 0)
    reason = vocabulary.not_pay(" ".join(words[:front]))[0] if front else None
    return None if reason in ("growth", "order", "time") else reason


def compared_to(cell: Cell) -> Cell | None:
    """What a difference is measured against: `US` in `Premium vs. US`."""
    for word in vocabulary.comparing():
        found = re.search(rf"(?<!\w){re.escape(word)}\s+(?P<what>[^()]{{2,80}})", cell.text, re.IGNORECASE)
        if found:
            return cell.cut(*found.span("what")).strip(" )*_")
    return None


def is_other_letters(mention: Mention) -> bool:
    """Whether letters that may mean a period are more likely a product manager or a state (`PM`, `PA`)."""
    return mention.kind == "period" and len(mention.cell) == 2 and mention.cell.text.isupper()


def _is_rank(mention: Mention) -> bool:
    """`Top 10%`: a percent that says which percentile stands below it."""
    return mention.kind == "statistic" and mention.data.get("percentile") is not None


def _inside(mention: Mention, figure: Figure) -> bool:
    return mention.cell.start < figure.cell.end and figure.cell.start < mention.cell.end


def _in_place(mention: Mention, found: list[Mention]) -> bool:
    """Whether letters belong to the name of a place (`PA` in `NY-NJ-PA`)."""
    return any(m.kind == "place" and m.start <= mention.start and mention.end <= m.end for m in found)


def _without_figures(cell: Cell, figures: tuple[Figure, ...]) -> str:
    text = cell.text
    for figure in figures:
        text = text.replace(figure.cell.text, " ")
    return text
