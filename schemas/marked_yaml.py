"""YAML written by people for Wagebook (manifests, corrections), with the line of every entry.

Scalars stay the text that was written: a country `NO` is not False and a version `1.10` is not 1.1. Whoever takes
them says what they mean. Anchors, aliases and tags are refused, and so is a key given twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Node = str | None | list["Node"] | dict[str, "Node"]
Place = tuple[str | int, ...]
"""Where an entry stands: keys and list positions from the top."""

MAXIMUM_DEPTH = 20
_REMEDIES = {
    "mapping values are not allowed": "; put a value that holds `: ` in quotes, and set keys of one entry at one depth",
    "'\\t' that cannot start": "; indent with spaces",
    "expected alphabetic or numeric": "; put a value that begins with `*` or `&` in quotes",
    "while scanning an alias": "; put a value that begins with `*` in quotes",
    "could not find expected ':'": "; behind a key stand a colon and a space",
    "cannot start any token": "; put the value in quotes",
}
"""What to do about the commonest mistakes, by what the parser says of them."""
_NOTHING = {"", "~", "null", "Null", "NULL"}


class MarkedYamlError(ValueError):
    """The text is no YAML of the kind above. `line` is 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Marked:
    """What was read, and the 1-based line of every entry, by its place."""

    data: Node
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of an entry, or of the nearest entry around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def load(text: str) -> Marked:
    """Read one YAML document. Raises MarkedYamlError."""
    try:
        events = list(_guarded(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "not YAML"
        remedy = next((remedy for part, remedy in _REMEDIES.items() if part in problem), "")
        raise MarkedYamlError(problem + remedy, mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise MarkedYamlError(f"not YAML: {error}".replace("\n", " "), 1) from error
    return _Builder(events).document()


def _guarded(text: str) -> Iterator[yaml.Event]:
    """The events, as long as they are not nested too deeply: PyYAML takes quadratic time for deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise MarkedYamlError(f"nested deeper than {MAXIMUM_DEPTH} levels", _line(event))
        yield event


class _Builder:
    def __init__(self, events: list[yaml.Event]) -> None:
        self.events = [e for e in events if not isinstance(e, yaml.StreamStartEvent | yaml.StreamEndEvent)]
        self.at = 0
        self.lines: dict[Place, int] = {}

    def document(self) -> Marked:
        if not self.events:
            return Marked(None, {})
        self._next()
        data = self._node(())
        self._next()
        if self.at < len(self.events):
            raise MarkedYamlError("a second YAML document; keep one", _line(self.events[self.at]))
        return Marked(data, self.lines)

    def _next(self) -> yaml.Event:
        self.at += 1
        return self.events[self.at - 1]

    def _node(self, place: Place) -> Node:
        event = self._next()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise MarkedYamlError("anchors and aliases are not allowed: write the value out", _line(event))
        self.lines.setdefault(place, _line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return self._scalar(event)

    @staticmethod
    def _scalar(event: yaml.Event) -> str | None:
        value = str(getattr(event, "value", ""))
        plain = getattr(event, "style", None) is None
        return None if plain and value in _NOTHING else value

    def _mapping(self, place: Place) -> dict[str, Node]:
        mapping: dict[str, Node] = {}
        while not isinstance(self.events[self.at], yaml.MappingEndEvent):
            key = self._next()
            if not isinstance(key, yaml.ScalarEvent):
                raise MarkedYamlError("a key must be plain text", _line(key))
            if key.value in mapping:
                raise MarkedYamlError(f"{key.value!r} is given twice", _line(key))
            self.lines[(*place, key.value)] = _line(key)
            mapping[key.value] = self._node((*place, key.value))
        self._next()
        return mapping

    def _sequence(self, place: Place) -> list[Node]:
        entries: list[Node] = []
        while not isinstance(self.events[self.at], yaml.SequenceEndEvent):
            entries.append(self._node((*place, len(entries))))
        self._next()
        return entries


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1
