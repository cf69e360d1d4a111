"""schema.org data in a page: the pay of `JobPosting.baseSalary` and `Occupation.estimatedSalary`, with its place in the script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers import figures
from schemas import Cell, Ends, Read, Row
from schemas.row import Value

_PAY = re.compile(r'"(?P<name>baseSalary|estimatedSalary)"\s*:\s*[\[{]')
_ENTRY = re.compile(r'"(?P<key>\w+)"\s*:\s*(?:"(?P<text>(?:[^"\\]|\\.)*+)"|(?P<number>-?\d[\d.]*))')
_TYPE = re.compile(r'"@type"\s*:\s*"(?:JobPosting|Occupation|OccupationAggregation\w*)"')
_PERIODS = {
    "HOUR": "hour",
    "DAY": "day",
    "WEEK": "week",
    "MONTH": "month",
    "YEAR": "year",
    "P1Y": "year",
    "P1M": "month",
}
_STATISTICS = {
    "median": "median",
    "percentile10": "p10",
    "percentile25": "p25",
    "percentile75": "p75",
    "percentile90": "p90",
}
MAX_OBJECT = 4_000


def rows(script: Cell) -> Iterator[Row]:
    """The rows that a script of type `application/ld+json` states."""
    if not _TYPE.search(script.text):
        return
    labels = _labels(script)
    for number, found in enumerate(_PAY.finditer(script.text)):
        inside = script.cut(found.end(), _end(script.text, found.end()))
        entries = {
            entry["key"]: inside.cut(*entry.span("text" if entry["text"] is not None else "number"))
            for entry in _ENTRY.finditer(inside.text)
        }
        place = f"{found['name']}[{number}]"
        yield from _row(entries, labels, place)


def _row(entries: dict[str, Cell], labels: dict[str, Value], place: str) -> Iterator[Row]:
    said: dict[str, Value] = dict(labels)
    if "currency" in entries:
        said["currency"] = entries["currency"]
    unit = entries.get("unitText") or entries.get("duration")
    if unit is not None and unit.text.upper() in _PERIODS:
        said["period"] = Read(_PERIODS[unit.text.upper()], unit)
    low, high = entries.get("minValue"), entries.get("maxValue")
    if low is not None or high is not None:
        yield _made(Ends(low, high) if low and high and low.text != high.text else low or high, said, place)
    elif "value" in entries and figures.read(entries["value"], unit="currency").figures:
        yield _made(entries["value"], said, place)
    for key, statistic in _STATISTICS.items():
        if key in entries:
            yield _made(entries[key], {**said, "statistic": Read(statistic, entries[key])}, f"{place}.{key}")


def _made(figure: Value | None, said: dict[str, Value], place: str) -> Row:
    row = Row(context="json_ld", locator=place, package=place, amount=figure)
    row.values.update(said)
    return row


def _labels(script: Cell) -> dict[str, Value]:
    """Title, employer and place of the posting, and that it is one."""
    said: dict[str, Value] = {}
    for key, name in (("title", "role"), ("occupationalCategory", "role"), ("addressLocality", "region")):
        found = re.search(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.)*+)"', script.text)
        if found and found.group(1).strip() and name not in said:
            said[name] = script.cut(*found.span(1))
    employer = re.search(
        r'"hiringOrganization"\s*:\s*\{[^{}]{0,600}?"name"\s*:\s*"((?:[^"\\]|\\.)*+)"', script.text
    )
    if employer:
        said["company"] = script.cut(*employer.span(1))
    kind = _TYPE.search(script.text)
    if kind:
        cell = script.cut(*kind.span())
        said["component"] = Read("base", cell)
        if "JobPosting" in kind.group():
            said["claim"] = Read("posted", cell)
    return said


def _end(text: str, at: int) -> int:
    """Where the object that opens before `at` closes, within limits."""
    depth = 1
    for index in range(at, min(len(text), at + MAX_OBJECT)):
        if text[index] in "{[":
            depth += 1
        elif text[index] in "}]":
            depth -= 1
            if depth == 0:
                return index
    return min(len(text), at + MAX_OBJECT)
