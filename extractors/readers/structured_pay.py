"""Pay in structured data: a tree of keys and values into rows, labels of the document and facts.

Any mapping whose keys look like pay gives rows, whatever it is called and wherever it stands: `base_low` and
`base_high`, `salary_min` and `salary_max`, `equity: $100k-$200k`, `salary: {min: 1, max: 2}`. Scalars beside them are
labels (region, level, currency). What keys mean is data: `normalizers.keys`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from functools import lru_cache

from extractors.readers import level_equivalences, place_lists
from extractors.readers.yaml_tree import Mapping, Node, Sequence
from normalizers import figures, keys, mentions
from normalizers.fields import field as field_of_work
from normalizers.keys import Key
from normalizers.labels import place as known_place
from schemas import Block, Cell, Ends, Facts, Inferred, Note, Read, Reading, Row
from schemas.figure import Unit
from schemas.fixed import fixed
from schemas.row import Label, Value

_NOTHING = frozenset(("", "null", "none", "~", "n/a", "na", "tbd", "-", "—"))
_SURE_PLACES = 14
"""Spellings of a key for a place that mean nothing else."""
_SHORT_PERIODS = ("hour", "day", "week", "project")
_FANNED = ("region", "company")
# Which row key an entry's own name (`name: Senior`) fills, by the kind of what the vocabularies find in it.
_NAME_KINDS = {
    "level": "level",
    "place": "region",
    "role": "role",
    "company": "company",
    "experience": "experience",
}


@fixed
class _Place:
    """Where in the tree a mapping stands: labels that hold there, its path, and the pay key above it, if any."""

    labels: dict[str, Value] = field(default_factory=dict)
    path: str = ""
    above: Key | None = None
    above_cell: Cell | None = None

    def below(self, key: Cell, labels: dict[str, Value], meaning: Key | None) -> _Place:
        path = f"{self.path}.{key.text}" if self.path else key.text
        pays = meaning is not None and meaning.sort == "pay"
        return _Place(labels, path, meaning if pays else None, key if pays else None)


class Statements:
    """Collects what one tree states into a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.facts = reading.facts = Facts()
        self.attribution: Value | None = None
        self.whose: dict[int, Cell] = {}
        """By the place of a key, its words that only name whose pay it is."""

    def read(self, tree: Mapping) -> None:
        ranks: dict[str, int] = {}
        for key, value in tree.entries:
            self._document_entry(key.text, value, ranks)
        self._mapping(tree, _Place(dict(self.reading.scope)))
        if self.attribution is not None:
            for row in self.reading.rows:
                row.values.setdefault("attributed_to", self.attribution)

    def _document_entry(self, key: str, value: Node, ranks: dict[str, int]) -> None:
        meaning = keys.meaning(key)
        if meaning is None or meaning.rank >= ranks.get(meaning.name, 99):
            return
        cell = value if isinstance(value, Cell) else None
        if meaning.name == "attributed_to":
            self.attribution = _joined(value)
        elif cell is None or cell.text.strip().lower() in _NOTHING:
            return
        elif meaning.sort == "fact" or meaning.name == "names":
            name = "title" if meaning.name == "names" else meaning.name
            if meaning.sort == "fact" or key.lower() == "title":
                self.facts.values[name] = cell
        elif meaning.sort == "label" and keys.is_document_label(meaning.name) and _may_be(meaning, cell):
            self.reading.scope[meaning.name] = cell
        else:
            return
        ranks[meaning.name] = meaning.rank

    def _mapping(self, node: Mapping, place: _Place) -> None:
        seen: set[str] = set()
        entries = []
        for key, value in node.entries:
            if key.text in seen:
                self.reading.notes.append(
                    Note("duplicate_key", key, f"the key {key.text!r} stands here twice")
                )
            seen.add(key.text)
            meaning = keys.meaning(key.text)
            entries.append((key, meaning.under(place.above) if meaning else None, value))
        labels = {**place.labels, **_labels(entries, top=not place.path)}
        entries = [self._named_below(entry, place) for entry in entries]
        pay = [
            (key, m, value) for key, m, value in entries if m and m.sort == "pay" and isinstance(value, Cell)
        ]
        self.reading.rows += self._pay_rows(pay, labels, place)
        for key, meaning, value in entries:
            if isinstance(value, Cell):
                self._text(key, meaning, value, place)
            else:
                self._below(key, meaning, value, place, labels)

    def _named_below(
        self, entry: tuple[Cell, Key | None, Node], place: _Place
    ) -> tuple[Cell, Key | None, Node]:
        """A key below a pay key whose first words only name whose pay it is (`rates: {welding_day_eur: 310}`)."""
        key, meaning, value = entry
        named = keys.named_under(key.text, place.above) if meaning is None and place.above else None
        if named is None:
            return entry
        self.whose[key.start] = key.cut(*named[1])
        return key, named[0], value

    def _below(
        self,
        key: Cell,
        meaning: Key | None,
        node: Mapping | Sequence,
        place: _Place,
        labels: dict[str, Value],
    ) -> None:
        if meaning is not None and meaning.sort == "levels":
            for cell in _scalars(node):
                self.facts.levels += level_equivalences.read(cell)
            return
        inner = place.below(key, {**labels, **self._own(key)}, meaning)
        ends = _two_ends(node) if meaning is not None and meaning.sort == "pay" else None
        if meaning is not None and ends is not None:
            self.reading.rows.append(_row(ends, key, meaning, inner.labels, place))
            return
        if isinstance(node, Mapping):
            if meaning is None:
                inner = replace(inner, labels={**labels, **_named(key)})
            self._mapping(node, inner)
            return
        for number, item in enumerate(node.items):
            at = replace(inner, path=f"{inner.path}[{number}]")
            if isinstance(item, Mapping):
                self._mapping(item, at)
            elif isinstance(item, Sequence):
                self._below(key, meaning, item, at, labels)
            elif meaning is not None and meaning.sort == "pay":
                self.reading.rows += self._pay_rows([(key, meaning, item)], labels, place)
            else:
                self._text(key, meaning, item, place)

    def _pay_rows(
        self, pay: Iterable[tuple[Cell, Key, Node]], labels: dict[str, Value], place: _Place
    ) -> Iterator[Row]:
        pairs: dict[Key, dict[str, tuple[Cell, Cell]]] = {}
        for key, meaning, value in pay:
            if isinstance(value, Cell) and meaning.end:
                pairs.setdefault(_of_both_ends(meaning), {})[meaning.end] = (key, value)
        for key, meaning, value in pay:
            if not isinstance(value, Cell):
                continue
            pair = pairs.get(_of_both_ends(meaning)) if meaning.end else None
            if pair is None:
                yield from self._scalar_rows(key, meaning, value, {**labels, **self._own(key)}, place)
            elif meaning.end == next(iter(pair)):
                yield from self._pair_row(meaning, pair, labels, place)

    def _pair_row(
        self, meaning: Key, pair: dict[str, tuple[Cell, Cell]], labels: dict[str, Value], place: _Place
    ) -> Iterator[Row]:
        ends: dict[str, Cell] = {}
        for end, (key, value) in pair.items():
            reading = figures.read(value, unit=_unit(meaning))
            if len(reading.figures) == 1:
                ends[end] = value
            elif not reading.says_none and value.text.strip().lower() not in _NOTHING:
                self.reading.notes.append(_unread(key, value))
        if ends:
            first = next(iter(ends))
            yield _row(Ends(ends.get("low"), ends.get("high")), pair[first][0], meaning, labels, place)

    def _scalar_rows(
        self, key: Cell, meaning: Key, value: Cell, labels: dict[str, Value], place: _Place
    ) -> Iterator[Row]:
        if value.text.strip().lower() in _NOTHING:
            return
        reading = figures.read(value, unit=_unit(meaning))
        if not reading.figures and not reading.says_none and any(sign.isdigit() for sign in value.text):
            self.reading.notes.append(_unread(key, value))
        for figure in reading.figures:
            yield _row(figure, key, meaning, labels, place)

    def _own(self, key: Cell) -> dict[str, Value]:
        """What the words of a key that name whose pay it is are a label of."""
        named = self.whose.get(key.start)
        if named is None:
            return {}
        return _named(named) or {"role" if field_of_work(named) is not None else "qualifier": named}

    def _text(self, key: Cell, meaning: Key | None, value: Cell, place: _Place) -> None:
        """Text that is no label: figures in it are read as in any text of the document."""
        if meaning is not None and meaning.sort in ("pay", "fact", "label", "modifier", "name"):
            return
        if meaning is not None and meaning.sort == "levels":
            self.facts.levels += level_equivalences.read(value)
        elif figures.find(value):
            self.reading.blocks.append(Block("front_matter", value, label=key))


def _two_ends(node: Mapping | Sequence) -> Ends | None:
    """`[118000, 141000]`: two rising amounts in a list of two are the ends of a range."""
    if not isinstance(node, Sequence) or len(node.items) != 2:
        return None
    ends = [item for item in node.items if isinstance(item, Cell)]
    amounts = [read for item in ends if len(read := figures.read(item, unit="currency").figures) == 1]
    if len(amounts) != 2 or any(one[0].is_range or one[0].low is None for one in amounts):
        return None
    low, high = amounts[0][0].low, amounts[1][0].low
    return Ends(*ends) if low is not None and high is not None and low <= high else None


def _may_be(meaning: Key, cell: Cell) -> bool:
    """Whether a key that has other uses too (`site`, `hq`) holds a place."""
    return meaning.name != "region" or meaning.rank < _SURE_PLACES or known_place(cell.text) is not None


@lru_cache(maxsize=1024)
def _of_both_ends(meaning: Key) -> Key:
    """What the keys of both ends of a range mean."""
    return replace(meaning, end=None)


def _unit(meaning: Key) -> Unit:
    """What a bare number under the key is."""
    return "percent" if meaning.percent else "currency"


def _row(figure: Value, key: Cell, meaning: Key, labels: dict[str, Value], place: _Place) -> Row:
    said: dict[str, Value | None] = {
        "unit": Read("percent", key) if meaning.percent else None,
        "period": Read(meaning.period, key) if meaning.period else None,
        "vesting": Read(meaning.vesting, key) if meaning.vesting else None,
        "currency": Read(meaning.currency, key) if meaning.currency else None,
        "statistic": Read(meaning.statistic, key) if meaning.statistic else None,
        "applies_to": Read(meaning.applies_to, key) if meaning.applies_to else None,
    }
    values: dict[str, Value | None] = {
        **labels,
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
    loose = not meaning.specific and meaning.period in _SHORT_PERIODS
    return Inferred(component, named) if loose else Read(component, named)


def _labels(entries: list[tuple[Cell, Key | None, Node]], *, top: bool) -> dict[str, Value]:
    """The labels among the entries of one mapping; the best spelling of each counts."""
    found: dict[str, tuple[int, Value]] = {}
    for _, meaning, node in entries:
        if meaning is None or meaning.sort not in ("label", "name"):
            continue
        if top and (meaning.sort == "name" or not keys.is_document_label(meaning.name)):
            continue
        if isinstance(node, Cell) and not _may_be(meaning, node):
            continue
        value = _label_value(meaning.name, node)
        if value is None:
            continue
        named: dict[str, Value] = {meaning.name: value}
        if isinstance(value, Cell) and (meaning.sort == "name" or meaning.name == "region"):
            named = _named(value) or (named if meaning.sort == "label" else {})
        for name, label in named.items():
            rank = meaning.rank + 100 * (meaning.sort == "name")
            if rank < found.get(name, (1000, label))[0]:
                found[name] = (rank, label)
    return {name: label for name, (_, label) in found.items()}


def _label_value(name: str, node: Node) -> Value | None:
    if isinstance(node, Mapping):
        return None
    if isinstance(node, Sequence):
        cells: list[Label] = [cell for cell in _scalars(node) if cell.text.strip().lower() not in _NOTHING]
        if name in _FANNED and len(cells) > 1:
            return cells
        return _joined(node)
    if node.text.strip().lower() in _NOTHING:
        return None
    if name == "region":
        places = place_lists.split(node)
        return [*places] if isinstance(places, list) else places
    return node


def _named(name: Cell) -> dict[str, Value]:
    """What an entry's own name is a label of, as the vocabularies say: `Senior`, `san_francisco`, `SWE II (61)`."""
    found = [m for m in mentions.find(name, _NAME_KINDS) if m.cell]
    if any(m.kind == "place" for m in found) or known_place(name.text) is not None:
        return {"region": name}
    levels = [m for m in found if m.kind == "level"]
    for mention in found:
        if mention.end - mention.start >= 0.6 * len(name.text.strip()):
            named: dict[str, Value] = {_NAME_KINDS[mention.kind]: name}
            return {"level": levels[0].cell, **named} if levels else named
    # A title with more than the vocabularies know of (`SWE II (61)`) is the name of a step.
    return {"level": name} if any(m.kind in ("level", "role") for m in found) else {}


def _joined(node: Node) -> Cell | None:
    cells = [node] if isinstance(node, Cell) else _scalars(node)
    cells = [cell for cell in cells if cell.text.strip().lower() not in _NOTHING]
    return Cell.joined(cells, "; ") if cells else None


def _scalars(node: Node) -> list[Cell]:
    """The scalars below a node, keys apart, in the order written."""
    if isinstance(node, Cell):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return [cell for item in inner for cell in _scalars(item)]


def _unread(key: Cell, value: Cell) -> Note:
    return Note("unread_figure", value, f"{key.text}: {value.text[:60]!r} is not a figure that can be read")
