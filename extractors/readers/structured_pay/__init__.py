"""Pay in structured data: a tree of keys and values into rows, labels of the document and facts.

Any mapping whose keys look like pay gives rows, whatever it is called and wherever it stands: `base_low` and
`base_high`, `salary_min` and `salary_max`, `equity: $100k-$200k`, `salary: {min: 1, max: 2}`. Scalars beside them are
labels (region, level, currency). What keys mean is data: `normalizers.keys`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.readers import level_equivalences
from extractors.readers.structured_pay.labels import (
    Entry,
    is_empty,
    joined,
    labels_of,
    may_be,
    named_by,
    scalars,
)
from extractors.readers.structured_pay.rows import (
    Place,
    ends_by_any_name,
    ends_of_pay,
    of_both_ends,
    of_entries,
    pay_of_somebody,
    row_of,
    two_ends,
    unit_below,
    unread_note,
)
from extractors.readers.yaml_tree import Mapping, Node, Sequence
from normalizers import figures, keys
from normalizers.fields import field as field_of_work
from normalizers.keys import Key
from schemas import Block, Cell, Ends, Facts, Note, Reading, Row
from schemas.row import Value


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
        self._mapping(tree, Place(dict(self.reading.scope)))
        if self.attribution is not None:
            for row in self.reading.rows:
                row.values.setdefault("attributed_to", self.attribution)

    def records(self, tree: Mapping | Sequence) -> None:
        """Data in the middle of a document (`[{"role": "Fitter", "min": 165000, ...}]`): its labels are those of its own figures alone."""
        for number, item in enumerate(tree.items if isinstance(tree, Sequence) else [tree], 1):
            if isinstance(item, Mapping):
                self._mapping(item, Place(path=f"record {number}", above=ends_of_pay(item)))
        for row in self.reading.rows:
            row.context = "table"

    def _document_entry(self, key: str, value: Node, ranks: dict[str, int]) -> None:
        meaning = keys.meaning(key)
        if meaning is None or meaning.rank >= ranks.get(meaning.name, 99):
            return
        cell = value if isinstance(value, Cell) else None
        if meaning.name == "attributed_to":
            self.attribution = joined(value)
        elif cell is None or is_empty(cell):
            return
        elif meaning.sort == "fact" or meaning.name == "names":
            name = "title" if meaning.name == "names" else meaning.name
            if meaning.sort == "fact" or key.lower() == "title":
                self.facts.values[name] = cell
        elif meaning.sort == "label" and keys.is_document_label(meaning.name) and may_be(meaning, cell):
            self.reading.scope[meaning.name] = cell
        else:
            return
        ranks[meaning.name] = meaning.rank

    def _entries(self, node: Mapping, place: Place) -> Iterator[Entry]:
        """The entries of a mapping with what their keys mean there; keys that stand twice are noted."""
        seen: set[str] = set()
        for key, value in node.entries:
            if key.text in seen:
                self.reading.notes.append(
                    Note("duplicate_key", key, f"the key {key.text!r} stands here twice")
                )
            seen.add(key.text)
            meaning = keys.meaning(key.text)
            yield key, meaning.under(place.above).of_itself() if meaning else None, value

    def _mapping(self, node: Mapping, place: Place) -> None:
        entries = list(self._entries(node, place))
        labels = {**place.labels, **labels_of(entries, top=not place.path)}
        entries = [self._named_below(entry, place) for entry in self._told_by_ends(entries, labels)]
        pay = [
            (key, m, value) for key, m, value in entries if m and m.sort == "pay" and isinstance(value, Cell)
        ]
        self.reading.rows += self._pay_rows(pay, labels, place)
        for key, meaning, value in entries:
            if isinstance(value, Cell):
                self._text(key, meaning, value, place)
            else:
                self._below(key, meaning, value, place, labels)

    def _named_below(self, entry: Entry, place: Place) -> Entry:
        """A key below a pay key whose first words only name whose pay it is (`rates: {welding_day_eur: 310}`)."""
        key, meaning, value = entry
        above = place.above if place.above_cell is not None else None
        named = keys.named_under(key.text, above) if meaning is None and above else None
        if meaning is None and named is None and isinstance(value, Cell):
            named = pay_of_somebody(key, value)
        if named is None:
            return entry
        self.whose[key.start] = key.cut(*named[1])
        return key, named[0], value

    def _told_by_ends(self, entries: list[Entry], labels: dict[str, Value]) -> list[Entry]:
        """Keys that are told to be ends of pay by each other and by the job or rank that they stand beside (`step_min`, `step_max`)."""
        named = ends_by_any_name(entries) if labels.keys() & {"role", "level"} else {}
        return [(key, named.get(key.start, meaning), value) for key, meaning, value in entries]

    def _below(
        self,
        key: Cell,
        meaning: Key | None,
        node: Mapping | Sequence,
        place: Place,
        labels: dict[str, Value],
    ) -> None:
        if meaning is not None and meaning.sort == "levels":
            for cell in scalars(node):
                self.facts.levels += level_equivalences.read(cell)
            return
        meaning = meaning or of_entries(key, node)
        inner = place.below(key, {**labels, **self._own(key)}, meaning)
        ends = two_ends(node) if meaning is not None and meaning.sort == "pay" else None
        if meaning is not None and ends is not None:
            self.reading.rows.append(row_of(ends, key, meaning, inner.labels, place))
            return
        if isinstance(node, Mapping):
            if meaning is None:
                inner = replace(inner, labels={**labels, **named_by(key)})
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
        self, pay: Iterable[tuple[Cell, Key, Node]], labels: dict[str, Value], place: Place
    ) -> Iterator[Row]:
        pairs: dict[Key, dict[str, tuple[Cell, Cell]]] = {}
        for key, meaning, value in pay:
            if isinstance(value, Cell) and meaning.end:
                pairs.setdefault(of_both_ends(meaning), {})[meaning.end] = (key, value)
        for key, meaning, value in pay:
            if not isinstance(value, Cell):
                continue
            pair = pairs.get(of_both_ends(meaning)) if meaning.end else None
            if pair is None:
                yield from self._scalar_rows(key, meaning, value, {**labels, **self._own(key)}, place)
            elif meaning.end == next(iter(pair)):
                yield from self._pair_row(meaning, pair, labels, place)

    def _pair_row(
        self, meaning: Key, pair: dict[str, tuple[Cell, Cell]], labels: dict[str, Value], place: Place
    ) -> Iterator[Row]:
        ends: dict[str, Cell] = {}
        for end, (key, value) in pair.items():
            reading = figures.read(value, unit=unit_below(meaning))
            if len(reading.figures) == 1:
                ends[end] = value
            elif not reading.says_none and not is_empty(value):
                self.reading.notes.append(unread_note(key, value))
        if ends:
            first = next(iter(ends))
            yield row_of(Ends(ends.get("low"), ends.get("high")), pair[first][0], meaning, labels, place)

    def _scalar_rows(
        self, key: Cell, meaning: Key, value: Cell, labels: dict[str, Value], place: Place
    ) -> Iterator[Row]:
        if is_empty(value):
            return
        reading = figures.read(value, unit=unit_below(meaning))
        if not reading.figures and not reading.says_none and any(sign.isdigit() for sign in value.text):
            self.reading.notes.append(unread_note(key, value))
        for figure in reading.figures:
            yield row_of(figure, key, meaning, labels, place)

    def _own(self, key: Cell) -> dict[str, Value]:
        """What the words of a key that name whose pay it is are a label of."""
        named = self.whose.get(key.start)
        if named is None:
            return {}
        return named_by(named) or {"role" if field_of_work(named) is not None else "qualifier": named}

    def _text(self, key: Cell, meaning: Key | None, value: Cell, place: Place) -> None:
        """Text that is no label: figures in it are read as in any text of the document."""
        if meaning is not None and meaning.sort in ("pay", "fact", "label", "modifier", "name"):
            return
        if meaning is not None and meaning.sort == "levels":
            self.facts.levels += level_equivalences.read(value)
        elif figures.find(value) or (meaning is not None and meaning.sort == "meta"):
            self.reading.blocks.append(Block("front_matter", value, label=key))
        elif meaning is not None and meaning.sort == "meta" and not place.path:
            self.reading.blocks.append(Block("meta", value))  # what the page is about, in its own words
