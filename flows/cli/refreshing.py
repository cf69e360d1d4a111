"""The options of `refresh` alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Workers = Annotated[
    int,
    typer.Option(min=0, help="Processes that read; 0: one a core. 1 reads here, unprotected from crashes."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Do everything but publish.")]
Direct = Annotated[bool, typer.Option("--direct", help="Without Prefect.")]
Full = Annotated[bool, typer.Option("--full", help="Read every document again.")]
AllowShrink = Annotated[
    bool, typer.Option("--allow-shrink", help="Publish even if most observations are gone.")
]
Keep = Annotated[int, typer.Option(min=1, help="Releases to keep.")]
RowsAFile = Annotated[
    int,
    typer.Option(
        "--rows-a-file",
        metavar="N",
        min=0,
        help="Write each table as a folder of files of N rows, rounded down to 20,000s, at least one; 0: one file a table.",
    ),
]
Look = Annotated[int, typer.Option("--look", metavar="N", min=0, help="Show N rows of what was published.")]
Runner = Annotated[
    Literal["local", "dask"],
    typer.Option("--runner", help="Where documents are read: on this machine, or on a Dask cluster."),
]
DaskAddress = Annotated[
    str | None,
    typer.Option(
        "--dask-address", metavar="tcp://HOST:PORT", help="Its scheduler; left out, one is started here."
    ),
]
LogFormat = Annotated[
    Literal["text", "json"], typer.Option("--log-format", help="json: a line for each event, for programs.")
]
Metrics = Annotated[
    Path | None,
    typer.Option("--metrics", metavar="FILE", help="Write counts and seconds for Prometheus."),
]
Lineage = Annotated[
    str | None,
    typer.Option("--lineage", metavar="FILE|URL", envvar="OPENLINEAGE_URL", help="Tell OpenLineage."),
]
