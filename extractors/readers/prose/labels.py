"""All labels of one figure of a sentence, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractors.readers.prose import claims, components, negotiation, statistics
from extractors.readers.prose.binding import Sentence, attached, leading, nearest, trailing
from extractors.readers.scope import KEY_OF, SUBJECTS, joined, same_role
from schemas import Cell, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.wordings import alternatives, pattern

_SAMPLE = re.compile(rf"(?<![\w$€£₹.,-])(\d[\d,]*)\+?\s+(?:{alternatives('sample')})(?!\w)", re.IGNORECASE)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_VESTING = re.compile(
    r"\b(?:equity|rsus?|stock|options?|grants?|shares|units|awards?|vest(?:s|ed|ing)?)\b[^.;]{0,30}?"
    r"(?:/|over |across |vesting over |\()(?:a |the )?(?:(?P<number>[2-6])|(?P<word>two|three|four|five|six))[ -]?(?:years?|yrs?|y)\b",
    re.IGNORECASE,
)
"""`$240K in equity over 4 years`, `RSUs/4yr`: a grant, though its years stand behind the word for it."""
_LASTING = frozenset({"role", "company", "employer_group", "skill", "education"})
"""Subjects that later sentences go on with only where a sentence began with them."""
_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Carried:
    """What earlier sentences of a block said that later ones may go on speaking of.

    `own` are the labels of the block's lead (`Mid-level (3-5 years): ...`), `said` those of the sentences before.
    """

    own: Mapping[str, Label] = field(default_factory=dict)
    lead: Cell | None = None
    said: Mapping[str, Label] = field(default_factory=dict)
    attribution: Label | None = None
    sample: Label | None = None
    component: Label | None = None
    """`total` where the sentence before it spoke of nothing else, for the steps of one script."""
    statistic: Label | None = None
    """What the sentence before said its figures are, for one that only goes on (`Austin follows at $160K`)."""

    def after(self, sentence: Sentence, *, story: bool) -> Carried:
        """With the subjects of one more sentence; a new level takes the place of an old one."""
        said = dict(self.said)
        for kind in SUBJECTS:
            found = sentence.mentions.get(kind)
            if not found:
                continue
            if kind not in _LASTING or story or found[0].start < _BEGINNING:
                said[KEY_OF[kind]] = joined(sentence.cell, found)
        if (level := first_job(sentence)) is not None and "level" not in sentence.mentions:
            said["level"] = level
        named = [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
        attribution = joined(sentence.cell, named) if named else None
        return Carried(
            self.own, self.lead, said, attribution, self.sample, self._part(sentence), self._named(sentence)
        )

    def _part(self, sentence: Sentence) -> Label | None:
        named = [m for m in sentence.mentions.get("component", ()) if m.data.get("strength") != "weak"]
        if not named:
            return self.component
        alone = all(m.value == "total" for m in named)
        return Inferred("total", named[0].cell) if alone else None

    def _named(self, sentence: Sentence) -> Label | None:
        if sentence.mentions.get("component") or sentence.mentions.get("statistic"):
            named = [m for m in sentence.mentions.get("statistic", ()) if m.value in ("mean", "median")]
            return Read(named[0].value, named[0].cell) if len(named) == 1 else None
        return self.statistic if sentence.figures else None


def sentence_labels(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried, voice: claims.Voice
) -> dict[str, Value]:
    """The labels of the figure at `index`, by row key."""
    if negotiation.speaks(voice):
        carried = replace(carried, said=negotiation.goes_on(carried.said))
        inherited = carried.own.get("component") or carried.component or scope.get("component")
    else:
        inherited = carried.own.get("component") or scope.get("component")
    found: dict[str, Value] = dict(_subjects(sentence, index, scope, carried))
    component = components.decide(sentence, index, inherited)
    found["component"] = component.label
    if component.comparison is not None:
        found["comparison"] = component.comparison
    if component.applies_to is not None:
        found["applies_to"] = component.applies_to
    if component.described is not None and "specialization" not in found:
        found["specialization"] = component.described
    found.update(_statistic(sentence, index, scope, component))
    goes_on = not sentence.mentions.get("component") and not sentence.mentions.get("statistic")
    if carried.statistic is not None and goes_on and sentence.figures[index].unit == "currency":
        found.setdefault("statistic", carried.statistic)
    found.update(_measure(sentence, index, scope))
    found.update(_speaker(sentence, index, voice, carried, scope))
    negotiation.settle(found, component, scope)
    size = _sample(sentence.cell) or (carried.sample if "attributed_to" not in found else None)
    if size is not None:
        found["sample_size"] = size
    found.update(_names(component, carried))
    return found


def _subjects(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for kind in SUBJECTS:
        if kind in _SENIORITY and _other_seniority(sentence, kind, index):
            continue
        value = _subject(sentence, kind, index, scope, carried)
        if value is not None:
            found[KEY_OF[kind]] = _own_title(sentence, index, value, scope) if kind == "role" else value
    if "level" not in found and (level := first_job(sentence)) is not None:
        found["level"] = level
    if "company" in found and found.get("employer_group") is scope.get("employer_group"):
        found.pop(
            "employer_group", None
        )  # a group in a heading (`The AI-Native Premium`) is no payer beside one
    return found


_SENIORITY = {"level": "experience", "experience": "level"}


def _other_seniority(sentence: Sentence, kind: str, index: int) -> bool:
    """`while nurses with 10+ years earn $X`: years of its own say that the level named before is not meant, and so for a level."""
    own = [m for m in sentence.own(kind, index) if not sentence.behind(index, m)] or attached(
        sentence, kind, index
    )
    other = sentence.own(_SENIORITY[kind], index)
    elsewhere = len(sentence.segments) > 1 and bool(sentence.mentions.get(kind))
    return not own and bool(other) and elsewhere


def _subject(
    sentence: Sentence, kind: str, index: int, scope: Mapping[str, Label], carried: Carried
) -> Value | None:
    """Who or what a figure is about: what is tied to it, what leads to it, the block's lead, what trails, what was said."""
    key = KEY_OF[kind]
    if kind not in sentence.mentions and not (kind == "level" and key not in carried.own):
        groups = kind == "company" and "employer_group" in sentence.mentions
        if not groups:
            return carried.own.get(key) or carried.said.get(key) or scope.get(key)
    if kind == "company" and not sentence.own("company", index):
        groups = sentence.own("employer_group", index)
        if any(not sentence.behind(index, group) for group in groups):
            return None
    near = attached(sentence, kind, index)
    if not near and not (kind == "skill" and key in carried.own):
        near = leading(sentence, kind, index)
    if (
        kind == "company"
        and not near
        and (attached(sentence, "employer_group", index) or leading(sentence, "employer_group", index))
    ):
        return None
    if near:
        return _several(sentence.cell, kind, near)
    if key in carried.own:
        return carried.own[key]
    if kind == "level" and first_job(sentence) is not None:
        return first_job(sentence)
    known = carried.said.get(key) or scope.get(key)
    behind = trailing(sentence, kind, index)
    if behind and (known is None or kind not in _LASTING):
        return _several(sentence.cell, kind, behind)
    return known


def first_job(sentence: Sentence) -> Label | None:
    """A level that is put in words which name none (`her first ML engineer role`)."""
    found = pattern("first_job").search(sentence.cell.text)
    return Read("entry", sentence.cell.cut(*found.span())) if found else None


def _several(cell: Cell, kind: str, own: list[Mention]) -> Value:
    """Places and companies that share a figure are listed; other enumerations are one label."""
    if len(own) > 1 and kind in ("place", "company"):
        return [mention.cell for mention in own]
    return cell.cut(own[0].start, own[-1].end)


def _own_title(sentence: Sentence, index: int, value: Value, scope: Mapping[str, Label]) -> Value:
    """The title as written; where it only means the page's own role in other words, the page's title.

    A title inside a third party's figure stays as that party has it.
    """
    if not isinstance(value, Cell):
        return value
    said_in = _segment_of(sentence, value)
    if said_in is not None and any(not m.data.get("mark") for m in sentence.own("attribution", said_in)):
        return value
    return same_role(value, scope.get("role"))


def _segment_of(sentence: Sentence, cell: Cell) -> int | None:
    for other, segment in enumerate(sentence.segments):
        start, end = (sentence.cell.cut(segment.start, segment.end)).span
        if start <= cell.start < end:
            return other
    return None


def _statistic(
    sentence: Sentence, index: int, scope: Mapping[str, Label], component: components.Component
) -> dict[str, Value]:
    if sentence.figures[index].unit != "currency" or component.comparison is not None:
        return {}
    own = components.own_component(sentence, index)
    inherited = statistics.of_scope(scope.get("statistic"), scope.get("percentile")) if own is None else None
    decided = statistics.decide(sentence, index, inherits=own is None, inherited=inherited)
    found: dict[str, Value] = {}
    if decided.label is not None:
        found["statistic"] = decided.label
        if decided.percentile is not None:
            found["percentile"] = decided.percentile
    return found


def _measure(sentence: Sentence, index: int, scope: Mapping[str, Label]) -> dict[str, Value]:
    """The period, where the figure does not carry it itself."""
    figure, found = sentence.figures[index], dict[str, Value]()
    if figure.unit != "currency" or figure.period is not None:
        return found
    if (vesting := _VESTING.search(sentence.cell.text, *_behind(sentence, index))) is not None:
        cell = sentence.cell.cut(*vesting.span())
        years = vesting["number"] or str(_WORDS[vesting["word"].lower()])
        return {"period": Read("grant", cell), "vesting": Read(years, cell)}
    amount = figure.high or figure.low
    titles = [*sentence.mentions.get("role", ()), *sentence.mentions.get("level", ())]
    own = [m for m in sentence.own("period", index) if _plausible(m.value, amount)]
    own = [m for m in own if not any(t.start <= m.start and m.end <= t.end for t in titles)]
    mention = nearest(sentence, index, own)
    if mention is not None:
        found["period"] = Read(mention.value, mention.cell)
    elif "period" in scope and _plausible(scope["period"].text, amount):
        found["period"] = scope["period"]
    return found


def _behind(sentence: Sentence, index: int) -> tuple[int, int]:
    segment = sentence.segments[index]
    return segment.figure_end, segment.end


def _plausible(period: str, amount: float | None) -> bool:
    """`hourly` in a sentence says nothing of a six-figure amount beside it, and `four-year` nothing of a salary."""
    limits = {
        "hour": 2_000.0,
        "day": 20_000.0,
        "week": 100_000.0,
        "grant": 0.0,
        "one_time": 0.0,
        "project": 0.0,
    }
    return amount is None or amount < limits.get(period, float("inf"))


def _speaker(
    sentence: Sentence, index: int, voice: claims.Voice, carried: Carried, scope: Mapping[str, Label]
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    every = [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
    named = _nearest_anywhere(sentence, index, every)
    if named is not None:
        found["attributed_to"] = joined(sentence.cell, every[every.index(named) :])
    elif carried.attribution is not None and pattern("goes_on").match(sentence.cell.text):
        found["attributed_to"] = carried.attribution
    elif "attributed_to" in scope:
        found["attributed_to"] = scope["attributed_to"]
    if (marks := _marks(sentence, index)) is not None:
        found["citation"] = marks
    found.update(_claim(sentence, index, voice, named))
    return found


def _claim(sentence: Sentence, index: int, voice: claims.Voice, named: Mention | None) -> dict[str, Value]:
    if voice.claim is not None:
        side = claims.stance(sentence, index, voice) if voice.claim.text == "negotiation" else None
        claim: dict[str, Value] = {"claim": voice.claim}
        return claim if side is None else {**claim, "stance": side}
    office = claims.official(sentence.cell)
    if office is not None:
        return {"claim": office}
    if named is not None:
        return {"claim": Inferred("reported", named.cell)}
    posting = claims.posted(sentence.cell)
    return {"claim": posting} if posting is not None else {}


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


def block_sample(cell: Cell) -> Label | None:
    """The number of cases that a block says its figures rest on."""
    return _sample(cell)


def _names(component: components.Component, carried: Carried) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if component.named_by is not None:
        found["figure_label"] = component.named_by.cell
    elif carried.lead is not None:
        found["figure_label"] = carried.lead
    if "qualifier" in carried.own:
        found["qualifier"] = carried.own["qualifier"]
    elif carried.lead is not None and not set(carried.own) & SAYING_WHO:
        found["qualifier"] = carried.lead
    return found


SAYING_WHO = frozenset({"role", "level", "region", "company", "specialization", "education", "experience"})
