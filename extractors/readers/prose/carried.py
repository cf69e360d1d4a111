"""What the sentences of a block say that later ones go on speaking of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from extractors.readers.prose.binding import Sentence, attached
from extractors.readers.prose.components.going_on import Spoken, spoken_of
from extractors.readers.scope.labels import KEY_OF, joined
from normalizers.headers import SUBJECTS
from schemas import Cell, Inferred, Mention, Read
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import pattern

LASTING = frozenset({"role", "company", "employer_group", "skill", "education"})
"""Subjects that later sentences go on with only where a sentence began with them."""
PAYERS = frozenset({"company", "employer_group"})
_BEGINNING = 80
_AT_ONCE = 12
"""Characters in front of a place or job with which a sentence begins."""
SENIORITY = {"level": "experience", "experience": "level"}


@fixed
class Carried:
    """What earlier sentences of a block said that later ones may go on speaking of.

    `own` are the labels of the block's lead (`Mid-level (3-5 years): ...`), `said` those of the sentences before.
    """

    own: Mapping[str, Label] = field(default_factory=dict)
    lead: Cell | None = None
    said: Mapping[str, Label] = field(default_factory=dict)
    introduced: frozenset[str] = frozenset()
    """Which of them the next sentences are about as well, and not only a figure of their own sentence."""
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
    gap: Cell | None = None
    """The words by which percents of the sentences before are gaps, for those that name other places or payers (`HSBC 43.2%`)."""
    statistic: Label | None = None
    """What the sentence before said its figures are, for one that only goes on (`Austin follows at $160K`)."""

    amounts: tuple[float, ...] = ()
    """Those of the sentences before, of which a later one may give the sum."""

    def after(self, sentence: Sentence, *, story: bool) -> Carried:
        """With the subjects of one more sentence; a new level takes the place of an old one."""
        said = dict(self.said)
        for kind in () if _maps_levels(sentence) else SUBJECTS:
            found = sentence.mentions.get(kind)
            if not found:
                continue
            if len(sentence.segments) > 1 and _of_one_figure(sentence, kind, found):
                said.pop(KEY_OF[kind], None)  # one for each figure, or for one: none of them is spoken of now
            elif kind not in LASTING or story or found[0].start < _BEGINNING or _is_counted(sentence, kind):
                said[KEY_OF[kind]] = joined(sentence.cell, found)
        if _asks_of_a_job(sentence):
            said = {key: label for key, label in said.items() if key not in PAYERS}
        if (level := first_job(sentence)) is not None and "level" not in sentence.mentions:
            said["level"] = level
        named = [m for m in sentence.mentions.get("attribution", ()) if not m.data.get("mark")]
        attribution: Label | None = joined(sentence.cell, named) if named else None
        office = pattern("official_component").search(sentence.cell.text)
        official = sentence.cell.cut(*office.span()) if office is not None else None
        if (
            not named
            and official is None
            and (goes_on_ranked(sentence.cell) or is_of_a_distribution(sentence))
        ):
            attribution, official = self.attribution, self.official
        return replace(
            self,
            said=said,
            introduced=_introduced(sentence, self.introduced, self.said),
            attribution=attribution,
            official=official,
            component=self._part(sentence),
            spoken=spoken_of(sentence, self.spoken),
            statistic=self._named(sentence),
            rises=_rises(sentence),
            gap=_gap(sentence, self.gap),
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


def _asks_of_a_job(sentence: Sentence) -> bool:
    """`What do prompt engineers earn now?`: a question about a job and no payer is not about the one just spoken of."""
    return (
        sentence.cell.text.rstrip().endswith("?")
        and bool(sentence.mentions.get("role"))
        and not any(sentence.mentions.get(kind) for kind in PAYERS)
    )


def _maps_levels(sentence: Sentence) -> bool:
    """`Acme Engineer = Bolt Engineer L3 = Cog Engineer (E4)`: what is called how elsewhere, and whose pay nobody speaks of."""
    return not sentence.figures and sentence.cell.text.count(" = ") > 1


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
    """The words of a rise in pay of a sentence that states none in money, or what pay was and became."""
    amounts = sum(figure.unit == "currency" for figure in sentence.figures)
    if amounts > 1 and (went := pattern("goes_from").search(sentence.cell.text)) is not None:
        return sentence.cell.cut(*went.span())  # `goes up to £12.21, from £11.44. That's 6.7%.`
    found = pattern("raise").search(sentence.cell.text)
    return sentence.cell.cut(*found.span()) if found is not None and not amounts else None


def _gap(sentence: Sentence, before: Cell | None) -> Cell | None:
    """The words for a gap in pay, of this sentence or of one in front that it goes on from."""
    found = pattern("gap_in_pay").search(sentence.cell.text)
    if found is not None:
        percent = any(figure.unit == "percent" for figure in sentence.figures)
        return sentence.cell.cut(*found.span()) if percent else None
    return before if goes_on_with_gaps(sentence) else None


def goes_on_with_gaps(sentence: Sentence) -> bool:
    """`Latvia came out at 19.0%, Germany at 17.6%`: percents of other places or payers, and no word of anything else."""
    who = any(sentence.mentions.get(kind) for kind in ("place", "company", "employer_group", "attribution"))
    who = who or pattern("gap_in_other_words").search(sentence.cell.text) is not None
    percents = bool(sentence.figures) and all(figure.unit == "percent" for figure in sentence.figures)
    return who and percents and all(m.data.get("verb") for m in sentence.mentions.get("component", ()))


def is_another_gap(sentence: Sentence, carried: Carried) -> bool:
    """Whether the sentences before spoke of gaps in pay, and this one only goes on."""
    return carried.gap is not None and goes_on_with_gaps(sentence)


def goes_on_ranked(sentence: Cell) -> bool:
    """Whether a sentence states another point of the distribution that the one before it spoke of (`The top tenth earn ...`)."""
    return pattern("goes_on_ranked").match(sentence.text) is not None


def is_of_a_distribution(sentence: Sentence) -> bool:
    """Whether a sentence gives points of a distribution and no source of its own (`Those in the bottom 10% make under $39,710`)."""
    if any(not m.data.get("mark") for m in sentence.mentions.get("attribution", ())):
        return False
    ranked = [m for m in sentence.mentions.get("statistic", ()) if "percentile" in m.data]
    return bool(ranked) and all(one.unit == "currency" for one in sentence.figures)


def _is_counted(sentence: Sentence, kind: str) -> bool:
    """`The bureau reports a median wage of $124,910 for tilers`: whom a statistic counts is who is spoken of, wherever they stand."""
    middles = [m for m in sentence.mentions.get("statistic", ()) if m.value in ("mean", "median")]
    return kind == "role" and bool(middles) and len(sentence.mentions["role"]) == len(sentence.figures) == 1


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
    return kind in SENIORITY and (
        several or any(attached(sentence, kind, index) for index in range(len(sentence.figures)))
    )


def _introduced(sentence: Sentence, before: frozenset[str], said: Mapping[str, Label]) -> frozenset[str]:
    """`In Leeds trainees get £20,000`, or a sentence without amounts (`Offer two is from Leeds.`), and what is named again."""
    states = any(figure.unit == "currency" for figure in sentence.figures)
    introduced = set(before)
    for kind in ("place", "role"):
        found, key = sentence.mentions.get(kind), KEY_OF[kind]
        if not found:
            continue
        again = key in before and any(m.cell.text == said[key].text for m in found if key in said)
        if not states or again or found[0].start <= _AT_ONCE:
            introduced.add(key)
        else:
            introduced.discard(key)
    return frozenset(introduced)


def tells_more(sentence: Cell) -> bool:
    """Whether a sentence goes on about the people or the place of the one before it."""
    going_on = pattern("goes_on").match(sentence.text) is not None or goes_on_ranked(sentence)
    return going_on or pattern("tells_of_somebody").search(sentence.text) is not None


def first_job(sentence: Sentence) -> Label | None:
    """A level that is put in words which name none (`her first ML engineer role`)."""
    found = pattern("first_job").search(sentence.cell.text)
    return Read("entry", sentence.cell.cut(*found.span())) if found else None
