"""The command `wagebook`. Commands are imported when they are called, so that `--help` is quick."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.errors import Stop
from flows.objects import is_far

if TYPE_CHECKING:
    from flows.objects.mirror import Mirror

EXIT_CODES = """
Exit codes: 0 done; 1 a defect of Wagebook; 2 a wrong command line; 3 published, but documents could not be read
or sources were stopped; 4 nothing published, because of the input or the folders; 5 nothing published, another process is writing;
6 a release is damaged; 7 documents are due for review, and --fail-on says so.
"""

app = typer.Typer(
    help="Reads every pay figure out of documents into one dataset whose rows can be traced.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
releases = typer.Typer(help="List releases, or go back to an earlier one.", invoke_without_command=True)
app.add_typer(releases, name="releases")
reviews = typer.Typer(
    help="List documents due for review, overdue first, or record that one was looked at.",
    invoke_without_command=True,
    epilog=EXIT_CODES,
)
app.add_typer(reviews, name="review")

Raw = Annotated[
    str,
    typer.Option(
        "--raw", metavar="DIR|URL", help="Folder with a folder of documents for each source, or s3://..."
    ),
]
Out = Annotated[str, typer.Option("--out", metavar="DIR|URL", help="Folder of the dataset, or s3://...")]
Sources = Annotated[
    list[str] | None, typer.Option("--source", metavar="NAME", help="Only this source; may be repeated.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", metavar="DATE", formats=["%Y-%m-%d"], help="Day for freshness and review dates."),
]

FailOn = Literal["overdue", "due-soon"]

RAW = "raw"
OUT = "normalized"


@app.command(epilog=EXIT_CODES)
def refresh(
    raw: Raw = RAW,
    out: Out = OUT,
    source: Sources = None,
    as_of: AsOf = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0, help="Processes that read; 0: one a core. 1 reads here, unprotected from crashes."
        ),
    ] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything but publish.")] = False,
    direct: Annotated[bool, typer.Option("--direct", help="Without Prefect.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Read every document again.")] = False,
    allow_shrink: Annotated[
        bool, typer.Option("--allow-shrink", help="Publish even if most observations are gone.")
    ] = False,
    keep: Annotated[int, typer.Option(min=1, help="Releases to keep.")] = 10,
    rows_a_file: Annotated[
        int,
        typer.Option(
            "--rows-a-file",
            metavar="N",
            min=0,
            help="Write each table as a folder of files of about N rows; 0: one file a table.",
        ),
    ] = 0,
    runner: Annotated[
        Literal["local", "dask"],
        typer.Option("--runner", help="Where documents are read: on this machine, or on a Dask cluster."),
    ] = "local",
    dask_address: Annotated[
        str | None,
        typer.Option(
            "--dask-address", metavar="tcp://HOST:PORT", help="Its scheduler; left out, one is started here."
        ),
    ] = None,
    log_format: Annotated[
        Literal["text", "json"],
        typer.Option("--log-format", help="json: a line for each event, for programs."),
    ] = "text",
    metrics: Annotated[
        Path | None,
        typer.Option("--metrics", metavar="FILE", help="Write counts and seconds for Prometheus."),
    ] = None,
    lineage: Annotated[
        str | None,
        typer.Option("--lineage", metavar="FILE|URL", envvar="OPENLINEAGE_URL", help="Tell OpenLineage."),
    ] = None,
) -> None:
    """Read documents and publish a release. Documents that nothing has changed for are not read again."""
    from flows.commands.refresh import run
    from flows.refresh import Options
    from flows.telling import Telling

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
    telling = Telling(log_format == "json", metrics, lineage)
    raise typer.Exit(run(options, telling, direct=direct))


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

    raise typer.Exit(run(file, raw))


@app.command()
def explain(
    observation_id: Annotated[str, typer.Argument(metavar="OBSERVATION_ID")],
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """Show a row, and its evidence in its surroundings."""
    from flows.commands.explain import run

    with near(raw, out) as at:
        raise typer.Exit(run(observation_id, at.raw, at.out))


@app.command()
def schema(
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write the data dictionary and the manifest's schema to docs/ and schemas/."
        ),
    ] = False,
) -> None:
    """Show the tables of the dataset: columns, types, units, meanings."""
    from flows.commands.schema import run

    raise typer.Exit(run(write=write))


@app.command()
def status(
    raw: Raw = RAW,
    out: Out = OUT,
    source: Sources = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Document by document.")] = False,
) -> None:
    """Say what a refresh would do, and why."""
    from flows.commands.status import run

    with near(raw, out) as at:
        raise typer.Exit(run(at.raw, at.out, tuple(source or ()), verbose=verbose))


@app.command()
def expect(
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="All if left out.")] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Propose expectations, as YAML for source.yaml.")
    ] = False,
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """Hold the current release against what the manifests expect, or propose what to expect."""
    from flows.commands.expect import run

    with near(raw, out) as at:
        raise typer.Exit(run(source, at.raw, at.out, suggest=suggest))


@app.command()
def lookups(
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only this source.")] = None,
    vocabulary: Annotated[
        bool, typer.Option("--vocabulary", help="As entries for schemas/vocabularies/, not for manifests.")
    ] = False,
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """List labels that no vocabulary knows, as YAML to be filled in, and lookups that nothing uses."""
    from flows.commands.lookups import run

    with near(raw, out) as at:
        raise typer.Exit(run(source, at.raw, at.out, for_vocabulary=vocabulary))


@app.command()
def verify(
    release: Annotated[
        str | None, typer.Argument(metavar="[RELEASE]", help="A release; the current one if left out.")
    ] = None,
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """Check a release: hashes, schema, row counts, evidence against raw/, balance of the ledger."""
    from flows.commands.verify import run

    with near(raw, out, all_releases=release is not None) as at:
        raise typer.Exit(run(release, at.raw, at.out))


@app.command()
def changes(
    release: Annotated[
        str | None, typer.Argument(metavar="[RELEASE]", help="A release; the current one if left out.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="RELEASE", help="An earlier release; the one before if left out."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="All changes as JSON, for programs.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with all evidence.")
    ] = None,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", metavar="FILE", help="Write a table like changes.parquet.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Changes to show.")] = 50,
    out: Out = OUT,
) -> None:
    """Show which series moved (large moves first), went and came since an earlier release."""
    from flows.commands.changes import Wanted, run

    with near(RAW, out, all_releases=True) as at:
        raise typer.Exit(run(at.out, since, release, Wanted(as_json, html, parquet, limit)))


@releases.callback()
def list_releases(context: typer.Context, out: Out = OUT) -> None:
    """List releases: as-of, rows, documents, size, and what made them differ."""
    if context.invoked_subcommand is None:
        from flows.commands.releases import listed

        with near(RAW, out, all_releases=True) as at:
            raise typer.Exit(listed(at.out))


@releases.command()
def rollback(
    release: Annotated[
        str | None, typer.Argument(metavar="[RELEASE]", help="The one before if left out.")
    ] = None,
    out: Out = OUT,
) -> None:
    """Point readers to an earlier release. Nothing is removed; the next refresh publishes anew."""
    from flows.commands.releases import rolled_back

    with near(RAW, out, all_releases=True, writing=True) as at:
        code = rolled_back(release, at.out)
        at.push_current()
    raise typer.Exit(code)


@reviews.callback()
def review(
    context: typer.Context,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only this source.")] = None,
    as_of: AsOf = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 7 when documents are overdue, or due soon.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="All documents as JSON, for programs.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Documents to show.")] = 50,
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """List documents due for review: overdue first, with age and reason. Reads the current release and reviews.yaml."""
    if context.invoked_subcommand is None:
        from flows.commands.review import run

        day = as_of.date() if as_of else _today()
        with near(raw, out) as at:
            raise typer.Exit(run(at.raw, at.out, source, day, fail_on, as_json=as_json, most=limit))


@reviews.command()
def done(
    target: Annotated[str, typer.Argument(metavar="DOCUMENT|SOURCE", help="A path below raw/, or a source.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who looked at it.")],
    on: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Day of the review; today if left out."),
    ] = None,
    following: Annotated[
        datetime | None,
        typer.Option(
            "--next", metavar="DATE", formats=["%Y-%m-%d"], help="Next review; by cadence if left out."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What came of it.")] = None,
    raw: Raw = RAW,
    out: Out = OUT,
) -> None:
    """Record in raw/SOURCE/reviews.yaml that somebody looked at a document as it lies there now."""
    from flows.commands.review_done import Said, run

    said = Said(by, on.date() if on else _today(), following.date() if following else None, note)
    if is_far(raw):
        raise Stop(
            f"{raw}: reviews are recorded in a file under version control", "Name the working copy with --raw"
        )
    with near(raw, out) as at:
        raise typer.Exit(run(target, at.raw, at.out, said, _today()))


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


def _runner(
    runner: Literal["local", "dask"], address: str | None, *, direct: bool
) -> Literal["local", "dask"]:
    if direct and runner == "dask":
        raise Stop("--runner dask goes through Prefect", "Leave --direct out")
    if address and runner == "local":
        raise Stop("--dask-address is for --runner dask", "Add it, or leave the address out")
    return runner


def near(raw: str, out: str, *, all_releases: bool = False, writing: bool = False) -> Mirror:
    """Local folders for both, to be entered; see `flows.objects`."""
    from flows.objects.mirror import Mirror, Wanted

    return Mirror(raw, out, Wanted(writing, all_releases))


def _today() -> date:
    return datetime.now().astimezone().date()


def main() -> None:
    """Run the command line; a Stop is shown as its message and remedy."""
    try:
        app()
    except Stop as stop:
        from flows.commands.shown import error

        error(stop)
        sys.exit(stop.exit)
    except KeyboardInterrupt:
        sys.exit(130)
