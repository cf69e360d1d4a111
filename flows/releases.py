"""The releases of an output folder: `releases/<name>/`, and `current`, a link to one of them.

A release is complete before it has a name, and never changes afterwards, but for files that no longer hold what was
published. All that is not finished lies in `.work/`, which the next run empties. Whoever changes anything here holds the
lock (`flows.lock`).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from flows import disk
from flows.errors import Damaged, Stop

CURRENT = "current"
RELEASES = "releases"
WORK = ".work"
PACKAGE = "datapackage.json"
RUN = "run.json"
KEEP = 10
"""How many releases are kept unless told otherwise. The current one and the one before it always are."""

RELEASE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-[0-9a-f]{12}")


@dataclass(frozen=True)
class Release:
    """One release on the disk."""

    path: Path

    @property
    def name(self) -> str:
        """As-of date and short hash of what went into it."""
        return self.path.name

    @property
    def as_of(self) -> str:
        """The day for which review dates and freshness were worked out."""
        return self.name[:10]

    @cached_property
    def package(self) -> dict[str, Any]:
        """Its data dictionary. Raises Damaged when that is missing or no longer readable."""
        return self._json(PACKAGE)

    @cached_property
    def run(self) -> dict[str, Any]:
        """How it was made. Raises Damaged when that is missing or no longer readable."""
        return self._json(RUN)

    def table(self, name: str) -> Path:
        """The file of one of its tables."""
        return self.path / f"{name}.parquet"

    def _json(self, name: str) -> dict[str, Any]:
        try:
            content = json.loads((self.path / name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise Damaged(
                f"{self.path}: {name} is missing or unreadable, so this is no whole release",
                "`wagebook releases rollback` goes back to an earlier one; `wagebook refresh --full` makes it anew",
            ) from error
        if not isinstance(content, dict):
            raise Damaged(f"{self.path / name}: is not what Wagebook wrote")
        return content


def _order(release: Release) -> tuple[str, str, int, str]:
    """By as-of, then by when it was made, as it says itself: a folder's own time changes with every file in it."""
    try:
        made = str(release.run.get("made", ""))
    except Damaged:
        made = ""
    return release.as_of, made, release.path.stat().st_mtime_ns, release.name


class Releases:
    """What an output folder holds."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / RELEASES
        self.work = out / WORK

    def prepare(self) -> Path:
        """Make the folders, clear away what an interrupted run left, and give an empty folder to work in.

        Its name is new each time, so that a worker of a run that was killed cannot write into it. Needs the lock.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clear()
        self.work.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(dir=self.work))

    def clear(self) -> None:
        """Remove what is not finished. Needs the lock."""
        shutil.rmtree(self.work, ignore_errors=True)

    def all(self) -> list[Release]:
        """All releases, oldest as-of first; within a day in the order in which they were made."""
        if not self.folder.is_dir():
            return []
        found = [
            path for path in self.folder.iterdir() if RELEASE_NAME.fullmatch(path.name) and path.is_dir()
        ]
        return sorted((Release(path) for path in found), key=_order)

    def current(self) -> Release | None:
        """The release that readers see; None when nothing was published yet.

        Raises Damaged when the pointer names nothing.
        """
        pointer = self.out / CURRENT
        if not os.path.lexists(pointer):
            return None
        if not pointer.is_symlink():
            raise Damaged(
                f"{pointer}: should be a link to a release, and is not",
                "Move it away; `wagebook refresh` makes it anew",
            )
        release = Release(self.folder / pointer.readlink().name)
        if not release.path.is_dir():
            raise Damaged(
                f"{pointer}: points to {release.name}, which is not there",
                "`wagebook releases rollback` points it to an earlier one; `wagebook refresh --full` makes a new one",
            )
        return release

    def named(self, name: str | None) -> Release:
        """A release by its name or the beginning of it; the current one for None. Raises Stop when there is none."""
        if name is None:
            release = self.current()
            if release is None:
                raise Stop(
                    f"{self.out}: nothing was published yet", "`wagebook refresh` publishes a first release"
                )
            return release
        found = [release for release in self.all() if release.name.startswith(name)]
        if len(found) != 1:
            known = ", ".join(release.name for release in found or self.all()) or "none"
            count = f"{len(found)} releases are" if found else "no release is"
            raise Stop(f"{self.out}: {count} called {name!r}", f"Releases: {known}")
        return found[0]

    def publish(self, built: Path, name: str) -> Release:
        """Name a finished folder and let readers see it. Needs the lock."""
        place = self.folder / name
        disk.publish(built, place)
        self.point(Release(place))
        return Release(place)

    def point(self, release: Release) -> None:
        """Let readers see this release. Needs the lock."""
        disk.point(self.out / CURRENT, f"{RELEASES}/{release.name}", self.work)

    def retire(self, keep: int, before: Release | None) -> list[str]:
        """Remove the oldest releases beyond `keep`, but neither the current nor the one before. Needs the lock."""
        current = self.current()
        held = {release.name for release in (current, before) if release}
        others = [release for release in self.all() if release.name not in held]
        surplus = len(others) + len(held) - max(keep, len(held))
        retired = others[: max(surplus, 0)]
        for release in retired:
            disk.remove(release.path, self.work)
        return [release.name for release in retired]
