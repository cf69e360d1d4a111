"""Tables of a published release, for the commands that look at one: what is missing or broken is said, with the remedy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.errors import Damaged
from flows.parts import columns_of
from flows.releases import Release


def columns(release: Release, table: str, names: Sequence[str] | None = None, where: Any = None) -> pa.Table:
    """Columns of a table (all for None), of the rows for which the expression `where` holds. Raises Damaged."""
    try:
        if where is None:
            return columns_of(release.table(table), names)
        wanted = None if names is None else list(names)
        return pq.read_table(release.table(table), columns=wanted, filters=where)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise Damaged(
            f"{release.path}: {table}.parquet is missing or unreadable ({error})",
            "`wagebook releases rollback` goes back to an earlier one; `wagebook refresh --full` makes it anew",
        ) from error
