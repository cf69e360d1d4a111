"""The words of a sentence that name what a figure is: behind it, in front of it, in general."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.segments import STOP
from schemas import Cell, Mention
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

TOUCHING = re.compile(
    rf"\s*(?:[-–—]\s?|[)*_`\"”’]+\s*)*(?:(?:{alternatives('touches')})\s+){{0,5}}", re.IGNORECASE
)
_BASIS = re.compile(
    rf"[)*_`]*\s*(?:of|on|to)\s+(?:(?:{alternatives('describes_the_whole')})\s+){{0,3}}$", re.IGNORECASE
)
_INTO = re.compile(
    rf"(?:\s(?:match(?:ing)?|contribution|of (?:[\w’'-]+ ){{0,2}}(?:{alternatives('paid_in_of')})))?"
    r",?\s(?:(?:in)?to(?:wards?)?|in(?=\s(?:the|your|their|his|her|my|our|its|an?)\b))"
    r"\s(?:(?:the|your|their|his|her|my|our|its|an?|each|every)\s)?"
    r"(?:you being a member of the\s(?:[\w’'-]+\s){0,3})?(?:[\w’'-]+,?\s){0,2}",
    re.IGNORECASE,
)
"""What is paid in for somebody: `puts 7 percent into the RRSP`, `$37 an hour into health, pension and annuity funds`,
`14.5% of salary to the group health plan`."""
_OF_WHICH = re.compile(r"\bof (?:which|that|this|it)\b(?:(?!\bis\b)[^.;:]){0,40}$", re.IGNORECASE)
_IS = re.compile(r"\s(?:is|are|was|were|being|goes (?:to|on|into))\s(?:[\w’'&-]+,?\s){0,5}", re.IGNORECASE)
_WHICH = re.compile(r"\)?,? which\b(?:(?!\bthan\b)[^.;:,]){0,60}", re.IGNORECASE)
DESCRIPTION = re.compile(
    rf"[\s)*_`\"”’-]+(?:(?!(?:{alternatives('describes_nothing')})\b)[\w/&+.'’-]+\s+){{0,3}}", re.IGNORECASE
)
DIRECTLY = re.compile(r"[\s)*_`\"”’]+")
_LOOSELY = re.compile(
    rf"[\s)*_`\"”’]+(?:(?!(?:{alternatives('touches_no_more')})\b)[\w'’-]+\s+){{0,4}}", re.IGNORECASE
)
_TOTAL_BEFORE = re.compile(r"\btotal\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_COMPARED = re.compile(
    rf"\b(?:{alternatives('compares')})\s+(?:the|its|their)\s+(?:[\w.-]+\s+){{0,4}}"
    r"(?:median|average|mean|percentile)\b",
    re.IGNORECASE,
)
_OTHERS_GET = re.compile(
    rf",\s(?:(?:an?|the|our|new|most|all)\s)?(?:[\w’'-]+\s){{1,3}}(?:{alternatives('others_get')})\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+(?:grants?\s+|awards?\s+|packages?\s+)?of\s+(?:an?\s+|up\s+to\s+|about\s+|around\s+|roughly\s+)?[(*_`]*",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s?\((?:(?:annual|yearly|target|typical|median|average|estimated|est\.)\s)?", re.IGNORECASE
)
_CLOSES = re.compile(r"(?:\s(?:pay|comp|component|only|per year|a year|annually))?\)")
_CLAUSE_END = re.compile(rf"[;|]|\s[—–]\s|{STOP}\s")
_AFTER_TAX = re.compile(r"after[- ]tax(?:es)?(?: income)?", re.IGNORECASE)
_SPACE = re.compile(r"[\s-]")
SHARES = ("bonus", "equity", "premium", "commission", "allowance", "profit_share", "benefits")
LONGEST_LINK = 12
_LINK = re.compile(r"\s*[:=(–-]?\s?(?:of |is |at )?(?:about |around |up to )?", re.IGNORECASE)
_BESIDE = re.compile(r"\s(?:(?:is|are|of|in)\s)?")
_OTHER_THING = re.compile(rf"-|(?<=signing)\sat\b|\s(?:{alternatives('no_part_of_pay')})\b", re.IGNORECASE)
"""`£30,000 fixed-term`, `€900 fixed costs`"""
_PREMIUM = re.compile(r"(?:/\w+)?\s(?:(?:and|&)\s\w+\s)?(?:premium|differential|uplift)s?\b", re.IGNORECASE)
"""`a 15% on-call premium`"""
_TIED = re.compile(
    r"[*_]*\s?(?:[:=]|\b(?:of|worth|valued at|(?:up )?from)\b)[*_]*\s?(?:about |around |up to |roughly )?[\"“]?",
    re.IGNORECASE,
)
_ON_TOP = re.compile(r"(?:\bplus|\bwith|\+|\bexcl(?:uding|\.)?|\bexclusive of)\s*$", re.IGNORECASE)
_AND = re.compile(r",?\s(?:and|&)\s(?:(?:some|an?|the|a few)\s)?")
_IN_SALARY = (" in ", " in annual ", " a year in ")
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
    if is_a_way_to_work(sentence, mention):
        return None
    if mention.data.get("strength") != "weak":
        return mention.value
    if pattern("leads_to_amount").fullmatch(mention.cell.text):
        return mention.value if _is_beside_amount(sentence, mention) else None
    if _PREMIUM.match(sentence.cell.text, mention.end):
        return None
    if mention.value == "base" and _is_in_salary(sentence, mention):
        return "base"
    if mention.value not in PARTS_ONLY and (_touches(sentence, mention) or _labels(sentence, mention)):
        return mention.value
    if _TOTAL_BEFORE.search(sentence.cell.text[max(0, mention.start - 40) : mention.start]):
        return "total"
    return None


def is_a_way_to_work(sentence: Sentence, mention: Mention) -> bool:
    """`Per diem nurses get $52 an hour`: how they are employed, and not what for."""
    if not pattern("works_so").fullmatch(mention.cell.text):
        return False
    roles = sentence.mentions.get("role", ())
    touches = any(_SPACE.fullmatch(sentence.cell.text, mention.end, role.start) for role in roles)
    return touches or pattern("works_so_behind").match(sentence.cell.text, mention.end + 1) is not None


def _is_in_salary(sentence: Sentence, mention: Mention) -> bool:
    """`$95,000 in salary`, beside `$131,000 in total compensation`."""
    gaps = (sentence.cell.text[segment.figure_end : mention.start] for segment in sentence.segments)
    return mention.cell.text.lower() in ("salary", "wages") and any(gap in _IN_SALARY for gap in gaps)


def _touches(sentence: Sentence, mention: Mention) -> bool:
    """`$85,000 in options`: behind an amount, a word that means many things says what the amount is."""
    return any(
        0 <= mention.start - segment.figure_end <= 24
        and TOUCHING.fullmatch(sentence.cell.text, segment.figure_end, mention.start)
        for segment in sentence.segments
    )


def _is_beside_amount(sentence: Sentence, mention: Mention) -> bool:
    """`basic AED 5,200, housing AED 2,100`, `9 LPA fixed`: right beside an amount words for other things say what it is for."""
    text = sentence.cell.text
    if _OTHER_THING.match(text, mention.end):
        return False
    return any(
        (
            0 <= segment.figure_start - mention.end <= LONGEST_LINK
            and _LINK.fullmatch(text, mention.end, segment.figure_start)
        )
        or (
            0 <= mention.start - segment.figure_end <= LONGEST_LINK
            and _BESIDE.fullmatch(text, segment.figure_end, mention.start)
        )
        for segment in sentence.segments
    )


def _labels(sentence: Sentence, mention: Mention) -> bool:
    """`a weighting of £1,730`, `On-call: €350 a week`, `options worth "$90K"`: in front of an amount, and tied to it."""
    return any(
        0 <= segment.figure_start - mention.end <= LONGEST_LINK
        and _TIED.fullmatch(sentence.cell.text, mention.end, segment.figure_start)
        for segment in sentence.segments
    )


def own_component(sentence: Sentence, index: int) -> Mention | None:
    """The component that a figure's own segment states: touching behind it, else nearest before, else loosely behind."""
    mentions = [m for m in sentence.own("component", index) if value_of(sentence, m)]
    front = [m for m in mentions if not sentence.behind(index, m)]
    behind = [m for m in mentions if sentence.behind(index, m) and not _is_asked_about(sentence, index, m)]
    if sentence.figures[index].unit == "percent":
        behind = [m for m in behind if m.value == "benefits" or not _BASIS.search(sentence.between(index, m))]
    if (called := next((m for m in behind if _is_bracketed(sentence, index, m)), None)) is not None:
        return called
    # `RSU grants of $400K carry upside`, `a bonus of $10K base`: what leads in with `of` is what it is.
    of = [m for m in front if _OF.fullmatch(sentence.between(index, m))]
    if of and sentence.figures[index].unit == "currency":
        return of[-1]
    touching = next((m for m in behind if _is_tied(sentence.between(index, m), m)), None)
    return (
        touching
        or _is_of_it(sentence, index, behind)
        or _in_front(sentence, index, front)
        or _loosely_behind(sentence, index, behind)
        or _relative(sentence, index)
    )


def _is_bracketed(sentence: Sentence, index: int, mention: Mention) -> bool:
    """`£30,000 (base), £4,000 (bonus)`: what an amount is stands alone in the brackets behind it."""
    opens = _OPENS.fullmatch(sentence.between(index, mention)) is not None
    return opens and _CLOSES.match(sentence.cell.text, mention.end) is not None


def _is_of_it(sentence: Sentence, index: int, behind: list[Mention]) -> Mention | None:
    """`of which $1,100 is a tax-free housing stipend`: what a part of the amount just stated is."""
    segment, text = sentence.segments[index], sentence.cell.text
    if _OF_WHICH.search(text, segment.start, segment.figure_start) is None:
        return None
    return next((m for m in behind if _IS.fullmatch(sentence.between(index, m))), None)


def _relative(sentence: Sentence, index: int) -> Mention | None:
    """`before you get the clerkship bonus, which at X is now $150,000`: what stands in front of `which` is what is spoken of."""
    segment, text = sentence.segments[index], sentence.cell.text
    if not index or _WHICH.fullmatch(text, segment.start, segment.figure_start) is None:
        return None
    for mention in sentence.mentions.get("component", ()):
        if (
            value_of(sentence, mention)
            and not text[mention.end : segment.start].strip(" )")
            and mention.end <= segment.start
        ):
            return mention
    return None


def _is_tied(gap: str, mention: Mention) -> bool:
    """Whether nothing but small words stands between a figure and what it is; a premium may be described."""
    if TOUCHING.fullmatch(gap) or (mention.value == "benefits" and _INTO.fullmatch(gap)):
        return True
    return mention.value == "premium" and DESCRIPTION.fullmatch(gap) is not None


def _in_front(sentence: Sentence, index: int, front: list[Mention]) -> Mention | None:
    """The nearest component in the same clause in front of a figure, rather outside of brackets."""
    said = [m for m in front if not _CLAUSE_END.search(sentence.between(index, m))]
    # `base salaries exceeding the national median ($133,080)`: the figure is what they are compared with.
    said = [m for m in said if not _COMPARED.search(sentence.between(index, m))]
    # `with the allowance, fellows begin on £45,103`: what the pay includes.
    said = [m for m in said if not _OTHERS_GET.match(sentence.between(index, m))]
    outside = [m for m in said if not _in_brackets(sentence, index, m)]
    nearest = (outside or said)[-1:]
    return nearest[0] if nearest else None


def _loosely_behind(sentence: Sentence, index: int, behind: list[Mention]) -> Mention | None:
    if _is_called_before(sentence, index):
        return None
    loose = (m for m in behind if m.value not in ("premium", "benefits"))
    return next((m for m in loose if _LOOSELY.fullmatch(sentence.between(index, m))), None)


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
    # `AED 2,300 + shared accommodation`, `$150,000 plus super`: what comes with the pay.
    mentions = [m for m in mentions if m.value in PARTS_ONLY or not _comes_with_it(sentence, m)]
    before = [m for m in mentions if not sentence.behind(index, m)]
    # `$95,000 and options` is no $95,000 in options.
    behind = [m for m in mentions if m.value in PARTS_ONLY or not _AND.fullmatch(sentence.between(index, m))]
    return before[-1] if before else behind[0] if behind else None


def _comes_with_it(sentence: Sentence, mention: Mention) -> bool:
    in_kind = pattern("leads_to_amount").fullmatch(mention.cell.text) is not None
    return (
        in_kind
        or _ON_TOP.search(sentence.cell.text, max(0, mention.start - LONGEST_LINK), mention.start) is not None
    )


def basis(sentence: Sentence, index: int) -> Mention | None:
    """Of what a percent is a part, or to what a difference is added (`10-25% of base salary`, `$10K to your base`)."""
    for mention in sentence.own("component", index):
        if mention.value == "benefits":
            continue  # nobody's pay is a share of a pension
        if sentence.behind(index, mention) and _BASIS.fullmatch(sentence.between(index, mention)):
            return mention
    return None


_ACCORDING = re.compile(
    rf",?\s(?:{alternatives('said_at_the_end')})\s(?:the\s)?(?:u\.?s\.?\s)?$", re.IGNORECASE
)


def official(sentence: Sentence, index: int) -> Cell | None:
    """The words of a figure's segment that make it a statistics office's: those publish wages, whatever a sentence calls them."""
    segment = sentence.segments[index]
    text, sought = sentence.cell.text, pattern("official_component")
    found = sought.search(text, segment.start, segment.end)
    if found is None and not sentence.own("attribution", index):
        # `$66,510 a year, or $31.98 an hour, according to ...`: said of both at the end.
        last = sought.search(text, sentence.segments[-1].figure_end)
        found = last if last is not None and _ACCORDING.search(text, 0, last.start()) is not None else None
    return sentence.cell.cut(*found.span()) if found else None
