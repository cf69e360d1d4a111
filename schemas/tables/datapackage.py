"""The tables as `datapackage.json` (Data Package standard) and as the page `docs/data-dictionary.md`."""

from __future__ import annotations

from typing import Any

from schemas import flags
from schemas.tables.columns import Column, TableModel, models

_TYPES = {
    "string": "string", "category": "string", "float": "number", "integer": "integer", "boolean": "boolean", "date": "date",
    "strings": "list",
}  # fmt: skip


def datapackage() -> dict[str, Any]:
    """The data dictionary as a Data Package descriptor, without what only a release knows (hashes, sizes)."""
    return {
        "name": "wagebook",
        "title": "Pay figures read out of documents",
        "resources": [_resource(model) for model in models().values()],
        "flags": [
            {"code": flag.code, "severity": flag.severity, "message": flag.message}
            for flag in flags.all_flags().values()
        ],
    }


def _resource(model: TableModel) -> dict[str, Any]:
    return {
        "name": model.name,
        "path": f"{model.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": model.about,
        "schema": {"fields": [_field(column) for column in model.columns]},
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.about}
    if column.type == "strings":
        field["itemType"] = "string"
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    constraints.update({name: value for name, value in limits.items() if value is not None})
    return {**field, "constraints": constraints} if constraints else field


def dictionary() -> str:
    """The data dictionary as a Markdown page."""
    lines = [
        "# Data dictionary",
        "",
        "Made from `schemas/tables/tables.yaml` and `schemas/flags.yaml` by `make docs`; edit those.",
        "",
    ]
    for model in models().values():
        lines += [
            f"## {model.name}",
            "",
            model.about,
            "",
            "| column | type | unit | meaning |",
            "|---|---|---|---|",
        ]
        lines += [_line(column) for column in model.columns]
        lines.append("")
    lines += ["## Flags", "", "| code | severity | meaning | example |", "|---|---|---|---|"]
    for flag in flags.all_flags().values():
        lines.append(f"| `{flag.code}` | {flag.severity} | {flag.message} | {flag.example} |")
    return "\n".join(lines) + "\n"


def _line(column: Column) -> str:
    meaning = column.about + (f" One of: {', '.join(column.values)}." if column.values else "")
    kind = column.type if column.nullable else f"{column.type}, never null"
    return f"| `{column.name}` | {kind} | {column.unit} | {meaning.replace('|', chr(92) + '|')} |"
