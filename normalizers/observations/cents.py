"""Whose cents are meant by `75 cents`: those of the money that a page counts in."""

from __future__ import annotations

from collections import Counter

from normalizers.figures.spellings import grammar
from normalizers.observations.record import Observation
from normalizers.observations.same_time import infer


def settle(made: list[Observation]) -> None:
    """Let cents be those of the money that most other amounts of a page are in, where nothing on it is American."""
    cents = [one for one in made if _is_in_cents(one)]
    others = Counter(
        one.record["currency"] for one in made if one.record["unit"] == "currency" and not _is_in_cents(one)
    )
    if not cents or not others or "USD" in others:
        return
    currency = others.most_common(1)[0][0]
    if currency not in grammar()["counted_in_cents"]:
        return
    for one in cents:
        infer(one, "currency", currency)


def _is_in_cents(one: Observation) -> bool:
    sign = one.figure.currency_cell
    return (
        one.record["unit"] == "currency"
        and sign is not None
        and sign.text.strip().lower() in ("cent", "cents")
    )
