"""Columns of truth values as numpy sees them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def true(column: pa.ChunkedArray) -> np.ndarray:
    """Where a column is true; what is not known is not."""
    return np.asarray(pc.fill_null(column, False).to_numpy(zero_copy_only=False), dtype=bool)
