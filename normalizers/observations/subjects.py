"""Whom and what an observation is about: the label columns, as written and as the vocabularies know them."""

from __future__ import annotations

import re
from typing import Any

from normalizers import labels as meaning
from schemas import Read
from schemas.row import Label

_SPACE = re.compile(r"\s+")
CLAIMS = frozenset({"official", "posted", "reported", "market", "anecdote", "example", "negotiation"})
COMPARISONS = frozenset({"above", "below", "of"})
APPLIES = frozenset({"base", "equity", "bonus", "total"})
PLAIN = {
    "employer_group": "employer_group", "specialization": "specialization", "education": "education", "qualifier": "qualifier",
    "compared_to": "compared_to",
}  # fmt: skip


def written(label: Label | None) -> str | None:
    """A label as the document has it, with single spaces; None for no label."""
    if label is None:
        return None
    text = label.cell.text if isinstance(label, Read) else label.text
    return _SPACE.sub(" ", text).strip(" \t*_`|:") or None


def fill(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], flags: list[str]
) -> None:
    """Fill the columns of subject, place, claim and time."""
    for key, column in PLAIN.items():
        record[column] = written(labels.get(key))
        if record[column] is not None:
            filled[column] = labels[key]
    _company(record, filled, labels)
    _role(record, filled, labels)
    _level(record, filled, labels, flags)
    _experience(record, filled, labels)
    _place(record, filled, labels, flags)
    _claim(record, filled, labels)
    _attribution(record, filled, labels)
    _as_of(record, filled, labels)
    _sample(record, filled, labels)


def _company(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    name = written(labels.get("company"))
    record["company_name"], record["company"] = name, meaning.company(name) if name else None
    if name:
        filled["company_name"] = labels["company"]


def _role(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    title = written(labels.get("role"))
    known = meaning.role(title) if title else None
    record["role_title"], record["role"] = title, (known.slug or None) if known else None
    if title:
        filled["role_title"] = labels["role"]


def _level(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], flags: list[str]
) -> None:
    label = labels.get("level")
    text = written(label)
    record["level_label"], record["level"], record["level_to"] = text, None, None
    if label is None or text is None:
        return
    filled["level_label"] = label
    known = meaning.level(label.text) or meaning.level(text)
    if known is None:
        flags.append("unmapped_label")
        return
    record["level"], record["level_to"] = known.level or None, known.level_to or None


def _experience(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    label = labels.get("experience")
    years = meaning.experience(label.text) if label is not None else None
    record["experience_min_years"], record["experience_max_years"] = years or (None, None)
    if label is not None and years is not None:
        filled["experience_min_years"] = filled["experience_max_years"] = label


def _place(
    record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label], flags: list[str]
) -> None:
    label = labels.get("region")
    text = written(label)
    record["region_label"] = text
    for column in ("place", "country", "subdivision", "metro", "work_mode"):
        record[column] = None
    if label is not None and text:
        filled["region_label"] = label
        known = meaning.place(text)
        if known is None:
            flags.append("unmapped_label")
        else:
            for column in ("place", "country", "subdivision", "metro", "work_mode"):
                record[column] = getattr(known, column) or None
    mode = labels.get("work_mode")
    if mode is not None and record["work_mode"] is None:
        known = meaning.place(mode.text)
        if known is not None and known.work_mode:
            record["work_mode"], filled["work_mode"] = known.work_mode, mode


def _claim(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    claim, stance = labels.get("claim"), labels.get("stance")
    record["claim"] = claim.text if claim is not None and claim.text in CLAIMS else "market"
    record["stance"] = stance.text if stance is not None else None
    comparison, applies = labels.get("comparison"), labels.get("applies_to")
    record["comparison"] = (
        comparison.text if comparison is not None and comparison.text in COMPARISONS else None
    )
    record["applies_to"] = applies.text if applies is not None and applies.text in APPLIES else None
    for column in ("claim", "stance", "comparison", "applies_to"):
        if column in labels and record[column] is not None:
            filled[column] = labels[column]


def _attribution(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    name, marks = written(labels.get("attributed_to")), labels.get("citation")
    record["attributed_to"] = (
        "; ".join(part for part in (name, marks.text if marks is not None else None) if part) or None
    )
    if name or marks is not None:
        filled["attributed_to"] = labels["attributed_to"] if name else labels["citation"]


def _as_of(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    label = labels.get("as_of")
    text = written(label)
    known = meaning.date(text) if text else None
    record["as_of"], record["as_of_label"] = known[0] if known else None, text
    if label is not None and text:
        filled["as_of_label"] = label


def _sample(record: dict[str, Any], filled: dict[str, Label], labels: dict[str, Label]) -> None:
    label = labels.get("sample_size")
    digits = re.sub(r"[,\s+]", "", label.text) if label is not None else ""
    record["sample_size"] = int(digits) if digits.isdigit() and len(digits) < 10 else None
    if label is not None and record["sample_size"] is not None:
        filled["sample_size"] = label
