"""What the other figures of a sentence say of one that is not named itself."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.differences import ALSO, OF_PAY, difference
from extractors.readers.prose.components.wholes import NEARLY
from extractors.readers.prose.components.words import (
    PARTS_ONLY,
    SHARES,
    Component,
    official,
    own_component,
    value_of,
    weak_component,
)
from schemas import Inferred, Mention, Read
from schemas.wordings import alternatives, pattern

_COMES_TO = re.compile(
    r"^[^.;()]{0,40}\((?:[a-z]{2,12}\s){0,2}~?$"
    rf"|,\s(?:{alternatives('comes_to')})\s(?:[a-z]{{2,12}}\s){{0,2}}~?$",
    re.IGNORECASE,
)
_LIMIT = r"(?:an?\s)?(?:minimum|maximum|min\.?|max\.?|capped at|up to|at least)(?:\s(?:payment|value|amount))?(?:\sof)?\s"
_OF_WHAT = re.compile(
    rf"\s(?:of|on)\s(?:[\w-]+\s){{0,2}}(?:base|salary|pay)(?:\s?\((?:{_LIMIT})?|,?\s(?:subject to|with)\s{_LIMIT})~?",
    re.IGNORECASE,
)
_AND_LIMIT = re.compile(rf"\s?(?:,|/|,?\s(?:and|to|up to))\s(?:{_LIMIT})?", re.IGNORECASE)
_WHOLE_OF_IT = re.compile(r"\s(?:in\s)?total(?=[,.;)]|\sover\b|\s\()", re.IGNORECASE)
_GUARANTEED = re.compile(
    r"\s(?:first[- ]year\s|year[- ]one\s)?(?P<word>guarantee(?:d|s)?)(?=[.,;:)”\"]|\s(?:and|plus|with|for)\b|\s*$)",
    re.IGNORECASE,
)
_OR = re.compile(r",?\sor\s(?:(?:even|up to|as much as|about)\s)?", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\s(?:for|in|at)\s(?!(?:base|cash|equity|stock|total|salary|bonus)\b)", re.IGNORECASE)
_ON = re.compile(
    r"s?\s(?:(?:who (?:is|are)|[\w-]+ed|here|there|now)\s)?on\s(?:(?:about|around|just|only|roughly)\s)?",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"(?:\s(?:per|an?)\s\w+)?\sfor\s[^.,;:()]{2,50}\sto\s")
_WORTH = re.compile(
    r",?\s\(?(?:or|worth|equal to|equivalent to|which (?:is|was)|that is)\s(?:about\s|around\s|nearly\s)?",
    re.IGNORECASE,
)
_GAP_WORDS = ("gap", "disparity", "difference", "penalty")
_APPOSED = re.compile(
    rf"(?:\s(?:bonus|payment|benefit)s?)?,\s(?:(?:{alternatives('as_a_rule')})\s){{1,3}}", re.IGNORECASE
)
_IN_OTHER_WORDS = re.compile(r",?\s(?:or|=|so|i\.e\.,?|that is)\s(?:about\s|roughly\s)?|\s?\((?:or\s|=\s?)?")


def is_of_the_percent(sentence: Sentence, index: int) -> bool:
    """`30% of base ($82K at $275K base)`: whether an amount in brackets is what the percent in front of it comes to.

    Or the least and the most that it may (`5% of basic salary (minimum of £1,303 and maximum of £2,198)`).
    """
    if not index or sentence.figures[index].unit != "currency":
        return False
    if sentence.figures[index - 1].unit != "percent":
        limited = _AND_LIMIT.fullmatch(_between(sentence, index)) is not None
        return limited and is_of_the_percent(sentence, index - 1)
    return _OF_WHAT.fullmatch(_between(sentence, index)) is not None


def is_whole_of_it(sentence: Sentence, index: int) -> bool:
    """`$140K/year ($560K total)`: whether an amount in brackets is all the years of the one in front of it."""
    if not index or not sentence.figures[index - 1].period or sentence.figures[index].unit != "currency":
        return False
    behind = _WHOLE_OF_IT.match(sentence.cell.text, sentence.segments[index].figure_end)
    return _between(sentence, index).strip() == "(" and behind is not None


def _between(sentence: Sentence, index: int) -> str:
    start, end = sentence.segments[index - 1].figure_end, sentence.segments[index].figure_start
    return sentence.cell.text[start:end]


def guaranteed(sentence: Sentence, index: int) -> Component | None:
    """`$215K base with $130K guaranteed`: what is guaranteed beside a salary is a bonus."""
    if not index or sentence.figures[index].unit != "currency":
        return None
    found = _GUARANTEED.match(sentence.cell.text, sentence.segments[index].figure_end)
    before = own_component(sentence, index - 1)
    if found is None or before is None or value_of(sentence, before) != "base":
        return None
    return Component(Inferred("bonus", sentence.cell.cut(*found.span("word"))))


def in_money(sentence: Sentence, index: int) -> Component | None:
    """`profit sharing of 6% ($11,200 in my case)`: the amount that a percent just stated comes to."""
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    gap = sentence.gap(index)
    named = own_component(sentence, index - 1)
    if named is None or _COMES_TO.search(gap) is None:
        return None
    value = value_of(sentence, named)
    return Component(Inferred(value, named.cell), named) if value in SHARES else None


def in_percent(sentence: Sentence, index: int) -> Component | None:
    """`a bonus of £1.5m, worth 160% of that salary`: the share of pay that an amount just stated is."""
    if not index or sentence.figures[index - 1].unit != "currency":
        return None
    named = own_component(sentence, index - 1)
    behind = OF_PAY.match(sentence.cell.text, sentence.segments[index].figure_end)
    if named is None or behind is None or _WORTH.fullmatch(_between(sentence, index)) is None:
        return None
    value = value_of(sentence, named)
    return Component(Inferred(value, named.cell), named, Inferred("of")) if value in SHARES else None


def is_plain_pay(sentence: Sentence, index: int) -> bool:
    """`A senior QS on $52,000`, `my first contract was £50 a week`: what somebody is paid, also below a heading about bonuses."""
    text, at = sentence.cell.text, sentence.segments[index].figure_start
    for found in pattern("plain_pay_before").finditer(text, max(0, at - 60), at):
        if NEARLY.fullmatch(text, found.end(), at):
            return True
    who = [m for kind in ("role", "level") for m in sentence.mentions.get(kind, ()) if m.end <= at]
    return any(_ON.fullmatch(text, m.end, at) for m in who)


def _slashed(sentence: Sentence, index: int) -> Mention | None:
    """What names the second of two amounts with a slash between them, where it is neither base nor total.

    `$255K / $420K RSU` is a salary and a grant, `€105K / $170K equity` one grant in two currencies.
    """
    if index + 1 >= len(sentence.figures):
        return None
    named = own_component(sentence, index + 1)
    if (
        sentence.gap(index + 1).strip() not in ("/", "+")
        or named is None
        or not sentence.behind(index + 1, named)
    ):
        return None
    return named if value_of(sentence, named) in ("equity", "bonus") else None


def _is_gap(mention: Mention) -> bool:
    """Whether a percent is a gap (`The pay gap was 8.9%, down from 9.1%`)."""
    return mention.cell.text.lower().endswith(_GAP_WORDS)


def _says_another(sentence: Sentence, index: int) -> bool:
    """`A puts total pay at $160K, and B says $122K`: nobody knows what B counts."""
    own = [
        m
        for m in sentence.own("attribution", index)
        if not sentence.behind(index, m) and "mark" not in m.data
    ]
    earlier = [m for m in sentence.mentions.get("attribution", ()) if m.end <= sentence.segments[index].start]
    return bool(own) and any("mark" not in m.data for m in earlier)


def named_elsewhere(sentence: Sentence, index: int, unit: str = "currency") -> Component | None:
    """What another figure of the same sentence is, where this one says nothing of its own."""
    if unit == "currency" and (beside := _apposed(sentence, index)) is not None:
        return beside
    if unit == "currency" and (named := _slashed(sentence, index)) is not None:
        after = sentence.figures[index + 1]
        if after.unit == "currency" and after.currency != sentence.figures[index].currency:
            return Component(Inferred(value_of(sentence, named) or "", named.cell), named)
        return Component(Inferred("base", named.cell), None)
    if index and _FOR_ONE.fullmatch(_between(sentence, index)):
        # `ranges from $1 for an aide to $2 for a chief`: both are what the first is said to be.
        weak = weak_component(sentence, index - 1)
        if weak is not None and own_component(sentence, index - 1) is None:
            return Component(Inferred(str(weak.value), weak.cell), weak)
    before = None if _says_another(sentence, index) else _named_before(sentence, index, unit)
    if before is not None and before.label.text not in PARTS_ONLY and is_plain_pay(sentence, index):
        before = None  # `The stipend was $900 a week and the pay was $29 an hour`
    return before or (_named_behind(sentence, index) if unit == "currency" else None)


def _apposed(sentence: Sentence, index: int) -> Component | None:
    """`Only 18% of adverts mention a signing bonus, typically $2,000`: the part of pay that the amount stands beside.

    The comma ends the part of the sentence that a percent in front is in, and the words belong to the amount behind it.
    """
    start = sentence.segments[index].figure_start
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    for named in sentence.mentions.get("component", ()):
        if sentence.segments[index - 1].figure_end <= named.start < named.end <= start:
            value = value_of(sentence, named) or ""
            beside = _APPOSED.fullmatch(sentence.cell.text, named.end, start) is not None
            if beside and value in (*SHARES, "signing_bonus"):
                return Component(Read(value, named.cell), named)
    return None


def _named_before(sentence: Sentence, index: int, unit: str) -> Component | None:
    """What the nearest figure in front is that says what it is; a premium or signing bonus is one of its own."""
    for other in range(index - 1, -1, -1):
        if sentence.figures[other].unit != unit or difference(sentence, other) is not None:
            continue
        strong = own_component(sentence, other)
        if unit == "currency" and (agency := official(sentence, other)) is not None and strong is None:
            return Component(Inferred("wage", agency))
        apart = strong is not None and value_of(sentence, strong) in ("premium", "signing_bonus")
        told = (
            (unit == "percent" and _is_gap(strong)) or _is_another(sentence, other, index)
            if strong
            else False
        )
        if strong is not None and (not apart or told):
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    return None


def _is_another(sentence: Sentence, other: int, index: int) -> bool:
    """`a sign-on of $15,000, or $25,000 in Rochester`, `$9,000 for nurses, $4,000 for aides`: one more of the same."""
    text, first, second = sentence.cell.text, sentence.segments[other], sentence.segments[index]
    if other + 1 != index:
        return False
    alternative = _OR.fullmatch(text, first.figure_end, second.figure_start) is not None
    alike = _FOR_WHOM.match(text, first.figure_end) and _FOR_WHOM.match(text, second.figure_end)
    listed = re.fullmatch(r"[^.;:()]{3,40}(?:,| and| or)\s", text[first.figure_end : second.figure_start])
    also = ALSO.fullmatch(text, first.figure_end, second.figure_start) is not None
    also = also and not sentence.own("component", index)
    return alternative or also or (alike is not None and listed is not None)


def _named_behind(sentence: Sentence, index: int) -> Component | None:
    """`between $1 in A and $2 in B in base salary`: named once, at the end."""
    text = sentence.cell.text
    for other in range(index + 1, len(sentence.figures)):
        if "\n" in text[sentence.segments[index].figure_end : sentence.segments[other].figure_start]:
            return None
        strong = own_component(sentence, other)
        if strong is None:
            continue
        if not sentence.behind(other, strong):
            return (
                None  # `$7,900 with an allowance of $2,000, so $9,900 altogether`: only the last is the whole
            )
        if value_of(sentence, strong) in PARTS_ONLY:
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    return None


def is_said_again(sentence: Sentence, index: int) -> bool:
    """`Sign-on: $20,000, or $5,000 a year`: the same amount for another time."""
    if not index or sentence.figures[index - 1].unit != sentence.figures[index].unit:
        return False
    return _IN_OTHER_WORDS.fullmatch(sentence.gap(index)) is not None
