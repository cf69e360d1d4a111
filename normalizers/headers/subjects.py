"""Of whom or what a header speaks: jobs, levels, places, years."""

from __future__ import annotations

import re
from functools import cache

from normalizers import cues, fields
from normalizers.headers.header import Header
from normalizers.headers.measures import unexplained
from schemas import Cell, Mention, Read
from schemas.row import Value

SUBJECTS = {
    "role": "role", "level": "level", "place": "region", "company": "company", "employer_group": "employer_group",
    "experience": "experience", "education": "education", "skill": "specialization", "work_mode": "work_mode",
}  # fmt: skip
"""Kind of mention -> the row key it fills."""
_YEARS_IN = re.compile(
    r"(?:after )?\d{1,2}\+?(?:\s?[-–]\s?\d{1,2}\+?)? (?:years?|yrs?)(?: (?:in|on|of service|on the job|in post))?",
    re.IGNORECASE,
)
_YEAR_OF = re.compile(r"(?<=\s)(?:yr|year) ?\d{1,2}\b(?=$|\s?\()", re.IGNORECASE)
_BARE_YEARS = re.compile(
    r"(?<=\s\()(?:[0-3]?\d\s?(?:[-–—]|to)\s?[0-4]?\d\+?|[0-3]?\d\+|<\s?\d{1,2})(?=\s?y?\))"
)
"""`Junior (0-2)`: a level with its years."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?(?:\s?Q[1-4])?|Q[1-4]\s(?:19|20)\d\d")


def put(header: Header, found: list[Mention], other: Cell | None) -> None:
    """Into a header: of whom it speaks, and the words that nothing explains; `other` is what a difference is measured against."""
    found = [m for m in found if not _in_name(m, found) and not (other and m.cell.start >= other.start)]
    for kind, key in SUBJECTS.items():
        own = [m for m in found if m.kind == kind and _is_subject(m, found, header.cell)]
        if own and key not in header.labels:
            header.labels[key] = _list_or_first(own)
    if not {"role", "level", "specialization"} & header.labels.keys():
        header.work = fields.field(header.cell)
        if header.work is not None and (header.in_order or header.components or header.weak):
            header.work = header.work.cut(0, header.work.text.find("(")).strip()  # `Sales (base / OTE)`
    _steps(header)
    if _YEAR.fullmatch(header.cell.text.strip(" ()*_")):
        header.labels["as_of"] = header.cell
    header.unknown = tuple(unexplained(header.cell, found))


def _is_subject(mention: Mention, found: list[Mention], header: Cell) -> bool:
    if mention.kind == "company" and mention.data.get("confidence") == "low":
        return False
    if mention.kind == "role" and header.text[: mention.start].lower().endswith(" of "):
        return False  # `Offices of physicians`
    return not _is_measure_word(mention, found)


def _steps(header: Header) -> None:
    """Steps of a ladder that are a level only as a whole label: `Stufe 3`, `10 years in`, the `yr 3` of `Pilot yr 3`."""
    text = header.cell.text.strip(" *_")
    alone = _BEHIND.sub("", text)
    if "level" not in header.labels and _step().fullmatch(alone):
        header.labels["level"] = header.cell.strip(" *_").cut(0, len(alone))
        header.labels.pop("period", None)
    if "experience" not in header.labels and _YEARS_IN.fullmatch(text):
        header.labels["experience"] = header.cell.strip(" *_")
    if {"role", "level"} <= header.labels.keys() and _first_year(header):
        del header.labels["period"]  # `Captain Year 1` beside `Captain Year 12`
    _zone(header)
    bare = bare_years(header.cell) if "level" in header.labels else None
    if bare is not None and not {"experience", "percentile"} & header.labels.keys():
        header.labels["experience"] = bare
    year = _YEAR_OF.search(text) if not header.components else None
    if year is not None and year.group() != text and "level" not in header.labels:
        header.labels["level"] = header.cell.strip(" *_").cut(*year.span())
        header.labels.pop("period", None)


def _first_year(header: Header) -> bool:
    """Whether the time that a header names is its level."""
    period, level = header.labels.get("period"), header.labels["level"]
    return (
        isinstance(period, Read)
        and period.text == "first_year"
        and period.cell.text in getattr(level, "text", "")
    )


def _zone(header: Header) -> None:
    """`Zone RED (Zurich, Geneva ...)`: the name that a scale gives to its zone, and not the places that are in it for example."""
    if "region" in header.labels and (named := _named_zone().match(header.cell.text)) is not None:
        header.labels["region"] = header.cell.cut(*named.span())


@cache
def _named_zone() -> re.Pattern[str]:
    return re.compile(rf"(?:{cues.pattern('zone-words')})\s[\w.-]{{1,12}}(?=\s?\()", re.IGNORECASE)


_BEHIND = re.compile(r"\s?\([^()]{0,30}\)$")


def bare_years(cell: Cell) -> Cell | None:
    """The years in brackets behind a level, which nothing calls years (`Mid (3-5)`)."""
    found = _BARE_YEARS.search(cell.text)
    return cell.cut(*found.span()) if found is not None else None


@cache
def _step() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{cues.pattern('level-step-words')})\s?(?:\d{{1,2}}[a-d]?|[A-H]|[IVX]{{1,4}}|[BM]A ?\+ ?\d{{1,2}})",
        re.IGNORECASE,
    )


def _list_or_first(found: list[Mention]) -> Value:
    """Places and companies that stand side by side are each spoken of; of other kinds the first counts."""
    if found[0].kind in ("place", "company") and len(found) > 1:
        return [m.cell for m in found]
    return found[0].cell


def _in_name(mention: Mention, found: list[Mention]) -> bool:
    """Whether a place or group is part of a longer name (`America` in `Bank of America`)."""
    names = ("place", "company", "employer_group")
    if mention.kind not in names:
        return False
    longer = (m for m in found if m.kind in names and m.end - m.start > mention.end - mention.start)
    return any(m.start <= mention.start and mention.end <= m.end for m in longer)


def _is_measure_word(mention: Mention, found: list[Mention]) -> bool:
    """Whether a subject's words are those of a component or statistic (`target` in `Annual Bonus (at target)`)."""
    if mention.kind == "company" and mention.cell.text[:1].islower():
        return True
    levels = [m for m in found if m.kind == "level"]
    if mention.kind == "role" and not mention.data.get("known") and levels:
        return True  # `(Staff/Lead)` behind a level
    measures = [m for m in found if m.kind in ("component", "statistic", "currency_word")]
    return any(m.start <= mention.start and mention.end <= m.end for m in measures)
