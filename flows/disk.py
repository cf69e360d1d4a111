"""Writing so that a power cut or a kill leaves the old or the new, never half."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import Stop


def sync(path: Path) -> None:
    """Have the disk hold what was written to a file, or what a folder lists."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(path: Path, text: str) -> None:
    """Give a file a new text: whoever reads it sees the old or the new, whatever is killed."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    sync(fresh)
    fresh.replace(path)
    sync(path.parent)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else changes files of a folder in this way."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def publish(folder: Path, place: Path) -> None:
    """Give a finished folder its name: its files are on the disk before, its name is after."""
    for file in sorted(folder.rglob("*")):
        sync(file)
    sync(folder)
    folder.rename(place)
    sync(place.parent)


def put(fresh: Path, place: Path) -> None:
    """Put a file, or a folder of files, where another is or was; each file in one rename, and on the disk before."""
    if fresh.is_dir():
        place.mkdir(exist_ok=True)
        wanted = sorted(file.name for file in fresh.iterdir())
        for name in wanted:
            put(fresh / name, place / name)
        for old in {file.name for file in place.iterdir()}.difference(wanted):
            (place / old).unlink()
        return
    sync(fresh)
    fresh.replace(place)
    sync(place.parent)


def point(pointer: Path, target: str, work: Path) -> None:
    """Make `pointer` a link to `target`, in one rename. `work` is a folder on the same disk."""
    fresh = work / pointer.name
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(pointer)
    sync(pointer.parent)


def remove(folder: Path, work: Path) -> None:
    """Remove a folder of several files: gone from its place in one rename, then file by file."""
    gone = work / f"gone-{folder.name}"
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    sync(folder.parent)
    shutil.rmtree(gone, ignore_errors=True)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what a disk may refuse (full, read-only, no right) to a folder into a Stop that says what to do.

    What is refused elsewhere comes out as it is.
    """
    try:
        yield
    except OSError as error:
        remedy = {
            errno.ENOSPC: "The disk is full: make room, then run it again",
            errno.EDQUOT: "The quota is used up: make room, then run it again",
            errno.EROFS: "The disk is mounted read-only: choose another folder with --out",
            errno.EACCES: "This user may not write there: choose another folder with --out",
            errno.EPERM: "This user may not write there: choose another folder with --out",
        }.get(error.errno or 0)
        place = error.filename if isinstance(error.filename, str) else folder
        if remedy is None or not _same_way(Path(place), folder):
            raise
        raise Stop(
            f"{place}: {os.strerror(error.errno or 0).lower()}; nothing was published", remedy
        ) from error


def _same_way(place: Path, folder: Path) -> bool:
    """Whether a place lies in a folder, or on the way to it: the folder itself may be what cannot be made."""
    place, folder = place.resolve(), folder.resolve()
    return place.is_relative_to(folder) or folder.is_relative_to(place)
