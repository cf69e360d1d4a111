"""Which component of pay a figure of a sentence is, and whether it is a difference rather than an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.readers.prose.binding import Sentence, nearest
from schemas import Asserted, Figure, Inferred, Mention, Read
from schemas.row import Label
from schemas.wordings import pattern

_TOUCHING = re.compile(
    r"\s*(?:[-–—]\s?|[)*_`\"”’]+\s*)*(?:(?:in|as|for|worth|of|an?|the|their|his|her|your|my|per|year|annual(?:ly|ized)?|yearly|hourly|monthly|"
    r"median|average|mean|typical|posted|total|overall|starting|first-year|additional|guaranteed|gross|cash|performance|"
    r"target|estimated|combined|potential|initial|competitive|usd|gbp|eur|\w+ly)\s+){0,5}",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"\s*(?:of|on)\s+(?:(?:the|your|their|his|her|my|an?|total|overall|annual|median|average|base)\s+){0,3}$",
    re.IGNORECASE,
)
_DIFFERENCE_AFTER = re.compile(r"\s*(?:[)*_`\"”’]+\s*)?(?:[\w/&+.'’-]+\s+){0,4}?$")

Comparison = Literal["above", "below", "of"]


@dataclass(frozen=True, slots=True)
class Component:
    """What a figure is: `label` gives the component, `comparison` and `applies_to` are set for differences and shares."""

    label: Label
    named_by: Mention | None = None
    comparison: Label | None = None
    applies_to: Label | None = None


def is_weak(mention: Mention) -> bool:
    """Whether a word speaks of pay without saying which part of it (`salary`, `earn`, `compensation`)."""
    return bool(mention.data.get("weak"))


def own_component(sentence: Sentence, index: int, *, weak: bool = False) -> Mention | None:
    """The component that a figure's own segment names: touching behind it, else nearest before, else behind."""
    mentions = [m for m in sentence.own("component", index) if is_weak(m) == weak]
    figure = sentence.figures[index]
    segment = sentence.segments[index]
    behind = [m for m in mentions if m.start >= segment.figure_end]
    for mention in behind:
        between = sentence.between(index, mention)
        if figure.unit == "percent" and _BASIS.fullmatch(between):
            continue
        if _TOUCHING.fullmatch(between):
            return mention
    before = [m for m in mentions if m.end <= segment.figure_start]
    if before:
        return before[-1]
    if figure.unit == "percent":
        behind = [m for m in behind if not _BASIS.search(sentence.between(index, m))]
    return nearest(sentence, index, behind)


def basis(sentence: Sentence, index: int) -> Mention | None:
    """Of what a percent is a part (`10-25% of base salary`)."""
    segment = sentence.segments[index]
    for mention in sentence.own("component", index):
        if mention.start >= segment.figure_end and _BASIS.fullmatch(sentence.between(index, mention)):
            return mention
    return None


def difference(sentence: Sentence, index: int) -> Label | None:
    """`above` or `below` when a figure says how much more or less, not how much; else None."""
    segment, cell = sentence.segments[index], sentence.cell
    for word, group in (("above", "more"), ("below", "less")):
        for found in pattern(group).finditer(cell.text, segment.figure_end, segment.end):
            gap = cell.text[segment.figure_end : found.start()]
            if _DIFFERENCE_AFTER.fullmatch(gap) and not re.search(r"\bof\b|\bin\b", gap):
                return Read(word, cell.cut(*found.span()))
    before = None
    for found in pattern("adds_strongly").finditer(cell.text, segment.start, segment.figure_start):
        before = found
    if before is not None and _near(cell.text[before.end() : segment.figure_start]):
        return Read("above", cell.cut(*before.span()))
    if sentence.figures[index].sign:
        return Read("above" if sentence.figures[index].sign > 0 else "below", sentence.figures[index].cell)
    return None


def _near(gap: str) -> bool:
    return len(gap.split()) <= 5 and not re.search(r"[,;:.]", gap)


def decide(sentence: Sentence, index: int, inherited: Label | None) -> Component:
    """The component of a figure. `inherited` is what the lines above it say; a convention decides last."""
    figure = sentence.figures[index]
    strong, weak = own_component(sentence, index), own_component(sentence, index, weak=True)
    differs = difference(sentence, index)
    part_of = basis(sentence, index)
    applies = Read(part_of.value, part_of.cell) if part_of else None
    if strong is not None and strong.value == "premium":
        return Component(
            Read("premium", strong.cell), strong, differs or Inferred("above", strong.cell), applies
        )
    if differs is not None and not _is_part(sentence, index, strong):
        return _difference(sentence, index, differs, strong)
    if strong is not None:
        return Component(
            Read(strong.value, strong.cell),
            strong,
            Inferred("of", part_of.cell) if part_of else None,
            applies,
        )
    if figure.unit == "percent":
        return _percent(sentence, index, inherited, weak, applies)
    return _amount(sentence, index, inherited, weak)


def _is_part(sentence: Sentence, index: int, strong: Mention | None) -> bool:
    """`RSU grants add 30-80 percent to base salary`, `an additional $10K bonus`: the part itself is what is stated."""
    if strong is None or strong.value in ("total", "base", "wage"):
        return False
    segment = sentence.segments[index]
    touching = (
        strong.start >= segment.figure_end
        and _TOUCHING.fullmatch(sentence.between(index, strong)) is not None
    )
    return touching or strong.end <= segment.figure_start


def _difference(sentence: Sentence, index: int, differs: Label, strong: Mention | None) -> Component:
    applies = (
        Read(strong.value, strong.cell)
        if strong is not None and strong.value in ("base", "total", "bonus", "equity")
        else None
    )
    for found in pattern("raise").finditer(sentence.cell.text, *_around(sentence, index)):
        return Component(Read("other", sentence.cell.cut(*found.span())), None, differs, applies)
    return Component(Inferred("premium", _cell(differs)), strong, differs, applies)


def _percent(
    sentence: Sentence, index: int, inherited: Label | None, weak: Mention | None, applies: Label | None
) -> Component:
    for found in pattern("raise").finditer(sentence.cell.text, *_around(sentence, index)):
        return Component(Read("other", sentence.cell.cut(*found.span())), None, None, applies)
    if _text(inherited) in ("bonus", "equity", "premium", "commission", "allowance", "profit_share"):
        assert inherited is not None
        return Component(inherited, None, None, applies)
    return Component(Inferred("other", weak.cell if weak else None), weak, None, applies)


def _amount(sentence: Sentence, index: int, inherited: Label | None, weak: Mention | None) -> Component:
    earlier = _earlier(sentence, index)
    if earlier is not None:
        return earlier
    if inherited is not None:
        return Component(inherited, weak)
    figure = sentence.figures[index]
    if figure.period in ("hour", "day", "week"):
        return Component(Inferred("wage", figure.period_cell), weak)
    if weak is not None:
        return Component(Read(weak.value, weak.cell), weak)
    return Component(Inferred("base"), None)


def _earlier(sentence: Sentence, index: int) -> Component | None:
    """What the figure before it in the same sentence was, when it says nothing of its own."""
    for other in range(index - 1, -1, -1):
        if sentence.figures[other].unit != "currency":
            continue
        if difference(sentence, other) is not None:
            continue
        strong = own_component(sentence, other)
        if strong is not None and strong.value not in ("premium", "signing_bonus"):
            return Component(Read(strong.value, strong.cell), strong)
    for other in range(index + 1, len(sentence.figures)):
        # `between $1 in A and $2 in B in base salary`: named once, at the end.
        strong = own_component(sentence, other)
        if (
            strong is not None
            and strong.value in ("base", "total", "wage")
            and strong.start > sentence.segments[other].figure_end
        ):
            return Component(Read(strong.value, strong.cell), strong)
    return None


def _around(sentence: Sentence, index: int) -> tuple[int, int]:
    segment = sentence.segments[index]
    return segment.start, segment.end


def _cell(label: Label) -> object:
    return getattr(label, "cell", None)


def _text(label: Label | None) -> str:
    if isinstance(label, (Asserted, Inferred, Read)):
        return label.text
    return label.text if label is not None else ""


__all__ = ["Component", "Figure", "basis", "decide", "difference", "is_weak", "own_component"]
