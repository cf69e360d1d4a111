"""What a process loads before it reads its first document: it takes as long as to read a hundred."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from flows import garbage

SAMPLE = """# Pay at Orbison

| Role | Level | Location | Base | Bonus |
|---|---|---|---|---|
| Software Engineer | L4 | London | £60K-£80K | 10% |

Analysts in Boston earn $90,000 a year, with a bonus of 5%.
"""


@cache
def get_ready() -> None:
    """Load what reading takes, once in a process, by reading a document that nobody asked for."""
    with garbage.loading():
        from flows import process, tabulate  # noqa: F401 - what follows reading

        # What is wrong with the code shows with each document that is read, and costs what it costs there.
        with suppress(Exception):
            _read_a_sample()


def _read_a_sample() -> None:
    from flows import process
    from schemas import Document
    from schemas.tables import validation

    read = process.extracted(Document("early/sample.md", SAMPLE), "extractors.default")
    late = {"licence": "unknown", "extractor": "", "extractor_version": "", **process.JUDGED_LATER}
    rows = validation.frame("observations", [row | late for row in read.observations])
    validation.doubts("observations", rows)
    validation.split("observations", rows)
