"""Levels that a document sets equal: in a line (`Acme ML Engineer = Google L4-L5 = Meta E5`) or in a table."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.readers.pay_columns.column import Column
from normalizers import headers, mentions
from schemas import Cell, LevelEquivalence, Table
from schemas.row import Label

_LEVELS = re.compile(r"\b(?:levels?|equivalents?|equivalence|grade|title|titles|mapping)\b", re.IGNORECASE)
_NONE = re.compile(r"(?:n/?a|none|no equivalent.*|[-–—]*)", re.IGNORECASE)
_EQUALS = re.compile(r"\s(?:=|≈|~|==|↔|⇔)\s")
_MAX_LEVELS = 20


def read(cell: Cell) -> list[LevelEquivalence]:
    """The equivalences of one line: the first level with each of the others; none where nothing is set equal."""
    labels = [piece.strip(" \t\r\n*_`.;,") for piece in cell.split(_EQUALS)]
    labels = [label for label in labels if label.text][:_MAX_LEVELS]
    if len(labels) < 2 or any(len(label) > 120 for label in labels):
        return []
    first = labels[0]
    return [LevelEquivalence(cell, label=first, other_label=other) for other in labels[1:]]


def of_table(table: Table, columns: list[Column], scope: Mapping[str, Label]) -> list[LevelEquivalence]:
    """The equivalences of a table without pay whose columns are levels: of companies, or labels and titles of one."""
    years = [column for column in columns if column.header and column.header.holds == "experience"]
    levels = [column for column in columns if column not in years and _is_level(column)]
    if columns and levels and columns[0] not in (*levels, *years) and not columns[0].holds_figures:
        levels.insert(0, columns[0])  # the document's own company, which no vocabulary knows
    if len(levels) < 2 or len(levels) + len(years) < len(columns) / 2:
        return []
    found = []
    for row in table.rows[table.header_rows :]:
        label = row[levels[0].index]
        if not label or _is_attribute(label):
            continue
        for column in levels[1:]:
            other = row[column.index]
            if _NONE.match(other.text) and _NONE.fullmatch(other.text.split(" — ")[0].strip()):
                continue
            own, others = _company(levels[0]) or scope.get("company"), _company(column)
            title = other if others is None and "title" in column.name.lower() else None
            cell = Cell.joined([label, other], " = ")
            experience = row[years[0].index] if years and row[years[0].index] else None
            found.append(LevelEquivalence(cell, label, other, own, others or own, title, experience))
    return found


def _is_level(column: Column) -> bool:
    if column.header is None or column.holds_figures or column.header.holds == "ignore":
        return False
    return column.header.holds == "level" or bool(_LEVELS.search(column.name)) or _company(column) is not None


def _is_attribute(label: Cell) -> bool:
    """Whether a row says something of the levels above it (`Typical YOE`, `Scope`, `Comp parity`) and is none itself."""
    said = headers.read(label)
    about = said.holds is not None or said.components or said.weak
    return bool(about) and not any(key in said.labels for key in ("level", "role"))


def _company(column: Column) -> Cell | None:
    found = mentions.find(column.name_cell, ("company",))
    return found[0].cell if found else None
