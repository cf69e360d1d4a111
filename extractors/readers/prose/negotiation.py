"""Scripts of a negotiation: whose job is spoken of, and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractors.readers.prose import claims
from extractors.readers.prose.components.words import Component
from schemas import Cell, Figure, Inferred, Read
from schemas.row import Label, Value

_STAY = frozenset({"region", "work_mode"})
"""What the sentences of a script go on with: the place. A rival and the level it offers are named for one figure."""

_OFFERED = frozenset({"base", "total", "equity", "bonus", "signing_bonus", "profit_share"})
"""What a payer offers; a premium or a raise that is the custom of another one is no offer."""
_NEAR = 30
_OURS = frozenset({"ask", "floor"})
"""Sides of a script that can only speak to the payer of the page."""


def speaks(voice: claims.Voice) -> bool:
    """Whether a sentence is part of a negotiation."""
    return voice.claim is not None and voice.claim.text == "negotiation"


def goes_on(said: Mapping[str, Label]) -> dict[str, Label]:
    """What earlier sentences of a script said that the next one still speaks of."""
    return {key: label for key, label in said.items() if key in _STAY}


def amount(figure: Figure, labels: Mapping[str, Value]) -> Figure:
    """A figure of a script as what it is there: `my floor is $190K` and `walk away below $190K` say the least."""
    stance, component = labels.get("stance"), labels.get("component")
    if (
        isinstance(stance, Read)
        and _is_floor(stance, figure)
        and not figure.is_range
        and "comparison" not in labels
        and _text(component) in _OFFERED
    ):
        least = figure.low if figure.low is not None else figure.high
        return replace(figure, low=least, high=None, bound="minimum", open_ended=True)
    return figure


def _is_floor(stance: Read, figure: Figure) -> bool:
    """Whether the words for a floor are about a figure: they stand in front of it, or touch it from behind (`as my floor`).

    What somebody settles at is what comes out in the end.
    """
    ahead = stance.cell.start < figure.cell.start or stance.cell.start - figure.cell.end < _NEAR
    return stance.text == "floor" and ahead and not stance.cell.text.lower().startswith("settle")


def settle(found: dict[str, Value], component: Component, scope: Mapping[str, Label]) -> None:
    """A script is about the page's own job, and an offer without a component (`Google at $250K`) is the whole of it."""
    claim, stance = found.get("claim"), found.get("stance")
    if not isinstance(claim, Read | Inferred) or claim.text != "negotiation":
        return
    if "role" in scope:
        found["role"] = scope["role"]
    ours = isinstance(stance, Read) and stance.text in _OURS
    if ours and "company" in scope:
        found["company"] = scope["company"]
    if ours and found.get("employer_group") is not scope.get("employer_group"):
        # A group of rivals, named beside what is asked of the page's own payer.
        found.pop("employer_group", None)
    is_offer = isinstance(stance, Read) and stance.text == "competing_offer"
    beside_equity = component.named_by is None and getattr(component.label, "cell", None) is not None
    supposed = isinstance(component.label, Inferred) and component.label.text == "base" and not beside_equity
    if is_offer and supposed:
        found["component"] = Inferred("total", stance.cell if isinstance(stance, Read) else None)
    if stance is None and (rival := _rival(found, scope)) is not None:
        found["stance"] = Inferred("competing_offer", rival)


def _text(value: Value | None) -> str:
    return value.text if isinstance(value, Read | Inferred) else ""


def _rival(found: Mapping[str, Value], scope: Mapping[str, Label]) -> Cell | None:
    """Another payer than the page's own, whose pay a script holds against it (`Point72 is at $250K with a $180K guarantee`)."""
    payer, own, component = found.get("company"), scope.get("company"), found.get("component")
    first = payer[0] if isinstance(payer, list) else payer
    if own is None or not isinstance(first, Cell | Read) or "comparison" in found:
        return None
    one, other = first.text.casefold(), own.text.casefold()
    offered = isinstance(component, Read | Inferred) and component.text in _OFFERED
    if not offered or one in other or other in one:
        return None
    return first if isinstance(first, Cell) else first.cell
