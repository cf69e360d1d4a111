"""The same fact stated twice with different figures, one figure under two names, figures from second hand."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, apart, grouped, is_market, measure, money, spoken_of, subject

SAME = 0.005
_EXACT = ("median", "mean", "p10", "p25", "p75", "p90")
"""Statistics of which a subject has only one."""


def twice(rows: list[Row]) -> Iterator[Finding]:
    """One subject has one median (mean, percentile): two different ones contradict each other."""
    stated = [
        row
        for row in rows
        if row["statistic"] in _EXACT and is_market(row) and row["low"] is not None and row["role"]
    ]
    for group in grouped(stated, _fact).values():
        values = sorted({row["low"] for row in group})
        if len(values) != 2 or abs(apart(values[1], values[0])) <= SAME:
            continue  # with more of them the rows differ in something that was not read
        first = group[0]
        other = next(row for row in group if row["low"] != first["low"])
        if first.get("package_id") == other.get("package_id"):
            continue
        shown = f"{money(first['low'])} in line {first['line_start']}, {money(other['low'])} in line {other['line_start']}"
        yield Finding("stated_differently", other, {"shown": shown}, first, first["low"], other["low"])


def _fact(row: Row) -> tuple[object, ...]:
    return (
        *subject(row),
        *measure(row),
        row["statistic"],
        row.get("attributed_to"),
        row.get("as_of_label"),
        row["claim"],
    )


def ranges_twice(rows: list[Row]) -> Iterator[Finding]:
    """A range told twice with one end changed: `$130K-$200K+` here, `$130K-$220K` there."""
    told = [
        row
        for row in rows
        if row["context"] in ("prose", "bullet", "faq") and is_market(row) and row["statistic"] == "range"
        if row["component"] in ("base", "total", "wage") and row["comparison"] is None and row["role"]
        if None not in (row["low"], row["high"]) and row["figure_label"]
    ]
    for group in grouped(
        told, lambda row: (*spoken_of(row, "education"), str(row["figure_label"]).lower())
    ).values():
        first, *others = {(row["low"], row["high"]): row for row in reversed(group)}.values()
        if len(others) != 1 or first["package_id"] == others[0]["package_id"]:
            continue
        before, after = sorted((first, others[0]), key=lambda row: int(row["char_start"]))
        if (before["low"] == after["low"]) != (before["high"] == after["high"]):
            places = [
                f"{money(row['low'])} to {money(row['high'])} in line {row['line_start']}"
                for row in (before, after)
            ]
            yield Finding(
                "range_stated_differently",
                after,
                {"shown": ", ".join(places)},
                before,
                before["high"],
                after["high"],
            )


def under_two_names(rows: list[Row]) -> Iterator[Finding]:
    """One range that is once said to be between two percentiles, and elsewhere to be something else."""
    ranges = [row for row in rows if row["statistic"] in ("range", "percentile_band") and is_market(row)]
    key = lambda row: (row["role"], row["company"], row["low"], row["high"], *measure(row))  # noqa: E731 - used once
    for group in grouped([row for row in ranges if None not in (row["low"], row["high"])], key).values():
        bands = [row for row in group if row["statistic"] == "percentile_band"]
        plain = [
            row
            for row in group
            if row["statistic"] == "range" and row["package_id"] != (bands or [row])[0]["package_id"]
        ]
        if not bands:
            continue
        band = bands[0]
        for row in plain:
            name = (
                f"{band['low_percentile']:g}th to {band['high_percentile']:g}th percentile"
                if band["high_percentile"]
                else "percentiles"
            )
            shown = f"{money(row['low'])} to {money(row['high'])} are the {name} in line {band['line_start']}"
            yield Finding("statistic_apart", row, {"shown": shown}, band)


def second_hand(rows: list[Row]) -> Iterator[Finding]:
    """A figure that the document has from somebody else."""
    for row in rows:
        if row["claim"] == "reported" and row.get("attributed_to"):
            yield Finding("second_hand", row, {"shown": str(row["attributed_to"])})
