"""What a refresh tells other programs: a line of JSON for each event, numbers for Prometheus, run events for OpenLineage.

What cannot work is refused before the run (`Telling.check`). After that nothing that goes wrong here changes what came of the
run: it is a warning.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from openlineage.client.transport import Transport

from flows import disk
from flows.errors import Stop
from flows.objects import SCHEME, is_far
from flows.options import Options
from flows.summary import Summary

PRODUCER = "wagebook"
_FEW_TIMES = {"total": 2, "connect": 2, "read": 2}
"""How often a collector that does not answer is asked again: a run does not wait for it."""


@dataclass(slots=True)
class Telling:
    """Where to: standard output as JSON, a file of metrics, a file or url for lineage; all may be left out."""

    as_json: bool = False
    metrics: Path | None = None
    lineage: str | None = None
    run_id: str = field(default_factory=lambda: str(uuid4()))
    missed: list[str] = field(default_factory=list)
    """What could not be told."""

    def check(self) -> None:
        """Raise Stop for what could not be told at the end either."""
        if self.metrics is not None:
            _check_folder(self.metrics, "--metrics", "the numbers could not be written")
        if self.lineage is not None and "://" not in self.lineage:
            _check_folder(Path(self.lineage), "--lineage", "the run could not be told")
        if self.lineage:
            _transport(self.lineage)

    def begun(self, options: Options) -> Iterator[str]:
        """Tell that a refresh begins; gives the lines to be printed."""
        self._tell_lineage("START", options)
        if self.as_json:
            yield _line("refresh.started", raw=options.shown[0], out=options.shown[1], full=options.full)

    def ended(self, options: Options, summary: Summary) -> Iterator[str]:
        """Tell what came of it; what could not be told is added to its warnings."""
        self._tell_metrics(metrics(summary))
        self._tell_lineage("COMPLETE", options, summary)
        summary.warnings += self.missed
        if self.as_json:
            yield from events(summary)

    def failed(self, options: Options, stop: Stop) -> Iterator[str]:
        """Tell that nothing was published, and why; what could not be told is added to its notes."""
        self._tell_metrics(_gauge("exit_code", "Exit code of the last refresh.", {"": int(stop.exit)}))
        self._tell_lineage("FAIL", options)
        for missed in self.missed:
            stop.add_note(missed)
            if self.as_json:
                yield _line("warning", message=missed)
        if self.as_json:
            yield _line("refresh.failed", reason=str(stop), remedy=stop.remedy, exit=int(stop.exit))

    def _tell_metrics(self, text: str) -> None:
        if (file := self.metrics) is not None:
            self._try(lambda: disk.replace(file, text), f"{file}: the numbers could not be written")

    def _tell_lineage(self, kind: str, options: Options, summary: Summary | None = None) -> None:
        if place := self.lineage:
            self._try(
                lambda: _lineage(place, kind, self.run_id, options, summary),
                f"{place}: the run could not be told ({kind})",
            )

    def _try(self, tell: Callable[[], None], missed: str) -> None:
        try:
            tell()
        # A disk, a collector and whatever lies between: none of them undoes what was published.
        except Exception as error:  # noqa: BLE001
            self.missed.append(f"{missed}: {error}")


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


def _check_folder(file: Path, option: str, what: str) -> None:
    folder = file.absolute().parent
    if not folder.is_dir():
        raise Stop(f"{file}: {what}: there is no folder {folder}", f"Make it, or name another file: {option}")
    if file.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        why = "it is a folder" if file.is_dir() else f"this user may not write to {folder}"
        raise Stop(f"{file}: {what}: {why}", f"Name another file: {option}")


def _named(place: str) -> tuple[str, str]:
    """Namespace and name of a folder, by OpenLineage's naming of datasets: a bucket is a namespace."""
    if is_far(place):
        bucket, _, prefix = place.removeprefix(SCHEME).rstrip("/").partition("/")
        return f"{SCHEME}{bucket}", prefix or "/"
    return "file", str(Path(place).resolve())


def _transport(place: str) -> Transport:
    """What takes run events to a file or url. Raises Stop where there is nothing that could."""
    try:
        from openlineage.client.transport.file import FileConfig, FileTransport
        from openlineage.client.transport.http import HttpConfig, HttpTransport
        from openlineage.client.transport.http_common import DEFAULT_RETRY_CONFIG
    except ImportError as error:
        raise Stop(
            "--lineage needs the extra `lineage`, which is not installed", "pip install 'wagebook[lineage]'"
        ) from error
    try:
        if place.startswith(("http://", "https://")):
            return HttpTransport(HttpConfig(url=place, retry=DEFAULT_RETRY_CONFIG | _FEW_TIMES))
        return FileTransport(FileConfig(place, append=True))
    except Exception as error:
        raise Stop(
            f"{place}: the run could not be told ({error})", "Check --lineage: a file, or a url"
        ) from error


def _lineage(place: str, kind: str, run_id: str, options: Options, summary: Summary | None) -> None:
    """A run event of OpenLineage: the raw folder goes in, the release comes out. Raises whatever goes wrong on the way."""
    from openlineage.client import OpenLineageClient
    from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState

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
    OpenLineageClient(transport=_transport(place)).emit(event)
