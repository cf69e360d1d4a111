"""`wagebook capture`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.capture.run import Result, run
from flows.commands.shown import console, safe
from flows.errors import Exit

_COLOURS = {"new": "green", "failed": "red"}


def show(raw: Path, only: tuple[str, ...], *, dry_run: bool) -> int:
    """Fetch, saying page by page what came of it; gives the exit code. Raises Stop when there is nothing to fetch."""
    shown = console()
    results = []
    for result in run(raw, only, dry_run=dry_run):
        colour = _COLOURS.get(result.outcome)
        outcome = f"[{colour}]{result.outcome}[/]" if colour else result.outcome
        shown.print(f"{outcome:<10} {safe(line(result))}")
        results.append(result)
    shown.print(", ".join(told(results)))
    return Exit.INCOMPLETE if any(result.outcome == "failed" for result in results) else Exit.OK


def line(result: Result) -> str:
    """What came of one page, in words."""
    parts = [
        f"{result.source}:",
        result.url,
        f"-> {result.document}" if result.document else "",
        result.reason,
    ]
    return " ".join(part for part in parts if part)


def told(results: Iterable[Result]) -> Iterator[str]:
    """How many pages came out how."""
    for outcome, count in Counter(result.outcome for result in results).items():
        yield f"{count:,} {outcome}"
