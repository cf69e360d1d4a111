"""A few rows of a release that was just published: what the dataset looks like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console

from flows.commands.shown import safe, table
from flows.parts import columns_of
from normalizers.periods import REGULAR

_WHOSE = ("official", "posted", "reported", "market")
_SHOWN = (
    "company_name",
    "role_title",
    "level_label",
    "region_label",
    "component",
    "low",
    "high",
    "unit",
    "currency",
    "period",
)
_NEEDS = (*_SHOWN, "document", "line_start", "claim", "restates", "quality")  # fmt: skip


def show(release: Path, most: int, out: Console) -> None:
    """Some rows that the query of the README gives, from all over the dataset; nothing where there are none."""
    rows = columns_of(release / "observations.parquet", _NEEDS)
    claim, quality = (pc.cast(rows[name], pa.string()) for name in ("claim", "quality"))
    good = pc.and_(pc.is_in(claim, pa.array(_WHOSE)), pc.not_equal(quality, "low"))
    rows = rows.filter(pc.and_(good, pc.is_null(rows["restates"])))
    if not (count := min(most, rows.num_rows)):
        return
    shown = table("company", "role", "level", "place", "part of pay", "#pay", "stands in")
    shown.columns[-1].no_wrap, shown.columns[-1].overflow, shown.columns[-1].max_width = True, "ellipsis", 30
    for row in rows.take([number * rows.num_rows // count for number in range(count)]).to_pylist():
        labels = [safe(row[name] or "") for name in _SHOWN[:5]]
        shown.add_row(
            *labels, safe(_pay(row)), safe(f"line {row['line_start']} of {Path(row['document']).name}")
        )
    out.print(f"[bold]{count} of {rows.num_rows:,} rows[/] that speak of the market and are not in doubt")
    out.print(shown)


def _pay(row: dict[str, Any]) -> str:
    """`USD 150,000–180,000 per year`; an end that is left open is left out."""
    ends = [row["low"], row["high"]]
    if row["low"] == row["high"]:
        ends.pop()
    amount = "–".join("" if end is None else f"{end:,.10g}" for end in ends)
    if row["unit"] != "currency":
        return f"{amount} {row['unit']}"
    return f"{row['currency'] or ''} {amount} {often(row['period'])}".strip()


def often(period: str | None) -> str:
    """`per year`, `first year`, `one time`."""
    return f"{'per ' if period in REGULAR else ''}{period or ''}".replace("_", " ")
