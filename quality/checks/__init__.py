"""Checks of one document: do its figures agree with each other? Each check is a small function over the rows.

A check yields `Finding`s; what a finding is called, how grave it is and how its arithmetic is put into words stands once,
in `schemas/flags.yaml`. Figures are never changed: a person does that, in a corrections file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from quality.checks import (
    amounts,
    comparisons,
    differences,
    exchange,
    front_matter,
    order,
    packages,
    scripts,
    statements,
    sums,
)
from quality.checks.finding import Finding, Row
from schemas import flags

Check = Callable[[list[Row]], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    front_matter.against_body,
    packages.totals,
    sums.sums,
    packages.slips,
    packages.hours,
    exchange.rates,
    differences.stated,
    differences.grown,
    differences.shares,
    order.by_level,
    order.by_experience,
    order.percentiles,
    order.medians,
    statements.twice,
    statements.ranges_twice,
    statements.under_two_names,
    statements.second_hand,
    scripts.counter_offers,
    scripts.asks,
    amounts.placeholders,
    amounts.round_statistics,
    amounts.currencies_of_places,
)
"""In this order, which is that of the documentation."""

CODES = (
    "front_matter_lacks", "front_matter_differs", "front_matter_keeps_one_end", "total_apart", "total_far_apart",
    "equity_basis_unclear", "sum_apart", "hour_year_apart", "exchange_rate_apart", "difference_apart",
    "falls_with_level", "falls_with_experience", "percentiles_out_of_order", "median_outside_range",
    "stated_differently", "range_stated_differently", "statistic_apart", "second_hand", "counter_below_floor",
    "ask_outside_range", "claim_denied", "placeholder", "period_slip", "round_statistics", "currency_of_place",
)  # fmt: skip
"""The codes that the checks of a document give."""


def check(rows: list[Row], claims: Sequence[comparisons.Claim] = ()) -> list[dict[str, Any]]:
    """All findings of a document as rows of `issues`; every row concerned gets its flag.

    `rows` are its observations (records with the columns of the dataset), in the order of the document; `claims` what it
    says of its own figures.
    """
    found = [finding for one in CHECKS for finding in one(rows)]
    found += comparisons.against_figures(rows, claims)
    for finding in found:
        row = finding.row
        row["flags"] = sorted({*row["flags"], finding.code})
        if finding.code == "equity_basis_unclear":
            row["annual_low"] = row["annual_high"] = None
    return list(_issues(found))


def _issues(found: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    for finding in found:
        row, other = finding.row, finding.other
        yield {
            "code": finding.code,
            "severity": flags.severity(finding.code),
            "observation_id": row["observation_id"],
            "other_observation_id": other["observation_id"] if other else None,
            "source": row["source"],
            "document": row["document"],
            "line": row["line_start"],
            "other_line": other["line_start"] if other else None,
            "message": flags.all_flags()[finding.code].in_words(finding.says),
            "expected": finding.expected,
            "found": finding.found,
        }
