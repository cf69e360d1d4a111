"""The bytes of files under `raw/`, taken safely: only regular files inside it, up to a size."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path

VANISHED = "vanished"
"""Status of a file that somebody removed while the refresh ran."""


class UnreadableError(Exception):
    """A file that must not or cannot be read."""

    def __init__(self, status: str, reason: str, size: int = 0) -> None:
        super().__init__(reason)
        self.status, self.reason, self.size = status, reason, size


def load(raw: Path, file: str, limit: int) -> bytes:
    """The bytes of a regular file inside `raw`, links resolved.

    Raises UnreadableError for anything else and for files over `limit` bytes.
    """
    root = raw.resolve()
    try:
        path = (raw / file).resolve(strict=True)
    except FileNotFoundError as error:
        if os.path.lexists(raw / file):
            raise UnreadableError("unreadable", "a link that leads nowhere") from error
        raise UnreadableError(VANISHED, "was there a moment ago and is gone") from error
    except (OSError, RuntimeError) as error:
        raise UnreadableError("unreadable", _because(error)) from error
    if not path.is_relative_to(root):
        raise UnreadableError("outside", "a link that leads out of the raw folder; copy the file instead")
    try:
        # Not blocking, so that a named pipe cannot hold the run; not following, should a link appear just now.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableError(
            "not_a_file" if error.errno == errno.ENXIO else "unreadable", _because(error)
        ) from error
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableError("not_a_file", f"{_kind(raw / file, about)}, not a regular file")
        if about.st_size > limit:
            raise UnreadableError("too_large", _too_large(about.st_size, limit), about.st_size)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise UnreadableError("unreadable", _because(error)) from error
    finally:
        os.close(handle)
    if len(content) > limit:
        raise UnreadableError("too_large", _too_large(len(content), limit), len(content))
    return content


def digest(raw: Path, file: str, limit: int) -> str | None:
    """The hash of a file's bytes as `documents.parquet` has it: None for one that must not or cannot be read."""
    try:
        return sha256(load(raw, file, limit)).hexdigest()
    except UnreadableError:
        return None


def _kind(path: Path, about: os.stat_result) -> str:
    if not stat.S_ISDIR(about.st_mode):
        return "a pipe, socket or device"
    return "a link to a folder" if path.is_symlink() else "a folder"


def _too_large(size: int, limit: int) -> str:
    return f"{size:,} bytes, over the limit of {limit:,}; raise `limits: {{size: ...}}` in source.yaml to read it"


def _because(error: OSError | RuntimeError) -> str:
    if isinstance(error, RuntimeError):
        return "a link that leads to itself"
    return {
        errno.ELOOP: "a link that leads to itself",
        errno.ENXIO: "a pipe, socket or device, not a regular file",
    }.get(error.errno or 0, os.strerror(error.errno or errno.EIO).lower())
