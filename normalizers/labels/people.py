"""Roles, levels, experience and companies as labels."""

from __future__ import annotations

import re
import unicodedata

from normalizers import experience as years
from normalizers.labels.spelled import spelled
from normalizers.matcher import tokens
from normalizers.mentions import find
from schemas import Cell
from schemas.fixed import fixed
from schemas.vocabulary import load

YEARS = re.compile(
    r"(?:years?\s*)?(?P<low>\d{1,2}(?:\.\d)?)\s*"
    r"(?:(?:-|–|—|−|to|through)\s*(?P<high>\d{1,2}(?:\.\d)?)\+?|(?P<plus>\+|\s+plus|\s+or more))?"
    r"|(?P<under><|under|less than|up to|below)\s*(?P<most>\d{1,2})|(?P<over>>|over|more than)\s*(?P<least>\d{1,2})",
    re.IGNORECASE,
)
LONGEST = 200
"""Characters beyond which a text is no label."""
BARE_LEVEL = re.compile(
    r"(?:step|tier|class|stage|group|point|rank|zone|lane|spine) (?:\d{1,2}|[A-H]|[IVX]{1,4})"
    r"|(?:level |lvl )?(?P<code>\d{2}\s*(?:(?:-|–|/|to)\s*\d{2})?\+?)",
    re.IGNORECASE,
)
NUMERAL = re.compile(r"\b(?P<first>I{1,3}|IV|V)(?:\s*[-–/]\s*(?P<last>I{1,3}|IV|V))?\b")


@fixed
class Level:
    """`level` and `level_to` are categories of the dataset or empty (a code alone: `L5`); `label` is as written."""

    level: str
    level_to: str
    label: str


@fixed
class Role:
    """`slug` is the canonical name, empty where no vocabulary knows the title; `title` is as written."""

    slug: str
    title: str


def level(text: str) -> Level | None:
    """The level that a label states (`Senior (L5)`, `L4-L5`, `63`, `Senior Software Engineer`)."""
    label = text.strip(" \t*_|:")
    if len(label) > LONGEST:
        return None
    found = find(Cell(label), ("level",))
    if found:
        ends = [str(value) for one in found for value in (one.value, one.data.get("level_to", "")) if value]
        first = ends[0] if ends else ""
        last = ends[-1] if len(found) == 1 and len(ends) > 1 and ends[-1] != first else ""
        return Level(first, last, label)
    if BARE_LEVEL.fullmatch(label) or re.fullmatch(
        r"[A-Z]{1,3}\d{1,2}[a-d]?(?:\s*[-–/]\s*[A-Z]{0,3}\d{1,2})?\+?", label
    ):
        return Level("", "", label)
    words = tokens(label).keys
    for length in (3, 2, 1):
        entry = spelled("level").get(" ".join(words[:length]))
        if entry is not None and entry.value != "none" and len(words) >= length:
            return Level(str(entry.data.get("means", entry.value)), "", label)
    return Level("", "", label) if NUMERAL.search(label) else None


def role(text: str) -> Role | None:
    """The job that a label names; the label's own words are the title."""
    title = " ".join(text.replace("_", " ").split()).strip(" *|:")
    if len(title) > LONGEST:
        return None
    bare = re.sub(r"\s*\([^()]*\)$", "", title)
    abbreviation = _abbreviation(bare)
    found = find(Cell(bare), ("role",))
    if abbreviation and not any(one.value for one in found):
        return Role(abbreviation, title)
    if not found:
        return None
    known = [one for one in found if one.value]
    return Role(known[0].value if known else "", title)


def company(text: str) -> str:
    """The slug of a company: the vocabulary's, else made of its name; empty for text without letters and digits."""
    name = " ".join(text.split()).strip(" *|:")
    entry = spelled("company").get(" ".join(tokens(name).keys))
    if entry is not None:
        return entry.value
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold().replace("'", "")))


def experience(text: str) -> tuple[float | None, float | None] | None:
    """Least and most years; bare numbers count, because the label's column or key says that they are years."""
    label = " ".join(text.split()).strip(" *|:()~")
    if len(label) > LONGEST:
        return None
    match = years.in_years().search(label)
    if match is not None:
        return years.years_of(match)
    inner = re.search(r"\(([^()]*)\)", text)
    for piece in (label, inner.group(1).strip() if inner else ""):
        plain = YEARS.fullmatch(
            re.sub(r"\s*(?:years?|yrs?\.?|yoe|exp(?:erience|\.)?)\s*$", "", piece, flags=re.IGNORECASE)
        )
        if plain is not None:
            return _years(plain)
    return None


def _years(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    group = match.groupdict()
    if group["most"]:
        return 0.0, float(group["most"])
    if group["least"]:
        return float(group["least"]), None
    low = float(group["low"])
    high = float(group["high"]) if group["high"] else None if group["plus"] else low
    return None if low > 50 or (high is not None and high < low) else (low, high)


def _abbreviation(title: str) -> str:
    """The job that short letters stand for in a label (`Senior PM`, `Staff SWE`)."""
    known = load()["role_abbreviation"].spellings
    words = title.split()
    slugs = {
        spelling.entry.value for spelling in known for word in words if word.strip("(),/+") == spelling.text
    }
    return slugs.pop() if len(slugs) == 1 else ""
