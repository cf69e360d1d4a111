"""What a page claims of its own figures (`comparisons`), against these figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from quality.checks.finding import Finding, Row, is_market, money

Claim = dict[str, Any]
"""A comparison as `normalizers.observations` hands it over: kind, line, figure_start, levels, skills, role, percentiles, amount."""

CLOSE = 0.03
"""An amount so near to a percentile may be said to lie there."""
ROUNDED = 0.005
_EXACT = ("median", "mean", "point")
_PAID = ("base", "wage", "total")


def against_figures(rows: list[Row], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Every claim that the figures of its own page deny; the same one made again is found once."""
    seen = set()
    for claim in claims:
        for finding in _CHECKS[claim["kind"]](rows, claim):
            same = (claim["kind"], id(finding.row), finding.expected)
            if same not in seen and not finding.row["restates"]:
                seen.add(same)
                yield replace(finding, says={"line": claim["line"], **finding.says})


def _between(rows: list[Row], claim: Claim) -> Iterator[Finding]:
    row = _subject(rows, claim)
    ends = [end for rank in claim["percentiles"] if (end := _percentile(rows, claim, rank)) is not None]
    if row is None or None in (row["low"], row["high"]) or len(ends) != len(claim["percentiles"]):
        return
    low, high = ends[0]["low"], ends[-1]["low"]
    if len(ends) == 1:
        fits = row["low"] * (1 - CLOSE) <= low <= row["high"] * (1 + CLOSE)
    else:
        fits = abs(row["low"] / low - 1) <= CLOSE and abs(row["high"] / high - 1) <= CLOSE
    if not fits:
        ranks = " to ".join(f"{rank:g}th" for rank in claim["percentiles"])
        amounts = money(low) if len(ends) == 1 else f"{money(low)} to {money(high)}"
        shown = f"{money(row['low'])} to {money(row['high'])} is called the {ranks} percentile, which is {amounts}"
        yield Finding("claim_denied", row, {"shown": shown}, ends[0], low, row["low"])


def _above(rows: list[Row], claim: Claim) -> Iterator[Finding]:
    yield from _beyond(rows, claim, "above", lambda value, mark: value < mark * (1 - ROUNDED))


def _below(rows: list[Row], claim: Claim) -> Iterator[Finding]:
    yield from _beyond(rows, claim, "below", lambda value, mark: value > mark * (1 + ROUNDED))


def _beyond(
    rows: list[Row], claim: Claim, word: str, wrong: Callable[[float, float], bool]
) -> Iterator[Finding]:
    mark = _percentile(rows, claim, claim["percentiles"][0])
    if mark is None:
        return
    if claim["figure_start"] is not None:
        said = [row for row in [_subject(rows, claim)] if row is not None]
    else:
        said = [row for row in rows if _is_of_level(row, claim, mark)]
    name = "median" if claim["percentiles"][0] == 50 else f"{claim['percentiles'][0]:g}th percentile"
    for row in said:
        end = "low" if word == "above" else "high"
        if (
            row is mark
            or row[end] is None
            or row["currency"] != mark["currency"]
            or not wrong(row[end], mark["low"])
        ):
            continue
        apart = f"{row[end] / mark['low'] - 1:+.1%}"
        shown = f"{money(row[end])} is said to be {word} the {name} of {money(mark['low'])} ({apart})"
        yield Finding("claim_denied", row, {"shown": shown}, mark, mark["low"], row[end])


def _floor(rows: list[Row], claim: Claim) -> Iterator[Finding]:
    """The lowest whole pay of the page below what it calls a floor."""
    mark = _subject(rows, claim)
    if mark is None or mark["low"] is None or mark["component"] not in _PAID or not is_market(mark):
        return
    paid = [
        row
        for row in rows
        if row["component"] in ("base", "wage") and row["claim"] == "market" and row["low"]
    ]
    alike = [
        row
        for row in paid
        if row["role"] != mark["role"] and _same_kind(row, mark) and row["statistic"] == "range"
    ]
    lowest = min(alike, key=lambda row: float(row["low"]), default=None)
    if lowest is not None and lowest["low"] < mark["low"] * (1 - CLOSE):
        shown = f"{money(mark['low'])} is called a floor, {money(lowest['low'])} is paid"
        yield Finding("claim_denied", lowest, {"shown": shown}, mark, mark["low"], lowest["low"])


def _highest(rows: list[Row], claim: Claim) -> Iterator[Finding]:
    """A skill whose premium is called the highest, in a table that gives another one more at both ends."""
    premiums = [row for row in rows if row["component"] == "premium" and row["context"].endswith("table")]
    whole = [row for row in premiums if None not in (row["low"], row["high"]) and row["specialization"]]
    named = {skill.lower() for skill in claim["skills"]}
    own = [row for row in whole if any(skill in row["specialization"].lower() for skill in named)]
    for row in own:
        rivals = [one for one in whole if one not in own and _same_kind(one, row)]
        higher = [
            one
            for one in rivals
            if one["low"] > max(r["low"] for r in own) and one["high"] > max(r["high"] for r in own)
        ]
        if higher:
            best = max(higher, key=lambda one: float(one["high"]))
            ours, theirs = (f"{money(one['low'])} to {money(one['high'])}" for one in (row, best))
            shown = f"{row['specialization']} ({ours}) is said to have the highest premium, {best['specialization']} has {theirs}"
            yield Finding("claim_denied", row, {"shown": shown}, best, best["high"], row["high"])
            return


def _subject(rows: list[Row], claim: Claim) -> Row | None:
    return next(
        (row for row in rows if row["char_start"] == claim["figure_start"] and row["unit"] == "currency"),
        None,
    )


def _percentile(rows: list[Row], claim: Claim, rank: float) -> Row | None:
    """The row of the page's own percentile that is meant; None where there is none, or several that differ."""
    stated = [
        row for row in rows if row["low_percentile"] == rank and row["low"] and row["low"] == row["high"]
    ]
    if claim["amount"] is not None:
        stated = [row for row in stated if row["low"] == claim["amount"]]
    if claim["role"] is not None:
        stated = [row for row in stated if row["role"] == claim["role"]]
    else:
        stated = [row for row in stated if row["level"] is None and row["claim"] != "reported"]
        stated = [row for row in stated if row["role"] == stated[0]["role"]]
    values = {row["low"] for row in stated if row["period"] == "year"}
    own = [row for row in stated if row["period"] == "year"]
    return own[0] if len(values) == 1 or (own and claim["role"] is None) else None


def _is_of_level(row: Row, claim: Claim, mark: Row) -> bool:
    return (
        row["level"] in claim["levels"]
        and row["statistic"] in _EXACT
        and _same_kind(row, mark)
        and row["role"] == mark["role"]
    )


def _same_kind(row: Row, mark: Row) -> bool:
    return all(row[column] == mark[column] for column in ("unit", "currency", "period"))


_CHECKS: dict[str, Callable[[list[Row], Claim], Iterator[Finding]]] = {
    "between": _between, "above": _above, "below": _below, "floor": _floor, "highest": _highest,
}  # fmt: skip
