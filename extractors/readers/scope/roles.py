"""Which words name a job, and which of them the job that the page is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from extractors.readers.scope import Scope
from normalizers import mentions
from schemas import Cell, Mention
from schemas.row import Label
from schemas.wordings import pattern

BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")
_PLAIN_TITLE = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,3}")
_ACRONYM = re.compile(r"[A-Z]{2,5}s?")
_JOINED = re.compile(r"s (?:and|&) [\w -]+s$")
"""`Welders and pipefitters`: a page of two jobs calls neither of them so."""
_NAMED = re.compile(r"[A-Z][\w’'-]+,\s(?:[\w-]+\s){0,3}$")
_SAID = re.compile(r"(?:\s[\w&’'-]+){0,8},\s(?:said|says|commented|added|explained|told)\b")
_LEAST_LETTERS, _LONGEST_NAME = 3, 80
WORD = re.compile(r"[^\W\d_]{2,}")


def named_roles(found: list[Mention]) -> list[Mention]:
    """The job titles among what looks like one: no bare `engineers`, no `science graduate` beside a known title."""
    # `Vice President of Engineering` names a job, `machine learning engineering` a field.
    titles = [
        m
        for m in found
        if not m.data.get("generic")
        and not pattern("speaks_for_others").fullmatch(m.cell.text)
        and (" of " in m.cell.text or not pattern("no_title").search(m.cell.text))
    ]
    titles = [m for m in titles if not pattern("level_and_noun").fullmatch(m.cell.text)]
    known = any(m.data.get("known") for m in titles)
    return [m for m in titles if m.data.get("known") or not known or m.cell.text != m.cell.text.lower()]


_WHEN = re.compile(r"\b(?:when|whenever|if|until|before)\s(?:an?|the|your|some)\s$", re.IGNORECASE)


def only_speaks(text: str, job: Mention) -> bool:
    """`Statistician's comment`, `Ada Roe, Statistician in the Pay Division, said`: who tells of pay, and not whose it is."""
    if pattern("commented_by").match(text[job.end : job.end + _LONGEST_NAME]) is not None:
        return True
    # `What to say when a recruiter in Bern asks what you earn`
    if _WHEN.search(text, max(0, job.start - _LONGEST_NAME), job.start) is not None:
        return pattern("asks_the_reader").match(text, job.end + 1) is not None
    named = _NAMED.search(text, max(0, job.start - _LONGEST_NAME), job.start)
    return named is not None and _SAID.match(text, job.end) is not None


def with_page_role(own: Mapping[str, Label], scope: Scope) -> dict[str, Label]:
    """Labels whose role is named as the page names it, where both are the same role (`ML engineers`)."""
    return {**own, "role": same_role(own["role"], scope.get("role"))} if "role" in own else dict(own)


def same_role(label: Label, page: Label | None) -> Label:
    """The page's own title where a label means the same role in other words, else the label."""
    if not isinstance(label, Cell) or page is None or _ACRONYM.fullmatch(label.text.split()[-1]):
        return label
    if _says_more(label.text, page.text) or _JOINED.search(page.text) is not None:
        return label
    mine, theirs = slug(label.text), slug(page.text)
    same = mine == theirs and _share_a_word(label.text, page.text) and not _is_another(label.text, page.text)
    return page if (mine and same) or _is_short_for(label.text, page.text) else label


def spelled_out(label: Label, page: Label | None) -> Label:
    """The page's title for the letters that stand for it in a heading (`Best states for RNs`); in texts they stay as written."""
    if not isinstance(label, Cell) or page is None or " " in label.text or not _ACRONYM.fullmatch(label.text):
        return label
    plain = _PLAIN_TITLE.fullmatch(page.text) is not None and not _ACRONYM.fullmatch(page.text.split()[-1])
    return page if plain and slug(label.text) == slug(page.text) != "" else label


def _share_a_word(title: str, page: str) -> bool:
    """`barristers` are no `Solicitor`, though both are lawyers; an abbreviation shares no word with what it stands for."""
    mine, theirs = ({_one_of(word.lower()) for word in WORD.findall(one)} for one in (title, page))
    return (
        bool(mine & theirs)
        or pattern("nickname_of_a_job").fullmatch(title) is not None
        or _is_cut_short(title, page)
        or _stand_for(title, page)
        or _stand_for(page, title)
    )


def _says_more(title: str, page: str) -> bool:
    """`Live-out nannies` on a page about nannies: the title of the page, and words in front that tell its people apart."""
    mine, theirs = ([_one_of(word) for word in one.lower().split()] for one in (title, page))
    return len(mine) > len(theirs) and mine[-len(theirs) :] == theirs


def _one_of(word: str) -> str:
    """The word for one of several (`actuaries`, `vets`)."""
    one = word.removesuffix("s")
    return one[:-2] + "y" if one.endswith("ie") else one


def _is_cut_short(title: str, page: str) -> bool:
    """Whether two titles end with a word and its beginning (`vets`, `Veterinarian`)."""
    mine, theirs = (_one_of(one.lower().split()[-1]) for one in (title, page))
    return len(mine) >= _LEAST_LETTERS and theirs.startswith(mine)


def _stand_for(letters: str, title: str) -> bool:
    """`SWE` for `software engineer`, but `FO` for no `ATR captain`."""
    short = (word.removesuffix("s") for word in letters.split())
    return any(
        re.search(r"\b" + ".*?".join(map(re.escape, word)), title, re.IGNORECASE) is not None
        for word in short
        if word.isupper()
    )


def _is_short_for(title: str, page: str) -> bool:
    """`captains` below `Airline Captain`: the last word of the page's title alone, or the rank that it begins with.

    One with a capital begins a sentence, if it is of several people; of one (`Captain`) it may be a title of its own.
    """
    several = title.endswith("s")
    if " " in title or not (title.islower() or (several and title.istitle())):
        return False
    short, full = title.lower().removesuffix("s"), page.lower().removesuffix("s")
    return full.endswith(f" {short}") or (
        several and full.startswith(f"{short} ") and pattern("rank_of_a_title").fullmatch(short) is not None
    )


def _is_another(title: str, page: str) -> bool:
    """Whether two titles of one role differ in what stands before their last word (`Sous Chef`, `Line Cook`)."""
    mine, theirs = title.split(), page.split()
    proper = len(mine) == len(theirs) == len({*mine, *theirs}) // 2 and mine[0][0].isupper()
    return proper and len(mine) > 1 and not pattern("begins_many_titles").fullmatch(mine[0])


@lru_cache(maxsize=4096)
def slug(title: str) -> str:
    """The role that a title names as a whole; a title that no vocabulary knows names none (`Director of ML`)."""
    found = mentions.find(Cell(title), ("role",))
    return found[0].value if found and found[0].data.get("known") else ""


def whole_role(label: Cell) -> Mention | None:
    """The known title that a label is as a whole (`Civil Engineer II` above `SALARY: ...`)."""
    named = [m for m in mentions.find(label, ("role",)) if m.value and not m.data.get("generic")]
    text = BRACKETS.sub("", label.text).strip(" *_:")
    return named[0] if len(named) == 1 and named[0].cell.text == text else None


def is_a_union(title: Cell) -> bool:
    """`United Harbour Pilots, Local 12`: the name of those who publish the page, and no job."""
    organised = pattern("organised").search(title.text) is not None
    return organised and pattern("speaks_of_pay").search(title.text) is None
