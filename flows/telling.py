"""What a refresh tells other programs: a line of JSON for each event, numbers for Prometheus, run events for OpenLineage."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from flows import disk
from flows.errors import Stop
from flows.objects import SCHEME, is_far
from flows.options import Options
from flows.summary import Summary

PRODUCER = "wagebook"


@dataclass(slots=True)
class Telling:
    """Where to: standard output as JSON, a file of metrics, a file or url for lineage; all may be left out."""

    as_json: bool = False
    metrics: Path | None = None
    lineage: str | None = None
    run_id: str = field(default_factory=lambda: str(uuid4()))

    def begun(self, options: Options) -> Iterator[str]:
        """Tell that a refresh begins; gives the lines to be printed."""
        if self.lineage:
            _lineage(self.lineage, "START", self.run_id, options, None)
        if self.as_json:
            yield _line("refresh.started", raw=options.shown[0], out=options.shown[1], full=options.full)

    def ended(self, options: Options, summary: Summary) -> Iterator[str]:
        """Tell what came of it."""
        if self.metrics is not None:
            _write(self.metrics, metrics(summary))
        if self.lineage:
            _lineage(self.lineage, "COMPLETE", self.run_id, options, summary)
        if self.as_json:
            yield from events(summary)

    def failed(self, options: Options, stop: Stop) -> Iterator[str]:
        """Tell that nothing was published, and why."""
        if self.metrics is not None:
            _write(self.metrics, _gauge("exit_code", "Exit code of the last refresh.", {"": int(stop.exit)}))
        if self.lineage:
            _lineage(self.lineage, "FAIL", self.run_id, options, None)
        if self.as_json:
            yield _line("refresh.failed", reason=str(stop), remedy=stop.remedy, exit=int(stop.exit))


def events(summary: Summary) -> Iterator[str]:
    """What a refresh did, a line of JSON for each event; times are those of telling it."""
    for document, status, reason in summary.failed:
        yield _line("document.failed", document=document, status=status, reason=reason)
    for source, reason in summary.sources:
        yield _line("source.stopped", source=source, reason=reason)
    for warning in summary.warnings:
        yield _line("warning", message=warning)
    told = {
        name: value
        for name, value in summary.run().items()
        if not name.endswith("_failed") and name != "warnings"
    }
    yield _line(
        "refresh.finished", published=summary.published, why=summary.why, exit=int(summary.exit), **told
    )


def _line(event: str, **said: Any) -> str:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": now, "event": event, **said}, ensure_ascii=False, default=str)


def metrics(summary: Summary) -> str:
    """The numbers of a refresh in the text format of Prometheus, for a textfile collector."""
    now = dt.datetime.now(dt.UTC).timestamp()
    parts = [
        _gauge("exit_code", "Exit code of the last refresh.", {"": int(summary.exit)}),
        _gauge("published", "Whether it published a release.", {"": int(summary.published)}),
        _gauge("end_timestamp_seconds", "When it ended.", {"": round(now, 3)}),
        _gauge("documents", "Documents by what was done with them.", summary.documents, "action"),
        _gauge("rows", "Rows of the release by table.", summary.rows, "table"),
        _gauge("figures", "Figures by what became of them.", summary.figures, "disposition"),
        _gauge("flagged_rows", "Observations by flag.", summary.flags, "flag"),
        _gauge("reviews", "Documents by review status.", summary.due, "status"),
        _gauge("sources_stopped", "Sources that were stopped.", {"": len(summary.sources)}),
        _gauge("documents_failed", "Documents that could not be read.", {"": len(summary.failed)}),
        _gauge("stage_seconds", "Wall clock by stage.", summary.seconds, "stage"),
    ]
    return "".join(parts)


def _gauge(name: str, about: str, values: dict[str, Any], label: str = "") -> str:
    full = f"wagebook_refresh_{name}"
    lines = [f"# HELP {full} {about}", f"# TYPE {full} gauge"]
    for key, value in sorted(values.items()):
        quoted = key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines.append(f'{full}{{{label}="{quoted}"}} {value}' if label else f"{full} {value}")
    return "\n".join(lines) + "\n"


def _write(file: Path, text: str) -> None:
    with disk.explained(file.parent):
        disk.replace(file, text)


def _named(place: str) -> tuple[str, str]:
    """Namespace and name of a folder, by OpenLineage's naming of datasets: a bucket is a namespace."""
    if is_far(place):
        bucket, _, prefix = place.removeprefix(SCHEME).rstrip("/").partition("/")
        return f"{SCHEME}{bucket}", prefix or "/"
    return "file", str(Path(place).resolve())


def _lineage(place: str, kind: str, run_id: str, options: Options, summary: Summary | None) -> None:
    """A run event of OpenLineage: the raw folder goes in, the release comes out. Raises Stop where it cannot be told."""
    from openlineage.client import OpenLineageClient
    from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
    from openlineage.client.transport.file import FileConfig, FileTransport
    from openlineage.client.transport.http import HttpConfig, HttpTransport

    web = place.startswith(("http://", "https://"))
    transport = HttpTransport(HttpConfig(url=place)) if web else FileTransport(FileConfig(place, append=True))
    raw, out = (_named(place) for place in options.shown)
    outputs = [OutputDataset(out[0], f"{out[1]}/releases/{summary.release}")] if summary else []
    event = RunEvent(
        eventType=RunState[kind],
        eventTime=dt.datetime.now(dt.UTC).isoformat(),
        run=Run(run_id),
        job=Job("wagebook", "refresh"),
        producer=PRODUCER,
        inputs=[InputDataset(*raw)],
        outputs=outputs,
    )
    try:
        OpenLineageClient(transport=transport).emit(event)
    except Exception as error:
        raise Stop(
            f"{place}: the run could not be told ({error})", "Check --lineage: a file, or a url"
        ) from error
