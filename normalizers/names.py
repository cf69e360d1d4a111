"""Companies, and whom a document names for its figures."""

from __future__ import annotations

import re

from normalizers.found import Found, settle
from normalizers.matcher import Tokens

_WORD = r"[A-Z0-9][\w&.+*'’-]*"
_NAME = rf"{_WORD}(?:(?: (?:of|for|and|the|on|&))* {_WORD}){{0,7}}"
AT = re.compile(rf"\bat ({_WORD}(?: {_WORD}){{0,2}})")
CUES = re.compile(
    rf"(?:\b(?P<cue>[Aa]ccording to|[Dd]ata from|[Bb]ased on (?:data )?(?:from|by)|[Rr]eported by|[Pp]ublished by|[Cc]ollected by|"
    rf"[Cc]ompiled by|[Pp]er|[Ss]ourced from|[Ff]igures from|[Nn]umbers from|[Ss]urvey (?:by|from)|[Ee]stimates? (?:by|from)|"
    rf"[Rr]eport (?:by|from)|[Cc]iting|[Vv]ia|[Aa]nalysis (?:by|of|from)|[Ss]tatistics from|[Aa]s (?:reported|listed) (?:by|on)|"
    rf"[Ss]elf-reported on|[Rr]eported (?:on|to)|[Ss]ubmissions (?:on|to))(?: (?:the|a|its))? "
    rf"|[Ss]ources?(?: data)?: ?(?P<source>)|\[Source: ?)(?P<name>{_NAME})"
)
SAYS = re.compile(
    rf"\b(?P<name>{_NAME})(?:['’]s?)? (?:\w+ (?:\w+ )?)?(?:reports?|reported|estimates?|estimated|data|shows?|lists?|listed|finds?|found|puts?|"
    rf"pegs?|pegged|survey(?:ed)?|salary (?:data|survey|guide|report)|says|notes?|figures?|calculates?|projects?|suggests?|indicates?|"
    rf"records?|tracks?|publishes|published|states|places|averages?|median)\b"
)
MARKS = re.compile(
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\](?:\s?[,;]?\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\]){0,8}"
)
BEFORE_NAME = frozenset(
    [
        "at",
        "from",
        "by",
        "for",
        "of",
        "with",
        "like",
        "join",
        "joins",
        "joined",
        "joining",
        "via",
        "and",
        "or",
        "vs",
        "versus",
        "to",
        "in",
        "including",
        "than",
        "&",
        "/",
        ",",
        "(",
    ]
)
STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "our",
        "i",
        "we",
        "you",
        "it",
        "in",
        "on",
        "and",
        "or",
        "but",
        "most",
        "many",
        "if",
        "for",
        "as",
        "at",
        "to",
        "with",
        "some",
        "all",
        "top",
        "how",
        "what",
        "why",
        "when",
        "total",
        "base",
        "salary",
        "pay",
        "year",
        "annual",
        "level",
        "senior",
        "staff",
        "ai",
        "q1",
        "q2",
        "q3",
        "q4",
        "us",
        "usa",
        "monday",
        "friday",
    ]
)


def companies(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Known payers, and with low confidence what stands after `at` with a capital."""
    known = []
    for one in found:
        if one.data.get("common") and not _is_name(words, one, found):
            continue
        data = {key: value for key, value in one.data.items() if key != "common"}
        known.append(
            Found(
                "company", one.value, one.start, one.end, data | {"confidence": "high"}, one.first, one.last
            )
        )
    taken = [*known, *settled["place"], *settled["employer_group"], *settled["level_words"]]
    for match in AT.finditer(words.text):
        start, end = match.span(1)
        end = start + len(match.group(1).rstrip(".,'’-"))
        if words.keys and match.group(1).split()[0].casefold().rstrip(".,") not in STOP:
            if not words.text[start].isdigit() and not any(one.overlaps(start, end) for one in taken):
                known.append(Found("company", "", start, end, {"confidence": "low"}))
    return settle(known)


def _is_name(words: Tokens, one: Found, found: list[Found]) -> bool:
    """Whether a name that is also a word stands where only a name stands."""
    text = words.text
    if text.strip(" \t\n*_:()[]|") == text[one.start : one.end]:
        return True
    before = words.keys[one.first - 1] if one.first else ""
    after = words.keys[one.last + 1] if one.last + 1 < len(words.keys) else ""
    if after == "'s" or before in ("at", "from", "join", "joins", "joining", "versus", "vs"):
        return True
    beside = {other.first for other in found} | {other.last for other in found}
    return (before in BEFORE_NAME and one.first - 2 in beside) or (
        after in BEFORE_NAME and one.last + 2 in beside
    )


def attributions(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Known sources, names that a cue makes a source, and citation marks as written."""
    text = words.text
    marks = [
        Found("attribution", m.group(), m.start(), m.end(), {"mark": True, "known": False})
        for m in MARKS.finditer(text)
    ]
    cued = [one for pattern in (CUES, SAYS) for one in _cued(pattern, text, found)]
    kept = []
    for one in found:
        cue = next((other for other in cued if other.overlaps(one.start, one.end)), None)
        label = text.strip(" \t\n*_:()[]|-•") == text[one.start : one.end]
        if cue is not None or label or not one.data.get("common"):
            data = {key: value for key, value in one.data.items() if key != "common"} | {"known": True}
            if cue is not None and "cue" in cue.data:
                data["cue"] = cue.data["cue"]
            kept.append(Found("attribution", one.value, one.start, one.end, data, one.first, one.last))
    new = [
        one for one in cued
        if one.data["new"] and not any(other.overlaps(one.start, one.end) for other in (*kept, *settled["place"]))
    ]  # fmt: skip
    return settle([*kept, *marks, *new])


def _cued(pattern: re.Pattern[str], text: str, found: list[Found]) -> list[Found]:
    cued = []
    for match in pattern.finditer(text):
        start, _end = match.span("name")
        name = match.group("name").rstrip(".,'’-")
        cue = match.groupdict().get("cue") or ("Source" if pattern is CUES else "says")
        data: dict[str, object] = {"cue": cue, "known": False}
        # Only a known name counts as a source where the cue has other uses (`per`, `data`, `notes`).
        data["new"] = pattern is CUES and cue.casefold() not in ("per", "via", "report to", "reported to")
        if name.split()[0].casefold() not in STOP and not name[0].isdigit():
            cued.append(Found("attribution", name, start, start + len(name), data))
    return cued
