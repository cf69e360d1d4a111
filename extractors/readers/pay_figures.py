"""Which component a figure in a table is, what a difference is measured from, and which columns are two ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.readers.captions import Captions
from extractors.readers.pay_columns.column import Column
from normalizers import headers, mentions
from normalizers.headers import Header
from normalizers.periods import REGULAR
from schemas import Cell, Figure, Inferred, Mention, Read
from schemas.row import Label, Value

_PARTS = ("benefits", "total", "allowance", "bonus", "equity")
_WHOLE = ("base", "total", "wage")
"""What people may call their salary."""
_AVERAGES = ("mean", "median")
_OF = re.compile(r"\b(?:of|on)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""In front of what a percent is a part of (`7.5% of annual base`)."""
TOUCHING = 2
"""Characters between a figure and a word that belongs to it: a space, perhaps a bracket."""


def component_of(
    figure: Figure, rest: Sequence[Cell], said: Sequence[Header], around: Captions, scope: Mapping[str, Label]
) -> Label | None:
    """The component of a figure; None where nothing says what it is.

    In this order: a difference, the words in its own cell, its column and row, the caption, the page; at last what
    people usually mean by words like `salary`.
    """
    compared = next((header for header in said if header.difference), None)
    if compared is not None:
        premiums = [cell for name, cell in compared.components if name == "premium"]
        return Read("premium", premiums[0] if premiums else compared.cell)
    stated = [pair for header in said for pair in header.components]
    if (own := _in_cell(figure, rest, sure=len(stated) == 1 and figure.unit != "percent")) is not None:
        return Read(own.value, own.cell)
    if len(stated) > 1 and figure.unit == "percent":
        stated = [pair for pair in stated if pair[0] == "bonus"] or stated
    if stated:
        # `Health & welfare` in a column of wages: what the row is says more than what its column counts.
        part = next((pair for pair in stated[1:] if pair[0] in _PARTS), None)
        return Read(*(part if part is not None and stated[0][0] == "wage" else stated[0]))
    if around.bracketed is not None and figure.unit == "percent":
        return around.bracketed
    caption = around.component()
    # `Average salary` below `Do dentists get bonuses?` is no bonus.
    salary = any(header.weak for header in said)
    if caption is not None and caption[2] and (caption[0] in _WHOLE or not salary):
        return _or_more(figure, Read(caption[0], caption[1]))
    of_all = scope.get("component")
    if isinstance(of_all, (Read, Cell)) and (of_all.text in _WHOLE or not salary):
        return _or_more(figure, of_all)
    if isinstance(of_all, Inferred) and figure.unit == "currency":
        return of_all  # `Unless I say otherwise, the amounts are total cost to company`
    if figure.unit == "percent":
        return _headed_premium(figure, around)
    return _usual(said, around)


def _headed_premium(figure: Figure, around: Captions) -> Label | None:
    """`−10%` below `Premiums and discounts (apply to base)`: by how much somebody is paid more or less."""
    named = (m for found in around.found for m in found if m.kind == "component" and m.value == "premium")
    first = next(named, None) if figure.sign else None
    return Read("premium", first.cell) if first is not None else None


def _or_more(figure: Figure, whole: Label) -> Label:
    """`+15%` below `Premiums and discounts (apply to base)`: no salary is a percent with a sign, and by so much it is another."""
    differs = figure.unit == "percent" and figure.sign and whole.text in _WHOLE
    return Read("premium", figure.cell) if differs else whole


def _in_cell(figure: Figure, rest: Sequence[Cell], *, sure: bool) -> Mention | None:
    """The component that the words beside a figure name; those that do not touch it count unless its headers are `sure`."""
    touching = _behind(figure, rest)
    if touching is not None or sure:
        return touching
    found = ((cell, m) for cell in rest for m in mentions.find(cell, ("component",)))
    others = (m for cell, m in found if not (figure.unit == "percent" and _OF.search(cell.text, 0, m.start)))
    # `0.15% options` is a part of the firm, whatever else options may be.
    stake = figure.unit == "percent"
    return next(
        (m for m in others if m.data.get("strength") != "weak" or (stake and m.value == "equity")), None
    )


def _usual(said: Sequence[Header], around: Captions) -> Label | None:
    """What an amount below words like `salary` is by convention."""
    weak = next((header.weak for header in said if header.weak), None)
    if around.official:
        return Inferred("wage", weak[1] if weak else None)
    caption = around.component()
    suggested = weak or (caption[:2] if caption else None)
    if suggested is not None:
        return Inferred(*suggested)
    speaks_of_pay = (
        header.names_pay or header.labels or not (header.not_pay or header.unknown) for header in said
    )
    return Inferred("base") if around.currency is not None or any(speaks_of_pay) else None


def _behind(figure: Figure, rest: Sequence[Cell]) -> Mention | None:
    """The component that the words right behind a figure name (`$55k base / $85k OTE`)."""
    for piece in rest:
        if 0 <= piece.start - figure.cell.end <= TOUCHING:
            found = mentions.find(piece, ("component",))
            strong = [m for m in found if m.start == 0 and m.data.get("strength") != "weak"]
            return strong[0] if strong else None
    return None


def time_of(figure: Figure, rest: Sequence[Cell]) -> dict[str, Value]:
    """The time that the words right behind a figure say it is paid for (`£21.60 per weekday, £43.20 per weekend day`)."""
    for piece in rest:
        if 0 <= piece.start - figure.cell.end <= TOUCHING and figure.unit == "currency":
            said = [m for m in mentions.find(piece, ("period",)) if m.start == 0 and m.value in REGULAR]
            return {"period": Read(said[0].value, said[0].cell)} if said else {}
    return {}


def average_of(figure: Figure, rest: Sequence[Cell]) -> dict[str, Value]:
    """The average that the words right behind a figure say it is (`$24.10 avg`)."""
    for piece in rest:
        if 0 <= piece.start - figure.cell.end <= TOUCHING and not figure.is_range:
            said = [m for m in mentions.find(piece, ("statistic",)) if m.start == 0 and m.value in _AVERAGES]
            return {"statistic": Read(said[0].value, said[0].cell)} if said else {}
    return {}


def difference_labels(figure: Figure, said: Sequence[Header]) -> dict[str, Value]:
    """What a premium is: above or below, compared with whom, applied to which component."""
    labels: dict[str, Value] = {}
    if figure.sign:
        labels["comparison"] = Read("below" if figure.sign < 0 else "above", figure.cell)
    else:
        labels["comparison"] = Inferred("above")
    for header in said:
        other = headers.compared_to(header.cell)
        if other is not None:
            labels["compared_to"] = other
        applied = [pair for pair in header.components if pair[0] in ("base", "equity", "bonus", "total")]
        if applied and figure.unit == "percent":
            labels["applies_to"] = Read(*applied[0])
    return labels


def gap_statistic(label: Value | None, header: Header | None) -> dict[str, Value]:
    """`Mean` in a row above whose column `Gap` stands, or `Median gap (%)`: the statistic of the difference itself."""
    if not isinstance(label, Read) or label.text not in ("mean", "median") or header is None:
        return {}
    name = header.cell.strip(" *_%()")
    if not name.text.lower().endswith(("gap", "difference")) or headers.compared_to(header.cell) is not None:
        return {}
    whole = name if name.start <= label.cell.start < name.end else Cell.joined([label.cell, name], " ")
    return {"statistic": Read(label.text, whole)}


def paired(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Columns that are the two ends of one range: `Min` and `Max`, with no amount of its own (`Average`) between them."""
    lows = [c for c in columns if c.holds_figures and c.header and c.header.end == "low"]
    highs = [c for c in columns if c.holds_figures and c.header and c.header.end == "high"]
    for low in lows:
        alike = [high for high in highs if _alike(low, high)]
        # Of `Min | Max | Min | Max` below names that nobody knows, the next upper end belongs to a lower one.
        high = min(alike, key=lambda c: (c.index < low.index, abs(c.index - low.index)), default=None)
        if high is not None and not _is_of_many(low) and not _has_a_middle(columns, low, high):
            yield low, high


def _is_of_many(low: Column) -> bool:
    """`Median low end`: the middle of what others state, and no end of one range."""
    said = low.header.labels.get("statistic") if low.header is not None else None
    return isinstance(said, Read) and said.text in ("mean", "median")


def _has_a_middle(columns: Sequence[Column], low: Column, high: Column) -> bool:
    """Whether an average stands between the ends: then a row states three amounts, and no range across one of them."""
    between = columns[min(low.index, high.index) + 1 : max(low.index, high.index)]
    said = [(c, c.header) for c in between if c.holds_figures and c.header]
    return any(
        column.bare_pay or header.names_pay or header.labels or not header.unknown
        for column, header in said
        if not header.percent
    )


def _alike(low: Column, high: Column) -> bool:
    def said(column: Column) -> tuple[object, ...]:
        header = column.header
        if header is None:
            return ()
        labels = {k: getattr(v, "text", v) for k, v in header.labels.items() if k not in ("currency",)}
        return [name for name, _ in header.components], labels, header.percent

    return said(low) == said(high)
