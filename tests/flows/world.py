"""A small raw folder to change, and refreshes of it in this process."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import sys
from pathlib import Path

import pyarrow.parquet as pq

import extractors
from flows import code, extraction
from flows.options import Options
from flows.refresh import direct

DAY = dt.date(2026, 3, 1)
MANIFEST = "title: Guides\npublisher: A press\nlicence: CC0-1.0\ncadence: P3M\ncaptured: 2026-01-01\n"


def guide(company, pay, place="Boston"):
    return (
        f"---\ncompany: {company}\nrole: Data Engineer\nlast_updated: 2026-01-15\n---\n\n# {company} pay\n\n"
        f"| Location | Base | Bonus |\n|---|---|---|\n| {place} | {pay} | 10-12% |\n\nBases start at {pay} there.\n"
    )


class World:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raw = folder / "raw"
        self.out = folder / "out"
        self.raw.mkdir(parents=True)

    def put(self, name: str, content: str | bytes) -> None:
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def refresh(self, *, out=None, as_of=DAY, workers=1, **chosen):
        options = Options(self.raw, out or self.out, as_of, workers=workers, **chosen)
        return direct(options, DAY)

    def table(self, name, out=None, **chosen):
        return pq.read_table((out or self.out) / "current" / f"{name}.parquet", **chosen)

    def rows(self, name, **chosen):
        return self.table(name, **chosen).to_pylist()


def put(raw, **files):
    """Writes files below a folder; `a__b` means `a/b`."""
    for name, text in files.items():
        path = raw / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def contents(out: Path) -> dict[str, bytes]:
    """The bytes of all tables but the one that depends on the release before."""
    files = sorted((out / "current").glob("*.parquet"))
    return {file.name: file.read_bytes() for file in files if file.name != "changes.parquet"}


class Extractor:
    """A source's extractor in a folder of its own, so that a test can change the code."""

    def __init__(self, folder: Path, source: str) -> None:
        self.file = folder / f"{source}.py"
        self.source = source
        folder.mkdir(exist_ok=True)
        extractors.__path__.append(str(folder))
        self.folder = folder

    def write(self, text: str) -> None:
        self.file.write_text(text)
        forget(f"extractors.{self.source}")

    def remove(self) -> None:
        extractors.__path__.remove(str(self.folder))
        forget(f"extractors.{self.source}")


def forget(*modules: str) -> None:
    """What a new process would not know."""
    for module in (code, extraction):
        for value in vars(module).values():
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()
    for name in modules:
        sys.modules.pop(name, None)
    importlib.invalidate_caches()
