"""A row of a destroyed table cut where its values begin and end; words between values stay together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.readers.scraped_text.glued_values import rises
from extractors.readers.scraped_text.glued_values import values as glued_values
from normalizers import figures
from normalizers.figures import spellings
from normalizers.headers.vocabulary import either, name_words
from schemas import Cell, Figure
from schemas.fixed import fixed

_DATE = re.compile(
    r"(?:\d{1,2}[ -])?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ -](?:\d{1,2},? )?(?:19|20)\d\d\b"
    r"|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
"""A date in a row is one cell, and no numbers."""
_NUMBER = re.compile(
    r"(?<!\S)(?:[-+−]?\d[\d,]*(?:\.\d+)?[kKMx]?(?:\s?[-–]\s?\d[\d,]*(?:\.\d+)?[kKM]|[-–]\d{1,3},\d{3})?\+?|\d\d-\d{4}(?:\.\d\d)?)(?!\S)"
)
"""A count, an index, a rank or the code of an occupation (`15-1252`)."""
_SPAN = re.compile(
    r"(?<!\S)(?:\d{1,2}\s?(?:[-–—]|to)\s?\d{1,2}\+?|\d{1,2}\+|<\s?\d{1,2})(?:\s(?:years?|yrs?|yoe|months?|weeks?|days?)\b\.?)?(?!\S)|(?<!\S)\d{1,2}:\d\d\s?[-–]\s?\d{1,2}:\d\d(?!\S)|(?<!\S)\d{1,2}\+?\s(?:years?|yrs?|months?|weeks?|days?|hours?)(?:\s(?:per|every)\s(?:\d{1,2}\s)?(?:years?|months?|weeks?|days?))?(?!\S)",
    re.IGNORECASE,
)
"""Years of experience (`0-2`, `12+`, `5-9 years`), and other times (`9-12 months`, `2 days per 3 weeks`)."""
_SPACED_RANGE = re.compile(
    r"(?<!\S)(?P<low>\d{1,3}(?:,\d{3})+)\s[-–—]\s(?P<high>\d{1,3}(?:,\d{3})+)\+?(?!\S)(?!\s(?!to\b)[a-z]{2})"
)
"""`14,500 - 21,000`: in no currency, because the header or the line above the table states it."""
MOST_WIDE = 4
"""How many times the lower end of such a range its upper end is: beyond that, the dash is an empty cell."""
_NONE = re.compile(r"(?<!\S)(?:—|–|-|N/A|n/a|None)(?!\S)")
_GROUPED = r"[1-9]\d{0,2}[ \u00a0\u202f]\d{3}"
_IS_GROUPED = re.compile(_GROUPED)
_IN_RUN = rf"(?:{_GROUPED}|[1-9]\d\d|\d{{1,3}}[.,]\d\d?|\.\.\.?|[:.…—–-])"
_RUN = re.compile(rf"(?<!\S){_GROUPED}(?:\s{_IN_RUN}(?!\S))++\s*\Z")
_OF_RUN = re.compile(rf"(?<!\S){_IN_RUN}(?!\S)")
_NO_RANK = re.compile(r"\s?[^\W\dA-ZÀ-Þ]")
"""Behind a number at the beginning of a label that goes on in small letters (`10 à 49 salariés`, `50 staff or more`)."""
LEAST_GROUPED = 2
"""Numbers with a space behind their thousands at the end of a row (`47 210 870 566 520`): nothing but pay is written so beside each
other. Numbers below a thousand may stand among them, and dots or a colon where there is none."""
MOST_APART = 25
"""How many times its lower end the upper end of a range is at most."""
_INSIDE = re.compile(r"\d{3}\s[A-Za-z]{3}")
"""A number in front of the first amount that words go on behind (`Section 151 Officer`)."""
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_BETWEEN = re.compile(r"(?:\s\([^()]{1,40}\))?\s*/\s*|\s\+\s")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LEADS_ON = re.compile(r"(?:[-–—/]|\b(?:(?<!up )to|from\s\S{1,12}\sup to|and|or))\Z")
_AFTER_RANGE = re.compile(r"\d\S*[-–]\S*\d\S*\s[-–—]\Z")
"""A dash behind a range is an empty cell, and no range goes on behind it (`$50K–$85K — $75K–$105K`)."""
_DASHES = re.compile(r"(?<=[^\s—–-])(?:\s[—–-])+\s*\Z")
"""Empty cells at the end of a row."""
_RANK = re.compile(
    r"(?:5|10|20|25|50|75|80|90|95)\s?%(?:\s\((?:the\s)?median\))?(?=\s+[$€£₹])", re.IGNORECASE
)
"""`10% $59,830 $28.76`: a point of a distribution in front of its amounts is the name of the row."""
_REMARK = re.compile(r"[*†‡]{1,2}(?!\S)|\s?\([^()]{1,60}\)|\s\+\s[a-zß-ÿ]+(?!\S)|\sper\s[a-z]+(?!\S)")
_SIGN_BEHIND = re.compile(r"\d\s?(?:[€£$₹]|kr|zł|Kč|Ft|lei|([A-Z]{3}))(?=\s*\Z|\s[^\d\s])")
"""A sign behind a number with no number behind it: in such a row each sign is that of the number before it."""
_FIRST_UNSIGNED = re.compile(
    r"[^\d€£$₹]*(?<![€£$₹\d])(?:\d{1,3}(?:[.,  ]\d{3})+|\d{3,})(?:,\d\d)?\s?(?:[€£$₹]|kr|zł|Kč|Ft)\s"
)
"""The first amount of a row has its sign behind it, and so have the others (`Junior 44.000 € 44.900 € 38%`)."""


@fixed
class Piece:
    """A stretch of a row: its cell and its kind (`money percent number span rating text none`)."""

    cell: Cell
    kind: str


Rows = list[list[Piece]]
"""The rows of a table, each cut into its pieces."""


def pieces(line: Cell, *, glued: bool) -> list[Piece]:
    """A row cut where its values begin and end; words between values stay together.

    `glued` rows have no separators, so that a value may touch the word before or behind it.
    """
    cut: list[Piece] = []
    at = 0
    for start, end, kind in _values(line.text, glued=glued):
        if (words := line.cut(at, start).strip()).text:
            cut.append(Piece(words, "text"))
        cut.append(Piece(line.cut(start, end), kind))
        at = end
    if (words := line.cut(at, len(line)).strip()).text:
        cut.append(Piece(words, "text"))
    return cut


@lru_cache(maxsize=2048)
def _values(text: str, *, glued: bool) -> tuple[tuple[int, int, str], ...]:
    return tuple(glued_values(text) if glued else _flat_values(text))


def _flat_values(text: str) -> list[tuple[int, int, str]]:
    """The values of a row with spaces between its cells."""
    brackets = [one.span() for one in _IN_BRACKETS.finditer(text)]
    figured = [
        one for one in sorted(_figures(text)) if not any(a < one[0] and one[1] < b for a, b in brackets)
    ]
    if (rank := _RANK.match(text)) is not None:
        figured = [one for one in figured if one[0] >= rank.end()]
    found = [_with_remark(text, _with_lead(text, one)) for one in _joined(text, figured)]
    in_groups = [] if found else _grouped_numbers(text)
    found += in_groups
    found += _spaced_ranges(text, found)
    first = min((start for start, _, kind in found if kind == "money"), default=0)
    label = in_groups[0][0] if in_groups else 0
    for kind, pattern in (
        ("text", _DATE),
        ("span", _SPAN),
        ("number", _NUMBER),
        ("none", _NONE),
        ("rating", _rating()),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind == "number" and (
                _numbered().search(text, 0, start) or (0 < start < first and _INSIDE.match(text, start))
            ):
                continue
            if start < label and (start or _NO_RANK.match(text, end)):
                continue
            if not any(a < end and start < b for a, b, _ in found):
                found.append((start, end, kind))
    return _with_no_amounts(text, sorted(found))


def grouped(text: str) -> bool:
    """Whether a number is written with a space behind its thousands."""
    return _IS_GROUPED.fullmatch(text) is not None


def _grouped_numbers(text: str) -> list[tuple[int, int, str]]:
    """The numbers of a run at the end of a row in which several have a space behind their thousands."""
    run = _RUN.search(text)
    parts = list(_OF_RUN.finditer(text, run.start())) if run is not None else []
    missing = any(part[0][0] in ".:…" for part in parts)
    if sum(grouped(part[0]) for part in parts) < LEAST_GROUPED - missing:
        return []
    kinds = (
        "money" if grouped(part[0]) or part[0].isdigit() else "number" if part[0][0].isdigit() else "none"
        for part in parts
    )
    return [(*part.span(), kind) for part, kind in zip(parts, kinds, strict=True)]


def _spaced_ranges(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Ranges of bare numbers between spaces, in rows without any amount of a currency."""
    if found:
        return []
    return [(*one.span(), "money") for one in _SPACED_RANGE.finditer(text) if rises(one)]


def _with_no_amounts(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """With the words that stand where an amount would (`case by case`): in front of a value or at the end of the row."""
    edges = {len(text), *(start for start, _, _ in found)}
    for match in reversed(list(_no_amount().finditer(text))):
        start, end = match.span()
        behind = end + len(text[end:]) - len(text[end:].lstrip())
        if behind in edges and not any(a < end and start < b for a, b, _ in found):
            edges.add(start)
            found.append((start, end, "none"))
    return sorted(found)


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    """The amounts and percents; a sign in front of a number begins an amount and ends none (`€155,000 €62,000`)."""
    at = 0
    trailing = any(one[1] in (None, *spellings.iso_codes()) for one in _SIGN_BEHIND.finditer(text))
    trailing = trailing or _FIRST_UNSIGNED.match(text) is not None
    last = _DASHES.search(text)
    edges = [one.start() for one in _opening().finditer(text)]
    for edge in [*edges, *([last.start()] if last else []), len(text)]:
        if trailing and text[edge - 1].isdigit() and edge < len(text):
            continue  # `54.300 € 48.000–60.500 €`: the sign stands behind its number
        if _LEADS_ON.search(text, max(0, edge - 24), edge) and not _AFTER_RANGE.search(text, at, edge):
            continue
        for figure in figures.find(Cell(text[at:edge], at)):
            kind = "money" if figure.unit == "currency" else "percent"
            apart = _apart(figure)
            if apart is None:
                yield figure.cell.start, figure.cell.end, kind
            else:
                yield from ((*part.span, kind) for part in apart)
        at = edge


def _apart(figure: Figure) -> tuple[Cell, Cell] | None:
    """The ends of what seems to be a range and is two amounts with an empty cell between them (`£8.20 - £15,500`)."""
    if not (figure.is_range and figure.low and figure.high and figure.high > MOST_APART * figure.low):
        return None
    dash = _SPACED_DASH.search(figure.cell.text)
    if dash is None or figure.unit != "currency":
        return None
    return figure.cell.cut(0, dash.start()), figure.cell.cut(dash.end(), len(figure.cell))


def _joined(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Figures of one cell are one value: two currencies (`£55K / $70K - £60K / $76K`)."""
    joined: list[tuple[int, int, str]] = []
    for start, end, kind in found:
        if joined and (start < joined[-1][1] or _BETWEEN.fullmatch(text, joined[-1][1], start)):
            first, last, own = joined[-1]
            joined[-1] = (first, max(last, end), own)
        else:
            joined.append((start, end, kind))
    return joined


def _with_lead(text: str, value: tuple[int, int, str]) -> tuple[int, int, str]:
    start, end, kind = value
    lead = _lead().search(text, max(0, start - 16), start)
    return (lead.start(), end, kind) if lead else value


def _with_remark(text: str, value: tuple[int, int, str]) -> tuple[int, int, str]:
    start, end, kind = value
    remark = _REMARK.match(text, end)
    return (start, remark.end(), kind) if remark else value


@cache
def _rating() -> re.Pattern[str]:
    """Words that rate (`Very High`), behind other words and in front of a value or the end of the row."""
    either = "|".join(name_words().ratings)
    return re.compile(rf"(?<=\S\s)(?:(?:very|extremely)\s)?(?:{either})(?=\s[^A-Za-z(]|\s?\Z)", re.IGNORECASE)


@cache
def _no_amount() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S\s)(?:{either(name_words().no_amount)})(?!\S)", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    """A word whose number is part of a label (`Level 1`), at the beginning of a row."""
    return re.compile(rf"(?:(?:\A|(?<=[\d)]\s))(?i:{either(name_words().numbered)})|(?<=\S\s)[A-Z])\s\Z")


@cache
def _lead() -> re.Pattern[str]:
    """Words (or a plus) in front of an amount that belong to its cell."""
    return re.compile(rf"(?<!\S)(?:{either(name_words().leads)}|\+)\s\Z|[↑↓▲▼↗↘]\s?\Z", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """The space in front of a sign (or a currency's code) that stands before its number."""
    signs = [
        *(sign for group in spellings.grammar()["signs_before"].values() for sign in group),
        *spellings.grammar()["ambiguous_before"],
        *(spellings.iso_codes() - set(spellings.grammar()["codes_that_are_words"])),
    ]
    either = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True) if " " not in sign)
    return re.compile(rf"(?<=\S)\s(?=[~≈]?(?:{either})\s?\d)")
