"""Headings that introduce somebody whose pay is told below them (`Example 2. Ada, ward sister, Leeds`, `Meet Jonas, a tiler`).

What stands below is that person's story, with the job that the heading gives them, whatever the page as a whole is about.
"""

from __future__ import annotations

import re

from extractors.readers.prose.sentences import sentences
from extractors.readers.scope.roles import named_roles
from normalizers import mentions
from schemas import Cell
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_CASE = rf"(?:{alternatives('introduces_a_case')})(?:\s(?:no\.?\s?|nr\.?\s?|#)?(?:\d{{1,2}}|[A-Z]\b|[ivx]{{1,4}}\b))?\s?[.:–—-]?\s"
_NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?"
    r"(?P<name>(?-i:[^\W\d_a-z][^\W\d_]{1,14}(?:-[^\W\d_]{2,14})?(?:\s[^\W\d_a-z](?:\.|[^\W\d_]{1,14}))?))\*?"
)
_OF_A_CASE = re.compile(
    rf"(?:\d{{1,2}}[.)]\s)?{_CASE}{_NAME}(?:,\s|\s[–—-]\s|:\s|\s\()(?P<about>.+)", re.IGNORECASE
)
_OF_AN_AGE = re.compile(
    rf"(?:\d{{1,2}}[.)]\s)?{_NAME}(?:,\s|\s\()(?:aged?\s)?[1-7]\d(?:,\s|\s?[–—-]\s)(?P<about>.+)"
)
_WITH_OFFERS = re.compile(rf"(?:\d{{1,2}}[.)]\s)?{_CASE}{_NAME}['’]s\s[^\W\d]", re.IGNORECASE)
"""`Worked example: Nadia's two offers`"""
_PART = re.compile(
    r"(?:(?:an?|the|aged? \d\d|\d\d(?: years old)?),?\s)*(?P<job>(?-i:[a-z])[^,;:()–—|\d]{2,60})",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s(?:at|in|for|with|from|of a|on|near|who|bei|chez|à|en|en el)\s")
_CASE_ALONE = re.compile(
    rf"(?:\d{{1,2}}[.)]\s)?(?:an?\s|the\s)?(?:\w+\s)?(?:{alternatives('introduces_a_case')})", re.IGNORECASE
)
_IS_A = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zß-ÿ]{2,14})\s(?:is|was|works as)\s(?:an?\s)?")
_MOST_WORDS = 6
_MOST_BEFORE = 24
"""Letters between `is a` and the job (`is a senior`)."""


@fixed
class Introduced:
    """Who a heading introduces, and what they do, where it says so."""

    name: Cell
    job: Label | None


def introduced(heading: Cell) -> Introduced | None:
    """The person whom a heading introduces."""
    found = _OF_A_CASE.match(heading.text) or _OF_AN_AGE.match(heading.text)
    found = found or _WITH_OFFERS.match(heading.text)
    if found is None or pattern("no_name").fullmatch(found["name"]) is not None:
        return None
    name = heading.cut(*found.span("name"))
    if mentions.find(name, ("role", "company", "component", "level", "place", "skill")):
        return None
    about = found.groupdict().get("about")
    return Introduced(name, None if about is None else _job(heading.cut(*found.span("about"))))


def job_told(name: Cell, text: Cell) -> Label | None:
    """The job of somebody whom a heading only names, as the text below it tells (`Nadia is a product designer with six years`)."""
    said = re.match(rf"{re.escape(name.text)}\s(?:is|was|works as)\s(?:an?\s)?", text.text)
    jobs = named_roles(mentions.find(text, ("role",))) if said is not None else []
    return jobs[0].cell if said is not None and jobs and jobs[0].start - said.end() <= _MOST_BEFORE else None


def told_below(heading: Cell, text: Cell) -> dict[str, Label]:
    """Job and place of somebody whom the text below a heading on a case introduces (`Worked example` / `Maya is a tiler in Leeds`)."""
    said = _IS_A.match(text.text) if _CASE_ALONE.fullmatch(heading.text.strip(" *_#:")) else None
    if said is None or pattern("no_name").fullmatch(said["name"]) is not None:
        return {}
    name = text.cut(*said.span("name"))
    if mentions.find(name, ("role", "company", "component", "level", "place", "skill")):
        return {}
    first = next(sentences(text), text)
    jobs = mentions.find(first, ("role",))
    if not jobs or jobs[0].start - said.end() > _MOST_BEFORE:
        return {}
    places = mentions.find(first, ("place",))
    where: dict[str, Label] = {"region": places[0].cell} if len(places) == 1 else {}
    return {"role": jobs[0].cell, **where}


def _job(about: Cell) -> Label | None:
    """The job of somebody: the title that a vocabulary knows, else the words right behind the name."""
    named = named_roles(mentions.find(about, ("role",)))
    part = _PART.match(about.text)
    if part is None:
        return named[0].cell if named else None
    where = _WHERE.search(about.text, *part.span("job"))
    job = about.cut(part.start("job"), where.start() if where is not None else part.end("job")).strip()
    within = not named or job.start <= named[0].cell.start < job.end
    if not within or len(job.text.split()) > _MOST_WORDS:
        return named[0].cell if named else None
    return job
