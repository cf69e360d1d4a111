"""The labels that a short text states: a heading, a lead, the label of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.readers.scope.roles import named_roles, only_speaks
from normalizers import headers, mentions
from normalizers import labels as meaning
from normalizers.periods import is_how_often
from schemas import Cell, Mention, Read
from schemas.row import Label
from schemas.wordings import alternatives, pattern

KEY_OF = {**headers.SUBJECTS, "attribution": "attributed_to"}
"""Which row key a kind of mention fills."""
_LOOSE = ("other", "benefits", "allowance")
"""Components that a heading may name without meaning all figures below it."""
_PARTS = ("allowance", "signing_bonus")
_OF_A_QUARTER = ("bonus", "commission", "profit_share", "allowance", "equity")
"""What people may be paid by the quarter; no other pay is."""
_NO_STATISTIC = ("range", "typical", "point", "minimum", "maximum")
_ENDS = ("minimum", "maximum")
_END_WORDS = re.compile(rf"(?:{alternatives('label_of_an_end')}|\W)+", re.IGNORECASE)
_FOR_A_TIME = re.compile(
    r"\b(?:per|an?)\s(?:hour|day|week|month|year)\b|\b(?:hour|dai|week|month|year|annual)ly\b|\bannual\b",
    re.IGNORECASE,
)
_PAY_OF = re.compile(
    r"\b(?:compensation|pay|salar(?:y|ies)|wages?|earnings|incomes?|remuneration) of $", re.IGNORECASE
)
_PAPER = re.compile(r"The (?:[A-Z][\w'’-]+ ){1,3}(?:Daily|Weekly|Monthly|Quarterly)")
"""`The Welding Weekly`: the name of a paper."""
_RANK = re.compile(r"\d\d\s?%|[1-9][05]th")

_GRANT = re.compile(r"\W*(?:(?:the|your|initial|new[- ]hire|equity|stock)\s){0,2}grants?\W*", re.IGNORECASE)
"""`Grant: ...` among the parts of an offer"""
_IN = re.compile(r"\bin $")
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:an|ish|ese|ch|ss|eek|ino|ai|qi|ni|li)")
_WHOLE = re.compile(
    rf"\W*(?:(?:{alternatives('label_of_the_whole')})\s(?:total|package|tc|ctc)|package|ctc|tc"
    r"|total,? (?:in )?(?:year|yr) (?:\d|one|two|three|four)(?: without [\w ]{3,20})?)\W*",
    re.IGNORECASE,
)
"""`Median total` on a card, `Package:` in an advertisement: no part of pay, but all of it."""


def labels_in(cell: Cell, *, loose: bool = False) -> dict[str, Label]:
    """The labels that a short text (heading, lead, card label) states, by row key.

    `loose` takes also components that a heading may name without meaning all figures below it (`Benefits`).
    """
    found = _mentions(cell)
    labels: dict[str, Label] = {}
    for kind, key in KEY_OF.items():
        if found.get(kind):
            labels[key] = joined(cell, _in_brackets(cell, found[kind]) if kind == "place" else found[kind])
    if loose and "level" in labels and "experience" not in labels:
        years = headers.bare_years(cell)
        labels |= {"experience": years} if years is not None else {}
    periods = [m for m in found.get("period", []) if not is_how_often(cell, m)]
    if not loose and not any(m.value in _OF_A_QUARTER for m in found.get("component", ())):
        # `Earnings and Labour Costs Quarterly`: how often figures come out.
        periods = [m for m in periods if m.value not in ("quarter", "half_year")]
    if periods and _PAPER.fullmatch(cell.text) is None:
        labels["period"] = Read(periods[0].value, periods[0].cell)
    parts = [m for m in found.get("component", ()) if m.data.get("strength") != "weak"]
    parts = [m for m in parts if loose or m.value not in _LOOSE]
    # `Equity, bonus and the rest` heads amounts of several parts.
    if parts and (loose or len({m.value for m in parts}) == 1 or parts[0].value == "total"):
        labels["component"] = Read(parts[0].value, parts[0].cell)
    if loose and "component" not in labels and (part := _part(cell, found.get("component", ()))) is not None:
        labels["component"] = part
    if (
        loose
        and "component" not in labels
        and (extra := pattern("names_what_comes_on_top").search(cell.text)) is not None
    ):
        labels["component"] = Read("other", cell.cut(*extra.span()))
    if loose and "component" not in labels and pattern("names_stock").fullmatch(cell.text.strip(" *_:")):
        labels["component"] = Read("equity", cell)
    if "component" not in labels and _WHOLE.fullmatch(cell.text) is not None:
        labels["component"] = Read("total", cell.strip(" *_:.()"))
    return labels | _statistic(cell, found.get("statistic", []), loose=loose)


def asked_for(question: Cell) -> dict[str, Label]:
    """`How much does a licence add to your pay?`: what is answered is by how much more people are paid."""
    if "how" not in question.text.lower():
        return {}
    added = pattern("asks_what_is_added").search(question.text)
    return {"component": Read("premium", question.cut(*added.span()))} if added is not None else {}


def _part(cell: Cell, found: Sequence[Mention]) -> Label | None:
    """The part of pay that a label begins with, in words for other things too (`On-call`, `Housing`)."""
    first = next((m for m in found if m.value in _PARTS), None)
    granted = next((m for m in found if m.value == "equity"), None)
    if granted is not None and _GRANT.fullmatch(cell.text):
        return Read(granted.value, granted.cell)
    if first is None or cell.text[: first.start].strip(" *_#().0123456789"):
        return None
    alone = not cell.text[first.end :].strip(" *_:")
    wide = pattern("leads_to_amount").fullmatch(first.cell.text) is not None
    return Read(first.value, first.cell) if alone or not wide else None


def _mentions(cell: Cell) -> dict[str, list[Mention]]:
    """What a text mentions, by kind; of jobs and skills those that say whose pay it is."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions.find(cell):
        found.setdefault(mention.kind, []).append(mention)
    # `Offices of dentists` is no dentist, and a statistician's comment is about the pay of others.
    found["role"] = [
        m
        for m in named_roles(found.get("role", []))
        if (
            not cell.text[: m.start].lower().endswith((" of ", " than "))
            or _PAY_OF.search(cell.text, 0, m.start) is not None
        )
        and not only_speaks(cell.text, m)
    ]
    found["skill"] = own_skills(found)
    # `US firms in London`: where they come from, and where they pay.
    places = found.get("place", [])
    if any(_IN.search(cell.text, 0, m.start) for m in places):
        found["place"] = [
            m
            for m in places
            if not pattern("firm_of_a_country").match(cell.text, m.end + 1)
            and not is_of_people(m, found["role"])
        ]
    return found


def is_of_people(place: Mention, roles: Sequence[Mention]) -> bool:
    """`Indian pharmacists`: the country that people are from, in front of what they do."""
    named = _DEMONYM.fullmatch(place.cell.text) is not None and place.cell.text not in place.value
    return named and place.data.get("type") == "country" and any(r.start == place.end + 1 for r in roles)


def _statistic(cell: Cell, found: list[Mention], *, loose: bool) -> dict[str, Label]:
    """The statistic that a text names; of labels also the end of a range (`Up to`) or a bare rank (`75 %`)."""
    named = next((m for m in found if m.value not in _NO_STATISTIC), None)
    if named is not None:
        numbers = percentiles(named)
        rank = {"percentile": Read(numbers, named.cell)} if numbers is not None else {}
        return {"statistic": Read(named.value, named.cell), **rank}
    if loose and _RANK.fullmatch(cell.text.strip()):
        return {key: value for key, value in headers.ordinal(cell).items() if isinstance(value, Read)}
    if loose and _END_WORDS.fullmatch(cell.text) and (end := _end(cell.text)) is not None:
        return {"statistic": Read(end.name, cell)}
    first = next((m for m in found if m.value in _ENDS and not cell.text[: m.start].strip(" *_")), None)
    if loose and first is not None and first.data.get("strength") != "weak" and not _is_wage(cell, first):
        return {"statistic": Read(first.value, first.cell)}  # `Minimum club retainer` on a card
    return {}


def _is_wage(cell: Cell, first: Mention) -> bool:
    """`Minimum wage`: the name of an amount, and no end of others."""
    behind = first.end + cell.text.startswith(" ", first.end)
    return pattern("wage_by_name").match(cell.text, behind) is not None


def _end(text: str) -> meaning.Statistic | None:
    """The end of a range that a label names, whatever time it is paid for (`Low` above `per hour`)."""
    return meaning.statistic(_FOR_A_TIME.sub("", text).strip())


def _in_brackets(cell: Cell, found: list[Mention]) -> list[Mention]:
    """`US Charter Multiplier (New York)`: of several places the one that stands in brackets alone, else all."""
    alone = [m for m in found if cell.text[: m.start].endswith("(") and cell.text[m.end :].startswith(")")]
    return alone if len(alone) == 1 and len(found) > 1 else found


def own_skills(found: Mapping[str, list[Mention]]) -> list[Mention]:
    """The skills that are no part of a job title (`ML` in `ML engineer`)."""
    titles = found.get("role", ())
    return [
        m for m in found.get("skill", ()) if not any(t.start <= m.start and m.end <= t.end for t in titles)
    ]


def percentiles(mention: Mention) -> str | None:
    """The percentiles that a statistic names, as text: `90`, `25-90`."""
    low, high = mention.data.get("percentile"), mention.data.get("percentile_to")
    if low is None:
        return None
    return f"{low}-{high}" if high is not None and high != low else f"{low}"


def joined(cell: Cell, found: list[Mention]) -> Cell:
    """One cell from the first to the last of neighbouring mentions (`Senior / Staff`), or the first alone."""
    first, last = found[0], found[0]
    for mention in found[1:]:
        gap = cell.text[last.end : mention.start]
        if len(gap) > 6 or gap.strip(" ,/&-–—→>()").lower() not in ("", "and", "or", "to"):
            break
        last = mention
    end = last.end
    if "(" in cell.text[first.start : end] and cell.text.startswith(")", end):
        end += 1  # `US Tier 1 (SF, NYC)`
    return cell.cut(first.start, end)
