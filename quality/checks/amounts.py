"""Single amounts: placeholders, and currencies that are not those of the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quality.checks.finding import Finding, Row, grouped, is_market
from schemas.vocabulary import entries

_COMPUTED = ("median", "mean", "p10", "p25", "p75", "p90")
LEAST_VALUES = 6
ROUND = 10_000
_PLACEHOLDER = re.compile(r"(?<!\d)(?:(\d)\1{4,}|123456?7?8?9?|98765?4?|12345)(?!\d)")


def placeholders(rows: list[Row]) -> Iterator[Finding]:
    """Amounts that look typed to fill a gap: `$99,999`, `$123,456`."""
    for row in rows:
        if row["unit"] == "currency" and _PLACEHOLDER.search(re.sub(r"[,\s]", "", row["evidence"])):
            yield Finding("placeholder", row, {"shown": row["evidence"]}, found=row["low"])


def round_statistics(rows: list[Row]) -> Iterator[Finding]:
    """Medians, means and percentiles that are all round: what is computed from data seldom ends in four zeros every time."""
    computed = [
        row for row in rows if row["statistic"] in _COMPUTED and is_market(row) and row["period"] == "year"
    ]
    values = {row["low"] for row in computed if row["unit"] == "currency" and row["low"]}
    if len(values) >= LEAST_VALUES and all(value % ROUND == 0 for value in values):
        shown = f"all {len(values)} medians, means and percentiles are multiples of {ROUND:,}"
        yield Finding("round_statistics", computed[0], {"shown": shown})


def currencies_of_places(rows: list[Row]) -> Iterator[Finding]:
    """Pay in another currency than that of the place, where nothing beside it is in the place's own."""
    for package in grouped(rows, lambda row: row.get("package_id")).values():
        used = {row["currency"] for row in package if row["unit"] == "currency"}
        for row in package:
            own = _currency_of(row["country"])
            if row["unit"] == "currency" and own and row["currency"] and own not in used and is_market(row):
                shown = f"{row['currency']} in {row['region_label']}, where {own} is paid"
                yield Finding("currency_of_place", row, {"shown": shown})


@cache
def _currency_of(country: str | None) -> str | None:
    for entry in entries("place").values():
        if entry.data.get("type") == "country" and entry.data.get("country") == country:
            return str(entry.data["currency"]) if "currency" in entry.data else None
    return None
