"""`wagebook lookups`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from flows import stored
from flows.commands.shown import console, named, plain, yaml_line
from flows.errors import Exit
from flows.releases import Release, Releases
from flows.sources import discover
from normalizers import labels
from quality.lookups import NEEDS, READ_AS, Unmapped, lost, unmapped, unused
from schemas import vocabulary
from schemas.manifest import Manifest
from schemas.tables.columns import models

NEAR = 3
NEAR_ENOUGH = 75
"""Of 100: how alike two spellings are that are worth a look. What they mean is for a person to say."""
FILES = {"role": "roles_*.yaml", "place": "places_*.yaml", "company": "companies.yaml"}
"""Vocabularies in which a spelling can be an entry of its own."""
MEANINGS = {
    "level": f"  # {', '.join(next(one.values for one in models()['observations'].columns if one.name == 'level'))}",
    "role": "  # a name such as ml-engineer, as in the column role",
}
"""What may stand behind the colons."""


def run(source: str | None, raw: Path, out: Path, *, for_vocabulary: bool) -> int:
    """Write unmapped labels as YAML to be filled in and pasted; changes nothing."""
    release = Releases(out).named(None)
    rows = stored.columns(release, "observations", list(dict.fromkeys(NEEDS)))
    manifests = {found.name: found.manifest for found in discover(raw)}
    known = sorted({*pc.unique(rows["source"]).to_pylist(), *manifests})
    wanted = named(source, known, release.name)
    found = [one for one in unmapped(rows) if one.source in set(wanted)]
    lines = _vocabularies(found) if for_vocabulary else _manifests(release, rows, found, wanted, manifests)
    shown = console()
    for line in lines:
        yaml_line(shown, line)
    return Exit.OK


def _manifests(
    release: Release,
    rows: pa.Table,
    found: list[Unmapped],
    sources: list[str],
    manifests: dict[str, Manifest | None],
) -> Iterator[str]:
    """A block for each manifest, with its doubts as comments."""
    blocks = [list(_block(release, rows, found, name, manifests.get(name))) for name in sources]
    blocks = [block for block in blocks if block]
    if not blocks:
        yield f"# {release.name}: every label is known, and every lookup is used"
    for number, block in enumerate(blocks):
        yield from (["---"] if number else [])
        yield from block


def _block(
    release: Release, rows: pa.Table, found: list[Unmapped], name: str, manifest: Manifest | None
) -> Iterator[str]:
    own = [one for one in found if one.source == name]
    of_source = rows.filter(pc.equal(rows["source"], name))
    doubts = [*_lost(of_source), *_idle(release, of_source, manifest), *meaningless(manifest)]
    if not own and not doubts:
        return
    without = "" if manifest else " (there is none yet)"
    yield f"# {name}/source.yaml{without}: {len(own)} labels that no vocabulary knows, in {release.name}"
    yield from (f"# {doubt}" for doubt in doubts)
    if own:
        yield "# Say what they mean behind the colon; what stays empty is undecided."
        yield "lookups:"
    for kind, same in groupby(own, key=lambda one: one.kind):
        yield f"  {kind}:{MEANINGS.get(kind, '')}"
        for one in same:
            yield f"    # {_about(one)}"
            yield f"    {_quoted(one.text)}:"


def _vocabularies(found: list[Unmapped]) -> Iterator[str]:
    """Entries for the vocabularies, over all sources; those that need a decision first are comments."""
    if not found:
        yield "# Every label is known."
    for kind, same in groupby(
        sorted(found, key=lambda one: (one.kind, -one.rows, one.text)), key=lambda o: o.kind
    ):
        file = FILES.get(kind, f"{kind}s.yaml")
        yield f"# schemas/vocabularies/{file}, below `entries:` of a group; or into the list of the entry that it means"
        for one in same:
            yield f"# {_about(one)}"
            if kind in FILES:
                name = (
                    json.dumps(one.text, ensure_ascii=False) if kind == "place" else labels.company(one.text)
                )
                yield f"{name}: {{}}" if kind == "place" else f"{name}: [{_quoted(one.text)}]"
            else:
                yield f"# {_quoted(one.text)}"


def _about(one: Unmapped) -> str:
    near = ", ".join(_near(one.kind, one.text))
    rows = "one row" if one.rows == 1 else f"{one.rows:,} rows, the first"
    return f"{rows} in {plain(one.document)}, line {one.line}" + (f"; near: {near}" if near else "")


def _quoted(text: str) -> str:
    """Text as YAML and JSON have it; what a terminal would obey is escaped."""
    return json.dumps(text, ensure_ascii=plain(text) != text)


def _near(kind: str, text: str) -> list[str]:
    """Entries that are spelled alike: suggestions for a person, never taken by themselves."""
    spellings = _spellings(kind)
    alike = process.extract(
        text.casefold(),
        list(spellings),
        scorer=fuzz.token_sort_ratio,
        limit=4 * NEAR,
        score_cutoff=NEAR_ENOUGH,
    )
    return [
        f"{entry} ({spelling})" if entry.casefold() != spelling else entry
        for entry, spelling in {spellings[spelling]: spelling for spelling, _, _ in reversed(alike)}.items()
    ][::-1][:NEAR]


@cache
def _spellings(kind: str) -> dict[str, str]:
    found = vocabulary.load().get(kind)
    entries = [] if found is None else [(one.text.casefold(), one.entry) for one in found.spellings]
    return {text: str(entry.data.get("means", entry.value)) for text, entry in entries}


def _lost(rows: pa.Table) -> Iterator[str]:
    found = lost(rows).select(["observation_id", "document", "line_start"]).slice(0, 1).to_pylist()
    for row in found:
        yield (
            f"{len(lost(rows)):,} rows have another label that no vocabulary knows (a period, a statistic, a currency); the first is "
            f"{row['observation_id']} in {plain(row['document'])}, line {row['line_start']}"
        )


def _idle(release: Release, rows: pa.Table, manifest: Manifest | None) -> Iterator[str]:
    """Entries that no row of the source needs."""
    if manifest is None or not manifest.lookups:
        return
    read = pc.is_in(pc.field("column"), pa.array(sorted(READ_AS.values())))
    own = pc.is_in(pc.field("document"), pc.unique(rows["document"]))
    wanted = read & own & pc.is_valid(pc.field("text"))
    labels_read = stored.columns(release, "provenance", ["column", "text"], wanted)
    for kind, spelling in unused(manifest.lookups, rows, labels_read.to_pylist()):
        yield f"lookups.{kind}: no row has the label {_quoted(spelling)}; the entry can go"


def meaningless(manifest: Manifest | None) -> Iterator[str]:
    """Entries whose meaning nobody knows either."""
    for kind, entries in (manifest.lookups if manifest else {}).items():
        for spelling, meaning in entries.items():
            if _is_known(kind, meaning):
                continue
            near = ", ".join(_near(kind, meaning.replace("-", " ")))
            hint = f"; near: {near}" if near else ""
            yield f"lookups.{kind}: {_quoted(spelling)} is to mean {_quoted(meaning)}, which no vocabulary has{hint}"


def _is_known(kind: str, meaning: str) -> bool:
    if kind == "role":
        return meaning in vocabulary.entries("role")
    if kind in ("place", "work_mode"):
        return labels.place(meaning) is not None
    return kind != "level" or labels.level(meaning) is not None
