"""Which statistic a figure of a sentence is."""

from __future__ import annotations

import re

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.limits import limit_behind
from extractors.readers.prose.markets import low_end
from extractors.readers.scope.labels import percentiles
from schemas import Mention, Read
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_TOUCHING = re.compile(r"\s*(?:[-–—(*_`]\s?)*(?:(?:u\.s\.|[\w/]+)\s+){0,5}", re.IGNORECASE)
_CLAIMS = re.compile(rf"\b(?:{alternatives('lies_at')})\b", re.IGNORECASE)
_END_IS = re.compile(
    rf"[\w-]+\s(?:(?:{alternatives('describes_an_end')})\s){{0,2}}(?:{alternatives('has_an_end')})\b"
    rf"(?:[^.;:$€£₹]|\.(?=\d)){{0,120}}?(?:\b(?:{alternatives('end_is')})\b|[:=(]"
    r"|,(?=\s(?:(?:now|currently|about|around|at)\s)?$)"
    rf"|\b(?:{alternatives('end_moved')}) to\b"
    r"|\d\s?(?:%|per\s?cent) to\b)\s?(?:\w+\s){0,2}"
    r"|(?:minimums?|floor|maximum|ceiling)[),]?\s(?:\(?[\w’'./&-]+[),]{0,2}\s){0,12}?(?:is|was|are|has been|stands at|stood at|to be)\s"
    r"(?:(?:now|about|around|just|currently)\s)?"
    r"|[\w-]+\s(?:[\w’'.-]+\s){0,6}?(?:is|was|has been|stands at|stood at)\s(?:(?:now|about|around|just|currently)\s)?"
    rf"|(?:{alternatives('end_of_scale')})\s(?:of\s(?:[\w’'-]+\s){{1,5}})?(?:{alternatives('end_lies')})\s(?:about\s|around\s)?"
    r"|(?:top|highest|lowest|bottom)\s(?:rate|pay|salary|wage|step)\s[:(]?\s?"
    r"|[\w-]+\s?(?:\bof\b\s)?[:(=]?\s?",
    re.IGNORECASE,
)
"""From the word for an end to its amount: `highest salary for a nurse in Berlin is `, `maximum `."""
_BOTH = re.compile(
    r"(?:\s(?:in|at|for|outside|inside|within) [\w’' ]{2,30})?\s(?:and|or)\s"
    r"|(?:\s(?:from|in|since|as of|now)(?: [\w’' ]{2,30})?)?,?\s(?:and\s)?"
    rf"(?:{alternatives('rises_again')})\s(?:again\s)?to\s"
)
_STARTS = re.compile(
    rf"\b(?P<word>{alternatives('ladder_starts')})\s(?P<step>(?:at|on|from|with))\s(?:about\s|around\s|just\s)?$",
    re.IGNORECASE,
)
_CLIMBS = re.compile(
    r"(?:\s(?:a|per) (?:year|month|week|hour)|/(?:yr|hr|mo))?,?\s(?:(?:and|but|then|before|it|they|can|may|could|will)\s){0,3}"
    rf"(?P<word>{alternatives('ladder_climbs')})\s(?:up\s|with\s\w+\s)?(?:to\s|at\s)?(?:about\s|around\s|roughly\s|nearly\s)?",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"[\w’')*/.]\s(?:(?:{alternatives('says_how_often')})\s)?(?P<word>{alternatives('pay_starts')})\s(?:at|from)\s"
    r"(?:about\s|around\s|just\s|roughly\s|only\s)?[*_]{0,2}$",
    re.IGNORECASE,
)
"""`Clerks in Leeds start at £31,000`: nobody is paid less. `In Leeds, start at £31,000` is what a script is told to ask."""
_ONLY_FROM = re.compile(r"\s(?P<word>from)\s(?:about\s|around\s)?[*_]{0,2}$", re.IGNORECASE)
_SOMEBODY = re.compile(rf"\b(?:{alternatives('one_who_starts')})\s(?:\w+\s)?$", re.IGNORECASE)
_MOST_WORDS = 40
_RAISED_TO = re.compile(r"(?:\swages?|\spay)?\sto\s(?:about\s|around\s|at least\s)?", re.IGNORECASE)
_AND_ANOTHER = re.compile(r"[,;]\s(?:and\s)?(?:[\w’'/.-]+\s){1,4}at\s(?:about\s|around\s|just\s)?[*_]{0,2}")
_MOST_OTHERS = 6
_AT_THE_END = re.compile(
    r"(?:\s(?:in|of|for|per)\s[^.,;:$€£₹\d]{3,60}?)?\s(?P<words>at the (?:(?:very )?(?:(?P<low>bottom|low end)|top|high end)))"
    r"(?:(?<=end)\b| of (?:the |its |their |our )?(?:[\w-]+ ){0,3}(?:range|scale|band|grade|ladder)\b|(?=[.,;)]| for\b| and\b))",
    re.IGNORECASE,
)
"""`£48,200 at the top of the main scale`, `£31,000 for a clerk at the low end`"""
_END_IN_BRACKETS = re.compile(
    r"[*_]{0,2}\s?\((?P<words>(?P<low>lowest|low(?: end)?|minimum|min\.?|bottom)|highest|high(?: end)?|maximum|max\.?|top)\)",
    re.IGNORECASE,
)
"""`from R 24 600 (lowest) to R 86 300 (highest)`"""
_AT_RANK = re.compile(r"(?:\s(?:a|per)\s\w+|/\w+)?,?\sat\sthe\s")
_APPOSED = re.compile(r",\s(?:which\s(?:is|was)\s)?the\s(?:national\s)?")
_OF_WHOM = re.compile(r"\s(?:for|of|among|across)\s")
_COMPARED = re.compile(rf"\b(?:{alternatives('compares_with_statistic')})\s+(?:the\s+)?(?:[\w']+\s+){{0,3}}$")
_TO = re.compile(r"\sto\s(?:about\s|around\s)?", re.IGNORECASE)
_NO_AMOUNT = frozenset({"range", "typical", "point"})


@fixed
class Statistic:
    """The statistic that a sentence names for a figure, its percentiles (`25-90`), and the words for it."""

    label: Label | None = None
    percentile: Label | None = None


def decide(
    sentence: Sentence, index: int, *, inherits: bool, inherited: Statistic | None = None
) -> Statistic:
    """The statistic of a figure; the shape of the figure itself (range, point, open) is left to normalising.

    `inherits` says that the figure is one of a list whose first member said what all are.
    """
    mention = _own(sentence, index)
    if mention is not None:
        return _statistic(mention)
    if inherits and not sentence.figures[index].bound:
        for other in range(index - 1, -1, -1):
            earlier = _own(sentence, other)
            if earlier is not None and not _is_another_case(sentence, other, index):
                return _statistic(earlier)
    end = _end_of_both(sentence, index) or _end_that_rose(sentence, index)
    end = (
        end
        or _raised_end(sentence, index)
        or _end_of_a_ladder(sentence, index)
        or _least(sentence, index)
        or low_end(sentence, index)
    )
    if end is not None:
        return Statistic(end)
    if (
        inherited is not None
        and not sentence.figures[index].bound
        and sentence.figures[index].unit == "currency"
    ):
        return inherited
    return Statistic()


def _is_another_case(sentence: Sentence, first: int, index: int) -> bool:
    """`the median is $325,000, and the offer I have is at $310,000`: the second amount is no median."""
    start, end = sentence.segments[first].figure_end, sentence.segments[index].figure_start
    return pattern("single_case").search(sentence.cell.text, start, end) is not None


def _end_of_both(sentence: Sentence, index: int) -> Label | None:
    """`at least $28,000 in London and $25,000 elsewhere`: the words for an end that stand before the first of two.

    What at least has to be paid and rises is at least to be paid (`at least $2,000 from July, rising to $2,150`).
    """
    figure = sentence.figures[index]
    if not index or figure.bound or figure.is_range or figure.open_ended:
        return None
    first = sentence.figures[index - 1]
    gap = sentence.gap(index)
    if (
        first.bound is None
        or first.bound_cell is None
        or first.unit != figure.unit
        or not _BOTH.fullmatch(gap)
    ):
        return None
    return Read(first.bound, first.bound_cell)


def _end_that_rose(sentence: Sentence, index: int) -> Label | None:
    """`the minimum wage goes up 7.2% to $15.35`: between the word for an end and its amount stands by how much it rose."""
    if not index or sentence.figures[index - 1].unit != "percent" or sentence.figures[index].is_range:
        return None
    start, text = sentence.segments[index].figure_start, sentence.cell.text
    if sentence.figures[index].bound or not _TO.fullmatch(
        text, sentence.segments[index - 1].figure_end, start
    ):
        return None
    for mention in reversed(sentence.own("statistic", index - 1)):
        if _is_open(mention) and _END_IS.fullmatch(text, mention.start, start):
            return Read(mention.value, mention.cell)
    return None


def _raised_end(sentence: Sentence, index: int) -> Label | None:
    """`lift the federal minimum to $15`, `raising the floor to $17`: what the least becomes is the least."""
    text, start = sentence.cell.text, sentence.segments[index].figure_start
    for mention in reversed(sentence.own("statistic", index)):
        raised = pattern("raises_an_end").finditer(text, max(0, mention.start - _MOST_WORDS), mention.start)
        touches = any(found.end() == mention.start for found in raised)
        if touches and _is_open(mention) and _RAISED_TO.fullmatch(text, mention.end, start):
            return Read(mention.value, mention.cell)
    return None


def _end_of_a_ladder(sentence: Sentence, index: int) -> Label | None:
    """`starts at £31,200 and goes to £38,900`: the least and the most of one scale; `£120k the ceiling` is the most."""
    figure, text = sentence.figures[index], sentence.cell.text
    if figure.bound or figure.is_range or figure.open_ended or figure.unit != "currency":
        return None
    if (limit := limit_behind(sentence, index)) is not None:
        return limit
    behind = sentence.segments[index].figure_end
    if (lies := _AT_THE_END.match(text, behind) or _END_IN_BRACKETS.match(text, behind)) is not None:
        return Read("minimum" if lies["low"] else "maximum", sentence.cell.cut(*lies.span("words")))
    for first in (index, index - 1):
        if first < 0 or first + 1 >= len(sentence.figures):
            continue
        low, high = sentence.segments[first], sentence.segments[first + 1]
        starts = _STARTS.search(text, max(0, low.figure_start - 30), low.figure_start)
        climbs = _CLIMBS.fullmatch(text, low.figure_end, high.figure_start)
        if starts is not None and climbs is not None:
            if first == index and starts["step"] in ("on", "with"):
                return None  # `starts on £31,200`: that is what the first step pays
            which, value = (starts, "minimum") if first == index else (climbs, "maximum")
            return Read(value, sentence.cell.cut(*which.span("word")))
    return None


def _least(sentence: Sentence, index: int) -> Label | None:
    """`Clerks start at £31,000, cooks at £27,400`: where pay starts is the least, for the next ones as well."""
    figure, text = sentence.figures[index], sentence.cell.text
    if figure.bound or figure.is_range or figure.open_ended or figure.unit != "currency":
        return None
    if (only := _only_from(sentence, index)) is not None:
        return only
    for first in range(index, max(-1, index - _MOST_OTHERS), -1):
        start = sentence.segments[first].figure_start
        found = _LEAST.search(text, max(0, start - _MOST_WORDS), start)
        if found is not None:
            somebody = _SOMEBODY.search(text, 0, found.start("word")) is not None
            return None if somebody else Read("minimum", sentence.cell.cut(*found.span("word")))
        if not first or not _AND_ANOTHER.fullmatch(text, sentence.segments[first - 1].figure_end, start):
            return None
    return None


def _only_from(sentence: Sentence, index: int) -> Label | None:
    """`Firms in Leeds pay juniors from £48,000`, and up to no other amount."""
    text, segment = sentence.cell.text, sentence.segments[index]
    found = _ONLY_FROM.search(text, max(0, segment.figure_start - _MOST_WORDS), segment.figure_start)
    people = [m for kind in ("role", "level") for m in sentence.mentions.get(kind, ())]
    if found is None or not any(m.end == found.start() for m in people):
        return None
    if index + 1 < len(sentence.segments):
        gap = sentence.gap(index + 1).rstrip(" *_")
        if gap.endswith(" to") and not gap.endswith("up to"):
            return None  # `took clerks from £31,000 a year to £35,000`
    return Read("minimum", sentence.cell.cut(*found.span("word")))


def _own(sentence: Sentence, index: int) -> Mention | None:
    mentions = [m for m in sentence.own("statistic", index) if m.value not in _NO_AMOUNT]
    segment, figure = sentence.segments[index], sentence.figures[index]
    behind = [m for m in mentions if m.start >= segment.figure_end]
    before = [m for m in mentions if m.end <= segment.figure_start]
    for mention in behind:
        gap = sentence.between(index, mention)
        touching = _TOUCHING.fullmatch(gap) is not None and _CLAIMS.search(gap) is None
        # `$130K median`, `($63,200 average)`, `$211,450 (90th percentile)`; `$1-$2, the 50th-75th percentile` only claims to lie there.
        said_so = _is_one_of_ranks(sentence, gap) or _is_called(sentence, index, mention, gap)
        if not _is_open(mention) and said_so:
            return mention
        if (
            touching
            and not _is_open(mention)
            and (not figure.is_range or "(" in gap or mention.value == "percentile_band")
        ):
            return mention
    for mention in reversed(before):
        if _is_open(mention):
            between = sentence.cell.text[mention.start : segment.figure_start]
            level = any(m.start == mention.end + 1 for m in sentence.mentions.get("role", ()))
            beginner = (
                mention.cell.text.lower() == "beginning" and level
            )  # `the average for a beginning teacher`
            if not beginner and _END_IS.fullmatch(between) and not figure.is_range and figure.bound is None:
                return mention
            continue
        if not (figure.bound and _compared(sentence, mention, segment.figure_start)):
            return mention
    return None


def _is_called(sentence: Sentence, index: int, mention: Mention, gap: str) -> bool:
    """`It is £61,590, the median for the whole trade`: what the amount just stated is."""
    behind = _OF_WHOM.match(sentence.cell.text, mention.end) is not None
    middle = mention.value in ("mean", "median") and not sentence.figures[index].is_range
    return middle and behind and _APPOSED.fullmatch(gap) is not None


def _is_one_of_ranks(sentence: Sentence, gap: str) -> bool:
    """`£21,000 at the 25th percentile, £24,500 at the median`: each amount is the point of the distribution behind it."""
    if _AT_RANK.fullmatch(gap) is None:
        return False
    named = {m.start for m in sentence.mentions.get("statistic", ())}
    behind = (_AT_RANK.match(sentence.cell.text, segment.figure_end) for segment in sentence.segments)
    return sum(found is not None and found.end() in named for found in behind) > 1


def _is_open(mention: Mention) -> bool:
    return mention.value in ("minimum", "maximum")


def _compared(sentence: Sentence, mention: Mention, figure_start: int) -> bool:
    """`above the median, at $180K`: the statistic is what the figure is compared with."""
    front = sentence.cell.text[max(0, mention.start - 40) : mention.start].lower()
    return _COMPARED.search(front) is not None


def _statistic(mention: Mention) -> Statistic:
    numbers = percentiles(mention)
    return Statistic(Read(mention.value, mention.cell), Read(numbers, mention.cell) if numbers else None)


def of_scope(label: Label | None, percentile: Label | None = None) -> Statistic | None:
    """A statistic that a heading or label in front gives."""
    return Statistic(label, percentile) if label is not None else None
