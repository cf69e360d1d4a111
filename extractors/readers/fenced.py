"""What stands between the fences of a code block in Markdown: data, tables, values with names, or text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers import loose_tables
from extractors.readers.markdown_lines import stretches
from extractors.readers.structured_pay import Statements
from extractors.readers.yaml_tree import Mapping, Node, Sequence, UnreadableYamlError, parse
from schemas import Block, Cell, Reading

_DATA = re.compile(r"\s*(?:\[\s*\{|\{)")
_RECORD = re.compile(r"\s*\{.*\}\s*,?\s*")


def read(lines: list[Cell], number: int) -> Reading:
    """The blocks of a code block, and its rows where it is data; `number` is that of its first table."""
    reading = _data(lines)
    if reading is not None and reading.rows:
        return reading
    reading = Reading()
    for part in stretches(lines):
        whole = Cell.joined(part, "\n")
        table = loose_tables.table(part, number) or loose_tables.named_values(part, number)
        number += table is not None
        reading.blocks.append(Block("paragraph" if table is None else "table", whole.strip(), table=table))
    return reading


def _data(lines: list[Cell]) -> Reading | None:
    """What JSON states: a value, or one record a line; None where it is none."""
    if not lines or _DATA.match("\n".join(line.text for line in lines[:2])) is None:
        return None
    reading = Reading()
    statements = Statements(reading)
    for tree in _trees(lines):
        if isinstance(tree, (Mapping, Sequence)):
            statements.records(tree)
    return reading


def _trees(lines: list[Cell]) -> Iterator[Node | None]:
    """The trees of the lines, each by itself where each is a record."""
    said = [line for line in lines if line.text.strip()]
    alone = len(said) > 1 and all(_RECORD.fullmatch(line.text) for line in said)
    for cell in [line.strip().rstrip(",") for line in said] if alone else [Cell.joined(lines, "\n")]:
        try:
            yield parse(cell)
        except UnreadableYamlError:
            return
