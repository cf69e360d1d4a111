"""schema.org data in a page: the pay of postings and occupations, what it says the page is about, questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.readers.html import json_tree
from extractors.readers.html.json_tree import Node, Value
from normalizers import figures
from normalizers import labels as meaning
from schemas import Block, Cell, Ends, Read, Row
from schemas.row import Label
from schemas.row import Value as RowValue

_PAY = ("baseSalary", "estimatedSalary", "salary")
_SAYS = re.compile(r'"@type"\s*:\s*[\["]')
_JOBS = (
    "JobPosting",
    "Occupation",
    "OccupationAggregation",
    "OccupationAggregationByEmployer",
    "EmployeeRole",
)
_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "Report", "WebPage")
_STATISTICS = {
    "median": "median", "percentile10": "p10", "percentile25": "p25", "percentile75": "p75", "percentile90": "p90",
}  # fmt: skip
_ROLES = ("title", "roleName", "name", "occupationalCategory")
_CODE = re.compile(r"[A-Z]?[\d.\s-]+")
"""`72106`, `15-1252.00`: the number of an occupation in a classification, and no title."""
_PAGE_KEYS = ("company", "role", "region")
_COUNTED = ("sampleSize", "jobApplicantCount")
_TAG = re.compile(r"<[^<>]{0,300}>")
MAX_TEXT = 4_000


@dataclass(slots=True)
class Said:
    """What the scripts of a page say: rows of pay, labels of the one job that the page is about, texts that no reader sees."""

    rows: list[Row] = field(default_factory=list)
    scope: dict[str, Cell] = field(default_factory=dict)
    headlines: list[Cell] = field(default_factory=list)
    answers: list[Block] = field(default_factory=list)


def read(scripts: Iterable[Cell]) -> Said:
    """What the scripts of type `application/ld+json` say."""
    said, jobs = Said(), list[dict[str, RowValue]]()
    for script in scripts:
        if _SAYS.search(script.text) is None:
            continue
        for node in json_tree.objects(json_tree.parse(script)):
            kind = _kind(node)
            if kind is None:
                continue
            if kind.text in _JOBS:
                labels = _labels(node, kind)
                jobs.append(labels)
                said.rows += _pay(node, labels, len(said.rows))
            elif kind.text == "Question":
                said.answers += _answer(node)
            elif kind.text in _ARTICLES and (headline := _text(node.get("headline"))) is not None:
                said.headlines.append(headline)
    if len(jobs) == 1:
        said.scope = {
            key: cell for key, cell in jobs[0].items() if key in _PAGE_KEYS and isinstance(cell, Cell)
        }
    return said


def _kind(node: Node) -> Cell | None:
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, Cell):
            return kind
    return None


def _pay(node: Node, labels: dict[str, RowValue], so_far: int) -> Iterator[Row]:
    for name in _PAY:
        for number, stated in enumerate(_each(node.get(name))):
            place = f"{name}[{so_far + number}]"
            if isinstance(stated, dict):
                yield from _distribution(stated, labels, place)
            elif isinstance(stated, Cell) and figures.read(stated, unit="currency").figures:
                currency = _text(node.get("salaryCurrency"))
                said = {**labels, "currency": currency} if currency is not None else labels
                yield _made(stated, said, place)


def _distribution(stated: Node, labels: dict[str, RowValue], place: str) -> Iterator[Row]:
    """One amount, two ends, or points of a distribution, wherever among the nested objects they stand."""
    entries: dict[str, Cell] = {}
    for inner in json_tree.objects([stated]):
        entries = {key: cell for key, cell in inner.items() if isinstance(cell, Cell)} | entries
    said = dict(labels)
    if "currency" in entries:
        said["currency"] = entries["currency"]
    named = meaning.component(entries["name"].text) if "name" in entries else None
    if named is not None and named != "base":
        said["component"] = Read(named, entries["name"])  # `"name": "total"`
    unit = entries.get("unitText") or entries.get("duration") or entries.get("unitCode")
    if unit is not None and (period := meaning.period_word(unit.text)) is not None:
        said["period"] = Read(period, unit)
    low, high = entries.get("minValue"), entries.get("maxValue")
    if low is not None or high is not None:
        yield _made(Ends(low, high) if low and high and low.text != high.text else low or high, said, place)
    elif "value" in entries and figures.read(entries["value"], unit="currency").figures:
        yield _made(entries["value"], said, place)
    for key, statistic in _STATISTICS.items():
        if key in entries:
            yield _made(entries[key], {**said, "statistic": Read(statistic, entries[key])}, f"{place}.{key}")


def _made(figure: RowValue | None, said: dict[str, RowValue], place: str) -> Row:
    row = Row(context="json_ld", locator=place, package=place, amount=figure)
    row.values.update(said)
    return row


def _labels(node: Node, kind: Cell) -> dict[str, RowValue]:
    """Title, employer and place of a posting or occupation, how many were counted, and that it is a posting."""
    said: dict[str, RowValue] = {"component": Read("base", kind)}
    found: dict[str, Label | None] = {
        "role": next((title for key in _ROLES if (title := _title(node.get(key))) is not None), None),
        "company": _name(node.get("hiringOrganization")),
        "region": _place(node.get("jobLocation")) or _place(node.get("occupationLocation")),
        "sample_size": next((text for key in _COUNTED if (text := _text(node.get(key))) is not None), None),
    }
    remote = _text(node.get("jobLocationType"))
    if remote is not None and remote.text.upper() == "TELECOMMUTE":
        found["work_mode"] = Read("remote", remote)
    said |= {key: label for key, label in found.items() if label is not None}
    if kind.text == "JobPosting":
        said["claim"] = Read("posted", kind)
    return said


def _title(value: Value | None) -> Cell | None:
    text = _text(value)
    return None if text is None or _CODE.fullmatch(text.text) else text


def _place(value: Value | None) -> Cell | None:
    """The town of the first place, with its state where that stands right behind it; else its name."""
    for place in _each(value):
        if not isinstance(place, dict):
            continue
        address = place.get("address")
        if isinstance(address, Cell):
            return address
        parts = address if isinstance(address, dict) else place
        town = next(
            (text for key in ("addressLocality", "name", "addressRegion") if (text := _text(parts.get(key)))),
            None,
        )
        if town is not None:
            return town
    return None


def _name(value: Value | None) -> Cell | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _answer(node: Node) -> Iterator[Block]:
    """A question with its answers, as a reader of the page would see them."""
    question = _text(node.get("name")) or _text(node.get("text"))
    if question is None:
        return
    yield Block("question", question, level=1)
    for key in ("acceptedAnswer", "suggestedAnswer"):
        for answer in _each(node.get(key)):
            text = _text(answer.get("text")) if isinstance(answer, dict) else _text(answer)
            for piece in text.split(_TAG) if text is not None else []:
                if piece.text.strip():
                    yield Block("paragraph", piece.strip())


def _each(value: Value | None) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Value | None) -> Cell | None:
    for one in _each(value):
        if isinstance(one, Cell) and one.text.strip() and len(one.text) <= MAX_TEXT:
            return one.strip()
    return None
