"""For which time an amount of a sentence is paid, and in what money, where the figure does not say so itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.readers.prose import vesting
from extractors.readers.prose.binding import Sentence, nearest
from extractors.readers.prose.components.brought import before_it, brought_to
from extractors.readers.prose.components.changed import is_the_same_before
from extractors.readers.prose.components.neighbours import is_whole_of_it
from extractors.readers.prose.components.rises import grown
from extractors.readers.prose.components.words import Component
from normalizers.periods import is_done_so_often
from schemas import Figure, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.wordings import alternatives, pattern

_TIMES = re.compile(r"\d\s?(?:hours?\s?|hrs?\s?)?[×x*]\s?$", re.IGNORECASE)
_EQUAL = re.compile(r"\s?(?:=|is|makes)\s?(?:about\s|roughly\s)?[^\s\d]{0,3}\d")
_THEIR_FIRST = re.compile(r"\b(?:in|during|after) (?:their|his|her|your|the|its) $", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\bfor (?:an? |the |each |every )?first-year (?!of\b)[a-z]", re.IGNORECASE)
"""`a weekly rate of $1,050 for a first-year cadet`: who is paid, where a time is said as well."""
_HOURS = re.compile(r"\bhours? $", re.IGNORECASE)
"""`30 hours a week`: a time, and not what is paid for."""
_COMPARED = re.compile(r"[- ](?:over|on|to)[- ](?:year|month|quarter)\b", re.IGNORECASE)
"""`on a year-over-year basis`"""
_PAID_ONCE = ("bonus", "allowance", "other", "signing_bonus")
LONGEST_DESCRIPTION = 40
_DESCRIBING = re.compile(r"(?:[\w'’-]+[ \xa0]){1,3}$")
"""The words right in front of `bonus`."""
_FOR = re.compile(r"\bfor $")
_WHILE = re.compile(r"\b(?:after|within|in|over|than|about|nearly|almost|half|another|once) $", re.IGNORECASE)
_SINCE = re.compile(r" (?:earlier|ago|previously)\b", re.IGNORECASE)
_PAID_TIME = re.compile(
    r"(?<!\w)(?<!\bin )(?<!\bwithin )(?<!\bafter )(?:an?|the|each|every)\s(?:[a-z-]+\s){0,3}(?P<time>hour|day)"
    rf"(?:,?\s(?:{alternatives('time_brings')}))?(?:\s(?:about|around))?\s$",
    re.IGNORECASE,
)
"""`the average invoiced hour was £62`, `and a studio day £410`: the time itself is what costs so much."""
_A_TIME = re.compile(
    r"[ -](?P<time>hour|day|week|month|year)s?\b(?! (?:contract|deal|grant|vest|package|one|two))"
)
_SUCH_A = re.compile(
    r"\b(?:an?|my|his|her|their|first|last|typical|average|good|slow|rare)\s$", re.IGNORECASE
)
_LONGEST_TIME = 60
_TO_ANOTHER = re.compile(r"\s(?:\([^()\d]{2,40}\)|in [A-Z][^.;:\d]{1,30}|for [^.;:\d]{2,40})\sto\s")
_GRANTED = re.compile(
    rf"\s(?:(?:{alternatives('describes_a_grant')})\s){{0,2}}(?P<grant>grants?)\b(?! (?:a|per|each|every) year)",
    re.IGNORECASE,
)
"""`a $400,000 grant`, which vests over years though nobody says over how many."""


def measure(sentence: Sentence, index: int, scope: Mapping[str, Label]) -> dict[str, Value]:
    """The period, where the figure does not carry it itself."""
    figure, found = sentence.figures[index], dict[str, Value]()
    if (dollars := _dollars(sentence, index)) is not None:
        found["currency"] = dollars
    elif figure.unit == "currency" and "currency" in scope and _is_open(figure):
        found["currency"] = scope["currency"]
    if figure.unit != "currency" or figure.period is not None:
        return found
    if (years := vesting.said(sentence.cell, *_behind(sentence, index))) is not None:
        return {"period": Read("grant", years.cell), "vesting": years}
    if (granted := _GRANTED.match(sentence.cell.text, _behind(sentence, index)[0])) is not None:
        return {**found, "period": Read("grant", sentence.cell.cut(*granted.span("grant")))}
    if _is_multiplied(sentence, index):
        return found
    amount = figure.high or figure.low
    mention = nearest(sentence, index, _own_times(sentence, index, amount))
    if (unit := _is_of_a_time(sentence, index)) is not None and _plausible(unit.text, amount):
        found["period"] = unit
    elif mention is not None:
        found["period"] = Read(mention.value, mention.cell)
    elif (whole := _of_the_whole(sentence, index) or _before_it_rose(sentence, index)) is not None or (
        whole := _as_before(sentence, index)
        or _before_it(sentence, index)
        or _at_the_other_end(sentence, index)
    ) is not None:
        found["period"] = whole
    elif (paid := _paid_time(sentence, index)) is not None and _plausible(paid.text, amount):
        found["period"] = paid
    elif "period" in scope and _plausible(scope["period"].text, amount):
        found["period"] = scope["period"]
    return found


def _is_multiplied(sentence: Sentence, index: int) -> bool:
    """`75 × $171 = $12,825 a month`: what is counted so often is for a shorter time than what comes of it."""
    text, segment = sentence.cell.text, sentence.segments[index]
    times = _TIMES.search(text, max(0, segment.figure_start - 12), segment.figure_start)
    return times is not None and _EQUAL.match(text, segment.figure_end) is not None


def _own_times(sentence: Sentence, index: int, amount: float | None) -> list[Mention]:
    """The times said with an amount that may be what it is paid for."""
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
    own = [m for m in own if not _is_for_whom(sentence, m)] or own
    own = [m for m in own if not _is_a_while(sentence, m)]
    own = [m for m in own if not _COMPARED.match(sentence.cell.text, m.end)]
    own = [m for m in own if not is_done_so_often(sentence.cell, m)]  # `RSUs, which vest quarterly`
    own = [m for m in own if not _HOURS.search(sentence.cell.text[: m.start])]
    # `a per diem of $2.95 for each hour away`: the name of what is paid, where a time is said as well.
    return [m for m in own if not m.cell.text.lower().startswith("per diem")] or own


def _of_the_whole(sentence: Sentence, index: int) -> Label | None:
    """`£2,400 a month (basic £1,900, leave pay £500)`: the parts in the brackets behind an amount are for its time."""
    text, at = sentence.cell.text, sentence.segments[index].figure_start
    opening = text.rfind("(", 0, at)
    if opening < 0 or ")" in text[opening:at]:
        return None
    for other in range(index - 1, -1, -1):
        whole, end = sentence.figures[other], sentence.segments[other].figure_end
        if end > opening:
            continue
        if whole.unit != "currency" or whole.period is None or whole.period_cell is None:
            return None
        return Read(whole.period, whole.period_cell) if not text[end:opening].strip() else None
    return None


def _before_it_rose(sentence: Sentence, index: int) -> Label | None:
    """`hourly wages rose 3.6% (+$1.24 to $36.05)`: what pay came to is for the time of what it was, and so is by how much it rose."""
    if not index or not (_comes_to(sentence, index) or grown(sentence, index) is not None):
        return None
    said = [m for other in range(index) for m in _own_times(sentence, other, sentence.figures[index].high)]
    return Read(said[-1].value, said[-1].cell) if said else None


def _as_before(sentence: Sentence, index: int) -> Label | None:
    """`the grant moved from $1.5M to $2.1M`: the time of what it was."""
    if not is_the_same_before(sentence, index):
        return None
    amount = sentence.figures[index - 1].high
    said = nearest(sentence, index - 1, _own_times(sentence, index - 1, amount))
    return Read(said.value, said.cell) if said is not None else None


def _comes_to(sentence: Sentence, index: int) -> bool:
    before = sentence.figures[index - 1]
    start, end = sentence.segments[index - 1].figure_end, sentence.segments[index].figure_start
    return before.unit == "currency" and before.sign > 0 and sentence.cell.text[start:end] == " to "


def _is_of_a_time(sentence: Sentence, index: int) -> Read | None:
    """`I turned in a $5,200 week`: the time itself, as so much money."""
    text, segment = sentence.cell.text, sentence.segments[index]
    unit = _A_TIME.match(text, segment.figure_end)
    if unit is None or _SUCH_A.search(text, max(0, segment.figure_start - 24), segment.figure_start) is None:
        return None
    return Read(unit["time"].lower(), sentence.cell.cut(*unit.span("time")))


def _before_it(sentence: Sentence, index: int) -> Label | None:
    """`£19.07 an hour, London weighting takes that to £21.31`: the time of the amount that became another."""
    earlier = before_it(sentence, index) if brought_to(sentence, index) is not None else None
    figure = sentence.figures[earlier] if earlier is not None else None
    return (
        Read(figure.period, figure.period_cell) if figure and figure.period and figure.period_cell else None
    )


def _at_the_other_end(sentence: Sentence, index: int) -> Label | None:
    """`stipends range from £1,100 (Hull) to £1,900 (Leeds) a month`: the time of both ends stands behind the second."""
    text, segment, other = sentence.cell.text, sentence.segments[index], index + 1
    if (
        index
        and sentence.gap(index) == " to "
        and text[: sentence.segments[index - 1].figure_start].endswith("from ")
    ):
        before = measure(sentence, index - 1, {}).get("period")  # `will go up from £5,500 to £5,900`
        return before if isinstance(before, Read | Inferred) else None
    if other == len(sentence.figures) or not text[: segment.figure_start].endswith("from "):
        return None
    figure, end = sentence.figures[other], sentence.segments[other]
    if figure.unit != "currency" or _TO_ANOTHER.fullmatch(sentence.gap(other)) is None:
        return None
    if figure.period is not None and figure.period_cell is not None:
        return Read(figure.period, figure.period_cell)
    said = nearest(sentence, other, _own_times(sentence, other, figure.high or figure.low))
    behind = said is not None and said.start >= end.figure_end
    return Read(said.value, said.cell) if said is not None and behind else None


def _paid_time(sentence: Sentence, index: int) -> Read | None:
    """The hour or the day of which an amount is said to be the price."""
    start = sentence.segments[index].figure_start
    found = _PAID_TIME.search(sentence.cell.text, max(0, start - _LONGEST_TIME), start)
    if found is None:
        return None
    return Read(found["time"].lower(), sentence.cell.cut(*found.span("time")))


def _is_for_whom(sentence: Sentence, mention: Mention) -> bool:
    """Whether `first-year` says which people are paid an amount, and not for which time."""
    if mention.value != "first_year":
        return False
    said = _FOR_WHOM.search(sentence.cell.text, max(0, mention.start - len("for every ")))
    return said is not None and said.start() < mention.start < said.end()


def _is_a_while(sentence: Sentence, mention: Mention) -> bool:
    """`moved after a year`, `in a month`, `a year earlier`: how long something takes, and not what is paid for."""
    text = sentence.cell.text
    while_ = _WHILE.search(text, 0, mention.start) or _SINCE.match(text, mention.end)
    return mention.cell.text.startswith(("a ", "an ")) and while_ is not None


def of_component(sentence: Sentence, index: int, component: Component) -> dict[str, Value]:
    """The time that follows from what a part of pay is: some bonuses are paid once, and units are granted to vest."""
    if component.label.text == "equity" and is_whole_of_it(sentence, index):
        return {"period": Inferred("grant", component.named_by.cell if component.named_by else None)}
    said = [m for m in sentence.own("period", index) if m.value == "year"]
    if any(not _FOR.search(sentence.cell.text, 0, m.start) and not _is_a_while(sentence, m) for m in said):
        return {}
    period = _once(sentence, index, component) or _granted(sentence, index, component)
    return {"period": period} if period is not None else {}


def _once(sentence: Sentence, index: int, component: Component) -> Label | None:
    """The words that make a bonus one that is paid once: what it is for (`a clerkship bonus`), or how (`in three parts`)."""
    figure, cell = sentence.figures[index], sentence.cell
    if figure.unit != "currency" or figure.period not in (None, "grant"):
        return None
    if component.label.text not in _PAID_ONCE:
        return None
    named = component.named_by
    if named is not None:
        front = _DESCRIBING.search(cell.text, max(0, named.start - LONGEST_DESCRIPTION), named.start)
        words = pattern("paid_once").search(cell.text, front.start() if front else named.start, named.end)
        if words is not None:
            return Read("one_time", cell.cut(*words.span()))
    behind = pattern("paid_in_parts").search(cell.text, *_behind(sentence, index))
    return Read("one_time", cell.cut(*behind.span())) if behind is not None else None


def _granted(sentence: Sentence, index: int, component: Component) -> Label | None:
    """Units that are granted (`$300k RSU`, `options worth $40K`) vest over years, unless a time is said for which they are paid."""
    figure, named = sentence.figures[index], component.named_by
    if figure.unit != "currency" or figure.period is not None or component.label.text != "equity":
        return None
    if named is None or pattern("granted_units").search(named.cell.text) is None:
        return None
    if any(m.value == "first_year" for m in sentence.mentions.get("period", ())):
        return None  # `$935,000 in the first year: $325,000 base and $610,000 in PPUs`
    if sentence.own("period", index) or pattern("refresher").search(sentence.cell.text):
        return None
    return Inferred("grant", named.cell)


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
