"""The command `review` and what stands below it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import typer

from flows.cli.options import EXIT_CODES, OUT, RAW, AsOf, Out, Raw, app, near, today
from flows.errors import Stop
from flows.objects import is_far

FailOn = Literal["overdue", "due-soon"]

reviews = typer.Typer(
    help="List documents due for review, overdue first, or record that one was looked at.",
    invoke_without_command=True,
    epilog=EXIT_CODES,
)
app.add_typer(reviews, name="review")


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

        day = as_of.date() if as_of else today()
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

    said = Said(by, on.date() if on else today(), following.date() if following else None, note)
    if is_far(raw):
        raise Stop(
            f"{raw}: reviews are recorded in a file under version control", "Name the working copy with --raw"
        )
    with near(raw, out) as at:
        raise typer.Exit(run(target, at.raw, at.out, said, today()))
