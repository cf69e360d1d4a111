"""The published tables: one description of every column, and what is rendered from it.

Only what is asked for is imported: the columns need nothing, `arrow_schema` needs pyarrow, and
`schemas.tables.validation` alone needs pandas and pandera.
"""

from typing import TYPE_CHECKING, Any

from schemas.tables.columns import Column, TableModel, models, values
from schemas.tables.datapackage import datapackage, dictionary

if TYPE_CHECKING:
    from schemas.tables.arrow import arrow_schema

NAMES = tuple(models())

__all__ = ["NAMES", "Column", "TableModel", "arrow_schema", "datapackage", "dictionary", "models", "values"]


def __getattr__(name: str) -> Any:
    if name == "arrow_schema":
        from schemas.tables.arrow import arrow_schema

        return arrow_schema
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
