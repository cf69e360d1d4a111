"""What a release says of reviews for other programs: a calendar, and a freshness report in the shape of dbt's `sources.json`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Event

from quality.due import FRESH_DAYS, STALE_DAYS

CALENDAR = "reviews.ics"
SOURCES = "sources.json"
MOST_NAMED = 10
"""Documents that an entry of the calendar names."""
_DBT = "https://schemas.getdbt.com/dbt/sources/v3.json"

Record = dict[str, Any]


def calendar(reviews: Iterable[Record], as_of: dt.date) -> bytes:
    """One all-day entry a source: the day on which the first of its documents is due, from `as_of` on.

    `reviews` are rows of `reviews.parquet`. The id of an entry is made of the source's name alone, so that a calendar which
    takes the file again moves the entry instead of adding one. The same rows make the same bytes.
    """
    from icalendar import Calendar  # a release that is there already needs none

    shown = Calendar()
    shown.add("prodid", "-//Wagebook//reviews//EN")
    shown.add("version", "2.0")
    shown.add("x-wr-calname", "Wagebook reviews")
    for source, records in _by_source(reviews):
        shown.add_component(_entry(source, records, as_of))
    return bytes(shown.to_ical())


def _entry(source: str, records: list[Record], as_of: dt.date) -> Event:
    days = {record["document"]: max(record["due"] or as_of, as_of) for record in records}
    day = min(days.values())
    due = [record for record in records if days[record["document"]] == day]
    named = [f"{record['document']}: {record['why']}" for record in due[:MOST_NAMED]]
    more = [f"and {len(due) - MOST_NAMED:,} more"] if len(due) > MOST_NAMED else []
    from icalendar import Event

    entry = Event()
    entry.add("uid", f"{sha256(source.encode()).hexdigest()[:32]}@wagebook")
    entry.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    entry.add("sequence", as_of.toordinal())
    entry.add("dtstart", day)
    entry.add("dtend", day + dt.timedelta(days=1))
    count = f"{len(due):,} document{'s' if len(due) > 1 else ''}"
    entry.add("summary", f"Review {source}: {count} due")
    entry.add("description", "\n".join([*named, *more]))
    entry.add("transp", "TRANSPARENT")
    return entry


def report(documents: Iterable[Record], as_of: dt.date) -> Record:
    """How fresh each source is by the newest day that one of its documents states, as dbt reports the freshness of sources.

    `documents` are rows with `source`, `updated` and `as_of`. A source none of whose documents states a day is an error.
    """
    return {
        "metadata": {"dbt_schema_version": _DBT, "generated_at": _instant(as_of), "adapter_type": "wagebook"},
        "results": [_result(source, records, as_of) for source, records in _by_source(documents)],
        "elapsed_time": 0.0,
    }


def _result(source: str, records: list[Record], as_of: dt.date) -> Record:
    name = f"source.wagebook.{source}"
    stated = [record["updated"] or record["as_of"] for record in records]
    newest = max((day for day in stated if day is not None), default=None)
    if newest is None:
        return {"unique_id": name, "error": "no document states a day", "status": "runtime error"}
    age = (as_of - newest).days
    return {
        "unique_id": name,
        "max_loaded_at": _instant(newest),
        "snapshotted_at": _instant(as_of),
        "max_loaded_at_time_ago_in_s": age * 86_400.0,
        "status": "pass" if age <= FRESH_DAYS else "warn" if age <= STALE_DAYS else "error",
        "criteria": {
            "warn_after": {"count": FRESH_DAYS, "period": "day"},
            "error_after": {"count": STALE_DAYS, "period": "day"},
            "filter": None,
        },
        "adapter_response": {},
        "timing": [],
        "thread_id": "",
        "execution_time": 0.0,
    }


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _by_source(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[record["source"]].append(record)
    yield from sorted(groups.items())
