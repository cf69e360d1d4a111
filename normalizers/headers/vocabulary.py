"""What the words of a header say by themselves: all of them, or the last ones.

The words stand in `schemas/vocabularies/headers.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Literal, cast

from schemas import packaged
from schemas.fixed import fixed

WORD = re.compile(r"[^\W_]+|#|%")
BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_LONGEST = 200
MOST_WORDS_OF_A_COST = 5
_CACHED = 4096

Words = tuple[str, ...]


def words(text: str) -> Words:
    """The words of a header in small letters, without those in brackets."""
    return tuple(word.lower() for word in WORD.findall(BRACKETS.sub(" ", text[:_LONGEST])))


@lru_cache(maxsize=_CACHED)
def holds(text: str) -> tuple[str | None, int]:
    """The kind of labels below a header (a key of a row, or `ignore`), and how many of its words say so."""
    said = words(text)
    whole = _spellings("whole").get(said)
    return (whole, len(said)) if whole is not None else _by_last_words("columns", said)


def not_pay(text: str, components: Iterable[str] = ()) -> tuple[str | None, int]:
    """Why the figures beside a header are no pay, and how many of its words say so.

    Not where its words together are one of `components` (`Rent allowance`, `Profit share`).
    """
    reason, size = _not_pay(text)
    said = words(text) if reason is not None else ()
    return (None, 0) if size < len(said) and any(words(one) == said for one in components) else (reason, size)


@lru_cache(maxsize=_CACHED)
def _not_pay(text: str) -> tuple[str | None, int]:
    said = words(text)
    reason, size = _by_last_words("not_pay", said)
    if reason is None and _spellings("not_pay").get(said[:1]) == "cost_of_living":
        reason, size = "cost_of_living", 1  # `Rent nearby`
    if reason is None and not set(said) & _listed("parts_of_pay"):
        if _names_a_cost(said):
            return "cost_of_living", 1
        begins = _spellings("not_pay_begins")
        fronts = (begins.get(said[:front]) for front in range(1, len(said) + 1))
        reason, size = next(((one, 1) for one in fronts if one is not None), (None, 0))
    return reason, size


def _names_a_cost(said: Words) -> bool:
    """`1-bed rent / month`, `Typical savings`, and no `Rent allowance`."""
    short = len(said) <= MOST_WORDS_OF_A_COST
    return short and bool(set(said) & _listed("not_pay_within")) and not set(said) & _listed("paid_on_top")


def component(text: str) -> str | None:
    """The component that words name where they are a whole header (`Cash`)."""
    return _spellings("components").get(words(text))


def stance(text: str) -> str | None:
    """The side of a negotiation that a label of these words alone names (`Initial offer`, `Target`, `Walk-away`)."""
    return _spellings("stances").get(words(text))


def end(text: str) -> Literal["low", "high"] | None:
    """The end of a range that a header of these words alone names (`From`, `Bis`), or behind words for pay (`Salary to`)."""
    said, known = words(text), _spellings("ends")
    behind_pay = len(said) > 1 and all(word in _listed("parts_of_pay") for word in said[:-1])
    named = known.get(said) or (known.get(said[-1:]) if behind_pay else None)
    return cast("Literal['low', 'high'] | None", named)


@lru_cache(maxsize=_CACHED)
def name(text: str) -> str | None:
    """What the name of a column says that is spelled in full: a key of a row, `not_pay`, `stance` or `amount`."""
    said = words(text)
    kind = _spellings("whole").get(said) or _spellings("columns").get(said)
    if kind is not None:
        return "not_pay" if kind == "ignore" else kind
    if said in _spellings("not_pay"):
        return "not_pay"
    if said in _spellings("stances"):
        return "stance"
    return "amount" if " ".join(said) in _listed("amounts") else None


@lru_cache(maxsize=_CACHED)
def edge(text: str) -> str | None:
    """What the first or last words of a text say that may be no header."""
    said, known = words(text), _spellings("edges")
    parts = (part for size in (2, 1) for part in (said[-size:], said[:size]) if len(part) < len(said))
    return next((known[part] for part in parts if part in known), None)


@cache
def kinds() -> frozenset[str]:
    """The kinds of labels that columns hold, as keys of a row."""
    return frozenset(_vocabulary()["columns"]) - {"ignore"}


@lru_cache(maxsize=_CACHED)
def is_difference(text: str) -> bool:
    """Whether the amounts below are a difference from something (`Premium`, `vs. national`)."""
    said = f" {' '.join(words(text))} "
    return any(f" {spelling} " in said for spelling in _listed("difference"))


def comparing() -> list[str]:
    """The words in front of what a difference is measured against, as written."""
    return cast("list[str]", _vocabulary()["compared_to"])


def is_empty(word: str) -> bool:
    """Whether a word of a header adds nothing to what the others say."""
    return word in _listed("empty")


@fixed
class NameWords:
    """Of which words the names of columns consist; `ends` says what the cells below a name hold that ends so."""

    ends: dict[str, str]
    opens: frozenset[str]
    averages: frozenset[str]
    alone: frozenset[str]
    tails: frozenset[str]
    joins: frozenset[str]
    behind: frozenset[str]
    pairs: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    camel: frozenset[str]
    ratings: frozenset[str]
    no_amount: frozenset[str]
    leads: frozenset[str]
    numbered: frozenset[str]


@cache
def name_words() -> NameWords:
    """The words of names, to cut headers that stand behind each other."""
    said = dict(_vocabulary()["names"])
    ends = {word: kind for kind, group in said.pop("ends").items() for word in group}
    return NameWords(ends, **{key: frozenset(group) for key, group in said.items()})


def either(spelled: Iterable[str]) -> str:
    """Spellings as the inside of a pattern, the longest first."""
    return "|".join(re.escape(one) for one in sorted(spelled, key=len, reverse=True))


def _by_last_words(section: str, said: Words) -> tuple[str | None, int]:
    known = _spellings(section)
    for size in range(len(said), 0, -1):
        if (meaning := known.get(said[-size:])) is not None:
            return meaning, size
    return None, 0


@cache
def _spellings(section: str) -> dict[Words, str]:
    """The spellings of a section, as words, with what they mean."""
    groups = cast("Mapping[str, list[str]]", _vocabulary()[section])
    return {words(spelling): name for name, spellings in groups.items() for spelling in spellings}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(_vocabulary()[section])


@cache
def _vocabulary() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = packaged.texts("vocabularies/headers.yaml")
    return loaded
