"""What a header or key says of the figures below or behind it: component, statistic, period; what a column holds."""

from __future__ import annotations

import re
from functools import cache

from normalizers.headers import vocabulary
from normalizers.labels.spelled import spelled
from normalizers.matcher import tokens
from normalizers.mentions import find
from normalizers.percentiles import NAMES
from schemas import Cell, Mention
from schemas.fixed import fixed
from schemas.vocabulary import load
from schemas.wordings import pattern

RANK = re.compile(
    r"(?P<rank>\d{1,2})(?:st|nd|rd|th)?(?:\s*\(?\s*(?:median|pctl?|percentile|%ile)?\s*\)?)?", re.IGNORECASE
)


@fixed
class Statistic:
    """`name` is a category of the dataset; percentiles are 0 to 100 or None."""

    name: str
    low_percentile: float | None = None
    high_percentile: float | None = None


def component(text: str) -> str | None:
    """The component that a header or key states: `Stock (RSU/4yr)` equity, `Base + Bonus` total, `Median` None."""
    label = _plain(text)
    found = find(Cell(label), ("component",))
    return None if _listed(label, found) in ("not_pay", *vocabulary.kinds()) else _stated(label, found)


def _stated(label: str, found: list[Mention]) -> str | None:
    strong = [one for one in found if one.data.get("strength") == "strong"]
    names = [one.value for one in strong]
    if "premium" in names:
        return "premium"
    if len(set(names)) > 1 and re.search(r"\+|\bplus\b|\band\b|&", label[strong[0].end : strong[-1].start]):
        return "total"
    if "total" in names:
        return "total"
    if names:
        return names[0]
    weak = [one.value for one in found if not one.data.get("verb")]
    return ("total" if "total" in weak else weak[0]) if weak else None


def statistic(text: str) -> Statistic | None:
    """The statistic that a label names: `10th`, `50th (Median)`, `Avg`, `25th–90th percentile`, `Starting Salary`."""
    label = _plain(text)
    rank = RANK.fullmatch(label)
    if rank is not None and re.search(r"st|nd|rd|th|%|p", label, re.IGNORECASE):
        return _percentile(int(rank.group("rank")))
    band = re.fullmatch(
        r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|—|to)\s*(\d{1,2})(?:st|nd|rd|th)(?:\s*%.*| percentile.*)?", label
    )
    if band is not None and int(band.group(1)) < int(band.group(2)):
        return Statistic("percentile_band", float(band.group(1)), float(band.group(2)))
    found = [one for one in find(Cell(label), ("statistic",)) if one.data.get("strength") != "weak"]
    if not found:
        bare = re.sub(r"\s*\([^()]*\)", "", label)
        entry = spelled("statistic_label").get(" ".join(tokens(bare).keys))
        return Statistic(str(entry.data.get("means", entry.value))) if entry is not None else None
    best = next((one for one in found if one.data.get("percentile") is not None), None)
    if best is None:
        best = next((one for one in found if one.value in ("mean", "median")), found[0])
    low = best.data.get("percentile")
    if not isinstance(low, int):
        return Statistic(best.value)
    high = best.data.get("percentile_to", low)
    return Statistic(best.value, float(low), float(high) if isinstance(high, int) else None)


def period(text: str) -> tuple[str, float | None] | None:
    """The period that a label states and, of grants, the years they vest over; None where it states none or two."""
    label = _plain(text)
    bare = period_word(label.strip("/() "))
    if bare is not None:
        return bare, None
    found = find(Cell(label), ("period",))
    grants = [one for one in found if one.value == "grant"]
    if grants:
        years = grants[0].data.get("vesting_years")
        return "grant", float(years) if isinstance(years, int | float) else None
    names = {one.value for one in found}
    return (names.pop(), None) if len(names) == 1 else None


def period_word(word: str) -> str | None:
    """The period that one word names as a whole label, or for machines: `Annual`, `hr`, `P1M`."""
    return _period_words().get(word.casefold())


def column(text: str) -> str | None:
    """What a column or key holds, as a key of a row: a component, `amount`, `level`, `region`, ...; or `not_pay`.

    `not_pay` are columns that are known to hold something else (`Market Cap`, `Key Event`). Other than in `normalizers.headers`,
    a kind of labels has to be spelled in full: the text may be no header at all.
    """
    label = _plain(text)
    found = find(Cell(label), ("component",))
    known = _listed(label, found) or _stated(label, found)
    return known or ("amount" if statistic(label) is not None else None)


def _plain(text: str) -> str:
    return " ".join(
        re.sub(r"[*`]+|(?<=\w)_(?=\w)", lambda m: " " if m.group() == "_" else "", text).split()
    ).strip(" |:")


def _listed(label: str, components: list[Mention]) -> str | None:
    """What the vocabulary of headers says of a whole label, or of its words at either end."""
    said = vocabulary.name(label)
    if said is None and (said := vocabulary.edge(label)) is not None and find(Cell(label), ("level",)):
        return None  # `Entry-Level (0-2 yrs)` is a level, not a column of levels
    if said is not None:
        return "not_pay" if said == "ignore" else said
    reason, _ = vocabulary.not_pay(label, [one.cell.text for one in components])
    if reason is not None:
        return "not_pay"
    return "qualifier" if not components and pattern("column_of_kinds").fullmatch(label) else None


def _percentile(rank: int) -> Statistic:
    return Statistic(NAMES.get(rank, "point"), float(rank), float(rank))


@cache
def _period_words() -> dict[str, str]:
    return {spelling.text.casefold(): spelling.entry.value for spelling in load()["period_label"].spellings}
