"""One row into observations: a record for each figure and each subject that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from normalizers import figures
from normalizers.observations import categories, measure, subjects
from schemas import Asserted, Cell, Document, Ends, Figure, Inferred, Read, Row
from schemas.figure import Unit
from schemas.row import FIGURE_KEYS, KEYS, Label, Value

Labels = dict[str, Label]
_HOW = {Asserted: "asserted", Inferred: "inferred"}


@dataclass(slots=True)
class Observation:
    """A record, the figure it was made of, the package it belongs to, and the labels that fill its columns."""

    record: dict[str, Any]
    figure: Figure
    package: str
    labels: dict[str, Label] = field(default_factory=dict)

    def provenance(self, document: Document) -> Iterator[dict[str, Any]]:
        """One line for every label, in the order of the columns."""
        name, path, text = self.record["observation_id"], document.path, document.text
        for column in sorted(self.labels):
            label = self.labels[column]
            how = _HOW.get(type(label), "read")
            cell = label if isinstance(label, Cell) else getattr(label, "cell", None)
            start, end = cell.span if cell is not None else (None, None)
            yield {
                "observation_id": name,
                "document": path,
                "column": column,
                "how": how,
                "text": text[start:end] if cell is not None and how == "read" else label.text,
                "char_start": start,
                "char_end": end,
            }


def observations_of(document: Document, row: Row) -> Iterator[Observation]:
    """The observations of a row: every figure under its figure keys, once for each combination of listed labels.

    Raises LabelError when the manifest or the extractor asserts a value that does not exist.
    """
    given = _with_defaults(document, row.values)
    fanned: list[tuple[Labels, list[str]]] = []
    for key in FIGURE_KEYS:
        if key not in row.values:
            continue
        for figure in _figures(row.values[key], given):
            if figure.low is None and figure.high is None:
                continue
            fanned = fanned or list(_settled(document, row, given))
            for labels, flags in fanned:
                yield _observation(document, row, key, figure, labels, list(flags))


def _with_defaults(document: Document, values: dict[str, Value]) -> dict[str, Value]:
    """The row with what the manifest asserts where the row is silent; a group of payers is no payer."""
    silent = {key: text for key, text in document.defaults.items() if key not in values and key in KEYS}
    if "employer_group" in values:
        silent.pop("company", None)
    return {**{key: Asserted(text) for key, text in silent.items()}, **values}


def _settled(document: Document, row: Row, given: dict[str, Value]) -> Iterator[tuple[Labels, list[str]]]:
    for labels in _fanned(given):
        flags = list(row.flags)
        yield categories.settled(document, labels, flags), flags


def _figures(value: Value, values: dict[str, Value]) -> list[Figure]:
    if isinstance(value, Figure):
        return [value]
    unit: Unit = "percent" if _text(values.get("unit")) == "percent" else "currency"
    if isinstance(value, Ends):
        return _from_ends(value, unit)
    if isinstance(value, Cell):
        return list(figures.read(value, unit=unit).figures)
    return []


def _from_ends(ends: Ends, unit: Unit) -> list[Figure]:
    """One figure out of two scalars."""
    read = [figures.read(cell, unit=unit).figures[:1] if cell else () for cell in (ends.low, ends.high)]
    low, high = (found[0] if found else None for found in read)
    if low is None or high is None:
        one = low or high
        if one is None:
            return []
        return [
            replace(one, bound="minimum", high=None, open_ended=True)
            if low
            else replace(one, bound="maximum", low=None, open_ended=True)
        ]
    first, last = sorted((low, high), key=lambda figure: figure.cell.start)
    cell = Cell.joined([first.cell, last.cell], " … ")
    return [
        replace(
            low,
            cell=cell,
            parts=(first.cell, last.cell),
            low=low.low,
            high=high.high if high.high is not None else high.low,
            currency=low.currency or high.currency,
            currency_cell=low.currency_cell or high.currency_cell,
            period=low.period or high.period,
            period_cell=low.period_cell or high.period_cell,
            vesting_years=low.vesting_years or high.vesting_years,
            open_ended=high.open_ended,
            approximate=low.approximate or high.approximate,
            flags=tuple(sorted({*low.flags, *high.flags})),
            bound=None,
        )
    ]


def _fanned(values: dict[str, Value]) -> Iterator[Labels]:
    """The labels, once for each combination of those that are listed (places, companies, ...)."""
    labels = {key: value for key, value in values.items() if key not in FIGURE_KEYS}
    single: Labels = {
        key: value for key, value in labels.items() if isinstance(value, Cell | Read | Asserted | Inferred)
    }
    lists = [
        [(key, one) for one in value] for key, value in labels.items() if isinstance(value, list) and value
    ]
    for choice in product(*lists):
        yield {**single, **dict(choice)}


def _observation(
    document: Document, row: Row, key: str, figure: Figure, labels: Labels, flags: list[str]
) -> Observation:
    filled: Labels = {}
    record: dict[str, Any] = {
        "component": key if key != "amount" else _text(labels.get("component")) or "other",
        "figure_label": subjects.written(labels.get("figure_label")),
        "context": row.context or "table",  # an extractor that names none has read tables
        **_where(document, row, figure),
    }
    filled["component"] = _component_label(key, labels)
    if "figure_label" in labels:
        filled["figure_label"] = labels["figure_label"]
    subjects.fill(document, record, filled, labels, flags)
    measure.fill(record, filled, labels, figure, flags)
    record["inferred"] = sorted(column for column, label in filled.items() if isinstance(label, Inferred))
    record["asserted"] = sorted(column for column, label in filled.items() if isinstance(label, Asserted))
    record["flags"] = sorted(set(flags))
    return Observation(record, figure, row.package, filled)


def _where(document: Document, row: Row, figure: Figure) -> dict[str, Any]:
    start, end = figure.cell.span
    line = document.line(start)
    return {
        "evidence": document.evidence((start, end)),
        "char_start": start,
        "char_end": end,
        "line_start": line,
        "line_end": document.line(max(start, end - 1)),
        "locator": row.locator or f"line {line}",
        "source": document.source,
        "document": document.path,
        "document_sha256": document.sha256,
    }


def _component_label(key: str, labels: Labels) -> Label:
    """What says the component: its own label, else the words that name the figure, else the extractor's key."""
    if key == "amount":
        return labels.get("component") or Inferred("other")
    named = labels.get("figure_label")
    cell = named if isinstance(named, Cell) else named.cell if isinstance(named, Read) else None
    return Read(key, cell) if cell is not None else Asserted(key)


def _text(value: Value | None) -> str:
    return value.text if isinstance(value, Cell | Read | Asserted | Inferred) else ""
