"""Levels in text: words (`senior`, `entry-level`), codes (`L5`, `GS-12`) and spans of them (`Senior/Staff`)."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest

from normalizers import cues
from normalizers.found import Found, settle
from normalizers.matcher import Tokens, tokens
from schemas import times
from schemas.wordings import alternatives

NO_LEVEL = "none"
"""What the vocabulary calls words of levels inside other words (`staff nurse`)."""
LINK = re.compile(r"\s{0,2}(?:/|-|–|—|→|\bto\b|\bor\b|\band\b|&|\bthrough\b)\s{0,2}", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z]{2}\s\d")
"""`SR 11-7`: capitals before a number are the mark of a rule or a product."""
AROUND = " \t\n*_:()[]|+"
OPEN = re.compile(r"\s?\(\s?")


@cache
def _code() -> re.Pattern[str]:
    """`L5`, `GS-12`, `Band 8a`, `L4-L5`: letters or a word and a number, never money, a percentile or a model's name."""
    letters, named = cues.pattern("level-code-letters"), cues.pattern("level-code-words")
    lettered = cues.pattern("level-code-words-letter")
    schemes, steps = cues.pattern("level-schemes"), cues.pattern("level-steps")
    return re.compile(
        rf"(?<![\w$€£#.-])(?!W-?2\s(?!with|over|under|at|pay)[a-z])(?:(?:{letters})[ -]?\d{{1,2}}(?:[a-d]\b)?|P[1-9]|[OEW]-\d{{1,2}}|SES"
        rf"|(?<![\s\S])(?!Q\d|H[12]\b|FY\d|P\d\d|A\d\b)[A-Z]{{1,2}}\d{{1,2}}[a-d]?(?=\s[(A-Z—–-]|:)"
        rf"|(?:{schemes})-\d{{1,2}}|S\s\d{{1,2}}[a-d]?(?!\w)"
        rf"|P\s(?:[5-9]|1[0-6])(?![\w%.,]\d|\w|%)|(?<=\()[AB]\s\d{{1,2}}(?=[);, ])"
        rf"|(?<=(?:in|at|on|to|of)\s)(?i:{steps})\s(?:\d{{1,2}}|[A-H])(?![\w%’'])"
        rf"|GS[- ]?\d{{1,2}}(?:,?\s[Ss]tep\s\d{{1,2}})?"
        rf"|(?i:{named})\s(?:\d{{1,2}}[a-d]?|[IVX]{{1,4}})(?![\w%])|(?i:{lettered})\s[A-H](?![\w'’]))"
        rf"(?:(?:\s?[-–/]\s?|\sto\s)(?:{letters}|P|GS-?)?\d{{1,2}}(?![\d,.]*[\d%Kk]))?\+?(?=s?(?!\w|\.\d))"
    )


_GLUED = re.compile(r"[^\W\d_]\d")
_GRADE = re.compile(r"\d|[ivx]+$|[a-h]$")
_ALONE = "ses"


@cache
def _code_words() -> frozenset[str]:
    """The words that stand apart from the number of their code."""
    listed = ("code-letters", "code-words", "code-words-letter", "schemes", "steps")
    known = {tokens(cue).keys[-1] for name in listed for cue in cues.words(f"level-{name}")}
    return frozenset(known | {"o", "e", "w", "gs", "s", "a", "b", "p"})


@cache
def _step() -> re.Pattern[str]:
    return re.compile(rf"(?:{cues.pattern('level-steps')})\s", re.IGNORECASE)


def may_hold_codes(words: Tokens) -> bool:
    """Whether a text has what every code begins with, `L5` or a word before a number; the pattern of codes is long to try."""
    if _GLUED.search(words.text) is not None:
        return True
    known, keys = _code_words(), words.keys
    return any(
        key.startswith(_ALONE) or (key in known and _GRADE.match(behind) is not None)
        for key, behind in zip_longest(keys, keys[1:], fillvalue="")
    )


TO_AN_AMOUNT = re.compile(r"\s(?:to|[-–—])\s[A-Z]{0,3}[$€£₹]?\s?\d")
"""`£22,000 starter to £45,000 experienced`: a word between two amounts says who is paid the first."""
_THEIR_AMOUNT = re.compile(
    r"\s(?:about\s|around\s|roughly\s|up\sto\s)?~?(?:[$€£₹]\s?\d|[A-Z]{3}\s\d|\d[\d.,]{0,6}(?:\s?(?:to|[-–])\s?\d[\d.,]{0,6})?\s?(?:%|per\s?cent|k\b))",
    re.IGNORECASE,
)
_WHO_EARNS = re.compile(
    r"\s(?:earning|making|paid|on|who\s(?:earns|makes|is\spaid))\s(?:about\s|around\s)?[$€£₹]?\s?\d"
)
_AMOUNT_FOR = re.compile(
    r"\d[KkMm]?\+?(?:/yr|/year| an? year| per year| base| tc)? (?:for|at) $", re.IGNORECASE
)
"""`$248,000 to $315,000 for Staff`"""


_FORMS = ("W-2", "W2", "W-2s")
_WHOSE = re.compile(
    r"(?:\b\d{4}|\b(?:my|his|her|your|their|our|a|the|on|form|box|as|via|per)|['’]s)\s$", re.IGNORECASE
)
_ALONE_YEAR = re.compile(rf"(?:\s(?:{alternatives('year_is_a_person')})\b|\s?[,;.:)—–-]|\s?$)")
_ARTICLE = re.compile(r"\b(?:an?|the|every|each|any|as) $", re.IGNORECASE)
_GRADUATES = ("graduate", "graduates")
_PERSON_AFTER = re.compile(rf"\s(?:{alternatives('graduate_does')})\b", re.IGNORECASE)
_ORDINAL = rf"(?:{times.alternatives(times.ordinals())}|\d{{1,2}}(?:st|nd|rd|th))"
_PAY_OF_A_YEAR = re.compile(
    rf"\s(?:base\s)?(?:{alternatives('pay_of_a_year')})(?!\s(?:rises?|raises?|increases?|review))\b",
    re.IGNORECASE,
)
"""`the median first-year salary`: that of people in their first year."""
_LEARNER_AND_YEAR = re.compile(r"[\s,(–-]{1,3}")
_YEAR_OF_WORK = re.compile(rf"(?<![\w-]){_ORDINAL}(?:-years?|\syear)(?![\w-])", re.IGNORECASE)
_YEAR_OF_LEARNING = re.compile(
    rf"(?<![\w-])(?:{_ORDINAL}[- ](?:years?|periods?|terms?)"
    rf"|(?:years?|yr|period|term) (?:\d|{times.alternatives(times.numbers(1, 5))}))(?![\w-])",
    re.IGNORECASE,
)
_NAMED_STEP = re.compile(
    r"(?<![\w-])(?:(?:top|bottom|highest|lowest) step|(?:top|bottom|first|last|final) (?:pay|spine|scale|incremental) point"
    r"|(?:top|bottom)-of-scale)(?![\w-])",
    re.IGNORECASE,
)


_BESIDE_A_TITLE = re.compile(r"(?<![\w-])(?:year|yr|tier)[- ]\d{1,2}(?![\w-])", re.IGNORECASE)
_THEN = re.compile(r",? (?:(?:in|on|at) )?")
"""`captain, year 12`, `nurse on year 5`"""
_A = re.compile(r"\b(?:an?|every|each|any)\s$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s(?:\w+ing|who|at|in|on|with|and|or|gets?|makes?|earns?)\b|[,.;)]")
"""What follows `a sixth-year` where no noun does."""
_ENTERS = re.compile(rf"\b(?:{alternatives('what_is_entered')})[ -]\Z", re.IGNORECASE)


def _years_of_work(text: str, roles: list[Found]) -> list[Found]:
    """`first-years`, `a second-year associate`: rungs of a ladder that counts years, and no `first-year bonus`."""
    small = text.casefold()
    if "year" not in small and "tier" not in small:
        return []
    beside = [
        Found("level", "", match.start(), match.end(), {"code": match.group()})
        for match in _BESIDE_A_TITLE.finditer(text)
        if any(
            role.start == match.end() + 1 or _THEN.fullmatch(text, role.end, match.start()) for role in roles
        )
    ]
    return beside + [
        Found("level", "", match.start(), match.end(), {"code": match.group()})
        for match in _YEAR_OF_WORK.finditer(text)
        if match.group().endswith("-years")
        or any(role.start <= match.end() + 1 and match.end() < role.end for role in roles)
        or (_A.search(text[: match.start()]) and _NO_NOUN.match(text, match.end()))
        or text.strip(AROUND) == match.group()
        or _is_a_person(text, match)
        or _PAY_OF_A_YEAR.match(text, match.end())
    ]


def _named_steps(text: str) -> list[Found]:
    """`the top step`, `above the first pay point`: steps of a scale that have no number."""
    small = text.casefold()
    # As a whole label it is a column of what everybody on it gets at most.
    if not any(word in small for word in ("step", "point", "scale")) or _NAMED_STEP.fullmatch(
        text.strip(AROUND)
    ):
        return []
    return [
        Found("level", "", match.start(), match.end(), {"code": match.group()})
        for match in _NAMED_STEP.finditer(text)
    ]


def _years_of_learning(text: str, levels: list[Found]) -> list[Found]:
    """`Trainee 1st year`, `second-year apprentices`: how far those who learn are, as one level."""
    learners = [one for one in levels if one.value == "intern"]
    return [
        Found("level", one.value, min(one.start, match.start()), max(one.end, match.end()), {})
        for match in (_YEAR_OF_LEARNING.finditer(text) if learners else ())
        for one in learners
        if _LEARNER_AND_YEAR.fullmatch(text, min(one.end, match.end()), max(one.start, match.start()))
    ]


def _is_a_person(text: str, match: re.Match[str]) -> bool:
    """`an eighth-year at a firm`, `as a sixth-year to be`: somebody in that year of work."""
    before = text[max(0, match.start() - 8) : match.start()]
    hyphened = "-" in match.group()
    return (
        hyphened and _ARTICLE.search(before) is not None and _ALONE_YEAR.match(text, match.end()) is not None
    )


def find(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Levels; words that mean other things too count only beside a title or another level."""
    codes = [
        Found("level", "", match.start(), match.end(), {"code": match.group()})
        for match in (_code().finditer(words.text) if may_hold_codes(words) else ())
    ]
    roles = settled["role"]
    codes = [one for one in codes if not _is_a_form(words.text, one)]
    if len(codes) > 1 or found:
        # `L3, at step 2`: the step is one within the level.
        codes = [one for one in codes if not _step().match(words.text, one.start)] or codes
    codes += _years_of_work(words.text, roles)
    codes += [
        *_named_steps(words.text),
        *_years_of_learning(words.text, found),
    ]
    near = sorted([*found, *codes], key=lambda one: one.start)
    kept = [one for one in found if "needs" not in one.data or _is_level(words, one, near, roles)]
    kept = [one for one in kept if not _NUMBERED.match(words.text, one.start)]
    kept = [one for one in kept if not _is_another_entry(words.text, one)]
    levels = [one for one in settle([*kept, *codes]) if one.value != NO_LEVEL]
    return _spans(words.text, levels)


def _is_another_entry(text: str, one: Found) -> bool:
    """`data entry clerks`, `direct-entry captains`, `double-entry bookkeepers`: no rank of those who begin."""
    return (
        text[one.start : one.end].lower() == "entry"
        and _ENTERS.search(text, max(0, one.start - 14), one.start) is not None
    )


def _is_a_form(text: str, one: Found) -> bool:
    """`my W-2`, `his 2024 W-2`: what the tax office is told, and no rank of a warrant officer."""
    return (
        text[one.start : one.end] in _FORMS
        and _WHOSE.search(text, max(0, one.start - 12), one.start) is not None
    )


def _is_level(words: Tokens, one: Found, near: list[Found], roles: list[Found]) -> bool:
    text = words.text
    if words.keys[one.first] in cues.words("level-just-come") and one.first == one.last:
        # `New drivers start on £31,200`: several people who have just come, and no `new head of sales`.
        return any(role.start == one.end + 1 and text[role.end - 1] == "s" for role in roles)
    if text.strip(AROUND) == text[one.start : one.end]:
        return True
    inside = next((role for role in roles if role.start <= one.start < role.end), None)
    if inside is not None:
        # `Staff Engineer`, but neither `nursing staff` nor `Product Manager`.
        if text[one.end : one.end + 1] == ",":
            return one.start == inside.start  # `Manager, Software`, but not `Product Manager, Software`
        return inside.end > one.end
    if _AMOUNT_FOR.search(text[max(0, one.start - 30) : one.start]) or _is_paid(text, one):
        return True
    if one.start > 1 and text[one.start - 2].isdigit() and TO_AN_AMOUNT.match(text, one.end):
        return True
    if (
        len(near) > 1
        and text[one.start - 2 : one.start] in (", ", "; ")
        and _THEIR_AMOUNT.match(text, one.end)
    ):
        return True  # `junior £190 a day, mid £310, senior £460`
    before, behind = text[one.start - 1 : one.start], text[one.end : one.end + 1]
    after = words.keys[one.last + 1] if one.last + 1 < len(words.keys) else ""
    if text[one.start : one.end].lower() in _GRADUATES and _PERSON_AFTER.match(text, one.end) is not None:
        return _ARTICLE.search(text, max(0, one.start - 6), one.start) is not None or one.start == 0
    if after in cues.words("level-after") or behind == "+" or text[one.end - 1] == "+":
        return True
    if before in ("(", "/") and behind in (")", "/"):
        return True
    if any(role.start == one.end + 1 for role in roles) or (
        one.first == 0 and after and after in "(:–—|-~/,"
    ):
        return True
    return any(other is not one and _linked(text, one, other) for other in near)


def _is_paid(text: str, one: Found) -> bool:
    """`managers 10% and directors 25%`, `a manager earning $140,000`: what people of a rank get stands right behind them."""
    if text[one.end - 1] == "s" and _THEIR_AMOUNT.match(text, one.end) is not None:
        return True
    earns = _WHO_EARNS.match(text, one.end) is not None
    return earns and _ARTICLE.search(text, max(0, one.start - 6), one.start) is not None


def _linked(text: str, one: Found, other: Found) -> bool:
    left, right = (one, other) if one.start < other.start else (other, one)
    between = text[left.end : right.start]
    return left.end <= right.start and len(between) <= 9 and LINK.fullmatch(between) is not None


def _spans(text: str, levels: list[Found]) -> list[Found]:
    """Levels that are linked are one span of levels; a code in brackets belongs to the word before it."""
    joined: list[Found] = []
    for one in levels:
        last = joined[-1] if joined else None
        if last is not None and _linked(text, last, one) and "closed" not in last.data:
            joined[-1] = _joined(text, last, one, one.end)
        elif (
            last is not None
            and OPEN.fullmatch(text[last.end : one.start])
            and text[one.end : one.end + 1] == ")"
        ):
            joined[-1] = _joined(text, last, one, one.end + 1)
        else:
            joined.append(one)
    return [_plus(text, one) for one in joined]


def _joined(text: str, left: Found, right: Found, end: int) -> Found:
    data = left.data | {key: value for key, value in right.data.items() if key == "code"}
    if right.value and right.value != left.value:
        if left.value:
            data["level_to"] = right.value
        else:
            return Found("level", right.value, left.start, end, data, left.first, right.last)
    return Found("level", left.value, left.start, end, data, left.first, right.last)


def _plus(text: str, one: Found) -> Found:
    """`Staff+`: the sign belongs to the level."""
    if text[one.end : one.end + 1] != "+" or text[one.end + 1 : one.end + 2].isalnum():
        return one
    return Found(one.kind, one.value, one.start, one.end + 1, one.data | {"open": True}, one.first, one.last)
