"""Scripts of negotiations: counter-offers that can never reach their own threshold, asks outside of the stated range."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, is_market, money, place

NEAR = 3
"""Lines within which the steps of one script stand."""
OTHER_SCALE = 2.5
"""An ask beyond so many times the stated range is about something else than the range."""
_TABLES = ("front_matter", "table", "broken_table", "flattened_table", "glued_table")
_SAME = ("component", "currency", "company")


def counter_offers(rows: list[Row]) -> Iterator[Finding]:
    """The best counter-offer that a script expects, against the total below which it says not to accept."""
    floors = [
        row
        for row in rows
        if row["stance"] == "floor" and row["component"] == "total" and row["low"] is not None
    ]
    counters = [row for row in rows if row["stance"] == "counter"]
    for floor in floors:
        near = [row for row in counters if abs(row["line_start"] - floor["line_start"]) <= NEAR]
        base = _best(near, "base", floor["currency"])
        equity = _best(near, "equity", floor["currency"])
        if (
            base is None
            or equity is None
            or (equity["period"] == "grant" and not equity.get("vesting_years"))
        ):
            continue
        years = equity["vesting_years"] if equity["period"] == "grant" else 1.0
        percent = max((row["high"] or row["low"] or 0.0 for row in rows if _is_bonus(row)), default=0.0)
        top = base["high"] + equity["high"] / years + percent / 100 * base["high"]
        if top < floor["low"]:
            sum_ = f"{money(base['high'])} + {money(equity['high'])} / {years:g} + {percent:g}% x {money(base['high'])}"
            shown = f"{sum_} = {money(top)}, accepted from {money(floor['low'])}"
            yield Finding("counter_below_floor", floor, {"shown": shown}, base, round(top, 2), floor["low"])


def _best(rows: list[Row], component: str, currency: str | None) -> Row | None:
    own = [
        r for r in rows if r["component"] == component and r["currency"] == currency and r["high"] is not None
    ]
    return max(own, key=lambda row: float(row["high"]), default=None)


def _is_bonus(row: Row) -> bool:
    return (
        row["component"] == "bonus" and row["unit"] == "percent" and (row.get("applies_to") in (None, "base"))
    )


def asks(rows: list[Row]) -> Iterator[Finding]:
    """A yearly base or total that is asked for, above every range that the document states for it there, or below all."""
    stated = [
        r for r in rows if is_market(r) and r["context"] in _TABLES and None not in (r["low"], r["high"])
    ]
    for row in rows:
        if row["stance"] != "ask" or row["low"] is None or not _is_pay(row) or row["statistic"] == "maximum":
            continue
        where = place(row)
        own = [
            r
            for r in stated
            if _is_pay(r) and all(r[c] == row[c] for c in _SAME) and where in (None, place(r))
        ]
        if not own:
            continue
        lowest, highest = min(r["low"] for r in own), max(r["high"] for r in own)
        if (
            not lowest <= row["low"] <= highest
            and lowest / OTHER_SCALE <= row["low"] <= highest * OTHER_SCALE
        ):
            shown = f"{money(row['low'])} is asked for, {money(lowest)} to {money(highest)} is stated"
            yield Finding("ask_outside_range", row, {"shown": shown}, own[0], highest, row["low"])


def _is_pay(row: Row) -> bool:
    """Whether a row is a whole yearly base or total, and no difference of one."""
    whole = row["component"] in ("base", "total") and row.get("comparison") is None
    return whole and row["unit"] == "currency" and row["period"] == "year"
