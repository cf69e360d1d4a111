"""All labels of one figure of a sentence, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extractors.readers import samples
from extractors.readers.prose import averages, claims, components, limits, negotiation, periods, statistics
from extractors.readers.prose.binding import Sentence, nearest
from extractors.readers.prose.carried import (
    Carried,
    converts,
    goes_on_ranked,
    is_another_gap,
    is_of_a_distribution,
    names_a_statistic,
)
from extractors.readers.prose.components import going_on
from extractors.readers.prose.components.words import Component, own_component
from extractors.readers.prose.subjects import subjects
from extractors.readers.scope.labels import joined
from schemas import Cell, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.wordings import pattern

_BY_TIME = ("hour", "day", "week", "month")
_FROM = re.compile(
    r",?\s\(?(?:(?:up|down) from|compared (?:with|to)|against|versus|vs\.?|from) (?:about |around )?",
    re.IGNORECASE,
)
"""`an average rise of 4.6%, down from 5.9%`"""
_LIMITED = ("bonus", "commission", "benefits", "equity", "signing_bonus", "allowance", "premium")
"""Shares of pay that have a least and a most."""


def sentence_labels(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried, voice: claims.Voice
) -> dict[str, Value]:
    """The labels of the figure at `index`, by row key."""
    if negotiation.speaks(voice):
        # The steps of one script are about one offer (`Anchor at $305K in Tulsa. Counter at $325K.`).
        introduced = carried.introduced | {"region"}
        carried = replace(carried, said=negotiation.goes_on(carried.said), introduced=introduced)
        inherited = carried.own.get("component") or carried.component or scope.get("component")
    else:
        inherited = carried.own.get("component") or _of_the_page(sentence, index, scope)
    found: dict[str, Value] = dict(subjects(sentence, index, scope, carried))
    component = components.decide(sentence, index, inherited)
    found["component"] = component.label
    tells = voice.tells
    found["component"] = _going_on(sentence, index, component, carried, story=tells)
    if component.comparison is not None:
        found["comparison"] = component.comparison
    if component.applies_to is not None:
        found["applies_to"] = component.applies_to
    if component.described is not None and "specialization" not in found:
        found["specialization"] = component.described
    found.update(_statistic(sentence, index, _around(scope, tells), component, carried.own.get("statistic")))
    if carried.statistic is not None and _goes_on_with_a_statistic(sentence, index, voice, tells):
        found.setdefault("statistic", carried.statistic)
    found.update(periods.measure(sentence, index, scope))
    found.update(_speaker(sentence, index, voice, carried, scope))
    if going_on.is_open_pay(component) and (whole := _counting_all(sentence, index)) is not None:
        found["component"] = whole
    negotiation.settle(found, component, scope)
    found.update(_time_of(sentence, index, component, found["component"]))
    same_source = found.get("attributed_to") in (None, scope.get("attributed_to"))
    if (size := samples.size(sentence.cell) or (carried.sample if same_source else None)) is not None:
        found["sample_size"] = size
    found.update(_names(component, carried, scope))
    return found


def _around(scope: Mapping[str, Label], tells: bool) -> Mapping[str, Label]:
    """What stands around a sentence; what happened to one person is no average, whatever the heading above speaks of."""
    if not tells:
        return scope
    return {key: said for key, said in scope.items() if key not in ("statistic", "percentile")}


def _goes_on_with_a_statistic(sentence: Sentence, index: int, voice: claims.Voice, tells: bool) -> bool:
    """Whether an amount may be the same average or rank as those of the sentences in front of its own."""
    goes_on = converts(sentence) or not (sentence.mentions.get("component") or names_a_statistic(sentence))
    # `Orbison pays £61,000` behind a median is about one payer.
    alone = tells or negotiation.speaks(voice) or bool(sentence.own("company", index))
    alone = alone or pattern("single_case").search(sentence.cell.text) is not None
    return goes_on and not alone and sentence.figures[index].unit == "currency"


def _of_the_page(sentence: Sentence, index: int, scope: Mapping[str, Label]) -> Label | None:
    """The part of pay that is said above, unless a figure leaves it out (`£70,000 before any bonus`).

    Among totals of a year what is paid by the hour, or what an employer advertises, is none.
    """
    label = scope.get("component")
    if label is not None and any(m.value == label.text for m in sentence.own("left_out", index)):
        return None
    if label is None or label.text != "total" or sentence.figures[index].unit != "currency":
        return label
    advertised = pattern("advertised").match(sentence.cell.text, sentence.segments[index].figure_end + 1)
    return None if sentence.figures[index].period == "hour" or advertised is not None else label


def _going_on(
    sentence: Sentence, index: int, component: Component, carried: Carried, *, story: bool
) -> Label:
    """The part of pay of a figure, where need be that which the sentences before it were about."""
    label = component.label
    if label is carried.own.get("component"):
        label = going_on.topic(sentence, index) or label  # `Bonus: none. Car allowance averages £7,200.`
    if carried.official is not None and going_on.is_open_pay(component) and _goes_on(sentence):
        label = Inferred("wage", carried.official)
    if (whole := going_on.sum_of(sentence, index, carried.amounts)) is not None:
        return whole
    if is_another_gap(sentence, carried) and going_on.is_open(component):
        return Inferred("premium", carried.gap)
    if going_on.is_open(component):
        label = going_on.carried_on(sentence, index, carried.spoken, story=story) or label
    return going_on.same_bonus(sentence, component, carried.spoken) or label


def _time_of(sentence: Sentence, index: int, component: Component, label: Value) -> dict[str, Value]:
    """The time that follows from the part of pay, also from one that only the sentences before say."""
    if label is component.label:
        return periods.of_component(sentence, index, component)
    if isinstance(label, Inferred) and label.text in ("bonus", "allowance"):
        return periods.of_component(sentence, index, Component(label))
    return {}


def _counting_all(sentence: Sentence, index: int) -> Label | None:
    """`total` for an amount of a site that counts all of the pay, where nothing else is said (`Levels.fyi shows $345k`)."""
    own = [m for m in sentence.own("attribution", index) if m.data.get("counts") == "total"]
    named = own or [m for m in sentence.mentions.get("attribution", ()) if m.data.get("counts") == "total"]
    others = [m for m in sentence.mentions.get("attribution", ()) if m.data.get("counts") != "total"]
    if not named or (others and not own) or sentence.figures[index].unit != "currency":
        return None
    says = any("salar" in m.cell.text.lower() for m in sentence.mentions.get("component", ()))
    return None if says or sentence.figures[index].period in _BY_TIME else Inferred("total", named[0].cell)


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence names other people or places of the same statistics, and no pay of its own."""
    if goes_on_ranked(sentence.cell) or is_of_a_distribution(sentence):
        return True
    return not (sentence.mentions.get("component") or sentence.mentions.get("attribution"))


def _statistic(
    sentence: Sentence, index: int, scope: Mapping[str, Label], component: Component, named: Label | None
) -> dict[str, Value]:
    """The statistic of a figure; `named` is what the label in front of the whole block says (`Average bonus: 9.5%`)."""
    if sentence.figures[index].unit != "currency" or component.comparison is not None:
        limit = limits.limit_of_a_share(sentence, index) if component.label.text in _LIMITED else None
        if limit is not None:
            return {"statistic": limit}
        found = averages.of_a_share(sentence, index, component)
        if found or not index:
            alone = len(sentence.figures) == 1 and component.comparison is None
            an_average = named is not None and named.text in ("mean", "median")
            return {"statistic": named} if named is not None and alone and an_average and not found else found
        gap = sentence.gap(index)
        return averages.of_a_share(sentence, index - 1, component) if _FROM.fullmatch(gap) else {}
    own = own_component(sentence, index)
    alone = own is not None or sentence.is_end_of_a_career(index)
    alone = alone or pattern("single_case").search(sentence.cell.text) is not None
    inherited = None if alone else statistics.of_scope(scope.get("statistic"), scope.get("percentile"))
    decided = statistics.decide(sentence, index, inherits=own is None, inherited=inherited)
    found = {}
    if decided.label is not None:
        found["statistic"] = decided.label
        if decided.percentile is not None:
            found["percentile"] = decided.percentile
    return found


def _speaker(
    sentence: Sentence, index: int, voice: claims.Voice, carried: Carried, scope: Mapping[str, Label]
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    every = [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
    named = _nearest_anywhere(sentence, index, every)
    if named is not None:
        found["attributed_to"] = joined(sentence.cell, every[every.index(named) :])
    elif carried.attribution is not None and (
        pattern("goes_on").match(sentence.cell.text) or goes_on_ranked(sentence.cell)
    ):
        found["attributed_to"] = carried.attribution
    elif "attributed_to" in scope and not (voice.tells and claims.is_office(scope["attributed_to"])):
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
    if named is not None and not named.data.get("own"):
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


def _names(component: Component, carried: Carried, scope: Mapping[str, Label]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if component.named_by is not None:
        found["figure_label"] = component.named_by.cell
    elif carried.lead is not None:
        found["figure_label"] = carried.lead
    if "qualifier" in carried.own:
        found["qualifier"] = carried.own["qualifier"]
    elif (
        carried.lead is not None
        and not set(carried.own) & SAYING_WHO
        and not _says_only(carried.lead, carried.own.get("component"))
    ):
        found["qualifier"] = carried.lead
    elif "qualifier" in scope:
        found["qualifier"] = scope["qualifier"]  # the entry of a list that this one stands below
    return found


def _says_only(lead: Cell, component: Label | None) -> bool:
    """`Base:` in front of an amount says which part it is, and nothing that tells it apart."""
    return isinstance(component, Read) and component.cell.span == lead.span


SAYING_WHO = frozenset({"role", "level", "region", "company", "specialization", "education", "experience"})
