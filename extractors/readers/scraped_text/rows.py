"""Tables whose cells stand on one line, with spaces between them (flattened) or nothing at all (glued).

All rows and the header are weighed together: rows are cut where the kind of thing changes, the kinds that most rows
show are dealt out to the names of the header, and then each row is dealt out to the columns found.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.scraped_text import columns, flat_headers, flat_rows, glued_rows, headers, sizes
from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.gaps import kinds_of
from extractors.readers.scraped_text.glued_rows import SENTENCE_END
from extractors.readers.scraped_text.headers import Aligned
from extractors.readers.scraped_text.names import Column, is_header, names_a_value
from extractors.readers.scraped_text.pieces import Piece, Rows, pieces
from extractors.readers.scraped_text.stacked_rows import BASED_ON
from normalizers import figures
from normalizers.headers.vocabulary import name_words
from schemas import Cell, Table
from schemas.block import TableContext

_LABEL = re.compile(r"[^:]+:")
_VALUES = ("money", "percent", "number")
PART_AND_AMOUNT = 2
"""Pieces of a line with one part of somebody's pay."""
MAX_ROW = 400
MIN_ROWS = 2
LOOKED_AT = 60
"""Rows of which the kinds of columns are learned; the others follow them."""
TEXTS = 8
"""Labels of which the vocabularies are asked whether they are two."""
SHAPES = 3
"""The commonest orders of kinds for which the header is tried."""
LEAST_VALUES, SURE = 2, 0.5
"""Values that each row has, and how far the best way to cut a header leads, where no name in it is known."""
SHARE = 2.0
"""What it is worth that all rows have the kinds that a header was dealt out to."""
ENOUGH = 0.7
"""Share of the rows of a flattened table that must fit its columns."""
MAX_DOUBTS = 20
"""Rows in doubt that are named; one is enough to flag the table."""
SMALL = 1000.0
_GROUPED_OR_TWO = re.compile(r"(?<![\d.,])\d{1,3} \d{3}(?![\d.,])")
"""`15 300 906`: nothing says whether fifteen thousand stand beside a count, or a count beside an amount."""
_NONE_AT_THE_END = re.compile(r"(?:\s(?:\.{1,3}|:))+\Z")
"""`State 3 610 .. ..`: cells that hold nothing, and no end of a sentence."""
_YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_RANKS = 3
_OF_RANKS = re.compile(r"percentiles?|\(?median", re.IGNORECASE)

_TOUCHING = re.compile(r"[\d)][kKmM%+]?[$€£₹]\d")
"""Amounts with nothing between them: such rows are glued, and no space in them parts cells."""

BETWEEN_DASHES = re.compile(r"[^\W\d]\s[—–]\s[^—–]{1,30}\s[—–]\s[^—–]{1,30}\Z")
"""`Bricklayers — £35,776 — +3.0%`"""
_WIDE = re.compile(r"\S\s{2,}\S")
"""Gaps that part the cells of a row: what stands above such rows with no gap in it heads them, and names no columns."""
_IS_IN_A_PHRASE = re.compile(r"^(?:of|and|or|the)\b(?!/)|\b(?:of|and|the)$")
"""No name begins or ends so: the words of a heading were dealt out to columns (`Middle | of the | Pack and | Below`)."""


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """A flattened or glued table that starts at line `at`; returns it and the line behind it."""
    if BASED_ON.match(lines[at].text.strip()):
        return None  # `based on 14,219 jobs` above `Min £32,110`
    for read in (_glued, _flattened):
        found = read(lines, at, number)
        if found is not None:
            return found
    return None


def body(lines: Sequence[Cell], at: int, *, glued: bool, most: int | None = LOOKED_AT) -> tuple[Rows, int]:
    """The rows from `at` on that hold values, cut into pieces, and the line behind them; at most so many."""
    rows: Rows = []
    amounts: bool | None = None
    while at < len(lines) and (most is None or len(rows) < most):
        line = lines[at].strip()
        if not line.text or len(line.text) > MAX_ROW:
            break
        if SENTENCE_END.search(_NONE_AT_THE_END.sub("", line.text)) and not glued:
            break
        if line.text.startswith(("•", "- ", "* ", "· ", '"', "“")):
            break
        cut = pieces(line, glued=glued)
        if glued and glued_rows.has_no_amount(lines, at, cut, rows):
            rows.append(cut)
            at += 1
            continue
        if not _is_row(cut, glued=glued) or (len(cut) == 1 and not rows) or _names_ranks(cut):
            break
        if _GROUPED_OR_TWO.search(line.text) and not any(piece.kind == "money" for piece in cut):
            break
        own = _has_amounts(cut)
        if amounts is not None and own != amounts and not any(piece.kind == "none" for piece in cut):
            break
        amounts = own if amounts is None else amounts
        rows.append(cut)
        at += 1
    return rows, at


def _is_row(cut: list[Piece], *, glued: bool) -> bool:
    """Whether a line has a label, and something that its header may count or measure; of a glued one, whether cells touch."""
    if glued:
        touching = any(left.cell.end == right.cell.start for left, right in itertools.pairwise(cut))
        return touching and any(piece.kind in _VALUES for piece in cut)
    if any(piece.cell.text.startswith((",", ";")) for piece in cut):
        return False  # words that go on behind an amount
    told = any(piece.kind in _VALUES for piece in cut) or sum(piece.kind == "none" for piece in cut) > 1
    return cut[0].kind not in ("money", "percent") and told


def _names_ranks(cut: list[Piece]) -> bool:
    """`Percentile 10% 25% 50% (Median) 75% 90%`: the header of a distribution, and no row of shares."""
    ranks = [piece.cell.text.partition("%")[0].strip() for piece in cut if piece.kind == "percent"]
    rising = len(ranks) >= LEAST_RANKS and all(rank.isdigit() for rank in ranks)
    said = any(_OF_RANKS.search(piece.cell.text) for piece in cut)
    return rising and said and all(int(low) < int(high) for low, high in itertools.pairwise(ranks))


def _names_years(cut: list[Piece]) -> bool:
    """Whether a line has several years and no other number."""
    numbers = [piece.cell.text for piece in cut if piece.kind in _VALUES]
    return len(numbers) >= LEAST_VALUES and all(_YEAR.fullmatch(number) for number in numbers)


def _has_amounts(cut: list[Piece]) -> bool:
    return any(piece.kind in ("money", "percent") for piece in cut)


def _is_row_as_well(lines: Sequence[Cell], start: int, *, glued: bool) -> bool:
    """Whether the line above the first row holds values of the same kinds: a row like the others, and no header.

    Without this every row of a long list would be tried as the header of all that follow it.
    """
    if not 0 < start < len(lines) or max(len(lines[start - 1]), len(lines[start])) > MAX_ROW:
        return False
    above, first = (pieces(lines[at].strip(), glued=glued) for at in (start - 1, start))
    if _names_years(above) and not _names_years(first):
        return False  # `Region 2023 2024` above `North 17,80 18,60`
    # `RSU 600k/4y`, `Bonus 15%`, `Sign on 50k`: parts of one pay.
    if any(figure.vesting_years for figure in figures.find(lines[start - 1])):
        return True
    alike = [kinds_of(cut) for cut in (above, first)]
    if len(above) == PART_AND_AMOUNT:
        alike = [tuple("money" if kind == "percent" else kind for kind in kinds) for kinds in alike]
    return alike[0] == alike[1] and any(piece.kind not in ("text", "none", "rating") for piece in above)


# --- glued ----------------------------------------------------------------------------------------------------------------


def _glued(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    header, parts, start = glued_rows.header(lines, at)
    if header is None or _is_row_as_well(lines, start, glued=True):
        return None
    rows, stop = body(lines, start, glued=True)
    if len(rows) < MIN_ROWS:
        return None
    ranked = (
        flat_headers.RANK.fullmatch(parts[0].text) is not None
        or parts[0].text.lower() in name_words().numbered
    )
    aligned = align_to(header, parts, glued_rows.settled(lines[start:stop], rows, ranked=ranked), glued=True)
    if aligned is None:
        return None
    if len(rows) == LOOKED_AT:
        rows, stop = body(lines, start, glued=True, most=None)
    return put_together(
        aligned, glued_rows.settled(lines[start:stop], rows, ranked=ranked), number, start, glued=True
    )


# --- flattened ------------------------------------------------------------------------------------------------------------


def _flattened(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    header = lines[at].strip()
    if at + MIN_ROWS >= len(lines) or flat_headers.is_none(header, lines[at + 1].strip()):
        return None
    if _is_row_as_well(lines, at + 1, glued=False):
        return None
    rows, _ = body(lines, at + 1, glued=False)
    if any(flat_headers.IN_PARTS.search(line.text) is not None for line in lines[at + 1 :][: len(rows)]):
        return None
    below = [line.text.strip() for line in lines[at + 1 :][: len(rows)]]
    if any(
        2 * sum(map(bool, map(sign.search, below))) > len(rows) for sign in (_TOUCHING, _WIDE, BETWEEN_DASHES)
    ):
        return None
    if len(rows) < MIN_ROWS or any(not _has_amounts(row) and len(row) < 2 for row in rows):
        return None
    if flat_headers.is_first_row(rows) or flat_headers.is_a_list(rows):
        return None
    labelled = sum(row[0].kind == "text" and _LABEL.match(row[0].cell.text) is not None for row in rows)
    if 2 * labelled > len(rows):
        return None  # a list of labels with their values, and a heading above it
    indented = lines[at].text[:1] == " " and lines[at + 1].text[:1] != " "
    aligned = align_to(header, headers.words(header), rows, glued=False, indented=indented)
    if aligned is None:
        return None
    if len(rows) == LOOKED_AT:
        rows, _ = body(lines, at + 1, glued=False, most=None)
    return put_together(aligned, flat_rows.settled(rows), number, at + 1, glued=False)


# --- both -----------------------------------------------------------------------------------------------------------------


def put_together(
    aligned: Aligned, rows: Rows, number: int, start: int, *, glued: bool
) -> tuple[Table, int] | None:
    """The table of an aligned header and its rows (the first on line `start`), as far as rows can be dealt out."""
    slots = columns.slots(aligned.columns)
    known: dict[tuple[str, ...], columns.Dealt | None] = {}
    placed: list[tuple[list[Piece], columns.Dealt]] = []
    for row in rows:
        kinds = kinds_of(row)
        if kinds not in known:
            known[kinds] = columns.deal(kinds, slots)
        dealt = known[kinds]
        if dealt is None:
            break
        placed.append((row, dealt))
    placed = sizes.settled(placed, slots)
    side_by_side = any(len(slot.names) > 1 for slot in slots)
    doubtful = [dealt.cost >= columns.DOUBTFUL for _, dealt in placed]
    misfits = [
        dealt.cost - columns.EMPTY * dealt.empty >= columns.DOUBTFUL for _, dealt in placed[:LOOKED_AT]
    ]
    looked_at = misfits if 2 * sum(doubtful) <= len(doubtful) else doubtful[:LOOKED_AT]
    if not (glued or side_by_side) and sum(looked_at) > max(1, (1 - ENOUGH) * len(looked_at)):
        return None
    cuts = columns.cuts(placed, slots, glued=glued)
    cells = [columns.cells(row, dealt, slots, cuts) for row, dealt in placed]
    doubts = [own[0].text for own, doubt in zip(cells, doubtful, strict=True) if doubt or side_by_side]
    if len(cells) < MIN_ROWS:
        return None
    doubts = [*([aligned.other] if aligned.other else []), *doubts]
    names = [column.name for column in aligned.columns]
    context: TableContext = "glued_table" if glued else "flattened_table"
    return grid([names, *cells], number, context, tuple(doubts[:MAX_DOUBTS])), start + len(cells)


def align_to(
    header: Cell, parts: list[Cell], rows: Rows, *, glued: bool, indented: bool = False
) -> Aligned | None:
    """The header dealt out to the kinds of things that most rows show."""
    looked_at = rows[:LOOKED_AT]
    shapes = Counter(kinds_of(row) for row in looked_at)
    best: Aligned | None = None
    most = float("-inf")
    for shape, count in shapes.most_common(SHAPES):
        own = [row for row in looked_at if kinds_of(row) == shape]
        kinds = [_column([row[at] for row in own]) for at in range(len(shape))]
        found = headers.align(header, parts, kinds, glued=glued, indented=indented)
        weight = found.weight + SHARE * count / len(looked_at) if found else 0.0
        if found and weight > most:
            best, most = found, weight
    if best is None or len(best.columns) < 2:
        return None
    names = [column.name.text for column in best.columns]
    if any(_IS_IN_A_PHRASE.search(name) for name in names):
        return None
    values = sum(names_a_value(name) or name.lower() in name_words().alone for name in names)
    known = any(map(is_header, names)) or values >= LEAST_VALUES
    return best if known or _is_said_by_rows(best, shapes) else None


def _is_said_by_rows(aligned: Aligned, shapes: Counter[tuple[str, ...]]) -> bool:
    """Whether rows show that the line above them names columns, though nobody knows a name (`Auckland Wellington`)."""
    broad: Counter[tuple[bool, ...]] = Counter()
    for kinds, number in shapes.items():
        broad[tuple(kind in (*_VALUES, "none") for kind in kinds)] += number
    shape, count = broad.most_common(1)[0]
    values = sum(shape)
    alike = count * 2 > shapes.total() and count >= MIN_ROWS
    begun = [not column.name.text[:1].islower() for column in aligned.columns if column.name.text]
    return alike and values >= LEAST_VALUES and aligned.lead >= SURE and (all(begun) or not any(begun))


def _column(cells: list[Piece]) -> Column:
    """What the pieces of one column are."""
    kind = cells[0].kind
    if kind == "text":
        return Column(kind, texts=tuple(piece.cell.text for piece in cells[:TEXTS]))
    if kind != "money":
        return Column(kind)
    found = [one[0] for piece in cells if (one := figures.find(piece.cell))]
    lows = sorted(figure.low or figure.high or 0 for figure in found)
    ranged = sum(figure.low != figure.high for figure in found) * 2 > len(found)
    return Column(kind, small=bool(lows) and lows[len(lows) // 2] < SMALL, ranged=ranged)
