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
FRESH_DAYS, STALE_DAYS = 120, 240

_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")


@dataclass(frozen=True, slots=True)
class Review:
    """When a document is due, by which rule, and how that stands."""

    due: dt.date | None
    why: str
    status: Status


def after(day: dt.date, duration: str) -> dt.date:
    """A day and an ISO 8601 duration later; the last day of a shorter month. Raises ValueError for another text."""
    found = _DURATION.fullmatch(duration)
    if not found or duration == "P":
        raise ValueError(f"not an ISO 8601 duration: {duration!r}")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    month = day.month - 1 + months + 12 * years
    year, month = day.year + month // 12, month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(day.day, last)) + dt.timedelta(days=7 * weeks + days)


def review(
    as_of: dt.date,
    *,
    next_review: dt.date | None,
    updated: dt.date | None,
    own_cadence: str | None,
    cadence: str | None,
    captured: dt.date | None,
) -> Review:
    """The first rule that applies: its own next review; its update and a cadence; its capture and a cadence.

    `own_cadence` is the document's, which goes before that of the manifest. What no rule reaches is unscheduled.
    """
    every = own_cadence or cadence
    if next_review:
        due, why = next_review, "the document's own next review"
    elif updated and every:
        due, why = after(updated, every), f"updated {updated}, every {every}"
    elif captured and every:
        due, why = after(captured, every), f"captured {captured}, every {every}"
    else:
        return Review(None, "no date or no cadence is known", "unscheduled")
    if due < as_of:
        return Review(due, why, "overdue")
    return Review(due, why, "due_soon" if due <= as_of + SOON else "current")


def freshness(as_of: dt.date, stated: dt.date | None) -> Freshness:
    """How old a document is by the day that it states; one that states none is taken for expired."""
    if stated is None:
        return "expired"
    age = (as_of - stated).days
    return "fresh" if age <= FRESH_DAYS else "stale" if age <= STALE_DAYS else "expired"
