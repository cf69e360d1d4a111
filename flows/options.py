"""What a person can choose about a refresh."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from flows.objects import is_far
from flows.releases import KEEP

Runner = Literal["local", "dask"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a person can choose about a refresh."""

    raw: Path
    out: Path
    as_of: dt.date | None = None
    """The day for which freshness and review dates are worked out; today when None."""
    only: tuple[str, ...] = ()
    workers: int = 0
    """0: one for each core, but two at least."""
    dry_run: bool = False
    full: bool = False
    allow_shrink: bool = False
    keep: int = KEEP
    rows_a_file: int = 0
    """Rows of a file of a table, rounded down to whole row groups, at least one (`parts.ROWS_AT_ONCE`); 0: one file a table."""
    runner: Runner = "local"
    dask_address: str | None = None
    """The scheduler of a Dask cluster; None makes one on this machine."""
    places: tuple[str, str] | None = None
    """Raw folder and dataset as they were named, where one of them is the url of an object store."""
    redate: bool = False
    """Only work out freshness and review dates anew: nothing is read, all rows are those of the last release."""

    @classmethod
    def at(cls, raw: str, out: str, **chosen: Any) -> Options:
        """The options for two places, each a folder or the url of one in an object store."""
        places = (raw, out) if is_far(raw) or is_far(out) else None
        return cls(Path(raw), Path(out), places=places, **chosen)

    @property
    def shown(self) -> tuple[str, str]:
        """Raw folder and dataset as a person named them."""
        return self.places or (str(self.raw), str(self.out))
