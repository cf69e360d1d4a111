"""Whom a document names for its figures: sources that files know, and names that what stands beside them makes a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from normalizers import cues, organisations
from normalizers.figures.spellings import currency_of
from normalizers.found import Found, settle
from normalizers.matcher import Tokens, tokens
from normalizers.names import AROUND, NAME, WORD, end_of, may_begin_a_name
from schemas.wordings import pattern

_YEAR = r"(?:19|20)\d\d(?:[/–-]\d{2,4})?"
_MARK = r"(?<![$€£₹])\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\]"
MARKS = re.compile(rf"{_MARK}(?:\s?[,;]?\s?{_MARK}){{0,8}}")


def attributions(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Known sources, names that a cue makes a source, and citation marks as written."""
    text = words.text
    marks = [
        Found("attribution", m.group(), *m.span(), {"mark": True, "known": False})
        for m in (MARKS.finditer(text) if "[" in text else ())
    ]
    cued = [one for form, first in _forms() if not first.isdisjoint(words.keys) for one in _cued(form, text)]
    cued += list(_surveys(words, settled, cued))
    cued += [
        one
        for one in _described(words)
        if not any(other.overlaps(one.start, one.end) for other in (*cued, *found))
    ]
    kept = []
    for one in found:
        cue = next((other for other in cued if other.overlaps(one.start, one.end)), None)
        if cue is None and one.data.get("common") and text.strip(AROUND) != text[one.start : one.end]:
            continue
        data = {key: value for key, value in one.data.items() if key != "common"} | {"known": True}
        if cue is not None:
            data["cue"] = cue.data["cue"]
        kept.append(Found("attribution", one.value, one.start, one.end, data, one.first, one.last))
    taken = [*kept, *settled["place"]]
    new = [
        Found(
            "attribution",
            one.value,
            one.start,
            one.end,
            {key: value for key, value in one.data.items() if key != "new"} | {"known": False},
        )
        for one in cued
        if one.data["new"]
        and not any(
            other.overlaps(one.start, one.end) for other in (kept if _is_office(one.value) else taken)
        )
    ]
    return settle([*kept, *marks, *new])


def _is_office(name: str) -> bool:
    """`Ohio Department of Education`: the place is a part of the name."""
    words = name.casefold().split()
    return len(words) > 1 and any(word in cues.words("source-offices") for word in words[1:])


def _cued(form: re.Pattern[str], text: str) -> list[Found]:
    cued = []
    for match in form.finditer(text):
        groups = match.groupdict()
        start, end = match.start("name"), end_of(text, *match.span("name"))
        name = text[start:end]
        if name and name.split()[0].casefold() not in cues.words("company-never") and not name[0].isdigit():
            # Only a known name counts as a source where the cue has other uses (`per`, `data`, `notes`).
            data: dict[str, object] = {
                "cue": groups.get("cue") or groups["known"],
                "new": bool(groups.get("cue")),
            }
            cued.append(Found("attribution", name, start, end, data))
    return cued


@cache
def _forms() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """What stands before a source, and what stands behind one; each with the words that its cues begin with."""
    before, known, after = (cues.pattern(f"source-{name}") for name in ("before", "before-known", "after"))
    return (
        (
            re.compile(
                rf"(?<!\w)(?:(?P<cue>(?i:{before})|(?i:{cues.pattern('source-studies')})\sof\s(?:[\w-]{{1,20}}\s){{1,4}}(?i:by|from))|(?P<known>(?i:{known})))\s(?:(?:the|a|an|its|their|our)\s)?(?:(?:latest|annual|new|newest|most\srecent|{_YEAR})\s){{0,2}}(?P<name>{NAME})"
            ),
            _first_words("source-before", "source-before-known"),
        ),
        (
            re.compile(rf"(?P<name>{NAME})(?:['’]s?)?\s(?:[a-z-]{{1,20}}\s){{0,2}}(?P<known>{after})(?!\w)"),
            _first_words("source-after"),
        ),
    )


def _surveys(words: Tokens, settled: dict[str, list[Found]], cued: list[Found]) -> Iterator[Found]:
    """`the 2024 Halden survey`, `the AVMA says the mean was`: sources that no file knows, by what they are or by what they state."""
    taken = [one for one in cued if one.data["new"]]
    words_of_jobs = [
        one for kind in ("role_words", "level_words", "skill_words", "place") for one in settled[kind]
    ]
    for form, first in _unknown_forms():
        for match in form.finditer(words.text) if not first.isdisjoint(words.keys) else ():
            start, end = match.start("name"), end_of(words.text, *match.span("name"))
            name = words.text[start:end].split()
            if any(one.overlaps(start, end) for one in taken):
                continue
            if any(one.start < end <= one.end for one in words_of_jobs):
                continue  # `the Chief Executive says`; within a name a job may stand (`the Glaziers' Circle`)
            if not _may_be_a_source(name, match, words.text):
                continue
            yield Found("attribution", " ".join(name), start, end, {"cue": match["cue"], "new": True})


def _described(words: Tokens) -> Iterator[Found]:
    """`our reader survey`, `the association's fee survey`: a survey that what it asks, or whom, tells from others."""
    form, surveys = _described_form()
    for match in form.finditer(words.text) if not surveys.isdisjoint(words.keys) else ():
        data: dict[str, object] = {"cue": match["cue"] or match["thing"], "new": True}
        if match["own"]:
            data["own"] = True
        yield Found("attribution", match["name"], *match.span("name"), data)


def _may_be_a_source(name: list[str], match: re.Match[str], text: str) -> bool:
    """Not `Salary surveys`, `EUR`, nor a word whose capital is that of its sentence (`Reader surveys`)."""
    if not name or not any(letter.islower() or letter.isupper() for letter in name[0]):
        return False
    if (
        name[0].casefold() in cues.words("source-never")
        or name[0].casefold() in currency_of()
        or not may_begin_a_name(name[0])
    ):
        return False
    if all(pattern("heading_word").fullmatch(word) or organisations.never(word) for word in name):
        return False
    amid = text[max(0, match.start() - 2) : max(0, match.start() - 1)].isalnum()
    return len(name) > 1 or amid or _SEVERAL_CAPITALS.match(name[0]) is not None


_SEVERAL_CAPITALS = re.compile(r"[A-Z][\w&.-]*[A-Z]")


@cache
def _unknown_forms() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    surveys, says = cues.pattern("source-surveys"), cues.pattern("source-says")
    letters = r"(?<![\w.&+*'’$-])[A-Z][A-Za-z&]{0,12}[A-Z][A-Za-z]{0,12}"
    return (
        (
            re.compile(
                rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his)\s)?(?:(?:latest|annual|new|{_YEAR})\s){{0,2}}(?P<name>{NAME})(?:['’]s?)?"
                rf"(?:\s(?:{cues.pattern('source-survey-words')}|{_YEAR})){{0,3}}\s(?P<cue>{surveys})(?!\w)"
            ),
            _first_words("source-surveys"),
        ),
        (
            re.compile(
                rf"(?P<name>{letters}|(?<=\b[Tt]he\s){WORD}(?:(?:\s(?:of|for|and|on|&)){{0,2}}\s{WORD}){{1,6}})"
                rf"\s(?P<cue>{says})\s(?=[^.;!?\n]{{0,80}}?\d)"
            ),
            _first_words("source-says"),
        ),
        (
            re.compile(
                rf"\b(?:[Bb]ased on|[Pp]er|[Ff]rom|[Uu]sing|[Ii]n|[Ss]ee)\s(?:the\s|{_YEAR}\s){{0,2}}(?P<name>{letters})\s"
                rf"(?P<cue>{cues.pattern('source-figures')})(?!\w)"
            ),
            _first_words("source-figures"),
        ),
    )


@cache
def _described_form() -> tuple[re.Pattern[str], frozenset[str]]:
    of_whom, surveys, things = (cues.pattern(f"source-described{end}") for end in ("-by", "", "-things"))
    form = re.compile(
        rf"(?:\b(?P<own>our)|\b(?:the|its|their)|['’]s?)\s(?:(?:own|latest|last|most\srecent|annual|{_YEAR})\s){{0,3}}"
        rf"(?P<name>(?:(?:{of_whom})\s){{1,2}}(?P<cue>{surveys})|(?P<thing>{things}))(?!\w)",
        re.IGNORECASE,
    )
    last = (one.split()[-1] for one in cues.words("source-described-things"))
    return form, cues.words("source-described").union(last)


def _first_words(*names: str) -> frozenset[str]:
    return frozenset(tokens(cue).keys[0] for name in names for cue in cues.words(name))
