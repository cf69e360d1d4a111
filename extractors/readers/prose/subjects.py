"""Who and what a figure of a sentence is about: its role, level, place, payer and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace

from extractors.readers.prose.binding import Sentence, attached, leading, trailing
from extractors.readers.prose.components.going_on import Spoken, spoken_of
from extractors.readers.scope.labels import KEY_OF, joined
from extractors.readers.scope.roles import same_role
from normalizers import cues
from normalizers.headers import SUBJECTS
from schemas import Cell, Inferred, Mention, Read, times
from schemas.fixed import fixed
from schemas.row import Label, Value
from schemas.wordings import pattern

_LASTING = frozenset({"role", "company", "employer_group", "skill", "education"})
"""Subjects that later sentences go on with only where a sentence began with them."""
_BEGINNING = 80
_IN_YEAR = re.compile(
    r",?\s(?:(?:a|per) (?:month|week|year)\s|gross\s|brutto\s|monthly\s)?(?:in|during|for|im)\s(?:the\s|their\s|your\s|its\s)?"
    rf"(?P<year>(?:{times.alternatives(times.ordinals(5))}|1st|2nd|3rd|4th|1\.|2\.|3\.)(?:\s(?:year|term|Jahr|Lehrjahr|Ausbildungsjahr))?"
    rf"|year\s(?:{times.alternatives(times.numbers(1, 5))}|[1-5]))(?![\w-])",
    re.IGNORECASE,
)
_LISTED = frozenset({"place", "company", "role", "level", "experience", "employer_group"})


@fixed
class Carried:
    """What earlier sentences of a block said that later ones may go on speaking of.

    `own` are the labels of the block's lead (`Mid-level (3-5 years): ...`), `said` those of the sentences before.
    """

    own: Mapping[str, Label] = field(default_factory=dict)
    lead: Cell | None = None
    said: Mapping[str, Label] = field(default_factory=dict)
    attribution: Label | None = None
    official: Cell | None = None
    """The words that made the sentence before a statistics office's."""
    sample: Label | None = None
    component: Label | None = None
    """`total` where the sentence before it spoke of that first, for the steps of one script."""
    spoken: Spoken | None = None
    """The part of pay that the sentence before it spoke of."""
    rises: Cell | None = None
    """The words by which the sentence before spoke of rises in pay, for one that only goes on (`Support got 3%`)."""
    statistic: Label | None = None
    """What the sentence before said its figures are, for one that only goes on (`Austin follows at $160K`)."""

    amounts: tuple[float, ...] = ()
    """Those of the sentences before, of which a later one may give the sum."""

    def after(self, sentence: Sentence, *, story: bool) -> Carried:
        """With the subjects of one more sentence; a new level takes the place of an old one."""
        said = dict(self.said)
        for kind in SUBJECTS:
            found = sentence.mentions.get(kind)
            if not found:
                continue
            if len(sentence.segments) > 1 and _of_one_figure(sentence, kind, found):
                said.pop(KEY_OF[kind], None)  # one for each figure, or for one: none of them is spoken of now
            elif kind not in _LASTING or story or found[0].start < _BEGINNING:
                said[KEY_OF[kind]] = joined(sentence.cell, found)
        if (level := first_job(sentence)) is not None and "level" not in sentence.mentions:
            said["level"] = level
        named = [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
        attribution: Label | None = joined(sentence.cell, named) if named else None
        office = pattern("official_component").search(sentence.cell.text)
        official = sentence.cell.cut(*office.span()) if office is not None else None
        if not named and official is None and goes_on_ranked(sentence.cell):
            attribution, official = self.attribution, self.official
        return replace(
            self,
            said=said,
            attribution=attribution,
            official=official,
            component=self._part(sentence),
            spoken=spoken_of(sentence, self.spoken),
            statistic=self._named(sentence),
            rises=_rises(sentence),
            amounts=(
                *self.amounts,
                *(f.high or f.low or 0.0 for f in sentence.figures if f.unit == "currency"),
            ),
        )

    def _part(self, sentence: Sentence) -> Label | None:
        named = [m for m in sentence.mentions.get("component", ()) if m.data.get("strength") != "weak"]
        if not named:
            return self.component
        return Inferred("total", named[0].cell) if named[0].value == "total" else None

    def _named(self, sentence: Sentence) -> Label | None:
        if converts(sentence):
            return self.statistic
        if sentence.mentions.get("component") or names_a_statistic(sentence):
            named = [
                m
                for m in sentence.mentions.get("statistic", ())
                if m.value in ("mean", "median") or _is_legal_minimum(sentence, m)
            ]
            return Read(named[-1].value, named[-1].cell) if len({m.value for m in named}) == 1 else None
        return self.statistic if sentence.figures else None


def names_a_statistic(sentence: Sentence) -> bool:
    """Whether a sentence says what its figures are; `Alberta was highest at $33.10` only ranks them by place."""
    ranks = bool(sentence.mentions.get("place"))
    return any(
        not (ranks and m.data.get("strength") == "weak" and m.value in ("minimum", "maximum"))
        for m in sentence.mentions.get("statistic", ())
    )


def converts(sentence: Sentence) -> bool:
    """Whether a sentence only says again what the one before it said, for another time (`That works out to $21 an hour`)."""
    if not sentence.segments or any(
        m.value in ("mean", "median") for m in sentence.mentions.get("statistic", ())
    ):
        return False
    return pattern("converts").search(sentence.cell.text, 0, sentence.segments[0].figure_start) is not None


def _rises(sentence: Sentence) -> Cell | None:
    """The words of a rise in pay of a sentence that states none in money."""
    found = pattern("raise").search(sentence.cell.text)
    amounts = any(figure.unit == "currency" for figure in sentence.figures)
    return sentence.cell.cut(*found.span()) if found is not None and not amounts else None


def goes_on_ranked(sentence: Cell) -> bool:
    """Whether a sentence states another point of the distribution that the one before it spoke of (`The top tenth earn ...`)."""
    return pattern("goes_on_ranked").match(sentence.text) is not None


def _is_legal_minimum(sentence: Sentence, mention: Mention) -> bool:
    """`the minimum wage`, of which the next sentences name those of other places."""
    return mention.value == "minimum" and any(
        m.start == mention.start and m.value == "wage" for m in sentence.mentions.get("component", ())
    )


def _of_one_figure(sentence: Sentence, kind: str, found: list[Mention]) -> bool:
    """Whether a level, years or places of a sentence with several figures are those of one of them."""
    several = len({m.cell.text for m in found}) > 1
    if kind == "place":
        return several
    return kind in _SENIORITY and (
        several or any(attached(sentence, kind, index) for index in range(len(sentence.figures)))
    )


def subjects(
    sentence: Sentence, index: int, scope: Mapping[str, Label], carried: Carried
) -> dict[str, Value]:
    """Who and what the figure at `index` is about, by row key."""
    found: dict[str, Value] = {}
    for kind in SUBJECTS:
        if kind in _SENIORITY and _other_seniority(sentence, kind, index):
            continue
        value = _subject(sentence, kind, index, scope, carried)
        if value is not None:
            found[KEY_OF[kind]] = _own_title(sentence, index, value, scope) if kind == "role" else value
    level, above = found.get("level"), carried.own.get("level") or scope.get("level")
    if above is not None and isinstance(level, Cell) and level.text.lower() in cues.words("level-just-come"):
        found["level"] = above  # `New welders ...` below `Entry level`
    if "level" in found and found["level"] is carried.said.get("level") and _says_years(sentence, index):
        del found["level"]
    apart = "experience" in found and len(sentence.segments) > 1
    if "level" not in found and not apart and (level := first_job(sentence)) is not None:
        found["level"] = level
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


_SENIORITY = {"level": "experience", "experience": "level"}


def _other_seniority(sentence: Sentence, kind: str, index: int) -> bool:
    """`while nurses with 10+ years earn $X`: years of its own say that the level named before is not meant, and so for a level."""
    own = [m for m in sentence.own(kind, index) if not sentence.behind(index, m)] or attached(
        sentence, kind, index
    )
    other = sentence.own(_SENIORITY[kind], index)
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
        return carried.own.get(key) or carried.said.get(key) or scope.get(key)
    if kind == "company" and not sentence.own("company", index):
        groups = sentence.own("employer_group", index)
        if any(not sentence.behind(index, group) for group in groups):
            return None
    near = attached(sentence, kind, index)
    if not near and not (kind == "skill" and key in carried.own):
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
    known = carried.said.get(key) or scope.get(key)
    behind = trailing(sentence, kind, index)
    if behind and (known is None or kind not in _LASTING):
        return _several(sentence.cell, kind, behind)
    return known


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


def first_job(sentence: Sentence) -> Label | None:
    """A level that is put in words which name none (`her first ML engineer role`)."""
    found = pattern("first_job").search(sentence.cell.text)
    return Read("entry", sentence.cell.cut(*found.span())) if found else None


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
