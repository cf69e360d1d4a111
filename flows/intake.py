"""Files under `raw/` as documents: taken safely (`contents`), decoded without a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.contents import UnreadableError, load
from flows.sources import Source, document_name
from schemas import Document
from schemas.manifest import charset

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"\x1f\x8b", "a gzip file"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"SQLite format 3", "a database"), (b"\x7fELF", "a program"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is no readable document: its status in `documents.parquet`, and the reason in words."""

    status: str
    reason: str
    sha256: str = ""
    size: int = 0


def decode(content: bytes, declared: str | None = None) -> tuple[str, str]:
    """Text and encoding, by byte order mark, else as UTF-8, else as the document or its manifest declares.

    Nothing is guessed: a wrong guess turns pounds into something else without a sound. Raises UnreadableError.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content[len(mark) :], encoding, f"starts with the mark of {encoding}"), encoding
    if b"\0" in content:
        raise UnreadableError("binary", f"{_kind(content)}, not text; convert it to text, Markdown or HTML")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        problem = error
    said = _declared(content) or declared
    if said is None or said == "utf-8":
        line = content.count(b"\n", 0, problem.start) + 1
        raise UnreadableError(
            "binary" if _looks_binary(content) else "undecodable",
            f"line {line}: not UTF-8 and declares nothing else; set `encoding` in source.yaml or save it as UTF-8",
        )
    return _text(content, said, f"is declared to be {said}"), said


def declared(source: Source, file: str) -> str | None:
    """The encoding that the manifest gives, else the one that the page came with when it was fetched."""
    fetched = source.captures.get(file)
    return (source.manifest.encoding if source.manifest else None) or (fetched.charset if fetched else None)


def read(raw: Path, file: str, source: Source) -> Document | Unread:
    """One file as a document, or why it is none."""
    manifest = source.manifest
    content = b""
    try:
        content = load(raw, file, source.limits.size)
        text, encoding = decode(content, declared(source, file))
        if not text.strip():
            raise UnreadableError("empty", "there is nothing in it")
    except UnreadableError as error:
        digest = sha256(content).hexdigest() if content or error.status == "empty" else ""
        return Unread(error.status, error.reason, digest, len(content) or error.size)
    return Document(
        path=document_name(file),
        text=text,
        sha256=sha256(content).hexdigest(),
        source=source.name,
        size=len(content),
        encoding=encoding,
        defaults=dict(manifest.defaults) if manifest else {},
        lookups={kind: dict(entries) for kind, entries in manifest.lookups.items()} if manifest else {},
    )


def _text(content: bytes, encoding: str, why: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError("undecodable", f"line {line}: {why}, but is not; save it as UTF-8") from error
    if "\0" in text:
        raise UnreadableError("binary", f"{_kind(content)}, not text; convert it to text, Markdown or HTML")
    return text


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    if not found:
        return None
    try:
        name = charset((found[1] or found[2]).decode("ascii"))
    except ValueError:
        return None
    # Pages that say Latin-1 or ASCII mean its superset, as every browser takes it.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _kind(content: bytes) -> str:
    return next((kind for magic, kind in _KINDS if content.startswith(magic)), "a binary file")


def _looks_binary(content: bytes) -> bool:
    head = content[:_DECLARED_WITHIN]
    return (
        _kind(content) != "a binary file"
        or sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) > len(head) // 50
    )
