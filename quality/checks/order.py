"""Order: pay that falls as level or experience rises, percentiles and medians that lie the wrong way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from quality.checks.finding import Finding, Row, grouped, is_market, measure, middle, money, place, spoken_of

RANKS = ("intern", "entry", "mid", "senior", "staff", "principal", "distinguished")
"""Levels of one ladder: managers are paid beside it."""
FALL = 0.02
"""A lower pay by less than this is rounding."""
LEAST_STEPS = 3


def by_level(rows: list[Row]) -> Iterator[Finding]:
    """Pay of a level below that of a lower one, in one table or list."""
    rank = {level: number for number, level in enumerate(RANKS)}
    ladder = [row for row in rows if row["level"] in rank and not row.get("level_to")]
    yield from _falls("falls_with_level", ladder, lambda row: rank[row["level"]], "level")


def by_experience(rows: list[Row]) -> Iterator[Finding]:
    """Pay of more years below that of fewer, in one table or list."""
    known = [row for row in rows if row["experience_min_years"] is not None and row["level"] is None]
    yield from _falls("falls_with_experience", known, lambda row: row["experience_min_years"], "experience")


def _falls(code: str, rows: list[Row], rank: Callable[[Row], float], axis: str) -> Iterator[Finding]:
    stated = [
        row
        for row in rows
        if is_market(row) and not row["restates"] and row["component"] in ("base", "total", "wage")
    ]
    for group in grouped(stated, lambda row: _beside(row, axis)).values():
        steps = sorted(group, key=rank)
        if len({rank(row) for row in steps}) < LEAST_STEPS or len({rank(row) for row in steps}) != len(steps):
            continue
        highest = steps[0]
        for row in steps[1:]:
            here, before = middle(row), middle(highest)
            if here is None or before is None:
                continue
            if here < before * (1 - FALL):
                shown = f"{_named(row, axis)} {money(here)}, {_named(highest, axis)} {money(before)}"
                says = {"shown": shown, "apart": f"{here / before - 1:+.1%}"}
                yield Finding(code, row, says, highest, before, here)
            else:
                highest = row


def _beside(row: Row, axis: str) -> tuple[object, ...] | None:
    """Rows that differ in the level (or the years) alone, of one table or list."""
    family = (
        row["statistic"]
        if row["statistic"] in ("median", "mean") or row["low_percentile"] is not None
        else "range"
    )
    others = tuple(
        row[c]
        for c in (
            "role",
            "company",
            "employer_group",
            "specialization",
            "education",
            "context",
            "figure_label",
        )
    )
    if axis == "level" and row["experience_min_years"] is not None and row["context"] in ("prose", "faq"):
        return None
    table = (row.get("locator") or "").split(",")[0] if row["context"].endswith("table") else row["context"]
    return (family, place(row), table, *others, *measure(row))


def _named(row: Row, axis: str) -> str:
    if axis == "level":
        return str(row["level_label"] or row["level"])
    return f"{row['experience_min_years']:g} years"


def percentiles(rows: list[Row]) -> Iterator[Finding]:
    """A higher percentile below a lower one."""
    ranked = [
        row
        for row in rows
        if row["low_percentile"] is not None and row["low"] is not None and row["low"] == row["high"]
    ]
    for group in grouped(ranked, lambda row: (*spoken_of(row, "specialization"), row["context"])).values():
        steps = sorted(group, key=lambda row: (row["low_percentile"], row["low"]))
        for lower, higher in pairwise(steps):
            if lower["low_percentile"] < higher["low_percentile"] and lower["low"] > higher["low"]:
                names = f"{lower['low_percentile']:g}th {money(lower['low'])}, {higher['low_percentile']:g}th {money(higher['low'])}"
                yield Finding(
                    "percentiles_out_of_order", higher, {"shown": names}, lower, lower["low"], higher["low"]
                )


def medians(rows: list[Row]) -> Iterator[Finding]:
    """A median outside of the range that stands beside it."""
    for package in grouped(rows, lambda row: row.get("package_id")).values():
        middles = [
            row for row in package if row["statistic"] in ("median", "mean") and row["low"] is not None
        ]
        ranges = [
            row for row in package if row["statistic"] in ("range", "percentile_band") and is_market(row)
        ]
        for one, whole in ((m, r) for m in middles for r in ranges):
            in_prose = one["statistic"] == "mean" and one["context"] in ("prose", "bullet")
            if (
                in_prose
                or spoken_of(one, "specialization") != spoken_of(whole, "specialization")
                or None in (whole["low"], whole["high"])
            ):
                continue  # a sentence seldom says what its average is the average of
            if not whole["low"] <= one["low"] <= whole["high"]:
                shown = f"{one['statistic']} {money(one['low'])}, range {money(whole['low'])} to {money(whole['high'])}"
                yield Finding("median_outside_range", one, {"shown": shown}, whole, found=one["low"])
