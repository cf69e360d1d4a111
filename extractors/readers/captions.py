"""What the words around a table say of all its figures: caption, the sentence that leads to it, a note below, the heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

from extractors.readers import in_brackets, intros
from extractors.readers.pay_columns.column import Stated
from extractors.readers.table_sources import NOTE, attributions
from normalizers import figures, headers, left_out, mentions
from normalizers.headers import SUBJECTS, is_other_letters
from normalizers.periods import REGULAR, is_how_often
from schemas import Cell, Figure, Mention, Read
from schemas.fixed import fixed
from schemas.row import Label, Value
from schemas.wordings import pattern

_OF = re.compile(r"\s(?:of|at|worth)\s(?:about\s|around\s|roughly\s|some\s)?")
_SUBJECTS = ("role", "level", "place", "experience")
"""Companies and groups in a sentence above a table are more often compared than described."""
_STATISTICS = ("median", "mean")
_ANY = ("a ", "an ", "each ", "every ")


@fixed
class Captions:
    """The mentions of each text, nearest first; `leading` are those of the caption and the sentence that leads in."""

    found: tuple[tuple[Mention, ...], ...]
    leading: tuple[tuple[Mention, ...], ...]
    attribution: Cell | None = None
    official: bool = False
    """Whether a statistics office is named as the source, which counts wages."""
    currency: Label | None = None
    """That of amounts without a sign of their own."""
    counting: tuple[tuple[Mention, ...], ...] = ()
    """The mentions of the sentences that say how the table counts; where they name places, it counts there."""
    ranks: tuple[dict[str, Value], ...] = ()
    """The statistics of the figures of each cell, where several are named beside each other."""
    scale: float = 1.0
    """What bare numbers are to be multiplied by (`₹ lakh p.a.`)."""
    bracketed: Label | None = None
    """The part of pay that stands in brackets behind each amount (`in brackets, typical target bonus`)."""
    vests: Read | None = None
    """Over how many years equity vests, where they say it and the table adds nothing up (`Grants vest over four years.`)."""

    def component(self) -> tuple[str, Cell, bool] | None:
        """The component that the nearest of them states (the last value: whether it is stated, or only suggested)."""
        for strong in (True, False):
            for mentioned in self.found:
                words = [
                    m
                    for m in mentioned
                    if m.kind == "component"
                    and _is_strong(m) is strong
                    and m.value != "other"
                    and not in_brackets.is_the(self.bracketed, m)
                ]
                totals = [m for m in words if m.value == "total"]
                if words and (len({m.value for m in words}) == 1 or totals):
                    chosen = (totals or words)[0]
                    return chosen.value, chosen.cell, strong
        return None

    def speaks_of_pay(self) -> bool:
        """Whether they name a part of pay, or a currency (`Engineering ladder (USD)`)."""
        return self.component() is not None or self.currency is not None

    def stated(self, scope: Mapping[str, Label]) -> Stated:
        """What they and the page say of all bare numbers of the table."""
        period = next((own["period"] for own in map(_measures, self.found) if "period" in own), None)
        currency = self.currency or scope.get("currency")
        about_pay = "component" in scope or (currency is not None and self.currency is None)
        about_pay = about_pay or self.speaks_of_pay() or period is not None
        of_page = float(scope["scale"].text) if "scale" in scope and self.scale == 1.0 else self.scale
        beside = self.component() is not None
        return Stated(about_pay, beside, currency, of_page, cast("Label | None", period))

    def labels(self, figure: Figure, component: Label) -> dict[str, Value]:
        """Subject, statistic, period and attribution that they say of all figures of the table."""
        labels: dict[str, Value] = {}
        for mentioned in self.found:
            own = _measures(mentioned)
            if component.text in ("equity", "signing_bonus", "premium"):
                own.pop("period", None)  # whose time is another than that of the pay beside it
            if figure.is_range:
                own.pop("statistic", None)
                own |= _band(mentioned)
            labels = {**own, **labels}
        for mentioned in self.leading:
            labels = {**_subjects(mentioned), **labels}
        for mentioned in self.counting:
            labels = {
                **{key: value for key, value in _subjects(mentioned).items() if key == "region"},
                **labels,
            }
        if self.vests is not None and component.text == "equity" and figure.unit == "currency":
            labels |= {"period": Read("grant", self.vests.cell), "vesting": self.vests}
        if self.attribution is not None:
            labels["attributed_to"] = self.attribution
        if self.currency is not None and figure.unit == "currency" and figure.currency_cell is None:
            labels["currency"] = self.currency
        return labels


def captions(
    caption: Cell | None, intro: Cell | None, heading: Cell | None, names: Sequence[Cell] = ()
) -> Captions:
    """What stands around a table; a paragraph that only happens to stand above it says nothing.

    `names` are those of its columns: a sentence above it that says two of them speaks of it.
    """
    leading = [cell for cell in (caption, *intros.leading(intro)) if cell]
    notes = [
        said for line in intros.lines_of(intro) if NOTE.match(line.text) for said in intros.of_a_note(line)
    ]
    measures = [cell for cell in intros.stating_measures(intro) if cell not in leading]
    # `Monthly rates, full-time. Steps are awarded yearly.`: what says it of the rates says it best.
    ahead = [cell for cell in measures if pattern("rates_are_for").match(cell.text)]
    others = (cell for cell in (*leading, *measures, *notes, heading) if cell and cell not in ahead)
    cells = list(dict.fromkeys((*ahead, *others)))
    found = {cell: tuple(_mentions(cell)) for cell in cells}
    scaled = next((of for of in map(headers.scale, cells) if of[0] != 1.0), (1.0, None))
    stated = (own for cell in cells if (own := intros.currency_of(cell, found[cell])) is not None)
    named = attributions([*(cell for cell in (heading, caption) if cell), *intros.lines_of(intro)], names)
    return Captions(
        found=tuple(found.values()),
        leading=(
            *(found[cell] for cell in leading),
            *(tuple(_mentions(cell)) for cell in intros.naming(intro, names)),
        ),
        attribution=Cell.joined([m.cell for m in named], "; ") if named else None,
        official=any(m.data.get("claim") == "official" and not m.data.get("scales") for m in named),
        currency=next(stated, scaled[1]),
        ranks=next((tuple(said) for cell in cells if (said := headers.ranks(cell, found[cell]))), ()),
        scale=scaled[0],
        counting=tuple(found[cell] for cell in measures),
        vests=intros.vests_over(intro, names),
        bracketed=next(filter(None, (in_brackets.part(cell, found[cell]) for cell in cells)), None),
    )


def _mentions(cell: Cell) -> list[Mention]:
    """What a text says of the table; a premium with a figure of its own (`a 3.6% uplift applies`) is that figure."""
    found = left_out.counted(cell, mentions.find(cell))
    found = [m for m in found if m.kind != "component" or not _is_included(cell, m, found[0])]
    if intros.currency_of(cell, found) is None:
        # Far from any figure `within a week` is a time, and not what is paid by the week.
        found = [m for m in found if m.kind != "period" or not m.cell.text.lower().startswith(_ANY)]
    found = [m for m in found if m.kind != "period" or not is_how_often(cell, m)]
    own = figures.find(cell)
    return [m for m in found if m.value != "premium" and not _is_of_a_figure(cell, m, own)] if own else found


def _is_of_a_figure(cell: Cell, said: Mention, own: Sequence[Figure]) -> bool:
    """`one disclosed package of $1.42 million`: what a figure of the sentence itself is, and none of the table's."""
    between = (
        cell.text[said.end : cell.offset(figure.cell.start)] for figure in own if said.kind == "component"
    )
    return any(_OF.fullmatch(gap) is not None for gap in between)


def _is_included(cell: Cell, part: Mention, first: Mention) -> bool:
    """`Monthly pay incl. pension`: a part that is counted in is not what the figures are."""
    return part is not first and pattern("counted_in").search(cell.text, first.end, part.start) is not None


def _is_strong(mention: Mention) -> bool:
    return mention.data.get("strength") != "weak"


def _measures(found: Sequence[Mention]) -> dict[str, Value]:
    labels: dict[str, Value] = {}
    statistics = [m for m in found if m.kind == "statistic" and m.value in _STATISTICS and _is_strong(m)]
    ranks = {m.value for m in found if m.kind == "statistic" and m.data.get("percentile") is not None}
    # `The 25th, 50th and 75th percentile` are not all medians.
    statistics = statistics if len(ranks) <= 1 else []
    periods = [m for m in found if m.kind == "period" and m.value in REGULAR and not is_other_letters(m)]
    for key, own in (("statistic", statistics), ("period", periods)):
        if own and len({m.value for m in own}) == 1 and _is_strong(own[0]):
            labels[key] = Read(own[0].value, own[0].cell)
    return labels


def _band(found: Sequence[Mention]) -> dict[str, Value]:
    """`25th to 75th percentile`: what all ranges of the table are."""
    bands = [m for m in found if m.kind == "statistic" and m.value == "percentile_band"]
    if len(bands) != 1 or "percentile_to" not in bands[0].data:
        return {}
    said = bands[0]
    ends = f"{said.data['percentile']}-{said.data['percentile_to']}"
    return {"statistic": Read("percentile_band", said.cell), "percentile": Read(ends, said.cell)}


def _subjects(found: Sequence[Mention]) -> dict[str, Value]:
    """Who or what a sentence speaks of, where it names exactly one."""
    sources = [m for m in found if m.kind == "attribution"]
    labels: dict[str, Value] = {}
    for kind in _SUBJECTS:
        key = SUBJECTS[kind]
        own = [
            m
            for m in found
            if m.kind == kind and m.data.get("confidence") != "low" and not m.data.get("generic")
        ]
        own = [m for m in own if not any(s.start <= m.start and m.end <= s.end for s in sources)]
        if own and len({m.cell.text.lower() for m in own}) == 1:
            labels[key] = own[0].cell
        elif kind == "place" and len(own) > 1 and _in_one_bracket(own):
            labels[key] = [m.cell for m in own]
    return labels


def _in_one_bracket(found: Sequence[Mention]) -> bool:
    """`factor 1.00 (Lyon, Lille, Nantes)`: the figures hold for each of them."""
    gaps = pairwise(found)
    return all(right.start - left.end <= 6 for left, right in gaps)
