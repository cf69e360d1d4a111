"""The published tables: one description of every column, and what is rendered from it.

pandas and pandera are imported by `schemas.tables.validation` alone, which nothing below `flows` needs.
"""

from schemas.tables.arrow import arrow_schema
from schemas.tables.columns import Column, TableModel, models
from schemas.tables.datapackage import datapackage, dictionary

NAMES = tuple(models())

__all__ = ["NAMES", "Column", "TableModel", "arrow_schema", "datapackage", "dictionary", "models"]
