"""Whom and what an observation is about: the label columns, as written and as the vocabularies know them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from normalizers import labels as meaning
from normalizers.mentions import find
from normalizers.observations.lookups import looked_up
from schemas import Asserted, Cell, Document, Read
from schemas.row import Label

Record = dict[str, Any]
Labels = dict[str, Label]
PLAIN = ("employer_group", "specialization", "education", "qualifier", "compared_to")
CATEGORIES = ("claim", "stance", "comparison", "applies_to")
PLACE = ("place", "country", "subdivision", "metro", "work_mode")
_SPACE = re.compile(r"\s+")
_COUNT = re.compile(
    r"(?<![\d.,])(?:(?P<thousands>\d{1,3}(?:\.\d)?)[kK](?!\w)|(?P<all>\d{1,3}(?:[., \u00a0\u202f]\d{3}){1,3}|\d{1,9})(?![\d.,]*\d))"
)


# A document says the same few labels again and again.
@lru_cache(maxsize=4096)
def _slug(name: str) -> str:
    return meaning.company(name)


@lru_cache(maxsize=4096)
def _job(title: str) -> str | None:
    known = meaning.role(title)
    return (known.slug or None) if known else None


@lru_cache(maxsize=4096)
def _seniority(title: str) -> str | None:
    """The level that a job title begins with (`Staff Software Engineer`); what stands behind it may be a name's second half."""
    found = find(Cell(title), ("level",))
    return found[0].value or None if found and found[0].start == 0 else None


_rank = lru_cache(maxsize=4096)(meaning.level)
_years = lru_cache(maxsize=4096)(meaning.experience)
spot = lru_cache(maxsize=4096)(meaning.place)
"""`labels.place`, remembered."""
_day = lru_cache(maxsize=4096)(meaning.date)


def written(label: Label | None) -> str | None:
    """A label as the document has it, with single spaces; None for no label."""
    if label is None:
        return None
    return _tidy(label.cell.text if isinstance(label, Read) else label.text)


@lru_cache(maxsize=4096)
def _tidy(text: str) -> str | None:
    return _SPACE.sub(" ", text).strip(" \t*_`|:") or None


def fill(document: Document, record: Record, filled: Labels, labels: Labels, flags: list[str]) -> None:
    """Fill the columns of subject, place, claim and time."""
    for column in PLAIN:
        record[column] = written(labels.get(column))
        if record[column] is not None:
            filled[column] = labels[column]
    for column in CATEGORIES:
        label = labels.get(column)
        record[column] = label.text if label is not None else None
        if label is not None:
            filled[column] = label
    record["claim"] = record["claim"] or "market"
    _company(document, record, filled, labels)
    _role(document, record, filled, labels)
    _level(document, record, filled, labels, flags)
    _experience(record, filled, labels)
    _place(document, record, filled, labels, flags)
    _attribution(record, filled, labels)
    _as_of(record, filled, labels)
    _sample(record, filled, labels)


def _company(document: Document, record: Record, filled: Labels, labels: Labels) -> None:
    name = written(labels.get("company"))
    record["company_name"] = name
    record["company"] = (looked_up(document, "company", name) or _slug(name) or None) if name else None
    if name:
        filled["company_name"] = labels["company"]


def _role(document: Document, record: Record, filled: Labels, labels: Labels) -> None:
    title = written(labels.get("role"))
    record["role_title"] = title
    record["role"] = (looked_up(document, "role", title) or _job(title)) if title else None
    if title:
        filled["role_title"] = labels["role"]


def _level(document: Document, record: Record, filled: Labels, labels: Labels, flags: list[str]) -> None:
    label = labels.get("level")
    text = written(label)
    record["level_label"], record["level"], record["level_to"] = text, None, None
    if label is None or text is None:
        if record["role_title"] and (titled := _seniority(record["role_title"])):
            record["level"], filled["level"] = titled, labels["role"]
        return
    filled["level_label"] = label
    own = looked_up(document, "level", text)
    known = _rank(own or label.text) or _rank(text)
    if known is None:
        flags.append("unmapped_label")
        return
    record["level"], record["level_to"] = known.level or None, known.level_to or None


def _experience(record: Record, filled: Labels, labels: Labels) -> None:
    label = labels.get("experience")
    years = _years(label.text) if label is not None else None
    record["experience_min_years"], record["experience_max_years"] = years or (None, None)
    if label is not None and years is not None:
        filled["experience_min_years"] = filled["experience_max_years"] = label


def _place(document: Document, record: Record, filled: Labels, labels: Labels, flags: list[str]) -> None:
    label = labels.get("region")
    text = written(label)
    record["region_label"] = text
    record |= dict.fromkeys(PLACE)
    if label is not None and text:
        filled["region_label"] = label
        own = looked_up(document, "place", text)
        known = (spot(own) if own else None) or spot(text)
        if known is None:
            flags.append("unmapped_label")
        else:
            record |= {column: getattr(known, column) or None for column in PLACE}
    mode = labels.get("work_mode")
    if mode is not None and record["work_mode"] is None:
        known = spot(looked_up(document, "work_mode", mode.text) or mode.text)
        if known is not None and known.work_mode:
            record["work_mode"], filled["work_mode"] = known.work_mode, mode
    if text is None and "country" in document.defaults:
        record["country"], filled["country"] = (
            document.defaults["country"],
            Asserted(document.defaults["country"]),
        )


def _attribution(record: Record, filled: Labels, labels: Labels) -> None:
    name, marks = written(labels.get("attributed_to")), labels.get("citation")
    said = [part for part in (name, marks.text if marks is not None else None) if part]
    record["attributed_to"] = "; ".join(said) or None
    if said:
        filled["attributed_to"] = labels["attributed_to" if name else "citation"]


def _as_of(record: Record, filled: Labels, labels: Labels) -> None:
    label = labels.get("as_of")
    text = written(label)
    known = _day(text) if text else None
    record["as_of"], record["as_of_label"] = known[0] if known else None, text
    if label is not None and text:
        filled["as_of_label"] = label


def _counted(found: re.Match[str]) -> int:
    """`1,204` or `4.1k` as a number."""
    if found["thousands"]:
        return round(float(found["thousands"]) * 1000)
    return int(re.sub(r"\D", "", found["all"]))


def _sample(record: Record, filled: Labels, labels: Labels) -> None:
    label = labels.get("sample_size")
    found = _COUNT.search(label.text) if label is not None else None
    record["sample_size"] = _counted(found) if found else None
    if label is not None and found:
        filled["sample_size"] = label
