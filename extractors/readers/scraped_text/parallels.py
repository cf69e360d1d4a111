"""What the words of a header show of where its names begin: words that stand there again, and capitals."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text.wholeness import A_YEAR, BRACKETS, LASTING, is_of_people
from normalizers.headers.vocabulary import name_words
from schemas import Cell
from schemas.fixed import fixed

_CODE = re.compile(r"\d{1,3}|[A-Z]|[IVX]{1,4}")
_SMALL_WORD = re.compile(r"[a-z]+(?![a-z\d.])")
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_LETTERS = ("n",)
"""What is written small though it is a name."""
PARALLEL = 0.5
"""What it is worth that a name begins or ends with words that another one begins or ends with."""
TOGETHER = 1.0
"""What it is worth that words stay together which stand beside each other more than once."""
SMALL_FIRST = 1.5
"""What it costs that a name begins with a small letter where others begin with a capital one."""
CAPITAL_INSIDE = 0.7
"""What each capital inside a name costs where names go on in small letters."""


@fixed
class Unit:
    """Words that stand more than once in a header, with the code behind them: names begin with them, end with them, or either."""

    start: int
    stop: int
    begins: bool
    ends: bool


def repeated(parts: Sequence[Cell]) -> list[Unit]:
    """The words that stand more than once: they show where names begin (`Zone A Zone B`) or end (`Junior Developer`)."""
    said = [last_word(part) for part in parts]
    counted = Counter(said)
    again = [counted[word] > 1 for word in said]
    pairs = Counter(itertools.pairwise(said))
    units = _years(said)
    at = 0
    while at < len(said):
        stop = at + 1
        while again[at] and stop < len(said) and pairs[said[stop - 1], said[stop]] > 1:
            stop += 1
        if again[at] and (stop > at + 1 or not _opens(said, at) or _is_behind(said, at, stop)):
            unit = _unit(said, at, stop, years=not units or not A_YEAR.fullmatch(said[units[0].start]))
            units.append(Unit(at, stop, begins=False, ends=True) if _is_behind(said, at, stop) else unit)
        at = stop
    return units


def _is_behind(said: Sequence[str], at: int, stop: int) -> bool:
    """`Gross monthly Net monthly`: a word that always stands behind one that opens a name ends it."""
    about = name_words()
    opening = about.opens | about.alone
    before = [said[other - 1].lower() for other, word in enumerate(said) if other and word == said[at]]
    word = said[at].lower()
    if stop > at + 1 or word not in about.alone or word in about.averages or said[0] == said[at]:
        return False
    return len(set(before)) > 1 and all(one in opening and one not in about.ends for one in before)


def _years(said: Sequence[str]) -> list[Unit]:
    """Years with which names begin (`2024 Actual 2025 Actual`), and none that stand behind a word that comes again."""
    at = [number for number, word in enumerate(said) if A_YEAR.fullmatch(word)]
    before = {said[number - 1] if number else "" for number in at}
    about = name_words()
    if len(at) < 2 or len(before) == 1 or any(word.lower() in about.alone | about.opens for word in before):
        return []
    return [Unit(number, number + 1, begins=True, ends=False) for number in at if number + 1 < len(said)]


def _opens(said: Sequence[str], at: int) -> bool:
    """Words that open many a name, and stand in others as well (`Average annual salary`, `Annual bonus`)."""
    about = name_words()
    word = said[at].lower().rstrip(".,:")
    return (
        not _is_told_apart(said, at + 1) and word not in about.averages and word in about.opens | about.alone
    )


def _is_told_apart(said: Sequence[str], at: int) -> bool:
    """Whether what stands behind a word that comes again tells names apart (`Step 1 Step 2`, `Band low Band high`)."""
    if at >= len(said):
        return False
    numbered = _CODE.fullmatch(said[at]) or A_YEAR.fullmatch(said[at])
    return numbered is not None or said[at].lower().rstrip(".,:") in name_words().alone


def _unit(said: Sequence[str], start: int, stop: int, *, years: bool) -> Unit:
    about = name_words()
    first, last = (said[at].lower().rstrip(".,:") for at in (start, stop - 1))
    opens = (
        (_is_told_apart(said, stop) and (years or not A_YEAR.fullmatch(said[stop])))
        or said[stop - 1].endswith(":")
        or (last not in about.ends and not is_of_people(last) and first in about.opens | about.alone)
    )
    ended = last in about.ends or is_of_people(last)
    return Unit(start, stop, opens or not ended, not opens)


def parallel(units: Sequence[Unit], at: int, stop: int) -> float:
    """What speaks for a name that begins or ends where others do, and against one that goes on there."""
    weight = 0.0
    for unit in units:
        if unit.start < stop and at < unit.stop:
            whole = at <= unit.start and unit.stop <= stop
            fits = (unit.begins and unit.start == at) or (unit.ends and unit.stop == stop)
            weight += PARALLEL if whole and fits else -PARALLEL
            weight += whole * TOGETHER * (unit.stop - unit.start - 1)
    return weight


def is_repeated(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether parts are nothing but words that come again, which are no name by themselves: there would be two of it."""
    return any((at, stop) == (unit.start, unit.stop) for unit in units)


def last_word(part: Cell) -> str:
    """The last word of a part of a header, without what stands in brackets."""
    plain = BRACKETS.sub("", part.text)
    return plain if LASTING.fullmatch(plain) else (plain.split() or [part.text])[-1]


def in_small_letters(parts: Sequence[str]) -> bool:
    """Whether the names of a header go on in small letters (`Base salary Target bonus`)."""
    joins = name_words().joins
    small = sum(_SMALL_WORD.match(part) is not None and part.lower() not in joins for part in parts[1:])
    return bool(small) and sum(part[:1].isupper() for part in parts) > 1


def against_case(parts: Sequence[str]) -> float:
    """How badly a name begins with a small letter, or goes on with a capital one, in a header of small letters."""
    begins = _SMALL_WORD.match(parts[0]) is not None and (len(parts) > 1 or parts[0] not in _LETTERS)
    return SMALL_FIRST * begins + CAPITAL_INSIDE * sum(
        _CAPITALISED.match(part) is not None for part in parts[1:]
    )
