"""A worker that begins before it is known what there is to read.

To load what reading takes is most of what a refresh of one changed document waits for. Whether a few documents have changed can
be guessed at once, by the times of their files; a wrong guess costs a process that is ended again, or that begins as late
as it did without one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from flows.options import Options
from flows.releases import CURRENT, RUN

MOST_BYTES = 50_000
"""More than that is a few batches, for which as many workers begin when they have been counted."""


def few_have_changed(options: Options) -> bool:
    """Whether files of a few documents are younger than the release that is to be replaced."""
    if options.places or options.full or options.redate:
        return False
    try:
        made = (options.out / CURRENT / RUN).stat().st_mtime_ns
    except OSError:
        return False
    total = 0
    for size, changed in _files(options.raw):
        if changed > made:
            total += size
            if total > MOST_BYTES:
                return False
    return total > 0


def _files(folder: Path) -> Iterator[tuple[int, int]]:
    """Size and time of change of each file below a folder that may be one of a document; links are none."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            try:
                found = Path(place, name).lstat()
            except OSError:
                continue
            yield found.st_size, found.st_ctime_ns
