"""What a run needs of an object store, brought to the local disk, and its release taken back."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType

from flows.errors import Busy, Damaged, Stop
from flows.objects import is_far
from flows.objects.lease import Lease, holding
from flows.objects.probe import probe
from flows.objects.store import Found, Refused, Store
from flows.releases import CURRENT, PACKAGE, RELEASE_NAME, RELEASES, Release, Releases

POINTER = "current.json"
"""The object that names the release which readers are to see."""
MOST_BYTES = 1 << 30
"""An object of more is not fetched: a file of its size without content stands for it, and is refused as too large."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command asks of a dataset: to write, and which releases beside the current one."""

    writing: bool = False
    all_releases: bool = False


class Mirror:
    """Local folders for a raw folder and a dataset, either of which may lie in an object store. Local ones stay as they are."""

    def __init__(self, raw: str, out: str, wanted: Wanted) -> None:
        self.raw_place, self.out_place, self._wanted = raw, out, wanted
        self.raw, self.out = Path(raw), Path(out)
        self.warnings: list[str] = []
        self._store: Store | None = None
        self._lease: Lease | None = None
        self._pointer: Found | None = None
        self._seen: str | None = None
        """The release that readers saw when this began."""
        self._stack = ExitStack()

    def __enter__(self) -> Mirror:
        """Take the lock of the dataset, if it is to be written, and fetch. Raises Stop."""
        if not (is_far(self.raw_place) or is_far(self.out_place)):
            return self
        _apart(self.raw_place, self.out_place)
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wagebook-")))
            if is_far(self.out_place):
                self.out = folder / "out" / PurePosixPath(self.out_place).name
                self._fetch_dataset(stack)
            if is_far(self.raw_place):
                self.raw = folder / "raw" / PurePosixPath(self.raw_place).name
                self._fetch_documents(Store(self.raw_place))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lock back and remove the local copies."""
        self._stack.close()

    def shown(self, place: str) -> str:
        """A path in the local copy of the dataset as a person finds it in the store."""
        return place.replace(str(self.out), self.out_place.rstrip("/"), 1) if self._store else place

    def push(self, release: Release, keep: int, again: Sequence[str] = ()) -> list[str]:
        """Take a release to the store, let readers see it, and remove the oldest beyond `keep`; gives their names.

        Of a release that is there already, the files `again` are taken once more: they were put right.

        Raises Busy when another writer has published in the meantime.
        """
        store, lease = self._store, self._lease
        if store is None or lease is None:
            return []
        if self._seen != release.name:
            there = store.listed(f"{RELEASES}/{release.name}")
            if f"{RELEASES}/{release.name}/{PACKAGE}" not in there:
                self._upload(store, release)
                again = ()
            # The lock was ours a moment ago; if it is not any more, the condition on the pointer refuses it.
            lease.renew()
            self._point(store, release.name)
        if again:
            lease.renew()
            self._upload_again(store, release, again)
        return self._retire(store, keep, {release.name} | ({self._seen} if self._seen else set()))

    def push_current(self) -> None:
        """Let readers see the release that the local copy points to; nothing is retired."""
        if self._store is not None and (release := Releases(self.out).current()):
            self.push(release, keep=sys.maxsize)

    def _pointed_to(self) -> str | None:
        if self._pointer is None:
            return None
        try:
            name = json.loads(self._pointer.content)["release"]
        except (ValueError, KeyError, TypeError):
            name = None
        if not isinstance(name, str) or not RELEASE_NAME.fullmatch(name):
            raise Damaged(
                f"{self.out_place}/{POINTER}: does not name a release",
                f'Write {{"release": "..."}} with the name of one of the folders below {self.out_place}/{RELEASES}/',
            )
        return name

    def _fetch_dataset(self, stack: ExitStack) -> None:
        self._store = store = Store(self.out_place)
        if self._wanted.writing:
            probe(store)
            self._lease = stack.enter_context(holding(store))
        self._pointer = store.read(POINTER)
        (self.out / RELEASES).mkdir(parents=True)
        there = store.listed(RELEASES)
        whole = {_release(name): one.modified for name, one in there.items() if name.endswith(f"/{PACKAGE}")}
        self._seen = current = self._whole(set(whole))
        wanted = set(whole) if self._wanted.all_releases else {current} if current else set()
        store.download(_files(self.out, [name for name in there if _release(name) in wanted]))
        for name in sorted(wanted):
            # Releases of one day are told apart by when they were made.
            made = whole[name].timestamp()
            os.utime(self.out / RELEASES / name, (made, made))
        if current is not None:
            (self.out / CURRENT).symlink_to(f"{RELEASES}/{current}")
        if self._wanted.writing:
            for name in there:  # what a killed run left
                if _release(name) not in whole:
                    store.remove(name)

    def _whole(self, whole: set[str]) -> str | None:
        """The release that the pointer names. Raises Damaged when it is none, unless another one is to be chosen."""
        try:
            name = self._pointed_to()
            if name is not None and name not in whole:
                raise Damaged(
                    f"{self.out_place}/{POINTER}: points to {name}, which is not there",
                    "`wagebook releases rollback RELEASE` points it to another one",
                )
        except Damaged:
            if self._wanted.all_releases:
                return None
            raise
        return name

    def _fetch_documents(self, store: Store) -> None:
        self.raw.mkdir(parents=True)
        files: dict[str, Path] = {}
        for name, one in store.listed().items():
            try:
                file = _files(self.raw, [name])[name]
                if one.size > MOST_BYTES:
                    with file.open("wb") as hole:
                        hole.truncate(one.size)
                    continue
                file.touch()
            except (OSError, ValueError) as error:
                self.warnings.append(f"{store.url}/{name}: cannot be a file here and is left out: {error}")
                continue
            files[name] = file
        store.download(files)

    def _upload(self, store: Store, release: Release) -> None:
        files = sorted(file for file in release.path.rglob("*") if file.is_file())
        # Last of all the file that says that a release is whole.
        for file in sorted(files, key=lambda file: file.name == PACKAGE):
            store.upload(file, f"{RELEASES}/{release.name}/{file.relative_to(release.path).as_posix()}")

    def _upload_again(self, store: Store, release: Release, names: Sequence[str]) -> None:
        """Put files of a release, or all files of a table's folder, in the place of what is there."""
        for name in names:
            local = release.path / name
            files = sorted(local.iterdir()) if local.is_dir() else [local]
            places = {
                f"{RELEASES}/{release.name}/{file.relative_to(release.path).as_posix()}": file
                for file in files
            }
            for place, file in places.items():
                store.upload(file, place)
            if local.is_dir():
                for old in store.listed(f"{RELEASES}/{release.name}/{name}").keys() - places.keys():
                    store.remove(old)

    def _point(self, store: Store, name: str) -> None:
        content = json.dumps({"release": name, "folder": f"{RELEASES}/{name}/"}, indent=2).encode()
        try:
            if self._pointer is None:
                store.create(POINTER, content)
            else:
                store.replace(POINTER, content, self._pointer.etag)
        except Refused as error:
            raise Busy(
                f"{self.out_place}: another writer has published in the meantime",
                "Run it again: it goes on from that release",
            ) from error

    def _retire(self, store: Store, keep: int, held: set[str]) -> list[str]:
        there = store.listed(RELEASES)
        made = {_release(name): one.modified for name, one in there.items() if name.endswith(f"/{PACKAGE}")}
        others = sorted(made.keys() - held, key=lambda name: (name[:10], made[name], name))
        retired = others[: max(len(others) + len(held) - max(keep, len(held)), 0)]
        for release in retired:
            # First what makes it whole: a release half removed is none.
            files = [name for name in there if _release(name) == release]
            for name in sorted(files, key=lambda name: not name.endswith(f"/{PACKAGE}")):
                store.remove(name)
        return retired


def _release(name: str) -> str:
    """The release that an object below `releases/` belongs to."""
    return name.split("/")[1]


def _files(folder: Path, names: list[str]) -> dict[str, Path]:
    """The local file of each object. Raises ValueError for a name that leads elsewhere."""
    files = {}
    for name in names:
        if any(part in ("", ".", "..") for part in name.split("/")) or "\0" in name:
            raise ValueError("not the name of a file")
        files[name] = folder / name
        files[name].parent.mkdir(parents=True, exist_ok=True)
    return files


def _apart(raw: str, out: str) -> None:
    if f"{out.rstrip('/')}/".startswith(f"{raw.rstrip('/')}/"):
        raise Stop(f"{out}: lies inside the raw folder {raw}", "Choose a folder outside of it with --out")
