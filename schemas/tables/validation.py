"""The tables as pandera models, and the split of rows into good ones and rejects.

pandera's own `drop_invalid_rows` drops by label and is not used: rows are validated lazily on a fresh index, and the
failure cases say which rows go.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

from schemas.fixed import fixed
from schemas.tables.arrow import rows as rows_of
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
        checks.append(_named(pa.Check.isin, list(column.values), f"{column.name}_known"))
    if column.minimum is not None:
        checks.append(_named(pa.Check.ge, column.minimum, f"{column.name}_not_below_{column.minimum:g}"))
    if column.maximum is not None:
        checks.append(_named(pa.Check.le, column.maximum, f"{column.name}_not_above_{column.maximum:g}"))
    return pa.Column(
        _DTYPES[column.type], checks, nullable=column.nullable, unique=column.unique, description=column.about
    )


def _named(check: Callable[..., pa.Check], limit: object, name: str) -> pa.Check:
    """A check of pandera's own; its name is what its failures are called."""
    return check(limit, name=name, error=name)


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


COMPARABLE = ("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "SGD", "NZD")
"""Currencies in which nobody is paid less than a thousand or more than a hundred million a year."""
LEAST_A_YEAR, MOST_A_YEAR = 1_000, 100_000_000
WIDE = 10
FEW_CASES = 30
MOST_PERCENT = 400


def _cases_are_enough(rows: pd.DataFrame) -> pd.Series[bool]:
    return ~(rows["sample_size"] < FEW_CASES).fillna(False).astype(bool)


def _range_is_usual(rows: pd.DataFrame) -> pd.Series[bool]:
    wide = (rows["unit"] == "currency") & (rows["low"] > 0) & (rows["high"] > rows["low"] * WIDE)
    return ~wide.fillna(False).astype(bool)


def _year_is_usual(rows: pd.DataFrame) -> pd.Series[bool]:
    pay = rows["component"].isin(["base", "total", "wage"]) & rows["currency"].isin(COMPARABLE)
    least = rows["annual_low"].fillna(rows["annual_high"])
    most = rows["annual_high"].fillna(rows["annual_low"])
    odd = pay & ((least < LEAST_A_YEAR) | (most > MOST_A_YEAR))
    return ~odd.fillna(False).astype(bool)


def _percent_is_usual(rows: pd.DataFrame) -> pd.Series[bool]:
    odd = (rows["unit"] == "percent") & (rows[["low", "high"]].abs().max(axis=1) > MOST_PERCENT)
    return ~odd.fillna(False).astype(bool)


def _amount_is_positive(rows: pd.DataFrame) -> pd.Series[bool]:
    negative = rows[["low", "high"]].min(axis=1) < 0
    return ~(negative & ~rows["component"].isin(["premium", "other"])).fillna(False).astype(bool)


_DOUBTS: dict[str, list[pa.Check]] = {
    "observations": [
        pa.Check(_cases_are_enough, name="small_sample"),
        pa.Check(_range_is_usual, name="wide_range"),
        pa.Check(_year_is_usual, name="unlikely_year"),
        pa.Check(_percent_is_usual, name="unlikely_percent"),
        pa.Check(_amount_is_positive, name="negative_amount"),
    ]
}
"""Checks that a good row may fail; their names are flags."""


@cache
def soft_model(table: str) -> pa.DataFrameSchema:
    """The pandera model whose failures are doubts about a row and no reason to reject it."""
    return pa.DataFrameSchema(checks=_DOUBTS.get(table, []), name=f"{table}, doubts")


def doubts(table: str, rows: pd.DataFrame) -> list[tuple[int, str]]:
    """The flags that the soft model puts on rows: position of the row and code, in this order."""
    rows = rows.reset_index(drop=True)
    try:
        soft_model(table).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases[["index", "check"]].drop_duplicates()
        return sorted((int(row), str(check)) for row, check in cases.itertuples(index=False))
    return []


def frame(table: str, records: list[dict[str, Any]]) -> pd.DataFrame:
    """Records as a data frame with the table's columns and types, on a fresh index.

    Nothing is converted: raises pyarrow's ArrowException for a value of another type than its column's.
    """
    return framed(rows_of(table, records))


def framed(rows: pyarrow.Table) -> pd.DataFrame:
    """Rows as a data frame with the same types."""
    return pd.DataFrame({name: pd.arrays.ArrowExtensionArray(rows[name]) for name in rows.column_names})


@fixed
class Failure:
    """A row that failed: its position, the first check that it failed, and the column and value to blame, if one is."""

    row: int
    check: str
    column: str | None
    value: str | None


def split(table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Failure]]:
    """The rows that pass the model on a fresh index, and one failure for each of the others.

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
        return rows.drop(index=[one.row for one in failures]).reset_index(drop=True), failures
    return rows, []


def _failures(cases: pd.DataFrame) -> list[Failure]:
    """One a row: a check over the whole row reports every column, of which none is to blame."""
    found: dict[int, Failure] = {}
    columns = ["index", "check", "schema_context", "column", "failure_case"]
    per_row = cases[columns].astype({"index": int}).sort_values(["index", "check"], kind="stable")
    for row, check, context, column, value in per_row.itertuples(index=False):
        whole = context == "DataFrameSchema"
        blamed = None if whole else str(column)
        stated = None if whole or pd.isna(value) else str(value)
        found.setdefault(row, Failure(row, str(check), blamed, stated))
    return list(found.values())
