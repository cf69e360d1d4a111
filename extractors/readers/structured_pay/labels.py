"""The labels among the entries of a mapping, and what an entry's own name is a label of."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.readers import place_lists
from extractors.readers.yaml_tree import Mapping, Node, Sequence
from normalizers import keys, mentions
from normalizers.keys import Key
from normalizers.labels import place as known_place
from schemas import Cell
from schemas.row import Label, Value

Entry = tuple[Cell, Key | None, Node]
"""A key, what it means where it stands, and its value."""
_NOTHING = frozenset(("", "null", "none", "~", "n/a", "na", "tbd", "-", "—"))
_SURE_PLACES = 14
"""Spellings of a key for a place that mean nothing else."""
_A_NAME = Key("name", "names")
"""What `title` means below the top of the data, where it is that of no page."""
_FANNED = ("region", "company")
# Which row key an entry's own name (`name: Senior`) fills, by the kind of what the vocabularies find in it.
_NAME_KINDS = {
    "level": "level",
    "place": "region",
    "role": "role",
    "company": "company",
    "experience": "experience",
}


def is_empty(value: Cell) -> bool:
    """Whether a value says that there is none."""
    return value.text.strip().lower() in _NOTHING


def may_be(meaning: Key, cell: Cell) -> bool:
    """Whether a key that has other uses too (`site`, `hq`) holds a place."""
    return meaning.name != "region" or meaning.rank < _SURE_PLACES or known_place(cell.text) is not None


def labels_of(entries: Iterable[Entry], *, top: bool) -> dict[str, Value]:
    """The labels among the entries of one mapping; the best spelling of each counts."""
    found: dict[str, tuple[int, Value]] = {}
    for _, meant, node in entries:
        meaning = _A_NAME if meant is not None and meant.name == "title" and not top else meant
        if meaning is None or meaning.sort not in ("label", "name"):
            continue
        if top and (meaning.sort == "name" or not keys.is_document_label(meaning.name)):
            continue
        if isinstance(node, Cell) and not may_be(meaning, node):
            continue
        value = _label_value(meaning.name, node)
        if value is None:
            continue
        named: dict[str, Value] = {meaning.name: value}
        if isinstance(value, Cell) and (meaning.sort == "name" or meaning.name == "region"):
            named = named_by(value) or (named if meaning.sort == "label" else {})
        for name, label in named.items():
            rank = meaning.rank + 100 * (meaning.sort == "name")
            if rank < found.get(name, (1000, label))[0]:
                found[name] = (rank, label)
    return {name: label for name, (_, label) in found.items()}


def _label_value(name: str, node: Node) -> Value | None:
    if isinstance(node, Mapping):
        return None
    if isinstance(node, Sequence):
        cells: list[Label] = [cell for cell in scalars(node) if not is_empty(cell)]
        if name in _FANNED and len(cells) > 1:
            return cells
        return joined(node)
    if is_empty(node):
        return None
    if name == "region":
        places = place_lists.split(node)
        return [*places] if isinstance(places, list) else places
    return node


def named_by(name: Cell) -> dict[str, Value]:
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


def joined(node: Node) -> Cell | None:
    cells = [node] if isinstance(node, Cell) else scalars(node)
    cells = [cell for cell in cells if not is_empty(cell)]
    return Cell.joined(cells, "; ") if cells else None


def scalars(node: Node) -> list[Cell]:
    """The scalars below a node, keys apart, in the order written."""
    if isinstance(node, Cell):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return [cell for item in inner for cell in scalars(item)]
