"""Figures that are something else than pay: market sizes, funding, rent, growth, shares of people.

The rules are data (`schemas/vocabularies/not_pay.yaml`). They look at the figure's own part of the sentence, and the words nearest
to it decide: `a $200K salary at a company that raised $50M` is pay for the first figure and funding for the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from normalizers import figures
from schemas import Cell, Figure, packaged
from schemas.fixed import fixed
from schemas.wordings import Wording, alternatives, pattern

_BEFORE, _AFTER = 90, 60
_GROUP = re.compile(r"\{(?P<group>[a-z_]+)\}")
"""In a wording: it stands for a group of `wordings.yaml` (`{goods}`)."""
_USUAL = re.compile(r"\b(?:average|median|mean|typical|typically)\b", re.IGNORECASE)
BEHIND = 10
"""Characters behind an amount within which words still speak of it (` in annual `)."""
IN_ITS_PART = 40
"""The same where the words stand in a later part of the sentence (`£2,900 a month, rent for a flat in Leeds £950`)."""
TOUCHING = 2
"""What stands this near in front of an amount is about it, whatever else it stands beside (`$749, annual fee $135`)."""
_LINK = re.compile(r"\s(?:of|at|is|was|to)\s(?:about\s|around\s|roughly\s)?", re.IGNORECASE)
"""The same between a wording and its amount (`1.4%, against RPI of 4.3%`)."""
BEHIND_ANOTHER = 16
"""The same behind another amount, between which and the wording there is no comma."""
_GOES = re.compile(r"\s(?:went|rose|fell|jumped|climbed)(?:\s(?:up|down))?(?:\s(?:from|by|to))?\s")
"""Between a wording and its amount (`131k and my rent went from £1,350`)."""
_PART = re.compile(r"[,;]\s")
_ON_TOP = (" plus ", " + ")
"""What comes on top says nothing of the amount in front (`$73,000 plus the dues`)."""
_LIST = re.compile(r"[,;]|\band\b|\bor\b|\bto\b|[-–—/]")
_NEVER_BY_THE_HOUR = frozenset(
    ("living_cost", "loss", "lodging", "product_price", "tax_and_limits", "perk_budget", "revenue")
)
"""What is counted by the hour is paid for work, whatever stands beside it."""
_NOTHING_ONE_GETS = frozenset(
    (
        "living_cost",
        "loss",
        "lodging",
        "product_price",
        "perk_budget",
        "revenue",
        "deductions",
    )
)
"""What stands elsewhere in a sentence and says nothing of an amount that somebody gets."""
_NAMED = ("living_cost", "product_price")
"""What the label of a sentence says of its amount, whatever else stands there."""
_LESS = re.compile(r" (?:less|lower)\b(?!(?: than \w+)? likely)")
_GAP = re.compile(
    r"\bgap between [^.;:,]{3,40}?(?:is|was|stands at|has (?:narrowed|widened|grown|shrunk|fallen) to)(?: about| still| only)? ~?\Z",
    re.IGNORECASE,
)
"""`women were offered 7 percent less`, `the gap between men and women is 9%`: by how much pay differs, and not how many people."""
_TIMES = re.compile(r"\d(?:\s(?:hours|hrs|days|weeks|shifts))?\s?[x×*]\s?\Z")
"""`7.6 x $67.56 = $513.46`: what comes of so many hours, and no rate between two currencies."""
_CLAUSE = re.compile(
    r"[;|]|\s[–—]\s|[.!?]\s|,\s(?:and|but|so|while|whereas|with|though|although)\s", re.IGNORECASE
)


@fixed
class Rule:
    """One reason and the wordings that show it. `over` is the smallest amount it applies to, all that it applies to are below `under`."""

    reason: str
    units: tuple[str, ...]
    around: tuple[str, ...]
    wording: Wording
    always: bool
    over: float
    alone: bool
    """Whether any word of pay in the figure's part of the sentence stands against it."""
    currencies: tuple[str, ...]
    """The currencies it applies to; all, where none is named."""
    under: float
    period: str
    """The time it applies to, of those that stand with an amount; any, where none is named."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, in the order of the file."""
    return tuple(
        Rule(
            reason,
            tuple(rule.get("units", ("currency", "percent"))),
            (around := tuple(_GROUP.sub(_alternatives, wording) for wording in rule["around"])),
            Wording(around),
            rule.get("always") is True,
            float(rule.get("over", 0)),
            rule.get("alone") is True,
            tuple(rule.get("currencies", ())),
            float(rule.get("under", "inf")),
            rule.get("period", ""),
        )
        for reason, rule in packaged.load("vocabularies/not_pay.yaml").items()
    )


def _alternatives(named: re.Match[str]) -> str:
    return alternatives(named["group"])


def reason(figure: Figure, sentence: Cell, lead: Cell | None = None) -> str | None:
    """Why a figure of a sentence is no pay (a key of the rules), or None where it may be.

    `lead` is the label in front of the sentence (`Conference budget: $5K a year`).
    """
    start = figure.cell.start - sentence.start
    if sentence.places is not None:
        start = next((i for i, place in enumerate(sentence.places) if place[0] >= figure.cell.start), 0)
    end = start + len(figure.cell.text)
    before, after = _clause(sentence.text, start, end)
    if lead is not None and before == sentence.text[:start]:
        before = f"{lead.text}: {before}"
    before = f"\n{before}"  # what begins with `\A ` is meant for what stands right behind a figure
    own, anything = _of(figure.unit)
    looked_through = [text for text in (before, after) if anything.search(text) is not None]
    if not looked_through:
        return None
    if lead is not None and (named := _named(lead, own)) is not None:
        return named
    got = _is_got(figure, before, after)
    pay = _nearest(pattern("pay"), before, after)
    others: tuple[list[tuple[int, int]], list[tuple[int, int]]] | None = None
    for rule in own:
        if not _applies(rule, figure, before, after) or (rule.alone and (pay is not None or got)):
            continue
        if not any(rule.wording.search(text) for text in looked_through):
            continue
        if others is None:
            others = _spans(before), _spans(after)
        distance = _nearest(rule.wording, before, after, *others)
        if got and distance and not rule.always and rule.reason in _NOTHING_ONE_GETS:
            continue
        if distance is not None and (rule.always or pay is None or distance <= pay):
            return rule.reason
    return None


def _named(lead: Cell, own: Sequence[Rule]) -> str | None:
    """`Rent: readers pay a median of $1,780`: what a label names and nothing else, whatever stands behind it."""
    text = lead.text.strip(" *_")
    return next((rule.reason for rule in own if rule.reason in _NAMED and rule.wording.fullmatch(text)), None)


def _applies(rule: Rule, figure: Figure, before: str, after: str) -> bool:
    """Whether a rule is for figures of this size, currency and kind at all."""
    if not rule.over <= (figure.high or figure.low or 0) < rule.under:
        return False
    if rule.period and rule.period != figure.period:
        return False
    if rule.reason == "exchange_rate" and _TIMES.search(before) is not None:
        return False
    if figure.period == "hour" and not rule.always and rule.reason in _NEVER_BY_THE_HOUR:
        return False
    if rule.reason == "share_of_people" and (
        _LESS.match(after) or _GAP.search(before) or pattern("gap_of_the_sexes").search(before)
    ):
        return False
    return not rule.currencies or figure.currency in rule.currencies


def _is_got(figure: Figure, before: str, after: str) -> bool:
    """`mortgage officers get $3,200`: what somebody gets, whatever else is spoken of."""
    return (
        figure.unit == "currency"
        and pattern("is_got").search(before) is not None
        and pattern("not_got").match(after) is None
    )


@cache
def _of(unit: str) -> tuple[tuple[Rule, ...], Wording]:
    """The rules for a unit, and what finds a wording of any of them; most figures have none beside."""
    own = tuple(rule for rule in rules() if unit in rule.units)
    return own, Wording(wording for rule in own for wording in rule.around)


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The text before and behind a figure, within its own part of the sentence."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    cut = max((stop.end() for stop in _CLAUSE.finditer(before)), default=0)
    stop = _CLAUSE.search(after)
    return before[cut:], after[: stop.start()] if stop else after


def _spans(text: str) -> list[tuple[int, int]]:
    return [one.cell.span for one in figures.find(text)]


def _nearest(
    wording: Wording,
    before: str,
    after: str,
    others: Sequence[tuple[int, int]] = (),
    behind_it: Sequence[tuple[int, int]] = (),
) -> int | None:
    """How many characters lie between the figure and the nearest match; None without one.

    `others` are other amounts before it, `behind_it` those behind: what stands beside one (`with $50M in revenue average
    $245,000`, `$48,600 before loan payments of $940`) is about that one.
    """
    distances = [
        len(before) - found.end()
        for found in wording.finditer(before)
        if len(before) - found.end() <= TOUCHING
        or _LINK.fullmatch(before, found.end())
        or _GOES.match(before, found.end())
        or not any(_belongs(before, found, other) for other in others)
    ]
    behind = wording.search(after)
    if behind is not None and behind.start() and after.startswith(_ON_TOP):
        behind = None
    if behind is not None and not any(
        _leads_to(after, behind, other) or _says_of(after, behind, other) for other in behind_it
    ):
        distances.append(behind.start())
    return min(distances, default=None)


def _leads_to(after: str, found: re.Match[str], other: tuple[int, int]) -> bool:
    """Whether a wording behind the figure leads to another amount, to which it stands nearer."""
    gap = after[found.end() : other[0]]
    if _GOES.fullmatch(gap) is not None:
        return True
    of_a_later_part = _PART.search(after, 0, found.start()) is not None
    nearest = IN_ITS_PART if of_a_later_part else min(found.start(), BEHIND)
    return 0 <= other[0] - found.end() < nearest and not _LIST.search(gap)


def _says_of(after: str, found: re.Match[str], other: tuple[int, int]) -> bool:
    """Whether a wording behind the figure stands right behind another amount (`€14,000 plus 2% of monthly revenue`)."""
    end = other[1]
    return 0 <= found.start() - end <= BEHIND_ANOTHER and _LIST.search(after, end, found.start()) is None


def _belongs(before: str, found: re.Match[str], other: tuple[int, int]) -> bool:
    """Whether a wording is about another amount: right behind it, or right in front where pay is spoken of after it."""
    start, end = other
    if 0 <= found.start() - end <= BEHIND:
        return True
    leads = 0 <= start - found.end() <= BEHIND
    bracket = before.rfind("(", 0, found.start())
    if leads and bracket > before.rfind(")", 0, found.start()) and ")" in before[end:]:
        return True  # `a school (fees $44,000 a year) pays`
    return leads and (_USUAL.search(before, end) or pattern("pay").search(before, end)) is not None
