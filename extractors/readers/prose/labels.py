"""All labels of one figure of a sentence, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extractors.readers import samples
from extractors.readers.prose import claims, components, negotiation, statistics
from extractors.readers.prose.binding import Sentence, nearest
from extractors.readers.prose.components.words import Component, own_component
from extractors.readers.prose.subjects import Carried, goes_on_ranked, subjects
from extractors.readers.scope.labels import joined
from schemas import Cell, Figure, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.wordings import pattern

_THEIR_FIRST = re.compile(r"\b(?:in|during|after) (?:their|his|her|your|the|its) $", re.IGNORECASE)
_HOURS = re.compile(r"\bhours? $", re.IGNORECASE)
"""`30 hours a week`: a time, and not what is paid for."""
_BY_TIME = ("hour", "day", "week", "month")
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_GAP = re.compile(
    r"\b(mean|median|average)\s(?:(?:gender|ethnicity|disability|race|pay|wage|bonus|hourly|salary|class)\s){0,4}gap\b",
    re.IGNORECASE,
)
_KIND = {"mean": "mean", "average": "mean", "median": "median"}
_NEAR_A_GAP = 30
_VESTING = re.compile(
    r"\b(?:equity|rsus?|stock|options?|grants?|shares|units|awards?|vest(?:s|ed|ing)?)\b[^.;]{0,30}?"
    r"(?:/|over |across |vesting over |\()(?:a |the )?(?:(?P<number>[2-6])|(?P<word>two|three|four|five|six))[ -]?(?:years?|yrs?|y)\b",
    re.IGNORECASE,
)
"""`$240K in equity over 4 years`, `RSUs/4yr`: a grant, though its years stand behind the word for it."""


_GRANTED = re.compile(
    r"\s(?:(?:initial|new[- ]hire|rsu|stock|option|equity|sign-on)\s){0,2}(?P<grant>grants?)\b(?! (?:a|per|each|every) year)",
    re.IGNORECASE,
)
"""`a $400,000 grant`, which vests over years though nobody says over how many."""


def sentence_labels(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried, voice: claims.Voice
) -> dict[str, Value]:
    """The labels of the figure at `index`, by row key."""
    if negotiation.speaks(voice):
        carried = replace(carried, said=negotiation.goes_on(carried.said))
        inherited = carried.own.get("component") or carried.component or scope.get("component")
    else:
        inherited = carried.own.get("component") or scope.get("component")
    found: dict[str, Value] = dict(subjects(sentence, index, scope, carried))
    component = components.decide(sentence, index, inherited)
    found["component"] = component.label
    if carried.official is not None and _is_open_pay(component) and goes_on_ranked(sentence.cell):
        found["component"] = Inferred("wage", carried.official)
    if component.comparison is not None:
        found["comparison"] = component.comparison
    if component.applies_to is not None:
        found["applies_to"] = component.applies_to
    if component.described is not None and "specialization" not in found:
        found["specialization"] = component.described
    found.update(_statistic(sentence, index, scope, component))
    goes_on = not sentence.mentions.get("component") and not sentence.mentions.get("statistic")
    tells = voice.claim is not None and voice.claim.text == "anecdote"
    if carried.statistic is not None and goes_on and not tells and sentence.figures[index].unit == "currency":
        found.setdefault("statistic", carried.statistic)
    found.update(_measure(sentence, index, scope))
    found.update(_speaker(sentence, index, voice, carried, scope))
    if _is_open_pay(component) and (whole := _counting_all(sentence, index)) is not None:
        found["component"] = whole
    negotiation.settle(found, component, scope)
    size = samples.size(sentence.cell) or (carried.sample if "attributed_to" not in found else None)
    if size is not None:
        found["sample_size"] = size
    found.update(_names(component, carried))
    return found


def _counting_all(sentence: Sentence, index: int) -> Label | None:
    """`total` for an amount of a site that counts all of the pay, where nothing else is said (`Levels.fyi shows $345k`)."""
    own = [m for m in sentence.own("attribution", index) if m.data.get("counts") == "total"]
    named = own or [m for m in sentence.mentions.get("attribution", ()) if m.data.get("counts") == "total"]
    others = [m for m in sentence.mentions.get("attribution", ()) if m.data.get("counts") != "total"]
    if not named or (others and not own) or sentence.figures[index].unit != "currency":
        return None
    says = any("salar" in m.cell.text.lower() for m in sentence.mentions.get("component", ()))
    return None if says or sentence.figures[index].period in _BY_TIME else Inferred("total", named[0].cell)


def _is_open_pay(component: Component) -> bool:
    """Whether only a convention says which part of pay an amount is."""
    return isinstance(component.label, Inferred) and component.label.text == "base"


def _statistic(
    sentence: Sentence, index: int, scope: Mapping[str, Label], component: Component
) -> dict[str, Value]:
    if sentence.figures[index].unit != "currency" or component.comparison is not None:
        return _of_a_share(sentence, index, component)
    own = own_component(sentence, index)
    inherited = statistics.of_scope(scope.get("statistic"), scope.get("percentile")) if own is None else None
    decided = statistics.decide(sentence, index, inherits=own is None, inherited=inherited)
    found: dict[str, Value] = {}
    if decided.label is not None:
        found["statistic"] = decided.label
        if decided.percentile is not None:
            found["percentile"] = decided.percentile
    return found


def _of_a_share(sentence: Sentence, index: int, component: Component) -> dict[str, Value]:
    """The mean or median that a gap is said to be (`the median bonus gap is 14%`), or the share itself (`on average 7% of base`)."""
    end, start = sentence.segments[index].figure_start, sentence.segments[index].start
    if component.label.text in ("premium", "other"):
        gaps = list(_GAP.finditer(sentence.cell.text, 0, end))
        near = gaps and gaps[-1].end() > start - _NEAR_A_GAP
        return (
            {"statistic": Read(_KIND[gaps[-1][1].lower()], sentence.cell.cut(*gaps[-1].span()))}
            if near
            else {}
        )
    said = [
        m
        for m in sentence.own("statistic", index)
        if m.value in ("mean", "median") and (m.end <= end and end - m.end <= _NEAR_A_GAP)
    ]
    return {"statistic": Read(said[-1].value, said[-1].cell)} if said else {}


def _measure(sentence: Sentence, index: int, scope: Mapping[str, Label]) -> dict[str, Value]:
    """The period, where the figure does not carry it itself."""
    figure, found = sentence.figures[index], dict[str, Value]()
    if (dollars := _dollars(sentence, index)) is not None:
        found["currency"] = dollars
    elif figure.unit == "currency" and "currency" in scope and _is_open(figure):
        found["currency"] = scope["currency"]
    if figure.unit != "currency" or figure.period is not None:
        return found
    if (vesting := _VESTING.search(sentence.cell.text, *_behind(sentence, index))) is not None:
        cell = sentence.cell.cut(*vesting.span())
        years = vesting["number"] or str(_WORDS[vesting["word"].lower()])
        return {"period": Read("grant", cell), "vesting": Read(years, cell)}
    if (granted := _GRANTED.match(sentence.cell.text, _behind(sentence, index)[0])) is not None:
        return {**found, "period": Read("grant", sentence.cell.cut(*granted.span("grant")))}
    amount = figure.high or figure.low
    titles = [*sentence.mentions.get("role", ()), *sentence.mentions.get("level", ())]
    own = [
        m
        for m in sentence.own("period", index)
        if _plausible(m.value, amount) or (m.value == "one_time" and _is_beside(sentence, index, m))
    ]
    own = [m for m in own if not any(t.start <= m.start and m.end <= t.end for t in titles)]
    # `doctors in their first year`: how long they have been there, and not what is paid for.
    own = [
        m for m in own if m.value != "first_year" or not _THEIR_FIRST.search(sentence.cell.text[: m.start])
    ]
    own = [m for m in own if not _HOURS.search(sentence.cell.text[: m.start])]
    mention = nearest(sentence, index, own)
    if mention is not None:
        found["period"] = Read(mention.value, mention.cell)
    elif "period" in scope and _plausible(scope["period"].text, amount):
        found["period"] = scope["period"]
    return found


def _dollars(sentence: Sentence, index: int) -> Label | None:
    """The country whose dollars a bare `$` means where words say so (`$98,000 in Canadian dollars`)."""
    if "dollar_sign" not in sentence.figures[index].flags:
        return None
    words = [m for m in sentence.own("currency_word", index) if m.value.endswith("D")]
    return Read(words[0].value, words[0].cell) if words else None


def _is_open(figure: Figure) -> bool:
    """Whether an amount leaves its currency open: no sign, or one that several countries share."""
    return figure.currency is None or "dollar_sign" in figure.flags or "ambiguous_currency" in figure.flags


def _behind(sentence: Sentence, index: int) -> tuple[int, int]:
    segment = sentence.segments[index]
    return segment.figure_end, segment.end


def _plausible(period: str, amount: float | None) -> bool:
    """`hourly` in a sentence says nothing of a six-figure amount beside it, and `four-year` nothing of a salary."""
    limits = {
        "hour": 2_000.0,
        "day": 20_000.0,
        "week": 50_000.0,
        "grant": 0.0,
        "one_time": 0.0,
        "project": 0.0,
    }
    return amount is None or amount < limits.get(period, float("inf"))


def _is_beside(sentence: Sentence, index: int, mention: Mention) -> bool:
    """Whether a period touches an amount, but for a word or two (`a one-off payment of £350`)."""
    gap = sentence.between(index, mention)
    return len(gap.split()) <= 3 and not re.search(r"[,;:.()]", gap)


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


def _names(component: Component, carried: Carried) -> dict[str, Value]:
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
    return found


def _says_only(lead: Cell, component: Label | None) -> bool:
    """`Base:` in front of an amount says which part it is, and nothing that tells it apart."""
    return isinstance(component, Read) and component.cell.span == lead.span


SAYING_WHO = frozenset({"role", "level", "region", "company", "specialization", "education", "experience"})
