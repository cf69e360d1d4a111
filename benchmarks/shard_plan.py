"""Wagebook on more than one machine: a simulation of the shard plan that runs, and what it would take for many documents.

    python benchmarks/shard_plan.py [--raw DIR] [--shards K]                    the simulation
    python benchmarks/shard_plan.py --release DIR [--cores N] [--price EUR]     the calculation

The simulation makes a release of each shard by itself, puts them together, and holds the result against a refresh of
everything; it ends with 1 when they differ. The calculation takes its numbers from a release: its `run.json` and files.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import yaml

from flows import across, build, judge
from flows.options import Options
from flows.own_files import OWN_FILES
from flows.parts import Run, files
from flows.plan import Last
from flows.refresh import direct
from flows.releases import Release, Releases
from flows.sources import discover, document_name
from quality import grade

DAY = dt.date(2026, 3, 1)
SIZES = (44_700, 10_000_000, 1_000_000_000)
MINUTES_A_SHARD = 15
HOURS = 8
CORES_A_MACHINE = 16
ROOT = Path(__file__).parent.parent


def main() -> int:
    """Simulate or calculate; 1 when a claim does not hold."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--raw", type=Path, default=ROOT / "raw", help="documents to be sharded")
    options.add_argument("--shards", type=int, default=3)
    options.add_argument("--release", type=Path, help="a release to take numbers from")
    options.add_argument("--cores", type=int, default=2, help="cores that made it")
    options.add_argument("--price", type=float, default=0.05, help="of a core for an hour")
    chosen = options.parse_args()
    if chosen.release:
        calculate(measured(Release(chosen.release.resolve()), chosen.cores), chosen.price)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        claims = list(simulated(chosen.raw, Path(folder), chosen.shards))
    for right, claim in claims:
        print("ok   " if right else "WRONG", claim)
    return 0 if all(right for right, _ in claims) else 1


def shard_of(document: str, shards: int) -> int:
    """The shard of a document: by the hash of its name, so that no other document can move it."""
    return int.from_bytes(sha256(document.encode()).digest()[:8], "big") % shards


@dataclass(frozen=True)
class Cluster:
    """Shards as folders of one disk: each with its documents, and its own dataset."""

    folder: Path
    shards: int

    def raw(self, number: int) -> Path:
        """The documents of a shard."""
        return self.folder / f"raw-{number}" / "raw"

    def out(self, number: int) -> Path:
        """The dataset of a shard."""
        return self.folder / f"out-{number}"

    def deal(self, raw: Path) -> None:
        """Give every document to its shard. What is written about a source goes to all; what is usual for all of it stays."""
        for source in discover(raw):
            for number in range(self.shards):
                (self.raw(number) / source.name).mkdir(parents=True, exist_ok=True)
                manifest = raw / source.name / "source.yaml"
                if manifest.is_file():
                    said = yaml.safe_load(manifest.read_text(encoding="utf-8"))
                    said.pop("expect", None)  # of the whole source: held against the whole, not a shard
                    place = self.raw(number) / source.name / "source.yaml"
                    place.write_text(
                        yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8"
                    )
            for file in (*source.files, *source.ignored):
                if Path(file).name not in OWN_FILES:
                    self.put(raw, file)

    def put(self, raw: Path, file: str) -> None:
        """Give one document to its shard."""
        place = self.raw(shard_of(document_name(file), self.shards)) / file
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(raw / file, place)

    def refresh(self, number: int) -> str:
        """The work of a machine; gives what came of it."""
        if not any(path.name not in OWN_FILES for path in self.raw(number).rglob("*") if path.is_file()):
            return "empty"
        return direct(Options(self.raw(number), self.out(number), DAY, workers=1), DAY).why

    def merged(self, raw: Path, place: Path) -> Path:
        """One release of all shards: their rows side by side, and the step that looks at all of them."""
        lasts = [Last(one) for n in range(self.shards) if (one := Releases(self.out(n)).current())]
        found = {key: last for last in lasts for key in last.documents}
        runs: dict[str, list[Run]] = {}
        for key in sorted(found):
            for table, run in found[key]._runs[key[1]].items():
                runs.setdefault(table, []).append(run)
        manifests = {s.name: s.manifest for s in discover(raw) if s.manifest}
        build.release(place, build.Rows(runs), judge.Context(DAY, manifests, None))
        return place


def simulated(raw: Path, folder: Path, shards: int) -> Iterator[tuple[bool, str]]:
    """Each claim of the plan, and whether it held."""
    mine = folder / "mine" / "raw"
    shutil.copytree(raw, mine)
    whole = direct(Options(mine, folder / "whole", DAY, workers=1), DAY)
    cluster = Cluster(folder, shards)
    cluster.deal(mine)
    for number in range(shards):
        cluster.refresh(number)
    merged = cluster.merged(mine, folder / "merged")
    different = build.differences(merged, Path(whole.place))
    rows = pq.read_metadata(merged / "observations.parquet").num_rows
    yield (
        not different,
        f"{shards} shards give the bytes of one refresh: {rows:,} observations {different or ''}",
    )
    yield from _killed(cluster, mine, merged)
    more = mine / "added" / "one-more.md"
    more.parent.mkdir()
    more.write_text("# Pay\n\nData engineers at Acme earn $150,000 a year in Boston.\n", encoding="utf-8")
    cluster.put(mine, "added/one-more.md")
    outcomes = [cluster.refresh(number) for number in range(shards)]
    changed = sum(outcome not in ("nothing has changed", "empty") for outcome in outcomes)
    yield changed == 1, f"one more document: {changed} of {shards} shards did anything"
    whole = direct(Options(mine, folder / "whole", DAY, workers=1), DAY)
    different = build.differences(cluster.merged(mine, folder / "merged-2"), Path(whole.place))
    yield not different, f"and the whole is again that of one refresh {different or ''}"
    share = shuffled(merged)
    yield (
        share < 0.5,
        f"the step over all rows needs {share:.0%} of the bytes of the tables, in named columns",
    )


def _killed(cluster: Cluster, raw: Path, merged: Path) -> Iterator[tuple[bool, str]]:
    busiest = max(
        range(cluster.shards), key=lambda n: sum(1 for p in cluster.raw(n).rglob("*") if p.is_file())
    )
    shutil.rmtree(cluster.out(busiest))
    order = (
        "import datetime, pathlib, sys\nfrom flows import build\nfrom flows.options import Options\nfrom flows.refresh import direct\n"
        "import os, signal\n"
        "build.describe_run = lambda *a: os.kill(os.getpid(), signal.SIGKILL)\n"
        "day = datetime.date.fromisoformat(sys.argv[3])\n"
        "direct(Options(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), day, workers=1), day)\n"
    )
    command = [
        sys.executable,
        "-c",
        order,
        str(cluster.raw(busiest)),
        str(cluster.out(busiest)),
        DAY.isoformat(),
    ]
    died = subprocess.run(command, check=False, cwd=ROOT).returncode == -signal.SIGKILL
    nothing = Releases(cluster.out(busiest)).current() is None
    yield died and nothing, f"shard {busiest} was killed at its last step and left no release"
    cluster.refresh(busiest)
    again = cluster.merged(raw, merged.with_name("again"))
    same = not build.differences(again, merged)
    yield same, "done again on another machine, it gives the same bytes"


def shuffled(release: Path) -> float:
    """The share of the tables' bytes in the columns that the step over all rows reads."""
    needed = {*across.NEEDS, *grade.NEEDS, *judge._DATES, "document", "source", "status"}
    read = total = 0
    for table in sorted(release.glob("*.parquet")):
        for file in files(table):
            about = pq.read_metadata(file)
            for group in range(about.num_row_groups):
                for column in range(about.num_columns):
                    chunk = about.row_group(group).column(column)
                    total += chunk.total_compressed_size
                    if (
                        table.stem in ("observations", "documents")
                        and chunk.path_in_schema.split(".")[0] in needed
                    ):
                        read += chunk.total_compressed_size
    return read / total


@dataclass(frozen=True)
class Measured:
    """What one document took when a release was made: seconds of a core, and bytes."""

    read: float
    build: float
    raw: float
    tables: dict[str, float]
    shuffled: float


def measured(release: Release, cores: int) -> Measured:
    """The numbers of a release that was made from nothing by so many cores."""
    sizes = pq.read_table(files(release.table("documents")), columns=["size"])["size"].to_pylist()
    count = len(sizes)
    seconds = json.loads((release.path / "run.json").read_text(encoding="utf-8"))["seconds"]
    tables = {r["name"]: r["bytes"] / count for r in release.package["resources"]}
    return Measured(
        seconds["read"] * cores / count,
        (seconds["plan"] + seconds["build"]) / count,
        sum(filter(None, sizes)) / count,
        tables,
        shuffled(release.path) * sum(tables.values()),
    )


def calculate(one: Measured, price: float) -> None:
    """Print what so many documents would take."""
    of_a_shard = int(MINUTES_A_SHARD * 60 / one.read)
    print(
        f"a document: {one.read * 1000:.1f} ms of a core to read, {one.build * 1000:.2f} ms to plan and build"
    )
    print(
        f"a shard: {of_a_shard:,} documents, {MINUTES_A_SHARD} minutes of one core; machines of {CORES_A_MACHINE} cores\n"
    )
    print(f"| {'':<28} |" + "".join(f" {count:>14,} |" for count in SIZES))
    print(f"|{'-' * 30}|" + f"{'-' * 15}:|" * len(SIZES))
    hours = [count * (one.read + one.build) / 3600 for count in SIZES]
    machines = [max(1, math.ceil(spent / CORES_A_MACHINE / HOURS)) for spent in hours]
    _row("shards", [f"{math.ceil(count / of_a_shard):,}" for count in SIZES])
    _row("hours of a core, all new", [f"{spent:,.0f}" for spent in hours])
    _row(f"machines, for {HOURS} hours", [f"{count:,}" for count in machines])
    _row(
        "hours with these", [f"{h / m / CORES_A_MACHINE:,.1f}" for h, m in zip(hours, machines, strict=True)]
    )
    _row("cost of a million documents", [f"{1e6 * (one.read + one.build) / 3600 * price:,.2f}"] * len(SIZES))
    _row("of a core a day, 1 % changed", [f"{h / 100:,.1f}" for h in hours])
    _row("raw", [_bytes(count * one.raw) for count in SIZES])
    for name, size in sorted(one.tables.items(), key=lambda entry: -entry[1])[:5]:
        _row(name, [_bytes(count * size) for count in SIZES])
    _row("read by the step over all", [_bytes(count * one.shuffled) for count in SIZES])


def _row(name: str, values: list[str]) -> None:
    print(f"| {name:<28} |" + "".join(f" {value:>14} |" for value in values))


def _bytes(size: float) -> str:
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000:
            return f"{size:,.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} PB"


if __name__ == "__main__":
    sys.exit(main())
