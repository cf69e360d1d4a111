"""`wagebook explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console
from rich.text import Text

from flows import stored
from flows.commands.shown import console, plain, safe, table
from flows.errors import Exit, Stop
from flows.intake import Unread, read
from flows.releases import Release, Releases
from flows.sources import discover, document_name
from schemas import Document

AROUND = 2
"""Lines shown before and after the evidence."""
SHORTEST = 4
"""Characters of an id that are enough where no other one begins with them."""
MOST_NAMED = 3


def run(observation_id: str, raw: Path, out: Path) -> int:
    """Show a row, where its labels come from, and its evidence in its surroundings."""
    release = Releases(out).named(None)
    rows = _where(release, "observations", observation_id) or _beginning_with(release, observation_id)
    if len(rows) > 1:
        ids = ", ".join(row["observation_id"] for row in rows[:MOST_NAMED])
        raise Stop(
            f"{release.name} has {len(rows)} observations {observation_id}..., among them {ids}",
            "Give more of the id",
        )
    if not rows:
        raise Stop(
            f"{release.name} has no observation {observation_id!r}",
            "Its ids stand in observations.parquet, column observation_id",
        )
    row = rows[0]
    observation_id = row["observation_id"]
    shown = console()
    shown.print(f"[bold]{observation_id}[/] in {release.name}")
    labels = {label["column"]: label for label in _where(release, "provenance", observation_id)}
    values = table("column", "value", "how", "from")
    for column, value in row.items():
        if value is None or value == [] or column in _SHOWN_APART:
            continue
        label = labels.get(column)
        place = (
            ""
            if label is None or label["char_start"] is None
            else f"{safe(label['text'])} at {label['char_start']}"
        )
        values.add_row(column, safe(value), label["how"] if label else "", place)
    shown.print(values)
    _surroundings(row, raw, shown)
    _issues(release, observation_id, shown)
    return Exit.OK


_SHOWN_APART = frozenset({"observation_id", "evidence", "char_start", "char_end", "line_end"})


def _beginning_with(release: Release, start: str) -> list[dict[str, Any]]:
    """The observations whose id begins so, as people shorten ids."""
    if len(start) < SHORTEST:
        return []
    wanted = pc.starts_with(pc.field("observation_id"), start)
    rows: list[dict[str, Any]] = stored.columns(release, "observations", where=wanted).to_pylist()
    return rows


def _where(release: Release, name: str, observation_id: str) -> list[dict[str, Any]]:
    wanted = pc.field("observation_id") == pa.scalar(observation_id)
    rows: list[dict[str, Any]] = stored.columns(release, name, where=wanted).to_pylist()
    return rows


def _surroundings(row: dict[str, Any], raw: Path, shown: Console) -> None:
    document = _document(row, raw)
    place = f"{safe(row['document'])}, line {row['line_start']}"
    if document is None:
        shown.print(f"[bold]{place}[/]: {safe(row['evidence'])}")
        shown.print(
            "  The document is not there any more, or has changed since; its surroundings cannot be shown"
        )
        return
    shown.print(f"[bold]{place}[/]")
    first = max(row["line_start"] - AROUND, 1)
    for number, text in enumerate(document.text.split("\n")[first - 1 : row["line_end"] + AROUND], first):
        start = document.line_start(number)
        begin, end = (min(max(row[c] - start, 0), len(text)) for c in ("char_start", "char_end"))
        line = Text(f"{number:>6}  ", style="cyan")
        line.append(plain(text[:begin]), style="")
        line.append(plain(text[begin:end]), style="bold green")
        line.append(plain(text[end:].rstrip("\r")), style="")
        shown.print(line)


def _document(row: dict[str, Any], raw: Path) -> Document | None:
    """The document of a row, if it is still what was read."""
    if not raw.is_dir():
        return None
    for source in discover(raw):
        for file in source.files if source.name == row["source"] else ():
            if document_name(file) == row["document"]:
                found = read(raw, file, source)
                same = not isinstance(found, Unread) and found.sha256 == row["document_sha256"]
                return found if same and isinstance(found, Document) else None
    return None


def _issues(release: Release, observation_id: str, shown: Console) -> None:
    for issue in _where(release, "issues", observation_id):
        shown.print(f"[yellow]{issue['severity']} {issue['code']}[/]: {safe(issue['message'])}")
