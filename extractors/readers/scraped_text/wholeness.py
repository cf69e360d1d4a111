"""Whether words make one name of a column: it ends with its noun, does not go on behind it and does not stop before it.

The words that names consist of stand in `schemas/vocabularies/headers.yaml`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from normalizers.headers import vocabulary
from normalizers.headers.vocabulary import either, name_words
from schemas.wordings import alternatives, pattern

BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
LETTER = re.compile(r"[A-Z]")
A_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")
DATE = r"(?:\d{1,2}\.?\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d(?!\S)"
_DATE = re.compile(DATE)
LASTING = re.compile(
    rf"(?i:(?<!year\s)(?<!month\s)(?<!week\s)(?<!day\s)(?:(?:{alternatives('in_front_of_a_time')})\s)?"
    rf"\d{{1,2}}(?:\s?(?:[-–]|{alternatives('between_two_times')})\s?\d{{1,2}})?\+?\s"
    rf"(?:{alternatives('time_that_lasts')})\b\.?(?!\S))"
)
"""So long: `3-5 years`, `Less than 2 years`, `nach 3 Jahren`; in `Year 1 Year 2` years are numbered."""
QUANTITY = re.compile(r"\d[\d.,]*(?:%|[kK])?|(?:19|20)\d\d")
EDGES = ("from", "to")
"""`Salary from` and `Salary to` are names, though seldom anything ends so."""
_RANKED = re.compile(r"\d{1,2}(?:st|nd|rd|th)|[pP]\d\d")
_MORE_THAN_YEARS = re.compile(r"\d\S*\s(?:years?|yrs?)\s(?!exp|yoe|of|in|\()", re.IGNORECASE)
"""`8+ Years Companies`: the years end before it."""
_SIZE = re.compile(r"\d{1,2}(?!st|nd|rd|th)[a-z]{2,4}")
"""`1BR`: it says which of the things named before it."""
_SIZED = re.compile(r"(?<=[\s,(])\d[A-Z]{2}(?![a-z])")
_CLOSED_INSIDE = re.compile(r"\s[(\[][^()\[\]]*[)\]]\s*\S")
_CODE = re.compile(r"\d{1,2}|[A-Za-z]|[IVX]{1,4}")
_ALWAYS = ("of", "and", "or")
_AGAINST = ("vs", "vs.")
_LEANING = ("range", "ranges", "rate", "size", "index", "area", "%", "type")
"""Words that seldom name a column alone."""
_RANGES = ("range", "ranges")
_DOES = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|eer|man|woman)s?")
ASKS = 0.8
"""What it is worth that a name is a question."""
TWICE = 1.5
"""What it costs that a name holds a word twice."""
UNKNOWN = 0.1
"""What it costs, by the square of their number, that words stand together of which nothing is known."""
CODED = 0.8
"""What it is worth that a number stands with the word that it numbers (`Step 1`)."""
SPELLED = 0.5
"""What it is worth that two words stand together that people write together (`Profit share`)."""
_TWO_YEARS = re.compile(r"\b(?:19|20)\d\d (?:19|20)\d\d\b")
"""`2023 2024`: a column each."""


def asks(name: str) -> bool:
    """Whether a name asks what stands below it (`What they do`, `Who asks for it`)."""
    return pattern("column_that_asks").fullmatch(name) is not None and name[1:].islower()


@lru_cache(maxsize=8192)
def wholeness(name: str) -> float:
    """How well words make one name."""
    if asks(name):
        return ASKS
    plain = _DATE.sub("date", BRACKETS.sub("", name))
    parts = LASTING.sub("years", plain).split() or name.split()
    if len(parts) > 1 and LETTER.fullmatch(parts[-1]):
        parts.pop()  # `Offer A`
    low = [small(part) for part in parts]
    weight = 0.0 if name[:1].isupper() or not name[:1].isalpha() or low[0] in _AGAINST else -1.0
    weight += _joins(parts, low)
    if _CLOSED_INSIDE.search(name):
        weight -= 1.2 if ends(low[-1]) else 1.5
    weight += _edges(name, low)
    if len(low) == 1 and low[0] in _LEANING and "(" not in name:
        weight -= 1.1 if low[0] in _RANGES else 1.5
    if len(low) == 1 and _SIZE.fullmatch(low[0]):
        weight -= 0.5
    if name.endswith(","):
        weight -= 2.0
    if _MORE_THAN_YEARS.match(name):
        weight -= 1.2
    if _TWO_YEARS.search(name) or len(_DATE.findall(name)) > 1:
        weight -= 1.5
    return weight - 0.3 * max(0, len(low) - 4)


def _joins(parts: Sequence[str], low: Sequence[str]) -> float:
    """How well the words of a name stand beside each other."""
    about = name_words()
    weights = [_join(*pair) for pair in zip(itertools.pairwise(parts), itertools.pairwise(low), strict=True)]
    unknown = sum(weight == 0.0 for weight in weights)
    joined = sum(weights) - UNKNOWN * unknown**2
    own = [word for word in low if word not in about.joins and not _CODE.fullmatch(word)]
    joined -= TWICE * (len(own) - len(set(own)))
    known = len(low) > 1 and vocabulary.name(" ".join(low)) is not None
    return max(joined, 0.2 * (len(low) - 1)) if known else joined


def _edges(name: str, low: Sequence[str]) -> float:
    """How well a name begins and ends."""
    about = name_words()
    if len(low) > 1 and low[-1] in EDGES and ends(low[-2]) == "pay":
        return 0.3
    if low[0] in _AGAINST and len(low) > 1 and low[-1] not in about.joins:
        return -0.5
    if " ".join(low) in about.pairs:
        return 0.5  # `Per diem`
    if low[-1] in about.joins or low[0] in about.joins:
        return -0.5 if name[0].isupper() and low[0] not in _ALWAYS and low[-1] not in about.joins else -4.0
    if low[-1] in about.opens and low[-1] not in about.alone and not ends(low[-1]):
        return -1.5
    if ends(low[-1]):
        return 0.5
    if is_of_people(low[-1]):
        return 0.3 if len(low) > 1 else 0.0
    if all(word in about.alone for word in low):
        return 0.4 if len(low) == 1 else 0.3
    return 0.0


def _join(said: tuple[str, str], low: tuple[str, str]) -> float:
    """How well two words stand beside each other in one name."""
    about = name_words()
    left, right = low
    if left in about.joins or right in about.joins:
        return 0.2
    spelled = _written_together(left, right)
    if spelled is not None:
        return spelled
    if said[0][0].isupper() and said[1][0].islower():
        return 0.1  # `Categoría profesional`
    if left in about.alone:
        return _behind_alone(left, right, acronym=said[1].isupper())
    if is_of_people(left):
        return 0.1 if _RANKED.fullmatch(right) else -0.8  # `Trainee 1st year`
    if is_of_people(right) and not ends(left):
        return 0.3
    if ends(left) == ends(right) == "label" and right not in about.tails:
        return -1.5  # `Company Location`
    if ends(left) and left not in about.opens:
        return 0.1 if right in about.tails and left not in about.tails else -1.5
    if left in about.opens and right in about.alone and not ends(right):
        return 0.1
    return 0.3 if left in about.opens or _RANKED.fullmatch(left) else 0.0


def _written_together(left: str, right: str) -> float | None:
    """How well two words stand beside each other by what people write together and what they never do; None for others."""
    about = name_words()
    if right in about.behind:
        return 0.05
    if right in about.averages and (left in about.averages or ends(left) == "pay"):
        return -1.5  # `Base Average base salary`
    if A_YEAR.fullmatch(left):
        return -1.0 if right == "%" else 0.05  # `2024 Actual`
    if A_YEAR.fullmatch(right):
        return 0.2 if ends(left) == "pay" else -1.0  # `Salary 2024`
    if left in about.numbered and _CODE.fullmatch(right):
        return CODED
    if f"{left} {right}" in about.pairs:
        return SPELLED
    return -0.5 if right == "number" else None


def _behind_alone(left: str, right: str, *, acronym: bool) -> float:
    """How well a word stands behind one that may be a name alone."""
    about = name_words()
    if right in about.alone:
        return 0.1 if left in about.opens else -0.6
    if is_of_people(right):
        return 0.3
    if ends(right) in ("pay", "cost"):
        return 0.0 if acronym else 0.3 if left in about.opens or left == "base" else 0.1
    if left in about.opens and right in about.opens:
        return 0.1
    return -0.4 if right in about.opens or ends(right) else 0.0


@lru_cache(maxsize=4096)
def is_of_people(word: str) -> bool:
    """Whether a word in small letters says what somebody does: `welder`, `editor`, `florist`."""
    about = name_words()
    if ends(word) or word in about.opens | about.alone | about.joins | about.behind | about.numbered:
        return False
    return word in about.people or (_DOES.fullmatch(word) is not None and word not in about.things)


def cut_short(left: str, right: str) -> float:
    """How badly a name ends with one word where the next begins with the other (`Base` and `Salary`)."""
    about = name_words()
    right = BRACKETS.sub("", right) or right
    first, second = small(left), small(right)
    if first in about.numbered and _CODE.fullmatch(right):
        return -CODED
    if f"{first} {second}" in about.pairs:
        return -SPELLED
    if first not in about.opens and first != "base":
        return 0.0
    if second in about.opens:
        return -0.3
    return -0.5 if ends(second) and second not in about.alone else 0.0


def small(word: str) -> str:
    """A word as vocabularies write it; `DA` is no preposition."""
    low = word.lower().rstrip(".,:") or word
    return word if word.isupper() and low in name_words().joins else low


def ends(word: str) -> str | None:
    """What the cells below a name that ends with this word hold."""
    kind = name_words().ends.get(word.rsplit("/", 1)[-1])
    return kind or ("pay" if QUANTITY.fullmatch(word) else None)


def whole_words(text: str) -> list[tuple[int, int]]:
    """Words that people write with a capital inside (`YouTube`, `1BR`), which begins no cell."""
    return [one.span() for pattern in (_camel(), _SIZED) for one in pattern.finditer(text)]


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(name_words().camel)})(?![a-z])|\bMc[A-Z](?=[a-z])")


def is_coded(name: str) -> bool:
    """Whether a name is a word with its number or letter (`Zone B`)."""
    words = BRACKETS.sub("", name).split()
    return (
        len(words) == 2 and small(words[0]) in name_words().numbered and _CODE.fullmatch(words[1]) is not None
    )
