"""Entries of several amounts each, below a line that says which statistic each is (`25th / 50th / 75th percentile:`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from normalizers import headers, mentions
from schemas import Block, Cell, Row
from schemas.figure import Figure
from schemas.row import Extract, Value


def said_of(block: Block, leading: Cell | None, found: Iterable[Extract]) -> Iterator[Extract]:
    """The rows of a block, with the statistic of each where the line above it names as many as there are amounts."""
    ranks = headers.ranks(leading, mentions.find(leading, ("statistic",))) if leading is not None else []
    if not ranks or block.kind not in ("item", "label_value"):
        yield from found
        return
    every = list(found)
    amounts = [row for row in every if isinstance(row, Row) and _is_point(row.values)]
    places = list(dict.fromkeys(_place(row.values) for row in amounts))
    for row in amounts if len(places) == len(ranks) else ():
        row.values.update(ranks[places.index(_place(row.values))])
    yield from every


def _figure(values: Mapping[str, Value]) -> Figure | None:
    return next((value for value in values.values() if isinstance(value, Figure)), None)


def _is_point(values: Mapping[str, Value]) -> bool:
    figure = _figure(values)
    return figure is not None and figure.unit == "currency" and not figure.is_range


def _place(values: Mapping[str, Value]) -> int:
    figure = _figure(values)
    return figure.cell.start if figure is not None else -1
