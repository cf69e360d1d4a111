"""`wagebook verify`."""

from __future__ import annotations

from pathlib import Path

from flows import verify
from flows.commands.shown import console, safe
from flows.errors import Exit
from flows.releases import Releases

_MARKS = {True: "[green]ok[/]   ", False: "[bold red]wrong[/]", None: "[yellow]not compared[/]"}


def run(name: str | None, raw: Path, out: Path) -> int:
    """Check a release and say what was found; gives the exit code."""
    release = Releases(out).named(name)
    shown = console()
    shown.print(f"[bold]{release.name}[/]")
    right = True
    for check in verify.release(release, raw if raw.is_dir() else None):
        shown.print(f"  {_MARKS[check.right]} {check.name:<13} {safe(check.found)}")
        right = right and check.right is not False
    if not raw.is_dir():
        shown.print(f"  [yellow]not compared[/] evidence: there is no folder {safe(raw)}; name it with --raw")
    if not right:
        shown.print(
            "`wagebook releases rollback` goes back to an earlier release; `wagebook refresh --full` makes it anew"
        )
    return Exit.OK if right else Exit.DAMAGED
