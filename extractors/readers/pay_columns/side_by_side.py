"""Columns of figures whose headers say more beside each other than alone."""

from __future__ import annotations

import itertools
import re

from extractors.readers.pay_columns.cells import any_figure
from extractors.readers.pay_columns.column import Column
from normalizers import figures, headers, labels
from schemas import Cell, Read
from schemas.wordings import alternatives, pattern

_RANK = re.compile(r"\d{1,2}\s?%(?:\s?\([Mm]edian\))?")
LEAST_RANKS = 3
QUARTILES = ("p25", "p75")
_MIDDLE = re.compile(
    r"(?:(?:base|salary|pay|wage|annual|range|band)\s){0,2}(?:mid|middle|mid[- ]?point|median)(?:\sof (?:range|band))?"
    r"|(?:control|reference|policy) point|(?:job|reference) rate",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s?\([A-Z$€£]{1,4}k?\)$|^(?:[A-Z]{3}|[$€£])\s|,?\s(?:[A-Z]{3}|[$€£]k?)$")
"""`Mid ($k)`, `EUR mid`: what the amounts below are counted in."""
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")
_PROFESSOR = re.compile(r"(?:full |associate |assistant )?prof(?:essors?|\.)?", re.IGNORECASE)
_IN_MONEY = re.compile(
    rf"(?:(?:in|≈|~|approx\.?|equivalent|converted|about|equals?|to|=)\s?){{0,3}}\(?(?:[A-Z]{{3}}|US\$|[$€£₹₱¥]|{alternatives('words_for_money')})\)?"
    r"(?:\s?\(?(?:equivalent|approx\.?|approximately|value|converted|estimate|rounded)\)?){0,2}",
    re.IGNORECASE,
)
_COUNTED = ("period", "statistic", "percentile")
_FACULTY = re.compile(
    r"(?:(?:full|associate|assistant|distinguished|adjunct) )?"
    r"(?:prof(?:essors?|\.)?|associate|assistant|instructor|lecturer|full)s?",
    re.IGNORECASE,
)
_COUNTED_TIMES = frozenset({"hours", "days", "hrs", "fixed", "project", "grant"})
"""How many there are, or no time at all."""
LEAST_TIMES = 2
_OF_ENDS = ("role", "level")
_SERVED = re.compile(
    rf"(?:(?:{alternatives('in_front_of_a_time')})\s)?\d{{1,2}}\+?\s(?:{alternatives('time_that_lasts')})\.?",
    re.IGNORECASE,
)
"""`After 12 mo.`: a step of a scale by how long somebody has been there."""
_LOOSE_END = re.compile(r"(?:low|high|top|bottom|lower|upper|lowest|highest|best)\b", re.IGNORECASE)
"""Words for an end of a range which are words for rich and poor as well."""


def mark_times(found: list[Column]) -> None:
    """`Hourly` beside `Annual mean wage` or `Average salary`: the same statistic, for another time."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None]
    said = [h for h in headed if "statistic" in h.labels and not h.percent]
    if len(said) != 1 or said[0].end:
        return
    for header in headed:
        bare = (
            set(header.labels) == {"period"}
            and not header.components
            and not header.end
            and not header.unknown
        )
        if bare and header.labels["period"] != said[0].labels.get("period"):
            header.labels |= {
                k: said[0].labels[k] for k in ("statistic", "percentile") if k in said[0].labels
            }


def mark_bare_times(found: list[Column]) -> None:
    """`Month` beside `Hour`, alone or below the name of a zone: for which time the amounts of each are paid."""
    said: list[tuple[Column, Read]] = []
    for column in found:
        header = column.header
        if header is None or header.holds or column.holds or header.not_pay or "period" in header.labels:
            continue
        at = max(header.cell.text.rstrip(" *_").rfind(sign) for sign in " \n") + 1
        word = header.cell.cut(at, len(header.cell)).strip(" *_()")
        period = labels.period_word(word.text) if word.text.lower() not in _COUNTED_TIMES else None
        if period is not None:
            said.append((column, Read(period, word)))
    if len({read.text for _, read in said}) < LEAST_TIMES:
        return
    for column, read in said:
        if column.header is not None:
            column.header.labels["period"] = read


def mark_scale(found: list[Column]) -> None:
    """`Average` beside `CTC range (₹ LPA)`: what names a statistic alone is counted as the column beside it."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None]
    scaled = [header for header in headed if header.scale != 1.0 and header.components]
    if len(scaled) != 1:
        return
    for header in headed:
        alone = header.scale == 1.0 and not header.components and not header.unknown and not header.percent
        if alone and "statistic" in header.labels and set(header.labels) <= {"statistic", "percentile"}:
            header.scale, header.components = scaled[0].scale, scaled[0].components
            header.labels |= {k: scaled[0].labels[k] for k in ("currency", "period") if k in scaled[0].labels}


def mark_spread(found: list[Column]) -> None:
    """`Low` and `High`, `25th` and `75th` behind `Median total`: a statistic alone is one of the component in front of it."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None and not c.header.percent]
    named = [header for header in headed if header.components or header.weak]
    if len(named) != 1 or len(named[0].components) != 1 or "statistic" not in named[0].labels:
        return
    behind = headed[headed.index(named[0]) + 1 :]
    if not behind:
        return
    for header in behind:
        said = header.end or "statistic" in header.labels
        if said and set(header.labels) <= {"statistic", "percentile"}:
            header.components = named[0].components


def mark_conversions(found: list[Column]) -> None:
    """`In pesos (approx.)` beside `Monthly salary`: the same amounts in another money."""
    for before, column in itertools.pairwise(found):
        said, header = before.header, column.header
        if said is None or header is None or not (before.holds_figures and column.holds_figures):
            continue
        if _IN_MONEY.fullmatch(header.cell.text.strip(" *_")) is None or header.components or header.end:
            continue
        header.labels = {**{k: said.labels[k] for k in _COUNTED if k in said.labels}, **header.labels}
        header.components = header.components or said.components
        header.weak = header.weak or said.weak


def mark_faculty(found: list[Column]) -> None:
    """`Associate` and `Assistant` beside `Professor` are jobs of a university."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None]
    if not any(_PROFESSOR.fullmatch(header.cell.text.strip(" *_")) for header in headed):
        return
    for header in headed:
        if _FACULTY.fullmatch(header.cell.text.strip(" *_")) is not None:
            header.labels.pop("level", None)
            header.labels["role"] = header.cell.strip(" *_")


def mark_ranks(found: list[Column]) -> None:
    """Columns headed `10%`, `25%`, `50% (Median)` are percentiles where several stand side by side, one of them perhaps `Median`."""
    ranked = [
        c for c in found if c.holds_figures and c.header and _RANK.fullmatch(c.header.cell.text.strip())
    ]
    medians = sum(
        c.holds_figures and c.header is not None and c.header.cell.text.strip(" *_").lower() == "median"
        for c in found
    )
    if len(ranked) >= LEAST_RANKS - min(medians, 1):
        for column in ranked:
            if column.header is not None:
                column.header.labels = {**headers.ordinal(column.header.cell), **column.header.labels}
                column.header.percent = False
    for column in found if medians else ():
        said = labels.statistic(column.header.cell.text) if column.header is not None else None
        if column.header is not None and said is not None and said.name in QUARTILES:
            # `Q1` and `Q3` beside `Median` are quartiles, and no quarters of a year
            column.header.labels["statistic"] = Read(said.name, column.header.cell)


def mark_middle(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Mid` between `Low` and `High` is the middle of a range, and no level."""
    ends = {column.header.end for column in found if column.holds_figures and column.header}
    for column in found if {"low", "high"} <= ends else ():
        header = column.header
        if header is None or _MIDDLE.fullmatch(_UNIT.sub("", header.cell.text.strip(" *_"))) is None:
            continue
        kept = {key: label for key, label in header.labels.items() if key in ("currency", "period")}
        header.labels = {**kept, "statistic": Read("median", header.cell)}
        header.holds = column.holds = None
        column.holds_figures = any_figure([row[column.index] for row in body], "currency")


def mark_ends(found: list[Column]) -> None:
    """`Low (Band 1)` and `High (Band 4)`, `New drivers` and `Top drivers`: each is pay of its own, and no end of a range."""
    ended = [c.header for c in found if c.holds_figures and c.header is not None and c.header.end]
    for header in ended:
        own = {key: getattr(header.labels.get(key), "text", None) for key in _OF_ENDS}
        others = [
            {key: getattr(o.labels.get(key), "text", None) for key in _OF_ENDS}
            for o in ended
            if o is not header
        ]
        beside = [c.header for c in found if c.holds_figures and c.header is not header and c.header]
        steps = any(
            {"level", "experience"} & one.labels.keys() or _SERVED.fullmatch(one.cell.text) for one in beside
        )
        alone = steps and not any(o.end != header.end for o in ended)  # `Entry`, `Intermediate`, `Top`
        if (alone or (any(own.values()) and own not in others)) and _LOOSE_END.match(
            header.cell.text.strip(" *_")
        ):
            header.end = None


def mark_floors(found: list[Column]) -> None:
    """`Floor` beside `Midpoint` and `Ceiling`: the ends of a grade, and nobody's least in a negotiation."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None]
    staked = [header for header in headed if "stance" in header.labels]
    if len(staked) == 1 and any(header.end and header.end != staked[0].end for header in headed):
        staked[0].labels = {key: label for key, label in staked[0].labels.items() if key != "stance"}


def mark_contracts(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`PAYE` beside `Umbrella` and `Outside IR35`: ways to be employed for a rate, and no tax."""
    headed = [(column, column.header) for column in found if column.header is not None]
    ways = [(c, h) for c, h in headed if pattern("way_of_contract").fullmatch(h.cell.text.strip(" *_"))]
    for column, header in ways if len(ways) > 1 else ():
        if not header.names_pay and not header.not_pay:
            header.weak = ("base", header.cell)  # `UoP | B2B` over bare numbers
            column.holds_figures = any_figure([row[column.index] for row in body], "currency")
    if not any(column.holds_figures for column, _ in ways):
        return
    for column, header in ways:
        if header.not_pay:
            header.not_pay, column.holds = None, None
            column.holds_figures = any_figure([row[column.index] for row in body], "currency")


def mark_counts(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Options` over `1,500`, beside `Value at last round` over `$8,250`: how many there are, and no amount."""
    signed = any(
        any(figures.holds_money(row[column.index]) for row in body)
        for column in found
        if column.holds_figures
    )
    for column in found if signed else ():
        header = column.header
        if header is None or pattern("counted_stock").fullmatch(header.cell.text.strip(" *_")) is None:
            continue
        cells = [row[column.index] for row in body if row[column.index]]
        if cells and all(_COUNT.fullmatch(cell.text.strip(" *_")) for cell in cells):
            header.not_pay, column.holds, column.holds_figures = "count", None, False
            _mark_value(found[column.index + 1 : column.index + 2], header.cell)


def _mark_value(beside: list[Column], counted: Cell) -> None:
    """`Value at last round` right behind `Options`: what those are worth."""
    for column in beside:
        header = column.header
        valued = header is not None and pattern("value_of_stock").fullmatch(header.cell.text.strip(" *_"))
        if valued and header is not None and not header.components:
            header.components = [("equity", counted)]


def mark_alike(found: list[Column]) -> None:
    """Columns of figures that say the same of their figures are told apart by their headers."""
    seen: dict[str, list[Column]] = {}
    for column in found:
        if column.holds_figures:
            seen.setdefault(_meaning(column), []).append(column)
    for alike in seen.values():
        for column in alike:
            words = column.header.unknown if column.header else ()
            column.needs_name = column.header is not None and len(alike) > 1
            if column.header and words and not column.header.names_pay and not column.header.labels:
                column.needs_name = True


def _meaning(column: Column) -> str:
    header = column.header
    if header is None:
        return ""
    said = sorted((key, str(getattr(value, "text", value))) for key, value in header.labels.items())
    parts = [name for name, _ in header.components] or [header.weak[0] if header.weak else ""]
    return repr((parts, said, header.end, header.difference, header.percent))
