"""Which rows of a document state a fact again.

Of the rows that state the same amount of the same thing, the one in the best context is the fact and the others restate it:
a table before front matter, that before a labelled value, that before a list entry, that before prose; the first currency of a
cell before its conversion; a yearly wage before the same wage an hour. Rows that disagree never restate each other.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

RANK = {
    "table": 0, "broken_table": 0, "flattened_table": 0, "glued_table": 0, "front_matter": 1, "json_ld": 1, "label_value": 2,
    "bullet": 3, "faq": 4, "prose": 4, "heading": 5, "meta": 6,
}  # fmt: skip
LABELS = (
    "company",
    "role",
    "level",
    "place",
    "region_label",
    "specialization",
    "education",
    "employer_group",
    "work_mode",
)
OPEN_CLAIMS = frozenset({"anecdote", "example", "negotiation"})
HOURS_A_YEAR = 2080
Record = dict[str, Any]


def mark(records: list[Record]) -> None:
    """Fill the column `restates`."""
    groups: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for record in records:
        if record["claim"] not in OPEN_CLAIMS:
            groups[
                record["component"],
                record["unit"],
                record["currency"],
                record["low"],
                record["high"],
                record["period"],
            ].append(record)
    for group in groups.values():
        _within(sorted(group, key=lambda r: (RANK.get(r["context"], 9), r["char_start"])))
    _conversions(records)


def _within(group: list[Record]) -> None:
    for index, record in enumerate(group):
        for better in group[:index]:
            if (
                better["restates"] is None
                and better["observation_id"] != record["observation_id"]
                and _says_no_more(record, better)
            ):
                record["restates"] = better["observation_id"]
                break


def _says_no_more(record: Record, better: Record) -> bool:
    """Whether every label that a row states is that of the better row, and its statistic too."""
    if record["figure_id"] == better["figure_id"]:
        return False
    if record["statistic"] != better["statistic"]:
        return False
    return all(record[label] is None or record[label] == better[label] for label in LABELS)


def _conversions(records: list[Record]) -> None:
    packages: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for record in records:
        packages[
            record["package_id"],
            record["component"],
            record["statistic"],
            record["region_label"],
            record["company"],
        ].append(record)
    for package in packages.values():
        for first in package:
            for second in package:
                if (
                    second is not first
                    and second["restates"] is None
                    and first["restates"] is None
                    and _converts(first, second)
                ):
                    second["restates"] = first["observation_id"]


def _converts(first: Record, second: Record) -> bool:
    """Whether the second row is the first one in another currency of the same cell, or the same wage an hour."""
    if first["period"] == "year" and second["period"] == "hour" and first["currency"] == second["currency"]:
        return all(
            a is not None and b is not None and abs(b * HOURS_A_YEAR - a) <= HOURS_A_YEAR * 0.01
            for a, b in ((first["low"], second["low"]), (first["high"], second["high"]))
        )
    same_cell = first["locator"] == second["locator"] and first["char_start"] < second["char_start"]
    units = first["unit"] == second["unit"] == "currency"
    return bool(same_cell and units and first["currency"] != second["currency"])
