"""Statistics: their words, and percentiles, which have numbers in them."""

from __future__ import annotations

import re

from normalizers.found import Found, settle
from normalizers.matcher import Tokens
from schemas.wordings import alternatives, lowered

_S = r"\s{0,2}"
_TO = rf"{_S}(?:-|–|—|−|to|through){_S}"
_RANKS = ("perc", "pct", "ile", "top", "highest", "best", "bottom", "lowest")
_P_RANK = re.compile(r"[Pp]\d\d")
"""One of these stands in every percentile."""
_TH = r"(?:st|nd|rd|th)"
_PERCENTILE = r"[\s-]{0,2}(?:percentiles?|%-?iles?|pctl?|pctile|perc\.)(?!\w)"
PERCENTILE = re.compile(
    rf"(?<![\w.$])(?:(?P<a>\d{{1,2}}){_TH}?(?:{_TO}(?:the\s)?|\sand\s(?:the\s)?(?P<and>))(?P<b>\d{{1,2}}){_TH}{_PERCENTILE}"
    rf"|(?P<c>\d{{1,2}}){_TH}?{_PERCENTILE}"
    rf"|(?<!my )(?<!his )(?<!her )(?<!your )p(?P<d>\d{{2}})(?:{_S}(?:-|–|—|to|/){_S}p?(?P<e>\d{{2}}))?(?![\w%])"
    rf"|percentile\s(?P<f>\d{{1,2}})(?!\w)"
    rf"|(?:top|highest|best(?=[\s-](?:paid|earning)))(?:[\s-](?:paid|earning))?[\s-](?P<top>\d{{1,2}})\s?(?:%|percent)"
    rf"|(?:bottom|lowest)(?:[\s-](?:paid|earning))?[\s-](?P<bottom>\d{{1,2}})\s?(?:%|percent))",
    re.IGNORECASE,
)
_ENDS = r"(?:figures?|numbers?|ends?|amounts?|values?|bounds?)\s"
_IS = r"(?:is|are|shows?|marks?|represents?|being)\s"
_BY_ENDS = re.compile(
    rf"\b(?:lower|low|first|bottom|smaller)\s{_ENDS}{_IS}(?:the\s)?(?P<low>\d{{1,2}}){_TH}{_PERCENTILE}[^.;\d]{{0,40}}?"
    rf"\b(?:upper|higher|high|second|top|larger)\s(?:{_ENDS})?(?:{_IS})?(?:the\s)?(?P<high>\d{{1,2}}){_TH}(?:{_PERCENTILE})?",
    re.IGNORECASE,
)
"""`The lower figure is the 25th percentile and the upper the 75th`: what the two ends of a range are."""
_RANK_OF_AMOUNT = re.compile(
    r"(?<![\w.$€£])(?P<rank>10|25|50|75|90)th:?\s[A-Z]{0,3}[$€£₹]\s?(?P<amount>\d[\d,]*(?:\.\d+)?)"
)
LEAST_IN_A_ROW = 3
"""So many of them, each higher than the one before, and each in front of an amount."""
_RANK_AGAIN = re.compile(
    r"\b(?P<at>at )?the (?P<rank>10|25|50|75|90|95)th"
    r"(?(at)(?![\s-]?\w)|(?=,? (?:at|is|was|of|about|around)\b|,?:? ?[$€£₹]| ?\())",
    re.IGNORECASE,
)
_TENTH = r"(?P<tenth>(?:one|1)\sin\s(?:ten|10)|a\stenth|(?:10|ten)\s?(?:%|per\s?cent))"
_QUARTER = r"(?P<quarter>(?:one|1)\sin\s(?:four|4)|a\squarter|(?:25|twenty-five)\s?(?:%|per\s?cent))"
_SHARE = re.compile(
    rf"\b(?:{_TENTH}|{_QUARTER}|(?P<half>half))(?!\w)"
    r"(?:\sof\s(?:them|these|those|us|you),(?:\s[a-z]+,)?|(?:\s[\w’'-]+){0,6}?)"
    rf"\s(?:(?:{alternatives('share_earns')})(?:\s[\w’'-]+){{0,2}}?"
    r"\s(?:(?P<below>less\sthan|under|below)|more\sthan|over|above)"
    rf"|(?:{alternatives('share_clears')})"
    r"|(?:(?<=\sthem\s)|(?<=\sthose\s))(?:(?P<fewer>less\sthan|under|below)|more\sthan|over|above)"
    r"|(?:(?<=\band\sa\stenth\s)|(?<=\band\sa\squarter\s)|(?<=\band\sone\sin\sten\s))"
    r"(?:(?P<least>less\sthan|under|below)|more\sthan|over|above))"
    r"(?=\s(?:about\s|around\s|roughly\s|just\s)?[^\s\w]{0,2}[A-Z]{0,3}[$€£₹]?\s?\d)",
    re.IGNORECASE,
)
"""`one in ten reporters takes home less than $37,120`: so many people lie below an amount or above it, which is a percentile."""
_EARNS_OR = re.compile(
    rf"\b(?:{_TENTH}|{_QUARTER}|(?P<half>half)|(?P<share>75|90)\s?(?:%|per\s?cent))(?!\w)(?:\s[\w’'-]+){{0,6}}?"
    r"\s(?:earn(?:s|ed)?|makes?|made|(?:are|were|is|was) paid|had|has|have|gets?|got|receive[sd]?)"
    r"(?=\s(?:[A-Z]{0,3}[$€£₹]|(?-i:[A-Z]{3}))\s?\d[\d,.\s]{0,20}(?:k|K)?(?:\s?(?:an?|per)\s\w+)?\s?(?:or|and)"
    r"\s(?P<side>less|below|under|more|over|above)\b)",
    re.IGNORECASE,
)
"""`10% of workers earn $39,430 or less`: the same, with the side behind the amount."""
_SHARES = ("tenth", "quarter", "half", "in ten", "in 10", "in four", "in 4", "10", "25", "per")
NAMES = {10: "p10", 25: "p25", 50: "median", 75: "p75", 90: "p90"}
_MEANS = re.compile(
    r"\b(?:they|you|we|i|may|might|can|could|would|will|does|did|not|n[’']t|usually|really|also)\s\Z",
    re.IGNORECASE,
)
"""In front of `mean` where it is what somebody does (`by that they mean`)."""
_MEAN_OF = re.compile(
    r"\s(?:[a-z]+\s)?(?:pay|salar|wage|earning|hourly|annual|compensation|rate)", re.IGNORECASE
)
"""Behind `mean` where it is the average all the same (`in IT mean pay is`)."""


def statistics(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Words for statistics, and percentiles written with numbers."""
    numbered = (
        [one for match in PERCENTILE.finditer(words.text) for one in _percentiles(match)]
        if may_hold_percentiles(words.text)
        else []
    )
    jobs = {one.start for one in settled["role_words"]}
    numbered = [one for one in numbered if not _is_a_grade(words.text, one, jobs)]
    if len(numbered) > 1 and (bands := _by_ends(words.text)):
        numbered = [
            *bands,
            *(one for one in numbered if not any(band.overlaps(one.start, one.end) for band in bands)),
        ]
    if numbered:
        numbered += _ranks_again(words.text, numbered)
    numbered += _in_a_row(words.text) if not numbered else []
    numbered += _shares(words.text)
    others = [*numbered, *settled["level"]]  # the `Band` of `Band 5` is no range
    taken = [one for one in found if not any(other.overlaps(one.start, one.end) for other in others)]
    taken = [one for one in taken if not _is_meant(words.text, one)]
    return settle([*taken, *numbered])


def _is_a_grade(text: str, one: Found, jobs: set[int]) -> bool:
    """`P10 Software Engineer`: the grade in front of a title, and no point of a distribution."""
    letter = text[one.start : one.start + 1] == "P" and text[one.start + 1 : one.end].isdigit()
    return letter and one.end + 1 in jobs and text[one.end] == " "


def _is_meant(text: str, one: Found) -> bool:
    """`they mean CZK 60,000 before tax`: what somebody has in mind, and no average."""
    return (
        text[one.start : one.end] == "mean"
        and _MEANS.search(text, max(0, one.start - 12), one.start) is not None
        and _MEAN_OF.match(text, one.end) is None
    )


def _in_a_row(text: str) -> list[Found]:
    """`10th $38,000 25th $44,500 50th $53,700`: numbers in front of amounts, of which several rise are percentiles."""
    found = list(_RANK_OF_AMOUNT.finditer(text))
    ranks = [int(match["rank"]) for match in found]
    amounts = [float(match["amount"].replace(",", "")) for match in found]
    if len(ranks) < LEAST_IN_A_ROW or ranks != sorted(set(ranks)) or amounts != sorted(amounts):
        return []
    return [percentile(rank, *match.span("rank")) for rank, match in zip(ranks, found, strict=True)]


def _by_ends(text: str) -> list[Found]:
    return [
        Found(
            "statistic",
            "percentile_band",
            *match.span(),
            {"percentile": int(match["low"]), "percentile_to": int(match["high"])},
        )
        for match in _BY_ENDS.finditer(text)
        if int(match["low"]) < int(match["high"])
    ]


def _ranks_again(text: str, said: list[Found]) -> list[Found]:
    """`the 25th percentile is $40K, the 75th $52K`: percentiles of which only the number is said again."""
    return [
        percentile(int(match["rank"]), match.start("rank"), match.end("rank") + len("th"))
        for match in _RANK_AGAIN.finditer(text, said[0].end)
        if not any(one.start < match.end() and match.start() < one.end for one in said)
    ]


def _shares(text: str) -> list[Found]:
    small = lowered(text)
    if not any(word in small for word in _SHARES):
        return []
    found = []
    for match in _SHARE.finditer(text):
        share = 10 if match["tenth"] else 25 if match["quarter"] else 50
        found.append(
            percentile(
                share if match["below"] or match["fewer"] or match["least"] else 100 - share, *match.span()
            )
        )
    for match in _EARNS_OR.finditer(text):
        share = (
            10 if match["tenth"] else 25 if match["quarter"] else 50 if match["half"] else int(match["share"])
        )
        below = match["side"].lower() in ("less", "below", "under")
        found.append(percentile(share if below else 100 - share, *match.span()))
    return found


def may_hold_percentiles(text: str) -> bool:
    """Whether a text has a word without which nothing names a percentile; the pattern is long to try."""
    small = lowered(text)
    return any(word in small for word in _RANKS) or _P_RANK.search(text) is not None


def _percentiles(match: re.Match[str]) -> list[Found]:
    if match["top"]:
        return [percentile(100 - int(match["top"]), match.start(), match.end())]
    if match["a"] and match["and"] is not None:
        return [
            percentile(int(match["a"]), match.start("a"), match.end("a") + 2),
            percentile(int(match["b"]), match.start("b"), match.end()),
        ]
    ends = [int(match[name]) for name in ("a", "b", "c", "d", "e", "f", "bottom") if match[name]]
    if len(ends) == 1:
        return [percentile(ends[0], match.start(), match.end())]
    data: dict[str, object] = {"percentile": ends[0], "percentile_to": ends[1]}
    return (
        [Found("statistic", "percentile_band", match.start(), match.end(), data)] if ends[0] < ends[1] else []
    )


def percentile(rank: int, start: int, end: int) -> Found:
    """One percentile; those that have no name of their own are points with a rank."""
    return Found("statistic", NAMES.get(rank, "point"), start, end, {"percentile": rank})
