"""The files in which people tell of a source: its manifest, its corrections, its reviews."""

from __future__ import annotations

from pathlib import Path

from flows.contents import VANISHED, UnreadableError, load
from schemas import corrections, reviews
from schemas.corrections import Correction
from schemas.manifest import Manifest, parse
from schemas.mistakes import MistakesError
from schemas.reviews import Review

MANIFEST = "source.yaml"
CORRECTIONS = "corrections.yaml"
REVIEWS = "reviews.yaml"
OWN_FILE_BYTES = {MANIFEST: 256 * 1024, CORRECTIONS: 4 * 1024 * 1024, REVIEWS: 64 * 1024 * 1024}
OWN_FILES = frozenset(OWN_FILE_BYTES)


def manifest(raw: Path, name: str) -> Manifest | None:
    """The manifest of a source, None where it has none. Raises MistakesError."""
    text, shown = _own_file(raw, name, MANIFEST)
    return parse(text, shown) if text is not None else None


def corrected(raw: Path, name: str) -> dict[str, tuple[Correction, ...]]:
    """The corrections of a source, by document. Raises MistakesError."""
    text, shown = _own_file(raw, name, CORRECTIONS)
    found: dict[str, tuple[Correction, ...]] = {}
    for one in corrections.parse(text, shown) if text is not None else ():
        document = one.entry.what.document
        found[document] = (*found.get(document, ()), one)
    return found


def recorded(raw: Path, name: str) -> dict[str, tuple[Review, ...]]:
    """The reviews of a source, by document. Raises MistakesError."""
    text, shown = _own_file(raw, name, REVIEWS)
    found: dict[str, tuple[Review, ...]] = {}
    for one in reviews.parse(text, shown) if text is not None else ():
        found[one.entry.document] = (*found.get(one.entry.document, ()), one)
    return found


def _own_file(raw: Path, name: str, file: str) -> tuple[str | None, str]:
    """The text of a file that people wrote about a source, None for none, and how messages call it."""
    shown = f"{raw.name}/{name}/{file}"
    most = OWN_FILE_BYTES[file]
    try:
        content = load(raw, f"{name}/{file}", most)
    except UnreadableError as error:
        if error.status == VANISHED:
            return None, shown
        why = f"larger than {most // 1024} KiB" if error.status == "too_large" else f"cannot be read: {error}"
        raise MistakesError([f"{shown}: {why}"]) from error
    try:
        return content.decode("utf-8-sig"), shown
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise MistakesError([f"{shown}:{line}: not UTF-8; save it as UTF-8"]) from error
