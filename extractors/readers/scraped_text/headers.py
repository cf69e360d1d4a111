"""Headers of destroyed tables: where one column's name ends and the next begins."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from normalizers import labels
from schemas import Cell

_GLUE = re.compile(r"(?<=[a-z)%.])(?=[A-Z$€£#])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\))(?=[A-Za-z$#])")
_WORD = re.compile(r"\S+")
_COUNTED = re.compile(
    r"\b(?:count|postings?|jobs|openings|employment|index|rank|#|score|number|listings|roles|n)\b|^#$", re.I
)
_VALUED = re.compile(
    r"(?i)\b(?:salary|salaries|pay|wages?|comp|compensation|tc|median|mean|average|avg|percentile|rate|bonus|equity|stock|"
    r"rsus?|total|base|range|premium|difference|change|growth|min|max|low|high|vs|%|hourly|annual|earnings|income|ote)\b|%|[$€£]"
)
_HEAD = re.compile(
    r"(?:salary|salaries|pay|wages?|comp|compensation|tc|bonus|equity|stock|rsus?|range|premium|difference|change|growth|income|"
    r"earnings|index|postings?|jobs|openings|employment|rate|state|city|company|role|title|occupation|level|country|area)",
    re.IGNORECASE,
)
MAX_HEADER_WORDS = 24


def unglued(line: Cell) -> list[Cell]:
    """The column names of a header whose names stand without a separator (`LevelScopeMedian total comp`)."""
    edges = [0, *(found.start() for found in _GLUE.finditer(line.text)), len(line.text)]
    return [line.cut(a, b).strip() for a, b in itertools.pairwise(edges) if line.text[a:b].strip()]


def split(line: Cell, count: int) -> list[Cell] | None:
    """A header of several words cut into `count` column names, so that as many as possible are names that are known."""
    spans = [found.span() for found in _WORD.finditer(line.text)]
    if len(spans) < count or len(spans) > MAX_HEADER_WORDS:
        return None
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [0])}
    for used in range(count):
        for start in range(len(spans)):
            state = best.get((used, start))
            if state is None:
                continue
            for stop in range(start + 1, min(len(spans), start + 6) + 1):
                name = line.text[spans[start][0] : spans[stop - 1][1]]
                value = state[0] + _score(name, stop - start)
                if value > best.get((used + 1, stop), (-1.0, []))[0]:
                    best[(used + 1, stop)] = (value, [*state[1], stop])
    final = best.get((count, len(spans)))
    if final is None:
        return None
    edges = final[1]
    return [line.cut(spans[a][0], spans[b - 1][1]) for a, b in itertools.pairwise(edges)]


@lru_cache(maxsize=4096)
def _score(name: str, length: int) -> float:
    column = labels.column(name)
    words = name.split()
    # Longer known names win over shorter ones: `Annual Mean Wage` is one column.
    score = 3.0 + 0.2 * length if column is not None else 0.0
    score += 0.3 if name[:1].isupper() or not name[:1].isalpha() else 0.0
    heads = [_HEAD.fullmatch(word) is not None for word in words]
    # A name ends with its noun (`Hourly Wage`) and does not go on behind it (`Annual Wage Hourly`).
    score += 1.0 if heads[-1] else 0.0
    score -= sum(heads[:-1])
    first = labels.column(words[0]) if length > 1 else None
    return score - (1.0 if first is not None and first != column and not heads[0] else 0.0)


def holds_values(name: str) -> bool:
    """Whether a column of that name holds amounts, percents or counts."""
    return _VALUED.search(name) is not None or _COUNTED.search(name) is not None


def counts(header: str) -> bool:
    """Whether a header has a column of counts (`Employment`, `Jobs`)."""
    return _COUNTED.search(header) is not None


@lru_cache(maxsize=2048)
def is_header(name: str) -> bool:
    """Whether a short text is the name of a column that a table about pay may have."""
    text = name.strip()
    return (
        bool(text)
        and len(text) <= 60
        and (text == "#" or labels.column(text) is not None or holds_values(text))
    )
