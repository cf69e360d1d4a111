"""The tables as pandera models, and the split of rows into good ones and rejects.

pandera's own `drop_invalid_rows` drops by label and is not used: rows are validated lazily on a fresh index, and the
failure cases say which rows go.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

from schemas.tables.columns import Column, models

_DTYPES: dict[str, Any] = {
    "string": pd.ArrowDtype(pyarrow.string()),
    "category": pd.ArrowDtype(pyarrow.string()),
    "float": pd.ArrowDtype(pyarrow.float64()),
    "integer": pd.ArrowDtype(pyarrow.int64()),
    "boolean": pd.ArrowDtype(pyarrow.bool_()),
    "date": pd.ArrowDtype(pyarrow.date32()),
    "strings": pd.ArrowDtype(pyarrow.list_(pyarrow.string())),
}
MAX_AMOUNT = 1e13


@cache
def model(table: str) -> pa.DataFrameSchema:
    """The pandera model of a table: types, nullability, allowed values and limits, and what must hold between columns."""
    columns = {column.name: _column(column) for column in models()[table].columns}
    return pa.DataFrameSchema(
        columns, checks=_ROW_CHECKS.get(table, []), strict=True, ordered=True, name=table
    )


def _column(column: Column) -> pa.Column:
    checks = []
    if column.values:
        checks.append(pa.Check.isin(list(column.values), name=f"{column.name}_known"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, name=f"{column.name}_not_below_{column.minimum:g}"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, name=f"{column.name}_not_above_{column.maximum:g}"))
    return pa.Column(
        _DTYPES[column.type], checks, nullable=column.nullable, unique=column.unique, description=column.about
    )


def _has_an_end(rows: pd.DataFrame) -> pd.Series[bool]:
    return rows["low"].notna() | rows["high"].notna()


def _amounts_are_sane(rows: pd.DataFrame) -> pd.Series[bool]:
    largest = rows[["low", "high"]].abs().max(axis=1)
    return (largest.fillna(0) < MAX_AMOUNT).astype(bool)


def _percent_has_no_currency(rows: pd.DataFrame) -> pd.Series[bool]:
    return ~((rows["unit"] == "percent") & rows["currency"].notna())


def _evidence_fits_its_place(rows: pd.DataFrame) -> pd.Series[bool]:
    return (rows["char_end"] - rows["char_start"]) == rows["evidence"].str.len()


_ROW_CHECKS: dict[str, list[pa.Check]] = {
    "observations": [
        pa.Check(_has_an_end, name="has_an_end"),
        pa.Check(_amounts_are_sane, name="amount_too_large"),
        pa.Check(_percent_has_no_currency, name="percent_with_currency"),
        pa.Check(_evidence_fits_its_place, name="evidence_fits_its_place"),
    ]
}


def frame(table: str, records: list[dict[str, Any]]) -> pd.DataFrame:
    """Records as a data frame with the table's columns and types, on a fresh index."""
    names = models()[table].columns
    return pd.DataFrame(
        {
            column.name: pd.Series([r.get(column.name) for r in records], dtype=_DTYPES[column.type])
            for column in names
        }
    )


def split(table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that pass the model, and for the others one failure each: `row`, `check`, `column`, `value`.

    Raises pandera's SchemaErrors when a whole column is wrong (missing, of another type): that is a bug and no bad row.
    """
    rows = rows.reset_index(drop=True)
    try:
        model(table).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        if cases["index"].isna().any():
            raise
        failures = _failures(cases)
        return rows.drop(index=failures["row"].to_list()).reset_index(drop=True), failures
    return rows, pd.DataFrame(columns=["row", "check", "column", "value"])


def _failures(cases: pd.DataFrame) -> pd.DataFrame:
    """One line a row: a check over the whole row reports every column, of which none is to blame."""
    per_row = cases.assign(index=cases["index"].astype(int)).sort_values(["index", "check"], kind="stable")
    whole = per_row["schema_context"].eq("DataFrameSchema")
    first = per_row.assign(
        column=per_row["column"].where(~whole), failure_case=per_row["failure_case"].where(~whole)
    ).drop_duplicates("index")
    return pd.DataFrame(
        {
            "row": first["index"].to_list(),
            "check": first["check"].astype(str).to_list(),
            "column": first["column"].to_list(),
            "value": [None if pd.isna(v) else str(v) for v in first["failure_case"]],
        }
    )
