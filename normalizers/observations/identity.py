"""Stable names: what a row is about, which figure it states, and with which others it was stated.

No name is made from offsets, so a paragraph put in above a table renames nothing. Equal rows are told apart by their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from normalizers.stable_names import digest
from schemas import Document, Figure
from schemas.alike import folded

SUBJECT = (
    "company_name", "employer_group", "role_title", "level_label", "experience_min_years", "experience_max_years",
    "specialization", "education", "qualifier", "region_label", "work_mode", "compared_to", "applies_to", "comparison",
)  # fmt: skip
_FAMILY = {"point": "amount", "range": "amount", "minimum": "amount", "maximum": "amount"}


class Named(Protocol):
    """What is named here: a record, its figure and its package."""

    record: dict[str, Any]
    figure: Figure
    package: str


class Figures(Protocol):
    """Gives the name of a figure of the ledger."""

    def figure_id(self, figure: Figure) -> str:
        """The name of the figure."""


def name(document: Document, made: Iterable[Named], book: Figures) -> None:
    """Fill the id columns of every record."""
    made = list(made)
    _name_series([one.record for one in made])
    seen: Counter[str] = Counter()
    packages: dict[str, str] = {}
    for one in made:
        record = one.record
        record["figure_id"] = book.figure_id(one.figure)
        key = digest(document.path, record["series_id"], one.figure.cell.text, record["context"])
        seen[key] += 1
        record["observation_id"] = digest(key, seen[key])
        package = one.package or str(record["figure_id"])
        record["package_id"] = packages.setdefault(
            package, digest(document.path, record["figure_id"], "package")
        )


def _name_series(records: list[dict[str, Any]]) -> None:
    """Where one table has two columns for one component (`RSU award`, `RSU refresh`), its headers are part of the subject."""
    headers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        record["series_id"] = series(record)
        if record["context"].endswith("table"):
            headers[record["series_id"], _table(record)].add(_folded(record["figure_label"]))
    for record in records:
        if len(headers.get((record["series_id"], _table(record)), ())) > 1:
            record["series_id"] = digest(record["series_id"], _folded(record["figure_label"]))


def _table(record: dict[str, Any]) -> str:
    return str(record["locator"]).split(",")[0]


def series(record: dict[str, Any]) -> str:
    """The name of what a figure is about, whatever its value."""
    subject = [_folded(record.get(column)) for column in SUBJECT]
    statistic = str(record["statistic"])
    kind = [
        record["component"],
        _FAMILY.get(statistic, statistic),
        record["claim"],
        record["stance"],
        record["period"],
        record["currency"],
        record["unit"],
        *((record["low_percentile"], record["high_percentile"]) if statistic == "percentile_band" else ()),
    ]
    return digest(*subject, *kind)


@lru_cache(maxsize=4096, typed=True)
def _folded(value: object) -> str:
    return folded(str(value)) if value is not None else ""
