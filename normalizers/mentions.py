"""Where the vocabularies occur in a text.

`find` looks a text up once, for all kinds, and remembers the answer for the texts seen last. Mentions of one kind do
not overlap; the longest one that starts first counts. Mentions of different kinds may overlap (`Senior Nurse` is a role
and holds a level).

What `data` holds, besides what the vocabulary file says of the entry:

- role: `title` as written, `known` (whether a file knows it), `generic` (a bare `engineers`), `field` (`data science`)
- level: `level_to` (end of a span), `code` (`L5`: `value` is empty, what it means depends on the company)
- place: `country`, `subdivision`, `metro`, `currency`, `type`, `work_mode`
- company: `confidence` (`high`, or `low` for an unknown name after `at`)
- component: `strength` (`strong` states a component, `weak` only suggests one), `verb`
- statistic: `percentile`, `percentile_to`; period: `vesting_years`; experience: `min`, `max` in years
- attribution: `cue` (`according to`), `known`, `mark` (`[3]`), `claim`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import cache, lru_cache

from normalizers import experience, levels, names, percentiles, sources, titles, towns
from normalizers.found import Found, settle
from normalizers.matcher import Tokens, Tree, tokens
from schemas import Cell, Mention
from schemas.vocabulary import entries, load
from schemas.wordings import pattern

ALL = frozenset(
    [
        "role",
        "level",
        "place",
        "company",
        "employer_group",
        "component",
        "statistic",
        "period",
        "experience",
        "education",
        "skill",
        "work_mode",
        "attribution",
        "currency_word",
    ]
)

NAMES = ("role", "company", "place", "employer_group", "attribution")
Finder = Callable[[Tokens, list[Found], dict[str, list[Found]]], list[Found]]
FINDERS: dict[str, Finder] = {
    # In this order: a finder sees what those before it have settled.
    "place": towns.find,
    "employer_group": lambda words, found, settled: settle(found),
    "company": names.companies,
    "role": titles.find,
    "level": levels.find,
    "experience": experience.experience,
    "statistic": percentiles.statistics,
    "attribution": sources.attributions,
}

_CLOCK = re.compile(r"(?<![\w.,:$£€₹])(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?$")
"""`8:14 pm`: a time of the day, and no month."""
_IS_SO_MUCH = re.compile(r"\s?(?:is|was|of|rates?|allowances?|[:(=|]|[$€£])", re.IGNORECASE)
"""Behind `per diem`: it is an amount (`our staff per diem is $75`)."""
_SORTED = sorted(ALL)
_AS_SPELLED = sorted(ALL - set(FINDERS))


def find(cell: Cell, kinds: Container[str] = ALL) -> list[Mention]:
    """The mentions of the given kinds in a cell, by place, longer ones first."""
    return [
        Mention(
            found.kind,
            found.value,
            cell.cut(found.start, found.end),
            found.start,
            found.end,
            found.data,
        )
        for found in _found(cell.text)
        if found.kind in kinds
    ]


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[Found, ...]:
    words = tokens(text)
    raw: dict[str, list[Found]] = {}
    for found in _spelled(words):
        raw.setdefault(found.kind, []).append(found)
    settled = {f"{kind}_words": raw.get(kind, []) for kind in ("level", "role", "skill", "organisation")}
    for kind, finder in FINDERS.items():
        settled[kind] = finder(words, raw.get(kind, []), settled)
    for kind in _AS_SPELLED:
        settled[kind] = raw.get(kind, [])
    # `Tableau 1.` begins the caption of a table.
    settled["company"] = [one for one in settled["company"] if not _begins_a_caption(text, one)]
    for kind in ("skill", "employer_group"):
        settled[kind] = [one for one in settled[kind] if not _names_a_thing(text, one)]
    for kind in ("skill", "education"):
        # The `ML` of an ML engineer and the `MA` of Boston, MA say nothing more than the title and the place do.
        settled[kind] = [one for one in settled[kind] if not _is_part_of(one, settled, NAMES)]
    settled["role"] = [
        one
        for one in settled["role"]
        if one.data["known"] or not _is_part_of(one, settled, ("attribution", "company"))
    ]
    # `stock manager`, `accommodation and food services`: what the job or the branch is about.
    settled["component"] = [
        one for one in settled["component"] if not _is_part_of(one, settled, ("role", "employer_group"))
    ]
    settled["place"] = [
        one
        for one in settled["place"]
        if not _is_part_of(one, settled, ("currency_word",)) and not _begins_a_firm(one, settled["company"])
    ]
    settled["period"] = [
        one for one in settled["period"] if not _is_of_the_clock(text, one) and not _is_of_a_shift(text, one)
    ]
    for kind in ("period", "component"):
        settled[kind] = [one for one in settled[kind] if not _is_how_one_works(text, one)]
    everything = [found for kind in _SORTED for found in settled[kind]]
    return tuple(sorted(everything, key=lambda found: (found.start, -found.end, found.kind)))


def _is_of_the_clock(text: str, period: Found) -> bool:
    return text[period.start : period.end] == "pm" and _CLOCK.search(text, 0, period.start) is not None


def _begins_a_caption(text: str, company: Found) -> bool:
    return pattern("caption_with_number").match(text, company.start) is not None


def _names_a_thing(text: str, one: Found) -> bool:
    """`one Excel sheet`, `the start-up kit`: neither what somebody knows nor who employs them."""
    return pattern("thing_of_its_name").match(text, one.end + 1) is not None


def _begins_a_firm(place: Found, companies: list[Found]) -> bool:
    """`Boston Consulting Group`, `Ostrava Labs`: firms pay elsewhere too; bodies (`Leeds City Council`) are where they are called."""
    return any(
        one.start <= place.start and place.end <= one.end and bool(one.value or one.data.get("firm"))
        for one in companies
    )


def _is_of_a_shift(text: str, period: Found) -> bool:
    """`A day supervisor gets`: when somebody works, and not how long they are paid for."""
    day = text[period.start : period.end].lower() == "a day"
    return day and pattern("works_by_day").match(text, period.end + 1) is not None


def _is_how_one_works(text: str, one: Found) -> bool:
    """`staff, per diem, travel`, `an ED job per diem`: who works when called, and no allowance for the day."""
    if text[one.start : one.end].lower() != "per diem" or _IS_SO_MUCH.match(text, one.end):
        return False
    before, behind = (pattern(f"works_per_diem_{side}") for side in ("before", "behind"))
    return any(found.end() == one.start for found in before.finditer(text[: one.start])) or (
        behind.match(text[one.end :].lstrip(" ,/")) is not None
    )


def _is_part_of(one: Found, settled: dict[str, list[Found]], kinds: tuple[str, ...]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for kind in kinds for other in settled[kind])


def _spelled(words: Tokens) -> Iterator[Found]:
    for match in _tree().find(words):
        value, data = _meaning(match.spelling.entry.kind, match.spelling.entry.value)
        start, end = words.starts[match.first], words.ends[match.last]
        yield Found(match.spelling.entry.kind, value, start, end, data, match.first, match.last)


@cache
def _meaning(kind: str, name: str) -> tuple[str, dict[str, object]]:
    """The value of a vocabulary's entry and what else the file says of it."""
    data = dict(entries(kind)[name].data)
    return str(data.pop("means", name)), data


@cache
def _tree() -> Tree:
    """One tree of the spellings of all kinds."""
    return Tree(
        spelling
        for kind, vocabulary in load().items()
        if kind in ALL or kind == "organisation"
        for spelling in vocabulary.spellings
    )
