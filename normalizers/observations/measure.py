"""How much: statistic, ends, unit, currency, period, and what it comes to a year."""

from __future__ import annotations

from typing import Any

from normalizers.figures.spellings import share_a_sign
from normalizers.observations.categories import number
from normalizers.observations.subjects import spot
from normalizers.periods import REGULAR, WITHIN_A_YEAR
from schemas import Cell, Figure, Inferred, Read
from schemas.row import Label
from schemas.wordings import pattern

NAMED = frozenset({"mean", "median", "p10", "p25", "p75", "p90", "percentile_band"})
PERCENTILES = {"median": 50.0, "p10": 10.0, "p25": 25.0, "p75": 75.0, "p90": 90.0}
PER_YEAR = {
    "hour": 2080.0,
    "day": 260.0,
    "week": 52.0,
    "fortnight": 26.0,
    "month": 12.0,
    "quarter": 4.0,
    "half_year": 2.0,
    "year": 1.0,
    "first_year": 1.0,
}
"""A year has 2,080 paid hours (as the BLS counts), 260 days, 52 weeks and 26 fortnights."""
HOURLY = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD"})
"""Currencies in which nobody works for a thousandth of what others do."""
MOST_AN_HOUR, SMALL = 150.0, 1_000.0
"""The most that is taken for a wage an hour where nothing says the time; below the second no amount is for a year."""
MOST_IN = {"hour": 1_500.0, "day": 5_000.0}
"""More than this in one of these currencies nobody is paid in so short a time."""
MOST_OF_A_PAGE = {"week": 25_000.0, "month": 70_000.0}
"""The same for times that a page or a sentence before says: a package of $160,000 beside monthly pay is one of a year."""
LEAST_OF_A_PAGE, LEAST_A_WEEK = {"week": 40.0, "fortnight": 80.0, "month": 100.0, "year": SMALL}, 10.0
"""Less than this is no pay for so long: `$16.50` in a weekly letter is an hour's; what is less than the second may be for a word."""
NOT_ONCE = REGULAR | {"first_year", "grant"}
"""What is paid once may be paid in parts over years, and is so in the first year or the second."""
ONE_TIME = frozenset({"signing_bonus"})
_OF_ITSELF = frozenset({"on average", "an average of", "averages", "averaged", "averaging"})
"""`on average $350 more`: words by which the difference itself is a mean, and not what it is compared with."""
GRANTED = frozenset({"equity", "total", "premium", "other"})
"""What can be granted over years where a row or table says so; a figure's own `over four years` counts for everything."""


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
    flags += [flag for flag in figure.flags if flag == "scale_carried"]
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
    if record["component"] == "premium" or (figure.unit == "percent" and named not in ("mean", "median")):
        # `+7 % vs. the state average`: the average is what is compared with; a `median gap` is one itself.
        named = named if named in ("minimum", "maximum") or _is_of_a_gap(label) else ""
    low, high = figure.low, figure.high
    point = low if low is not None else high
    if named in NAMED and named != "percentile_band" and not figure.is_range:
        # `$211,450+ (90th percentile)`: a percentile is a point, open as it may be.
        statistic, low, high = named, point, point
    elif figure.is_range:
        # The average range of many postings is a range; what it is an average of stands in figure_label.
        statistic = named if named == "percentile_band" else "range"
    elif figure.bound or named in ("minimum", "maximum"):
        # `High: $550,000+`: the upper end, open as it may be.
        plus = named == "maximum" and figure.bound == "minimum" and figure.bound_cell is None
        statistic = named if plus else figure.bound or named
        low, high = (point, None) if statistic == "minimum" else (None, point)
    else:
        statistic = "point"
    record["statistic"], record["low"], record["high"] = statistic, low, high
    if label is not None and named == statistic:
        filled["statistic"] = label
    _percentiles(record, filled, labels, named)


def _is_of_a_gap(label: Label | None) -> bool:
    """`mean gender pay gap`, `on average 12% more`, `6.8% (mean)`: the statistic of a difference itself."""
    cell = getattr(label, "cell", label)
    if not isinstance(cell, Cell):
        return False
    words = cell.text.rstrip(" %()").lower()
    return words.endswith(("gap", "difference")) or words in _OF_ITSELF or cell.text[:1] == "("


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
    """The figure's own sign or code, else what the row declares; a sign that several countries share takes what is declared."""
    record["currency"] = None
    if figure.unit == "percent":
        return
    label = labels.get("currency")
    declared = label.text if label is not None else None
    if label is not None and (figure.currency is None or _shares_sign(figure, label.text)):
        record["currency"], filled["currency"] = declared, label
        return
    record["currency"] = figure.currency
    if figure.currency is None:
        flags.append("unknown_currency")
        return
    if figure.currency_cell is not None:
        filled["currency"] = Read(figure.currency, figure.currency_cell)
    elif label is not None and declared == figure.currency:
        filled["currency"] = label  # its column was read in the money that the words around the table name
    if "ambiguous_currency" in figure.flags or _is_foreign_dollar(record, figure):
        flags.append("ambiguous_currency")
    if isinstance(label, Cell | Read) and declared != record["currency"] and record["context"] != "prose":
        flags.append("currency_conflict")


def _shares_sign(figure: Figure, declared: str) -> bool:
    """Whether the figure's sign may stand for the declared currency."""
    shared = "dollar_sign" in figure.flags or "ambiguous_currency" in figure.flags
    return shared and share_a_sign(figure.currency, declared)


def _is_foreign_dollar(record: dict[str, Any], figure: Figure) -> bool:
    """Whether a bare `$` stands at a place that has a dollar of its own."""
    if "dollar_sign" not in figure.flags or not record.get("region_label"):
        return False
    place = spot(record["region_label"])
    return place is not None and place.currency != "USD" and share_a_sign("USD", place.currency)


def _period(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], figure: Figure
) -> None:
    """Stated with the figure, else by a label, else by convention: signing bonuses are paid once, all else is a year's."""
    record["period"], record["vesting_years"] = None, figure.vesting_years
    if figure.unit == "percent":
        return
    component, label, vesting = record["component"], labels.get("period"), labels.get("vesting")
    if vesting is not None and record["vesting_years"] is None:
        record["vesting_years"], filled["vesting_years"] = number(vesting), vesting
    once = component in ONE_TIME or _is_paid_once(record, labels)
    if figure.period is not None and not (once and figure.period == "grant"):
        record["period"] = figure.period
        if figure.period_cell is not None:
            filled["period"] = Read(figure.period, figure.period_cell)
    elif (
        label is not None
        and _may_be(component, label.text)
        and not (once and label.text in NOT_ONCE and not _comes_again(component, label))
        and not (_is_said_elsewhere(label) and _does_not_fit(record, figure, label.text))
    ):
        record["period"], filled["period"] = label.text, label
    else:
        granted = record["vesting_years"] and component in GRANTED
        record["period"] = "grant" if granted else "one_time" if once else "year"
        filled["period"] = Inferred(record["period"])
    if record["period"] != "grant":
        record["vesting_years"] = None
        filled.pop("vesting_years", None)


def _is_said_elsewhere(label: Label) -> bool:
    """Whether a period was read, or taken over from another place that states the amount; what a manifest asserts is believed."""
    return isinstance(label, Read) or (isinstance(label, Inferred) and label.cell is not None)


def _does_not_fit(record: dict[str, Any], figure: Figure, period: str) -> bool:
    """Whether nobody is paid so much in so short a time, or so little in so long: what says so means other figures of its page."""
    if record["currency"] not in HOURLY:
        return False
    amount = max(figure.low or 0, figure.high or 0)
    most = {**MOST_IN, **MOST_OF_A_PAGE}.get(period)
    least = LEAST_OF_A_PAGE.get(period, 0) if record["component"] in ("base", "wage", "total") else 0
    return (most is not None and amount > most) or LEAST_A_WEEK <= amount < least


def _is_paid_once(record: dict[str, Any], labels: dict[str, Label]) -> bool:
    """Whether an allowance is for moving house, or a bonus a lump sum: they are paid once."""
    named = labels.get("component"), labels.get("figure_label")
    cells = [one if isinstance(one, Cell) else getattr(one, "cell", None) for one in named]
    texts = [cell.text for cell in cells if cell is not None]
    once = any(pattern("paid_once").search(text) for text in texts)
    return record["component"] in ("allowance", "bonus", "other") and once


def _comes_again(component: str, label: Label) -> bool:
    """`a $5,000 retention bonus each year`: what else is paid once may come again."""
    again = isinstance(label, Read) and label.cell.text.lower().startswith(("each ", "every ", "quarterly"))
    return again and component not in ONE_TIME


def set_period(record: dict[str, Any], filled: dict[str, Label], stated: Figure) -> None:
    """Give a record the period that stands with another figure of the same amount, and the years of pay that follow from it."""
    record["period"], record["vesting_years"] = stated.period, stated.vesting_years
    filled.pop("vesting_years", None)
    if stated.period is not None and stated.period_cell is not None:
        filled["period"] = Read(stated.period, stated.period_cell)
    record["inferred"] = [column for column in record["inferred"] if column != "period"]
    record["annual_low"], record["annual_high"] = annual(record, "low"), annual(record, "high")


def _may_be(component: str, period: str) -> bool:
    """Whether the period of a whole row or table can be that of this component: a signing bonus beside yearly pay is paid once."""
    return component in GRANTED if period == "grant" else not (component in ONE_TIME and period == "year")


def annual(record: dict[str, Any], end: str) -> float | None:
    """An end of the figure a year, in its currency; None where that has no meaning."""
    value, period = record[end], record["period"]
    if value is None or record["unit"] == "percent":
        return None
    if period == "grant":
        years = record["vesting_years"]
        return float(round(value / years, 2)) if years else None
    if period not in PER_YEAR or (period in WITHIN_A_YEAR and _is_contract(record)):
        return None
    return float(round(value * PER_YEAR[period], 2))


def _is_contract(record: dict[str, Any]) -> bool:
    """Whether work is sold by the hour or day: nobody says how many of them a year has."""
    said = (record.get(column) for column in ("qualifier", "figure_label", "role_title", "employer_group"))
    return any(text and pattern("contract_work").search(text) for text in said)
