"""Whether a store keeps the conditions of writes. Some that speak S3 answer 200 and write anyway."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from flows.errors import Stop
from flows.objects.store import Refused, Store


def probe(store: Store) -> None:
    """Try conditional writes on an object of our own. Raises Stop when they are not refused."""
    name = f".probe-{uuid4()}"
    etag = store.create(name, b"first")
    try:
        kept = _refuses(lambda: store.create(name, b"second")) and _refuses(
            lambda: store.replace(name, b"third", f'"{"0" * 32}"')
        )
        # One that refuses everything would never let a second release be published.
        if kept:
            store.replace(name, b"fourth", etag)
    finally:
        store.remove(name)
    if not kept:
        raise Stop(
            f"{store.url}: this store ignores conditional writes, so two writers could not be kept apart",
            "Use one that honours If-Match and If-None-Match, or write to a disk and copy the releases",
        )


def _refuses(write: Callable[[], str]) -> bool:
    try:
        write()
    except Refused:
        return True
    return False
