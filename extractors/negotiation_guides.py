"""Negotiation guides: front matter, tables of pay by region or level, advice and scripts, one file a company and role.

Their titles name the role and the company (`Data Engineer | Acme Global Negotiation Guide`), which counts where the
front matter is silent or missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import readers
from extractors.readers.walk import walk
from schemas import Cell, Document, Extract, Reading

_TITLE = re.compile(
    r"(?P<role>[^|—–]{2,80}?)\s+(?:\||—|–|-|at)\s+(?P<company>[^|—–]{2,60}?)"
    r"(?:\s+(?:global|salary|pay|compensation|comp|negotiation|research)){1,4}\s+(?:guide|dossier|playbook)",
    re.IGNORECASE,
)


def extract(document: Document) -> Iterator[Extract]:
    """Everything that a guide states."""
    reading = readers.read(document)
    for key, label in _title_labels(reading).items():
        reading.scope.setdefault(key, label)
    yield from walk(reading)


def _title_labels(reading: Reading) -> dict[str, Cell]:
    for block in reading.blocks:
        found = _TITLE.match(block.cell.text) if block.kind == "title" else None
        if found:
            return {key: block.cell.cut(*found.span(key)).strip() for key in ("role", "company")}
    return {}
