"""The tables as Arrow schemas, with description and unit in the metadata of every field."""

from __future__ import annotations

from functools import cache
from typing import Any

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


def rows(table: str, records: list[dict[str, Any]]) -> pa.Table:
    """Records as rows of a table, categories as plain text; a column that a record does not have is empty there.

    Nothing is converted: raises ArrowException, TypeError or OverflowError for a value of another type than its column's.
    """
    # Records become a column of structures, whose fields are the columns: so pyarrow walks over them, and not Python.
    return pa.Table.from_batches([pa.RecordBatch.from_struct_array(pa.array(records, _structure(table)))])


@cache
def _structure(table: str) -> pa.StructType:
    types = TYPES | {"category": pa.string()}
    return pa.struct([(column.name, types[column.type]) for column in models()[table].columns])


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.about}
    if column.unit:
        metadata["unit"] = column.unit
    if column.values:
        metadata["values"] = " ".join(column.values)
    return pa.field(column.name, TYPES[column.type], nullable=column.nullable, metadata=metadata)
