"""Names of columns: whether words make one, and what the cells below it hold.

The words that names consist of stand in `schemas/vocabularies/headers.yaml`, those of what holds values in `wordings.yaml`.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from normalizers import labels, mentions
from normalizers.headers import vocabulary
from normalizers.headers.vocabulary import name_words
from schemas import Cell
from schemas.fixed import fixed
from schemas.wordings import alternatives

_COUNTED = re.compile(rf"\b(?:{alternatives('column_of_counts')})\b|^#$", re.IGNORECASE)
_VALUED = re.compile(rf"\b(?:{alternatives('column_of_values')})\b|%|[$€£]", re.IGNORECASE)
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EITHER = re.compile(r"\s*/\s*")
_RANKED = re.compile(r"\d{1,2}(?:st|nd|rd|th)|[pP]\d\d")
_MORE_THAN_YEARS = re.compile(r"\d\S*\s(?:years?|yrs?)\s(?!exp|yoe|of|in|\()", re.IGNORECASE)
"""`8+ Years Companies`: the years end before it."""
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_A_TIME = re.compile(r"(?:per|an?|each)\s[a-z]+", re.IGNORECASE)
"""`Per fortnight`"""
_SIZE = re.compile(r"\d{1,2}(?!st|nd|rd|th)[a-z]{2,4}")
"""`1BR`: it says which of the things named before it."""
_LETTER = re.compile(r"[A-Z]")
_QUANTITY = re.compile(r"\d[\d.,]*(?:%|[kK])?|(?:19|20)\d\d")
_CLOSED_INSIDE = re.compile(r"\s[(\[][^()\[\]]*[)\]]\s*\S")
_ALWAYS = ("of", "and", "or")
_EDGES = ("from", "to")
"""`Salary from` and `Salary to` are names, though seldom anything ends so."""
_COUNTS = ("count", "time", "ratio", "order")
_PERCENTS = ("share", "growth")
_LEANING = ("range", "ranges", "rate", "size", "index", "name", "area", "%", "type")
"""Words that seldom name a column alone."""


@fixed
class Column:
    """What the cells of a column are: `text span rating number money percent none`; of amounts, how small and whether ranges."""

    kind: str
    small: bool = False
    ranged: bool = False
    texts: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def wholeness(name: str) -> float:
    """How well words make one name: it ends with its noun, does not go on behind it and does not stop before it."""
    about = name_words()
    parts = BRACKETS.sub("", name).split() or name.split()
    if len(parts) > 1 and _LETTER.fullmatch(parts[-1]):
        parts.pop()  # `Offer A`
    low = [part.lower().rstrip(".,:") or part for part in parts]
    weight = 0.0 if name[:1].isupper() or not name[:1].isalpha() else -1.0
    joined = sum(_join(left, right) for left, right in itertools.pairwise(low))
    weight += max(joined, 0.2 * (len(low) - 1)) if vocabulary.name(" ".join(low)) is not None else joined
    if _CLOSED_INSIDE.search(name) and not _ends(low[-1]):
        weight -= 1.5
    if len(low) > 1 and low[-1] in _EDGES and _ends(low[-2]) == "pay":
        weight += 0.3
    elif low[-1] in about.joins or low[0] in about.joins:
        weight -= 0.5 if name[0].isupper() and low[0] not in _ALWAYS and low[-1] not in about.joins else 4.0
    elif low[-1] in about.opens and low[-1] not in about.alone and not _ends(low[-1]):
        weight -= 1.5
    elif _ends(low[-1]):
        weight += 0.5
    elif len(low) == 1 and low[0] in about.alone:
        weight += 0.4
    if names_a_value(name):
        weight += 0.8 if len(parts) > 1 else 0.4  # `HVAC Technician`
    if len(low) == 1 and low[0] in _LEANING and "(" not in name:
        weight -= 1.5
    if len(low) == 1 and _SIZE.fullmatch(low[0]):
        weight -= 0.5
    if _MORE_THAN_YEARS.match(name):
        weight -= 1.2
    return weight - 0.3 * max(0, len(low) - 4)


def _join(left: str, right: str) -> float:
    """How well two words stand beside each other in one name."""
    about = name_words()
    if left in about.joins or right in about.joins:
        return 0.2
    if _A_YEAR.fullmatch(left):
        return 0.0  # `2024 Actual`
    if left in about.alone:
        if right in about.alone:
            return 0.1 if left in about.opens else -0.6
        if _ends(right) == "pay":
            return 0.3 if left in about.opens or left == "base" else 0.0
        if left in about.opens and right in about.opens:
            return 0.1
        return -0.4 if right in about.opens or _ends(right) else 0.0
    if _ends(left) and left not in about.opens:
        return 0.1 if right in about.tails and left not in about.tails else -1.5
    return 0.3 if left in about.opens or _RANKED.fullmatch(left) else 0.0


def cut_short(left: str, right: str) -> float:
    """How badly a name ends with one word where the next begins with the other (`Base` and `Salary`)."""
    about = name_words()
    first, second = left.lower().rstrip(".,:"), right.lower().rstrip(".,:")
    if first not in about.opens and first != "base":
        return 0.0
    if second in about.opens:
        return -0.3
    return -0.5 if _ends(second) and second not in about.alone else 0.0


def _ends(word: str) -> str | None:
    """What the cells below a name that ends with this word hold."""
    kind = name_words().ends.get(word.rsplit("/", 1)[-1])
    return kind or ("pay" if _QUANTITY.fullmatch(word) else None)


@lru_cache(maxsize=8192)
def fit(name: str, column: Column) -> float:
    """How well a name says what the cells below it are."""
    low = BRACKETS.sub("", name).lower() or name.lower()
    said = _says(name)
    if column.kind == "rating":
        return {"words": 1.5, "label": 0.5, "pay": -1.0, "percent": -0.5, "count": -0.5}.get(said or "", 0.3)
    if column.kind in ("text", "span"):
        experience = labels.column(name) == "experience"
        fit = {"label": 1.5, "words": 1.0, "pay": -1.5, "percent": -1.0, "count": -1.0}.get(said or "", 0.0)
        fit -= 2.0 if said is None and names_a_value(name) else 0.0
        return fit + (0.7 if experience else 0.0) * (1 if column.kind == "span" else -1)
    if column.kind == "number":
        return {"count": 1.5, "label": -0.5, "words": -1.0, "pay": 0.0, "percent": 0.2}.get(said or "", 0.0)
    if column.kind == "percent":
        return {"percent": 1.5, "label": -1.5, "words": -0.5, "pay": 0.5, "count": -0.5}.get(said or "", 0.0)
    fit = {"pay": 1.5, "cost": 1.0, "label": -1.5, "words": -1.0, "percent": 0.3, "count": -0.7}.get(
        said or "", 0.0
    )
    if column.kind == "money":
        hourly = "hour" in low
        fit += (1.0 if hourly else -0.2) if column.small else (-1.5 if hourly else 0.0)
        fit += (0.3 if column.ranged else -0.3) if "range" in low else 0.0
    return fit


@lru_cache(maxsize=4096)
def _says(name: str) -> str | None:
    """What the cells below a name hold: `label pay cost percent count words`, or None."""
    plain = BRACKETS.sub("", name).strip()
    parts = plain.split() or [name]
    if len(parts) > 1 and (
        _LETTER.fullmatch(parts[-1]) or parts[-1] in _EDGES or _A_YEAR.fullmatch(parts[-1])
    ):
        parts.pop()  # `Offer A`, `Salary from`, `Salary 2025`
    last = parts[-1].lower().rstrip(".,:")
    if name.strip() in ("#", "Rank", "No.", "No"):
        return "count"
    if _A_TIME.fullmatch(plain) is not None:
        return "pay"
    if (plain.startswith("%") or plain.endswith("%")) and not _QUANTITY.search(plain):
        return "percent"
    ends = _ends(last)
    if ends is not None and not (
        ends == "label" and last in ("percentile", "percentiles") and plain.split()[0].lower() != last
    ):
        return ends
    if last in name_words().alone:
        return "pay"
    key = labels.column(name)
    if key in vocabulary.kinds():
        return "label"
    reason = vocabulary.not_pay(name)[0] if key == "not_pay" else None
    if reason in _COUNTS or reason in _PERCENTS:
        return "count" if reason in _COUNTS else "percent"
    return "pay" if holds_values(name) or key not in (None, "not_pay") else None


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


@lru_cache(maxsize=2048)
def is_header(name: str) -> bool:
    """Whether a short text is the name of a column that a table about pay may have."""
    text = name.strip()
    return (
        bool(text)
        and len(text) <= 60
        and (
            text == "#"
            or holds_values(text)
            or any(labels.column(one) is not None for one in _EITHER.split(text))
        )
    )
