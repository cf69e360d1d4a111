"""What a refresh shows on the Prefect server; whatever documents say is shown as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from prefect.artifacts import create_progress_artifact, create_table_artifact, update_progress_artifact

from flows.commands.shown import plain
from flows.objects import is_far
from flows.parts import columns_of
from flows.releases import Release
from flows.summary import Summary
from schemas import flags

CHANGES = ("change", "size", "component", "subject", "before", "after", "move", "document", "line_after")
MOST_CHANGES = 200
MOST_OF_A_KEY = 512


class Progress:
    """How much has been read, for whoever looks at the run."""

    def __init__(self) -> None:
        self._artifact: Any = create_progress_artifact(
            0.0, key="wagebook-progress", description="documents read, in per cent"
        )

    def at(self, share: float) -> None:
        """Show a share, 0 to 1."""
        update_progress_artifact(self._artifact, 100 * share)


def asset_key(place: str) -> str:
    """What the server calls the dataset of a folder: its url, with what an asset's name may not have left out."""
    url = place if is_far(place) else Path(place).resolve().as_uri()
    return re.sub(r"[^A-Za-z0-9:/._-]", "_", url)[:MOST_OF_A_KEY]


def show_quality(summary: Summary) -> None:
    """What the checks doubt, as an artifact: each flag with what it means and how many rows have it.

    Rows of a stopped source were made by the program of their day and may have flags that are no longer declared.
    """
    known = flags.all_flags()
    gone = flags.Flag("", "info", "A flag of an older program, no longer declared.")
    rows = [
        {
            "flag": code,
            "severity": known.get(code, gone).severity,
            "rows": count,
            "meaning": known.get(code, gone).message,
        }
        for code, count in sorted(summary.flags.items(), key=lambda entry: (-entry[1], entry[0]))
    ]
    create_table_artifact(
        rows, key="wagebook-quality", description=f"{summary.release}: flags of observations"
    )


def show_changes(release: Release | None) -> None:
    """The largest changes since the release before, as an artifact; what documents say is shown as text."""
    if release is None:
        return
    found = columns_of(release.table("changes"), list(CHANGES))
    rows = found.slice(0, MOST_CHANGES).to_pylist()
    create_table_artifact(
        [{name: plain(value) if value is not None else "" for name, value in row.items()} for row in rows],
        key="wagebook-changes",
        description=f"{release.name}: {len(found):,} changes, the largest {len(rows):,} of them",
    )
