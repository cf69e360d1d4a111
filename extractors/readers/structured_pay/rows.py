"""Keys and values of pay as rows."""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache

from extractors.readers.structured_pay.labels import Entry
from extractors.readers.yaml_tree import Mapping, Node, Sequence
from normalizers import figures, keys, labels
from normalizers.headers import vocabulary
from normalizers.keys import Key
from normalizers.periods import SHORT
from schemas import Cell, Ends, Inferred, Note, Read, Row
from schemas.figure import Unit
from schemas.fixed import fixed
from schemas.row import Label, Value

LEAST_JOBS, LEAST_A_YEAR = 2, 10_000
_PAY = Key("pay", component="base", specific=False)
_LOOSE_PERIODS = (*SHORT, "project")


@fixed
class Place:
    """Where in the tree a mapping stands: labels that hold there, its path, and the pay key above it, if any."""

    labels: dict[str, Value] = field(default_factory=dict)
    path: str = ""
    above: Key | None = None
    above_cell: Cell | None = None

    def below(self, key: Cell, labels: dict[str, Value], meaning: Key | None) -> Place:
        path = f"{self.path}.{key.text}" if self.path else key.text
        pays = meaning is not None and meaning.sort == "pay"
        return Place(labels, path, meaning if pays else None, key if pays else None)


def of_entries(key: Cell, node: Mapping | Sequence) -> Key | None:
    """`engineering_bands` over entries with a `min` and a `max`: what a key means by its last word and what stands below."""
    entries = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    ends = {
        meaning.end
        for entry in entries
        if isinstance(entry, Mapping)
        for under, _ in entry.entries
        if (meaning := keys.meaning(under.text)) is not None and meaning.sort == "modifier"
    }
    if {"low", "high"} <= ends:
        return keys.of_entries(key.text)
    counted = vocabulary.not_pay(key.text.replace("_", " "))[0] is not None
    counted = counted or keys.is_of_nobody(key.text)
    return _PAY if not counted and _pays_jobs(node) else None


def _pays_jobs(node: Mapping | Sequence) -> bool:
    """`benchmarks: {welder: 48000, site_foreman: 61000}`: names of jobs, with an amount each that may be a year's pay."""
    entries = node.entries if isinstance(node, Mapping) else []
    jobs = [labels.role(key.text.replace("_", " ")) for key, _ in entries]
    amounts = [
        figures.read(value, unit="currency").figures for _, value in entries if isinstance(value, Cell)
    ]
    paid = [one[0] for one in amounts if len(one) == 1 and (one[0].low or 0) >= LEAST_A_YEAR]
    return len(entries) >= LEAST_JOBS and len(paid) == len(entries) and all(job and job.slug for job in jobs)


def ends_of_pay(entry: Mapping) -> Key | None:
    """`{"role": "Fitter", "min": 165000, "max": 190000}`: ends beside labels, and nothing that says of what they are."""
    meanings = [meaning for key, _ in entry.entries if (meaning := keys.meaning(key.text)) is not None]
    ends = {meaning.end for meaning in meanings if meaning.sort == "modifier"}
    told = any(meaning.sort == "pay" for meaning in meanings)
    return _PAY if {"low", "high"} <= ends and not told else None


def ends_by_any_name(entries: list[Entry]) -> dict[int, Key]:
    """What `step_min: 112000` and `step_max: 134000` mean, by the places of the keys: one name, both ends, and amounts of a year's pay.

    Nothing else of the entry may say which pay it is.
    """
    if any(meaning is not None and meaning.sort == "pay" for _, meaning, _ in entries):
        return {}
    pairs: dict[str, dict[int, Key]] = {}
    for key, meaning, value in entries:
        named = keys.named_under(key.text, _PAY) if meaning is None and _is_a_years(value) else None
        if named is not None and named[0].end and not _is_no_pay(key):
            pairs.setdefault(key.text[slice(*named[1])], {})[key.start] = named[0]
    both = [pair for pair in pairs.values() if {one.end for one in pair.values()} == {"low", "high"}]
    return {at: meaning for pair in both for at, meaning in pair.items()}


def pay_of_somebody(key: Cell, value: Cell) -> tuple[Key, tuple[int, int]] | None:
    """What `anchor_salary: 168000` means: words that nobody knows in front of those for pay, over what may be a year's pay."""
    named = keys.named_before(key.text)
    return named if named is not None and _is_a_years(value) and not _is_no_pay(key) else None


def _is_a_years(value: Node) -> bool:
    found = figures.read(value, unit="currency").figures if isinstance(value, Cell) else []
    return len(found) == 1 and (found[0].low or 0) >= LEAST_A_YEAR


def _is_no_pay(key: Cell) -> bool:
    return keys.is_of_nobody(key.text) or vocabulary.not_pay(key.text.replace("_", " "))[0] is not None


def two_ends(node: Mapping | Sequence) -> Ends | None:
    """`[118000, 141000]`: two rising amounts in a list of two are the ends of a range."""
    if not isinstance(node, Sequence) or len(node.items) != 2:
        return None
    ends = [item for item in node.items if isinstance(item, Cell)]
    amounts = [read for item in ends if len(read := figures.read(item, unit="currency").figures) == 1]
    if len(amounts) != 2 or any(one[0].is_range or one[0].low is None for one in amounts):
        return None
    low, high = amounts[0][0].low, amounts[1][0].low
    return Ends(*ends) if low is not None and high is not None and low <= high else None


@lru_cache(maxsize=1024)
def of_both_ends(meaning: Key) -> Key:
    """What the keys of both ends of a range mean."""
    return replace(meaning, end=None)


def unit_below(meaning: Key) -> Unit:
    """What a bare number under the key is."""
    return "percent" if meaning.percent else "currency"


def row_of(figure: Value, key: Cell, meaning: Key, own: dict[str, Value], place: Place) -> Row:
    said: dict[str, Value | None] = {
        "unit": Read("percent", key) if meaning.percent else None,
        "period": Read(meaning.period, key) if meaning.period else None,
        "vesting": Read(meaning.vesting, key) if meaning.vesting else None,
        "currency": Read(meaning.currency, key) if meaning.currency else None,
        "statistic": Read(meaning.statistic, key) if meaning.statistic else None,
        "applies_to": Read(meaning.applies_to, key) if meaning.applies_to else None,
    }
    values: dict[str, Value | None] = {
        **own,
        **{name: value for name, value in said.items() if value is not None},
    }
    if meaning.percent:
        values.pop("currency", None)
    named = place.above_cell if place.above_cell is not None and keys.meaning(key.text) != meaning else key
    values |= {
        "amount": figure,
        "component": _component(meaning, named or key),
        "figure_label": key if named is key else Cell.joined([named or key, key]),
    }
    path = f"{place.path}.{key.text}" if place.path else key.text
    return Row(context="front_matter", locator=path, package=place.path or "front matter", flags=(), **values)


def _component(meaning: Key, named: Cell) -> Label:
    """What a key says; of a `rate` by the hour or day only convention says which part of pay it is."""
    component = meaning.component or "other"
    loose = not meaning.specific and meaning.period in _LOOSE_PERIODS
    return Inferred(component, named) if loose else Read(component, named)


def unread_note(key: Cell, value: Cell) -> Note:
    return Note("unread_figure", value, f"{key.text}: {value.text[:60]!r} is not a figure that can be read")
