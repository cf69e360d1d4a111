"""Which component of pay a figure of a sentence is."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.brought import before_it, brought_to
from extractors.readers.prose.components.changed import is_the_same_before
from extractors.readers.prose.components.differences import (
    alike,
    difference,
    is_the_rest,
    than_another,
    unsocial,
)
from extractors.readers.prose.components.going_on import share_of_which
from extractors.readers.prose.components.neighbours import (
    guaranteed,
    in_money,
    in_percent,
    is_of_the_percent,
    is_plain_pay,
    is_said_again,
    is_whole_of_it,
    named_elsewhere,
)
from extractors.readers.prose.components.rises import grown, instead, rise, settled
from extractors.readers.prose.components.stakes import of_the_firm, stake, target
from extractors.readers.prose.components.takings import of_profit, of_turnover
from extractors.readers.prose.components.wholes import whole, whole_before
from extractors.readers.prose.components.words import (
    PARTS_ONLY,
    SHARES,
    TOUCHING,
    Component,
    basis,
    official,
    own_component,
    value_of,
    weak_component,
)
from normalizers.observations.measure import HOURLY
from normalizers.periods import REGULAR, SHORT
from schemas import Cell, Figure, Inferred, Mention, Read
from schemas.row import Label
from schemas.wordings import pattern


def decide(sentence: Sentence, index: int, inherited: Label | None) -> Component:
    """The component of a figure. `inherited` is what the lines above it say; a convention decides last."""
    figure = sentence.figures[index]
    if (before := _as_in_front(sentence, index, inherited)) is not None:
        return before
    if figure.unit == "percent" and (part := _share(sentence, index)) is not None:
        return part
    if (growth := grown(sentence, index)) is not None:
        less = pattern("lessens").match(growth.text) is not None
        return Component(Inferred("other", growth), None, Inferred("below" if less else "above", growth))
    of_a_part = isinstance(inherited, Read) and inherited.text in SHARES  # `Options: ..., so $31,500 a year`
    if not of_a_part and (total := whole(sentence, index)) is not None:
        return Component(Inferred("total", total), weak_component(sentence, index))
    strong, differs = own_component(sentence, index), difference(sentence, index)
    part_of = basis(sentence, index)
    value = value_of(sentence, strong) if strong else None
    applies = Read(value_of(sentence, part_of) or part_of.value, part_of.cell) if part_of else None
    if strong is not None and value == "premium":
        comparison = differs or Inferred("above", strong.cell)
        return Component(
            Read("premium", strong.cell), strong, comparison, applies, _described(sentence, index, strong)
        )
    if differs is not None and not _is_part(sentence, index, strong):
        return _difference(sentence, index, differs, strong, applies)
    agency = official(sentence, index)
    if agency is not None and value in (None, "base", "other") and figure.unit == "currency":
        return Component(Read("wage", agency), strong)
    if strong is not None and value == "base" and _is_a_rate(figure, strong.cell):
        return Component(Read("wage", strong.cell), strong)
    if strong is not None and value in PARTS_ONLY and figure.unit == "percent":
        return _change(sentence, index, strong, applies or Read(str(value), strong.cell))
    if strong is not None and value is not None:
        share = Inferred("of", part_of.cell) if part_of and figure.unit == "percent" else None
        return Component(
            Read(value, strong.cell), strong, share, applies if figure.unit == "percent" else None
        )
    if figure.unit == "percent":
        return _percent(sentence, index, inherited, applies)
    return _amount(sentence, index, _once(sentence, index, inherited))


def _as_in_front(sentence: Sentence, index: int, inherited: Label | None) -> Component | None:
    """The component of a figure that only says again what an amount in front of it is, or what that became."""
    said = (decided(sentence, index, inherited) for decided in (_brackets, _brought, _changed))
    return next((one for one in said if one is not None), None)


def _brackets(sentence: Sentence, index: int, inherited: Label | None) -> Component | None:
    """The component of the figure that an amount in brackets says in other words: in money, or for all years."""
    if is_of_the_percent(sentence, index):
        before = decide(sentence, index - 1, inherited)
        return replace(before, comparison=None, applies_to=None) if before.label.text in SHARES else None
    if is_whole_of_it(sentence, index):
        before = decide(sentence, index - 1, inherited)
        return before if before.label.text in SHARES else None
    return None


def _brought(sentence: Sentence, index: int, inherited: Label | None) -> Component | None:
    """`The night allowance takes that to £21.31`: the same pay as in front, or with what is added to it the whole."""
    words = brought_to(sentence, index)
    if words is None or not any(
        m.value in SHARES and m.end <= words.start for m in sentence.mentions.get("component", ())
    ):
        return None
    if pattern("names_the_whole").search(words.text) is not None:
        return Component(Read("total", words))
    if (earlier := before_it(sentence, index)) is not None:
        return replace(decide(sentence, earlier, inherited), named_by=None, comparison=None, applies_to=None)
    return Component(Read("wage" if sentence.figures[index].period in SHORT else "total", words))


def _changed(sentence: Sentence, index: int, inherited: Label | None) -> Component | None:
    """What one part of pay became or was (`the grant moved from $1.5M to $2.1M`) is that part."""
    if not is_the_same_before(sentence, index) or own_component(sentence, index) is not None:
        return None
    before = decide(sentence, index - 1, inherited)
    return before if before.label.text in (*SHARES, "signing_bonus") else None


def _is_a_rate(figure: Figure, named: Cell) -> bool:
    """`$43.10 base`: by the hour that is the wage before anything is added to it; a base salary stays one."""
    amount = figure.high or figure.low or 0
    hourly = figure.period == "hour" or (
        figure.period is None and figure.currency in HOURLY and amount < MOST_AN_HOUR
    )
    return (
        figure.unit == "currency"
        and hourly
        and named.text.strip(" *_:").lower() in ("base", "basic", "base rate")
    )


def _described(sentence: Sentence, index: int, strong: Mention) -> Cell | None:
    if not sentence.behind(index, strong):
        return None
    start = sentence.segments[index].figure_end
    words = sentence.cell.cut(start, strong.start).strip(' )*_`"”’-\n\t')
    return words if words and words.text.lower() not in ("pay", "salary", "total", "typical") else None


def _is_part(sentence: Sentence, index: int, strong: Mention | None) -> bool:
    """`RSU grants add 30-80 percent to base salary`, `an additional $10K bonus`: the part itself is what is stated."""
    if strong is None or value_of(sentence, strong) in PARTS_ONLY:
        return False
    if sentence.figures[index].unit == "percent" and than_another(sentence, index):
        return False
    if not sentence.behind(index, strong):
        return not _adds_in_brackets(sentence, index)
    return TOUCHING.fullmatch(sentence.between(index, strong)) is not None


def _adds_in_brackets(sentence: Sentence, index: int) -> bool:
    """`RSU grants (+$15K-$25K/year)`: by how much the part in front of the bracket is more."""
    text, at = sentence.cell.text, sentence.segments[index].figure_start
    return sentence.figures[index].unit == "currency" and text[:at].endswith("(") and text.startswith("+", at)


def _difference(
    sentence: Sentence, index: int, differs: Label, strong: Mention | None, applies: Label | None
) -> Component:
    value = value_of(sentence, strong) if strong else None
    if applies is None and strong is not None and value in ("base", "total", "bonus", "equity"):
        applies = Read(value, strong.cell)
    raised = rise(sentence, index) or rise(sentence, index, "raise_money") or settled(sentence, index)
    if raised is not None:
        return Component(Inferred("other", raised), None, differs, applies)
    cell = differs.cell if isinstance(differs, Read | Inferred) else None
    return Component(Inferred("premium", cell), strong, differs, applies, None)


MOST_AN_HOUR = 150
WHOLE = 100
_PLUS = re.compile(r"(?P<plus>\bplus|\+|\bwith an extra)\s?(?:an? |another )?$", re.IGNORECASE)
_STEP_GAP = re.compile(r"\s?[–—:=|(-]\s?\(?")


def _percent(sentence: Sentence, index: int, inherited: Label | None, applies: Label | None) -> Component:
    if (aimed := target(sentence, index)) is not None:
        return Component(Inferred("bonus", aimed), None, None, applies)
    raised, owned = rise(sentence, index), stake(sentence, index)
    if raised is not None and inherited is not None and inherited.text == "premium":
        return Component(inherited, None, Inferred("above", raised), applies)  # `skills that raise pay`
    if raised is not None and (owned is None or "grant" not in owned.text):
        return Component(Inferred("other", raised), None, None, applies)
    if (differs := alike(sentence, index)) is not None:
        return Component(Inferred("premium"), None, differs, applies)
    if (hours := unsocial(sentence, index)) is not None:
        return Component(Inferred("premium", hours), None, Inferred("above", hours), applies)
    if (scale := _over_scale(sentence, index)) is not None:
        return Component(Inferred("premium", scale), None, Inferred("above", scale), applies)
    earlier = named_elsewhere(sentence, index, unit="percent")
    if earlier is not None and earlier.label.text in SHARES:
        return Component(earlier.label, earlier.named_by, None, applies)
    if inherited is not None and inherited.text in SHARES:
        return Component(inherited, None, None, applies)
    if owned is not None:
        return Component(Inferred("equity", owned), None, None, applies)
    weak = weak_component(sentence, index)
    if applies is not None and (part := share_of_which(sentence, index)) is not None:
        return Component(Inferred(part.value, part.cell), part, Inferred("of"), applies)
    if weak is None and (amount := _its_amount(sentence, index)) is not None:
        return Component(Inferred(amount), None, None, applies)
    return Component(Inferred("other", weak.cell if weak else None), weak, None, applies)


def _change(sentence: Sentence, index: int, strong: Mention, applies: Label) -> Component:
    """No percent is a salary: beside the word for one it says by how much that rises (`basic pay rose 4%`, `base plus 17%`)."""
    segment = sentence.segments[index]
    plus = _PLUS.search(sentence.cell.text, min(strong.end, segment.figure_start), segment.figure_start)
    if plus is not None:
        words = sentence.cell.cut(*plus.span("plus"))
        return Component(Inferred("premium", words), None, Read("above", words), applies)
    return Component(Inferred("other", strong.cell), None, None, applies)


def _share(sentence: Sentence, index: int) -> Component | None:
    """What a percent is that is one of profit, of somebody's own takings, or of pay, and says so itself."""
    if (profit := of_profit(sentence, index)) is not None:
        return Component(Inferred("profit_share", profit))
    if (turnover := of_turnover(sentence, index)) is not None:
        return Component(Inferred("commission", turnover))
    if (owned := of_the_firm(sentence, index)) is not None:
        return Component(Inferred("equity", owned))
    return in_percent(sentence, index)


def _at_joining(sentence: Sentence, index: int) -> Cell | None:
    """`captains can get up to $150,000 on joining`: what is paid for coming, where no salary is spoken of."""
    segment, text = sentence.segments[index], sentence.cell.text
    found = pattern("at_joining").match(text, segment.figure_end + 1)
    if found is None or pattern("going_up_from_there").search(text, found.end()) is not None:
        return None
    said = (m for m in sentence.own("component", index) if not m.data.get("verb"))
    others = (m for m in said if not found.start() <= m.start < found.end())
    return None if any(others) else sentence.cell.cut(*found.span())


def _over_scale(sentence: Sentence, index: int) -> Cell | None:
    """`scale plus 15%`: what comes on top of the rate that somebody has to be paid."""
    segment = sentence.segments[index]
    for found in pattern("over_scale").finditer(sentence.cell.text, segment.start, segment.figure_start):
        if not sentence.cell.text[found.end() : segment.figure_start].strip():
            return sentence.cell.cut(*found.span())
    return None


def _its_amount(sentence: Sentence, index: int) -> str | None:
    """`55% – $21.40`: a step of a scale as its share of the full rate, and as what that comes to."""
    share = sentence.figures[index].high or 0
    if index + 1 >= len(sentence.figures) or sentence.figures[index + 1].unit != "currency" or share >= WHOLE:
        return None
    gap = sentence.gap(index + 1)
    amount = sentence.figures[index + 1].high or 0
    return ("wage" if amount < MOST_AN_HOUR else "base") if _STEP_GAP.fullmatch(gap) else None


def _once(sentence: Sentence, index: int, inherited: Label | None) -> Label | None:
    """What was spoken of, save a signing bonus where an amount is paid again and again (`placed at Step E ($8,770 a month)`)."""
    again = sentence.figures[index].period in REGULAR and not is_said_again(sentence, index)
    return None if inherited is not None and inherited.text == "signing_bonus" and again else inherited


def _amount(sentence: Sentence, index: int, inherited: Label | None) -> Component:
    weak = weak_component(sentence, index)
    if is_the_rest(sentence, index):
        return Component(Inferred("other"), weak)
    raised = rise(sentence, index, "raise_money") or instead(sentence, index)
    if raised is not None:
        return Component(Inferred("other", raised), weak)
    if (joining := _at_joining(sentence, index)) is not None:
        return Component(Inferred("signing_bonus", joining))
    vested = sentence.figures[index].vesting_years is not None
    if vested and weak is None and (inherited is None or inherited.text in ("base", "total")):
        # `$228K base and $320K/4yr`; `That's $580K over four years` sums up what was said before.
        summed = not index and pattern("is_the_sum").match(sentence.cell.text) is not None
        return Component(Inferred("total" if summed else "equity", sentence.figures[index].period_cell))
    earlier = guaranteed(sentence, index) or in_money(sentence, index) or named_elsewhere(sentence, index)
    if earlier is not None:
        return earlier
    if (differs := alike(sentence, index)) is not None:
        return Component(Inferred("premium"), None, differs)
    figure = sentence.figures[index]
    if isinstance(inherited, Read) and inherited.text == "base" and _is_a_rate(figure, inherited.cell):
        return Component(Read("wage", inherited.cell), weak)  # `Base: $29.95/hr`
    if weak is not None and isinstance(inherited, Inferred) and _is_a_part_of_it(inherited, weak):
        return Component(Inferred(str(weak.value), weak.cell), weak)
    part = inherited is not None and inherited.text in (*SHARES, "signing_bonus")
    if inherited is not None and not (part and is_plain_pay(sentence, index)):
        return Component(inherited, weak)
    packed = weak is not None and weak.cell.text.lower().rstrip("s").endswith("package")
    if figure.period in ("hour", "day", "week") and not packed:
        return Component(Inferred("wage", figure.period_cell), weak)
    if (said := weak or whole_before(sentence, index)) is not None:
        return Component(Inferred(str(said.value), said.cell), weak)
    return Component(Inferred("base"), None)


def _is_a_part_of_it(inherited: Inferred, named: Mention) -> bool:
    """`a basic of SAR 14,000` on a page whose amounts are whole packages unless it says otherwise."""
    return inherited.text == "total" and named.cell.text.lower().startswith("basic")
