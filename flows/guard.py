"""What one document may cost: time and memory, kept by the process that reads it."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

PATIENCE = 3
"""Seconds by the clock for each second of processor time: on a busy machine a document waits for its turn, and takes no longer."""


class OutOfTimeError(BaseException):
    """The document took longer than it may. No `except Exception` of a reader stops it."""


@contextmanager
def limits(seconds: float, memory: int) -> Iterator[None]:
    """Raise OutOfTimeError after `seconds` of processor time, and MemoryError beyond `memory` bytes more than are in use now.

    What waits and does nothing is stopped after PATIENCE times as long by the clock. Time is only kept in a process's
    main thread. Code that never returns to Python is beyond this: the pool ends its process a little later.
    """
    with _time(seconds), _memory(memory):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with (
        _timer(signal.ITIMER_PROF, signal.SIGPROF, seconds),
        _timer(signal.ITIMER_REAL, signal.SIGALRM, seconds * PATIENCE),
    ):
        yield


@contextmanager
def _timer(timer: int, sent: signal.Signals, seconds: float) -> Iterator[None]:
    before = signal.signal(sent, _stop)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(sent, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise OutOfTimeError


@contextmanager
def _memory(more: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    used = _in_use()
    if used is None:
        yield
        return
    wanted = used + more
    # Not the address space: pyarrow reserves much of it and uses little.
    resource.setrlimit(
        resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _in_use() -> int | None:
    """Bytes of data of this process; None where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmData:")[2].split()[0]) * 1024
    except (OSError, IndexError, ValueError):
        return None
