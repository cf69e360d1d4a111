"""What a person knows better than a document: entries of `corrections.yaml` set right the rows of one document.

The evidence, the names and the ledger stay as read, and so does what the document says (`stated_low`, `stated_high`).
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from normalizers.figures.spellings import iso_codes
from normalizers.observations import Observed, measure, restates
from schemas import Document, flags
from schemas.alike import on_one_line
from schemas.corrections import Correction, Entry
from schemas.mistakes import hint

Record = dict[str, Any]

ENDS = ("low", "high")
FREE = frozenset({"point", "range", "minimum", "maximum"})
"""Statistics that follow from which ends a figure has; a median stays one."""
SHOWN = 3
"""Rows that a message names, at most."""
ALIKE = 0.8
"""How alike two figures are written of which one may have become the other."""
ABOUT_CURRENCY = frozenset({"unknown_currency", "ambiguous_currency", "currency_conflict"})


class CorrectionError(ValueError):
    """Entries whose expectation does not hold, with a message for each: its file and line, the reason and the remedy."""


def apply(document: Document, observed: Observed, corrections: Iterable[Correction]) -> list[Record]:
    """Set right what the corrections of this document say; gives what is to be told of it as rows of `issues`.

    Either all entries are applied or none. Raises CorrectionError.
    """
    found, problems = [], []
    taken: dict[str, str] = {}
    for correction in corrections:
        try:
            rows = _rows(observed.observations, correction.entry)
            found += [(correction, row, _values(row, correction.entry)) for row in rows]
            _once(rows, correction, taken)
        except ValueError as error:
            problems.append(f"{correction.place}: {error}")
    if problems:
        raise CorrectionError("\n".join(problems))
    issues = [_set(observed, row, values, correction.entry) for correction, row, values in found]
    if any(values for _, _, values in found):
        restates.mark(document, observed.observations)
    return issues


def _rows(records: list[Record], entry: Entry) -> list[Record]:
    """The rows of one figure. Raises ValueError where they are not as expected."""
    what, where = entry.what, f"{entry.what.document}"
    if what.observation_id:
        rows = [record for record in records if record["observation_id"] == what.observation_id]
        if not rows:
            raise ValueError(
                f"{where} has no observation {what.observation_id}; {_elsewhere(records, entry)}"
            )
        if (stands := on_one_line(rows[0]["evidence"])) != entry.expected:
            raise ValueError(
                f"expects {entry.expected!r}, but {where} says {stands!r} now (line {rows[0]['line_start']}); "
                "look at the document, then renew the entry or remove it"
            )
        return rows
    same = [record for record in records if on_one_line(record["evidence"]) == entry.expected]
    rows = [record for record in same if record["line_start"] == what.line]
    if not rows:
        raise ValueError(
            f"{where} states no {entry.expected!r} in line {what.line}; {_elsewhere(records, entry)}"
        )
    if len({record["figure_id"] for record in rows}) > 1:
        ids = ", ".join(f"{record['observation_id']} ({record['component']})" for record in rows)
        raise ValueError(
            f"{where} states {entry.expected!r} {len(rows)} times in line {what.line}; "
            f"name one by its observation_id: {ids}"
        )
    return rows


def _elsewhere(records: list[Record], entry: Entry) -> str:
    """What to do about a figure that is not where it was."""
    same = [record for record in records if on_one_line(record["evidence"]) == entry.expected]
    if not same:
        there = [repr(record["evidence"]) for record in records if record["line_start"] == entry.what.line]
        stated = (
            f"; that line states {', '.join(dict.fromkeys(there[:SHOWN]))}"
            if there
            else _alike(records, entry)
        )
        return f"no row says that any more{stated}; look at the document, then renew the entry or remove it"
    places = ", ".join(
        f"line {record['line_start']} is {record['observation_id']}" for record in same[:SHOWN]
    )
    return f"it stands elsewhere ({places}); renew the entry"


def _alike(records: list[Record], entry: Entry) -> str:
    """Where a figure stands that is written nearly as the entry expects, for a person to look at."""
    texts = {on_one_line(record["evidence"]): record for record in reversed(records)}
    near = get_close_matches(entry.expected, texts, n=1, cutoff=ALIKE)
    found = texts[near[0]] if near else None
    return f"; line {found['line_start']} states {near[0]!r} ({found['observation_id']})" if found else ""


def _once(rows: list[Record], correction: Correction, taken: dict[str, str]) -> None:
    for row in rows:
        other = taken.setdefault(row["observation_id"], correction.place)
        if other != correction.place:
            raise ValueError(f"corrects the same figure as {other}; keep one of them")


def _values(row: Record, entry: Entry) -> Record:
    """The columns that the entry changes; none where the row says all of it already. Raises ValueError."""
    given = entry.set.given
    unit = row["unit"]
    for column in given:
        if unit == "percent" and column not in ENDS:
            raise ValueError(f"{row['evidence']!r} is a percent and has no {column}; remove it from `set`")
    currency = given.get("currency")
    if currency and currency not in iso_codes():
        raise ValueError(f"there is no currency {currency!r}; {hint(str(currency), sorted(iso_codes()))}")
    changed = {column: value for column, value in given.items() if row[column] != value}
    if changed.keys() & set(ENDS):
        changed |= _shape(row, given)
    return changed


def _shape(row: Record, given: Record) -> Record:
    """What follows from the ends that are given. Raises ValueError for ends that cannot be."""
    low, high = (given.get(end, row[end]) for end in ENDS)
    if low is None and high is None:
        raise ValueError("one end must have a value; give the other one too")
    if row["low"] == row["high"] and not given.keys() >= set(ENDS):
        raise ValueError("the figure is one point: give both low and high")
    if low is not None and high is not None and low > high >= 0:
        raise ValueError(f"low {low:g} would be over high {high:g}; give both ends")
    if row["statistic"] not in FREE:
        if low != high:
            raise ValueError(
                f"the figure is one point ({row['statistic']}): give low and high the same value"
            )
        return {}
    statistic = (
        "maximum" if low is None else "minimum" if high is None else "point" if low == high else "range"
    )
    if statistic == row["statistic"]:
        return {}
    return {"statistic": statistic, "open_ended": low is None or high is None}


def _set(observed: Observed, row: Record, values: Record, entry: Entry) -> Record:
    """Change a row; gives the issue that says so."""
    said = f"{entry.why} ({entry.who}, {entry.when})"
    if not values:
        message = f"{row['evidence']!r} is read as the correction has it; it is no longer needed: {said}"
        return _issue("correction_not_needed", row, message)
    shown = ", ".join(
        f"{column} {_shown(row[column])} → {_shown(values[column])}"
        for column in entry.set.given
        if column in values
    )
    row |= {f"stated_{end}": row[end] for end in ENDS if end in values}
    row |= values
    if row["period"] != "grant":
        row["vesting_years"] = None
    row["annual_low"], row["annual_high"] = (measure.annual(row, end) for end in ENDS)
    _said_by_a_person(observed, row, sorted(set(values) & {"currency", "period", "vesting_years"}))
    row["flags"] = sorted({*_still(row, values), "corrected"})
    return _issue("corrected", row, f"{shown}: {said}")


def _still(row: Record, values: Record) -> set[str]:
    """The flags that hold for the row as it is now."""
    gone = set(ABOUT_CURRENCY if "currency" in values else ())
    if values.keys() & set(ENDS):
        gone |= {"range_inverted"} | (set() if row["open_ended"] else {"open_ended"})
    more = {"open_ended"} if row["open_ended"] else set()
    return (set(row["flags"]) - gone) | more


def _said_by_a_person(observed: Observed, row: Record, columns: list[str]) -> None:
    """Labels that neither the document nor a convention supplies any more."""
    row["inferred"] = [column for column in row["inferred"] if column not in columns]
    row["asserted"] = sorted({*row["asserted"], *columns})
    name = row["observation_id"]
    at = next((i for i, line in enumerate(observed.provenance) if line["observation_id"] == name), 0)
    own = [line for line in observed.provenance if line["observation_id"] == name]
    kept = [line for line in own if line["column"] not in columns]
    kept += [
        {
            "observation_id": name,
            "document": row["document"],
            "column": column,
            "how": "asserted",
            "text": _shown(row[column]),
            "char_start": None,
            "char_end": None,
        }
        for column in columns
    ]
    observed.provenance[at : at + len(own)] = sorted(kept, key=lambda line: str(line["column"]))


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}".removesuffix(".00")
    return "open" if value is None else str(value)


def _issue(code: str, row: Record, message: str) -> Record:
    return {
        "code": code,
        "severity": flags.severity(code),
        "observation_id": row["observation_id"],
        "source": row["source"],
        "document": row["document"],
        "line": row["line_start"],
        "message": message,
    }
