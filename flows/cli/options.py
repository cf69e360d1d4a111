"""What the commands share: the application, and options that several of them have."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from flows.errors import Damaged

if TYPE_CHECKING:
    from flows.objects.mirror import Mirror

EXIT_CODES = """
Exit codes
0  done
1  a defect of Wagebook
2  a wrong command line
3  published, but documents could not be read or sources were stopped
4  nothing published, because of the input or the folders
5  nothing published, another process is writing
6  a release is damaged
7  documents are due for review, and --fail-on says so
"""


class Commands(TyperGroup):
    """The commands, with one error that typer would end without a word: it takes every EOFError for a person who hung up."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except EOFError as error:
            raise Damaged(
                f"a file ends too early: {error}", "`wagebook verify` says whether the release is whole"
            ) from error


app = typer.Typer(
    cls=Commands,
    help="Reads every pay figure out of documents into one dataset whose rows can be traced.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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

RAW = "raw"
OUT = "normalized"


def near(raw: str, out: str, *, all_releases: bool = False, writing: bool = False) -> Mirror:
    """Local folders for both, to be entered; see `flows.objects`."""
    from flows.objects.mirror import Mirror, Wanted

    return Mirror(raw, out, Wanted(writing, all_releases))


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()
