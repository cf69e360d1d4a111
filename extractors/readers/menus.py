"""Menus, footers and rows of buttons: lines that list names of pages and say nothing of the pay on this one.

What a site calls its pages is `menu` and `menu_beside` of `schemas/vocabularies/wordings.yaml`; that many names stand beside each
other shows in the line itself. A heading that lists names heads nothing, and no payer is found among them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

LEAST_BESIDE = 3
"""Entries of a line that is taken for a menu, whether something stands between them or nothing does."""
MOST_WORDS = 3
"""Words of an entry."""
MANY = 4
"""Names beside each other that no title or heading has."""
MOST_OF_A_NAME = 60
"""Letters of a line that says who wrote a page, and nothing else."""
MOST = 170
"""Letters of a line of a menu."""
_BETWEEN = re.compile(r"\s+[|·•]\s+|\t+| {2,}")
_KEYWORDS = re.compile(r"[^:|]{2,40}:[^|\n]*\s\|\s|[^:;.]{2,40}:(?:[^;.]{1,80};\s){2}")
_BYLINE = re.compile(rf"(?:(?i:{alternatives('made_public')}) )?[Bb]y [A-Z][\w.'’-]* [A-Z]")
"""`By Sydney Carter · 3 May`: a person, whatever places their name has in it."""
_READ_IN = re.compile(
    r"(?:^|[|·•–—,(-] ?)\d{1,3}[ -]?min(?:ute)?s?(?: read| de lecture| Lesezeit| de lectura)?\)?\s*$",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]{3,10}\.?,? \d{4}|[^\W\d_]{3,10}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}"
_SIGNED = re.compile(
    rf"(?P<name>[A-Z][\w.'’-]* (?:[a-z]{{2,3}} )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?), [a-z][^,|·•\d]{{3,60}}"
    rf"(?: ?[|·•–—-] ?|, )(?:[\w.]+ )?(?:{_DAY})"
)
"""`Ada Roe, pay consultant | 3 March 2025`: who wrote a page, and whose job is not what it is about."""
_A_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z]\.)? [A-Z][\w'’-]+")
_DATED = re.compile(
    rf"(?:(?:last )?(?:updated|published|posted|reviewed)(?: on)?:? )?(?:{_DAY})"
    r"(?: ?[|·•–—-] ?(?:reading time:? )?\d{1,3} ?min.{0,12})?",
    re.IGNORECASE,
)
_MARKS = " ▾▼›»*"
_LETTERS_OR_NUMBERS = re.compile(r"[\w-]+")


def beside(text: str) -> list[str]:
    """What stands beside each other on a line, with bars, dots or gaps between."""
    return [part for part in _BETWEEN.split(text.strip()) if part]


def entries(text: str) -> list[str]:
    """The entries of a menu on one line (`Home | About us | Contact`), or the line as a whole."""
    parts = beside(text)
    short = all(len(part.split()) <= MOST_WORDS for part in parts)
    return parts if len(parts) >= LEAST_BESIDE and short else [text]


def lists_names(text: str) -> bool:
    """`Courts | Firms | Bonuses | Moves | Events`: so many things beside each other that the line is about none of them."""
    return len(beside(text)) >= MANY


def is_menu(line: Cell, *, among_others: bool = False) -> bool:
    """Whether a line is nothing but names of a site's pages.

    `among_others` says that a menu stands right above or below, where words count too that are headings elsewhere.
    """
    text = line.text.strip()
    return 0 < len(text) <= MOST and _is_menu(text, among_others)


# A line is looked at for each of its neighbours, too.
@lru_cache(maxsize=2048)
def _is_menu(text: str, among_others: bool) -> bool:
    if figures.find(Cell(text)):
        return False
    parts = [part.strip(_MARKS) for part in entries(text)]
    named = sum(_is_page(part) or (among_others and _is_page(part, "menu_beside")) for part in parts)
    return (named > 0 and named * 2 >= len(parts)) or _run_together(text) or _is_passed_on(text)


def names_a_page(text: str) -> bool:
    """Whether one of the entries of a line is a page that every site has."""
    return any(_is_page(part.strip(_MARKS)) for part in entries(text))


def lists_keywords(text: str) -> bool:
    """`Focus: pay in cash | quick growth | ...`: a label and words that stand beside each other, which head and introduce nothing."""
    return _KEYWORDS.match(text) is not None


def heads_nothing(line: Cell) -> bool:
    """Whether a line that stands where a title or heading does is none: a menu, names in a row, or who wrote the page."""
    text = line.text.strip()
    return is_byline(text) or lists_names(text) or is_menu(line)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote a page, and when or how long it is (`Ada Roe, pay consultant | 3 March 2025 | 9 min read`)."""
    if _BYLINE.match(text) is not None or _READ_IN.search(text) is not None:
        return True
    signed = _SIGNED.match(text)
    return signed is not None and not mentions.find(Cell(signed["name"]), ("role", "company"))


def without_writers(blocks: list[Block]) -> list[Block]:
    """The blocks of a page, in which the job of who wrote it (`Economics reporter` below `By Ada Roe`) heads nothing."""
    found: list[Block] = []
    for at, block in enumerate(blocks):
        before, behind = blocks[at - 1] if at else None, blocks[at + 1] if at + 1 < len(blocks) else None
        writes = before is not None and _is_writers(before, block, behind)
        found.append(replace(block, kind="paragraph", level=0) if writes else block)
    return found


def without_links(blocks: list[Block]) -> list[Block]:
    """The blocks of a page without the lists of other pages (`Keep reading`, and `From $60K to $150K: my ten years` below it).

    An entry that is little more than an amount tells one (`Related`, and `Data engineer: $120k`).
    """
    found: list[Block] = []
    lists = False
    for block in blocks:
        if block.kind == "heading":
            named = block.cell.text.strip(" *_:#")
            lists = " " in named and pattern("links_below").fullmatch(named) is not None
        elif block.kind != "item":
            lists = False
        if not (lists and block.kind == "item" and _is_a_headline(block.cell)):
            found.append(block)
    return found


def _is_a_headline(entry: Cell) -> bool:
    stated = figures.find(entry)
    ends = any(figure.period_cell is not None or figure.cell.end == entry.strip().end for figure in stated)
    words = len(entry.text.split()) - sum(len(figure.cell.text.split()) for figure in stated)
    return words > MOST_WORDS and not ends


def _is_writers(before: Block, block: Block, behind: Block | None) -> bool:
    if block.kind not in ("heading", "title") or len(block.cell.text.split()) > MOST_WORDS:
        return False
    name = before.cell.text.strip()
    named = _BYLINE.match(name) is not None and len(name) <= MOST_OF_A_NAME
    # A name alone, above the job and the day.
    if not named and not (_A_NAME.fullmatch(name) and _names_nobody(before.cell) and _is_dated(behind)):
        return False
    speaks = pattern("speaks_of_pay").search(block.cell.text) is not None
    return not speaks and bool(mentions.find(block.cell, ("role",)))


def _names_nobody(name: Cell) -> bool:
    """Whether two words with capitals are nothing that a vocabulary knows (`Night Shift`, `Salary Guide`), and so perhaps a person."""
    return not mentions.find(name) and pattern("speaks_of_pay").search(name.text) is None


def _is_dated(block: Block | None) -> bool:
    """Whether a block is nothing but a day, and how long the page takes to read."""
    if block is None:
        return False
    label = f"{block.label.text}: " if block.label is not None else ""
    return _DATED.fullmatch(f"{label}{block.cell.text.strip()}") is not None


def _is_page(name: str, group: str = "menu") -> bool:
    return pattern(group).fullmatch(name) is not None


def _run_together(text: str) -> bool:
    """`Home About us Members Apprentices Contact`: half of the words at least are names of pages, with nothing between them."""
    pages = [found[0] for found in pattern("menu").finditer(text)]
    others = [found[0] for found in pattern("menu_beside").finditer(text) if not _is_page(found[0])]
    words = sum(len(name.split()) for name in (*pages, *others))
    return len(pages) > 1 and len(pages) + len(others) >= LEAST_BESIDE and words * 2 >= len(text.split())


def _is_passed_on(text: str) -> bool:
    """`Facebook X LinkedIn Copy link`: nothing but buttons by which a page is passed on, two or more."""
    buttons = [found[0] for found in pattern("social_site").finditer(text)]
    if len(buttons) < LEAST_BESIDE and pattern("passed_on_by").search(text) is None:
        return False  # `X LinkedIn` may be two payers
    return len(buttons) > 1 and sum(len(name.split()) for name in buttons) == len(
        _LETTERS_OR_NUMBERS.findall(text)
    )
