"""Rows into tables: doubts become flags, rejects go into quarantine whole, and the books still balance."""

import copy

from flows import tabulate
from flows.process import COUNTS, JUDGED_LATER, Result

ROW: dict[str, object] = {
    "observation_id": "1", "figure_id": "f1", "package_id": "p", "series_id": "s", "restates": None, "component": "base",
    "statistic": "point", "low": 100.0, "high": 100.0, "open_ended": False, "unit": "currency", "currency": "USD",
    "period": "year", "annual_low": 100.0, "annual_high": 100.0, "claim": "market", "source": "s", "document": "s/d",
    "document_sha256": "0", "extractor": "e", "extractor_version": "v", "context": "table", "locator": "line 1",
    "line_start": 1, "line_end": 1, "char_start": 0, "char_end": 4, "evidence": "$100", "asserted": [], "inferred": [],
    "flags": [], **JUDGED_LATER,
}  # fmt: skip
NOTE = {"code": "language", "severity": "info", "source": "s", "document": "s/d", "message": "x"}


def result(*rows):
    made = [copy.deepcopy(ROW) | row for row in rows]
    ledger = [
        {
            "figure_id": row["figure_id"], "document": "s/d", "line": 1, "char_start": 0, "char_end": 4, "spans": ["0-4"],
            "text": "$100", "disposition": "observed",
        }
        for row in made
    ]  # fmt: skip
    about = dict.fromkeys(COUNTS, 0) | {"document": "s/d", "source": "s", "status": "read", "flags": []}
    about |= {"figures": len(rows), "observed": len(rows), "observations": len(rows)}
    return Result(about, {"observations": made, "ledger": ledger, "issues": [dict(NOTE)]})


def columns(made, table, *names):
    return [tuple(row[name] for name in names) for row in made[table][0].to_pylist()]


def test_a_doubt_is_a_flag_on_its_row():
    made = tabulate.tables(
        [result({"flags": ["approximate"]}, {"observation_id": "2", "annual_low": 9e4, "annual_high": 9e4})]
    )
    assert columns(made, "observations", "flags") == [(["approximate", "unlikely_year"],), ([],)]


def test_a_reject_goes_into_quarantine_and_notes_stay():
    bad = {"observation_id": "2", "figure_id": "f2", "low": 1e15, "high": 1e15}
    made = tabulate.tables([result({}, bad)])
    assert columns(made, "observations", "observation_id") == [("1",)]
    assert columns(made, "quarantine", "figure_id", "check") == [("f2", "amount_too_large")]
    assert columns(made, "ledger", "figure_id", "disposition") == [("f1", "observed"), ("f2", "rejected")]
    assert columns(made, "documents", "figures", "observed", "rejected", "observations") == [(2, 1, 1, 1)]
    assert columns(made, "issues", "code") == [("language",)]
