"""Two releases side by side: which series came, went or moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from flows.errors import Damaged
from flows.parts import columns_of
from flows.releases import Release
from quality import changes

Read = Callable[[Sequence[str]], pa.Table]
"""Gives some columns of the observations of a release, all rows."""


def of(release: Release) -> Read:
    """Reads the observations of a published release. What it gives raises Damaged when that cannot be done."""

    def read(columns: Sequence[str]) -> pa.Table:
        try:
            return columns_of(release.table("observations"), columns)
        except (OSError, pa.ArrowException, ValueError) as error:
            raise Damaged(
                f"{release.name}: its observations cannot be compared with those of today ({error})",
                "It is damaged or was made by another version of Wagebook; compare with a later one",
            ) from error

    return read


def compared(before: Read, after: Read) -> list[dict[str, Any]]:
    """The changes as rows of `changes.parquet`. Only rows that differ are read whole."""
    first, second = changes.differing(before(changes.KEYS), after(changes.KEYS))
    return changes.changes(_rows(before, first), _rows(after, second))


def _rows(read: Read, numbers: np.ndarray) -> list[dict[str, Any]]:
    if not len(numbers):
        return []
    records: list[dict[str, Any]] = read(changes.NEEDS).take(pa.array(numbers)).to_pylist()
    return records
