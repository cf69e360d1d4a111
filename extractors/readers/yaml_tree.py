"""YAML whose every scalar is a cell, built from parser events.

The tree is built here and not by `yaml.load`: a document is hostile until shown otherwise. Nesting, number of events
and size are bounded, anchors, aliases and merge keys are refused (a kilobyte of them can fill a machine), and every
scalar stays the text that was written (`NO`, `010` and `12:30` are no boolean, no eight and no 750).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from schemas import Cell

MAX_CHARACTERS = 64 * 1024
MAX_EVENTS = 5_000
MAX_DEPTH = 20

Mark = yaml.error.Mark | yaml._yaml.Mark
_HEX = {"x": 2, "u": 4, "U": 8}
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")


class UnreadableYamlError(ValueError):
    """YAML that is broken or refused; `offset` is where, in the text that was given."""

    def __init__(self, reason: str, offset: int = 0) -> None:
        super().__init__(reason)
        self.offset = offset


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order written; a key may occur twice."""

    entries: list[tuple[Cell, Node]] = field(default_factory=list)


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node] = field(default_factory=list)


Node = Cell | Mapping | Sequence


def parse(cell: Cell) -> Node | None:
    """The tree of one YAML document; None when it is empty. Raises UnreadableYamlError."""
    if len(cell) > MAX_CHARACTERS:
        raise UnreadableYamlError(f"longer than {MAX_CHARACTERS} characters")
    try:
        return _build(cell, _events(cell.text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYamlError(error.problem or "not YAML", _offset(mark)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise UnreadableYamlError("holds characters that YAML does not allow") from error


def _events(text: str) -> Iterator[yaml.Event]:
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
        at = _offset(event.start_mark)
        if count > MAX_EVENTS:
            raise UnreadableYamlError(f"more than {MAX_EVENTS} parts", at)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableYamlError("anchors and aliases are refused", at)
        # In quotes and without a tag `'<<'` is text.
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit != (False, True):
            raise UnreadableYamlError("merge keys are refused", at)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise UnreadableYamlError(f"nested deeper than {MAX_DEPTH}", at)
        yield event


def _offset(mark: Mark | None) -> int:
    return mark.index if mark is not None else 0


def _build(cell: Cell, events: Iterator[yaml.Event]) -> Node | None:
    root: Node | None = None
    open_nodes: list[Mapping | Sequence] = []
    keys: list[Cell | None] = []  # for every open node the key that waits for its value
    for event in events:
        node: Node
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            keys.pop()
            continue
        if isinstance(event, yaml.ScalarEvent):
            node = _scalar(cell, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            node = Mapping() if isinstance(event, yaml.MappingStartEvent) else Sequence()
        else:
            continue
        if not open_nodes:
            if root is not None:
                raise UnreadableYamlError("holds more than one document", _offset(event.start_mark))
            root = node
        else:
            keys[-1] = _attach(open_nodes[-1], keys[-1], node, _offset(event.start_mark))
        if not isinstance(node, Cell):
            open_nodes.append(node)
            keys.append(None)
    return root


def _attach(parent: Mapping | Sequence, key: Cell | None, node: Node, at: int) -> Cell | None:
    if isinstance(parent, Sequence):
        parent.items.append(node)
        return None
    if key is not None:
        parent.entries.append((key, node))
        return None
    if not isinstance(node, Cell):
        raise UnreadableYamlError("a key is a list or a mapping", at)
    return node


def _scalar(cell: Cell, event: yaml.ScalarEvent) -> Cell:
    """The value of a scalar; escapes and line folds keep the place they were written at."""
    start, end = _offset(event.start_mark), _offset(event.end_mark)
    if event.style in ("'", '"'):
        start, end = start + 1, end - 1
    raw = cell.cut(start, end)
    if raw.text == event.value:
        return raw
    pieces = list(_pieces(raw.text, event.style or ""))
    if event.style in ("|", ">"):
        pieces = _block_pieces(raw.text, event.value)
    if "".join(text for text, _, _ in pieces) != event.value:
        # A notation that is not followed character by character: each one points at the whole scalar.
        pieces = [(event.value, 0, len(raw.text))]
    base = raw.start
    places = tuple((base + left, base + right) for text, left, right in pieces for _ in text)
    return Cell(event.value, places[0][0] if places else base, places)


def _pieces(raw: str, style: str) -> Iterator[tuple[str, int, int]]:
    """What stands for what in a plain or quoted scalar: text, start, end."""
    at = 0
    while at < len(raw):
        fold = _FOLD.match(raw, at) if raw[at] in " \t\r\n" else None
        if fold:
            breaks = fold.group().replace("\r\n", "\n").replace("\r", "\n").count("\n")
            text, length = "\n" * (breaks - 1) or " ", len(fold.group())
        elif style == "'" and raw.startswith("''", at):
            text, length = "'", 2
        elif style == '"' and raw[at] == "\\":
            text, length = _escape(raw, at)
        else:
            text, length = raw[at], 1
        yield text, at, at + length
        at += length


def _escape(raw: str, at: int) -> tuple[str, int]:
    mark = raw[at + 1 : at + 2]
    if mark in _HEX:
        digits = raw[at + 2 : at + 2 + _HEX[mark]]
        return chr(int(digits, 16)), 2 + len(digits)
    fold = _FOLD.match(raw, at + 1)
    if fold:
        return "", 1 + len(fold.group())
    known = {
        "n": "\n",
        "t": "\t",
        "r": "\r",
        "0": "\0",
        "_": "\u00a0",
        "N": "\x85",
        "L": "\u2028",
        "P": "\u2029",
    }
    return known.get(mark, mark), 2


def _block_pieces(raw: str, value: str) -> list[tuple[str, int, int]]:
    """A literal or folded block: its words stand in the text as they stand in the value, in the same order."""
    pieces: list[tuple[str, int, int]] = []
    at = raw.find("\n") + 1
    for word in re.finditer(r"\S+|\s+", value):
        if word.group().isspace():
            stop = at
            while stop < len(raw) and raw[stop].isspace():
                stop += 1
            pieces.append((word.group(), at, stop))
            at = stop
            continue
        while at < len(raw) and raw[at].isspace():
            at += 1
        if not raw.startswith(word.group(), at):
            return []
        pieces += [(sign, at + i, at + i + 1) for i, sign in enumerate(word.group())]
        at += len(word.group())
    return pieces
