"""How much: statistic, ends, unit, currency, period, and what it comes to a year."""

from __future__ import annotations

from typing import Any

from normalizers import labels as meaning
from schemas import Figure, Inferred, Read
from schemas.row import Label

NAMED = frozenset({"mean", "median", "p10", "p25", "p75", "p90", "percentile_band"})
PERCENTILES = {"median": 50.0, "p10": 10.0, "p25": 25.0, "p75": 75.0, "p90": 90.0}
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"})
PER_YEAR = {
    "hour": 2080.0,
    "day": 260.0,
    "week": 52.0,
    "month": 12.0,
    "quarter": 4.0,
    "half_year": 2.0,
    "year": 1.0,
    "first_year": 1.0,
}
"""A year has 2,080 paid hours (as the BLS counts), 260 days, 52 weeks."""
ONE_TIME = ("signing_bonus",)


def fill(
    record: dict[str, Any],
    filled: dict[str, Label],
    labels: dict[str, Label],
    figure: Figure,
    flags: list[str],
) -> None:
    """Fill the columns of amount; a convention that supplies something is recorded as inferred."""
    record["unit"] = "percent" if figure.unit == "percent" else "currency"
    _statistic(record, filled, labels, figure)
    _currency(record, filled, labels, figure, flags)
    _period(record, filled, labels, figure)
    record["open_ended"] = figure.open_ended or figure.bound is not None
    if figure.approximate:
        flags.append("approximate")
    if record["open_ended"]:
        flags.append("open_ended")
    if (
        record["low"] is not None
        and record["high"] is not None
        and record["low"] > record["high"]
        and figure.sign >= 0
    ):
        flags.append("range_inverted")
    record["annual_low"], record["annual_high"] = annual(record, "low"), annual(record, "high")


def _statistic(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], figure: Figure
) -> None:
    label = labels.get("statistic")
    named = label.text if label is not None else ""
    if figure.unit == "percent" or record["component"] == "premium":
        # `+7 % vs. the state average`: the average is what is compared with.
        named = named if named in ("minimum", "maximum") else ""
    low, high = figure.low, figure.high
    point = low if low is not None else high
    if named in NAMED and named != "percentile_band" and not figure.is_range:
        # `$211,450+ (90th percentile)`: a percentile is a point, open as it may be.
        statistic, low, high = named, point, point
    elif figure.is_range:
        # The average range of many postings is a range; what it is an average of stands in figure_label.
        statistic = named if named == "percentile_band" else "range"
    elif figure.bound or named in ("minimum", "maximum"):
        statistic = figure.bound or named
        low, high = (point, None) if statistic == "minimum" else (None, point)
    else:
        statistic = "point"
    record["statistic"], record["low"], record["high"] = statistic, low, high
    if label is not None and named == statistic:
        filled["statistic"] = label
    _percentiles(record, filled, labels, named)


def _percentiles(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], named: str
) -> None:
    record["low_percentile"] = record["high_percentile"] = PERCENTILES.get(record["statistic"])
    label = labels.get("percentile")
    if label is None or record["statistic"] != named:
        return
    ends = [part for part in label.text.split("-") if part.replace(".", "", 1).isdigit()]
    if ends:
        record["low_percentile"], record["high_percentile"] = float(ends[0]), float(ends[-1])
        filled["low_percentile"] = filled["high_percentile"] = label


def _currency(
    record: dict[str, Any],
    filled: dict[str, Label],
    labels: dict[str, Label],
    figure: Figure,
    flags: list[str],
) -> None:
    record["currency"] = None
    if figure.unit == "percent":
        return
    label = labels.get("currency")
    declared = _code(label)
    place = meaning.place(record["region_label"]) if record.get("region_label") else None
    if figure.currency is None:
        if declared is None:
            flags.append("unknown_currency")
            return
        record["currency"], filled["currency"] = declared, label  # type: ignore[assignment]
        return
    record["currency"] = figure.currency
    if figure.currency_cell is not None:
        filled["currency"] = Read(figure.currency, figure.currency_cell)
    if "dollar_sign" in figure.flags and declared in DOLLARS and label is not None:
        record["currency"], filled["currency"] = declared, label
    elif (
        "dollar_sign" in figure.flags and place is not None and place.currency in DOLLARS - {"USD"}
    ) or "ambiguous_currency" in figure.flags:
        flags.append("ambiguous_currency")
    if declared is not None and declared != record["currency"] and record["context"] != "prose":
        flags.append("currency_conflict")


def _code(label: Label | None) -> str | None:
    text = label.text.strip().upper() if label is not None else ""
    return text if len(text) == 3 and text.isalpha() else None


def _period(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], figure: Figure
) -> None:
    record["period"], record["vesting_years"] = None, figure.vesting_years
    if figure.unit == "percent":
        return
    label = labels.get("period")
    vesting = labels.get("vesting")
    if vesting is not None and record["vesting_years"] is None and vesting.text.replace(".", "", 1).isdigit():
        record["vesting_years"], filled["vesting_years"] = float(vesting.text), vesting
    if figure.period is not None:
        record["period"] = figure.period
        if figure.period_cell is not None:
            filled["period"] = Read(figure.period, figure.period_cell)
    elif label is not None and not (record["component"] in ONE_TIME and label.text == "year"):
        record["period"], filled["period"] = label.text, label
    else:
        record["period"] = (
            "grant" if record["vesting_years"] else "one_time" if record["component"] in ONE_TIME else "year"
        )
        filled["period"] = Inferred(record["period"])
    if record["period"] == "grant" and record["component"] not in ("equity", "other", "total", "premium"):
        record["period"], filled["period"] = "year", Inferred("year")


def annual(record: dict[str, Any], end: str) -> float | None:
    """An end of the figure a year, in its currency; None where that has no meaning."""
    value, period = record[end], record["period"]
    if value is None or record["unit"] == "percent":
        return None
    if period == "grant":
        years = record["vesting_years"]
        return float(round(value / years, 2)) if years else None
    return float(round(value * PER_YEAR[period], 2)) if period in PER_YEAR else None
