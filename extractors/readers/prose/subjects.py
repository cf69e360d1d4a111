"""Who and what a figure of a sentence is about: its role, level, place, payer and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.readers.prose.binding import Sentence, attached, leading
from extractors.readers.prose.carried import LASTING, SENIORITY, Carried, first_job, tells_more
from extractors.readers.prose.trailing import trailing
from extractors.readers.scope.labels import KEY_OF
from extractors.readers.scope.roles import same_role
from normalizers import cues, mentions
from normalizers.headers import SUBJECTS
from schemas import Cell, Mention, times
from schemas.row import Label, Value
from schemas.wordings import pattern

_OF_PAGES = frozenset({"region", "role"})
"""Subjects that a page states, and that one figure leaves for the moment."""
_IN_YEAR = re.compile(
    r",?\s(?:(?:a|per) (?:month|week|year)\s|gross\s|brutto\s|monthly\s)?(?:in|during|for|im)\s(?:the\s|their\s|your\s|its\s)?"
    rf"(?P<year>(?:{times.alternatives(times.ordinals(5))}|1st|2nd|3rd|4th|1\.|2\.|3\.)(?:\s(?:year|term|Jahr|Lehrjahr|Ausbildungsjahr))?"
    rf"|year\s(?:{times.alternatives(times.numbers(1, 5))}|[1-5]))(?![\w-])",
    re.IGNORECASE,
)
_NOT_OF_AN_OFFICE = frozenset({"company", "employer_group", "level"})
"""What the sentences before spoke of, and a statistics office tells nothing of."""
_BEGINS = 16
"""Characters in front of the job with which a sentence begins (`Train and tram drivers`)."""
_ANYBODY = ("freelancer", "recruiter")
_LISTED = frozenset({"place", "company", "role", "level", "experience", "employer_group"})


def subjects(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried
) -> dict[str, Value]:
    """Who and what the figure at `index` is about, by row key."""
    found: dict[str, Value] = {}
    for kind in SUBJECTS:
        if kind in SENIORITY and _other_seniority(sentence, kind, index):
            continue
        value = _subject(sentence, kind, index, scope, carried)
        if value is not None:
            found[KEY_OF[kind]] = _own_title(sentence, index, value, scope) if kind == "role" else value
    level, above = found.get("level"), carried.own.get("level") or scope.get("level")
    if above is not None and isinstance(level, Cell) and level.text.lower() in cues.words("level-just-come"):
        found["level"] = above  # `New welders ...` below `Entry level`
    if "level" in found and found["level"] is carried.said.get("level") and _says_years(sentence, index):
        del found["level"]
    if (year := _year_behind(sentence, index, found)) is not None:
        found["level"] = year
    # A group in a heading (`The AI-Native Premium`) is no payer beside one, and neither is one named for another figure.
    groups = [m for m in sentence.own("employer_group", index) if not sentence.behind(index, m)]
    payer = attached(sentence, "company", index) or leading(sentence, "company", index)
    elsewhere = payer and not groups
    if "company" in found and (elsewhere or found.get("employer_group") is scope.get("employer_group")):
        found.pop("employer_group", None)
    return found


def _year_behind(sentence: Sentence, index: int, found: Mapping[str, Value]) -> Cell | None:
    """`Trainees get £29,000 in year one, £31,500 in the second`: how far those who learn are."""
    segment, text = sentence.segments[index], sentence.cell.text
    if sentence.figures[index].unit != "currency":
        return None
    behind = _IN_YEAR.match(text, segment.figure_end)
    if behind is None:
        return None
    who = " ".join(
        getattr(found[key], "text", "") for key in ("role", "level", "employer_group") if key in found
    )
    if pattern("learners").search(text) is None and pattern("learners").search(who) is None:
        return None
    return sentence.cell.cut(*behind.span("year"))


def _other_seniority(sentence: Sentence, kind: str, index: int) -> bool:
    """`while nurses with 10+ years earn $X`: years of its own say that the level named before is not meant, and so for a level."""
    own = [m for m in sentence.own(kind, index) if not sentence.behind(index, m)] or attached(
        sentence, kind, index
    )
    other = sentence.own(SENIORITY[kind], index)
    elsewhere = len(sentence.segments) > 1 and bool(sentence.mentions.get(kind))
    return not own and bool(other) and elsewhere


def _says_years(sentence: Sentence, index: int) -> bool:
    """`Those with a decade of experience make $X`: not the level of the sentence before, unless it is still spoken of."""
    text = sentence.cell.text
    if pattern("goes_on").match(text) and not text.startswith("Those "):
        return False
    return bool(sentence.own("experience", index) or attached(sentence, "experience", index))


def _subject(
    sentence: Sentence, kind: str, index: int, scope: Mapping[str, Label], carried: Carried
) -> Value | None:
    """Who or what a figure is about: what is tied to it, what leads to it, the block's lead, what trails, what was said."""
    key = KEY_OF[kind]
    if (one := _respectively(sentence, kind, index)) is not None:
        return one.cell
    if not _may_be_said(sentence, kind, carried):
        return carried.own.get(key) or _told_before(sentence, key, scope, carried)
    if kind == "company" and not sentence.own("company", index):
        groups = sentence.own("employer_group", index)
        if any(not sentence.behind(index, group) for group in groups):
            return None
    near = attached(sentence, kind, index)
    if not near and (kind != "skill" or key not in carried.own or _begins_with(sentence, kind)):
        near = leading(sentence, kind, index)
    if (
        kind == "company"
        and not near
        and (attached(sentence, "employer_group", index) or leading(sentence, "employer_group", index))
    ):
        return None
    if near:
        return _several(sentence.cell, kind, near)
    if key in carried.own:
        return carried.own[key]
    if kind == "level" and first_job(sentence) is not None:
        return first_job(sentence)
    known = _told_before(sentence, key, scope, carried)
    behind = trailing(sentence, kind, index)
    if kind == "place" and key in scope:
        # `The mean was $780, locums in Utah got $900`: on a page about one place, others are those of their own figures.
        behind = [m for m in behind if m in sentence.own(kind, index)]
    if behind and (known is None or kind not in LASTING):
        return _several(sentence.cell, kind, behind)
    return known


def _begins_with(sentence: Sentence, kind: str) -> bool:
    """`Orthodontics I saw twice, at $1 and $2`, in a paragraph that `Endodontics:` leads: the sentence turns to another field."""
    return any(not sentence.cell.text[: m.start].strip(' "“*_') for m in sentence.mentions.get(kind, ()))


def _told_before(sentence: Sentence, key: str, scope: Mapping[str, Label], carried: Carried) -> Label | None:
    """What the sentences before say, or else the page.

    On a page about one place, a town that only told where a figure holds is left again, and so is another job on a page about one:
    what comes next is about the page's own, unless it tells more of the same people.
    """
    said = carried.said.get(key)
    if key == "region" and said is not None and pattern("speaks_of_the_country").match(sentence.cell.text):
        return _country(said) or _country(scope.get(key))
    if key == "level" and said is not None and _turns_to_another_job(sentence, carried):
        said = None
    if key in _NOT_OF_AN_OFFICE and _cites_an_office(sentence):
        return scope.get(key)
    if key in _OF_PAGES and key in scope and key not in carried.introduced and not tells_more(sentence.cell):
        said = None
    return said or scope.get(key)


def _cites_an_office(sentence: Sentence) -> bool:
    """`The BLS median for mechanics is $78,680`: behind `United pays $61 an hour`, it is nobody's at United."""
    named = sentence.mentions.get("attribution", ())
    return any(m.data.get("claim") == "official" and not m.data.get("scales") for m in named)


def _turns_to_another_job(sentence: Sentence, carried: Carried) -> bool:
    """`Chief executives got £92,000. Train drivers were on £71,000`: the rank of those in front is not that of the others."""
    before, level = carried.said.get("role"), carried.said.get("level")
    first = next(iter(sentence.mentions.get("role", ())), None)
    if not isinstance(before, Cell) or not isinstance(level, Cell) or first is None:
        return False
    of_the_title = before.start <= level.start < before.end
    begins = first.start <= _BEGINS and bool(first.data.get("known")) and first.value not in _ANYBODY
    return of_the_title and begins and first.value not in {m.value for m in mentions.find(before, ("role",))}


def _country(place: Label | None) -> Label | None:
    """A place that is a country, which a sentence goes on about that speaks of all of it."""
    named = mentions.find(place, ("place",)) if isinstance(place, Cell) else []
    return place if any(m.data.get("type") == "country" for m in named) else None


def _respectively(sentence: Sentence, kind: str, index: int) -> Mention | None:
    """`Leeds and York pay £31,200 and £29,800 respectively`: the first of one list belongs to the first of the other."""
    if "respectively" not in sentence.cell.text or kind not in _LISTED:
        return None
    listed = [m for m in sentence.mentions.get(kind, ()) if m.end <= sentence.segments[0].figure_start]
    return listed[index] if len(listed) == len(sentence.figures) > 1 else None


def _may_be_said(sentence: Sentence, kind: str, carried: Carried) -> bool:
    """Whether a sentence itself may say the subject of a kind; a level is also put in words that name none."""
    by_group = kind == "company" and "employer_group" in sentence.mentions
    return kind in sentence.mentions or by_group or (kind == "level" and KEY_OF[kind] not in carried.own)


def _several(cell: Cell, kind: str, own: list[Mention]) -> Value:
    """Places and companies that share a figure are listed; other enumerations are one label."""
    if len(own) > 1 and kind in ("place", "company"):
        return [mention.cell for mention in own]
    return cell.cut(own[0].start, own[-1].end)


def _own_title(sentence: Sentence, index: int, value: Value, scope: Mapping[str, Label]) -> Value:
    """The title as written; where it only means the page's own role in other words, the page's title.

    A title inside a third party's figure stays as that party has it.
    """
    if not isinstance(value, Cell):
        return value
    named = sentence.mentions.get("attribution")
    said_in = _segment_of(sentence, value) if named else None
    if said_in is not None and any(not m.data.get("mark") for m in sentence.own("attribution", said_in)):
        return value
    return same_role(value, scope.get("role"))


def _segment_of(sentence: Sentence, cell: Cell) -> int | None:
    for other, segment in enumerate(sentence.segments):
        start, end = (sentence.cell.cut(segment.start, segment.end)).span
        if start <= cell.start < end:
            return other
    return None
