"""Dates and cadences, by a strict table of forms. What is not stated is not invented."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Date  # noqa: N812 (the module's own `date` is a function)

from schemas import times

LONGEST = 200
"""Characters of a label that are looked at."""
MONTHS = times.months()
ORDINALS = times.ordinals(4) | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
LEAD = re.compile(
    rf"^(?:\(|\[)?(?:(?:data )?(?:last )?(?:{times.alternatives(times.dated())})(?: on| in| as of)?\s*:?\s*)+",
    re.IGNORECASE,
)
_MONTH = r"(?P<month>" + times.alternatives(MONTHS) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
FORMS = tuple(
    (re.compile(form, re.IGNORECASE), precision)
    for form, precision in (
        (
            rf"{_YEAR}-(?P<number>\d\d)-{_DAY}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
            "day",
        ),
        (rf"{_YEAR}[./](?P<number>\d{{1,2}})[./]{_DAY}", "day"),
        (rf"{_MONTH} {_DAY},? {_YEAR}", "day"),
        (rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}", "day"),
        (rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}", "day"),
        (rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}", "day"),
        (rf"{_MONTH},? (?:of )?{_YEAR}", "month"),
        (rf"{_YEAR}[-/](?P<number>\d{{1,2}})", "month"),
        (rf"{_YEAR} {_MONTH}", "month"),
        (rf"(?P<number>0?[1-9]|1[0-2])/{_YEAR}", "month"),
        (rf"{_YEAR}[- /]?Q(?P<quarter>[1-4])", "quarter"),
        (rf"Q(?P<quarter>[1-4])[- /]?(?:of )?{_YEAR}", "quarter"),
        (rf"(?P<ordinal>{times.alternatives(ORDINALS)}) quarter (?:of )?{_YEAR}", "quarter"),
        (rf"{_YEAR}[- /]?H(?P<half>[12])", "half_year"),
        (rf"H(?P<half>[12])[- /]?(?:of )?{_YEAR}", "half_year"),
        (_YEAR, "year"),
    )
)
CADENCES = times.cadences(of_labels=True)
ISO = re.compile(r"P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?")
WORDS = times.numbers(2, 12)
EVERY = re.compile(
    rf"(?:every|each) (?P<n>\d{{1,3}}|{times.alternatives(WORDS)}) (?P<unit>days?|weeks?|months?|years?)",
    re.IGNORECASE,
)


def date(text: str) -> tuple[Date, str] | None:
    """The last day of the time that a label names, and how exact it is: `day month quarter half_year year`.

    Spans (`2025-2026`), seasons, forecasts and fiscal years are None: when a fiscal year ends, the label does not say.
    """
    label = LEAD.sub("", " ".join(text[:LONGEST].split())).strip(" ()[].*_")
    for form, precision in FORMS:
        match = form.fullmatch(label)
        if match is not None:
            day = _last_day(match.groupdict())
            return (day, precision) if day is not None else None
    return None


def first_day(text: str) -> Date | None:
    """The first day of the time that a label names."""
    found = date(text)
    if found is None or found[1] == "day":
        return found[0] if found else None
    last, precision = found
    return Date(last.year, last.month - _MONTHS_OF[precision] + 1, 1)


_MONTHS_OF = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def duration(text: str) -> str | None:
    """How often, as an ISO 8601 duration: `P90D`, `refreshed weekly` -> `P7D`."""
    label = " ".join(text[:LONGEST].split()).strip(" .()")
    if ISO.fullmatch(label):
        return label
    every = EVERY.search(label)
    if every is not None:
        count = WORDS.get(every.group("n").casefold()) or int(every.group("n"))
        unit = every.group("unit")[0].upper()
        return f"P{count * 7}D" if unit == "W" else f"P{count}{unit}"
    words = label.casefold()
    found = {iso for word, iso in CADENCES.items() if re.search(rf"(?<![\w-]){word}(?![\w-])", words)}
    return found.pop() if len(found) == 1 else None


def _last_day(parts: dict[str, str | None]) -> Date | None:
    year = int(parts["year"] or 0)
    if parts.get("quarter") or parts.get("ordinal"):
        quarter = ORDINALS.get((parts.get("ordinal") or "").casefold()) or int(parts["quarter"] or 0)
        return Date(year, quarter * 3, monthrange(year, quarter * 3)[1])
    if parts.get("half"):
        return Date(year, 6, 30) if parts["half"] == "1" else Date(year, 12, 31)
    month = _month(parts)
    if month is None:
        return Date(year, 12, 31) if not parts.get("number") and not parts.get("first") else None
    if not 1 <= month <= 12:
        return None
    day = parts.get("day") or _slash_day(parts)
    last = monthrange(year, month)[1]
    if day is None:
        return Date(year, month, last)
    return Date(year, month, int(day)) if 1 <= int(day) <= last else None


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("month"):
        return MONTHS[str(parts["month"]).casefold()]
    if parts.get("number"):
        return int(str(parts["number"]))
    if parts.get("first"):
        first, second = int(str(parts["first"])), int(str(parts["second"]))
        # 03/04/2026 is March in one country and April in another: only a day beyond 12 tells.
        return second if first > 12 else first if second > 12 or first == second else None
    return None


def _slash_day(parts: dict[str, str | None]) -> str | None:
    if not parts.get("first"):
        return None
    return max(str(parts["first"]), str(parts["second"]), key=int)
