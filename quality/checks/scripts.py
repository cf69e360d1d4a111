"""Scripts of negotiations: counter-offers that can never reach their own threshold, asks outside of the stated range."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, grouped, is_market, money

NEAR = 3
"""Lines within which the steps of one script stand."""


def counter_offers(rows: list[Row]) -> Iterator[Finding]:
    """The best counter-offer that a script expects, against the total below which it says not to accept."""
    floors = [row for row in rows if row["stance"] == "floor" and row["component"] == "total" and row["low"] is not None]
    counters = [row for row in rows if row["stance"] == "counter"]
    for floor in floors:
        near = [row for row in counters if abs(row["line_start"] - floor["line_start"]) <= NEAR]
        base = _best(near, "base", floor["currency"])
        equity = _best(near, "equity", floor["currency"])
        if base is None or equity is None or (equity["period"] == "grant" and not equity.get("vesting_years")):
            continue
        years = equity["vesting_years"] if equity["period"] == "grant" else 1.0
        percent = max((row["high"] or row["low"] or 0.0 for row in rows if _is_bonus(row)), default=0.0)
        top = base["high"] + equity["high"] / years + percent / 100 * base["high"]
        if top < floor["low"]:
            sum_ = f"{money(base['high'])} + {money(equity['high'])} / {years:g} + {percent:g}% x {money(base['high'])}"
            shown = f"{sum_} = {money(top)}, accepted from {money(floor['low'])}"
            yield Finding("counter_below_floor", floor, {"shown": shown}, base, round(top, 2), floor["low"])


def _best(rows: list[Row], component: str, currency: str | None) -> Row | None:
    own = [r for r in rows if r["component"] == component and r["currency"] == currency and r["high"] is not None]
    return max(own, key=lambda row: float(row["high"]), default=None)


def _is_bonus(row: Row) -> bool:
    return row["component"] == "bonus" and row["unit"] == "percent" and (row.get("applies_to") in (None, "base"))


def asks(rows: list[Row]) -> Iterator[Finding]:
    """An ask above every range that the document states for its component, or below all of them."""
    stated = [r for r in rows if is_market(r) and r["statistic"] == "range" and None not in (r["low"], r["high"])]
    ranges = grouped(stated, _kind)
    for row in rows:
        own = ranges.get(_kind(row), [])
        if row["stance"] != "ask" or row["low"] is None or not own or row["component"] not in ("base", "total"):
            continue
        lowest, highest = min(r["low"] for r in own), max(r["high"] for r in own)
        if not lowest <= row["low"] <= highest:
            shown = f"{money(row['low'])} is asked for, {money(lowest)} to {money(highest)} is stated"
            yield Finding("ask_outside_range", row, {"shown": shown}, own[0], highest, row["low"])


def _kind(row: Row) -> tuple[object, ...]:
    return row["component"], row["currency"], row["period"], row["company"]
