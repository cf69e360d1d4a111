"""What a page claims of its own figures: that some lie between two percentiles, above a median, on a floor, or are the highest.

Only what is said is taken down here; `quality.checks.comparisons` holds it against the figures of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.prose.sentences import sentences
from normalizers import figures, mentions
from schemas import Block, Cell, Comparison, Mention
from schemas.wordings import alternatives, lowered

_SPEAKS_OF_ONE = re.compile(r"percentile|median|\bfloor\b|\b(?:high|bigg|larg)est\b", re.IGNORECASE)
"""What all of the shapes below have a word of; most blocks have none."""
_SPEAKS_OF = {
    "between": ("percentile",), "above": ("percentile", "median"), "below": ("percentile", "median"),
    "floor": ("floor",), "highest": ("premium",),
}  # fmt: skip
"""The words one of which each shape has; the shapes are long to try."""
_RANK = r"(?P<low>\d{1,2})(?:st|nd|rd|th)(?:(?:\s?[-–—]\s?| to (?:the )?)(?P<high>\d{1,2})(?:st|nd|rd|th))?[- ]percentile"
_WHOSE = r"(?:the |its |their |our )(?P<whose>(?:[\w'’/&()-]+ ){0,5}?)"
_SHAPES = {
    kind: re.compile(rf"(?<!\w)(?P<cue>{alternatives(f'claim_{kind}')}) {behind}", re.IGNORECASE)
    for kind, behind in {
        "between": rf"{_WHOSE}{_RANK}",
        "above": rf"{_WHOSE}(?:{_RANK}|(?P<middle>median))\b",
        "below": rf"{_WHOSE}(?:{_RANK}|(?P<middle>median))\b",
        "floor": r"(?P<whose>)floor\b",
        "highest": r"(?P<whose>)(?:premiums?|salary premiums?)\b",
    }.items()
}
_OWN_AMOUNT = 40
"""Characters behind a reference within which its amount stands: `the median of $133,080`, `the 90th percentile ($211,450+)`."""


def comparisons(blocks: list[Block]) -> Iterator[Comparison]:
    """The claims of all sentences, in their order."""
    for block in blocks:
        if block.table is None and _SPEAKS_OF_ONE.search(block.cell.text):
            for sentence in sentences(block.cell):
                small = lowered(sentence.text)
                for kind, shape in _SHAPES.items():
                    if not any(word in small for word in _SPEAKS_OF[kind]):
                        continue
                    for found in shape.finditer(sentence.text):
                        yield _claim(kind, found, sentence)


def _claim(kind: str, found: re.Match[str], sentence: Cell) -> Comparison:
    said = found.groupdict()
    before, behind = sentence.cut(0, found.start()), sentence.cut(found.end(), len(sentence.text))
    subject = mentions.find(before, ("level", "skill"))
    stated = figures.find(before) if kind != "highest" else []
    own = next((one for one in figures.find(behind) if one.cell.start - behind.start < _OWN_AMOUNT), None)
    low, high = "50" if said.get("middle") else said.get("low"), said.get("high")
    return Comparison(
        cell=sentence,
        kind=kind,
        figure=stated[-1].cell if stated else None,
        levels=_values(subject, "level"),
        skills=_values(subject, "skill"),
        role=next(iter(_values(mentions.find(sentence.cut(*found.span("whose")), ("role",)), "role")), None),
        percentiles=tuple(float(rank) for rank in (low, high) if rank),
        amount=own.low if own is not None else None,
    )


def _values(found: list[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.value for one in found if one.kind == kind and one.value))
