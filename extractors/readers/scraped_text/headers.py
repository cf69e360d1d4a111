"""Headers of destroyed tables: where one column's name ends and the next begins.

A header is weighed together with what stands below it: its words are dealt out to the columns that the rows show, so
that names are whole and say what their cells hold (`names`).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.readers.scraped_text.names import BRACKETS, Column, cut_short, fit, wholeness
from extractors.readers.scraped_text.two_labels import divided
from normalizers.headers.vocabulary import name_words
from schemas import Cell
from schemas.fixed import fixed

_GLUE = re.compile(
    r"(?<=[a-z)%.])(?=[A-Z$€£#])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\))(?=[A-Za-z$#])|(?<=[a-z)%])(?=\d)|(?<=[a-z)])(?=%)|(?<=#)(?=[A-Z])|(?<=\d)(?=[A-Z])"
    r"|(?<=[A-Z])(?=\d\d(?:st|nd|rd|th)\b)|(?<=[a-z)])(?=vs\.?\s[A-Za-z])"
)
_WORD = re.compile(r"[^\s(\[]*\([^()]{0,60}\)\S*|\[[^\[\]]{0,60}\]\S*|\S+")
_OPEN_BRACKET = re.compile(r"[(\[]")
_WORDS = ("text", "number", "span", "rating")
"""What a label may consist of."""
MAX_HEADER_WORDS = 40
MAX_NAME_WORDS = 7
MAX_TEXTS = 3
"""Columns of words that may stand side by side with nothing that tells where one ends."""
SPLIT = 2.2
"""What it costs that words with nothing between them are two columns, where nothing but the header says so."""
SPLIT_SEEN = 1.7
"""How much of that is taken back where the words are what the two names say (`Google L4` below `Company Level`)."""
PARALLEL = 0.5
"""What it is worth that a name ends with a word that ends another one as well."""
GLUE = 0.7
"""What a name costs that goes on behind a place where two names seem to touch (`YoY`)."""
CLOSE = 0.25
"""Two readings of a header whose weights differ by less are both kept."""


@fixed
class Named:
    """One column of an aligned header: its name, its kind and the pieces of a row that it takes."""

    name: Cell
    kind: str
    start: int
    stop: int


def unglued(line: Cell) -> list[Cell]:
    """The column names of a header whose names stand without a separator (`LevelScopeMedian total comp`)."""
    brackets = [one.span() for one in BRACKETS.finditer(line.text)]
    glue = [one.start() for one in _GLUE.finditer(line.text)]
    edges = [0, *(at for at in glue if not any(a < at < b for a, b in brackets)), len(line.text)]
    return [line.cut(a, b).strip() for a, b in itertools.pairwise(edges) if line.text[a:b].strip()]


def words(line: Cell) -> list[Cell]:
    """The words of a header between which it may be cut: what stands in brackets belongs to the word before."""
    found: list[Cell] = []
    for match in _WORD.finditer(line.text):
        word = line.cut(*match.span())
        if found and _OPEN_BRACKET.match(word.text):
            found[-1] = line.cut(found[-1].start - line.start, match.end())
        else:
            found.append(word)
    return found


@fixed
class Aligned:
    """A header dealt out to columns, its weight, and the next best way to cut it where that is nearly as good."""

    columns: tuple[Named, ...]
    weight: float
    other: str | None = None


@fixed
class _Name:
    """Parts of a header that may be one name: up to which part, and how well they make one."""

    cell: Cell
    text: str
    stop: int
    weight: float


_Way = tuple[float, tuple[Named, ...]]
"""Columns so far, and how well they fit."""


def _again(parts: Sequence[Cell]) -> frozenset[str]:
    """Words that several names of a header end with (`Junior Developer Senior Developer`); not those that open names."""
    counted = Counter(
        _last(part)
        for part, behind in itertools.zip_longest(parts, parts[1:])
        if behind is None or not behind.text.isdigit()  # `Step 1 Step 2`
    )
    return frozenset(
        word
        for word, count in counted.items()
        if count > 1 and word.lower().rstrip(".,:") not in name_words().opens | name_words().alone
    )


def _last(part: Cell) -> str:
    return (BRACKETS.sub("", part.text).split() or [part.text])[-1]


@dataclass(slots=True)
class _Header:
    """The parts of a header, and the names that they may make together."""

    line: Cell
    parts: Sequence[Cell]
    glued: bool
    again: frozenset[str] = field(init=False)
    joined: bool = field(init=False)
    """Whether parts stand side by side in one line; those on lines of their own are names already."""
    known: dict[int, list[_Name]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.again = _again(self.parts)
        self.joined = self.line.places is None

    def names(self, at: int) -> list[_Name]:
        """The names that begin with a part."""
        if at not in self.known:
            most = MAX_NAME_WORDS if self.joined else 1
            stops = range(at + 1, min(len(self.parts), at + most) + 1)
            self.known[at] = [self._name(at, stop) for stop in stops]
        return self.known[at]

    def _name(self, at: int, stop: int) -> _Name:
        parts = self.parts[at:stop]
        text = " ".join(part.text for part in parts)
        last = [_last(part) for part in parts]
        parallel = (last[-1] in self.again) - sum(one in self.again for one in last[:-1])
        weight = wholeness(text) + PARALLEL * parallel - (GLUE * (len(parts) - 1) if self.glued else 0.0)
        if at:
            weight += cut_short(_last(self.parts[at - 1]), parts[0].text.split()[0])
        start = self.line.start
        cell = self.line.cut(parts[0].start - start, parts[-1].end - start) if self.joined else parts[0]
        return _Name(cell, text, stop, weight)


def align(
    line: Cell, parts: Sequence[Cell], columns: Sequence[Column], *, glued: bool = False
) -> Aligned | None:
    """The parts of a header dealt out to the pieces that rows show; None where that cannot be.

    A column takes the words of one name and one piece, or a label with the numbers in it; words in a row may be several
    columns. Parts that stand on lines of their own are names already.
    """
    if not 2 <= len(parts) <= MAX_HEADER_WORDS or len(columns) > MAX_TEXTS * len(parts):
        return None
    header = _Header(line, parts, glued)
    # (pieces used, columns of this piece so far, parts used) -> the best two ways there
    best: dict[tuple[int, int, int], list[_Way]] = {(0, 0, 0): [(0.0, ())]}
    for at in itertools.product(range(len(columns)), range(MAX_TEXTS), range(len(parts))):
        if at in best:
            _go_on(best, at, header, columns)
    return _best_two(best.get((len(columns), 0, len(parts)), []))


def _go_on(
    best: dict[tuple[int, int, int], list[_Way]],
    at: tuple[int, int, int],
    header: _Header,
    columns: Sequence[Column],
) -> None:
    """One name further from here, in all ways."""
    ways = best[at]
    piece, taken, part = at
    for name in header.names(part):
        for end, more, kind, cost in _groups(columns, piece, taken):
            if taken and not more and divided(kind.texts, ways[0][1][-1].name.text, name.text):
                cost = -SPLIT_SEEN
            gain = name.weight + fit(name.text, kind) - cost
            named = Named(name.cell, kind.kind, piece, max(end, piece + 1))
            own = best.setdefault((end, more, name.stop), [])
            own += [(weight + gain, (*before, named)) for weight, before in ways]
            own.sort(key=lambda way: -way[0])
            del own[2:]


def _best_two(ways: Sequence[_Way]) -> Aligned | None:
    if not ways:
        return None
    weight, named = ways[0]
    chosen = " | ".join(column.name.text for column in named)
    others = (" | ".join(column.name.text for column in way) for one, way in ways[1:] if weight - one < CLOSE)
    return Aligned(named, weight, next((other for other in others if other != chosen), None))


def _groups(columns: Sequence[Column], at: int, taken: int) -> Iterator[tuple[int, int, Column, float]]:
    """What one column may take from piece `at` on: the piece behind, columns of the same piece so far, kind, cost."""
    first = columns[at]
    if taken and first.kind != "text":
        return
    yield at + 1, 0, first, 0.0
    if first.kind == "text" and taken + 1 < MAX_TEXTS:
        yield at, taken + 1, first, SPLIT
    if taken:
        return
    if (
        first.kind in ("money", "percent")
        and at + 1 < len(columns)
        and columns[at + 1].kind in ("text", "rating")
    ):
        yield at + 2, 0, first, 1.5
    stop = at + 1
    texts = first.kind == "text"
    while stop < len(columns) and columns[stop].kind in _WORDS and stop - at < 5:
        texts = texts or columns[stop].kind == "text"
        stop += 1
        if texts and first.kind in _WORDS:
            yield stop, 0, Column("text"), 0.4 * (stop - at - 1)
