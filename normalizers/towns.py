"""Places in text: the gazetteer, towns before a state's letters, the long names of metropolitan areas, remote work."""

from __future__ import annotations

import re
from functools import cache

from normalizers import cues
from normalizers.found import Found, settle
from normalizers.matcher import Tokens
from schemas.vocabulary import Entry, entries, load
from schemas.wordings import alternatives

TOWN = re.compile(
    r"(?<![\w-])(?P<town>(?:(?:[A-Z][\w'’.]{0,30}|of|de|del|la)[ -]){0,6}[A-Z][\w'’.]{0,30})(?P<comma>,? | \()"
    r"(?P<letters>[A-Z]{2,3}(?:-[A-Z]{2}){0,3})(?![\w-]|\.\w)"
)
_IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]utside) \Z")
"""`a clinic in Tyler TX`"""
NAME_BEHIND = re.compile(r" [A-Z][a-z]")
"""`Two Sigma, DE Shaw`: letters that begin a name are no state."""
CAPITALS = re.compile(r"[ (/]([A-Z]{2,3})")
LETTERS = re.compile(r"(?:(?<=\bin )|(?<=[(/]))[A-Z]{2}(?=[).,;:/]|\s|$)")
"""`counters below $210K in TX`, `$185K (TX)`: the letters of a state alone, where only a place can stand."""
REMOTE = r"(?:[Ff]ully[ -]|100% |[Aa]ll-)?[Rr]emote"
REMOTE_BEFORE = re.compile(rf"{REMOTE}(?: ?[-–,] ?| \(| in the | in | from | within the | )$")
REMOTE_AFTER = re.compile(rf"(?: \({REMOTE}\)|(?: ?[-–,] ?| ){REMOTE})(?!\w)")
_SPOKEN_BEFORE = re.compile(rf"(?:\b(?:{alternatives('language_behind')}|[A-Z][a-z]+(?:,|\sor|\sand|/))\s?)$")
_SPOKEN_BEHIND = re.compile(r"\s?(?:[,.;:)/]|$|(?:and|or)\s[A-Z])")
_OF_A_LANGUAGE = re.compile(rf"[- ](?:{alternatives('language_before')})\b")
KEEP = ("country", "subdivision", "metro", "currency", "type")


def find(words: Tokens, found: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Places with what is known of them in `data`."""
    listed = [one for one in found if not one.data.get("common") or _is_place(words, one, found)]
    listed = [
        one for one in listed if not _begins_a_name(words, one, settled) and not _is_a_language(words, one)
    ]
    towns: list[Found] = []
    # Both patterns end with the letters of a state, which few texts have, and are long to try.
    if any(letters in state_letters() for letters in CAPITALS.findall(words.text)):
        towns = [town for match in TOWN.finditer(words.text) for town in _town(match, listed)]
        towns += [
            _state(match)
            for match in LETTERS.finditer(words.text)
            if match[0].casefold() in cues.words("state-letters")
        ]
    kept = settle([*towns, *(_kept(one) for one in listed)])
    return settle([_inside(words.text, one, kept, index) for index, one in enumerate(kept)])


def _kept(one: Found) -> Found:
    return Found(
        "place",
        one.value,
        one.start,
        one.end,
        {k: one.data[k] for k in KEEP if k in one.data},
        one.first,
        one.last,
    )


def _is_place(words: Tokens, one: Found, found: list[Found]) -> bool:
    """Whether a name that is also a word is meant as a place."""
    text = words.text
    if text.strip(" \t\n*_:()[]|") == text[one.start : one.end]:
        return True
    before, somewhere = words.keys[one.first - 1] if one.first else "", cues.words("place-before")
    if before in somewhere or (before == "the" and one.first > 1 and words.keys[one.first - 2] in somewhere):
        return True
    if before == "the" and one.data.get("with_article"):
        return True
    beside = {other.last for other in found if other is not one} | {
        other.first for other in found if other is not one
    }
    return (before in ",/&" and one.first - 2 in beside and before != "") or (
        one.last + 2 in beside and words.keys[one.last + 1] in (",", "/", "&", "and")
    )


def _is_a_language(words: Tokens, one: Found) -> bool:
    """`interpreting in French, Arabic or Dari`, a row `Japanese`, `British curriculum`: what is spoken or taught, and no place."""
    text = words.text
    if text[one.start : one.end].casefold() not in cues.words("languages"):
        return False
    if text.strip(" \t\n*_:()[]|") == text[one.start : one.end] or _OF_A_LANGUAGE.match(text, one.end):
        return True
    before = _SPOKEN_BEFORE.search(text, max(0, one.start - 25), one.start)
    return before is not None and _SPOKEN_BEHIND.match(text, one.end) is not None


def _begins_a_name(words: Tokens, one: Found, settled: dict[str, list[Found]]) -> bool:
    """`at Boston Beer`: behind `at`, and with more of a name behind it, a town names an employer.

    `Brandon Harbor` is another town than Brandon wherever it stands.
    """
    behind = one.last + 1
    if one.data.get("type") == "city" and behind < len(words.keys) and words.joined(one.last):
        longer = words.keys[behind] in cues.words("town-goes-on") and words.word(behind).istitle()
        if longer and words.ends[one.last] + 1 == words.starts[behind]:
            return True
    if (
        one.first == 0
        or words.keys[one.first - 1] != "at"
        or behind >= len(words.keys)
        or not words.joined(one.last)
    ):
        return False
    titles = {role.first for kind in ("role_words", "level_words") for role in settled[kind]}
    # `at Bay Area AI companies`: capitals alone are no name.
    return words.word(behind).istitle() and behind not in titles


def _town(match: re.Match[str], listed: list[Found]) -> list[Found]:
    """A town with letters of a state or province behind it, or nothing."""
    states = [state_letters().get(letters) for letters in match.group("letters").split("-")]
    if not all(states) or states[0] is None:
        return []
    start, end = match.span("town")
    name = match.group("town")
    before = [one for one in listed if one.end == end and one.start >= start]
    known = min(before, key=lambda one: one.start) if before else None
    if known is not None and "-" not in name:
        start = known.start
    elif (
        match.group("comma") == " " and not _IN.search(match.string, max(0, match.start() - 9), match.start())
    ) or NAME_BEHIND.match(match.string, match.end()):
        return []
    else:
        start = end - len(_without_lead(name))
    written = match.string[start:end]
    if not any(letter.islower() for letter in written):
        return []
    closed = "(" in match.group("comma") and match.string[match.end() : match.end() + 1] == ")"
    return [_resolved(match.string, start, match.end() + closed, written, states[0])]


def _state(match: re.Match[str]) -> Found:
    state = state_letters()[match[0]]
    data = {key: state[key] for key in KEEP if key in state}
    return Found("place", str(state["name"]), *match.span(), data)


def _without_lead(name: str) -> str:
    words = name.split(" ")
    while len(words) > 1 and words[0].casefold() in cues.words("place-never"):
        words = words[1:]
    words = words if "-" in name else words[-3:]
    while len(words) > 1 and words[0].islower():
        words = words[1:]  # `of`, in `City of Port Alder, WA`
    return " ".join(words)


def _resolved(text: str, start: int, end: int, town: str, state: dict[str, object]) -> Found:
    """The town in its state: the listed entry where there is one, else a place of its own with no metro."""
    first = re.split(r"[-–/]", town)[0].strip()
    known = entries("place")
    letters = str(state["letters"])
    for name in (f"{first}, {letters}", first, f"{town}, {letters}", town):
        entry = known.get(name) or aliases().get(name.casefold())
        if entry is not None and entry.data.get("subdivision") == state["subdivision"]:
            value = entry.value if first == town else f"{town}, {letters}"
            return Found("place", value, start, end, {k: entry.data[k] for k in KEEP if k in entry.data})
    data = {key: state[key] for key in ("country", "subdivision", "currency")} | {"type": "city"}
    return Found("place", f"{town}, {letters}", start, end, data)


def _inside(text: str, one: Found, kept: list[Found], index: int) -> Found:
    """The place with the state or country it stands before, and with `remote` around it."""
    end, data = one.end, dict(one.data)
    following = kept[index + 1] if index + 1 < len(kept) else None
    between = text[one.end : following.start] if following is not None else ""
    closed = between != " (" or (following is not None and text[following.end : following.end + 1] == ")")
    if following is not None and between in (", ", " ", " (") and closed and _holds(following, one):
        end = following.end + (between == " (")
        data |= {"currency": following.data["currency"]} if "currency" in following.data else {}
    start = one.start
    before = REMOTE_BEFORE.search(text, max(0, start - 24), start)
    after = REMOTE_AFTER.match(text, end)
    if before is not None and (before.start() == 0 or not text[before.start() - 1].isalnum()):
        opened, closed = "(" in before.group(), text[end : end + 1] == ")"
        # `Remote (US/Canada)`: the bracket holds more than this place.
        start, data = start if opened and not closed else before.start(), data | {"work_mode": "remote"}
        end += opened and closed
    elif after is not None:
        end, data = after.end(), data | {"work_mode": "remote"}
    return Found("place", one.value, start, end, data, one.first, one.last)


def _holds(outer: Found, inner: Found) -> bool:
    """Whether the outer place is the state or country that the inner one lies in."""
    if outer.data.get("type") == "state":
        return (
            inner.data.get("subdivision") == outer.data.get("subdivision")
            and inner.data.get("type") != "state"
        )
    if (
        outer.data.get("type") == "area"
        and "subdivision" not in inner.data
        and inner.data.get("type") == "city"
    ):
        return inner.data.get("country") == outer.data.get("country")  # `Aberdeen, Scotland`
    return (
        outer.data.get("type") == "country"
        and inner.data.get("country") == outer.data.get("country")
        and inner.data.get("type") in ("city", "area", "state")
    )


@cache
def state_letters() -> dict[str, dict[str, object]]:
    """What the letters of a state or province stand for."""
    found = {
        str(entry.data["letters"]): {**entry.data, "name": entry.value}
        for entry in entries("place").values()
        if "letters" in entry.data
    }
    found["DC"] = {
        "name": "Washington, DC",
        "letters": "DC",
        "country": "US",
        "subdivision": "US-DC",
        "currency": "USD",
    }
    found["NY"] = found["NY"] | {"letters": "NY"}
    return found


@cache
def aliases() -> dict[str, Entry]:
    """Entries by every spelling, in small letters."""
    return {spelling.text.casefold(): spelling.entry for spelling in load()["place"].spellings}
