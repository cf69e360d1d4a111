"""What the key of a piece of structured data means: `base_low`, `maxSalary`, `bonus_pct`, `next_review_due`.

The words stand in `schemas/vocabularies/front_matter_keys.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal, cast

from schemas import packaged
from schemas.fixed import fixed

Sort = Literal["label", "fact", "meta", "name", "levels", "pay", "modifier"]

_WORD = re.compile(r"[A-Za-z]\d+(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+[a-z]*")


@fixed
class Key:
    """The meaning of one key.

    `sort` is what the value is: a label of a row (`name` is the row key), a fact of the document, text about it
    (`meta`), an entry's own name, an equivalence of levels, pay, or only a `modifier` (`low`, `usd`) of what the key
    above says. The rest is what a pay key says of its figure; `rank` orders spellings of one name, best first.
    """

    sort: Sort
    name: str = ""
    rank: int = 0
    component: str | None = None
    specific: bool = True
    end: Literal["low", "high"] | None = None
    statistic: str | None = None
    percent: bool = False
    period: str | None = None
    vesting: str | None = None
    currency: str | None = None
    applies_to: str | None = None

    def under(self, parent: Key | None) -> Key:
        """The meaning of this key below a pay key: `{base: {low: 1, high: 2}}`."""
        if parent is None or parent.sort != "pay":
            return self
        if self.sort == "modifier":
            return replace(
                self,
                sort="pay",
                component=parent.component,
                specific=parent.specific,
                percent=self.percent or parent.percent,
                period=self.period or parent.period,
                vesting=self.vesting or parent.vesting,
                currency=self.currency or parent.currency,
                statistic=self.statistic or parent.statistic,
            )
        return self

    def of_itself(self) -> Key:
        """The meaning of a key that names no pay, but an average and the time it is of (`mean_annual`): what people are paid."""
        if self.sort != "modifier" or self.statistic is None or self.period is None:
            return self
        return replace(self, sort="pay", component="base", specific=False)


def words(text: str) -> tuple[str, ...]:
    """The words of a key in small letters, whatever separates them."""
    return tuple(found.lower() for found in _WORD.findall(text[:80]))


@lru_cache(maxsize=4096)  # labels of documents are looked up here too
def meaning(text: str) -> Key | None:
    """What a key means, or None when the vocabulary does not know it."""
    parts = words(text)
    known = _names().get("_".join(parts))
    if known is not None:
        return known
    rest, modifiers = _strip_modifiers(parts)
    applies_to = None
    if "of" in rest[1:]:
        cut = rest.index("of", 1)
        applies_to = _components().get("_".join(rest[cut + 1 :]), (None, True))[0]
        rest, more = _strip_modifiers(rest[:cut])
        modifiers += more
    if not rest:
        return _modified(Key("modifier"), modifiers) if modifiers else None
    component, specific = _components().get("_".join(rest), (None, True))
    if component is None:
        return None
    return _modified(Key("pay", component=component, specific=specific, applies_to=applies_to), modifiers)


def named_under(text: str, parent: Key) -> tuple[Key, tuple[int, int]] | None:
    """What a key says below a pay key, where its first words only name whose pay it is; and where those words stand.

    So `welding_day_eur` below `rates` is a rate of a day in euros, of `welding`.
    """
    parts = words(text)
    rest, modifiers = _strip_modifiers(parts)
    if not rest or rest != parts[: len(rest)] or parent.sort != "pay":
        return None
    spans = [found.span() for found in _WORD.finditer(text[:80])]
    key = _modified(Key("modifier"), modifiers).under(parent)
    return key, (spans[0][0], spans[len(rest) - 1][1])


def named_before(text: str) -> tuple[Key, tuple[int, int]] | None:
    """What a key says that ends with a word for pay behind words that nobody knows (`anchor_salary`); and where those words stand."""
    parts = words(text)
    rest, modifiers = _strip_modifiers(parts)
    said = _vocabulary()["pay"]["of_somebody"]
    if len(rest) < 2 or rest != parts[: len(rest)] or rest[-1] not in said or is_of_nobody(text):
        return None
    spans = [found.span() for found in _WORD.finditer(text[:80])]
    key = _modified(Key("pay", component="base", specific=False), modifiers)
    return key, (spans[0][0], spans[len(rest) - 2][1])


def is_of_nobody(text: str) -> bool:
    """Whether a word of a key says that its amount is nobody's pay (`records_with_salary`, `revenue_min`)."""
    return not set(_vocabulary()["pay"]["of_nobody"]).isdisjoint(words(text))


def of_entries(text: str) -> Key | None:
    """What a key over entries with ends of ranges means by its last word (`engineering_bands`, `nurse_scales`)."""
    parts = words(text)
    known = bool(parts) and parts[-1] in _vocabulary()["pay"]["of_entries"]
    return Key("pay", component="base", specific=False) if known else None


def is_document_label(name: str) -> bool:
    """Whether a label at the top of the data holds for the whole document."""
    return name in _vocabulary()["document_labels"]


def _strip_modifiers(parts: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    known, found = _modifiers(), []
    while parts and "_".join(parts) not in _components():
        if parts[-1] in known:
            found.append(parts[-1])
            parts = parts[:-1]
        elif parts[0] in known:
            found.append(parts[0])
            parts = parts[1:]
        else:
            break
    return parts, found


def _modified(key: Key, modifiers: list[str]) -> Key:
    for word in modifiers:
        what = _modifiers()[word]
        if what in ("low", "high"):
            key = replace(key, end=cast("Literal['low', 'high']", what))
        elif what == "percent":
            key = replace(key, percent=True)
        elif what == "currency":
            key = replace(key, currency=word.upper())
        elif what.startswith("vesting"):
            key = replace(key, period="grant", vesting=what.split()[1])
        elif what in ("hour", "day", "week", "month", "year", "project"):
            key = replace(key, period=key.period or what)
        elif what != "none":
            key = replace(key, statistic=what)
    return key


@cache
def _vocabulary() -> Mapping[str, Mapping[str, list[str]]]:
    return cast(
        "Mapping[str, Mapping[str, list[str]]]", packaged.texts("vocabularies/front_matter_keys.yaml")
    )


@cache
def _names() -> dict[str, Key]:
    found: dict[str, Key] = {}
    vocabulary = _vocabulary()
    for sort, section in (("fact", "facts"), ("label", "labels")):
        for name, spellings in vocabulary[section].items():
            for rank, spelling in enumerate(spellings):
                found[spelling] = Key(sort, name, rank)  # type: ignore[arg-type]
    for sort, section in (("meta", "meta"), ("name", "names"), ("levels", "level_equivalences")):
        for rank, spelling in enumerate(vocabulary[section]):
            found.setdefault(spelling, Key(sort, section, rank))  # type: ignore[arg-type]
    return found


@cache
def _components() -> dict[str, tuple[str | None, bool]]:
    pay: Mapping[str, Mapping[str, list[str]]] = _vocabulary()["pay"]  # type: ignore[assignment]
    found: dict[str, tuple[str | None, bool]] = {}
    for section, specific in (("components", True), ("unspecific", False)):
        for component, spellings in pay[section].items():
            found.update((spelling, (component, specific)) for spelling in spellings)
    return found


@cache
def _modifiers() -> dict[str, str]:
    return {word: what for what, spellings in _vocabulary()["modifiers"].items() for word in spellings}
