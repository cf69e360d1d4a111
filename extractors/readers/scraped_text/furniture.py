"""What stands on a page beside its text: the site's name and menus above the title, lists of other pages, the footer.

Scraping keeps their words and loses what they were. A menu entry (`International Nurses`) is no label of the pay below it, and the
price in a link to another page is no pay. Lines that hold figures stay, unless they are links.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.readers import menus
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures, labels, mentions
from schemas import Cell
from schemas.wordings import alternatives, pattern

LOOK_AT = 30
"""Lines that are not blank among which the title of a page is looked for."""
LEAST_TITLE, MOST_TITLE = 12, 170
MOST_LINK, MOST_OF_AN_AD = 110, 60
MOST_BUTTON = 50
"""Letters of what a reader can choose (`Subscribe for $1 a week`)."""
MOST_LINKS = 12
SOON = 2
MOST_ENTRIES, LEAST_ENTRIES, LEAST_PAGES, LONGEST_ENTRY = 12, 4, 2, 30
"""Lines on either side that may belong to one menu, how many make one, how many of them every site has, and the letters of each."""
LEAST_TIMES, MOST_TIMES = 3, 8
"""Words for times that make a switch, one a line."""
_CRUMBS = re.compile(r"\S\s[>›»/]\s\S|\w/\w+ ?&? ?\w*/")
_ITEM = re.compile(r"[-*•–](?:\s|$)|\|")
_SENTENCE = re.compile(r"[a-z0-9)]\.\s+[A-Z]|[.!]['\"”’)]*$")
_DATED = re.compile(rf"(?:{alternatives('made_public')}|last|author)\s", re.IGNORECASE)
_GLUED = re.compile(r"[^\W\d_][$€£₹]\d")
"""`2025 Median Pay$83,410`: a value with its label, and no title."""
_LINKED = re.compile(rf"(?:{alternatives('links_to_others')}):", re.IGNORECASE)


def title_at(lines: Sequence[Cell]) -> int | None:
    """The line that says what the page is about, where it stands below a site's name and menus; None where none does."""
    seen = behind = 0
    for at, line in enumerate(lines):
        text = line.text.strip()
        if at < behind or (behind := links(lines, at) if text else at) > at:
            continue
        if not text:
            continue
        seen += 1
        if seen > LOOK_AT or len(text) > MOST_TITLE or _is_sentence(text) or _ITEM.match(text):
            return None
        if pattern("caption_with_number").match(text) is not None:
            return None  # `Table 1. Drivers. Average salary by age`: the text has begun
        if _is_title(text):
            return at
        if len(text) > MOST_BUTTON and figures.find(line):
            return None  # a line of the text, and what stands below it heads a part of it
    return None


def _is_sentence(text: str) -> bool:
    return len(text) > MOST_LINK and _SENTENCE.search(text) is not None


def _is_title(text: str) -> bool:
    """`Dental Nurse Salary UK 2025`, `How Much Do Welders Make?`: pay, and whose or when."""
    if (
        len(text) < LEAST_TITLE
        or "\t" in text
        or _GLUED.search(text)
        or _CRUMBS.search(text)
        or _DATED.match(text)
        or text.endswith((".", ":"))
    ):
        return False
    if text[0].islower() or len(menus.entries(text)) > 1 or _LINKED.match(text):
        return False
    if menus.lists_keywords(text) or menus.heads_nothing(Cell(text)):
        return False
    if pattern("title_of_pay").search(text) is None:
        return False
    said = re.search(r"\b(?:19|20)\d\d\b", text) is not None
    return said or bool(mentions.find(Cell(text), ("role", "place")))


def is_masthead(lines: Sequence[Cell], at: int, title: int) -> bool:
    """Whether the line right above the title is the name of an organisation, whose page it is (`Harrow County Schools`)."""
    line = lines[at].strip()
    if any(other.text.strip() for other in lines[at + 1 : title]):
        return False
    named = mentions.find(line, ("company",))
    return any(m.data.get("organisation") and (m.start, m.end) == (0, len(line)) for m in named)


def is_menu(lines: Sequence[Cell], at: int) -> bool:
    """Whether a line is nothing but entries of a menu, a footer or a row of buttons."""
    if menus.is_menu(lines[at]) or _is_a_row_of_sections(lines, at):
        return True
    beside = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    if menus.is_menu(lines[at], among_others=True) and any(menus.is_menu(one) for one in beside):
        return True
    return _is_among_entries(lines, at)


def _is_among_entries(lines: Sequence[Cell], at: int) -> bool:
    """`About` / `Events` / `Orbit` / `Salary report` / `Donate`: a short line in a run of entries of a menu, of which most are known."""
    if not _may_be_an_entry(lines[at]) or any(map(figures.find, lines[at + 1 : at + 1 + SOON])):
        return False  # what an amount follows is the name of a row
    first = stop = at
    while first > max(0, at - MOST_ENTRIES) and _may_be_an_entry(lines[first - 1]):
        first -= 1
    while stop < min(len(lines), at + MOST_ENTRIES) and _may_be_an_entry(lines[stop]):
        stop += 1
    run = lines[first:stop]
    known = sum(menus.is_menu(line, among_others=True) for line in run)
    surely = sum(menus.is_menu(line) for line in run)
    return at > first and surely >= LEAST_PAGES and len(run) >= LEAST_ENTRIES and known * 2 > len(run)


def _may_be_an_entry(line: Cell) -> bool:
    words = len(line.text.split())
    return (
        0 < words <= menus.MOST_WORDS and len(line) <= LONGEST_ENTRY and not any(map(str.isdigit, line.text))
    )


def switch(lines: Sequence[Cell], at: int) -> int:
    """The line behind a switch between times (`Year` / `Month` / `Week` / `Hour`) that begins at a line; the line itself where none does.

    Names of columns have as many values below them.
    """
    stop = at
    while (
        stop < min(len(lines), at + MOST_TIMES) and labels.period_word(lines[stop].text.strip()) is not None
    ):
        stop += 1
    values = itertools.takewhile(lambda line: kind_of(line) == "money", lines[stop : 2 * stop - at])
    return stop if stop - at >= LEAST_TIMES and sum(1 for _ in values) < stop - at else at


def _is_a_row_of_sections(lines: Sequence[Cell], at: int) -> bool:
    """`Courts | Firms | Bonuses | Moves | Events`: many entries, no row of a table below them, and neither jobs nor places.

    Where only gaps stand between them, one has to be a page that every site has (`JOBS   ADVICE   RECRUITERS   SIGN IN`).
    """
    text = lines[at].text.strip()
    parts = menus.entries(text)
    if len(parts) < menus.MANY or any(sign.isdigit() for sign in text) or not text[0].isalnum():
        return False
    below = [line.text for line in lines[at + 1 : at + 3]]
    sign = next((sign for sign in "|·•" if sign in text), None)
    if sign is None:
        return menus.names_a_page(text) and not any(len(menus.beside(line)) > 1 for line in below)
    return not any(sign in line for line in below) and not mentions.find(
        lines[at], ("role", "place", "level")
    )


def links(lines: Sequence[Cell], at: int) -> int:
    """The line behind a list of other pages that begins at `at` (`Related`, `Read also`); `at` where none does.

    What holds lines that are nothing but an amount is a table, whatever stands above it (`Latest`).
    """
    if pattern("links_below").fullmatch(lines[at].text.strip(" :*#\t\r\n")) is None:
        return at
    stop = at + 1
    while stop < len(lines) and stop - at <= MOST_LINKS and _is_link(lines[stop].text.strip()):
        stop += 1
    return at if any(kind_of(line.strip()) == "money" for line in lines[at:stop]) else stop


def _is_link(text: str) -> bool:
    ends = pattern("comments").match(text) is not None or text.endswith((".", "!", ":"))
    return 0 < len(text) <= MOST_LINK and not ends


def without_advertisements(lines: Sequence[Cell]) -> list[Cell]:
    """The lines without what advertisements left among them, and without the blank lines below such words."""
    found: list[Cell] = []
    dropped = False
    for line in lines:
        text = line.text.strip()
        dropped = len(text) <= MOST_OF_AN_AD and (
            pattern("advertisement").fullmatch(text) is not None or (dropped and not text)
        )
        if not dropped:
            found.append(line)
    return found
