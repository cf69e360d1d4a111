"""Commands that look at documents, manifests and releases, and change none of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import OUT, RAW, Out, Raw, Sources, app, near, today


@app.command()
def explain(
    observation_id: Annotated[
        str, typer.Argument(metavar="OBSERVATION_ID", help="An id of observations.parquet, or its beginning.")
    ],
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
            "--write", help="Write the data dictionary and the schemas of what people write to docs/."
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
        raise typer.Exit(run(at.raw, at.out, tuple(source or ()), today(), verbose=verbose))


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
