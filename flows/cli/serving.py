"""Commands for a Prefect server: `serve`, `alarms`, `free-slot`."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.options import OUT, RAW, Out, Raw, app


@app.command()
def serve(
    refresh_at: Annotated[
        str, typer.Option("--refresh", metavar="CRON", help="When to refresh.")
    ] = "0 5 * * *",
    capture_at: Annotated[
        str, typer.Option("--capture", metavar="CRON", help="When to fetch pages.")
    ] = "0 3 * * *",
    review_at: Annotated[
        str, typer.Option("--review", metavar="CRON", help="When to date anew.")
    ] = "0 4 * * *",
    timezone: Annotated[str, typer.Option("--timezone", metavar="ZONE", help="Of all times.")] = "UTC",
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """Run the flows `capture`, `review` and `refresh` every day on this machine, without a work pool, until interrupted."""
    from flows.prefect_serve import run

    run(raw, out, {"capture": capture_at, "review": review_at, "refresh": refresh_at}, timezone)


@app.command()
def alarms(
    webhook: Annotated[
        str | None, typer.Option("--webhook", metavar="URL", help="Where alarms post a line of JSON.")
    ] = None,
) -> None:
    """Make the automations on the Prefect server that say when something is wrong, or renew them."""
    from flows.prefect_alarms import make

    for name in make(webhook):
        typer.echo(name)


@app.command("free-slot")
def free_slot(out: Out = OUT) -> None:
    """After worker and flow were killed together: tell the Prefect server that the run is dead, so that the next one may start."""
    from flows.prefect_slots import free

    freed = free(out)
    typer.echo("\n".join(f"{name}: set to Crashed" for name in freed) or "no run holds a slot")
