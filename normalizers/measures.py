"""Experience in years and percentiles: mentions that have numbers in them."""

from __future__ import annotations

import re

from normalizers.found import Found, settle
from normalizers.matcher import Tokens

NUMBER_WORDS = {
    word: float(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"twenty-five": 25.0, "thirty": 30.0, "no": 0.0}
_N = (
    r"(?:\d{1,2}(?:\.\d)?|"
    + "|".join(sorted((w for w in NUMBER_WORDS if w != "no"), key=len, reverse=True))
    + ")"
)
_YEARS = r"(?:years?|yrs?\.?|YoE)"
_BEHIND = (
    r"(?P<behind>['’]?\s*(?:of\s+)?(?:[\w/-]+\s+){0,3}?(?:experience|exp\.?|YoE|tenure|seniority|in\s+the\s+(?:role|field|"
    r"industry|job|profession|trade)|on\s+the\s+job|post[- ]qualification|PQE|in\s+(?:role|practice|post|service)|service)\b)?"
)
EXPERIENCE = re.compile(
    rf"(?<![\w$€£¥₹.,/%-])(?:"
    rf"(?P<low>{_N})\s*(?:-|–|—|−|to|through)\s*(?P<high>{_N})\+?[\s-]*(?:\+\s*)?{_YEARS}(?!\w){_BEHIND}"
    rf"|(?P<under>under|less than|fewer than|up to|below|no more than|within|<|&lt;)\s*(?P<most>{_N})[\s-]*{_YEARS}(?!\w){_BEHIND.replace('behind', 'behind2')}"
    rf"|(?P<over>over|more than|at least|minimum(?:\s+of)?|>|≥|beyond|after)\s*(?P<least>{_N})\+?[\s-]*{_YEARS}(?!\w){_BEHIND.replace('behind', 'behind3')}"
    rf"|(?P<plus>{_N})\s*(?:\+|plus|or more|and (?:above|over|up))\s*-?{_YEARS}(?!\w){_BEHIND.replace('behind', 'behind4')}"
    rf"|(?P<plus2>{_N})\s*{_YEARS}\s*(?:\+|plus\b|or more\b|and (?:above|over|up)\b)(?!\w){_BEHIND.replace('behind', 'behind5')}"
    rf"|(?P<exact>{_N})[\s-]*{_YEARS}(?!\w){_BEHIND.replace('behind', 'behind6')}"
    rf"|(?P<months>\d{{1,2}})\s*(?:-\s*(?P<months_to>\d{{1,2}})\s*)?months?(?:['’]|\s+of)\s+(?:[\w/-]+\s+){{0,2}}?experience\b"
    rf"|(?P<none>no\s+(?:prior\s+|previous\s+|professional\s+)?experience)\b"
    rf")",
    re.IGNORECASE,
)
NOT_EXPERIENCE = re.compile(
    r"[\s-]*(?:\(?\s*vest|cliff|contract|old\b|ago\b|growth|later|warrant|horizon|degree|college|period|schedule|grant|"
    r"refresh|program|plan\b|average|total|lease|term|deal|history|from now|rsu|equity|in prison|of age|cycle|forecast|"
    r"outlook|and counting|treasury|loan|mortgage|payback|high|low\b|record|university|course|apprenticeship|residency)",
    re.IGNORECASE,
)
BEFORE_DURATION = re.compile(
    r"(?:over the (?:past|last|next|coming)|(?:in|within|during|for) the (?:past|last|next|first|coming)|every|"
    r"vest\w*(?: over| in)?|the (?:past|last|next)|spread over|averaged over|per|each|lasts?|takes?|took|age[ds]?|over a)\s*$",
    re.IGNORECASE,
)
_TH = r"(?:st|nd|rd|th)"
PERCENTILE = re.compile(
    rf"(?<![\w.$])(?:(?P<a>\d{{1,2}}){_TH}?(?:\s*(?:-|–|—|to|through)\s*(?:the\s+)?|\s+and\s+(?:the\s+)?(?P<and>))"
    rf"(?P<b>\d{{1,2}}){_TH}[\s-]*(?:percentiles?|%-?iles?|pctl?|pctile|perc\.)(?!\w)"
    rf"|(?P<c>\d{{1,2}}){_TH}?[\s-]*(?:percentiles?|%-?iles?|pctl?|pctile|perc\.)(?!\w)"
    rf"|[Pp](?P<d>\d{{2}})(?:\s*(?:-|–|—|to|/)\s*[Pp]?(?P<e>\d{{2}}))?(?![\w%])"
    rf"|percentile\s+(?P<f>\d{{1,2}})(?!\w)"
    rf"|(?:top|highest)[\s-](?P<top>\d{{1,2}})\s?(?:%|percent)"
    rf"|(?:bottom|lowest)[\s-](?P<bottom>\d{{1,2}})\s?(?:%|percent))",
    re.IGNORECASE,
)
NAMES = {10: "p10", 25: "p25", 50: "median", 75: "p75", 90: "p90"}


def number(text: str) -> float:
    """A number in digits or as an English word up to thirty; ValueError otherwise."""
    word = text.strip().casefold()
    return NUMBER_WORDS[word] if word in NUMBER_WORDS else float(word)


def experience(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Years of experience, not durations: `0-2 years`, `5+ years of experience`, `three to seven years`."""
    text = words.text
    kept = []
    for match in EXPERIENCE.finditer(text):
        years = years_of(match)
        stated = bool(
            match.group("none")
            or match.group("months")
            or any(
                match.group(name)
                for name in ("behind", "behind2", "behind3", "behind4", "behind5", "behind6")
            )
        )
        if years is None or (not stated and not _stands_for_experience(match, text)):
            continue
        low, high = years
        kept.append(
            Found(
                "experience",
                match.group(),
                match.start(),
                match.end(),
                {"min": low, "max": high, "stated": stated},
            )
        )
    return kept


def years_of(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    """Least and most years; None where the ends are the wrong way round or beyond a working life."""
    group = match.groupdict()
    low: float | None = None
    high: float | None = None
    if group["none"]:
        low = high = 0.0
    elif group["months"]:
        low = float(group["months"]) / 12
        high = float(group["months_to"]) / 12 if group["months_to"] else low
    elif group["low"]:
        low, high = number(group["low"]), number(group["high"])
    elif group["most"]:
        low, high = 0.0, number(group["most"])
    elif group["exact"]:
        low = high = number(group["exact"])
    else:
        low = number(next(group[name] for name in ("least", "plus", "plus2") if group[name]))
    if (low is not None and high is not None and low > high) or (low or 0) > 50 or (high or 0) > 60:
        return None
    return low, high


def _stands_for_experience(match: re.Match[str], text: str) -> bool:
    """Without the word `experience`: spans and `5+ years` do, unless what stands around says it is a duration."""
    if match.group("exact") or match.group("over") or match.group("under") in ("within", "up to"):
        return text.strip(" \t\n*_:()[]|") == match.group().strip()
    if NOT_EXPERIENCE.match(text, match.end()):
        return False
    return BEFORE_DURATION.search(text, max(0, match.start() - 30), match.start()) is None


def statistics(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Words for statistics, and percentiles written with numbers."""
    numbered: list[Found] = []
    for match in PERCENTILE.finditer(words.text):
        numbered += _percentiles(match)
    taken = [one for one in found if not any(other.overlaps(one.start, one.end) for other in numbered)]
    return settle([*taken, *numbered])


def _percentiles(match: re.Match[str]) -> list[Found]:
    group = match.groupdict()
    if group["top"]:
        return [percentile(100 - int(group["top"]), match.start(), match.end())]
    if group["and"] is not None:
        return [
            percentile(int(group["a"]), match.start("a"), match.end("a") + 2),
            percentile(int(group["b"]), match.start("b"), match.end()),
        ]
    ends = [int(group[name]) for name in ("a", "b", "c", "d", "e", "f", "bottom") if group[name]]
    if len(ends) == 1:
        return [percentile(ends[0], match.start(), match.end())]
    data: dict[str, object] = {"percentile": ends[0], "percentile_to": ends[1]}
    return (
        [Found("statistic", "percentile_band", match.start(), match.end(), data)] if ends[0] < ends[1] else []
    )


def percentile(rank: int, start: int, end: int) -> Found:
    """One percentile; those that have no name of their own are points with a rank."""
    return Found("statistic", NAMES.get(rank, "point"), start, end, {"percentile": rank})
