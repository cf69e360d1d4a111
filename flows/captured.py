"""Pages that were fetched, as they lie in `raw/SOURCE/captured/PAGE/`: dated documents, and a hidden note beside each.

Of each page the newest document counts. The others stay, as they came, for whoever wants to look back.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from flows.contents import VANISHED, UnreadableError, load
from schemas.capture import Captured, Failed
from schemas.mistakes import MistakesError

FOLDER = "captured"
FAILED = ".failed.json"
MOST_BYTES = 64 * 1024

Note = TypeVar("Note", Captured, Failed)


def note_of(name: str) -> str:
    """The file name of the note beside a document."""
    return f".{name}.json"


def _page(file: str) -> str | None:
    """The folder of the page that a file is a capture of."""
    parts = PurePosixPath(file).parts
    return "/".join(parts[:3]) if len(parts) == 4 and parts[1] == FOLDER else None


def latest(files: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files that count, and files that were fetched anew since. Names begin with the time, so the last name is the newest."""
    newest = {page: max(group) for page, group in groupby(sorted(files), key=_page) if page}
    counts = {file: _page(file) is None or newest[_page(file) or ""] == file for file in files}
    return tuple(f for f in files if counts[f]), tuple(f for f in files if not counts[f])


def notes(raw: Path, files: Iterable[str]) -> tuple[dict[str, Captured], dict[str, Failed]]:
    """What is known of fetched files, and which of them could not be fetched again. Raises MistakesError."""
    pages = [file for file in files if _page(file)]
    found = {file: read(raw, _beside(file, note_of(PurePosixPath(file).name)), Captured) for file in pages}
    failed = {file: read(raw, _beside(file, FAILED), Failed) for file in latest(tuple(pages))[0]}
    return (
        {file: note for file, note in found.items() if note},
        {file: note for file, note in failed.items() if note},
    )


def _beside(file: str, name: str) -> str:
    return str(PurePosixPath(file).with_name(name))


def read(raw: Path, file: str, kind: type[Note]) -> Note | None:
    """One note; None where there is none. Raises MistakesError when it is not what Wagebook wrote."""
    try:
        return kind.model_validate_json(load(raw, file, MOST_BYTES))
    except (UnreadableError, ValidationError) as error:
        if isinstance(error, UnreadableError) and error.status == VANISHED:
            return None
        raise MistakesError(
            [
                f"{raw.name}/{file}: is no note of `wagebook capture`; remove it to go on without ({type(error).__name__})"
            ]
        ) from error
