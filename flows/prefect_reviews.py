"""The Prefect flow `review`: dates and freshness worked out anew for today, without reading anything; and the events of reviews."""

from __future__ import annotations

import datetime as dt
from typing import Any

from prefect import flow, get_run_logger
from prefect.artifacts import create_table_artifact
from prefect.events import emit_event

from flows.commands.refresh import lines
from flows.commands.shown import plain
from flows.options import Options
from flows.parts import columns_of
from flows.refresh import Refresh
from flows.releases import Release
from flows.summary import Summary

EVENTS = {
    "due_soon": "wagebook.review.due",
    "overdue": "wagebook.review.overdue",
    "unscheduled": "wagebook.review.due",
}
"""The event that tells of a document's new status; nobody has to act on `current`."""
MOST_EVENTS = 500
"""A release that dates more documents anew than this tells of the rest in one event."""
MOST_ROWS = 200
COLUMNS = ("status", "document", "due", "days_overdue", "why")


@flow(name="review", validate_parameters=False, persist_result=False)
def review_flow(raw: str = "raw", out: str = "normalized", as_of: dt.date | None = None) -> Summary:
    """Publish a release with the review dates and the freshness of today; all rows are those of the last release."""
    log = get_run_logger()
    today = dt.datetime.now().astimezone().date()
    with Refresh(Options.at(raw, out, as_of=as_of, workers=1, redate=True), today) as refresh:
        summary = refresh.publish(refresh.plan())
        for line in lines(summary):
            log.info(line)
        announce(refresh.before, refresh.releases.current())
    return summary


def announce(before: Release | None, after: Release | None) -> int:
    """Tell of every document whose status became due or overdue since the release before, and show the queue as an artifact.

    Returns the number of events. The same change is told once: the next release knows the new status.
    """
    if after is None or (before is not None and before.name == after.name):
        return 0
    known = _statuses(before) if before is not None else {}
    now = columns_of(after.table("reviews")).to_pylist()
    changed = [r for r in now if r["status"] in EVENTS and known.get(r["document"]) != r["status"]]
    for record in changed[:MOST_EVENTS]:
        _emit(EVENTS[record["status"]], record["document"], _shown(record))
    if len(changed) > MOST_EVENTS:
        more = len(changed) - MOST_EVENTS
        _emit("wagebook.review.overdue", f"{more} more documents", {"release": after.name, "documents": more})
    waiting = sorted(
        (r for r in now if r["status"] != "current"), key=lambda r: (-(r["days_overdue"] or 0), r["document"])
    )
    create_table_artifact(
        [_shown(record) for record in waiting[:MOST_ROWS]],
        key="wagebook-reviews",
        description=f"{after.name}: {len(waiting):,} documents to be reviewed",
    )
    return min(len(changed), MOST_EVENTS + 1)


def _statuses(release: Release) -> dict[str, str]:
    try:
        columns = columns_of(release.table("reviews"), ["document", "status"]).to_pylist()
    except (OSError, ValueError):
        return {}  # what an unreadable release said is told again
    return {record["document"]: record["status"] for record in columns}


def _emit(event: str, document: str, payload: dict[str, Any]) -> None:
    emit_event(
        event=event,
        resource={
            "prefect.resource.id": f"wagebook.document.{document}",
            "prefect.resource.name": plain(document),
        },
        payload=payload,
    )


def _shown(record: dict[str, Any]) -> dict[str, str]:
    """What documents say is shown as text, never as markup."""
    return {name: plain(record[name]) if record[name] is not None else "" for name in COLUMNS}
