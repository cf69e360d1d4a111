"""All labels of one figure of a sentence, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.readers.prose import claims, components, statistics
from extractors.readers.prose.binding import Sentence, nearest, subject
from extractors.readers.scope import KEY_OF, SUBJECTS, joined
from normalizers import labels as meaning
from schemas import Cell, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.wordings import alternatives, pattern

_SAMPLE = re.compile(rf"(?<![\w$€£₹.,-])(\d[\d,]*)\+?\s+(?:{alternatives('sample')})(?!\w)", re.IGNORECASE)
_PLURAL = re.compile(r"s\b")


@dataclass(frozen=True, slots=True)
class Carried:
    """What earlier sentences of a block said that later ones may go on speaking of."""

    own: Mapping[str, Label] = field(default_factory=dict)
    lead: Cell | None = None
    said: Mapping[str, Label] = field(default_factory=dict)
    attribution: Label | None = None

    def after(self, sentence: Sentence) -> Carried:
        """With the subjects of one more sentence; a new level takes the place of an old one."""
        said = dict(self.said)
        for kind in SUBJECTS:
            found = sentence.mentions.get(kind)
            if found:
                said[KEY_OF[kind]] = joined(sentence.cell, found)
        return Carried(self.own, self.lead, said, self.attribution)


def sentence_labels(
    sentence: Sentence,
    index: int,
    scope: Mapping[str, Label],
    carried: Carried,
    voice: claims.Voice,
    sample: Label | None,
) -> dict[str, Value]:
    """The labels of the figure at `index`, by row key."""
    found: dict[str, Value] = dict(_subjects(sentence, index, scope, carried))
    component = components.decide(sentence, index, scope.get("component"))
    found["component"] = component.label
    if component.comparison is not None:
        found["comparison"] = component.comparison
    if component.applies_to is not None:
        found["applies_to"] = component.applies_to
    found.update(_statistic(sentence, index, scope, component))
    found.update(_measure(sentence, index, scope))
    found.update(_speaker(sentence, index, voice, carried, scope))
    if (size := _sample(sentence.cell) or sample) is not None:
        found["sample_size"] = size
    found.update(_names(component, carried))
    return found


def _subjects(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for kind in SUBJECTS:
        key = KEY_OF[kind]
        own = subject(sentence, kind, index, blocked_by="employer_group" if kind == "company" else None)
        if own:
            found[key] = _role(own, scope) if kind == "role" else _several(sentence.cell, kind, own)
        elif kind == "company" and sentence.own("employer_group", index):
            continue
        elif key in carried.own:
            found[key] = carried.own[key]
        elif key in carried.said:
            found[key] = carried.said[key]
        elif key in scope and not _replaced(kind, found):
            found[key] = scope[key]
    return found


def _replaced(kind: str, found: Mapping[str, Value]) -> bool:
    """A sentence that names a level of its own is not about the experience of the heading."""
    return kind == "experience" and "level" in found and False


def _several(cell: Cell, kind: str, own: list[Mention]) -> Value:
    """Places and companies that share a figure are listed; other enumerations are one label."""
    if len(own) > 1 and kind in ("place", "company"):
        return [mention.cell for mention in own]
    return cell.cut(own[0].start, own[-1].end)


def _role(own: list[Mention], scope: Mapping[str, Label]) -> Label:
    """The title as written; a plural that means the page's own role (`ML engineers`) is that role."""
    cell = own[0].cell
    page = scope.get("role")
    if (
        isinstance(page, Cell)
        and own[0].value
        and _PLURAL.search(cell.text)
        and meaning.role(page.text) == own[0].value
    ):
        return page
    return cell


def _statistic(
    sentence: Sentence, index: int, scope: Mapping[str, Label], component: components.Component
) -> dict[str, Value]:
    inherited = None
    if component.label is scope.get("component") or component.named_by is None:
        inherited = statistics.of_scope(scope.get("statistic"), scope.get("percentile"))
    own = components.own_component(sentence, index)
    decided = statistics.decide(sentence, index, inherits=own is None, inherited=inherited)
    found: dict[str, Value] = {}
    if (
        component.comparison is not None
        and decided.label is not None
        and decided.label.text not in ("minimum", "maximum", "mean", "median")
    ):
        return found
    if decided.label is not None and sentence.figures[index].unit == "currency":
        found["statistic"] = decided.label
        if decided.percentile is not None:
            found["percentile"] = decided.percentile
    return found


def _measure(sentence: Sentence, index: int, scope: Mapping[str, Label]) -> dict[str, Value]:
    """The period, where the figure does not carry it itself."""
    figure, found = sentence.figures[index], dict[str, Value]()
    if figure.unit != "currency" or figure.period is not None:
        return found
    own = [m for m in sentence.own("period", index) if _plausible(m.value, figure.high or figure.low)]
    mention = nearest(sentence, index, own)
    if mention is not None:
        found["period"] = Read(mention.value, mention.cell)
    elif "period" in scope and _plausible(getattr(scope["period"], "text", ""), figure.high or figure.low):
        found["period"] = scope["period"]
    return found


def _plausible(period: str, amount: float | None) -> bool:
    """`hourly` in a sentence says nothing of a six-figure amount beside it."""
    limits = {"hour": 2_000.0, "day": 20_000.0, "week": 100_000.0}
    return amount is None or amount < limits.get(period, float("inf"))


def _speaker(
    sentence: Sentence, index: int, voice: claims.Voice, carried: Carried, scope: Mapping[str, Label]
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    named = _nearest_anywhere(
        sentence, index, [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
    )
    marks = _marks(sentence, index)
    if named is not None:
        found["attributed_to"] = named.cell
    elif "attributed_to" in scope:
        found["attributed_to"] = scope["attributed_to"]
    if marks is not None:
        found["citation"] = marks
    if voice.claim is not None:
        found["claim"] = voice.claim
        if voice.claim.text == "negotiation" and (side := claims.stance(sentence, index, voice)) is not None:
            found["stance"] = side
    elif (office := claims.official(sentence.cell)) is not None:
        found["claim"] = office
    elif named is not None:
        found["claim"] = Inferred("reported", named.cell)
    elif (posting := claims.posted(sentence.cell)) is not None:
        found["claim"] = posting
    return found


def _nearest_anywhere(sentence: Sentence, index: int, found: list[Mention]) -> Mention | None:
    segment = sentence.segments[index]
    own = [m for m in found if segment.holds(m.start, m.end)]
    before = [m for m in found if m.end <= segment.start]
    return (
        nearest(sentence, index, own) or (before[-1] if before else None) or nearest(sentence, index, found)
    )


def _marks(sentence: Sentence, index: int) -> Label | None:
    """Citation marks: the figure's own, else the next ones behind it."""
    marks = [m for m in sentence.mentions.get("attribution", ()) if m.data.get("mark")]
    segment = sentence.segments[index]
    chosen = [m for m in marks if segment.holds(m.start, m.end)] or [
        m for m in marks if m.start >= segment.end
    ]
    if not chosen:
        return None
    run = [chosen[0]]
    for mark in chosen[1:]:
        if sentence.cell.text[run[-1].end : mark.start].strip():
            break
        run.append(mark)
    return Read("; ".join(m.cell.text for m in run), sentence.cell.cut(run[0].start, run[-1].end))


def _sample(cell: Cell) -> Label | None:
    found = _SAMPLE.search(cell.text)
    return cell.cut(*found.span(1)) if found else None


def _names(component: components.Component, carried: Carried) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if component.named_by is not None:
        found["figure_label"] = component.named_by.cell
    elif carried.lead is not None:
        found["figure_label"] = carried.lead
    if carried.lead is not None and not set(carried.own) & {
        "role",
        "level",
        "region",
        "company",
        "specialization",
        "education",
        "experience",
    }:
        found["qualifier"] = carried.lead
    return found


__all__ = ["Carried", "pattern", "sentence_labels"]
