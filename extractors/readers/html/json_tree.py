"""JSON as a tree whose texts and numbers know their place, as far as it can be read; broken JSON costs what is behind the break."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.entities import resolved
from schemas import Cell

Node = dict[str, "Value"]
Value = Cell | Node | list["Value"]

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)"|(-?\d[\d.eE+-]*+)|([{}\[\]:,])')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"n": "\n", "t": " ", "r": " ", "b": " ", "f": " "}
MAX_DEPTH = 40
MAX_TOKENS = 20_000


@dataclass(slots=True)
class _Open:
    """An object or list that is being read; `key` is the one whose value comes next."""

    made: Node | list[Value]
    key: str = ""
    names: bool = field(default=True)


def parse(script: Cell) -> list[Value]:
    """The values of a script, outermost first; usually one."""
    roots: list[Value] = []
    stack: list[_Open] = []
    for number, token in enumerate(_TOKEN.finditer(script.text)):
        if number == MAX_TOKENS:
            break
        text, amount, sign = token.groups()
        if sign in ("{", "["):
            made: Node | list[Value] = {} if sign == "{" else []
            _put(roots, stack, made)
            if len(stack) == MAX_DEPTH:
                break
            stack.append(_Open(made))
        elif sign in ("}", "]"):
            if stack:
                stack.pop()
        elif sign is not None:
            if stack:
                stack[-1].names = sign == ","
        elif text is not None and stack and isinstance(stack[-1].made, dict) and stack[-1].names:
            stack[-1].key = text
        else:
            cell = script.cut(*token.span(1 if text is not None else 2))
            _put(roots, stack, cell if amount is not None else _unescaped(cell))
    return roots


def _put(roots: list[Value], stack: list[_Open], value: Value) -> None:
    if not stack:
        roots.append(value)
    elif isinstance(stack[-1].made, dict):
        stack[-1].made.setdefault(stack[-1].key, value)
    else:
        stack[-1].made.append(value)


def objects(values: list[Value]) -> list[Node]:
    """All objects in a tree, in the order in which they open."""
    found: list[Node] = []
    waiting: list[Value] = [*reversed(values)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found.append(value)
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)
    return found


def _unescaped(cell: Cell) -> Cell:
    """A text without its escapes and entities; each character that was escaped stands for the whole of its spelling."""
    if "\\" not in cell.text:
        return resolved(cell)
    text: list[str] = []
    places: list[tuple[int, int]] = []
    own = cell.character_places()
    at = 0
    for found in _ESCAPE.finditer(cell.text):
        text.append(cell.text[at : found.start()])
        places += own[at : found.start()]
        code, letter = found.groups()
        shown = chr(int(code, 16)) if code else _SHORT.get(letter, letter)
        if not 0xD800 <= ord(shown) < 0xE000:  # half of a character beyond the first plane
            text.append(shown)
            places.append((own[found.start()][0], own[found.end() - 1][1]))
        at = found.end()
    text.append(cell.text[at:])
    places += own[at:]
    return resolved(Cell("".join(text), cell.start, tuple(places)))
