"""A document: one file under `raw/`, decoded."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from schemas.cell import Cell
from schemas.row import Note
from schemas.seen import seen


@dataclass(frozen=True, eq=False)
class Document:
    """One decoded file and what the run knows of it before reading.

    `path` is relative to the raw folder, with forward slashes. `text` is decoded with its line ends as they
    stand; a byte order mark is not part of it. `defaults` are what the manifest asserts of every row (`currency`,
    `role`, ...).
    """

    path: str
    text: str
    sha256: str = ""
    source: str = ""
    size: int = 0
    encoding: str = "utf-8"
    defaults: dict[str, str] = field(default_factory=dict)
    lookups: dict[str, dict[str, str]] = field(default_factory=dict)
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What is worked out of the text once and wanted again."""
    unread: list[Note] = field(default_factory=list, compare=False, repr=False)
    """What readers saw that an extractor asked for and did not take; it joins the notes that the extractor yields."""

    def cell(self, start: int = 0, end: int | None = None) -> Cell:
        """The text between two offsets as a cell: as a reader sees it, with the places of what stands there."""
        return seen(Cell(self.text[start:end], start))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, offset: int) -> int:
        """The 1-based number of the line that holds the offset."""
        return bisect_right(self._line_starts, offset)

    def line_start(self, line: int) -> int:
        """The offset of the first character of a line, by its 1-based number."""
        return self._line_starts[line - 1]

    def evidence(self, span: tuple[int, int]) -> str:
        """The verbatim text at a span."""
        return self.text[span[0] : span[1]]
