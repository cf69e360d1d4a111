"""The ledger: every money or percent figure of a document, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from normalizers import figures
from schemas import Cell, Document, Figure, NotPay

Span = tuple[int, int]


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
        self._entries: dict[Span, tuple[tuple[Cell, ...], str | None, str, str | None]] = {}
        for figure in observed:
            self._entries.setdefault(figure.cell.span, (figure.parts, _unit(figure), "observed", None))
        taken = _Taken(part.span for parts, *_ in self._entries.values() for part in parts)
        for item in not_pay:
            if not taken.meets(item.cell.span):
                self._entries.setdefault(item.cell.span, ((item.cell,), None, "not_pay", item.reason))
        taken = _Taken(part.span for parts, *_ in self._entries.values() for part in parts)
        for cell in visible:
            for figure in figures.find(cell):
                if not any(taken.meets(part.span) for part in figure.parts):
                    self._entries.setdefault(
                        figure.cell.span, (figure.parts, _unit(figure), "unclaimed", None)
                    )
        self._ids = self._named()

    def _named(self) -> dict[Span, str]:
        names, seen = {}, Counter[str]()
        for span in sorted(self._entries):
            text = self._document.evidence(span)
            seen[text] += 1
            key = "\x1f".join((self._document.path, text, str(seen[text])))
            names[span] = blake2b(key.encode(), digest_size=8).hexdigest()
        return names

    def figure_id(self, figure: Figure) -> str:
        """The name of an observed figure."""
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
                "spans": [f"{part.start}-{part.end}" for part in parts],
                "text": self._document.evidence(span),
                "unit": unit,
                "disposition": disposition,
                "reason": reason,
            }
            for span, (parts, unit, disposition, reason) in sorted(self._entries.items())
        ]


def _unit(figure: Figure) -> str:
    return "percent" if figure.unit == "percent" else "currency"


class _Taken:
    """Spans that are spoken for; `meets` tells whether another one overlaps any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._marked = {at for start, end in spans for at in range(start, min(end, start + 400))}

    def meets(self, span: Span) -> bool:
        return any(at in self._marked for at in range(span[0], min(span[1], span[0] + 400)))
