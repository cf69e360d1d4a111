"""Headers of destroyed tables: where one column's name ends and the next begins.

A header is weighed together with what stands below it: its words are dealt out to the columns that the rows show, so
that names are whole and say what their cells hold. The words that names consist of stand in
`schemas/vocabularies/headers.yaml`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from normalizers import labels, mentions
from normalizers.headers import vocabulary
from normalizers.headers.vocabulary import name_words
from schemas import Cell
from schemas.fixed import fixed

_GLUE = re.compile(
    r"(?<=[a-z)%.])(?=[A-Z$€£#])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\))(?=[A-Za-z$#])|(?<=[a-z)%])(?=\d)|(?<=[a-z)])(?=%)|(?<=#)(?=[A-Z])|(?<=\d)(?=[A-Z])"
    r"|(?<=[A-Z])(?=\d\d(?:st|nd|rd|th)\b)"
)
_WORD = re.compile(r"[^\s(\[]*\([^()]{0,60}\)\S*|\[[^\[\]]{0,60}\]\S*|\S+")
_OPEN_BRACKET = re.compile(r"[(\[]")
_COUNTED = re.compile(
    r"\b(?:count|postings?|jobs|openings|employment|index|rank|#|score|number|listings|roles|n)\b|^#$", re.I
)
_VALUED = re.compile(
    r"(?i)\b(?:salary|salaries|pay|wages?|comp|compensation|tc|median|mean|average|avg|percentile|rate|bonus|equity|stock|"
    r"rsus?|total|base|range|premium|difference|change|growth|min|max|low|high|vs|%|hourly|annual|earnings|income|ote|value|amount)\b|%|[$€£]"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EDGE = re.compile(r"\s+|(?<=[a-z)\d])(?=[A-Z])")
_EITHER = re.compile(r"\s*/\s*")
_RANKED = re.compile(r"\d{1,2}(?:st|nd|rd|th)|[pP]\d\d")
_QUANTITY = re.compile(r"\d[\d.,]*(?:%|[kK])?|(?:19|20)\d\d")
_CLOSED_INSIDE = re.compile(r"\s[(\[][^()\[\]]*[)\]]\s*\S")
_ALWAYS = ("of", "and", "or")
_LEANING = ("range", "ranges", "rate", "size", "index", "name", "area", "%", "type")
"""Words that seldom name a column alone."""
SUBJECT_OF = {"level": "level", "region": "place", "company": "company", "role": "role"}
"""What a column holds -> the vocabulary that its labels come from."""
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
class Column:
    """What the cells of a column are: `text span rating number money percent none`; of amounts, how small and whether ranges."""

    kind: str
    small: bool = False
    ranged: bool = False
    texts: tuple[str, ...] = ()


@fixed
class Named:
    """One column of an aligned header: its name, its kind and the pieces of a row that it takes."""

    name: Cell
    kind: str
    start: int
    stop: int


def unglued(line: Cell) -> list[Cell]:
    """The column names of a header whose names stand without a separator (`LevelScopeMedian total comp`)."""
    brackets = [one.span() for one in _BRACKETS.finditer(line.text)]
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
    return (_BRACKETS.sub("", part.text).split() or [part.text])[-1]


def align(
    line: Cell, parts: Sequence[Cell], columns: Sequence[Column], *, glued: bool = False
) -> Aligned | None:
    """The parts of a header dealt out to the pieces that rows show; None where that cannot be.

    A column takes the words of one name and one piece, or a label with the numbers in it; words in a row may be several
    columns. Parts that stand on lines of their own are names already.
    """
    if not 2 <= len(parts) <= MAX_HEADER_WORDS or len(columns) > MAX_TEXTS * len(parts):
        return None
    offset, joined = line.start, line.places is None
    again = _again(parts)
    # (pieces used, columns of this piece so far, parts used) -> the best two ways there
    best: dict[tuple[int, int, int], list[tuple[float, tuple[Named, ...]]]] = {(0, 0, 0): [(0.0, ())]}
    for piece in range(len(columns)):
        for taken in range(MAX_TEXTS):
            for at in range(len(parts)):
                ways = best.get((piece, taken, at))
                if not ways:
                    continue
                before = _cut(_last(parts[at - 1]), parts[at].text.split()[0]) if at else 0.0
                for stop in range(at + 1, min(len(parts), at + (MAX_NAME_WORDS if joined else 1)) + 1):
                    name = (
                        line.cut(parts[at].start - offset, parts[stop - 1].end - offset)
                        if joined
                        else parts[at]
                    )
                    text = " ".join(part.text for part in parts[at:stop])
                    last = [_last(part) for part in parts[at:stop]]
                    parallel = (last[-1] in again) - sum(one in again for one in last[:-1])
                    whole = (
                        _whole(text)
                        + before
                        + PARALLEL * parallel
                        - (GLUE * (stop - at - 1) if glued else 0.0)
                    )
                    for end, more, kind, cost in _groups(columns, piece, taken):
                        if taken and not more:
                            first = ways[0][1][-1].name.text
                            cost = -SPLIT_SEEN if divided(kind.texts, first, text) else cost
                        gain = whole + _fits(text, kind) - cost
                        key = (end, more, stop)
                        own = best.setdefault(key, [])
                        own += [
                            (weight + gain, (*named, Named(name, kind.kind, piece, max(end, piece + 1))))
                            for weight, named in ways
                        ]
                        own.sort(key=lambda way: -way[0])
                        del own[2:]
    final = best.get((len(columns), 0, len(parts)), [])
    if not final:
        return None
    weight, named = final[0]
    others = [" | ".join(one.name.text for one in way) for other, way in final[1:] if weight - other < CLOSE]
    others = [one for one in others if one != " | ".join(column.name.text for column in named)]
    return Aligned(named, weight, others[0] if others else None)


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


# --- names ----------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _whole(name: str) -> float:
    """How well words make one name: it ends with its noun, does not go on behind it and does not stop before it."""
    about = name_words()
    parts = _BRACKETS.sub("", name).split() or name.split()
    low = [part.lower().rstrip(".,:") or part for part in parts]
    weight = 0.0 if name[:1].isupper() or not name[:1].isalpha() else -1.0
    joined = sum(_join(left, right) for left, right in itertools.pairwise(low))
    weight += max(joined, 0.2 * (len(low) - 1)) if vocabulary.name(" ".join(low)) is not None else joined
    if _CLOSED_INSIDE.search(name) and not _ends(low[-1]):
        weight -= 1.5
    if low[-1] in about.joins or low[0] in about.joins:
        weight -= 0.5 if name[0].isupper() and low[0] not in _ALWAYS and low[-1] not in about.joins else 4.0
    elif low[-1] in about.opens and low[-1] not in about.alone and not _ends(low[-1]):
        weight -= 1.5
    elif _ends(low[-1]):
        weight += 0.5
    elif len(low) == 1 and low[0] in about.alone:
        weight += 0.4
    if len(low) == 1 and low[0] in _LEANING and "(" not in name:
        weight -= 1.5
    return weight - 0.3 * max(0, len(low) - 4)


def _join(left: str, right: str) -> float:
    """How well two words stand beside each other in one name."""
    about = name_words()
    if left in about.joins or right in about.joins:
        return 0.2
    if left in about.alone:
        if right in about.alone:
            return 0.1 if left in about.opens else -0.6
        if _ends(right) == "pay":
            return 0.3 if left in about.opens or left == "base" else 0.0
        if left in about.opens and right in about.opens:
            return 0.1
        return -0.4 if right in about.opens or _ends(right) else 0.0
    if _ends(left) and left not in about.opens:
        return 0.1 if right in about.tails and left not in about.tails else -1.5
    return 0.3 if left in about.opens or _RANKED.fullmatch(left) else 0.0


def _cut(left: str, right: str) -> float:
    """How badly a name ends with one word where the next begins with the other (`Base` and `Salary`)."""
    about = name_words()
    first, second = left.lower().rstrip(".,:"), right.lower().rstrip(".,:")
    if first not in about.opens and first != "base":
        return 0.0
    if second in about.opens:
        return -0.3
    return -0.5 if _ends(second) and second not in about.alone else 0.0


def _ends(word: str) -> str | None:
    """What the cells below a name that ends with this word hold."""
    kind = name_words().ends.get(word.rsplit("/", 1)[-1])
    return kind or ("pay" if _QUANTITY.fullmatch(word) else None)


@lru_cache(maxsize=8192)
def _fits(name: str, column: Column) -> float:
    """How well a name says what the cells below it are."""
    low = _BRACKETS.sub("", name).lower() or name.lower()
    said = _says(name)
    if column.kind == "rating":
        return {"words": 1.5, "label": 0.5, "pay": -1.0, "percent": -0.5, "count": -0.5}.get(said or "", 0.3)
    if column.kind in ("text", "span"):
        experience = labels.column(name) == "experience"
        fit = {"label": 1.5, "words": 1.0, "pay": -1.5, "percent": -1.0, "count": -1.0}.get(said or "", 0.0)
        return fit + (0.7 if experience else 0.0) * (1 if column.kind == "span" else -1)
    if column.kind == "number":
        return {"count": 1.5, "label": -0.5, "words": -1.0, "pay": 0.0, "percent": 0.2}.get(said or "", 0.0)
    if column.kind == "percent":
        return {"percent": 1.5, "label": -1.5, "words": -0.5, "pay": 0.5, "count": -0.5}.get(said or "", 0.0)
    fit = {"pay": 1.5, "label": -1.5, "words": -1.0, "percent": 0.3, "count": -0.7}.get(said or "", 0.0)
    if column.kind == "money":
        hourly = "hour" in low
        fit += (1.0 if hourly else -0.2) if column.small else (-1.5 if hourly else 0.0)
        fit += (0.3 if column.ranged else -0.3) if "range" in low else 0.0
    return fit


@lru_cache(maxsize=4096)
def _says(name: str) -> str | None:
    """What the cells below a name hold: `label pay percent count words`, or None."""
    plain = _BRACKETS.sub("", name).strip()
    last = (plain.split() or [name])[-1].lower().rstrip(".,:")
    if name.strip() in ("#", "Rank", "No.", "No"):
        return "count"
    if (plain.startswith("%") or plain.endswith("%")) and not _QUANTITY.search(plain):
        return "percent"
    ends = _ends(last)
    if ends is not None and not (
        ends == "label" and last in ("percentile", "percentiles") and plain.split()[0].lower() != last
    ):
        return ends
    if last in name_words().alone:
        return "pay"
    key = labels.column(name)
    if key in vocabulary.kinds():
        return "label"
    return "pay" if holds_values(name) or key not in (None, "not_pay") else None


def divided(texts: Sequence[str], first: str, second: str) -> bool:
    """Whether most texts are a label of the first column and one of the second, and nothing else."""
    kinds = [SUBJECT_OF.get(labels.column(name) or "") for name in (first, second)]
    if None in kinds or kinds[0] == kinds[1] or not texts:
        return False
    return 2 * sum(cut_between(text, str(kinds[0]), str(kinds[1])) is not None for text in texts) > len(texts)


@lru_cache(maxsize=4096)
def cut_between(text: str, first: str, second: str) -> int | None:
    """Where a label of one kind ends and one of the other kind begins that together are the whole text."""
    for edge in (found.end() for found in _EDGE.finditer(text)):
        if _is_one(text[:edge].rstrip(), first) and _is_one(text[edge:], second):
            return edge
    return None


@lru_cache(maxsize=4096)
def _is_one(text: str, kind: str) -> bool:
    return any(one.start == 0 and one.end == len(text) for one in mentions.find(Cell(text), (kind,)))


def holds_values(name: str) -> bool:
    """Whether a column of that name holds amounts, percents or counts."""
    return _VALUED.search(name) is not None or _COUNTED.search(name) is not None


@lru_cache(maxsize=2048)
def is_header(name: str) -> bool:
    """Whether a short text is the name of a column that a table about pay may have."""
    text = name.strip()
    return (
        bool(text)
        and len(text) <= 60
        and (
            text == "#"
            or holds_values(text)
            or any(labels.column(one) is not None for one in _EITHER.split(text))
        )
    )
