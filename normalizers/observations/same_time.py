"""Amounts that are paid for the same time as another one: in one sentence, or the size of the one just stated."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from normalizers.observations import measure
from normalizers.observations.record import Observation
from normalizers.periods import REGULAR, SHORT
from schemas import Document, Inferred, Read

NEARBY = 600
"""Characters within which a text still speaks of the same period."""
BEHIND = 100
"""Characters behind a figure within which its sentence may still say for which time it is paid."""
ALIKE = 2.5
"""So many times as much two amounts of one sentence may be that are paid for the same time."""
_OF_WHICH = re.compile(r"[^.;]{0,20}?,? of (?:which|that),?\s(?:\w+\s){0,3}?(?=\S{0,4}$)", re.IGNORECASE)
"""`$2,350 a week, of which $1,100 is a stipend`"""
_IN_OTHER_MONEY = re.compile(
    r"\s?\((?:(?:about|around|roughly|some|approximately|approx\.?|circa|or|equal to|equivalent to|worth|nearly|just over) |[~≈=]\s?)?",
    re.IGNORECASE,
)
TABLES = ("front_matter", "table", "broken_table", "flattened_table", "glued_table")


def infer(one: Observation, column: str, value: str) -> None:
    """Fill a column with what follows from other rows, and say that it does."""
    one.record[column] = value
    one.labels[column] = Inferred(value)
    one.record["inferred"] = sorted({*one.record["inferred"], column})


def infer_period(one: Observation, period: str, years: float | None = None) -> None:
    """The same for the time that an amount is paid for (`years` over which a grant vests), and for what it is a year."""
    infer(one, "period", period)
    if years is not None:
        one.record["vesting_years"] = years
        one.labels["vesting_years"] = Inferred(f"{years:g}")
        one.record["inferred"] = sorted({*one.record["inferred"], "vesting_years"})
    one.record["annual_low"], one.record["annual_high"] = (
        measure.annual(one.record, end) for end in ("low", "high")
    )


def is_open_year(one: Observation) -> bool:
    """Whether nothing says for which time an amount is paid; `first-year pay is $92` says only whose it is."""
    supposed = isinstance(one.labels.get("period"), Inferred) and one.record["period"] == "year"
    first = one.record["period"] == "first_year" and one.figure.period is None
    return one.record["unit"] == "currency" and (supposed or first)


def ends(record: dict[str, Any]) -> list[float]:
    """The ends of an amount that are stated, the lower one first."""
    return [record[end] for end in ("low", "high") if record[end] is not None]


def in_one_sentence(document: Document, made: list[Observation]) -> None:
    """`£600 a week in Leeds, £680 in London`: an amount of that size goes on with the time that its sentence has just stated."""
    last: Observation | None = None
    for one in made:
        if one.record["unit"] != "currency":
            continue
        said = one.figure.period is not None or not _is_of_the_page(one)
        if said or one.record["period"] not in REGULAR:
            last = one if said and one.record["period"] in REGULAR else None
        elif last is not None and _goes_on(document.text, last, one):
            infer_period(one, last.record["period"])


def _is_of_the_page(one: Observation) -> bool:
    """Whether a period is supposed, or said elsewhere than near the figure: that of a page holds for what else fits it."""
    label = one.labels.get("period")
    cell = label.cell if isinstance(label, Read) else None
    begins = one.package.removeprefix("sentence ") if one.package else ""
    if cell is None or not begins.isdigit():
        return cell is None
    return not int(begins) <= cell.start <= one.record["char_end"] + BEHIND


def _goes_on(text: str, last: Observation, one: Observation) -> bool:
    """Whether two amounts of one sentence are the same part of pay and alike in size, or the second is a part of the first."""
    if not one.package or one.package != last.package or one.record["context"] in TABLES:
        return False
    amounts, stated = ends(one.record), ends(last.record)
    if not (amounts and stated) or one.record["currency"] != last.record["currency"]:
        return False
    times = max(amounts) / max(max(stated), 1)
    added = one.record["component"] == "premium" and last.record["period"] in SHORT
    if added or _OF_WHICH.match(text, last.record["char_end"], one.record["char_start"]):
        return times < 1  # `$130 an hour, and a clearance adds $10 to $15`
    whole = {one.record["component"], last.record["component"]} <= {"base", "wage"}
    alike = one.record["component"] == last.record["component"] or whole
    return alike and 1 / ALIKE <= times <= ALIKE


def in_brackets(document: Document, made: list[Observation]) -> None:
    """`set at 1,580,000 pesos a month ($405)`: an amount in brackets is the one in front in other money, for the same time."""
    for first, other in pairwise(made):
        if first.record["unit"] != "currency" or other.record["unit"] != "currency":
            continue
        gap = document.text[first.record["char_end"] : other.record["char_start"]]
        foreign = (
            first.record["currency"] != other.record["currency"] and first.figure.cell != other.figure.cell
        )
        if not foreign or other.record["context"] in TABLES or _IN_OTHER_MONEY.fullmatch(gap) is None:
            continue
        period = first.record["period"]
        if (
            other.figure.period is None
            and period in (*REGULAR, "one_time", "project")
            and period != other.record["period"]
        ):
            infer_period(other, period)
        if (
            isinstance(other.labels.get("component"), Inferred)
            and other.record["component"] != first.record["component"]
        ):
            infer(other, "component", first.record["component"])


def going_on(made: list[Observation]) -> None:
    """`3,901 a month. Beginners get 2,800`: an amount of that size without a period goes on with the one just stated."""
    last: Observation | None = None
    for one in made:
        amount = one.record["high"] or one.record["low"] or 0
        if (
            one.record["unit"] != "currency"
            or one.record["component"] not in ("base", "wage", "total")
            or not amount
        ):
            continue
        if not isinstance(one.labels.get("period"), Inferred) or one.record["period"] in SHORT:
            last = one
        elif last is not None and last.record["period"] in (*SHORT, "month") and _near(last, one, amount):
            infer_period(one, last.record["period"])
            if (
                one.record["component"] == "base"
                and isinstance(one.labels.get("component"), Inferred)
                and last.record["period"] != "month"
            ):
                infer(one, "component", "wage")


def _near(last: Observation, one: Observation, amount: float) -> bool:
    stated = last.record["high"] or last.record["low"] or 0
    close = one.record["char_start"] - last.record["char_end"] < NEARBY
    return bool(
        close
        and stated
        and 0.25 <= amount / stated <= 4
        and last.record["currency"] == one.record["currency"]
    )
