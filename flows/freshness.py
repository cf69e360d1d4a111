"""What a release says of reviews for other programs: a calendar, and a freshness report in the shape of dbt's `sources.json`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Event

from quality import due
from schemas.manifest import Freshness, Manifest

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
    first = [record for record in records if days[record["document"]] == day]
    named = [f"{record['document']}: {record['why']}" for record in first[:MOST_NAMED]]
    more = [f"and {len(first) - MOST_NAMED:,} more"] if len(first) > MOST_NAMED else []
    from icalendar import Event

    entry = Event()
    entry.add("uid", f"{sha256(source.encode()).hexdigest()[:32]}@wagebook")
    entry.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    entry.add("sequence", as_of.toordinal())
    entry.add("dtstart", day)
    # Behind the calendar's last day there is no other; without an end an entry lasts a day.
    if day < dt.date.max:
        entry.add("dtend", day + dt.timedelta(days=1))
    count = f"{len(first):,} document{'s' if len(first) > 1 else ''}"
    entry.add("summary", f"Review {source}: {count} due")
    entry.add("description", "\n".join([*named, *more]))
    entry.add("transp", "TRANSPARENT")
    return entry


def stated(document: Mapping[str, Any], as_of: dt.date) -> dt.date | None:
    """The day that a document (its row in `documents`) states for its figures. One that is yet to come counts as none.

    A month, quarter or year that goes on on the day `as_of` is named by its last day; it has reached `as_of`.
    """
    from normalizers import labels  # takes a while, and a release that is there already needs none

    for name in ("updated", "as_of"):
        day = document[name]
        if day is not None and day <= as_of:
            return day  # type: ignore[no-any-return]
        begun = labels.first_day(document.get(f"{name}_label") or "") if day is not None else None
        if begun is not None and begun <= as_of:
            return as_of
    return None


def how_old(document: Mapping[str, Any], as_of: dt.date, manifest: Manifest | None) -> due.Freshness:
    """How fresh a document (its row in `documents`) is, by the day that it states and what its source says of ageing."""
    limits = _limits(manifest)
    return due.freshness(as_of, stated(document, as_of), fresh=limits.fresh, stale=limits.stale)


def _limits(manifest: Manifest | None) -> Freshness:
    return manifest.freshness if manifest else Freshness()


def report(documents: Iterable[Record], as_of: dt.date, manifests: Mapping[str, Manifest]) -> Record:
    """How fresh each source is by the newest day that one of its documents states, as dbt reports the freshness of sources.

    `documents` are rows with `source`, `updated`, `as_of` and their labels. A source none of whose documents states a day
    is an error.
    """
    return {
        "metadata": {"dbt_schema_version": _DBT, "generated_at": _instant(as_of), "adapter_type": "wagebook"},
        "results": [
            _result(source, records, as_of, _limits(manifests.get(source)))
            for source, records in _by_source(documents)
        ],
        "elapsed_time": 0.0,
    }


_STATUS = {"fresh": "pass", "stale": "warn", "expired": "error"}


def _result(source: str, records: list[Record], as_of: dt.date, limits: Freshness) -> Record:
    name = f"source.wagebook.{source}"
    days = [stated(record, as_of) for record in records]
    newest = max((day for day in days if day is not None), default=None)
    if newest is None:
        return {"unique_id": name, "error": "no document states a day", "status": "runtime error"}
    age = (as_of - newest).days
    return {
        "unique_id": name,
        "max_loaded_at": _instant(newest),
        "snapshotted_at": _instant(as_of),
        "max_loaded_at_time_ago_in_s": age * 86_400.0,
        "status": _STATUS[due.freshness(as_of, newest, fresh=limits.fresh, stale=limits.stale)],
        "criteria": {
            "warn_after": {"count": limits.fresh, "period": "day"},
            "error_after": {"count": limits.stale, "period": "day"},
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
