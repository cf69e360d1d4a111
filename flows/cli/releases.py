"""The command `releases` and what stands below it."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.options import OUT, RAW, Out, app, near

releases = typer.Typer(help="List releases, or go back to an earlier one.", invoke_without_command=True)
app.add_typer(releases, name="releases")


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
