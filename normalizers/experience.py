"""Experience in years: mentions that have numbers in them."""

from __future__ import annotations

import re
from functools import cache

from normalizers import cues
from normalizers.found import Found
from normalizers.matcher import Tokens
from schemas import times
from schemas.wordings import lowered

NUMBER_WORDS = {word: float(value) for word, value in times.numbers().items()}
_N = rf"(?:\d{{1,2}}(?:\.\d)?|{times.alternatives(NUMBER_WORDS)})"
_S = r"\s{0,2}"
_TO = rf"{_S}(?:-|–|—|−|to|through){_S}"
_PLUS = r"(?:\+|plus\b|or more\b|or above\b|and (?:above|over|up)\b)"
_SPAN = rf"{_S}(?:-|–|—|−|to|through|bis|a|à){_S}"
_UNIT = rf"(?P<unit>{times.alternatives(times.years_of_work())})"


@cache
def in_years() -> re.Pattern[str]:
    """Finds what may say how many years somebody has worked, or how long something lasts."""
    least, most, within = (cues.pattern(f"years-{name}") for name in ("least", "most", "within"))
    return re.compile(
        rf"(?<![\w$€£¥₹.,/%-])(?:(?:"
        rf"(?P<low>{_N}){_SPAN}(?P<high>{_N}){_S}\+?"
        rf"|between\s(?P<from>{_N})\sand\s(?P<to>{_N})"
        rf"|(?:{most}|(?P<open>{within})){_S}(?P<most>{_N}|an?(?=\s))"
        rf"|(?P<over>{least}){_S}(?P<least>{_N})\+?"
        rf"|(?P<plus>{_N}){_S}{_PLUS}"
        rf"|(?P<exact>{_N})"
        rf")[\s-]{{0,2}}{_UNIT}(?P<plus_behind>{_S}{_PLUS})?(?!\w)"
        rf"|PQE\s?(?P<pqe>\d{{1,2}})(?:{_TO}(?P<pqe_to>\d{{1,2}})|(?P<pqe_plus>\+))?(?!\w)"
        rf"|(?P<months>\d{{1,2}})(?:{_TO}(?P<months_to>\d{{1,2}}))?\smonths?(?:(?P<of>['’]|\sof)\s(?:[\w/-]{{1,30}}\s){{0,2}}?experience\b)?(?!\w)"
        rf"|(?:(?:over|about|nearly|at\sleast|more\sthan)\s)?(?:a|one|(?P<decades>two|three))\s(?P<decade>decades?)(?:\sor\smore)?"
        rf"|(?:their|his|her|your)\s(?P<first>first)\s(?:year|12\smonths|twelve\smonths)\b(?!\s(?:{cues.pattern('first-year-pay')}))"
        rf"|(?P<one>an?)\syear(?=['’]s\s(?:[\w/-]{{1,30}}\s){{0,2}}?experience\b)"
        rf"|(?P<none>no\s(?:prior\s|previous\s|professional\s)?experience)\b)",
        re.IGNORECASE,
    )


_TIMES = (*dict.fromkeys(unit.casefold().rstrip(".") for unit in times.years_of_work()), "month", "months")
_BEFORE_TIMES = (*NUMBER_WORDS, "+", "plus", "more", "above", "over", "up")
_OTHER_TIMES = ("experience", "decade", "first", "pqe")
"""One of these, or a time with a number before it, stands in every statement of experience."""
AROUND = " \t\n*_:()[]|"
_AGAIN = re.compile(
    rf"\b(?P<lead>(?P<after>after)|with|at)\s(?P<years>(?P<low>{_N})(?:{_TO}(?P<high>{_N}))?)(?=[,.;:)]|\s(?:and|or|but|to)\b|\s?$)",
    re.IGNORECASE,
)
_NEAR, _LONGEST_CAREER = 40, 45
_LISTED_BEFORE = re.compile(r"(?:[^\W\d_][)\w.+]{0,20}\s?[,·|•–—]|\d[,\d]*(?:[KkMm]|/\w{2,5})?,|[.!?])\s$")
_LISTED_BEHIND = re.compile(
    r"\s?(?:[,·|•:;]|\*?\*?:|\.?$|\.\s|\s[–—]\s|in(?=[,.;:]|\s(?:at|and|now)\b)|\s[$€£₹]\s?\d)"
)
_WHERE = re.compile(r"\s[A-Z]{2,5}(?=[,.\s])")
"""`5 yrs ICU`"""
_SAYING = ("none", "of", "first", "one", "pqe")
"""What can only be experience."""


def number(text: str) -> float:
    """A number in digits or as an English word up to thirty; ValueError otherwise."""
    word = text.strip().casefold()
    return NUMBER_WORDS[word] if word in NUMBER_WORDS else float(word)


def experience(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Years of experience, not durations: `0-2 years`, `5+ years of experience`, `three to seven years`."""
    text = words.text
    kept: list[Found] = []
    if not may_hold_experience(words):
        return kept
    titles = {one.end for one in settled["role"]}
    for match in in_years().finditer(text):
        years = years_of(match)
        behind = _behind().match(text, match.end())
        end = behind.end() if behind is not None else match.end()
        stated = behind is not None or any(match[name] is not None for name in _SAYING)
        stated = stated or (match["unit"] or "").casefold() in ("pqe", "yoe")
        stated = stated or _is_in_brackets(match, text, titles)
        if years is not None and (stated or _stands_for_experience(match, text)):
            data: dict[str, object] = {"min": years[0], "max": years[1], "stated": stated}
            kept.append(Found("experience", text[match.start() : end], match.start(), end, data))
    return kept + _left_out(text, kept)


def _left_out(text: str, said: list[Found]) -> list[Found]:
    """`$600 after five years, $1,100 after ten`, `with 2-4 years and with 5-8`: years of which only the number is said again."""
    if not said:
        return []
    lead = text[max(0, said[0].start - len("after ")) : said[0].start + len("after")].casefold().split()
    found: list[Found] = []
    for match in _AGAIN.finditer(text, said[0].end):
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else None if match["after"] else low
        if match["lead"].casefold() not in lead or low > _LONGEST_CAREER or (high is not None and high < low):
            continue
        if any(one.start < match.end() and match.start() < one.end for one in said):
            continue
        data: dict[str, object] = {"min": low, "max": high, "stated": False}
        found.append(Found("experience", match["years"], match.start("years"), match.end("years"), data))
    return found


def may_hold_experience(words: Tokens) -> bool:
    """Whether a text has words without which nothing states experience; the pattern is long to try."""
    small = lowered(words.text)
    if any(time in small for time in _OTHER_TIMES):
        return True
    return any(
        key.endswith(_TIMES) and _is_counted(words.keys, index) for index, key in enumerate(words.keys)
    )


def _is_counted(keys: list[str], index: int) -> bool:
    """Whether a number may stand before a time, or an `a` that counts (`less than a year`)."""
    if keys[index] not in _TIMES:  # `5years` is one word
        return any(word in keys[index] for word in NUMBER_WORDS) or not keys[index].isalpha()
    before = keys[index - 1] if index else ""
    if before in ("a", "an"):
        return index > 1 and keys[index - 2].endswith(_before_one())
    return before[-1:].isdigit() or before.endswith((*_BEFORE_TIMES, "a", "an"))


@cache
def _before_one() -> tuple[str, ...]:
    return tuple(cue.split()[-1] for name in ("years-most", "years-within") for cue in cues.words(name))


def years_of(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    """Least and most years; None where the ends are the wrong way round or beyond a working life."""
    low, high = _ends({name: value for name, value in match.groupdict().items() if value is not None})
    if (low is not None and high is not None and low > high) or (low or 0) > 50 or (high or 0) > 60:
        return None
    return low, high


def _ends(group: dict[str, str]) -> tuple[float | None, float | None]:
    if "none" in group:
        return 0.0, 0.0
    if "first" in group:
        return 0.0, 1.0
    if "decade" in group:
        return 10.0 * number(group.get("decades", "one")), None
    if "one" in group:
        return 1.0, 1.0
    if "pqe" in group:
        exact = group.get("pqe_to", group["pqe"])
        return number(group["pqe"]), None if "pqe_plus" in group else number(exact)
    if "from" in group:
        return number(group["from"]), number(group["to"])
    if "months" in group:
        months = float(group["months"])
        return months / 12, float(group.get("months_to", months)) / 12
    if "low" in group:
        return number(group["low"]), number(group["high"])
    if "most" in group:
        return 0.0, 1.0 if group["most"].casefold() in ("a", "an") else number(group["most"])
    if "exact" in group and "plus_behind" not in group:
        return number(group["exact"]), number(group["exact"])
    return number(group.get("least") or group.get("plus") or group["exact"]), None


def _is_in_brackets(match: re.Match[str], text: str, titles: set[int]) -> bool:
    """`Site engineer (5 yrs)`: years in brackets right behind a title."""
    opens = text[: match.start()].rstrip()
    return (
        opens.endswith("(")
        and len(opens[:-1].rstrip()) in titles
        and text[match.end() :].lstrip().startswith(")")
    )


def _stands_for_experience(match: re.Match[str], text: str) -> bool:
    """Without the word `experience`: spans and `5+ years` do, unless what stands around says it is a duration."""
    if text.strip(AROUND) == match.group().strip():
        return True
    if match["months"] is not None or _duration_behind().match(text, match.end()):
        return False
    single = match["exact"] is not None and match["plus_behind"] is None
    if single or match["decade"] is not None or match["over"] is not None or match["open"] is not None:
        # `with 12 years`, `after more than two years`, but not `for 12 years`.
        led = match["over"] is not None and match["over"].casefold() == "after"
        return (
            led
            or (single and _is_listed(match, text))
            or _before().search(text, max(0, match.start() - 24), match.start()) is not None
        )
    return _duration_before().search(text, max(0, match.start() - 24), match.start()) is None


def _is_listed(match: re.Match[str], text: str) -> bool:
    """`Paralegal, 4 years, two children: $72,000`: years of their own between the other things said of somebody."""
    if not 0 < number(match["exact"]) <= _LONGEST_CAREER:
        return False
    before, behind = (
        text[max(0, match.start() - _NEAR) : match.start()],
        text[match.end() : match.end() + _NEAR],
    )
    if not before.strip():
        return _WHERE.match(behind) is not None
    if not _LISTED_BEFORE.search(before) or _duration_near().search(before):
        return False
    return (_LISTED_BEHIND.match(behind) or _WHERE.match(behind)) is not None


@cache
def _duration_near() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cues.pattern('duration-near')})(?!\w)", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cues.pattern('experience-before')})\s{{1,2}}$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"['’]?{_S}(?:of\s)?(?:[\w/-]{{1,30}}\s{{1,2}}){{0,3}}?(?:{cues.pattern('experience-after')})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _duration_behind() -> re.Pattern[str]:
    return re.compile(rf"[\s(-]{{0,3}}(?:{cues.pattern('duration-after')})(?!\w)", re.IGNORECASE)


@cache
def _duration_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cues.pattern('duration-before')})\s{{0,2}}$", re.IGNORECASE)
