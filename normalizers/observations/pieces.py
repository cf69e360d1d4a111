"""What one job brings: fees for a word, an article, a film, where no time is what is paid for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from normalizers.figures.spellings import least_a_year
from normalizers.observations import measure
from normalizers.observations.record import Observation
from normalizers.observations.same_time import TABLES, ends, infer_period, is_open_year
from schemas import Cell, Inferred

ENOUGH = 3
"""So many fees for pieces make a page one of fees, where as many are for no time."""
MOST_A_PIECE, LEAST_SHARE = 3_000.0, 0.5
"""What a piece brings at most where pay is by the hour or year, and as a share of a year's least elsewhere."""


def of_page(made: list[Observation]) -> None:
    """`€320 features, €140 reviews` on a page of fees by the word: what is too little for a year is for a piece as well."""
    spans = dict.fromkeys(_words(made), "project") | {
        one.figure.cell.span: one.record["period"]
        for one in made
        if one.record["unit"] == "currency"
        and not isinstance(one.labels.get("period"), Inferred)
        # `Call-out, per case`: what comes on top of pay by the month makes no page one of fees.
        and one.record["component"] != "allowance"
    }
    counts = Counter(spans.values())
    if counts["project"] < ENOUGH or counts["project"] < max(counts.values()):
        return
    for one in made:
        if one.record["context"] not in TABLES and _is_pay(one) and is_open_year(one) and _is_a_fee(one):
            infer_period(one, "project")


def of_the_rest(made: list[Observation]) -> None:
    """`$450 for a safety video`: too little for a year, and like nothing else on the page; it is what one job brings."""
    for one in made:
        amount = max(ends(one.record), default=0.0)
        told = one.record["context"] not in TABLES and one.record["currency"] in measure.HOURLY
        if told and _is_pay(one) and measure.MOST_AN_HOUR <= amount < measure.SMALL and is_open_year(one):
            infer_period(one, "project")


def _words(made: list[Observation]) -> Iterator[tuple[int, int]]:
    """Where amounts stand that are too small for the week that `$2/w` may mean: they are paid for a word."""
    for one in made:
        small = one.record["period"] == "week" and 0 < max(ends(one.record), default=0) < measure.LEAST_A_WEEK
        if small and one.record["currency"] in measure.HOURLY and not _says_week(one):
            infer_period(one, "project")
            yield one.figure.cell.span


def _says_week(one: Observation) -> bool:
    """`Uniform (per week): €6.10`: a week that is spelled out is no word."""
    label = one.labels.get("period")
    cell = label if isinstance(label, Cell) else getattr(label, "cell", None)
    return isinstance(cell, Cell) and "week" in cell.text.lower()


def _is_pay(one: Observation) -> bool:
    return one.record["component"] in ("wage", "base")


def _is_a_fee(one: Observation) -> bool:
    amount = max(ends(one.record), default=0.0)
    if one.record["currency"] in measure.HOURLY:
        return amount < MOST_A_PIECE
    return amount < LEAST_SHARE * least_a_year().get(one.record["currency"] or "", 0.0)
