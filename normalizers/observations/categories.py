"""Labels whose column has a fixed set of values: what the text of a cell means, and whether what a manifest says exists.

Readers know the value (`Read`, `Inferred`); authors of extractors hand over the cell and leave the meaning to this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from normalizers import labels as meaning
from normalizers.figures.spellings import currency_of, iso_codes
from normalizers.mentions import find
from normalizers.observations.lookups import looked_up
from schemas import Asserted, Cell, Document, Inferred, Read
from schemas.row import FIXED_KEYS, Label
from schemas.tables.columns import values

_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?:-\d{1,3})?")


class LabelError(ValueError):
    """A manifest or an extractor asserts a value that does not exist."""


def settled(document: Document, labels: Mapping[str, Label], flags: list[str]) -> dict[str, Label]:
    """The labels with values in place of the texts of cells; a text that means none of them is flagged and left out.

    Raises LabelError for an asserted value that does not exist.
    """
    found = dict(labels)
    for key in FIXED_KEYS:
        label = labels.get(key)
        if label is None or label.text in _values(key):
            continue
        if isinstance(label, Asserted):
            raise LabelError(_unknown(key, label.text))
        found.pop(key)
        if isinstance(label, Cell):
            meant = _meaning(document, key, label)
            found |= {name: label for name, label in meant.items() if name == key or name not in labels}
            if not meant:
                flags.append("unmapped_label")
    if (component := _own_component(document, labels)) is not None:
        found["component"] = component
    if (currency := labels.get("currency")) is not None:
        found.pop("currency")
        if code := _currency(document, currency.text):
            found["currency"] = _meaning_what(currency, code)
        else:
            flags.append("unmapped_label")
    return found


def _own_component(document: Document, labels: Mapping[str, Label]) -> Label | None:
    """What the manifest says that a figure's name means, where nothing but a convention says it."""
    named = labels.get("figure_label")
    if named is None or not isinstance(labels.get("component"), Inferred | None):
        return None
    text = named.cell.text if isinstance(named, Read) else named.text
    own = looked_up(document, "component", text.strip(" \t*_`|:"))
    return _meaning_what(named, own) if own in _values("component") and own else None


def _meaning_what(label: Label, text: str) -> Label:
    """The same label with its value in place of its text."""
    if isinstance(label, Cell):
        return Read(text, label)
    return replace(label, text=text)


@cache
def _values(key: str) -> frozenset[str]:
    return values("observations", key)


def _unknown(key: str, text: str) -> str:
    known = sorted(_values(key))
    near = get_close_matches(text, known, n=1)
    return f"{key} {text!r} does not exist" + (
        f"; did you mean {near[0]!r}?" if near else f"; known: {known}"
    )


def _meaning(document: Document, key: str, cell: Cell) -> dict[str, Label]:
    own = looked_up(document, key, cell.text)
    if own in _values(key):
        return {key: Read(str(own), cell)}
    return _READERS[key](cell) if key in _READERS else _word(key, cell)


def _component(cell: Cell) -> dict[str, Label]:
    name = meaning.component(cell.text)
    return {"component": Read(name, cell)} if name else {}


def _statistic(cell: Cell) -> dict[str, Label]:
    known = meaning.statistic(cell.text)
    if known is None:
        return {}
    ranks = [f"{rank:g}" for rank in (known.low_percentile, known.high_percentile) if rank is not None]
    percentile = {"percentile": Read("-".join(dict.fromkeys(ranks)), cell)} if ranks else {}
    return {"statistic": Read(known.name, cell), **percentile}


def _period(cell: Cell) -> dict[str, Label]:
    known = meaning.period(cell.text)
    if known is None:
        return {}
    vesting = {"vesting": Read(f"{known[1]:g}", cell)} if known[1] else {}
    return {"period": Read(known[0], cell), **vesting}


def _word(key: str, cell: Cell) -> dict[str, Label]:
    """A value that a document can only state as it is called (`Ask`, `competing offer`)."""
    word = "_".join(cell.text.casefold().split())
    return {key: Read(word, cell)} if word in _values(key) else {}


_READERS: dict[str, Callable[[Cell], dict[str, Label]]] = {
    "component": _component,
    "statistic": _statistic,
    "period": _period,
}


def _currency(document: Document, text: str) -> str | None:
    """The ISO code that a label states by its code, sign or name; None where it states none, or two."""
    word = text.strip(" ()[]|*_")
    own = looked_up(document, "currency_word", word) or currency_of().get(word.casefold(), (None,))[0]
    if own:
        return own
    codes = {code for code in _CODE.findall(text) if code in iso_codes()}
    named = codes or {one.value for one in find(Cell(text), ("currency_word",))}
    return named.pop() if len(named) == 1 else None


def number(label: Label | None) -> float | None:
    """The number that a label states (`4`, `4 years`), None for a label without any."""
    found = _NUMBER.search(label.text) if label is not None else None
    return float(found.group().split("-")[0]) if found else None
