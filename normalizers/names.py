"""Companies, by the names that files know and by where a name stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from normalizers import cues, organisations
from normalizers.figures.spellings import currency_of
from normalizers.found import Found, settle
from normalizers.matcher import Tokens, tokens
from schemas.vocabulary import load
from schemas.wordings import pattern

# Lengths are bounded, so that a text of nothing but capitals and dots costs no more than another one.
WORD = r"(?<![\w.&+*'’-])[A-Z0-9][\w&.+*'’-]{0,40}"
NAME = rf"{WORD}(?:(?:\s(?:of|for|and|the|on|&)){{0,2}}\s{WORD}){{0,7}}"
AT = re.compile(rf"(?:\bat|^At|(?<=[.!?;:\n]\s)At|(?<=\n)At)\s(?P<name>{WORD}(?:\s{WORD}){{0,2}})")
_LEVEL = re.compile(r"^\d|\d[+,]*$")
"""`L62+`, `4th`: a level or a place in a row, and no name."""
_MODEL = re.compile(r"(?!(?:19|20)\d\d)[a-z]{0,2}\d{3,4}[a-z]{0,3}")
"""`A320neo`, `737`: the number of a machine; levels have fewer digits."""
_IN_AN_AMOUNT = re.compile(r"(?:[$€£₹¥]|[\d.,]|\d\s?[-–])\Z")
"""`$1.3M` holds no 3M."""
_CODE_BEHIND = re.compile(r"\s(?:ICT?|L|E|T|M|P|SDE|JL|B)-?\d{1,2}\b")
_FEW = 5
"""With fewer words, capitals of a name may be most of them."""
AT_MONEY = re.compile(r"(?:\s[A-Z][\w&/-]{0,20}){0,3}\s(?:at|offers?|pays?)\s[$€£₹]")
_LABEL = 24
"""Characters between a payer and the job in one label."""
AROUND = " \t\n*_:()[]|-•"


def companies(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Known payers, and with low confidence what stands after `at` with a capital."""
    known = [
        Found("company", one.value, one.start, one.end, _sure(one), one.first, one.last)
        for one in found
        if (not one.data.get("common") or _is_company(words, one, found, settled))
        and not _describes(words, one)
        and not (words.text[one.start].isdigit() and _IN_AN_AMOUNT.search(words.text, 0, one.start))
    ]
    named = organisations.find(words, settled["organisation_words"], settled["role_words"])
    known = _without_last_words(known, named, settled["organisation_words"])
    # Any other name that a file knows is never cut or grown.
    known += [one for one in named if not any(other.overlaps(one.start, one.end) for other in known)]
    others = ("place", "employer_group", "level_words", "role_words", "skill_words")
    taken = [*known, *(one for kind in others for one in settled[kind])]
    for match in _payers_told(words):
        start, end = match.start("name"), end_of(words.text, *match.span("name"))
        if match.re is _paying() and (start := _behind_first_word(words.text, start, end)) != match.start(
            "name"
        ):
            end = end if " " in words.text[start:end] else start  # `A PhD pays 6% more`
        name = list(takewhile(may_begin_a_name, words.text[start:end].split(" ")))
        end = start + len(" ".join(name).rstrip(".,"))
        if match.re is _paying() and (end != match.end("name") or _is_no_payer(name)):
            continue
        if not name or end - start < 3 or _LEVEL.search(name[0]) or _is_job(name) or _is_amount(name):
            continue
        if pattern("name_of_a_paper").fullmatch(name[-1].rstrip(".,")) is not None:
            continue  # `from the team at Payroll Weekly`
        if not any(one.overlaps(start, end) for one in taken):
            known.append(Found("company", "", start, end, {"confidence": "low"}))
    return settle(known)


def _without_last_words(known: list[Found], named: list[Found], ends: list[Found]) -> list[Found]:
    """Without those that are the last words of a longer name: `NHS Trust` in `Northmoor NHS Trust`, which is one of many."""
    begins = {one.end: one.start for one in named}
    last = sorted((end.start, end.end) for end in ends if begins.get(end.end, end.start) < end.start)
    starts = [start for start, _ in last]
    kept: list[Found] = []
    for one in known:
        at = bisect_right(starts, one.start) - 1
        if at < 0 or one.end > last[at][1]:
            kept.append(one)
    return kept


def _payers_told(words: Tokens) -> Iterator[re.Match[str]]:
    """`at Orbit Labs`, and where a word says what kind of payer it is: `the drugmaker Corvane`, `a bakery chain, Tansy & Co`."""
    forms = [AT] if "at" in words.keys else []
    if not _pays().isdisjoint(words.keys):
        forms.append(_paying())
    if not _kinds_of_payers().isdisjoint(words.keys):
        forms.append(_of_a_kind())
    for form in forms if forms and not _is_a_title(words) else ():
        yield from form.finditer(words.text)


def _behind_first_word(text: str, start: int, end: int) -> int:
    """`Today Piedmont Valley pays`: where the name begins that stands behind the first word of a sentence."""
    first = text[start:end].split(" ")[0]
    return start + len(first) + 1 if not may_begin_a_name(first) or organisations.never(first) else start


def _is_no_payer(name: list[str]) -> bool:
    """`Night Shift pays $2 more`: what is paid for, and not who pays."""
    return not name or any(
        word.casefold() in cues.words("pays-as-well") or pattern("heading_word").fullmatch(word)
        for word in name
    )


@cache
def _pays() -> frozenset[str]:
    return frozenset(
        tokens(cue).keys[0] for name in ("payer-pays", "payer-starts") for cue in cues.words(name)
    )


@cache
def _paying() -> re.Pattern[str]:
    """`Piedmont Valley starts at $92`, `while Corran now pays £31,000`: two words with capitals, or one amid a sentence."""
    return re.compile(
        rf"(?P<name>{WORD}\s(?:(?:&|and|of)\s)?{WORD}(?:\s{WORD})?|(?<=[a-z,]\s)(?<!\b[iI]n\s)(?<!\bfrom\s)(?<!\bnear\s){WORD}|(?<![\w.&+*'’-])[A-Z][a-z]{{2,20}}[A-Z][a-z]{{2,20}})"
        r"\s(?:now\s|still\s|also\s|currently\s|already\s){0,2}"
        rf"(?:(?:{cues.pattern('payer-pays')})(?:\sout)?\s(?!h(?:is|er)\s)[^.;\n]{{0,40}}?|(?:{cues.pattern('payer-starts')})\s(?:[a-z-]+\s){{0,3}}(?:at|on)\s(?:about\s)?)"
        r"(?:[A-Z]{0,3}\s?[$€£₹]|[A-Z]{3}\s)?\d"
    )


@cache
def _kinds_of_payers() -> frozenset[str]:
    return frozenset(tokens(cue).keys[-1] for cue in cues.words("payer-kinds"))


@cache
def _of_a_kind() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|a|an|at|by|of|for|rival|fellow)\s(?:[a-z-]{{2,20}}\s){{0,2}}(?:{cues.pattern('payer-kinds')}),?\s(?P<name>{WORD}(?:\s(?:&\s)?{WORD}){{0,2}})"
    )


def _sure(one: Found) -> dict[str, object]:
    return {"confidence": "high"} | ({"common": True} if one.data.get("common") else {})


def _describes(words: Tokens, one: Found) -> bool:
    """`the Instacart partnership`, `the Boeing 737`: a name that says which thing is meant, and not who pays."""
    if one.last + 1 >= len(words.keys) or not words.joined(one.last):
        return False
    behind = words.keys[one.last + 1]
    return behind in cues.words("company-describes") or _MODEL.fullmatch(behind) is not None


def _is_a_title(words: Tokens) -> bool:
    """Whether nearly all words have a capital, so that one says nothing of a name (`Pay at Maximum Premium`)."""
    letters = [words.word(index)[0] for index in range(len(words.keys)) if words.word(index)[0].isalpha()]
    return len(letters) >= _FEW and sum(letter.isupper() for letter in letters) >= len(letters) * 0.7


def _is_job(name: list[str]) -> bool:
    """`at Engineer II`, `at Manager level`: a step of a ladder, and no payer."""
    return name[0].casefold().rstrip(".,") in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(spelling.text.casefold() for spelling in load()["title_last"].spellings)


def _is_amount(name: list[str]) -> bool:
    """`at AED 8,000`, `at R 240 000`: a currency with its number."""
    is_money = name[0] in currency_of() or name[0].casefold() in currency_of()
    return is_money and (len(name) == 1 or name[1][0].isdigit())


def may_begin_a_name(word: str) -> bool:
    return word.casefold().rstrip(".,") not in cues.words("company-never")


def end_of(text: str, start: int, end: int) -> int:
    """The end of a name: before a sentence's end (`at Foobar Labs. Head of`) and without `'s`."""
    stop = re.search(r"[.]\s", text[start:end])
    name = text[start : start + stop.start() if stop else end]
    return start + len(re.sub(r"['’]s?$", "", name.rstrip(".,-")))


def _is_company(words: Tokens, one: Found, found: list[Found], settled: dict[str, list[Found]]) -> bool:
    """Whether a name that is also a word stands where only a name stands."""
    if words.text.strip(AROUND) == words.text[one.start : one.end]:
        return not one.data.get("in_labels")
    before = words.keys[one.first - 1] if one.first else ""
    after = words.keys[one.last + 1] if one.last + 1 < len(words.keys) else ""
    if not words.text[: one.start].strip(AROUND) and after == "," and _labels_a_job(words, one, settled):
        return True  # `Delta, A350 captain, year 12:`
    if one.data.get("in_labels"):
        return False
    if not words.text[: one.start].strip(AROUND) and _CODE_BEHIND.match(words.text, one.end):
        return True  # `Snowflake IC3, Bellevue`
    if after == "'s" or before in cues.words("company-before"):
        return True
    if any(role.first == one.last + 1 for role in settled["role_words"]):
        return True  # `Block SWE`
    if AT_MONEY.match(words.text, one.end):
        return True  # `Block Security at $325K`
    others = [other for other in found if other is not one and not other.data.get("common")]
    beside = {other.first for other in others} | {other.last for other in others}
    between = cues.words("company-between")
    return (before in between and one.first - 2 in beside) or (after in between and one.last + 2 in beside)


def _labels_a_job(words: Tokens, one: Found, settled: dict[str, list[Found]]) -> bool:
    """Whether a name begins a short label or entry that names a job behind it."""
    return any(0 < role.start - one.end <= _LABEL for role in settled["role_words"])
