"""`wagebook refresh`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flows.commands import first_look
from flows.commands.shown import console, safe, table
from flows.errors import Stop
from flows.options import Options
from flows.plan import Plan
from flows.pool import Workers
from flows.refresh import direct
from flows.summary import Summary
from flows.telling import Telling

SHOWN = 10
"""Entries of a list before `and n more`."""


def run(
    options: Options, telling: Telling, *, direct: bool, look: int = 0, begun: Workers | None = None
) -> int:
    """Refresh and show the summary; gives the exit code. Raises Stop when nothing was published."""
    telling.check()
    _print(telling.begun(options))
    try:
        summary = _refreshed(options, begun, direct=direct)
    except Stop as stop:
        _print(telling.failed(options, stop))
        raise
    _print(telling.ended(options, summary))
    if not telling.as_json:
        show(summary, console())
        if look and summary.place and (release := Path(summary.place)).is_dir():
            first_look.show(release, look, console())
    return int(summary.exit)


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        typer.echo(line)


def _refreshed(options: Options, begun: Workers | None, *, direct: bool) -> Summary:
    # The one place where the clock is asked which day it is, in the time zone of whoever runs it.
    today = dt.datetime.now().astimezone().date()
    if direct:
        return _directly(options, today, begun)
    from flows.prefect_flows import run_refresh

    return run_refresh(options, today)


def _directly(options: Options, today: dt.date, begun: Workers | None) -> Summary:
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(error=True),
        transient=True,
        disable=not console(error=True).is_terminal,
    ) as bar:

        def started(plan: Plan) -> Callable[[int], None]:
            task = bar.add_task("reading", total=len(plan.to("read")))
            return lambda done: bar.advance(task, done)

        return direct(options, today, started, begun)


def markdown(summary: Summary) -> str:
    """The summary as a page for Prefect: nothing that a document or file says is taken for markup."""
    parts = [f"# {summary.release}", "", f"{summary.why}: `{_plain(summary.place)}`", ""]
    parts += [f"- {line}" for line in lines(summary)]
    for title, entries in (
        ("Not read", [f"{name}: {status}, {why}" for name, status, why in summary.failed]),
        ("Sources stopped", [f"{name}: {why}" for name, why in summary.sources]),
        ("Warnings", summary.warnings),
        ("Flags", [f"{flag}: {rows:,} rows" for flag, rows in sorted(summary.flags.items())]),
    ):
        if entries:
            parts += ["", f"## {title}", "", *(f"- `{_plain(entry)}`" for entry in entries[: 5 * SHOWN])]
    return "\n".join(parts) + "\n"


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "'").split())


def show(summary: Summary, out: Console) -> None:
    """The summary of a refresh, for a person."""
    out.print(f"[bold]{summary.release}[/]: {summary.why}")
    for line in lines(summary):
        out.print(f"  {line}")
    _some(out, "not read", [f"{safe(name)}: {status}, {safe(why)}" for name, status, why in summary.failed])
    _some(
        out,
        "sources stopped; the last good rows are kept where there are any",
        [f"{safe(n)}: {safe(line)}" for n, why in summary.sources for line in why.split("\n")],
    )
    for kind, most in summary.unclaimed.items():
        _some(
            out,
            f"most figures that nobody interpreted, by {kind}",
            [f"{count:,}  {safe(name)}" for name, count in most],
            "`wagebook preview FILE` shows them in place",
        )
    _some(out, "warnings", [safe(warning) for warning in summary.warnings])
    if summary.flags:
        flags = table("flag", "#rows")
        for flag, rows in sorted(summary.flags.items(), key=lambda f: (-f[1], f[0])):
            flags.add_row(flag, f"{rows:,}")
        out.print(flags)
    if summary.place:
        out.print(f"[bold]{safe(summary.place)}[/]")


def lines(summary: Summary) -> list[str]:
    """The numbers of a summary, a line each."""
    did = ", ".join(f"{count:,} {_DONE[action]}" for action, count in summary.documents.items() if count)
    rows = ", ".join(f"{count:,} {name}" for name, count in summary.rows.items() if count)
    due = ", ".join(f"{count:,} {status.replace('_', ' ')}" for status, count in summary.due.items() if count)
    seconds = ", ".join(f"{stage} {spent:.1f}s" for stage, spent in summary.seconds.items())
    every = sum(summary.figures.values())
    figures = ", ".join(
        f"{count:,} {name.replace('_', ' ')} ({count / every:.1%})" for name, count in summary.figures.items()
    )
    shown = {"documents": did, "rows": rows, "figures": figures, "review": due, "time": seconds}
    return [f"{name:<10} {text}" for name, text in shown.items() if text]


_DONE = {"read": "read", "carry": "unchanged", "keep": "kept from the last release", "gone": "gone"}


def _some(
    out: Console, title: str, entries: list[str], where: str = "documents.parquet, column reason"
) -> None:
    if not entries:
        return
    out.print(f"[yellow]{title}[/] ({len(entries)})")
    for entry in entries[:SHOWN]:
        out.print(f"  {entry}")
    if len(entries) > SHOWN:
        out.print(f"  and {len(entries) - SHOWN} more: {where}")
