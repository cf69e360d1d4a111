"""Whose cents are meant by `75 cents`: those of the one money that a page counts in."""

from __future__ import annotations

from collections import Counter

from normalizers.figures.spellings import grammar
from normalizers.observations.record import Observation
from schemas import Inferred


def settle(made: list[Observation]) -> None:
    """Let cents be those of the money of all other amounts of a page, where nothing on it is American."""
    cents = [one for one in made if _is_in_cents(one)]
    others = Counter(
        one.record["currency"] for one in made if one.record["unit"] == "currency" and one not in cents
    )
    if not cents or not others or "USD" in others:
        return
    currency = others.most_common(1)[0][0]
    if currency not in grammar()["counted_in_cents"]:
        return
    for one in cents:
        one.record["currency"] = currency
        one.labels["currency"] = Inferred(currency)
        one.record["inferred"] = sorted({*one.record["inferred"], "currency"})


def _is_in_cents(one: Observation) -> bool:
    sign = one.figure.currency_cell
    return (
        one.record["unit"] == "currency"
        and sign is not None
        and sign.text.strip().lower() in ("cent", "cents")
    )
