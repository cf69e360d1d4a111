"""`wagebook schema`."""

from __future__ import annotations

from pathlib import Path

from flows.commands.shown import console, safe, table
from flows.errors import Exit, Stop
from schemas import corrections, manifest
from schemas.tables import dictionary, models

RENDERED = {
    "docs/data-dictionary.md": dictionary,
    "docs/source.schema.json": manifest.json_schema,
    "docs/corrections.schema.json": corrections.json_schema,
}
"""Pages that are made from the schemas, and what makes them. A test fails when one is stale."""


def run(*, write: bool) -> int:
    """Show the tables, or write the pages that are made from the schemas."""
    shown = console()
    if write:
        if missing := [name for name in RENDERED if not Path(name).is_file()]:
            raise Stop(f"{missing[0]}: there is no such page here", "Call it in the folder of the project")
        for name, render in RENDERED.items():
            Path(name).write_text(render(), encoding="utf-8")
            shown.print(f"wrote {name}")
        return Exit.OK
    for model in models().values():
        shown.print(f"[bold]{model.name}[/]: {safe(model.about)}")
        columns = table("column", "type", "unit", "meaning")
        for column in model.columns:
            columns.add_row(column.name, column.type, column.unit, safe(column.about))
        shown.print(columns)
        shown.print()
    return Exit.OK
