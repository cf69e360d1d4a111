"""How good a row is as evidence of the market."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quality.truth import true
from schemas import flags

NEEDS = ("flags", "inferred", "claim", "attributed_to", "sample_size", "as_of", "declared_quality")
"""Columns of observations that the grade is made of."""

ENOUGH_CASES = 30
NO_EVIDENCE = ["example", "negotiation"]


def grades(rows: pa.Table) -> pa.Array:
    """`low` on any warning or error, an inferred component, an example or a negotiation; `high` needs a named source or
    a sample of 30, and a stated date; never above what the source declares. Of every row; needs the columns `NEEDS`.
    """  # noqa: D205 - one rule, one sentence
    grave = [code for code, flag in flags.all_flags().items() if flag.severity != "info"]
    low = _any_of(rows["flags"], grave) | _any_of(rows["inferred"], ["component"])
    low |= true(pc.is_in(rows["claim"], pa.array(NO_EVIDENCE)))
    # A citation mark alone (`[3]`) names nobody.
    named = true(pc.match_substring_regex(pc.cast(rows["attributed_to"], pa.string()), r"\p{L}")) | true(
        pc.greater_equal(rows["sample_size"], ENOUGH_CASES)
    )
    high = named & true(pc.is_valid(rows["as_of"]))
    declared = pc.cast(rows["declared_quality"], pa.string())
    low |= true(pc.equal(declared, "low"))
    high &= ~true(pc.equal(declared, "medium"))
    return pa.array(np.where(low, "low", np.where(high, "high", "medium")), pa.string())


def _any_of(lists: pa.ChunkedArray, values: list[str]) -> np.ndarray:
    whole = lists.combine_chunks() if lists.num_chunks != 1 else lists.chunk(0)
    hits = pc.list_parent_indices(whole).filter(pc.is_in(whole.flatten(), pa.array(values, pa.string())))
    found = np.zeros(len(whole), dtype=bool)
    found[hits.to_numpy(zero_copy_only=False)] = True
    return found
