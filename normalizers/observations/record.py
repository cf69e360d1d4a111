"""One row into observations: a record for each figure and each subject that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from normalizers import figures
from normalizers.observations import measure, subjects
from schemas import Asserted, Cell, Document, Ends, Figure, Inferred, Read, Row
from schemas.figure import Unit
from schemas.row import FIGURE_KEYS, Label, Value

FANNED = ("region", "company")
"""Labels of which one figure may have several: an observation for each."""


@dataclass(slots=True)
class Observation:
    """A record, the figure it was made of, the package it belongs to, and the labels that fill its columns."""

    record: dict[str, Any]
    figure: Figure
    package: str
    labels: dict[str, Label] = field(default_factory=dict)

    def provenance(self, document: Document) -> Iterator[dict[str, Any]]:
        """One line for every label, in the order of the columns."""
        for column, label in sorted(self.labels.items()):
            how = (
                "asserted"
                if isinstance(label, Asserted)
                else "inferred"
                if isinstance(label, Inferred)
                else "read"
            )
            cell = label if isinstance(label, Cell) else getattr(label, "cell", None)
            yield {
                "observation_id": self.record["observation_id"],
                "document": document.path,
                "column": column,
                "how": how,
                "text": document.evidence(cell.span) if cell is not None and how == "read" else label.text,
                "char_start": cell.start if cell is not None else None,
                "char_end": cell.end if cell is not None else None,
            }


def observations_of(document: Document, row: Row) -> Iterator[Observation]:
    """The observations of a row: every figure under its figure keys, for every place and company."""
    defaults = {
        key: Asserted(text)
        for key, text in document.defaults.items()
        if key not in row.values and key in _DEFAULTS
    }
    values: dict[str, Value] = {**defaults, **row.values}
    for key in FIGURE_KEYS:
        if key not in row.values:
            continue
        for figure in _figures(row.values[key], values):
            if figure.low is None and figure.high is None:
                continue
            for labels in _fanned(values):
                yield _observation(document, row, key, figure, labels)


_DEFAULTS = frozenset({"currency", "role", "company", "region", "level", "period", "attributed_to"})


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
            open_ended=high.open_ended,
            bound=None,
        )
    ]


def _fanned(values: dict[str, Value]) -> Iterator[dict[str, Label]]:
    """The labels, once for each combination of listed places and companies."""
    single: dict[str, Label] = {
        key: value
        for key, value in values.items()
        if key not in FIGURE_KEYS and isinstance(value, Cell | Read | Asserted | Inferred)
    }
    lists = [
        [(key, label) for label in value]
        for key in FANNED
        if isinstance(value := values.get(key), list) and value
    ]
    for choice in product(*lists):
        yield {**single, **dict(choice)}


def _observation(
    document: Document, row: Row, key: str, figure: Figure, labels: dict[str, Label]
) -> Observation:
    component = key if key != "amount" else _text(labels.get("component")) or "other"
    filled: dict[str, Label] = {}
    record: dict[str, Any] = {
        "component": component,
        "figure_label": subjects.written(labels.get("figure_label")),
        "context": row.context or "table",  # an extractor that names none has read tables
        "evidence": document.evidence(figure.cell.span),
        "char_start": figure.cell.start,
        "char_end": figure.cell.end,
        "line_start": document.line(figure.cell.start),
        "line_end": document.line(max(figure.cell.start, figure.cell.end - 1)),
        "source": document.source,
        "document": document.path,
        "document_sha256": document.sha256,
    }
    record["locator"] = row.locator or f"line {record['line_start']}"
    if "component" in labels:
        filled["component"] = labels["component"]
    if "figure_label" in labels:
        filled["figure_label"] = labels["figure_label"]
    flags = list(row.flags)
    subjects.fill(record, filled, labels, flags)
    measure.fill(record, filled, labels, figure, flags)
    record["inferred"] = sorted(column for column, label in filled.items() if isinstance(label, Inferred))
    record["asserted"] = sorted(column for column, label in filled.items() if isinstance(label, Asserted))
    record["flags"] = sorted(set(flags))
    return Observation(record, figure, row.package, filled)


def _text(value: Value | None) -> str:
    return value.text if isinstance(value, Cell | Read | Asserted | Inferred) else ""
