"""Names that the tables and headings of a page tell: of payers and of fields, which its text then speaks of.

No vocabulary has the cells below `Airline` or `Specialty`; below those headers they are what they are, and so they are in
`Salt Wing also pays a joining bonus` further down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from normalizers import figures, headers, mentions
from schemas import Block, Cell, Mention
from schemas.fixed import fixed

_KINDS = {"company": "company", "specialization": "skill"}
"""What a column holds, and the kind of mention that its names are in a text."""
_TAKEN = ("place", "level", "component", "statistic", "period", "skill", "education", "work_mode")
LEAST_LETTERS, MOST_WORDS = 5, 4
MOST_NAMES, LEAST_PAYERS = 120, 3
_NAME = re.compile(r"[A-Z][\w&.'’/+ -]+")


@fixed
class Told:
    """The names, in small letters, with their kinds, and a pattern that finds any of them."""

    kinds: Mapping[str, str]
    pattern: re.Pattern[str]

    def find(self, cell: Cell) -> Iterator[Mention]:
        """Where a text names one of them; a payer with its capital letters."""
        for found in self.pattern.finditer(cell.text):
            kind = self.kinds[found[0].lower()]
            if kind != "company" or found[0][0].isupper():
                yield Mention(kind, "", cell.cut(*found.span()), *found.span(), {"confidence": "high"})


def names_told(blocks: Sequence[Block], payers: Iterable[Cell] = ()) -> Told | None:
    """What the label columns of a page's tables name, and the payers of its headings; None where nobody new is named."""
    kinds = {payer.text.lower(): "company" for payer in payers if _is_a_name(payer.text)}
    for block in blocks:
        table = block.table
        if table is None or not table.header_rows or not table.rows:
            continue
        for column, header in enumerate(table.rows[0]):
            kind = _KINDS.get(headers.read(header).holds or "")
            for row in table.rows[table.header_rows :] if kind is not None else ():
                name = row[column].text.strip(" *_") if column < len(row) else ""
                if kind is not None and _is_a_name(name):
                    kinds.setdefault(name.lower(), kind)
    if not kinds or len(kinds) > MOST_NAMES:
        return None
    kinds |= dict.fromkeys(_short_forms(kinds, blocks), "company")
    either = "|".join(sorted(map(re.escape, kinds), key=lambda one: -len(one)))
    return Told(kinds, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE))


def compares_others(blocks: Sequence[Block], payer: Cell) -> bool:
    """Whether the tables of a page are of several payers of whom this is none: who publishes it pays nobody that it speaks of."""
    names = {
        row[column].text.strip(" *_").lower()
        for block in blocks
        if (table := block.table) is not None and table.header_rows and table.rows
        for column, header in enumerate(table.rows[0])
        if headers.read(header).holds == "company"
        for row in table.rows[table.header_rows :]
        if column < len(row)
    }
    own = payer.text.lower()
    return len(names) >= LEAST_PAYERS and not any(own in name or name in own for name in names if name)


def _short_forms(kinds: Mapping[str, str], blocks: Sequence[Block]) -> Iterator[str]:
    """`Kestrel` for `Kestrel Rail`, where no other payer begins so and the page nowhere means the word itself."""
    firsts = Counter(name.split()[0] for name, kind in kinds.items() if kind == "company")
    for word, count in firsts.items():
        if count == 1 and word not in kinds and len(word) >= LEAST_LETTERS and not _is_a_word(word, blocks):
            yield word


def _is_a_word(word: str, blocks: Sequence[Block]) -> bool:
    if mentions.find(Cell(word.capitalize())):
        return True
    plain = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(word in block.cell.text and plain.search(block.cell.text) is not None for block in blocks)


def _is_a_name(text: str) -> bool:
    if len(text) < LEAST_LETTERS or len(text.split()) > MOST_WORDS or _NAME.fullmatch(text) is None:
        return False
    cell = Cell(text)
    found = mentions.find(cell, (*_TAKEN, "company"))
    # `Kestrel Rail` is known for a payer by its last word alone, which its first word in the text is not.
    known = any(m.kind != "company" or not m.data.get("organisation") for m in found)
    return not known and not figures.find(cell)
