"""Rows of cells into observations: records with the columns of the dataset, and where every label was read.

Nothing is repaired here: what a document states is kept as stated, and doubts become flags.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from normalizers import ledger
from normalizers.observations import conventions, facts, identity, restates
from normalizers.observations.record import Observation, observations_of
from schemas import Cell, Document, Extract, Facts, Note, NotPay, Row

Record = dict[str, Any]


@dataclass(slots=True)
class Observed:
    """What one document gives, as records by table, and its own facts."""

    observations: list[Record] = field(default_factory=list)
    provenance: list[Record] = field(default_factory=list)
    ledger: list[Record] = field(default_factory=list)
    levels: list[Record] = field(default_factory=list)
    citations: list[Record] = field(default_factory=list)
    facts: Record = field(default_factory=dict)
    comparisons: list[Record] = field(default_factory=list)
    """What the document claims of its own figures; for the checks, in no table."""
    notes: list[Note] = field(default_factory=list)


def observe(document: Document, extracted: Iterable[Extract], visible: Iterable[Cell] = ()) -> Observed:
    """What an extractor yielded of a document, as records.

    `visible` are the cells of the document that a reader sees; their figures that no row and no rule claims are
    `unclaimed` in the ledger. Columns that only a release knows (publisher, review, quality) are left out.
    """
    found = Observed()
    unique = _Unique()
    not_pay: list[NotPay] = []
    said: list[Facts] = []
    for item in extracted:
        if isinstance(item, Row):
            unique.add(observations_of(document, item))
        elif isinstance(item, NotPay):
            not_pay.append(item)
        elif isinstance(item, Facts):
            said.append(item)
        else:
            found.notes.append(item)
    found.notes += document.unread
    made = unique.in_order()
    conventions.apply(document, made)
    book = ledger.Book(document, [one.figure for one in made], not_pay, visible)
    found.ledger = book.records()
    identity.name(document, made, book)
    restates.mark(document, [one.record for one in made])
    facts.fill(document, said, found, made)
    found.observations = [one.record for one in made]
    found.provenance = [line for one in made for line in one.provenance(document)]
    return found


class _Unique:
    """Observations without those of rows that state the same of a figure as an earlier row (two readers met in one place)."""

    def __init__(self) -> None:
        self._made: list[Observation] = []
        self._seen: set[tuple[object, ...]] = set()

    def add(self, of_row: Iterable[Observation]) -> None:
        """Take what is new in the observations of one row; a list of labels makes several that are no repetition."""
        new = [one for one in of_row if _stated(one) not in self._seen]
        self._seen.update(map(_stated, new))
        self._made += new

    def in_order(self) -> list[Observation]:
        """All of them, in the order of the document."""
        return sorted(self._made, key=lambda one: (one.record["char_start"], one.record["char_end"]))


def _stated(one: Observation) -> tuple[object, ...]:
    columns = ("component", "low", "high", "region_label", "company_name")
    return one.figure.cell.span, *(one.record[column] for column in columns)
