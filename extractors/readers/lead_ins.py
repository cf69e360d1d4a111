"""What a line or heading above a list or cards says of their entries."""

from __future__ import annotations

import re

from extractors.readers.prose.sentences import lead, sentences
from extractors.readers.scope.labels import labels_in
from normalizers import figures, mentions
from schemas import Block, Cell, Read
from schemas.row import Label
from schemas.wordings import pattern

SHORT_LINE = 60
_END = 160
"""Characters at the end of a line in which it says what it leads to."""
_BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")
_EACH = re.compile(r",\s|\s?/\s?|\s(?:and|or|&|\+)\s")
_LEAST = re.compile(r"\b(at least|no less than|not less than|a minimum of)\s?:", re.IGNORECASE)


def said_of_what_follows(cell: Cell) -> dict[str, Label]:
    """What a line above a list or cards says of them (`Apprentices are paid at least:`, `Average pay, all grades`)."""
    leads = cell.text.rstrip(" *_").endswith(":")
    labels = labels_in(cell) if leads else {}
    if leads and (beside := pattern("on_top_of_rates").search(cell.text)) is not None:
        labels["component"] = Read("premium", cell.cut(*beside.span()))
    if leads and "statistic" not in labels and (least := _LEAST.search(cell.text)) is not None:
        labels["statistic"] = Read("minimum", cell.cut(*least.span(1)))
    labels = labels or _named_first(cell)
    if not labels and len(cell.text) <= SHORT_LINE and not figures.find(cell):
        said = labels_in(cell)
        labels = {key: said[key] for key in ("statistic", "percentile") if key in said}
    return labels


def _named_first(cell: Cell) -> dict[str, Label]:
    """`Median base, full-time, all levels. I only list cities with 15 answers.`: a first sentence that only names what is listed."""
    first = next(iter(sentences(cell)), None)
    if first is None or len(first) > SHORT_LINE or figures.find(first):
        return {}
    named = mentions.find(first, ("statistic",))
    if not named or named[0].start or pattern("says_something").search(first.text) is not None:
        return {}
    said = labels_in(first)
    return {key: said[key] for key in ("statistic", "percentile", "component") if key in said}


def leading_to_a_list(intro: Cell | None) -> Cell | None:
    """A paragraph that ends with a colon."""
    return intro if intro is not None and intro.text.rstrip(" *_").endswith(":") else None


def worth_more(block: Block, heading: Cell | None, intro: Cell | None = None) -> Label | None:
    """The words of a heading that say what the percents in the entries below it are (`Skills that raise your salary`, `Hikes`).

    Or those of a line that leads to them (`In the last three years the general uplift was:`), or the hours that an entry is for
    (`Night shift: 15%`).
    """
    stated = figures.find(block.cell)
    if intro is not None and stated and stated[0].unit == "percent":
        rose = pattern("leads_to_rises").search(intro.text, max(0, len(intro) - _END))
        if rose is not None:
            return Read("other", intro.cut(*rose.span()))
    if stated and all(one.unit == "percent" for one in stated) and (hours := _hours(block)) is not None:
        return Read("premium", hours)
    differs = pattern("difference_in_pay").search(intro.text) if intro is not None and stated else None
    if intro is not None and differs is not None and all(one.unit == "percent" or one.sign for one in stated):
        return Read("premium", intro.cut(*differs.span()))
    if heading is None or not stated:
        return None
    rises = pattern("heading_of_rises").fullmatch(heading.text.strip(" *_:#"))
    if rises is not None and all(one.unit == "percent" for one in stated):
        return Read("other", heading)
    found = pattern("worth_more").search(heading.text)
    if found is None:
        return None
    if not all(one.unit == "percent" or one.sign for one in stated):
        return None
    return Read("premium", heading.cut(*found.span()))


def _hours(block: Block) -> Cell | None:
    """The hours that an entry is for, where its label names nothing else (`Nights and weekends`)."""
    label = block.label if block.label is not None else lead(block.cell)[0]
    each = _EACH.split(_BRACKETS.sub("", label.text).strip(" *_:")) if label is not None else []
    return label if each and all(pattern("hours_paid_more").fullmatch(one) for one in each) else None
