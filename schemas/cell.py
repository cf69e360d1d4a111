"""Text that knows where it stands in its document.

A `Cell` is cut from a document and keeps, for every character, the place that character was read from.
Every operation on it gives cells again, so a place is read and never searched for afterwards. Operations that
would lose the place (`replace`, `format`, `+`) do not exist.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import field
from operator import itemgetter

from schemas.fixed import fixed


@fixed
class Cell:
    """A piece of a document's text and its place.

    `text` is what a reader sees (markup removed, entities resolved). `start` is the offset of the first character
    in the decoded document. `places` holds `(start, end)` for every character where the text is not the plain
    slice of the document, and is `None` where it is.
    """

    text: str
    start: int = 0
    places: tuple[tuple[int, int], ...] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.places is not None and len(self.places) != len(self.text):
            raise ValueError(f"{len(self.text)} characters but {len(self.places)} places")

    @property
    def end(self) -> int:
        """Offset behind the last character, in the decoded document."""
        if self.places is None:
            return self.start + len(self.text)
        return self.places[-1][1] if self.places else self.start

    @property
    def span(self) -> tuple[int, int]:
        """`(start, end)` in the decoded document."""
        return self.start, self.start + len(self.text) if self.places is None else self.end

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __getitem__(self, key: slice) -> Cell:
        start, stop, step = key.indices(len(self.text))
        if step != 1:
            raise ValueError("a cell is cut in one direction only")
        return self.cut(start, stop)

    def cut(self, start: int, stop: int) -> Cell:
        """The characters from `start` up to `stop`, as offsets in this cell's own text."""
        if stop < start:
            stop = start
        if self.places is None:
            return Cell(self.text[start:stop], self.start + start)
        if start < len(self.places):
            place = self.places[start][0]
        else:
            place = self.end
        return Cell(self.text[start:stop], place, self.places[start:stop])

    def offset(self, place: int) -> int:
        """Where in this cell's own text the character stands that was read from a place of the document."""
        if self.places is None:
            return place - self.start
        return bisect_left(self.places, place, key=itemgetter(0))

    def strip(self, characters: str | None = None) -> Cell:
        """Without the given characters (white space when none are given) at both ends."""
        text = self.text
        start = len(text) - len(text.lstrip(characters))
        stop = len(text.rstrip(characters))
        # Most cells have nothing to strip, and making another one costs more than looking.
        return self if start == 0 and stop == len(text) else self.cut(start, stop)

    def lstrip(self, characters: str | None = None) -> Cell:
        """Without the given characters at the start."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, len(self.text)) if start else self

    def rstrip(self, characters: str | None = None) -> Cell:
        """Without the given characters at the end."""
        stop = len(self.text.rstrip(characters))
        return self if stop == len(self.text) else self.cut(0, stop)

    def split(self, separator: str | re.Pattern[str]) -> list[Cell]:
        """The pieces between the separators; never fewer than one."""
        pattern = re.compile(re.escape(separator)) if isinstance(separator, str) else separator
        pieces, at = [], 0
        for found in pattern.finditer(self.text):
            pieces.append(self.cut(at, found.start()))
            at = found.end()
        pieces.append(self.cut(at, len(self.text)))
        return pieces

    def lines(self) -> Iterator[Cell]:
        """The lines of the cell, without their line ends."""
        at = 0
        for line in self.text.splitlines(keepends=True):
            yield self.cut(at, at + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
            at += len(line)

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[Cell]:
        """The places where the pattern matches, as cells."""
        for found in pattern.finditer(self.text):
            yield self.cut(*found.span())

    @staticmethod
    def joined(cells: Iterable[Cell], separator: str = " ") -> Cell:
        """One cell out of several that follow each other; the separators stand for what lies between them.

        Raises ValueError when there is nothing to join.
        """
        parts = [cell for cell in cells if cell.text]
        if not parts:
            raise ValueError("nothing to join")
        if len(parts) == 1:
            return parts[0]
        text, places = "", []
        for index, part in enumerate(parts):
            if index:
                gap = (parts[index - 1].end, part.start)
                text += separator
                places += [gap] * len(separator)
            text += part.text
            places += part.character_places()
        return Cell(text, parts[0].start, tuple(places))

    def character_places(self, start: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
        """`(start, end)` in the document for every character from `start` up to `stop`, as offsets in this cell's own text."""
        if self.places is not None:
            return list(self.places[start:stop])
        first, last = self.start + start, self.start + (len(self.text) if stop is None else stop)
        return list(zip(range(first, last), range(first + 1, last + 1), strict=True))
