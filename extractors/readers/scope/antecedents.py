"""What short names of jobs stand for: the fuller title that its headings give as well (`FOs` for `first officers`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from normalizers import mentions
from schemas import Block, Cell, Extract, Row
from schemas.row import Label

_LETTERS = re.compile(r"(?P<letters>[A-Z]{2,5})s?")
_WORD = re.compile(r"[^\W\d_]+")
_HEADS = ("title", "heading", "question")
_SMALL = ("of", "and", "the", "for", "in")


def in_full(extracts: Iterable[Extract], blocks: Sequence[Block], page: Label | None) -> Iterator[Extract]:
    """The same extracts, with the titles that headings of their page spell out for the letters that stand for them.

    `page` is the job in the title of the page: where it is in full, its letters stay as they are written.
    """
    every = list(extracts)
    known = {letters for letters, _ in _abbreviated(page)} if isinstance(page, Cell) else set()
    rows = [one for one in every if isinstance(one, Row) and _letters(one.values.get("role"))]
    told = [row for row in rows if not _is_a_label(row)]
    wanted = {_letters(row.values["role"]) for row in told} - known
    spelled = _spelled_out(wanted, _letters(page), blocks) if wanted else {}
    for row in told if spelled else ():
        _spell_out(row, spelled)
    yield from every


def _is_a_label(row: Row) -> bool:
    """Whether the letters stand in a table or in what names an amount (`A380 FO: ...`); there they are the name of that amount."""
    role, name = row.values["role"], row.values.get("figure_label")
    if row.context.endswith("table") or not isinstance(role, Cell):
        return True
    return isinstance(name, Cell) and name.start <= role.start and role.start < name.start + len(name.text)


def _letters(role: object) -> str:
    """The letters with which a title ends (`regional FOs`)."""
    found = (
        _LETTERS.fullmatch(role.text.split()[-1]) if isinstance(role, Cell) and role.text.split() else None
    )
    return found["letters"] if found else ""


def _spelled_out(shortened: set[str], own: str, blocks: Sequence[Block]) -> dict[str, Cell]:
    """The first title in a heading of which each row of letters is the first ones of its words.

    What only a text spells out it may as well call by its letters: there both are its own words. But the letters in the title of a page
    (`own`) are spelled out wherever the page does so.
    """
    found: dict[str, Cell] = {}
    for block in blocks:
        heads = block.kind in _HEADS
        wanted = shortened if heads else shortened & {own}
        for mention in mentions.find(block.cell, ("role",)) if wanted else ():
            for letters, title in _abbreviated(mention.cell):
                if letters in wanted:
                    found.setdefault(letters, title)
    return found


def _abbreviated(title: Cell) -> Iterator[tuple[str, Cell]]:
    """A title and what it ends with, each with the first letters of its words (`regional first officer`: RFO, FO)."""
    words = [word for word in _WORD.finditer(title.text) if word.group() not in _SMALL]
    if any(len(word.group()) < len("HR") for word in words) or _LETTERS.search(title.text):
        return
    for index in range(len(words) - 1):
        letters = "".join(word.group()[0].upper() for word in words[index:])
        yield letters, title.cut(words[index].start(), len(title.text))


def _spell_out(row: Row, spelled: dict[str, Cell]) -> None:
    """Puts the title for its letters; what stands in front of them tells its people apart (`enterprise AEs`)."""
    role = row.values.get("role")
    full = spelled.get(_letters(role))
    if full is None or not isinstance(role, Cell):
        return
    row.values["role"] = full
    front = role.cut(0, role.text.rstrip().rfind(role.text.split()[-1])).strip()
    level = row.values.get("level")
    if front.text and "specialization" not in row.values and not _says(level, front.text):
        row.values["specialization"] = front


def _says(level: object, text: str) -> bool:
    return isinstance(level, Cell) and (
        text.lower() in level.text.lower() or level.text.lower() in text.lower()
    )
