"""What changed between two releases: series added, removed and moved. A series with several values is compared as a multiset.

A series is what a figure is about (`series_id`), within its source. Where it stands in a document, how often it is restated in the same
words, and in which order, is no change; neither is a document's new name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SUBJECT = ("role_title", "level_label", "company_name", "region_label", "specialization", "qualifier")
NEEDS = (
    "source", "series_id", "document", "observation_id", "line_start", "component", "unit", "currency", "period", "low", "high",
    "evidence", *SUBJECT,
)  # fmt: skip
"""Columns of observations that are shown of a change."""
KEYS = ("source", "series_id", "low", "high")
"""Columns that make two rows equal."""
SMALL, LARGE = 0.05, 0.2
"""Moves under the first are small, those over the second large."""
LARGE_MOVE = "large_move"

Record = dict[str, Any]


def differing(before: pa.Table, after: pa.Table) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the rows of each release that have no equal in the other one; of tables with the columns `KEYS`."""
    codes = _codes(before, after)
    first, second = codes[: len(before)], codes[len(before) :]
    most = int(codes.max()) + 1 if len(codes) else 0
    had, has = np.bincount(first, minlength=most), np.bincount(second, minlength=most)
    return _beyond(first, had - has), _beyond(second, has - had)


def changes(old: Iterable[Record], new: Iterable[Record]) -> list[Record]:
    """The changes between the differing rows of two releases (records with `NEEDS`), as rows of `changes.parquet`.

    Large moves come first, then the other moves by their size, then what was removed and what was added.
    """
    groups: defaultdict[tuple[str, str], tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    for side, records in ((0, old), (1, new)):
        for record in records:
            groups[record["source"], record["series_id"]][side].append(record)
    found = [change for one, other in groups.values() for change in _paired(one, other)]
    return sorted(found, key=_order)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.cast(column, pa.string()) if pa.types.is_dictionary(column.type) else column


def _codes(before: pa.Table, after: pa.Table) -> np.ndarray:
    """A number for each row of one and then of the other table; equal rows (source, series and both ends) have the same."""
    codes = np.zeros(len(before) + len(after), dtype=np.int64)
    for name in KEYS:
        chunks = [_plain(table[name]) for table in (before, after)]
        both = pa.chunked_array([chunk for column in chunks for chunk in column.chunks], chunks[0].type)
        # As numbers, column by column: a text of all of them would be as large as the table.
        own = both.combine_chunks().dictionary_encode(null_encoding="encode").indices.to_numpy()
        codes = np.unique(codes * (int(own.max(initial=0)) + 1) + own, return_inverse=True)[1]
    return codes


def _beyond(codes: np.ndarray, surplus: np.ndarray) -> np.ndarray:
    """Of each code as many rows as this side has more than the other: the last ones, in their order."""
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(surplus)))
    chosen = [order[ends[code] - surplus[code] : ends[code]] for code in np.flatnonzero(surplus > 0)]
    return np.sort(np.concatenate(chosen)) if chosen else np.array([], dtype=np.int64)


def _paired(old: list[Record], new: list[Record]) -> Iterator[Record]:
    """The values of one series, lowest with lowest; what is left over came or went."""
    for one, other in zip_longest(sorted(old, key=_ends), sorted(new, key=_ends)):
        if one is not None and other is not None:
            move = _move(one, other)
            yield _change("moved", one, other, move)
        else:
            yield _change("removed" if other is None else "added", one, other, None)


def _ends(record: Record) -> tuple[float, float]:
    low, high = record["low"], record["high"]
    return (low if low is not None else high or 0.0, high if high is not None else low or 0.0)


def _move(old: Record, new: Record) -> float | None:
    """The relative move of the middle of the ends that both have; None where nothing can be compared."""
    shared = [end for end in ("low", "high") if old[end] is not None and new[end] is not None]
    middle = sum(abs(old[end]) for end in shared)
    return float(sum(new[end] - old[end] for end in shared) / middle) if shared and middle else None


def _change(kind: str, old: Record | None, new: Record | None, move: float | None) -> Record:
    shown = new or old or {}
    size = (
        None if move is None else "small" if abs(move) < SMALL else "large" if abs(move) > LARGE else "medium"
    )
    return {
        "change": kind,
        "size": size,
        "flag": LARGE_MOVE if size == "large" else None,
        "series_id": shown["series_id"],
        "source": shown["source"],
        "document": shown["document"],
        "subject": ", ".join(str(shown[name]) for name in SUBJECT if shown[name]) or None,
        "component": shown["component"],
        "before": _written(old),
        "after": _written(new),
        "move": move,
        "evidence_before": old["evidence"] if old else None,
        "evidence_after": new["evidence"] if new else None,
        "line_before": old["line_start"] if old else None,
        "line_after": new["line_start"] if new else None,
        "document_before": old["document"] if old else None,
        "observation_before": old["observation_id"] if old else None,
        "observation_after": new["observation_id"] if new else None,
    }


def _written(record: Record | None) -> str | None:
    """The value in words: `155,000 to 215,000 USD a year`."""
    if record is None:
        return None
    ends = [f"{record[end]:,.10g}" for end in ("low", "high") if record[end] is not None]
    amount = ends[0] if len(set(ends)) == 1 else " to ".join(ends)
    if record["unit"] == "percent":
        return f"{amount} %"
    period = f" ({record['period'].replace('_', ' ')})" if record["period"] else ""
    return f"{amount} {record['currency'] or ''}".strip() + period


def _order(change: Record) -> tuple[object, ...]:
    kinds = {"moved": 0, "removed": 1, "added": 2}
    move = abs(change["move"]) if change["move"] is not None else 0.0
    place = (change["document"], change["line_after"] or change["line_before"] or 0, change["series_id"])
    return (kinds[change["change"]], -move, *place)


def vanished(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Names (of documents or sources) of the earlier release that the later one has not."""
    return sorted(set(before) - set(after))
