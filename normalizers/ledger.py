"""The ledger: every money or percent figure of a document, and what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from normalizers import figures
from normalizers.stable_names import digest
from schemas import Cell, Document, Figure, NotPay
from schemas.fixed import fixed

Span = tuple[int, int]
NEIGHBOURHOOD = 48
"""Characters on each side whose letters tell a figure from equal ones."""


@fixed
class _Entry:
    parts: tuple[Cell, ...]
    disposition: str
    unit: str | None = None
    reason: str | None = None


class Book:
    """The figures of one document in order, each with one disposition.

    Figures that rows claim are observed, those that a rule recognised are `not_pay`; what is left of the figures in the
    visible text is unclaimed. So found = observed + not_pay + unclaimed (+ rejected, once rows are validated).
    """

    def __init__(
        self,
        document: Document,
        observed: Iterable[Figure],
        not_pay: Iterable[NotPay],
        visible: Iterable[Cell],
    ) -> None:
        self._document = document
        self._entries: dict[Span, _Entry] = {}
        for figure in observed:
            self._entries.setdefault(figure.cell.span, _Entry(figure.parts, "observed", _unit(figure)))
        self._recognise(not_pay)
        self._leave(visible)
        self._ids = self._named()

    def _recognise(self, not_pay: Iterable[NotPay]) -> None:
        taken = self._taken()
        for item in not_pay:
            if not taken.meets(item.cell.span):
                found = figures.find(item.cell)
                unit = _unit(found[0]) if found else None
                self._entries.setdefault(item.cell.span, _Entry((item.cell,), "not_pay", unit, item.reason))

    def _leave(self, visible: Iterable[Cell]) -> None:
        taken = self._taken()
        for cell in visible:
            for figure in figures.find(cell):
                if not any(taken.meets(part.span) for part in figure.parts):
                    self._entries.setdefault(
                        figure.cell.span, _Entry(figure.parts, "unclaimed", _unit(figure))
                    )

    def _taken(self) -> _Spans:
        return _Spans(part.span for entry in self._entries.values() for part in entry.parts)

    def _named(self) -> dict[Span, str]:
        names, seen = {}, Counter[tuple[str, str]]()
        for span in sorted(self._entries):
            words = self._document.evidence(span), _around(self._document.text, span)
            seen[words] += 1
            names[span] = digest(self._document.path, *words, seen[words])
        return names

    def figure_id(self, figure: Figure) -> str:
        """The name of an observed figure: from its text and the words around it, and an ordinal among equals."""
        return self._ids[figure.cell.span]

    def records(self) -> list[dict[str, Any]]:
        """The ledger's rows, in the order of the document."""
        return [
            {
                "figure_id": self._ids[span],
                "document": self._document.path,
                "line": self._document.line(span[0]),
                "char_start": span[0],
                "char_end": span[1],
                "spans": [f"{part.start}-{part.end}" for part in entry.parts],
                "text": self._document.evidence(span),
                "unit": entry.unit,
                "disposition": entry.disposition,
                "reason": entry.reason,
            }
            for span, entry in sorted(self._entries.items())
        ]


def _unit(figure: Figure) -> str:
    return "percent" if figure.unit == "percent" else "currency"


def _around(text: str, span: Span) -> str:
    """The letters around a figure on its lines: no digits, so that the figure beside it may change without renaming it."""
    start, end = span
    first = text.rfind("\n", max(0, start - NEIGHBOURHOOD), start) + 1 or max(0, start - NEIGHBOURHOOD)
    last = text.find("\n", end, end + NEIGHBOURHOOD)
    near = text[first:start] + "|" + text[end : last if last >= 0 else end + NEIGHBOURHOOD]
    return "".join(filter(str.isalpha, near.casefold()))


class _Spans:
    """Stretches of text; `meets` tells whether another one shares a character with any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._sorted = sorted(spans)
        self._starts = [start for start, _ in self._sorted]
        self._reach = list(accumulate((end for _, end in self._sorted), max))

    def meets(self, span: Span) -> bool:
        before = bisect_right(self._starts, span[1] - 1)
        return before > 0 and self._reach[before - 1] > span[0]
