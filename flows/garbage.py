"""The garbage collector, told that hardly anything here is garbage.

Modules, patterns and vocabularies are a million objects that stay as long as their process. With Python's own thresholds
the collector walks over them again and again while they are loaded, which takes a third of the time until the first
document is read.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_seldom() -> None:
    """Have the collector look when fifty thousand objects are new; to be said before much is imported."""
    gc.set_threshold(50_000, 20, 20)


@contextmanager
def loading() -> Iterator[None]:
    """No collector for as long as something is loaded; what is there by then stays, and the collector passes it by."""
    gc.disable()
    try:
        yield
    finally:
        # Not collected before: what is garbage among all this is not worth the time to look for it.
        gc.freeze()
        look_seldom()
        gc.enable()
