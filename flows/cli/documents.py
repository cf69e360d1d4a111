"""Commands that read documents: `refresh`, `capture`, `preview`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.cli import refreshing
from flows.cli.options import EXIT_CODES, OUT, RAW, AsOf, Out, Raw, Sources, app, today
from flows.errors import Stop
from flows.releases import KEEP


@app.command(epilog=EXIT_CODES)
def refresh(
    raw: Raw = RAW,
    out: Out = OUT,
    source: Sources = None,
    as_of: AsOf = None,
    workers: refreshing.Workers = 0,
    dry_run: refreshing.DryRun = False,
    direct: refreshing.Direct = False,
    full: refreshing.Full = False,
    allow_shrink: refreshing.AllowShrink = False,
    keep: refreshing.Keep = KEEP,
    rows_a_file: refreshing.RowsAFile = 0,
    look: refreshing.Look = 0,
    runner: refreshing.Runner = "local",
    dask_address: refreshing.DaskAddress = None,
    log_format: refreshing.LogFormat = "text",
    metrics: refreshing.Metrics = None,
    lineage: refreshing.Lineage = None,
) -> None:
    """Read documents and publish a release. Documents that nothing has changed for are not read again."""
    from flows import early, pool, ready
    from flows.options import Options

    options = Options.at(
        raw,
        out,
        as_of=as_of.date() if as_of else None,
        only=tuple(source or ()),
        workers=workers,
        dry_run=dry_run,
        full=full,
        allow_shrink=allow_shrink,
        keep=keep,
        rows_a_file=rows_a_file,
        runner=_runner(runner, dask_address, direct=direct),
        dask_address=dask_address,
    )
    with pool.Workers(pool.how_many(workers)) as begun:
        if direct and early.few_have_changed(options):
            begun.begin_one(ready.get_ready)
        # Behind the worker, which loads what it needs meanwhile.
        from flows.commands.refresh import run
        from flows.telling import Telling

        telling = Telling(log_format == "json", metrics, lineage)
        raise typer.Exit(run(options, telling, direct=direct, look=look, begun=begun))


@app.command(epilog=EXIT_CODES)
def capture(
    source: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="All that name pages if left out.")
    ] = None,
    raw: Annotated[
        str, typer.Option("--raw", metavar="DIR", help="Folder with a folder of documents for each source.")
    ] = RAW,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be fetched.")] = False,
) -> None:
    """Fetch the pages that manifests name (`capture: urls`), politely, and keep what came as new dated documents.

    A page that has not changed gives no document. One that cannot be fetched leaves the document of before, flagged
    capture_failed. No other command touches the network.
    """
    from flows.capture.run import folder
    from flows.commands.capture import show

    raise typer.Exit(show(folder(raw), tuple(source or ()), dry_run=dry_run))


@app.command()
def preview(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document; below raw/ its manifest counts.")],
    raw: Annotated[
        Path | None, typer.Option("--raw", metavar="DIR", help="The raw folder that FILE is in.")
    ] = None,
) -> None:
    """Show what is read from one document, line by line, and which figures nobody claimed. Writes nothing."""
    from flows.commands.preview import run

    raise typer.Exit(run(file, raw, today()))


def _runner(
    runner: Literal["local", "dask"], address: str | None, *, direct: bool
) -> Literal["local", "dask"]:
    if direct and runner == "dask":
        raise Stop("--runner dask goes through Prefect", "Leave --direct out")
    if address and runner == "local":
        raise Stop("--dask-address is for --runner dask", "Add it, or leave the address out")
    return runner
