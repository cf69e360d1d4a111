"""The rows of a batch as Arrow tables, checked against the models. What does not fit goes into quarantine, whole."""

from __future__ import annotations

import json

import pyarrow as pa
from pandera.errors import SchemaErrors

from flows.parts import OF_DOCUMENTS, conform
from flows.process import FAILED, Record, Result
from schemas.tables import arrow_schema
from schemas.tables.arrow import rows as rows_of
from schemas.tables.validation import Failure, doubts, frame, split

_ERRORS = (pa.ArrowException, SchemaErrors, TypeError, ValueError, OverflowError)


def tables(results: list[Result]) -> dict[str, tuple[pa.Table, list[int]]]:
    """Each table's rows, and how many of them each document has, in the order of the results.

    A row with a value that its column cannot hold is a defect of the code that made it, and costs its document.
    """
    try:
        return _tables(results)
    except _ERRORS:
        fitting = [_fitting(result) for result in results]
    return _tables(fitting)


def _tables(results: list[Result]) -> dict[str, tuple[pa.Table, list[int]]]:
    _judge_rows(results)
    return {name: _table(name, results) for name in OF_DOCUMENTS}


def _fitting(result: Result) -> Result:
    try:
        _tables([result])
    except _ERRORS as error:
        return result.without_rows(
            FAILED, f"its rows do not fit their columns: {' '.join(str(error).split())[:200]}"
        )
    return result


def _table(name: str, results: list[Result]) -> tuple[pa.Table, list[int]]:
    rows = [[result.document] if name == "documents" else result.tables.get(name, []) for result in results]
    table = rows_of(name, [record for records in rows for record in records])
    return conform(table, arrow_schema(name)), [len(records) for records in rows]


def _judge_rows(results: list[Result]) -> None:
    owners = [(result, row) for result in results for row in result.tables.get("observations", [])]
    if not owners:
        return
    rows = frame("observations", [row for _, row in owners])
    for place, code in doubts("observations", rows):
        row = owners[place][1]
        row["flags"] = sorted({*row["flags"], code})
    _, failures = split("observations", rows)
    rejected: dict[int, list[tuple[Record, Failure]]] = {}
    for failure in failures:
        result, row = owners[failure.row]
        rejected.setdefault(id(result), []).append((row, failure))
    for result in results:
        if id(result) in rejected:
            _reject(result, rejected[id(result)])


def _reject(result: Result, rejected: list[tuple[Record, Failure]]) -> None:
    """Take rows out of a document's observations, with all that hangs on them."""
    gone = {row["observation_id"] for row, _ in rejected}
    kept = [row for row in result.tables["observations"] if row["observation_id"] not in gone]
    for row in kept:
        if row.get("restates") in gone:
            row["restates"] = None
    result.tables["observations"] = kept
    for name in ("provenance", "issues"):
        rows = result.tables.get(name, [])
        result.tables[name] = [row for row in rows if row.get("observation_id") not in gone]
    result.tables.setdefault("quarantine", []).extend(_quarantined(row, failure) for row, failure in rejected)
    _rebalance(result, {row["figure_id"]: failure.check for row, failure in rejected})


def _rebalance(result: Result, checks: dict[str, str]) -> None:
    """A figure of which no observation is left is rejected, and the document's counts say so."""
    left = {row["figure_id"] for row in result.tables["observations"]}
    for entry in result.tables.get("ledger", []):
        check = checks.get(entry["figure_id"])
        if check and entry["figure_id"] not in left and entry["disposition"] == "observed":
            entry |= {"disposition": "rejected", "reason": check}
            result.document["observed"] -= 1
            result.document["rejected"] += 1
    result.document["observations"] = len(result.tables["observations"])


def _quarantined(row: Record, failure: Failure) -> Record:
    return {
        "document": row["document"],
        "source": row["source"],
        "check": failure.check,
        "column": failure.column,
        "value": failure.value,
        "figure_id": row["figure_id"],
        "line": row["line_start"],
        "char_start": row["char_start"],
        "char_end": row["char_end"],
        "evidence": row["evidence"],
        "row": json.dumps(row, ensure_ascii=False, default=str),
    }
