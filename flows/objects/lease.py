"""One writer at a time, by an object with an owner and a lease.

A store has no kernel that frees a lock when its holder dies: the holder says again and again that it lives, and whoever
finds that it has not said so for the length of the lease takes over. Only the store's own clock is asked, by the dates of
its answers: clocks of writers may be wrong by years.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from flows.errors import Busy, Stop
from flows.objects.store import Found, Refused, Store

LOCK = ".lock.json"
SECONDS = 60.0
"""Length of a lease. It is renewed three times as often, and a run that was killed holds others up no longer."""


class Lease:
    """The lock, held. `renew` says that its holder lives; a lease that was lost is never taken back."""

    def __init__(self, store: Store, about: dict[str, object], etag: str) -> None:
        self._store, self._about, self._etag = store, about, etag
        self._alone, self._over = threading.Lock(), threading.Event()
        self._times = 0

    def renew(self) -> None:
        """Raises Busy when another writer has taken over."""
        with self._alone:
            # Another text each time: objects of equal content have equal tags.
            self._times += 1
            try:
                self._etag = self._store.replace(LOCK, _text(self._about, self._times), self._etag)
            except Refused as error:
                raise Busy(
                    f"{self._store.url}: this run stood still for longer than its lease, and another has taken over",
                    "Nothing was published by this one; run it again when the other has ended",
                ) from error

    def keep(self) -> None:
        """Renew until it is given back; in a thread of its own."""
        while not self._over.wait(SECONDS / 3):
            try:
                self.renew()
            except Stop:
                # Whoever publishes renews it first, and is told then; a store that failed for a moment is asked again.
                continue

    def give_back(self) -> None:
        """Free the lock, if it is still ours."""
        self._over.set()
        with self._alone, suppress(Refused):
            self._store.remove(LOCK, self._etag)


@contextmanager
def holding(store: Store) -> Iterator[Lease]:
    """Hold the lock of a prefix. Raises Busy, naming the holder, while another's lease runs."""
    about: dict[str, object] = {
        "owner": str(uuid4()),
        "pid": os.getpid(),
        "user": getpass.getuser(),
        "host": socket.gethostname(),
        "lease_seconds": SECONDS,
    }
    lease = Lease(store, about, _taken(store, _text(about, 0)))
    thread = threading.Thread(target=lease.keep, name="wagebook-lease", daemon=True)
    thread.start()
    try:
        yield lease
    finally:
        lease.give_back()
        thread.join()


def _taken(store: Store, text: bytes) -> str:
    held = store.read(LOCK)
    try:
        if held is None:
            return store.create(LOCK, text)
        length = _said(held).get("lease_seconds")
        left = (length if isinstance(length, int | float) else SECONDS) - held.age
        if left < 0:
            return store.replace(LOCK, text, held.etag)
    except Refused:
        raise Busy(f"{store.url}: another process began to write at the same moment", _REMEDY) from None
    said = _said(held)
    raise Busy(
        f"{store.url}: another process is writing (process {said.get('pid')} of {said.get('user')} on "
        f"{said.get('host')}); its lease runs for another {left:.0f} s unless it renews it",
        _REMEDY,
    )


_REMEDY = "Wait for it, or end that process: its lease lapses by itself, and the next run takes over"


def _text(about: dict[str, object], times: int) -> bytes:
    return json.dumps({**about, "renewed": times}, indent=2).encode()


def _said(held: Found) -> dict[str, object]:
    try:
        said = json.loads(held.content)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
