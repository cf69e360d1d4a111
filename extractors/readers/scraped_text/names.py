"""Names of columns: whether words make one, and what the cells below it hold.

The words that names consist of stand in `schemas/vocabularies/headers.yaml`, those of what holds values in `wordings.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.readers.scraped_text.wholeness import (
    A_YEAR,
    BRACKETS,
    EDGES,
    LASTING,
    LETTER,
    QUANTITY,
    asks,
    ends,
    is_coded,
    is_of_people,
    small,
)
from normalizers import labels, mentions
from normalizers.headers import vocabulary
from normalizers.headers.vocabulary import name_words
from schemas import Cell
from schemas.fixed import fixed
from schemas.wordings import alternatives

_COUNTED = re.compile(rf"\b(?:{alternatives('column_of_counts')})\b|^#$", re.IGNORECASE)
_TOLD = re.compile(
    rf"(?!salary)(?:{alternatives('told_pay')})(?: (?:{alternatives('were_told')}))?", re.IGNORECASE
)
_VALUED = re.compile(rf"\b(?:{alternatives('column_of_values')})\b|%|[$€£]", re.IGNORECASE)
_EITHER = re.compile(r"\s*/\s*")
_A_TIME = re.compile(r"(?:per|an?|each)\s[a-z]+", re.IGNORECASE)
"""`Per fortnight`"""
_PER = re.compile(r".*?(\S+)\sper\s", re.IGNORECASE)
_LABELS = frozenset(
    ("region", "level", "role", "company", "experience", "specialization", "education", "qualifier")
)
_COUNTS = ("count", "time", "ratio", "order")
_PERCENTS = ("share", "growth")


@fixed
class Column:
    """What the cells of a column are: `text span rating number money percent none`; of amounts, how small and whether ranges."""

    kind: str
    small: bool = False
    ranged: bool = False
    texts: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def fit(name: str, column: Column) -> float:
    """How well a name says what the cells below it are."""
    low = BRACKETS.sub("", name).lower() or name.lower()
    said = _says(name)
    if column.kind == "rating":
        return {"words": 1.5, "label": 0.5, "pay": -1.0, "percent": -0.5, "count": -0.5}.get(said or "", 0.3)
    if column.kind in ("text", "span"):
        words = low.split()
        if len(words) == 2 and words[1] == "year" and not is_of_people(words[0]):
            return 0.5  # `Contract year` above `1st`, `2nd`
        experience = labels.column(name) == "experience"
        fit = {"label": 1.5, "words": 1.0, "pay": -1.5, "percent": -1.0, "count": -1.0}.get(said or "", 0.0)
        fit -= 2.0 if said is None and names_a_value(name) else 0.0
        return fit + (0.7 if experience else 0.0) * (1 if column.kind == "span" else -1)
    if column.kind == "number":
        return {"count": 1.5, "label": -0.5, "words": -1.0, "pay": 0.0, "percent": 0.2}.get(said or "", 0.0)
    if column.kind == "percent":
        return {"percent": 1.5, "label": -1.5, "words": -0.5, "pay": 0.5, "cost": 0.5, "count": -0.5}.get(
            said or "", 0.0
        )
    if said == "label" and (LASTING.fullmatch(name.strip()) is not None or is_coded(name)):
        return 0.0  # `After 3 years` and `Zone B` may well head amounts
    fit = {"pay": 1.5, "cost": 1.0, "label": -1.5, "words": -1.0, "percent": 0.3, "count": -0.7}.get(
        said or "", 0.0
    )
    fit += _of_people(name) if said is None else 0.0
    if column.kind == "money":
        hourly = "hour" in low
        fit += (1.0 if hourly else -0.2) if column.small else (-1.5 if hourly else 0.0)
        fit += (0.5 if column.ranged else -0.5) if "range" in low else 0.0
    return fit


@lru_cache(maxsize=4096)
def _says(name: str) -> str | None:
    """What the cells below a name hold: `label pay cost percent count words`, or None."""
    plain = BRACKETS.sub("", name).strip()
    if asks(plain):
        return "words"
    parts = plain.split() or [name]
    if len(parts) > 1 and (LETTER.fullmatch(parts[-1]) or parts[-1] in EDGES or A_YEAR.fullmatch(parts[-1])):
        parts.pop()  # `Offer A`, `Salary from`, `Salary 2025`
    last = small(parts[-1])
    if name.strip() in ("#", "Rank", "No.", "No"):
        return "count"
    if _A_TIME.fullmatch(plain) is not None:
        return "pay"
    if (plain.startswith("%") or plain.endswith("%")) and not QUANTITY.search(plain):
        return "percent"
    if len(parts) > 1 and vocabulary.name(plain) in _LABELS:
        return "label"  # `Firm size`
    kind = ends(last)
    if kind == "any" and (head := _PER.match(plain)) is not None:
        kind = ends(small(head[1])) or kind  # `Rate per word`
    if kind is not None and not (
        kind == "label" and last in ("percentile", "percentiles") and plain.split()[0].lower() != last
    ):
        return kind
    if last in name_words().alone:
        return "pay"
    key = labels.column(name)
    if key in vocabulary.kinds():
        return "label"
    reason = vocabulary.not_pay(name)[0] if key == "not_pay" else None
    if reason in _COUNTS or reason in _PERCENTS:
        return "count" if reason in _COUNTS else "percent"
    return "pay" if holds_values(name) or key not in (None, "not_pay") else None


def _of_people(name: str) -> float:
    """What it is worth that a name ends with a word for somebody who works (`Graduate starter`)."""
    words = BRACKETS.sub("", name).split()
    if not words or not is_of_people(small(words[-1])):
        return 0.0
    return 0.7 if len(words) > 1 else 0.4


def of_a_value(name: str) -> float:
    """What it is worth that a name is that of a job or a place (`HVAC Technician`)."""
    return (0.8 if " " in name else 0.4) if names_a_value(name) else 0.0


@lru_cache(maxsize=2048)
def names_a_value(name: str) -> bool:
    """Whether a name is that of a job or a place, which heads amounts and no labels (`Plumber`, `Auckland`)."""
    if not name[:1].isupper() or any(sign.isdigit() for sign in name):
        return False
    found = mentions.find(Cell(name), ("role", "place"))
    return any(m.start == 0 and m.end == len(name) and not m.data.get("generic") for m in found)


def holds_values(name: str) -> bool:
    """Whether a column of that name holds amounts, percents or counts."""
    return _VALUED.search(name) is not None or _COUNTED.search(name) is not None


def holds_counts(name: str) -> bool:
    """Whether a column of that name holds counts (`Salaries reported`, `#`, `Sample size`)."""
    return (
        _COUNTED.search(name) is not None
        or name.startswith("#")
        or _TOLD.fullmatch(name.strip()) is not None
        or _says(name) == "count"
    )


@lru_cache(maxsize=2048)
def is_header(name: str) -> bool:
    """Whether a short text is the name of a column that a table about pay may have."""
    text = name.strip()
    return (
        bool(text)
        and len(text) <= 60
        and (
            text == "#"
            or asks(text)
            or holds_values(text)
            or any(labels.column(one) is not None for one in _EITHER.split(text))
        )
    )
