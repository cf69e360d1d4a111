"""Pay by the hour, day or week is a wage, and pay by the month or year is none for the word of another figure alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalizers.figures.spellings import least_a_year
from normalizers.observations.record import Observation
from normalizers.observations.same_time import infer
from normalizers.periods import SHORT
from schemas import Inferred, Read

LEAST_A_YEAR = 10_000.0
"""No rate by the hour or the day is so high, in the currencies whose least yearly pay is not listed."""
_BASE_RATE = re.compile(r"(?:base|basic) (?:hourly |daily |day )?(?:rates?|wages?)(?: of pay)?")
"""`Base rate`: by the hour it is the wage before anything is added to it, and no salary."""
_RATE_FOR_A_TIME = re.compile(r"hour|\bda(?:y|il)|\brates?\b")
"""`Permanent and contract rates`, `Hourly wage` above yearly amounts: the words for others that stand beside them."""


def settle(made: Iterable[Observation]) -> None:
    """Pay by the hour, day, week or piece is a wage where nothing says which component it is; a salary is no `hourly rate`."""
    for one in made:
        component, period = one.record["component"], one.record["period"]
        words = _words(one)
        if component == "base" and period in (*SHORT, "project"):
            # What a page calls the base salary stays one by the hour too.
            open_ = isinstance(one.labels.get("component"), Inferred) and (
                words == "base" or "base" not in words
            )
            if open_ or _BASE_RATE.fullmatch(words) is not None:
                infer(one, "component", "wage")
        elif component == "wage" and _RATE_FOR_A_TIME.search(words) and _is_of_a_year(one):
            infer(one, "component", "base")


def _words(one: Observation) -> str:
    """The words that say which component an observation is."""
    label = one.labels.get("component")
    return label.cell.text.strip().lower() if isinstance(label, Read | Inferred) and label.cell else ""


def _is_of_a_year(one: Observation) -> bool:
    """Whether an amount is paid for a month or a year, and not only supposed to be."""
    if one.record["period"] not in ("month", "year", "first_year"):
        return False
    amount = max(one.record["low"] or 0, one.record["high"] or 0)
    least = least_a_year().get(one.record["currency"] or "", LEAST_A_YEAR)
    return not isinstance(one.labels.get("period"), Inferred) or amount >= least
