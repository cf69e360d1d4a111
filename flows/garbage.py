"""The garbage collector, told that hardly anything here is garbage.

Modules, patterns and vocabularies are a million objects that stay as long as their process. With Python's own thresholds
the collector walks over them again and again while they are loaded, which takes a third of the time until the first
document is read.
"""

from __future__ import annotations

import gc
from functools import cache


def look_seldom() -> None:
    """Have the collector look when fifty thousand objects are new; to be said before much is imported."""
    gc.set_threshold(50_000, 20, 20)


@cache
def leave_alone() -> None:
    """Once in a process, before its second document: what is loaded by then stays, and the collector passes it by.

    This takes as long as to read a few documents, which a process that reads only one need not wait for.
    """
    gc.collect()
    gc.freeze()
    look_seldom()
