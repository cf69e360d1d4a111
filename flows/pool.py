"""Batches over worker processes. A worker that dies or hangs costs one document and nobody else's work.

Before each document a worker notes its number in a small file. When a worker is lost, that document is read again by
itself, to be sure that it is to blame, and the rest of the batch goes on in two pieces.
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Generic, Protocol, TextIO, TypeVar

from pebble import ProcessExpired, ProcessPool

from flows import garbage
from flows.errors import Stop
from flows.guard import PATIENCE

GRACE = 5.0
"""Seconds between a document being stopped (`flows.guard`) and its process being stopped."""
BATCHES_BEFORE_A_NEW_WORKER = 500
MOST_TO_GET_READY = 60.0
"""Seconds after which a process that still gets ready is ended, and another one begins."""
_PR_SET_PDEATHSIG = 1
_ALONE = "What they say stands above; is there memory left? With --workers 1 documents are read without such processes"

Job = TypeVar("Job", bound="HasSeconds")
Result = TypeVar("Result", covariant=True)


class HasSeconds(Protocol):
    """A job that says how long it may take."""

    @property
    def seconds(self) -> float:
        """Seconds of processor time that the job may take."""


@dataclass(frozen=True, slots=True)
class Batch(Generic[Job]):
    """Jobs that one worker does one after another. `name` is unique; pieces of a batch have longer names."""

    name: str
    jobs: tuple[Job, ...]


class Work(Protocol[Result]):
    """What a worker does; must be importable in a fresh process."""

    def __call__(self, batch: Batch[Any], progress: Path | None) -> Result:
        """Do the jobs, calling `note(progress, number, job)` before each; no progress is kept without a pool."""

    def lost(self, batch: Batch[Any], status: str, reason: str) -> Result:
        """The result for a batch of one job that its worker did not survive."""


def note(progress: Path | None, number: int, job: HasSeconds) -> None:
    """Say which job comes next, and that this process is to end itself if it does not come back from it."""
    if progress is not None:
        progress.write_bytes(number.to_bytes(4, "big"))
        # Unlike a signal's handler this also works while code in C holds the interpreter.
        faulthandler.dump_traceback_later(job.seconds * PATIENCE + GRACE, exit=True, file=_nowhere())


@cache
def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="ascii")


class Workers:
    """Processes that do batches; entered, they are there until it is left. They begin when there is something to do.

    With one worker the work is done in this process: then nothing can be done about one that kills its process.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPool | None = None
        self._early = False

    def __enter__(self) -> Workers:
        """Nothing begins yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """End all processes."""
        self.stop()

    def begin_one(self, get_ready: Callable[[], None]) -> None:
        """Begin one process now, and have it get ready for batches that are not yet known. What goes wrong shows with these."""
        if self._count > 1 and self._pool is None:
            self._pool, self._early = _processes(1), True
            self._pool.schedule(get_ready, timeout=MOST_TO_GET_READY)

    def stop(self) -> None:
        """End all processes; what they are still doing is dropped."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def run(
        self, work: Work[Result], batches: Iterable[Batch[Any]], folder: Path
    ) -> Iterator[tuple[Batch[Any], Result]]:
        """Do all batches; yields what was done, with the batch or piece that it belongs to, in no particular order.

        How far they are is noted in `folder`.
        """
        waiting = deque(batches)
        if self._count == 1:
            for batch in waiting:
                yield batch, work(batch, None)
            return
        wanted = min(self._count, max(len(waiting), 1))
        if self._early and self._pool is not None and (wanted > 1 or not self._pool.active):
            self.stop()
        self._early = False
        if self._pool is None:
            # Each takes a second of a core to begin.
            self._pool = _processes(wanted)
        yield from _Dispatcher(work, self._pool, folder, self._count).run(waiting)


def _processes(count: int) -> ProcessPool:
    return ProcessPool(
        count, max_tasks=BATCHES_BEFORE_A_NEW_WORKER, context=get_context("spawn"), initializer=begin
    )


def begin() -> None:
    """What each worker does first."""
    end_with_parent()
    garbage.look_seldom()


def end_with_parent() -> None:
    """Have the kernel end this worker when the process that started it ends, however it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class _Dispatcher(Generic[Result]):
    def __init__(self, work: Work[Result], pool: ProcessPool, folder: Path, workers: int) -> None:
        self.work, self.pool, self.folder = work, pool, folder
        self.ahead = workers + 1

    def run(self, waiting: deque[Batch[Any]]) -> Iterator[tuple[Batch[Any], Result]]:
        running: deque[tuple[Batch[Any], Future[Result]]] = deque()
        while waiting or running:
            while waiting and len(running) < self.ahead:
                batch = waiting.popleft()
                running.append((batch, self._start(batch)))
            batch, future = running.popleft()
            try:
                yield batch, future.result()
            except (ProcessExpired, FutureTimeout) as error:
                done, pieces = self._after(batch, error)
                waiting.extendleft(reversed(pieces))
                yield from done
            except BrokenProcessPool as error:
                raise _never_began() from error
            finally:
                self._progress(batch).unlink(missing_ok=True)

    def _start(self, batch: Batch[Any]) -> Future[Result]:
        seconds = sum(job.seconds for job in batch.jobs) * PATIENCE + GRACE
        try:
            future: Future[Result] = self.pool.schedule(
                self.work, args=[batch, self._progress(batch)], timeout=seconds
            )
        except RuntimeError as error:  # what pebble says of a pool that is broken already
            raise _never_began() from error
        return future

    def _progress(self, batch: Batch[Any]) -> Path:
        return self.folder / f"{batch.name}.at"

    def _after(
        self, batch: Batch[Any], error: ProcessExpired | FutureTimeout
    ) -> tuple[list[tuple[Batch[Any], Result]], list[Batch[Any]]]:
        """What is lost for good, and what is to be done again."""
        if len(batch.jobs) == 1:
            return [(batch, self.work.lost(batch, *_reason(batch.jobs[0], error)))], []
        try:
            at = int.from_bytes(self._progress(batch).read_bytes(), "big")
        except OSError:
            at = 0  # it died before the first document, whichever it was
        pieces = (batch.jobs[:at], batch.jobs[at : at + 1], batch.jobs[at + 1 :])
        return [], [Batch(f"{batch.name}.{i}", piece) for i, piece in enumerate(pieces) if piece]


def _never_began() -> Stop:
    return Stop(
        "processes that were to read documents ended before they began; nothing was published", _ALONE
    )


def _reason(job: HasSeconds, error: ProcessExpired | FutureTimeout) -> tuple[str, str]:
    if isinstance(error, FutureTimeout):
        return "timeout", f"still reading after {job.seconds * PATIENCE:g} seconds by the clock"
    code = error.exitcode
    how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return "crashed", f"the process that read it ended ({how})"


def how_many(wanted: int) -> int:
    """How many workers there are where a person wants so many; 0 stands for what is usual."""
    return wanted or workers_by_default()


def workers_by_default() -> int:
    """One for each core that this process may use, but two at least: with one there is nobody to survive a crash."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, available)
