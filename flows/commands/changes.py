"""`wagebook changes`: what came, went and moved since an earlier release."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import typer

from flows import compare, stored
from flows.commands.shown import console, safe, table
from flows.errors import Exit, Stop
from flows.releases import Release, Releases
from quality.changes import vanished
from schemas.tables import arrow_schema

COLOURS = {"large": "bold red", "medium": "yellow", "small": "dim"}


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two releases, and which documents and sources the later one has no more."""

    before: str
    after: str
    changes: list[dict[str, Any]]
    documents_gone: list[str]
    sources_gone: list[str]

    @property
    def counts(self) -> dict[str, int]:
        """How many moved, went and came, and how many moves are large."""
        kinds = Counter(change["change"] for change in self.changes)
        large = sum(change["size"] == "large" for change in self.changes)
        return {kind: kinds[kind] for kind in ("moved", "removed", "added")} | {"large": large}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the changes are to be shown or kept."""

    as_json: bool = False
    html: Path | None = None
    parquet: Path | None = None
    most: int = 50


def run(out: Path, since: str | None, release: str | None, wanted: Wanted) -> int:
    """Compare a release (the current one) with an earlier one (the one that it came after)."""
    releases = Releases(out)
    after = releases.named(release)
    before = releases.named(since) if since else _before(releases, after)
    found = between(before, after)
    if wanted.html is not None:
        wanted.html.write_text(page(found), encoding="utf-8")
    if wanted.parquet is not None:
        rows = [change | {"release_before": found.before} for change in found.changes]
        pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema("changes")), wanted.parquet)
    if wanted.as_json:
        typer.echo(json.dumps(asdict(found) | {"counts": found.counts}, indent=2, ensure_ascii=False))
    else:
        _show(found, wanted.most)
    return Exit.OK


def _before(releases: Releases, after: Release) -> Release:
    name = after.run.get("before")
    if not name:
        raise Stop(f"{after.name} is the first release", "Name an earlier one with --since RELEASE")
    if not (releases.folder / str(name)).is_dir():
        known = ", ".join(one.name for one in releases.all() if one.name != after.name) or "none"
        raise Stop(f"{name}, which {after.name} came after, was retired", f"--since one of: {known}")
    return Release(releases.folder / str(name))


def between(before: Release, after: Release) -> Changes:
    """Compare two releases. Raises Damaged when one cannot be read."""
    return Changes(
        before.name,
        after.name,
        compare.compared(compare.of(before), compare.of(after)),
        vanished(_names(before, "document"), _names(after, "document")),
        vanished(_names(before, "source"), _names(after, "source")),
    )


def _names(release: Release, column: str) -> list[str]:
    unique: list[str] = pc.unique(stored.columns(release, "documents", [column])[column]).to_pylist()
    return unique


def page(found: Changes) -> str:
    """The changes as one HTML page that needs nothing else; all text of documents is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(loader=PackageLoader("report", ""), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("changes.html").render(**asdict(found), counts=found.counts)


def _show(found: Changes, most: int) -> None:
    shown = console()
    rows = table("", "what", "before", "after", "#move", "where")
    for change in found.changes[:most]:
        move = "" if change["move"] is None else f"{change['move']:+.1%}"
        colour = COLOURS.get(change["size"] or "", "default")
        what = f"{change['component']}: {change['subject'] or 'no subject'}"
        line = change["line_after"] or change["line_before"]
        where = safe(f"{change['document']}:{line}")
        rows.add_row(
            change["change"],
            safe(what),
            _value(change, "before"),
            _value(change, "after"),
            f"[{colour}]{move}[/]",
            where,
        )
    if found.changes:
        shown.print(rows)
    if len(found.changes) > most:
        shown.print(f"and {len(found.changes) - most:,} more; --limit {len(found.changes)} shows all")
    for kind, names in (("source", found.sources_gone), ("document", found.documents_gone)):
        for name in names[:most]:
            shown.print(f"[red]{kind} vanished[/]: {safe(name)}")
    counts = found.counts
    shown.print(
        f"{found.before} to {found.after}: {counts['moved']:,} moved ({counts['large']:,} by more than 20 %), "
        f"{counts['removed']:,} removed, {counts['added']:,} added"
    )


def _value(change: dict[str, Any], side: str) -> str:
    """A value and the text that it was read from."""
    value, evidence = change[side], change[f"evidence_{side}"]
    return f"{safe(value)} [dim]{safe(evidence)}[/]" if value is not None else ""
