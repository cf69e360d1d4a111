"""Stated percents between two amounts: `$223k, -12%` beside `$250k`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quality.checks.finding import Finding, Row, grouped, is_market, money, rounding

_TABLE = re.compile(r"(table \d+), row (\d+)")
_HALF = 0.5
"""A percent without decimals is rounded to one."""
POINTS = 5.0
"""Percents of ranges are round numbers: so many points off is no contradiction."""
_NEAR = 25
"""Characters between a percent and the amount that it speaks of, in a sentence."""
_FAR = 100
_TOLD = ("prose", "bullet", "faq")


def stated(rows: list[Row]) -> Iterator[Finding]:
    """A percent in a row of a table of two rows, or in a sentence with two amounts, against what these amounts give."""
    yield from _in_tables(rows)
    told = [row for row in rows if row["context"] in _TOLD and is_market(row)]
    for package in grouped(told, lambda row: row["package_id"]).values():
        percents = [row for row in package if _is_difference(row)]
        amounts = _points(package)
        if len({row["figure_id"] for row in percents}) != 1 or len(amounts) != 2:
            continue
        if min(_gap(percents[0], amount) for amount in amounts) <= _NEAR:
            yield from _compared(percents[0], *sorted(amounts, key=lambda row: -row["low"]), either=True)


def _in_tables(rows: list[Row]) -> Iterator[Finding]:
    tables = grouped(
        rows, lambda row: found[1] if (found := _TABLE.match(row.get("locator") or "")) else None
    )
    for table in tables.values():
        lines = grouped(table, lambda row: _TABLE.match(row["locator"])[2])  # type: ignore[index]
        amounts = {line: _points(own) for line, own in lines.items()}
        if len(lines) != 2 or any(len(own) != 1 for own in amounts.values()):
            continue
        (one, first), (two, second) = ((line, own[0]) for line, own in amounts.items())
        if first["statistic"] != second["statistic"] or first["component"] != second["component"]:
            continue
        for line, own, other in ((one, first, second), (two, second, first)):
            percents = [row for row in lines[line] if _is_difference(row)]
            if len(percents) == 1:
                yield from _compared(percents[0], own, other, either=False)


def _gap(one: Row, other: Row) -> int:
    """Characters between two figures."""
    return int(max(one["char_start"] - other["char_end"], other["char_start"] - one["char_end"]))


def _is_difference(row: Row) -> bool:
    return (
        row["component"] == "premium"
        and row["unit"] == "percent"
        and row["low"] == row["high"]
        and row["low"] is not None
    )


def _points(rows: list[Row]) -> list[Row]:
    """Amounts of one kind; none where they differ in kind."""
    found = {row["figure_id"]: row for row in rows if row["unit"] == "currency" and row["low"] == row["high"]}
    amounts = [row for row in found.values() if row["low"] and row["component"] != "premium"]
    alike = {(row["component"], row["currency"], row["period"], row["statistic"]) for row in amounts}
    return amounts if len(alike) <= 1 else []


def _compared(percent: Row, own: Row, other: Row, *, either: bool) -> Iterator[Finding]:
    """`own` is what the percent speaks of, `other` what it is measured from; in a sentence it may be the other way round."""
    stated_percent = abs(percent["low"])
    slack = _HALF * 10.0 ** -len(str(percent["evidence"]).partition(".")[2].rstrip("%").strip()[:1])
    ways = [(own, other), (other, own)] if either else [(own, other)]
    slack = max(slack, 1.0) if either else slack
    if any(_least(a, b) - slack <= stated_percent <= _most(a, b) + slack for a, b in ways):
        return
    expected = (own["low"] / other["low"] - 1) * 100
    shown = f"{money(own['low'])} / {money(other['low'])} - 1 = {expected:+.1f}%, stated {percent['low']:+g}%"
    yield Finding("difference_apart", percent, {"shown": shown}, other, round(expected, 2), percent["low"])


def _least(own: Row, other: Row) -> float:
    return min(_ends(own, other))


def _most(own: Row, other: Row) -> float:
    return max(_ends(own, other))


def _ends(own: Row, other: Row) -> tuple[float, float]:
    """The percents that the rounding of both amounts allows, without their sign."""
    a, b = rounding(own), rounding(other)
    one = abs((own["low"] - a) / (other["low"] + b) - 1) * 100
    two = abs((own["low"] + a) / (other["low"] - b) - 1) * 100
    return one, two


def grown(rows: list[Row]) -> Iterator[Finding]:
    """Percents from one range to another in a sentence: `from $100K-$130K to $170K-$220K, a 70-100 % increase`."""
    told = [row for row in rows if row["context"] in _TOLD and is_market(row)]
    for package in grouped(told, lambda row: row["package_id"]).values():
        ranges = [row for row in _ranges(package) if row["unit"] == "currency"]
        percents = [row for row in _ranges(package) if row["unit"] == "percent" and not row["open_ended"]]
        if len(ranges) != 2 or len(percents) != 1 or percents[0]["comparison"] == "of":
            continue
        kinds = {(row["component"], row["currency"], row["period"]) for row in ranges}
        if len(kinds) != 1 or min(_gap(percents[0], row) for row in ranges) > _FAR:
            continue
        first, second = sorted(ranges, key=lambda row: float(row["low"]))
        ends = [(second[end] / first[end] - 1) * 100 for end in ("low", "high")]
        percent = percents[0]
        if abs(sum(ends) - percent["low"] - percent["high"]) / 2 <= 2 * POINTS:
            continue
        sums = " and ".join(
            f"{money(second[end])} / {money(first[end])} - 1 = {found:+.1f}%"
            for end, found in zip(("low", "high"), ends, strict=True)
        )
        shown = f"{sums}, stated {percent['low']:g}% to {percent['high']:g}%"
        yield Finding(
            "difference_apart", percent, {"shown": shown}, second, round(max(ends), 2), percent["high"]
        )


def shares(rows: list[Row]) -> Iterator[Finding]:
    """A part said to be some percent of base, against an example of both in the same paragraph."""
    told = [row for row in rows if row["context"] in _TOLD]
    for line in grouped(told, lambda row: row["line_start"]).values():
        bases = [
            row for row in line if row["component"] == "base" and row["low"] and row["low"] == row["high"]
        ]
        for percent in _ranges(line):
            parts = [r for r in line if r["component"] == percent["component"] and r["unit"] == "currency"]
            of_base = percent["unit"] == "percent" and percent["applies_to"] == "base"
            if not of_base or len(bases) != 1 or len(parts) != 1 or parts[0]["period"] != "year":
                continue
            base, part = bases[0], parts[0]
            if part["low"] is None or part["high"] is None:
                continue
            ends = [part[end] / base["low"] * 100 for end in ("low", "high")]
            if ends[0] < percent["low"] - POINTS or ends[1] > percent["high"] + POINTS:
                amounts = f"{money(part['low'])} to {money(part['high'])} / {money(base['low'])}"
                shown = f"{amounts} = {ends[0]:.0f}% to {ends[1]:.0f}%, stated {percent['low']:g}% to {percent['high']:g}%"
                yield Finding(
                    "difference_apart", percent, {"shown": shown}, part, round(ends[1], 2), percent["high"]
                )


def _ranges(rows: list[Row]) -> list[Row]:
    found = {
        row["figure_id"]: row for row in rows if row["low"] and row["high"] and row["low"] != row["high"]
    }
    return list(found.values())
