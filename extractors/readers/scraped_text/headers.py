"""Headers of destroyed tables: where one column's name ends and the next begins.

A header is weighed together with what stands below it: its words are dealt out to the columns that the rows show, so
that names are whole and say what their cells hold (`names`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.readers.scraped_text import side_by_side
from extractors.readers.scraped_text.names import Column, fit, of_a_value
from extractors.readers.scraped_text.parallels import (
    Unit,
    against_case,
    in_small_letters,
    is_repeated,
    last_word,
    parallel,
    repeated,
)
from extractors.readers.scraped_text.wholeness import (
    BRACKETS,
    DATE,
    LASTING,
    cut_short,
    whole_words,
    wholeness,
)
from normalizers import labels
from normalizers.headers import vocabulary
from schemas import Cell
from schemas.fixed import fixed

_LOW = "a-zß-öø-ÿ" + "".join(map(chr, range(0x101, 0x180, 2))) + "łńňžźżšů"
_HIGH = "A-ZÀ-ÖØ-ÞŁŚŹŻĆŠČŽŘĄĘÓ"
_GLUE = re.compile(
    rf"(?<=[{_LOW})%.])(?=[{_HIGH}$€£#])|(?<=[{_HIGH}])(?=[{_HIGH}](?:[a-rt-zß-ÿ]|s[a-z]))|(?<=\))(?=[A-Za-z$#])|(?<=[{_LOW})%])(?=\d)"
    rf"|(?<=[{_LOW})])(?=%)|(?<=#)(?=[A-Z])|(?<=\d)(?=[{_HIGH}])"
    r"|(?<=[A-Z])(?=\d\d(?:st|nd|rd|th)\b)|(?<=[a-z)])(?=vs\.?\s[A-Za-z])|(?<=[\d)])(?=n\Z)|(?<=\d{4})(?=%\s?[A-Z])"
    r"|(?<=[A-Z]{2})(?=\d{1,2}\+?\s(?:[Yy]ears|[Yy]rs))"
)
_AGAIN = re.compile(
    r"(?<![A-Z])([A-Z]{2,5})(?=\1(?![a-z]))|\d{1,2}/\d{1,2}/\d\d(?=\d{1,2}/\d{1,2}/\d\d)"
    r"|(?:19|20)\d\d(?:[/–-]\d\d)?(?=(?:19|20)\d\d)"
    r"|(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s(?:19|20)\d\d(?=\d{1,2}\s[A-Z])"
)
"""What stands twice, with nothing between: `BABA+45`, `7/1/257/1/26`, `20242025`, `1 May 20241 May 2025`."""
_WORD = re.compile(
    rf"(?:(?:Until|From|Before|After|Since|Effective|As of)\s)?{DATE}|{LASTING.pattern}|"
    r"[^\s(\[]*\([^()]{0,60}\)\S*|\[[^\[\]]{0,60}\]\S*|\S+"
)
_OPEN_BRACKET = re.compile(r"[(\[]")
_WORDS = ("text", "number", "span", "rating")
"""What a label may consist of."""
MAX_HEADER_WORDS = 40
MIN_NAMES = 2
MAX_NAME_WORDS = 7
MAX_TEXTS = 3
"""Columns of words that may stand side by side with nothing that tells where one ends."""
SPLIT = 2.2
"""What it costs that words with nothing between them are two columns, where nothing but the header says so."""
ONE_OF_TOUCHING = 0.7
"""What it costs that glued words in which two cells seem to touch are one column."""
SPLIT_SEEN = 1.7
"""How much of that is taken back where the words are what the two names say (`Google L4` below `Company Level`)."""
EMPTY_FIRST = 2.5
"""What it costs that the first column has no name."""
GLUE = 0.7
"""What a name costs that goes on behind a place where two names seem to touch (`YoY`)."""
REPEATED = 1.0
"""What it costs that a name consists of words that other names have as well."""
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
    again = {one.end() for one in _AGAIN.finditer(line.text)}
    glue = sorted({*glue, *again})
    whole = [*brackets, *whole_words(line.text)]
    edges = [0, *(at for at in glue if not any(a < at < b for a, b in whole)), len(line.text)]
    return [line.cut(a, b).strip() for a, b in itertools.pairwise(edges) if line.text[a:b].strip()]


def words(line: Cell) -> list[Cell]:
    """The words of a header between which it may be cut: what stands in brackets belongs to the word before."""
    found: list[Cell] = []
    for match in _WORD.finditer(line.text):
        word = line.cut(*match.span())
        if found and _OPEN_BRACKET.match(word.text):
            found[-1] = line.cut(line.offset(found[-1].start), match.end())
        else:
            found.append(word)
    return found


@fixed
class Aligned:
    """A header dealt out to columns, its weight, how far it leads, and the next best way to cut it where that is nearly as good."""

    columns: tuple[Named, ...]
    weight: float
    lead: float
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


@dataclass(slots=True)
class _Header:
    """The parts of a header, and the names that they may make together."""

    line: Cell
    parts: Sequence[Cell]
    glued: bool
    units: list[Unit] = field(init=False)
    sentence: bool = field(init=False)
    """Whether names go on in small letters (`Base salary Target bonus`), so that a capital begins one."""
    joined: bool = field(init=False)
    """Whether parts stand side by side in one line; those on lines of their own are names already."""
    known: dict[int, list[_Name]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units = repeated(self.parts)
        self.sentence = not self.glued and in_small_letters([part.text for part in self.parts])
        self.joined = "\n" not in self.line.text

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
        weight = (
            wholeness(text)
            + of_a_value(text)
            + parallel(self.units, at, stop)
            - (GLUE * (len(parts) - 1) if self.glued else 0.0)
        )
        if not self.glued and is_repeated(self.units, at, stop):
            weight -= REPEATED
        if self.sentence:
            weight -= against_case([part.text for part in parts])
        if at:
            weight += cut_short(last_word(self.parts[at - 1]), parts[0].text)
        line = self.line
        cell = line.cut(line.offset(parts[0].start), line.offset(parts[-1].end)) if self.joined else parts[0]
        return _Name(cell, text, stop, weight)


def align(
    line: Cell,
    parts: Sequence[Cell],
    columns: Sequence[Column],
    *,
    glued: bool = False,
    indented: bool = False,
) -> Aligned | None:
    """The parts of a header dealt out to the pieces that rows show; None where that cannot be.

    A column takes the words of one name and one piece, or a label with the numbers in it; words in a row may be several
    columns. Parts that stand on lines of their own are names already. A header that is `indented` begins with an empty cell.
    """
    if not MIN_NAMES <= len(parts) <= MAX_HEADER_WORDS or len(columns) > MAX_TEXTS * len(parts):
        return None
    header = _Header(line, parts, glued)
    # (pieces used, columns of this piece so far, parts used) -> the best two ways there
    best: dict[tuple[int, int, int], list[_Way]] = {(0, 0, 0): [(0.0, ())]}
    opens = any(unit.start == 0 and unit.begins for unit in header.units)
    labelled = not opens and labels.column(parts[0].text) in vocabulary.kinds()
    for end, more, kind, cost in _groups(columns, 0, 0):
        if kind.kind in _WORDS and not more and not labelled:
            nameless = Named(Cell("", line.start), kind.kind, 0, end)
            best[end, 0, 0] = [((0.0 if indented else -EMPTY_FIRST) - cost, (nameless,))]
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
            cost += _side_by_side(header, ways[0][1], name, piece, taken, more, kind)
            gain = name.weight + fit(name.text, kind) - cost
            named = Named(name.cell, kind.kind, piece, max(end, piece + 1))
            own = best.setdefault((end, more, name.stop), [])
            own += [(weight + gain, (*before, named)) for weight, before in ways]
            own.sort(key=lambda way: -way[0])
            del own[2:]


def _side_by_side(
    header: _Header, before: tuple[Named, ...], name: _Name, piece: int, taken: int, more: int, kind: Column
) -> float:
    """What speaks against words being one column (where cells touch in them), or for their being several."""
    if kind.kind != "text" or not kind.texts:
        return 0.0
    if header.glued and side_by_side.touching(kind.texts):
        return -SPLIT_SEEN if more else 0.0 if taken else ONE_OF_TOUCHING
    if more or not taken:
        return 0.0
    names = (*(one.name.text for one in before if one.start == piece), name.text)
    told = side_by_side.told(kind.texts, side_by_side.kinds_of(names), glued=header.glued)
    return -SPLIT_SEEN * taken if told else 0.0


def _best_two(ways: Sequence[_Way]) -> Aligned | None:
    if not ways:
        return None
    weight, named = ways[0]
    if len(ways) == 1:
        return Aligned(named, weight, float("inf"))
    lead = weight - ways[1][0]
    other = " | ".join(column.name.text for column in ways[1][1])
    same = other == " | ".join(column.name.text for column in named)
    return Aligned(named, weight, lead, other if lead < CLOSE and not same else None)


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
