"""Columns of words with nothing between them: what vocabularies know, brackets, capitals and cells that stand there again cut them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from extractors.readers.scraped_text.wholeness import whole_words
from normalizers import labels, mentions
from normalizers.headers.vocabulary import name_words
from schemas import Cell, Mention
from schemas.fixed import fixed
from schemas.wordings import alternatives, pattern

_GAP = re.compile(r"\s+")
_GLUE = re.compile(r"(?<=[a-z)\d])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\s,/()]+")
_BOUND = re.compile(r"[^\w)\]].*|.*[,&/(–-]|[^()]*\).*|.*\([^()]*", re.DOTALL)
"""What is no cell: a bracket without its other end, a comma or a dash at an edge."""
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]+\s){0,2}[A-Z][\w.'’-]+,\s(?:[A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
"""`Hagerstown, MD`"""
_PERSON = re.compile(r"(?:[A-Z][\w'’.-]+\s)(?:[A-Z]\.?\s)?[A-Z][\w'’-]+")
_LEVEL = re.compile(r"[A-Z]{1,4}[ -]?\d{1,3}[a-z]?|[IVX]{1,4}")
"""`A 13`, `GS-12`"""
_STUDIED = re.compile(rf"(?:{alternatives('begins_a_degree')})\b.*")
_SUBJECT_OF = {
    "education": "education",
    "level": "level",
    "region": "place",
    "company": "company",
    "role": "role",
}
"""What a column holds -> the vocabulary that its labels come from."""
_SUBJECTS = ("level", "place", "company", "role")
MOST_EDGES = 8
"""Places where a text may be cut; one with more is prose."""
AGAIN = 0.6
"""What it is worth that a cell stands in other rows as well."""
SURE = 0.3
"""How far the best way to cut a text leads where it is a cut with confidence."""


@fixed
class Cut:
    """Where the cells of a text end, how well they fit their columns, and how far that leads."""

    edges: tuple[int, ...]
    weight: float
    lead: float


Kinds = tuple[str | None, ...]
"""What the labels of each column are, by the vocabulary that knows them; None where its name does not say."""


def kinds_of(names: Sequence[str]) -> Kinds:
    """What the names of columns say of the labels below them."""
    return tuple(_kind_of(name) for name in names)


def _kind_of(name: str) -> str | None:
    if pattern("column_of_people").fullmatch(name) is not None:
        return "person"
    last = name.split()[-1] if name else ""
    return _SUBJECT_OF.get(labels.column(name) or "") or _SUBJECT_OF.get(labels.column(last) or "")


@lru_cache(maxsize=1024)
def told(texts: tuple[str, ...], kinds: Kinds, *, glued: bool) -> bool:
    """Whether most texts are cut with confidence into labels of these columns, at least one of which says what they are."""
    if not any(kinds) or len(set(kinds)) < len(kinds):
        return False
    cuts = cut(texts, kinds, glued=glued)
    sure = sum(one is not None and one.lead >= SURE and one.weight >= len(kinds) * SURE for one in cuts)
    return 2 * sure > len(texts)


def touching(texts: Sequence[str]) -> bool:
    """Whether most texts of a glued column hold a place where two cells seem to touch."""
    return 2 * sum(_GLUE.search(text) is not None for text in texts) > len(texts)


def cut(texts: Sequence[str], kinds: Kinds, *, glued: bool) -> list[Cut | None]:
    """Each text cut into as many cells as there are kinds; those that stand in several rows are likelier."""
    again = _again(texts, len(kinds), glued=glued)
    return [_cut(text, kinds, again, glued=glued) for text in texts]


def _again(texts: Sequence[str], count: int, *, glued: bool) -> frozenset[tuple[int, str]]:
    """What may stand in the first, a middle or the last column in more than one row."""
    counted: Counter[tuple[int, str]] = Counter()
    for text in texts if len(texts) > 1 else ():
        pairs = list(itertools.combinations(_places(text, glued=glued), 2))
        counted.update({(_column(a, b, text, count), text[a:b].strip()) for a, b in pairs})
    return frozenset(cell for cell, number in counted.items() if number > 1)


def _column(start: int, stop: int, text: str, count: int) -> int:
    return 0 if not start else count - 1 if stop == len(text) else 1


def _places(text: str, *, glued: bool) -> list[int]:
    whole = whole_words(text) if glued else []
    edges = [one.end() for one in (_GLUE if glued else _GAP).finditer(text)]
    edges = [edge for edge in edges if not any(a < edge < b for a, b in whole)]
    return [0, *edges[:MOST_EDGES], len(text)]


def _cut(text: str, kinds: Kinds, again: frozenset[tuple[int, str]], *, glued: bool) -> Cut | None:
    places = _places(text, glued=glued)
    ways = sorted(
        (
            (
                sum(
                    _fit(text, kinds, again, column, *pair)
                    for column, pair in enumerate(itertools.pairwise(at))
                ),
                at[1:-1],
            )
            for inner in itertools.combinations(places[1:-1], len(kinds) - 1)
            for at in [(0, *inner, len(text))]
        ),
        key=lambda way: -way[0],
    )
    if not ways:
        return None
    lead = ways[0][0] - ways[1][0] if len(ways) > 1 else float("inf")
    return Cut(ways[0][1], ways[0][0], lead)


def _fit(
    text: str, kinds: Kinds, again: frozenset[tuple[int, str]], column: int, start: int, stop: int
) -> float:
    cell = text[start:stop].strip()
    where = _column(start, stop, text, len(kinds))
    return _is_one(cell, kinds[column]) + AGAIN * ((where, cell) in again)


@lru_cache(maxsize=8192)
def _is_one(text: str, kind: str | None) -> float:
    """How well a text is a label of a kind: a known one, one that holds one, or a name that nobody knows."""
    if _BOUND.fullmatch(text):
        return -3.0
    plain = _BRACKETS.sub("", text)
    words = _WORD.findall(plain)
    joins = name_words().joins
    if not words or words[0].lower() in joins or words[-1].lower() in joins:
        return -2.0
    weight = -0.5 if text[0].islower() else 0.0
    found = mentions.find(Cell(plain), _SUBJECTS)
    whole = {one.kind for one in found if one.start == 0 and one.end == len(plain)}
    if kind is None:
        return weight
    if kind in whole:
        return weight + 1.5 - 0.2 * _unexplained(found, kind, words)
    if kind == "place" and _PLACE.fullmatch(text):
        return weight + 1.3 - 0.6 * (len(words) - 2)
    if (kind == "level" and _LEVEL.fullmatch(text)) or (kind == "education" and _STUDIED.fullmatch(text)):
        return weight + 1.3
    if kind == "person":
        return weight + (0.8 if _PERSON.fullmatch(text) else 0.0) - 0.4 * len(whole)
    if kind == "company":
        known = any(one.kind == kind and one.start == 0 for one in found)
        return (
            weight
            + (1.0 if known else 0.3)
            - 0.6 * len({one.kind for one in found} - ({kind} if known else set()))
        )
    if kind == "role":
        return (
            weight
            + (0.5 if any(one.kind == kind and one.start == 0 for one in found) else -0.2)
            - 0.6 * bool(whole)
        )
    return weight - 0.7


def _unexplained(found: Sequence[Mention], kind: str, words: Sequence[str]) -> int:
    """Of a title, words that its role does not consist of."""
    if kind != "role":
        return 0
    said = {word for one in found if one.kind == kind for word in (one.value or "").split("-")}
    return sum(word.lower() not in said for word in words)
