"""When a document is due for review, and how fresh it is, as of a day. No clock is read here."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Status = Literal["current", "due_soon", "overdue", "unscheduled"]
Freshness = Literal["fresh", "stale", "expired"]

SOON = dt.timedelta(days=14)

_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")


@dataclass(frozen=True, slots=True)
class Review:
    """When a document is due, by which rule, and how that stands."""

    due: dt.date | None
    why: str
    status: Status


@dataclass(frozen=True, slots=True)
class Recorded:
    """A review that a person recorded: the day, the bytes that were looked at, and the next one where the person set it."""

    on: dt.date
    sha256: str
    next: dt.date | None = None


def after(day: dt.date, duration: str) -> dt.date:
    """A day and an ISO 8601 duration later; the last day of a shorter month, the calendar's last day for what lies beyond.

    Raises ValueError for another text.
    """
    found = _DURATION.fullmatch(duration)
    if not found or duration == "P":
        raise ValueError(f"not an ISO 8601 duration: {duration!r}")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    month = day.month - 1 + months + 12 * years
    year, month = day.year + month // 12, month % 12 + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month)[1]
    try:
        return dt.date(year, month, min(day.day, last)) + dt.timedelta(days=7 * weeks + days)
    except OverflowError:
        return dt.date.max


def review(
    as_of: dt.date,
    *,
    next_review: dt.date | None,
    updated: dt.date | None,
    own_cadence: str | None,
    cadence: str | None,
    captured: dt.date | None,
    recorded: Recorded | None = None,
    sha256: str | None = None,
) -> Review:
    """When a document is due, by the first rule that applies; what no rule reaches is unscheduled.

    A recorded review and what it or a cadence says; the document's own next review; its update and a cadence; its capture
    and a cadence. `own_cadence` is the document's and goes before `cadence`, the manifest's. A document that changed after
    its last review is due at once. One without a date of its own, or with one that is yet to come, is not believed when it
    says when it is due. Raises ValueError for a cadence that is no ISO 8601 duration.
    """
    every = own_cadence or cadence
    dated = updated is not None and updated <= as_of
    if recorded and sha256 is not None and recorded.sha256 != sha256:
        return Review(as_of, f"changed after the review of {recorded.on}", "overdue")
    if recorded and recorded.next:
        return _standing(as_of, recorded.next, f"reviewed {recorded.on}, next set by the reviewer")
    if recorded and every:
        return _standing(as_of, after(recorded.on, every), f"reviewed {recorded.on}, every {every}")
    if recorded:
        return Review(None, f"reviewed {recorded.on}, but nothing says when it is due again", "unscheduled")
    if next_review and dated:
        return _standing(as_of, next_review, "the document's own next review")
    if updated and dated and every:
        return _standing(as_of, after(updated, every), f"updated {updated}, every {every}")
    if captured and every:
        return _standing(as_of, after(captured, every), f"captured {captured}, every {every}")
    if next_review:
        # Its own word counts against it: past its own review it is overdue, before that nobody knows.
        return Review(
            next_review, "its own next review, but no date of its own", _not_current(as_of, next_review)
        )
    return Review(None, "no date or no cadence is known", "unscheduled")


def _standing(as_of: dt.date, due: dt.date, why: str) -> Review:
    if due < as_of:
        return Review(due, why, "overdue")
    return Review(due, why, "due_soon" if due - as_of <= SOON else "current")


def _not_current(as_of: dt.date, due: dt.date) -> Status:
    return "overdue" if due < as_of else "unscheduled"


def freshness(as_of: dt.date, stated: dt.date | None, *, fresh: int, stale: int) -> Freshness:
    """How old a document is by the day that it states, which is fresh or stale up to so many days later.

    One that states none, or one that is yet to come, is taken for expired.
    """
    if stated is None or stated > as_of:
        return "expired"
    age = (as_of - stated).days
    return "fresh" if age <= fresh else "stale" if age <= stale else "expired"
