"""The default extractor: any document, read by what its text looks like."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import readers
from extractors.readers.walk import walk
from schemas import Document, Extract


def extract(document: Document) -> Iterator[Extract]:
    """Everything that a document states; see `extractors.readers`."""
    yield from walk(readers.read(document))
