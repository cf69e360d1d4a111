"""Periods of the dataset by their length."""

from __future__ import annotations

SHORT = frozenset({"hour", "day", "week"})
"""What people are paid wages for."""
WITHIN_A_YEAR = SHORT | {"fortnight", "month"}
REGULAR = WITHIN_A_YEAR | {"year"}
"""What pay comes in, again and again."""
