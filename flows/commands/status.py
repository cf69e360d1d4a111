"""`wagebook status`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from rich.console import Console

from flows import contracts, overlooked, plan
from flows.commands.shown import console, safe, table
from flows.errors import Damaged, Exit
from flows.plan import Last, OtherSchemaError, Plan
from flows.releases import Releases
from flows.sources import discover


def run(raw: Path, out: Path, only: tuple[str, ...], today: dt.date, *, verbose: bool) -> int:
    """Say what a refresh would do; changes nothing and needs no lock."""
    sources = contracts.dated(discover(raw, only), today)
    shown = console()
    current = None
    last = None
    try:
        current = Releases(out).current()
        last = Last(current) if current else None
    except (OtherSchemaError, Damaged) as problem:
        shown.print(f"[yellow]{safe(problem)}[/]")
    found = plan.make(raw, sources, last, only=only)
    shown.print(f"current release: [bold]{current.name if current else 'none'}[/]")
    reasons = Counter((task.source, task.action, task.why) for task in found.tasks)
    counts = table("source", "would be", "because", "#documents")
    for (name, action, why), count in sorted(reasons.items()):
        counts.add_row(safe(name), _WOULD[action], why, f"{count:,}")
    shown.print(counts)
    for source in found.sources:
        if source.error:
            shown.print(f"[red]{safe(source.name)}[/]: {safe(source.error)}")
        if source.superseded and verbose:
            shown.print(f"{safe(source.name)}: {len(source.superseded)} files have been fetched anew since")
        if source.ignored:
            shown.print(safe(overlooked.left_out(source)))
    for warning in overlooked.warnings(source for source in found.sources if source.files):
        shown.print(safe(warning))
    _show_stopped(shown, found, last)
    if found.gone:
        shown.print(f"{len(found.gone):,} documents of the last release are gone")
    if verbose:
        for task in found.tasks:
            shown.print(f"  {_WOULD[task.action]:<10} {safe(task.document)}  ({task.why})")
        for document in found.gone:
            shown.print(f"  {'left out':<10} {safe(document)}  (gone)")
    return Exit.OK


def _show_stopped(shown: Console, found: Plan, last: Last | None) -> None:
    """Sources that the current release has the last good rows of, though nothing is wrong with their own files now."""
    errors = {source.name for source in found.sources if source.error}
    for name, why in (last.stopped if last else {}).items():
        if name not in errors:
            shown.print(f"[red]{safe(name)}[/]: stopped in the current release: {safe(why)}")


_WOULD = {"read": "read", "carry": "carried", "keep": "kept"}
