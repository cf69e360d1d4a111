"""The columns of the dataset's tables, read from `tables.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from schemas import packaged
from schemas.fixed import fixed

Type = Literal["string", "category", "float", "integer", "boolean", "date", "strings"]


@fixed
class Column:
    """One column: name, type, meaning, and what its values may be."""

    name: str
    type: Type
    about: str
    nullable: bool = True
    unique: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


@fixed
class TableModel:
    """One table: its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


@cache
def models() -> dict[str, TableModel]:
    """All tables by name, in the order in which they are documented."""
    loaded: dict[str, Any] = packaged.load("tables.yaml", "schemas.tables")
    return {
        name: TableModel(
            name, table["about"], tuple(_column(key, value) for key, value in table["columns"].items())
        )
        for name, table in loaded.items()
    }


@cache
def values(table: str, column: str) -> frozenset[str]:
    """The values that a column may have; empty where any text will do. Raises KeyError for names that do not exist."""
    return frozenset({one.name: one.values for one in models()[table].columns}[column])


def _column(name: str, given: dict[str, Any]) -> Column:
    return Column(
        name,
        given["type"],
        given["about"],
        not given.get("required", False),
        given.get("unique", False),
        given.get("unit", ""),
        tuple(given.get("values", ())),
        given.get("min"),
        given.get("max"),
    )
