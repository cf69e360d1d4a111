"""Where fetched pages are kept: `raw/SOURCE/captured/PAGE/TIME.EXT`, and a hidden note beside each."""

from __future__ import annotations

import datetime as dt
import os
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from flows import captured, disk
from flows.capture.fetch import Answer
from schemas.capture import Captured, Failed

KEPT_HEADERS = (
    "content-type",
    "etag",
    "last-modified",
    "date",
    "content-language",
    "content-encoding",
    "server",
)
EXTENSIONS = {"text/plain": "txt", "text/markdown": "md", "text/x-markdown": "md"}


class Shelf:
    """The captures of one page."""

    def __init__(self, raw: Path, source: str, url: str) -> None:
        self.url = url
        self._raw, self._below = raw, f"{source}/{captured.FOLDER}/{_slug(url)}"
        self.folder = raw / self._below

    def newest(self) -> tuple[str, Captured] | None:
        """The file name and note of the last capture. Raises MistakesError."""
        if not self.folder.is_dir():
            return None
        names = sorted(entry.name for entry in self.folder.iterdir() if not entry.name.startswith("."))
        for name in reversed(names):
            note = captured.read(self._raw, f"{self._below}/{captured.note_of(name)}", Captured)
            if note:
                return name, note
        return None

    def store(self, answer: Answer, now: dt.datetime) -> str:
        """Keep what came as a new document; gives its path below raw/.

        The note is there before the document has its name: no document is ever without its note.
        """
        self._clear()
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        name = f"{now:%Y-%m-%dT%H-%M-%SZ}.{EXTENSIONS.get(kind, 'html')}"
        note = Captured(
            url=self.url,
            final_url=answer.url,
            time=now,
            status=answer.status,
            headers={key: answer.headers[key] for key in KEPT_HEADERS if key in answer.headers},
            sha256=sha256(answer.body).hexdigest(),
            size=len(answer.body),
            charset=answer.charset,
        )
        disk.replace(self.folder / captured.note_of(name), note.model_dump_json(indent=2) + "\n")
        fresh = self.folder / f".{name}.part"
        fresh.write_bytes(answer.body)
        disk.sync(fresh)
        fresh.rename(self.folder / name)
        disk.sync(self.folder)
        self.succeeded()
        return f"{self._below}/{name}"

    def failed(self, reason: str, now: dt.datetime) -> None:
        """Note that the page could not be fetched. Raises MistakesError."""
        before = captured.read(self._raw, f"{self._below}/{captured.FAILED}", Failed)
        note = Failed(url=self.url, since=before.since if before else now, last=now, reason=reason)
        self.folder.mkdir(parents=True, exist_ok=True)
        disk.replace(self.folder / captured.FAILED, note.model_dump_json(indent=2) + "\n")

    def succeeded(self) -> None:
        """There is nothing to be said of failures any more."""
        (self.folder / captured.FAILED).unlink(missing_ok=True)

    def _clear(self) -> None:
        """Make the folder, and remove what a killed run left in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for entry in os.scandir(self.folder):
            if entry.name.startswith(".") and entry.name.endswith((".part", ".new")):
                Path(entry.path).unlink(missing_ok=True)


def _slug(url: str) -> str:
    """A folder name for a page: readable, and unlike that of any other page."""
    parts = urlsplit(url)
    words = re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname}{parts.path}".lower()).strip("-")
    return f"{words[:60].rstrip('-')}-{sha256(url.encode()).hexdigest()[:8]}"
