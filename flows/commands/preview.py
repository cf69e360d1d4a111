"""`wagebook preview`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows import contracts, extraction, overlooked, process
from flows.commands.first_look import often
from flows.commands.lookups import meaningless
from flows.commands.shown import console, plain, safe
from flows.errors import Exit, Stop
from flows.intake import Unread, read
from flows.own_files import MANIFEST
from flows.sources import UNSORTED, Source, around
from normalizers.observations import Observed, corrections
from schemas import Document, Note

STYLES = {"observed": "bold green", "not_pay": "dim", "unclaimed": "bold white on red"}
MARKS = {"observed": ("[", "]"), "not_pay": ("(", ")"), "unclaimed": ("?[", "]?")}
"""How figures are marked in place: by colour on a terminal, by these elsewhere."""


def run(file: Path, raw: Path | None, today: dt.date) -> int:
    """Show what is read from one document."""
    if not file.exists():
        raise Stop(f"{file}: no such file")
    raw, below, source = around(file, raw)
    (source,) = contracts.dated([source], today)
    document = read(raw, below, source)
    if isinstance(document, Unread):
        raise Stop(f"{file}: {document.status}: {document.reason}")
    module = extraction.module_for(source.name)
    try:
        observed = process.extracted(document, module)
    except extraction.ExtractorError as error:
        raise Stop(str(error)) from error
    corrected = _stopping(source.error) if source.error else _corrected(document, observed, source)
    shown = console()
    missing = f" {raw.name}/{source.name}/{MANIFEST}" if source.name != UNSORTED else ""
    manifest = "" if source.manifest else f", without a manifest{missing}"
    shown.print(
        f"[bold]{safe(below)}[/] (source {safe(source.name)}{manifest}; {document.encoding}; read by {module})"
    )
    for doubt in [
        *map(overlooked.left_out, [source] if source.ignored else []),
        *meaningless(source.manifest),
    ]:
        shown.print(f"  [yellow]{safe(doubt)}[/]")
    for name, value in observed.facts.items():
        if value is not None:
            shown.print(f"  {name} {safe(value)}")
    _lines(document, observed, shown)
    for line in corrected:
        shown.print(line)
    _counts(observed, shown)
    return Exit.OK


def _corrected(document: Document, observed: Observed, source: Source) -> list[str]:
    """Applies the corrections of the document; says what they did, or why none of them can be applied."""
    try:
        issues = corrections.apply(document, observed, source.corrections.get(document.path, ()))
    except corrections.CorrectionError as error:
        return _stopping(str(error))
    return [f"line {one['line']}, [yellow]{one['code']}[/]: {safe(one['message'])}" for one in issues]


def _stopping(why: str) -> list[str]:
    return [f"[red]would stop the source[/]: {safe(line)}" for line in why.split("\n")]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a figure: the two scalars of a range stand in two lines."""

    start: int
    end: int
    disposition: str


def _lines(document: Document, observed: Observed, shown: Console) -> None:
    rows: dict[int, list[process.Record]] = defaultdict(list)
    notes: dict[int, list[Note]] = defaultdict(list)
    entries: dict[int, list[process.Record]] = defaultdict(list)
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    for row in observed.observations:
        rows[row["line_start"]].append(row)
    for note in observed.notes:
        notes[document.line(note.cell.start)].append(note)
    for entry in observed.ledger:
        entries[entry["line"]].append(entry)
        for span in entry["spans"]:
            start, _, end = span.partition("-")
            pieces[document.line(int(start))].append(_Piece(int(start), int(end), entry["disposition"]))
    texts = document.text.split("\n")
    for line in sorted({*pieces, *notes}):
        shown.print(_marked(document, texts[line - 1], line, pieces[line], colour=shown.is_terminal))
        for row in sorted(rows[line], key=lambda row: row["char_start"]):
            shown.print(f"        {safe(described(row))}")
        for note in notes[line]:
            shown.print(f"        [yellow]{note.code}[/]: {safe(note.message)}")
        for entry in entries[line]:
            if entry["disposition"] == "not_pay":
                shown.print(f"        [dim]{safe(entry['text'])}: not pay, {entry['reason']}[/]")


def _marked(document: Document, text: str, line: int, pieces: list[_Piece], *, colour: bool) -> Text:
    """A line with its figures marked where they stand."""
    start = document.line_start(line)
    shown = Text(f"{line:>6}  ", style="cyan")
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        begin, end = piece.start - start, min(piece.end - start, len(text))
        if begin < at:
            continue
        before, after = ("", "") if colour else MARKS[piece.disposition]
        shown.append(plain(text[at:begin]), style="")
        shown.append(f"{before}{plain(text[begin:end])}{after}", style=STYLES[piece.disposition])
        at = end
    shown.append(plain(text[at:].rstrip("\r")), style="")
    return shown


def described(row: process.Record) -> str:
    """One observation in one line."""
    low, high = (None if row[end] is None else f"{row[end]:,.10g}" for end in ("low", "high"))
    amount = low if low == high else f"{low or ''} – {high or ''}"
    unit = "%" if row["unit"] == "percent" else f" {row['currency'] or '?'} {often(row['period'])}"
    about = [row[c] for c in _ABOUT if row.get(c) is not None]
    doubts = [f"!{flag}" for flag in row["flags"]]
    return " | ".join([f"{row['component']} {row['statistic']} {amount}{unit}", *map(str, about), *doubts])


_ABOUT = (
    "role_title", "level_label", "region_label", "company_name", "employer_group", "specialization", "qualifier", "compared_to",
    "attributed_to", "claim", "stance", "as_of_label",
)  # fmt: skip


def _counts(observed: Observed, shown: Console) -> None:
    counts: dict[str, int] = defaultdict(int)
    for entry in observed.ledger:
        counts[entry["disposition"]] += 1
    found = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
    shown.print(
        f"{len(observed.ledger)} figures: {found or 'none'}; {len(observed.observations)} observations"
    )
