"""What lies under `raw/`: sources, their manifests and their files.

A source is a first-level folder. Files directly in `raw/` belong to the source `unsorted`. Hidden files and folders
(`.git`, `.DS_Store`) are no documents, and neither are the files that tell Wagebook about a source (`OWN_FILES`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from rapidfuzz import process

from flows import captured, own_files
from flows.errors import Stop
from flows.own_files import MANIFEST, OWN_FILES
from schemas.capture import Captured, Failed
from schemas.corrections import Correction
from schemas.manifest import Limits, Manifest
from schemas.mistakes import MistakesError
from schemas.reviews import Review

RAW = "raw"
UNSORTED = "unsorted"
MOST_DEEP = 100
"""Folders inside each other below a source's own; nobody sorts documents like that, but a broken program may."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `files` are paths below `raw/` as the file system has them, in order of their `document` names.

    `error` says why it is stopped (its manifest cannot be used, ...); such a source keeps its last good rows.
    """

    name: str
    files: tuple[str, ...] = ()
    manifest: Manifest | None = None
    error: str | None = None
    ignored: tuple[str, ...] = field(default=(), repr=False)
    """Files that the manifest's `documents` leaves out."""
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    """By document."""
    captures: Mapping[str, Captured] = field(default_factory=dict)
    """By file, what is known of pages that were fetched (`flows.capture`)."""
    superseded: tuple[str, ...] = field(default=(), repr=False)
    """Files that were fetched and have been fetched anew since."""
    not_fetched: Mapping[str, Failed] = field(default_factory=dict)
    """By file, why its page could not be fetched again."""
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    """By document, in the order in which they were recorded; documents that are gone keep theirs."""

    @property
    def limits(self) -> Limits:
        """What one document of this source may cost."""
        return self.manifest.limits if self.manifest else Limits()


def document_name(file: str) -> str:
    r"""A file's path as the dataset calls it; bytes that are no UTF-8 become `\xe9`.

    No two paths are called the same: in one with such bytes, or with characters that look like them, `\` is doubled.
    """
    content = os.fsencode(file)
    if b"\\" in content:
        name = content.decode("utf-8", "surrogateescape")
        if not _LIKE_A_BYTE.search(name):
            return name
        content = content.replace(b"\\", b"\\\\")
    return content.decode("utf-8", "backslashreplace")


_LIKE_A_BYTE = re.compile(r"\\x[0-9a-f]{2}|[\udc80-\udcff]")


def discover(raw: Path, only: tuple[str, ...] = ()) -> list[Source]:
    """All sources under `raw`, by name. Raises Stop when there is nothing to read."""
    found = discover_all(raw, only)
    if not any(source.files or source.error for source in found):
        raise Stop(
            f"{raw}: there are no documents", "Put documents into a folder below it, one folder a source"
        )
    return found


def discover_all(raw: Path, only: tuple[str, ...] = ()) -> list[Source]:
    """All sources under `raw`, or some, also those without documents. Raises Stop for one that is not there."""
    if not raw.is_dir():
        raise Stop(f"{raw}: no such folder", "Name the folder that holds the documents: --raw DIR")
    try:
        with os.scandir(raw) as entries:
            inside_raw = {entry.name: _is_folder(entry) for entry in entries}
    except OSError as error:
        raise Stop(f"{raw}: cannot be listed: {error.strerror}", "Let this user read it") from error
    names = sorted(name for name, is_folder in inside_raw.items() if is_folder and not name.startswith("."))
    loose = sorted(name for name, is_folder in inside_raw.items() if _is_document(name) and not is_folder)
    found = {name: _source(raw, name) for name in names if name != UNSORTED or not loose}
    if loose:
        inside = _source(raw, UNSORTED) if UNSORTED in names else Source(UNSORTED)
        found[UNSORTED] = replace(inside, files=_ordered([*loose, *inside.files]))
    found = {name: _checked(source) for name, source in found.items()}
    for name in only:
        if name not in found:
            near = get_close_matches(name, found, n=1)
            hint = f"Did you mean {near[0]}?" if near else "Sources: " + ", ".join(sorted(found))
            raise Stop(f"{raw}: there is no source {name!r}", hint)
    return [found[name] for name in sorted(found)]


def around(file: Path, raw: Path | None = None) -> tuple[Path, str, Source]:
    """The raw folder, the path below it and the source of one file, wherever it lies.

    Without `raw` the nearest folder above with a manifest is its source, else the one below a folder called `raw`; a file below
    none is unsorted.
    Raises Stop when the manifest cannot be used.
    """
    file = file.absolute()
    if raw is None:
        folder = next((parent for parent in file.parents if (parent / MANIFEST).is_file()), None)
        raw = folder.parent if folder else next((p for p in file.parents if p.name == RAW), file.parent)
    try:
        below = file.relative_to(raw.absolute()).as_posix()
    except ValueError:
        raise Stop(f"{file}: lies outside of {raw}", "Leave --raw out, or name the folder above it") from None
    name = below.partition("/")[0] if "/" in below else UNSORTED
    try:
        notes, failures = captured.notes(raw, (below,))
        source = Source(
            name, (below,), own_files.manifest(raw, name), corrections=own_files.corrected(raw, name)
        )
        missing = [d for d in source.corrections if not (raw / d).exists()]
        if missing:
            source = replace(_checked(replace(source, files=_listed(raw, name)[0])), files=(below,))
        if not _wanted(source.manifest).fullmatch(below.partition("/")[2]):
            source = replace(source, files=(), ignored=(below,))
        return raw, below, replace(source, captures=notes, not_fetched=failures)
    except MistakesError as error:
        raise Stop(str(error)) from error


def _source(raw: Path, name: str) -> Source:
    shown = document_name(name)
    if shown != name:
        why = "the folder's name is no UTF-8, or reads like bytes that are none; rename it"
        return Source(shown, error=f"{raw.name}/{shown}: {why}")
    files, unlisted = _listed(raw, name)
    manifest = None
    try:
        manifest = own_files.manifest(raw, name)
        entries = own_files.corrected(raw, name)
        reviewed = own_files.recorded(raw, name)
        notes, failures = captured.notes(raw, files)
    except MistakesError as error:
        return Source(name, files, manifest, "\n".join(filter(None, [unlisted, str(error)])))
    if unlisted:
        return Source(name, (), manifest, unlisted, reviews=reviewed)
    wanted = _wanted(manifest)
    taken = tuple(f for f in files if wanted.fullmatch(f.partition("/")[2]))
    ignored = tuple(f for f in files if not wanted.fullmatch(f.partition("/")[2]))
    taken, superseded = captured.latest(taken)
    source = Source(
        name,
        taken,
        manifest,
        ignored=ignored,
        corrections=entries,
        reviews=reviewed,
        superseded=superseded,
        captures=notes,
        not_fetched=failures,
    )
    if len(taken) > source.limits.documents:
        return Source(name, (), manifest, _too_many(raw / name, len(taken), source.limits.documents))
    return source


def _wanted(manifest: Manifest | None) -> re.Pattern[str]:
    """What the paths of documents match, below the source's folder."""
    return re.compile("|".join(_pattern(glob) for glob in manifest.documents) if manifest else "(?s:.*)")


def _checked(source: Source) -> Source:
    """The source; with an error where its corrections name documents that are not there."""
    if source.error or not source.corrections:
        return source
    names = [document_name(file) for file in source.files]
    missing = source.corrections.keys() - set(names)
    messages = [_no_document(source.corrections[name][0], names) for name in sorted(missing)]
    return replace(source, error="\n".join(messages)) if messages else source


def _no_document(correction: Correction, names: list[str]) -> str:
    wanted = correction.entry.what.document
    near = process.extractOne(wanted, names, score_cutoff=80)
    what_to_do = f"did you mean {near[0]}?" if near else "if it is gone for good, remove the entry"
    return f"{correction.place}: there is no document {wanted}; {what_to_do}"


def _listed(raw: Path, name: str) -> tuple[tuple[str, ...], str]:
    """The files of a source, or why they cannot be listed."""
    try:
        return _ordered(_walk(raw, name)), ""
    except MistakesError as error:
        return (), str(error)


def _walk(raw: Path, source: str) -> Iterator[str]:
    """Everything below a folder that is no folder, links to folders included: they are refused when they are read.

    Raises MistakesError for a folder that cannot be listed.
    """
    waiting = [source]
    while waiting:
        folder = waiting.pop()
        if folder.count("/") > MOST_DEEP:
            raise MistakesError([f"{raw.name}/{source}: more than {MOST_DEEP} folders inside each other"])
        try:
            with os.scandir(raw / folder) as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}"
                    if not entry.is_dir(follow_symlinks=False):
                        if _is_document(entry.name):
                            yield path
                    elif not entry.name.startswith("."):
                        waiting.append(path)
        except OSError as error:
            shown = f"{raw.name}/{document_name(folder)}"
            raise MistakesError([f"{shown}: cannot be listed: {error.strerror}"]) from error


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or leads to one; a link that leads to itself is a file that cannot be read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_document(name: str) -> bool:
    return not name.startswith(".") and name not in OWN_FILES


def _ordered(files: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(sorted(files, key=lambda file: (document_name(file), file)))


@cache
def _pattern(glob: str) -> str:
    """A glob as a regular expression. Without a slash it means the name of a file in any folder."""
    if "/" not in glob:
        glob = f"**/{glob}"
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("/"))
    meaning = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "(?s:" + "".join(meaning.get(piece, re.escape(piece)) for piece in pieces) + ")"


def _too_many(folder: Path, count: int, limit: int) -> str:
    return (
        f"{folder.parent.name}/{folder.name}: {count:,} documents are more than the limit of {limit:,}. "
        f"If that is right, set `limits: {{documents: {count}}}` in its {MANIFEST}"
    )
