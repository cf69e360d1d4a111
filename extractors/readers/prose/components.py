"""Which component of pay a figure of a sentence is, and whether it is a difference rather than an amount."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from schemas import Cell, Inferred, Mention, Read
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import pattern

_TOUCHING = re.compile(
    r"\s*(?:[-–—]\s?|[)*_`\"”’]+\s*)*(?:(?:in|as|for|worth|of|an?|the|their|his|her|your|my|per|year|annual(?:ly|ized)?|yearly|hourly|monthly|"
    r"median|average|mean|typical|posted|total|overall|starting|first-year|additional|guaranteed|gross|cash|performance|"
    r"target|estimated|combined|toward|towards|health|medical|dental|retirement|potential|initial|competitive|usd|gbp|eur|sponsored|upfront|one-time|\w+ly)\s+){0,5}",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"[)*_`]*\s*(?:of|on|to)\s+(?:(?:the|your|their|his|her|my|an?|total|overall|annual|median|average|base)\s+){0,3}$",
    re.I,
)
_FUNCTION_WORD = (
    r"(?:the|an?|is|are|was|were|be|to|from|with|and|or|but|by|because|that|which|who|as|of|in|for|at|on|than|reflects?"
    r"|while|when|if|you|it)"
)
_DESCRIPTION = re.compile(rf"[\s)*_`\"”’-]+(?:(?!{_FUNCTION_WORD}\b)[\w/&+.'’-]+\s+){{0,3}}", re.IGNORECASE)
_DIRECTLY = re.compile(r"[\s)*_`\"”’]+")
_LOOSELY = re.compile(
    r"[\s)*_`\"”’]+(?:(?!(?:plus|with|and|but|as|while|when|that|which|because|to|vs|versus)\b)[\w'’-]+\s+){0,4}",
    re.I,
)
_TOTAL_BEFORE = re.compile(r"\btotal\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:exceed\w*|above|below|than|beyond|surpass\w*|clear\w*)\s+(?:the|its|their)\s+(?:[\w.-]+\s+){0,4}"
    r"(?:median|average|mean|percentile)\b",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"[\s)*_+,(]*(?:all-in,?\s+)?(?:including|incl\.?|inclusive\sof)\s+(?:(?:the|all|any|your|their|annual|some)\s+)?",
    re.IGNORECASE,
)
_IS_WORTH = re.compile(
    r"\b(?:is|are|can be|could be) worth (?:an? |about |around |roughly |approximately |up to |another )*$",
    re.IGNORECASE,
)
_IN_PAY = re.compile(
    r"(?: annually| a year| per year)? in (?:\w+ ){0,2}(?:comp(?:ensation)?|tc|base|salary|pay)\b",
    re.IGNORECASE,
)
_IN_TOTAL = re.compile(r"\s((?:in )?total)(?=[,.;)]|\s*\(|\s*$)", re.IGNORECASE)
_PACKAGE_WITH = re.compile(
    r"\b(?:with|including|counting|adding|add in)\s[^.;:]{3,60}?(?P<whole>\b(?:packages?|totals?|take[- ]home)\b)[^.;:,]{0,25}$",
    re.IGNORECASE,
)
"""`with allowances and overtime the package is usually $41,000`"""
_OF = re.compile(
    r"\s+(?:grants?\s+|awards?\s+|packages?\s+)?of\s+(?:an?\s+|up\s+to\s+|about\s+|around\s+|roughly\s+)?[(*_`]*",
    re.IGNORECASE,
)
_ADDITIONAL = re.compile(r"\s?additional(?: (?:pay|cash|compensation))?[.\s]*", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;|]|\s[—–]\s|\.\s")
_BEHIND = (
    ("above", "more", _DIRECTLY),
    ("above", "more_nouns", _DESCRIPTION),
    ("above", "more_money", _DESCRIPTION),
    ("below", "less", _DIRECTLY),
    ("below", "less_nouns", _DESCRIPTION),
)
_COMES_TO = re.compile(
    r"^[^.;()]{0,40}\((?:[a-z]{2,12}\s){0,2}~?$"
    r"|,\s(?:or|so|roughly|about|around|i\.e\.|that is|that[’']s|which is|worth|say|making)\s(?:[a-z]{2,12}\s){0,2}~?$",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"[:,]?\s(?:(?:about|around|roughly|nearly|just|over|only|some|a|nearer)\s){0,2}")
_AFTER_TAX = re.compile(r"after[- ]tax(?:es)?(?: income)?", re.IGNORECASE)
SUMMED = 2
"""So many amounts in front can have a sum."""
_GAP_WORDS = ("gap", "disparity", "difference", "penalty")
_SHARES = ("bonus", "equity", "premium", "commission", "allowance", "profit_share", "benefits")
LONGEST_LINK = 12
_LINK = re.compile(r"\s*[:=(–-]?\s?(?:of |is |at )?(?:about |around |up to )?", re.IGNORECASE)
PARTS_ONLY = ("total", "base", "wage")


@fixed
class Component:
    """What a figure is: `label` gives the component, `comparison` and `applies_to` are set for differences and shares."""

    label: Label
    named_by: Mention | None = None
    comparison: Label | None = None
    applies_to: Label | None = None
    described: Cell | None = None
    """The words between a figure and `premium` that say what is worth it (`25% AI/ML premium`)."""


def value_of(sentence: Sentence, mention: Mention) -> str | None:
    """The component that a mention states by itself; None where it speaks of pay without saying which part."""
    if mention.data.get("strength") != "weak":
        return mention.value
    if pattern("leads_to_amount").fullmatch(mention.cell.text):
        return mention.value if _leads_to_amount(sentence, mention) else None
    if mention.value not in PARTS_ONLY and _touches(sentence, mention):
        return mention.value
    if _TOTAL_BEFORE.search(sentence.cell.text[max(0, mention.start - 40) : mention.start]):
        return "total"
    return None


def _touches(sentence: Sentence, mention: Mention) -> bool:
    """`$85,000 in options`: behind an amount, a word that means many things says what the amount is."""
    return any(
        0 <= mention.start - segment.figure_end <= 24
        and _TOUCHING.fullmatch(sentence.cell.text, segment.figure_end, mention.start)
        for segment in sentence.segments
    )


def _leads_to_amount(sentence: Sentence, mention: Mention) -> bool:
    """`basic AED 5,200, housing AED 2,100`: in front of an amount, words for other things as well say what it is for."""
    return any(
        0 <= segment.figure_start - mention.end <= LONGEST_LINK
        and _LINK.fullmatch(sentence.cell.text, mention.end, segment.figure_start)
        for segment in sentence.segments
    )


def own_component(sentence: Sentence, index: int) -> Mention | None:
    """The component that a figure's own segment states: touching behind it, else nearest before, else loosely behind."""
    mentions = [m for m in sentence.own("component", index) if value_of(sentence, m)]
    behind = [m for m in mentions if sentence.behind(index, m) and not _is_asked_about(sentence, index, m)]
    if sentence.figures[index].unit == "percent":
        behind = [m for m in behind if not _BASIS.search(sentence.between(index, m))]
    # `RSU grants of $400K carry upside`, `a bonus of $10K base`: what leads in with `of` is what it is.
    of = [m for m in mentions if not sentence.behind(index, m) and _OF.fullmatch(sentence.between(index, m))]
    if of and sentence.figures[index].unit == "currency":
        return of[-1]
    for mention in behind:
        if _TOUCHING.fullmatch(sentence.between(index, mention)):
            return mention
        if mention.value == "premium" and _DESCRIPTION.fullmatch(sentence.between(index, mention)):
            return mention
    before = [
        m
        for m in mentions
        if not sentence.behind(index, m) and not _CLAUSE_END.search(sentence.between(index, m))
    ]
    # `base salaries exceeding the national median ($133,080)`: the figure is what they are compared with.
    before = [m for m in before if not _COMPARED.search(sentence.between(index, m))]
    outside = [m for m in before if not _in_brackets(sentence, index, m)]
    if before:
        return (outside or before)[-1]
    if _is_called_before(sentence, index):
        return None
    for mention in behind:
        if mention.value not in ("premium", "benefits") and _LOOSELY.fullmatch(
            sentence.between(index, mention)
        ):
            return mention
    return None


def _is_called_before(sentence: Sentence, index: int) -> bool:
    """`On a salary of €41,000 your take-home pay is`: what the amount is called stands in front of it already."""
    weak = (m for m in sentence.own("component", index) if not sentence.behind(index, m))
    return any(_OF.fullmatch(sentence.between(index, m)) for m in weak)


def _is_asked_about(sentence: Sentence, index: int, mention: Mention) -> bool:
    """`€41,000 after tax in Ireland`, as a title: what is left of this much, and not this much that is left."""
    starts = not sentence.cell.text[: sentence.segments[index].figure_start].strip(' *_#"“')
    return starts and len(sentence.figures) == 1 and _AFTER_TAX.fullmatch(mention.cell.text) is not None


def _in_brackets(sentence: Sentence, index: int, mention: Mention) -> bool:
    """`total compensation (base + equity + bonus) reaches`: what brackets list are parts."""
    gap = sentence.between(index, mention)
    return ")" in gap and "(" not in gap.split(")")[0]


def weak_component(sentence: Sentence, index: int) -> Mention | None:
    """The word that speaks of pay without saying which part, nearest before the figure, else behind it."""
    mentions = [m for m in sentence.own("component", index) if not value_of(sentence, m)]
    # `AED 2,300 + shared accommodation`: what comes with the pay, in kind.
    mentions = [
        m for m in mentions if m.value in PARTS_ONLY or not pattern("leads_to_amount").fullmatch(m.cell.text)
    ]
    before = [m for m in mentions if not sentence.behind(index, m)]
    return before[-1] if before else mentions[0] if mentions else None


def basis(sentence: Sentence, index: int) -> Mention | None:
    """Of what a percent is a part, or to what a difference is added (`10-25% of base salary`, `$10K to your base`)."""
    for mention in sentence.own("component", index):
        if sentence.behind(index, mention) and _BASIS.fullmatch(sentence.between(index, mention)):
            return mention
    return None


def difference(sentence: Sentence, index: int) -> Label | None:
    """`above` or `below` when a figure says how much more or less, not how much; else None."""
    segment, cell, figure = sentence.segments[index], sentence.cell, sentence.figures[index]
    if _is_the_rest(sentence, index):
        return None
    for word, group, gap in _BEHIND:
        if group == "more_money" and figure.unit != "currency":
            continue
        for found in pattern(group).finditer(cell.text, segment.figure_end, segment.end):
            if gap.fullmatch(cell.text, segment.figure_end, found.start()):
                return Read(word, cell.cut(*found.span()))
    before = None
    for found in pattern("adds").finditer(cell.text, segment.start, segment.figure_start):
        before = found
    if before is not None and _near(cell.text[before.end() : segment.figure_start]):
        return Read("above", cell.cut(*before.span()))
    if (worth := _worth(cell.text, segment.start, segment.figure_start, segment.figure_end)) is not None:
        return Read("above", cell.cut(*worth))
    if figure.sign:
        return Read("above" if figure.sign > 0 else "below", figure.cell)
    return None


def _is_the_rest(sentence: Sentence, index: int) -> bool:
    """`$43K - $84K/yr additional`, and no more: what is paid beside the base of the line above."""
    behind = sentence.segments[index].figure_end
    return len(sentence.figures) == 1 and _ADDITIONAL.fullmatch(sentence.cell.text, behind) is not None


def _worth(text: str, start: int, figure_start: int, figure_end: int) -> tuple[int, int] | None:
    """`this distinction is worth $30K in total compensation`: what something other than the pay itself adds to it."""
    found = _IS_WORTH.search(text, start, figure_start)
    return found.span() if found is not None and _IN_PAY.match(text, figure_end) else None


def _near(gap: str) -> bool:
    return len(gap.split()) <= 4 and not re.search(r"[,;:.]", gap)


def decide(sentence: Sentence, index: int, inherited: Label | None) -> Component:
    """The component of a figure. `inherited` is what the lines above it say; a convention decides last."""
    figure = sentence.figures[index]
    whole = _whole(sentence, index)
    if whole is not None:
        return Component(Inferred("total", whole), weak_component(sentence, index))
    strong, differs, part_of = (
        own_component(sentence, index),
        difference(sentence, index),
        basis(sentence, index),
    )
    value = value_of(sentence, strong) if strong else None
    applies = Read(value_of(sentence, part_of) or part_of.value, part_of.cell) if part_of else None
    if strong is not None and value == "premium":
        comparison = differs or Inferred("above", strong.cell)
        return Component(
            Read("premium", strong.cell), strong, comparison, applies, _described(sentence, index, strong)
        )
    if differs is not None and not _is_part(sentence, index, strong):
        return _difference(sentence, index, differs, strong, applies)
    agency = official(sentence, index)
    if agency is not None and value in (None, "base") and figure.unit == "currency":
        return Component(Read("wage", agency), strong)
    if strong is not None and value is not None:
        share = Inferred("of", part_of.cell) if part_of and figure.unit == "percent" else None
        return Component(
            Read(value, strong.cell), strong, share, applies if figure.unit == "percent" else None
        )
    if figure.unit == "percent":
        return _percent(sentence, index, inherited, applies)
    return _amount(sentence, index, inherited)


def _whole(sentence: Sentence, index: int) -> Cell | None:
    """`$500K+ including equity`, `$530,000 in total,`: what a part is included in is the whole."""
    segment = sentence.segments[index]
    if sentence.figures[index].unit != "currency":
        return None
    if (packed := _PACKAGE_WITH.search(sentence.cell.text, segment.start, segment.figure_start)) is not None:
        return sentence.cell.cut(*packed.span("whole"))
    if (said := _IN_TOTAL.match(sentence.cell.text, segment.figure_end)) is not None:
        return sentence.cell.cut(*said.span(1))
    if (summed := _sum(sentence, index)) is not None:
        return summed
    for mention in sentence.own("component", index):
        gap = sentence.cell.text[segment.figure_end : mention.start]
        if mention.start > segment.figure_end and mention.value != "total" and _INCLUDING.fullmatch(gap):
            return mention.cell
    return None


def _sum(sentence: Sentence, index: int) -> Cell | None:
    """`€84,000 plus €8,400: call it €92,400`: the words that make an amount the whole of those named before it."""
    before = sum(figure.unit == "currency" for figure in sentence.figures[:index])
    if before < SUMMED or sentence.own("component", index):
        return None
    at = sentence.segments[index].figure_start
    start = max(sentence.segments[index - 1].figure_end, at - 40)
    for found in pattern("sums_up").finditer(sentence.cell.text, start, at):
        if _NEARLY.fullmatch(sentence.cell.text, found.end(), at):
            return sentence.cell.cut(*found.span())
    return None


def official(sentence: Sentence, index: int) -> Cell | None:
    """The words of a figure's segment that make it a statistics office's: those publish wages, whatever a sentence calls them."""
    segment = sentence.segments[index]
    found = pattern("official_component").search(sentence.cell.text, segment.start, segment.end)
    return sentence.cell.cut(*found.span()) if found else None


def _described(sentence: Sentence, index: int, strong: Mention) -> Cell | None:
    if not sentence.behind(index, strong):
        return None
    start = sentence.segments[index].figure_end
    words = sentence.cell.cut(start, strong.start).strip(' )*_`"”’-\n\t')
    return words if words and words.text.lower() not in ("pay", "salary", "total", "typical") else None


def _is_part(sentence: Sentence, index: int, strong: Mention | None) -> bool:
    """`RSU grants add 30-80 percent to base salary`, `an additional $10K bonus`: the part itself is what is stated."""
    if strong is None or value_of(sentence, strong) in PARTS_ONLY:
        return False
    if not sentence.behind(index, strong):
        return True
    return _TOUCHING.fullmatch(sentence.between(index, strong)) is not None


def _difference(
    sentence: Sentence, index: int, differs: Label, strong: Mention | None, applies: Label | None
) -> Component:
    value = value_of(sentence, strong) if strong else None
    if applies is None and strong is not None and value in ("base", "total", "bonus", "equity"):
        applies = Read(value, strong.cell)
    raise_ = _raise(sentence, index) or _raise(sentence, index, "raise_money")
    if raise_ is not None:
        return Component(Inferred("other", raise_), None, differs, applies)
    cell = differs.cell if isinstance(differs, Read | Inferred) else None
    return Component(Inferred("premium", cell), strong, differs, applies, None)


def _raise(sentence: Sentence, index: int, group: str = "raise") -> Cell | None:
    """The words of a rise in one person's pay near a percent; a difference between people is no rise.

    Amounts are raises only with the words of `raise_money`.
    """
    segment, text = sentence.segments[index], sentence.cell.text
    if (sentence.figures[index].unit == "percent") != (group == "raise"):
        return None
    for found in pattern(group).finditer(text, segment.start, segment.end):
        gap = (
            text[segment.figure_end : found.start()]
            if found.start() >= segment.figure_end
            else text[found.end() : segment.figure_start]
        )
        if len(gap.split()) <= 5:
            return sentence.cell.cut(*found.span())
    return None


def _percent(sentence: Sentence, index: int, inherited: Label | None, applies: Label | None) -> Component:
    raise_ = _raise(sentence, index)
    if raise_ is not None:
        return Component(Inferred("other", raise_), None, None, applies)
    earlier = _neighbour(sentence, index, unit="percent")
    if earlier is not None and earlier.label.text in _SHARES:
        return Component(earlier.label, earlier.named_by, None, applies)
    if inherited is not None and inherited.text in _SHARES:
        return Component(inherited, None, None, applies)
    weak = weak_component(sentence, index)
    return Component(Inferred("other", weak.cell if weak else None), weak, None, applies)


def _amount(sentence: Sentence, index: int, inherited: Label | None) -> Component:
    weak = weak_component(sentence, index)
    if _is_the_rest(sentence, index):
        return Component(Inferred("other"), weak)
    if (raised := _raise(sentence, index, "raise_money")) is not None:
        return Component(Inferred("other", raised), weak)
    earlier = _in_money(sentence, index) or _neighbour(sentence, index)
    if earlier is not None:
        return earlier
    if inherited is not None:
        return Component(inherited, weak)
    figure = sentence.figures[index]
    if figure.period in ("hour", "day", "week"):
        return Component(Inferred("wage", figure.period_cell), weak)
    if weak is not None:
        return Component(Inferred(str(weak.value), weak.cell), weak)
    return Component(Inferred("base"), None)


def _in_money(sentence: Sentence, index: int) -> Component | None:
    """`profit sharing of 6% ($11,200 in my case)`: the amount that a percent just stated comes to."""
    if not index or sentence.figures[index - 1].unit != "percent":
        return None
    before = sentence.segments[index - 1]
    gap = sentence.cell.text[before.figure_end : sentence.segments[index].figure_start]
    named = own_component(sentence, index - 1)
    if named is None or _COMES_TO.search(gap) is None:
        return None
    value = value_of(sentence, named)
    return Component(Inferred(value, named.cell), named) if value in _SHARES else None


def _slashed(sentence: Sentence, index: int) -> Mention | None:
    """What names the second of two amounts with a slash between them, where it is neither base nor total.

    `$255K / $420K RSU` is a salary and a grant, `€105K / $170K equity` one grant in two currencies.
    """
    if index + 1 >= len(sentence.figures):
        return None
    gap = sentence.cell.text[sentence.segments[index].figure_end : sentence.segments[index + 1].figure_start]
    named = own_component(sentence, index + 1)
    if gap.strip() not in ("/", "+") or named is None or not sentence.behind(index + 1, named):
        return None
    return named if value_of(sentence, named) in ("equity", "bonus") else None


def _is_gap(mention: Mention) -> bool:
    """Whether a percent is a gap (`The pay gap was 8.9%, down from 9.1%`)."""
    return mention.cell.text.lower().endswith(_GAP_WORDS)


def _says_another(sentence: Sentence, index: int) -> bool:
    """Whether another source is named in front of a figure than those before it."""
    own = [
        m
        for m in sentence.own("attribution", index)
        if not sentence.behind(index, m) and "mark" not in m.data
    ]
    earlier = [m for m in sentence.mentions.get("attribution", ()) if m.end <= sentence.segments[index].start]
    return bool(own) and any("mark" not in m.data for m in earlier)


def _neighbour(sentence: Sentence, index: int, unit: str = "currency") -> Component | None:
    """What another figure of the same sentence is, where this one says nothing of its own."""
    if unit == "currency" and (named := _slashed(sentence, index)) is not None:
        after = sentence.figures[index + 1]
        if after.unit == "currency" and after.currency != sentence.figures[index].currency:
            return Component(Inferred(value_of(sentence, named) or "", named.cell), named)
        return Component(Inferred("base", named.cell), None)
    for other in range(index - 1, -1, -1):
        if _says_another(sentence, index):
            break  # `A puts total pay at $160K, and B says $122K`: nobody knows what B counts
        if sentence.figures[other].unit != unit or difference(sentence, other) is not None:
            continue
        strong = own_component(sentence, other)
        if unit == "currency" and (agency := official(sentence, other)) is not None and strong is None:
            return Component(Inferred("wage", agency))
        apart = strong is not None and value_of(sentence, strong) in ("premium", "signing_bonus")
        if strong is not None and (not apart or (unit == "percent" and _is_gap(strong))):
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    for other in range(index + 1, len(sentence.figures)) if unit == "currency" else ():
        # `between $1 in A and $2 in B in base salary`: named once, at the end.
        if (
            "\n"
            in sentence.cell.text[sentence.segments[index].figure_end : sentence.segments[other].figure_start]
        ):
            break
        strong = own_component(sentence, other)
        if strong is not None and not sentence.behind(other, strong):
            break  # `$7,900 with an allowance of $2,000, so $9,900 altogether`: only the last is the whole
        if strong is not None and value_of(sentence, strong) in PARTS_ONLY and sentence.behind(other, strong):
            return Component(Inferred(value_of(sentence, strong) or "", strong.cell), strong)
    return None
