"""What the figures of a sentence are instead of pay: by the words beside them, or by the figure in front of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.carried import Carried, is_another_gap
from extractors.readers.prose.components.takings import of_turnover
from normalizers import not_pay
from schemas import Inferred
from schemas.row import Label
from schemas.wordings import pattern

MOST_GAP = 4
LONGEST_GAP, BEHIND = 60, 30
"""Characters between two prices of a sentence that goes on about prices, and behind the second, that say nothing of pay."""
_AGAIN = re.compile(
    r"(?:\s(?:(?:a|per) (?:day|month|year|week|head|person)|until \w+|now|today))?[,;]?\s"
    r"(?:\((?:normally |usually |was |worth |or |about )?|(?:now|normally|instead of|down from|rising to|and then|then) )?",
    re.IGNORECASE,
)
"""What stands between the price of something and another price of it."""
_WAS = re.compile(r",?\s\(?(?:down|up|compared with|compared to)(?: from)?\s", re.IGNORECASE)
"""`The proportion of low-paid jobs was 3.4%, down from 8.9%`"""
_DOES = re.compile(r"\s(?:of|have|had|said|[a-z]{3,}ed)\b")
_UP = re.compile(r",?\s(?:up|down)(?: by)?\s$")
_SINCE = re.compile(r"\s(?:from|on|compared with|compared to|over|since)\s(?:an?|the|last|(?:19|20)\d\d)\b")
_CHANGE = re.compile(
    r"\b(?:up|down|(?:increase|rise|fall|drop|gain) of|at|save|by)\s(?:about |around |nearly )?$",
    re.IGNORECASE,
)
"""In front of a percent by which a price has changed, or that it costs (`a loan of up to KES 150,000 at 6%`)."""
PAYS_MILLIONS = "pays_millions"
"""The key of what says that a page is about people who are paid as much as firms are worth."""
_LARGE = ("large_amount", "large_amount_elsewhere")
_GOES_ON = frozenset(
    (
        "living_cost",
        "loss",
        "lodging",
        "product_price",
        "tax_and_limits",
        "dues_and_fees",
        "revenue",
        "revenue_a_head",
    )
)
"""What a sentence names several amounts of (`a flat there is €1,450, in Leipzig €620`)."""


def reason(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried, before: str | None
) -> str | None:
    """What a figure is instead of pay; `before` is what the one in front of it is."""
    figure = sentence.figures[index]
    found = not_pay.reason(figure, sentence.cell, carried.lead if index == 0 else None)
    if found in _LARGE and PAYS_MILLIONS in scope:
        found = None
    if found == "business_metric" and of_turnover(sentence, index) is not None:
        found = None  # `on commission, 8-12% of own margin`
    if found == "share_of_people" and (_has_risen(sentence, index) or _is_a_gap(sentence, index, carried)):
        found = None
    if found is None and figure.high == 0 and figure.low == 0:
        return "nothing"  # `$0 if you qualify`
    if (
        found is None
        and before is not None
        and (_says_again(sentence, index) or _goes_on(sentence, index, before))
    ):
        return before
    if found == "living_cost" and index == 0 and _comes_on_top(scope, carried):
        return None
    return found


def _is_a_gap(sentence: Sentence, index: int, carried: Carried) -> bool:
    """`Latvia 19.0%` behind a pay gap, and no `43% of women` or `30% voted`."""
    does = _DOES.match(sentence.cell.text, sentence.segments[index].figure_end)
    return is_another_gap(sentence, carried) and does is None


def _has_risen(sentence: Sentence, index: int) -> bool:
    """`The average pay of payroll employees was $1,297, up 5.4% from a year earlier`: no share of those employees."""
    text, segment = sentence.cell.text, sentence.segments[index]
    up = _UP.search(text, max(0, segment.figure_start - 20), segment.figure_start)
    return bool(index) and up is not None and _SINCE.match(text, segment.figure_end) is not None


def _comes_on_top(scope: Mapping[str, Label], carried: Carried) -> bool:
    """`Lunch: $14 a day` in a list of what is paid on top: no price, but what somebody gets for it."""
    extra = scope.get("component")
    return carried.lead is not None and isinstance(extra, Inferred) and extra.text == "allowance"


def _says_again(sentence: Sentence, index: int) -> bool:
    """Whether a figure says what the one in front of it says: `Share price: $161 (+1.4%)`, `€149 until Friday (normally €229)`."""
    gap = sentence.gap(index)
    if sentence.figures[index].unit == "percent":
        signed = bool(sentence.figures[index].sign) and len(gap) < MOST_GAP
        return signed or (_WAS.fullmatch(gap) is not None and sentence.figures[index - 1].unit == "percent")
    return _AGAIN.fullmatch(gap) is not None


def _goes_on(sentence: Sentence, index: int, before: str) -> bool:
    """Whether a sentence about prices goes on about them: nothing between two figures speaks of pay, of people or of getting."""
    gap, end = sentence.gap(index), sentence.segments[index].figure_end
    if before not in _GOES_ON or len(gap) > LONGEST_GAP or sentence.figures[index].period == "hour":
        return False
    if sentence.figures[index].unit == "percent" and _CHANGE.search(gap) is None:
        return False
    near = f"{gap}{sentence.cell.text[end : end + BEHIND]}"
    if any(pattern(group).search(near) for group in ("pay", "speaks_of_getting")):
        return False
    start = sentence.segments[index - 1].figure_end
    said = [
        m for kind in ("role", "component", "level", "statistic") for m in sentence.mentions.get(kind, ())
    ]
    return not any(start <= m.start < end + BEHIND for m in said)
