"""`wagebook expect`."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from flows import stored
from flows.commands.shown import console, named, safe, table, yaml_line
from flows.errors import Exit
from flows.releases import Release, Releases
from flows.sources import discover
from quality.expectations import LABELS, Measured, compared, suggested
from schemas.manifest import Expect


def run(source: str | None, raw: Path, out: Path, *, suggest: bool) -> int:
    """Show what is expected and what was found, or propose expectations; changes nothing."""
    release = Releases(out).named(None)
    names = pc.unique(stored.columns(release, "documents", ["source"])["source"]).to_pylist()
    wanted = named(source, sorted(names), release.name)
    if suggest:
        _suggest(release, wanted)
    else:
        _hold_against(release, wanted, raw)
    return Exit.OK


def _suggest(release: Release, sources: list[str]) -> None:
    shown = console()
    stopped = {failed["source"] for failed in release.run.get("sources_failed", [])}
    for number, source in enumerate(sources):
        found = measured(release, source, list(LABELS))
        if number:
            yaml_line(shown, "---")
        yaml_line(
            shown,
            f"# {source}/source.yaml: {found.documents:,} documents, {found.rows:,} rows in {release.name}",
        )
        if source in stopped:
            yaml_line(shown, "# The source was stopped in this release: these are its last good rows.")
        proposed = {"expect": suggested(found)}
        for line in yaml.safe_dump(proposed, sort_keys=False, default_flow_style=None).splitlines():
            yaml_line(shown, line)


def _hold_against(release: Release, sources: list[str], raw: Path) -> None:
    manifests = {source.name: source.manifest for source in discover(raw)}
    rows = table("source", "expected", "#min", "#found", "#max", "")
    silent = []
    for source in sources:
        manifest = manifests.get(source)
        expect = manifest.expect if manifest else Expect()
        found = measured(release, source, list(expect.filled))
        held = list(compared(expect, found))
        silent += [] if held else [source]
        for one in held:
            rows.add_row(
                safe(source), one.name, one.least, one.shown, one.most, _verdict(one.is_below, one.is_above)
            )
    shown = console()
    shown.print(rows)
    for source in silent:
        shown.print(
            f"{safe(source)}: nothing is expected; `wagebook expect --suggest {safe(source)}` proposes"
        )


def _verdict(is_below: bool, is_above: bool) -> str:
    return "[red]too few[/]" if is_below else "[yellow]more than usual[/]" if is_above else "as expected"


def measured(release: Release, source: str, columns: list[str]) -> Measured:
    """What a release holds of a source, and how far its columns are filled."""
    own = pc.field("source") == pa.scalar(source)
    documents = stored.columns(release, "documents", ["document"], own)
    quarantined = stored.columns(release, "quarantine", ["document"], own)
    rows = stored.columns(release, "observations", ["source", *columns], own)
    filled = {name: pc.count(rows[name]).as_py() / len(rows) for name in columns if len(rows)}
    return Measured(len(documents), len(rows), len(quarantined), filled)
