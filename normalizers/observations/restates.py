"""Which rows of a document state a fact again.

Of the rows that state the same amount of the same thing, the one in the best context is the fact and the others restate it:
a table before front matter, that before a labelled value, that before a list entry, that before prose. Within a package
the local currency goes before its conversion, and a year's pay before the same pay by the month, week, day or hour.
Rows that disagree never restate each other: every label that a row states is one that the better row states too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from normalizers.observations.measure import PER_YEAR
from normalizers.observations.subjects import spot
from schemas import Document
from schemas.alike import folded

Record = dict[str, Any]

RANK = {
    "table": 0, "broken_table": 0, "flattened_table": 0, "glued_table": 0, "front_matter": 1, "json_ld": 1, "label_value": 2,
    "bullet": 3, "faq": 4, "prose": 4, "heading": 5, "meta": 6,
}  # fmt: skip
GRIDS = ("table", "broken_table", "flattened_table", "glued_table", "front_matter", "json_ld")
"""Contexts in which every row is a fact of its own: no row of a table restates another row of it."""
OPEN_CLAIMS = frozenset({"anecdote", "example", "negotiation"})
WORDS = (
    "specialization",
    "education",
    "employer_group",
    "qualifier",
    "compared_to",
    "comparison",
    "applies_to",
    "stance",
)
NUMBERS = ("experience_min_years", "experience_max_years", "vesting_years")
ROUNDING = 0.01
"""How far a year's pay and its months or hours may lie apart, as a share, to be one amount."""
SAME_RATE = 0.12
"""How far the exchange rates of the two ends may lie apart for one range to be the conversion of the other."""
BETWEEN = re.compile(
    r"[\s*_`|~≈]*(?:[/(\[=≈~]|or\b|i\.e\.|equivalent|about\b|approx|roughly\b)[^.;\n]{0,24}", re.IGNORECASE
)
"""What stands between an amount and its conversion."""
MANY = 64
"""So often no page states one amount that means one thing."""
NEAR = 8
"""Figures of a package between an amount and its conversion, at most."""
PRECISE_DIGITS = 4
"""So many digits do not come twice by chance."""


def mark(document: Document, records: list[Record]) -> None:
    """Fill the column `restates` of the records of one document."""
    for record in records:
        record["restates"] = None
    for package in _grouped(records, _package):
        _convert(document, package)
    stated = (record for record in records if record["claim"] not in OPEN_CLAIMS)
    for group in _apart(_grouped(stated, _amount)):
        _within(sorted(group, key=lambda r: (RANK.get(r["context"], 9), r["char_start"])))
    _to_the_best(records)
    _settle_conversions(records)


def _grouped(records: Iterable[Record], key: Callable[[Record], tuple[Any, ...]]) -> Iterator[list[Record]]:
    groups: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return (group for group in groups.values() if len(group) > 1)


def _amount(record: Record) -> tuple[Any, ...]:
    return tuple(record[c] for c in ("component", "unit", "currency", "low", "high", "open_ended", "period"))


def _package(record: Record) -> tuple[Any, ...]:
    columns = (
        "package_id",
        "component",
        "statistic",
        "region_label",
        "company",
        "level_label",
        "claim",
        "stance",
    )
    return tuple(record[column] for column in columns)


def _apart(groups: Iterable[list[Record]]) -> Iterator[list[Record]]:
    """Of an amount that stands in a document very often, only rows with the same labels are compared, in linear time."""
    for group in groups:
        yield from [group] if len(group) <= MANY else _grouped(group, _subject)


def _subject(record: Record) -> tuple[Any, ...]:
    return record["level_label"], record["place"] or record["region_label"], record["company"], record["role"]


def _within(group: list[Record]) -> None:
    """The first of the better rows that are facts themselves and say all that a row says."""
    facts: list[Record] = []
    for record in group:
        if record["restates"] is not None:
            continue
        better = (one for one in facts[:MANY] if _says_no_more(record, one))
        record["restates"] = next((one["observation_id"] for one in better), None)
        if record["restates"] is None:
            facts.append(record)


def _to_the_best(records: list[Record]) -> None:
    """A row that restates a row that restates a third one restates the third."""
    best = {record["observation_id"]: record["restates"] for record in records}
    for record in records:
        while best.get(record["restates"]):
            record["restates"] = best[record["restates"]]


def _settle_conversions(records: list[Record]) -> None:
    """An amount in another currency than the declared one is no conflict where it converts one that is in it."""
    currency = {record["observation_id"]: record["currency"] for record in records}
    for record in records:
        if record["restates"] and currency[record["restates"]] != record["currency"]:
            record["flags"] = [flag for flag in record["flags"] if flag != "currency_conflict"]


def _says_no_more(record: Record, better: Record) -> bool:
    if record["figure_id"] == better["figure_id"] or _in_one_grid(record, better):
        return False
    if not _same_statistic(record, better) or record["claim"] not in ("market", better["claim"]):
        return False
    shared = [_agrees(mine, theirs) for mine, theirs in _labels(record, better) if mine is not None]
    return all(shared) and (bool(shared) or _is_precise(record))


def _in_one_grid(record: Record, better: Record) -> bool:
    if record["context"] not in GRIDS or record["context"] != better["context"]:
        return False
    return _grid(record) == _grid(better)


def _grid(record: Record) -> str:
    """`table 2`; all front matter is one grid."""
    return (
        str(record["locator"]).split(",")[0]
        if record["context"].endswith("table")
        else str(record["context"])
    )


def _same_statistic(record: Record, better: Record) -> bool:
    """A row that names no statistic may restate one that does (`$250k` after `the median is $250k`)."""
    if record["statistic"] == better["statistic"]:
        return bool(record["low_percentile"] == better["low_percentile"])
    if better["statistic"] == "percentile_band":
        return bool(record["statistic"] == "range")
    return record["statistic"] == "point" and better["statistic"] not in ("minimum", "maximum")


def _labels(record: Record, better: Record) -> Iterator[tuple[Any, Any]]:
    """The labels of two rows side by side, canonical where both have a canonical value, else as written."""
    for known, label in (("company", "company_name"), ("role", "role_title"), ("place", "region_label")):
        both = record[known] is not None and better[known] is not None
        yield (record[known], better[known]) if both else (_folded(record[label]), _folded(better[label]))
    for column in ("level_label", *WORDS):
        yield _folded(record[column]), _folded(better[column])
    for column in NUMBERS:
        yield record[column], better[column]


def _agrees(mine: Any, theirs: Any) -> bool:
    return bool(mine == theirs)


def _folded(text: str | None) -> str | None:
    return folded(text) if text is not None else None


def _is_precise(record: Record) -> bool:
    """Whether equal amounts are no coincidence although no label is shared."""
    if record["low"] != record["high"] and record["low"] is not None and record["high"] is not None:
        return True
    digits = f"{record['low'] or record['high'] or 0:.2f}".rstrip("0").rstrip(".").rstrip("0")
    return len(digits) >= PRECISE_DIGITS


def _convert(document: Document, package: list[Record]) -> None:
    ordered = sorted(package, key=lambda record: record["char_start"])
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 : index + 1 + NEAR]:
            better = _converted(document, first, second)
            if better is not None:
                other = second if better is first else first
                other["restates"] = better["observation_id"]


def _converted(document: Document, first: Record, second: Record) -> Record | None:
    """The better of two rows of which one is the other in another currency or by another period; None for other rows."""
    if first["restates"] or second["restates"] or first["figure_id"] == second["figure_id"]:
        return None
    if first["unit"] != "currency" or second["unit"] != "currency":
        return None
    if first["currency"] == second["currency"]:
        return _by_the_year(first, second)
    rates = [a / b for a, b in zip(_ends(first), _ends(second), strict=False) if a and b]
    if not rates or len(_ends(first)) != len(_ends(second)) or first["period"] != second["period"]:
        return None
    if max(rates) > min(rates) * (1 + SAME_RATE) or not _side_by_side(document, first, second):
        return None
    return second if second["currency"] == _local(second) else first


def _by_the_year(first: Record, second: Record) -> Record | None:
    year = next((one for one in (first, second) if one["period"] == "year"), None)
    other = second if year is first else first
    times = PER_YEAR.get(str(other["period"]))
    if year is None or times is None or other["period"] == "year" or len(_ends(year)) != len(_ends(other)):
        return None
    pairs = zip(_ends(year), _ends(other), strict=True)
    return year if all(abs(b * times - a) <= abs(a) * ROUNDING for a, b in pairs) else None


def _ends(record: Record) -> list[float]:
    return [end for end in (record["low"], record["high"]) if end is not None]


def _side_by_side(document: Document, first: Record, second: Record) -> bool:
    """Whether two figures of one cell or clause are interlocked, or only signs and words of conversion stand between them."""
    if first["locator"] != second["locator"]:
        return False
    between = document.text[first["char_end"] : second["char_start"]]
    return second["char_start"] < first["char_end"] or BETWEEN.fullmatch(between) is not None


def _local(record: Record) -> str | None:
    place = spot(record["region_label"]) if record["region_label"] else None
    return place.currency if place is not None else None
