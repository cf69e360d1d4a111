"""Events that tell Prefect what came of a refresh. Files are the record; an event is a notification and may be lost."""

from __future__ import annotations

from prefect.events import emit_event

from flows.commands.shown import plain
from flows.errors import Stop
from flows.summary import Summary

COMPLETED, FAILED = "wagebook.refresh.completed", "wagebook.refresh.failed"
SOURCE_FAILED = "wagebook.source.failed"
PUBLISHED = "wagebook.release.published"


def tell(summary: Summary, out: str) -> None:
    """A refresh came to its end: what was published, and which sources were stopped."""
    folder = {"prefect.resource.id": f"wagebook.dataset.{out}", "prefect.resource.name": plain(out)}
    for name, why in summary.sources:
        source = {"prefect.resource.id": f"wagebook.source.{name}", "prefect.resource.name": plain(name)}
        emit_event(
            event=SOURCE_FAILED, resource=source, related=[folder | _ROLE], payload={"reason": plain(why)}
        )
    if summary.published:
        release = {"prefect.resource.id": f"wagebook.release.{summary.release}"}
        rows = {"rows": summary.rows, "documents": summary.documents}
        emit_event(event=PUBLISHED, resource=release, related=[folder | _ROLE], payload=rows)
    payload = {"release": summary.release, "why": summary.why, "exit": int(summary.exit)}
    emit_event(event=COMPLETED, resource=folder, payload=payload)


def tell_failure(stop: Stop, out: str) -> None:
    """A refresh published nothing, and why."""
    folder = {"prefect.resource.id": f"wagebook.dataset.{out}", "prefect.resource.name": plain(out)}
    emit_event(event=FAILED, resource=folder, payload={"reason": plain(stop), "remedy": plain(stop.remedy)})


_ROLE = {"prefect.resource.role": "dataset"}
