"""The Prefect flow `capture`: the pages that manifests name, fetched before the refresh."""

from __future__ import annotations

from prefect import flow, get_run_logger
from prefect.artifacts import create_table_artifact
from prefect.events import emit_event
from prefect.states import Completed

from flows.capture.run import NothingToFetch, Result, folder, run
from flows.commands.capture import line, told
from flows.commands.shown import plain

FAILED = "wagebook.capture.failed"


@flow(name="capture", validate_parameters=False, persist_result=False)
def capture_flow(raw: str = "raw", source: list[str] | None = None) -> list[Result]:
    """Fetch the pages that manifests name; what fails is told, and the document of before stays."""
    log = get_run_logger()
    results = []
    try:
        for result in run(folder(raw), tuple(source or ())):
            (log.warning if result.outcome == "failed" else log.info)(
                "%s %s", result.outcome, plain(line(result))
            )
            results.append(result)
    except NothingToFetch as nothing:
        log.info("%s", plain(nothing))
    rows = [
        {"outcome": r.outcome, "source": plain(r.source), "url": plain(r.url), "document": plain(r.document)}
        | {"reason": plain(r.reason)}
        for r in results
    ]
    create_table_artifact(
        rows, key="wagebook-capture", description=", ".join(told(results)) or "nothing to fetch"
    )
    failed = [result for result in results if result.outcome == "failed"]
    for result in failed:
        page = {
            "prefect.resource.id": f"wagebook.source.{result.source}",
            "prefect.resource.name": plain(result.url),
        }
        emit_event(event=FAILED, resource=page, payload={"reason": plain(result.reason)})
    if failed:
        message = f"{len(failed)} pages could not be fetched"
        return Completed(name="Incomplete", message=message, data=results)  # type: ignore[return-value]
    return results
