"""One writer at a time. The kernel frees the lock when its holder ends, however it ends: no lock is ever stale."""

from __future__ import annotations

import getpass
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from flows.errors import Busy

LOCK = ".lock"
HOLDER = ".lock.json"
"""Who holds the lock, for messages only: what it says after its holder ended means nothing."""


@contextmanager
def writing(out: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock of an output folder. Raises Busy, naming the holder, when it is not free within `wait` seconds."""
    lock = FileLock(out / LOCK)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise Busy(f"{out}: another process is writing ({_holder(out)})", _REMEDY) from error
    try:
        about = {"pid": os.getpid(), "user": _user(), "host": socket.gethostname(), "since": _now()}
        (out / HOLDER).write_text(json.dumps(about), encoding="utf-8")
        yield
    finally:
        (out / HOLDER).unlink(missing_ok=True)
        lock.release()


_REMEDY = "Wait for it, or end that process; the lock goes with it, and nothing has to be removed"


def _holder(out: Path) -> str:
    try:
        about = json.loads((out / HOLDER).read_text(encoding="utf-8"))
        return f"process {about['pid']} of {about['user']} on {about['host']}, since {about['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "which has only just begun"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(" ", "seconds")
