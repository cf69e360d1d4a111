"""The tables as Arrow schemas, with description and unit in the metadata of every field."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from schemas.tables.columns import Column, models

TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int32(), pa.string()),
    "float": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "strings": pa.list_(pa.string()),
}


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table. Raises KeyError for a name that no table has."""
    model = models()[table]
    return pa.schema([_field(column) for column in model.columns], metadata={"description": model.about})


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.about}
    if column.unit:
        metadata["unit"] = column.unit
    if column.values:
        metadata["values"] = " ".join(column.values)
    return pa.field(column.name, TYPES[column.type], nullable=column.nullable, metadata=metadata)
