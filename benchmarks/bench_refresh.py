"""How long a refresh takes and how much memory, as ratios to a straight-line script on the same documents.

Ratios and rates are of processor time, which other work on the machine disturbs less than the clock.

    python benchmarks/bench_refresh.py [--raw DIR] [--times N] [--prefect]

The documents are those of a folder given with `--raw` or WAGEBOOK_CORPUS, else of ../shared/corpus where that is there, else
the project's own raw/; `--times` puts every document there so often, under other names. Every line is a process of its own,
measured from its start to its end.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("WAGEBOOK_CORPUS", ROOT.parent / "shared" / "corpus"))

FLOOR = """
# Reads, decodes, parses heads, scans table lines and writes Parquet: what nobody can do without.
import hashlib, pathlib, sys
import pyarrow as pa, pyarrow.parquet as pq, yaml
rows = []
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if not path.is_file() or path.name == "source.yaml":
        continue
    content = path.read_bytes()
    digest, text = hashlib.sha256(content).hexdigest(), content.decode("utf-8", "replace")
    if text.startswith("---\\n") and (end := text.find("\\n---\\n", 4)) > 0:
        try:
            yaml.load(text[4:end], Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            pass
    for number, line in enumerate(text.split("\\n"), 1):
        if "|" in line:
            rows += [(path.name, digest, number, cell.strip()) for cell in line.strip().strip("|").split("|")]
columns = [pa.array(column) for column in zip(*rows)] or [pa.array([], pa.string())] * 4
pq.write_table(pa.table(columns, names=["document", "sha256", "line", "cell"]), sys.argv[2], compression="zstd")
"""


@dataclass(frozen=True)
class Cost:
    """What a process and its children took: by the clock, and of all processors."""

    seconds: float
    processors: float
    mebibytes: float


def main() -> None:
    """Measure and print a table."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="wagebook-bench-") as folder:
        raw = Path(folder) / "raw"
        documents = _copied(options.raw, raw, options.times)
        print(f"{documents:,} documents, {_bytes(raw) / 1e6:.1f} MB, {os.cpu_count()} cores\n")
        print(f"{'what':<42} {'seconds':>8} {'cpu s':>8} {'x floor':>8} {'docs/cpu s':>10} {'MiB':>6}")
        floor = None
        for name, command in _commands(raw, Path(folder), options.prefect):
            cost = _measured(command)
            floor = floor or cost.processors
            ratio, rate = cost.processors / floor, documents / cost.processors
            print(
                f"{name:<42} {cost.seconds:8.2f} {cost.processors:8.2f} {ratio:8.1f} {rate:10.0f} {cost.mebibytes:6.0f}"
            )
            sys.stdout.flush()


def _commands(raw: Path, folder: Path, prefect: bool) -> Iterator[tuple[str, list[str]]]:
    """Each command when its turn comes: between two of them a document is changed."""
    python = [sys.executable, "-c"]
    wagebook = [*python, "from flows.cli import main; main()"]
    refresh = [*wagebook, "refresh", "--raw", str(raw), "--as-of", "2026-03-01", "--out"]
    out = str(folder / "out")
    yield "floor: a straight-line script", [*python, FLOOR, str(raw), str(folder / "floor.parquet")]
    yield "wagebook --help", [*wagebook, "--help"]
    yield "full", [*refresh, out, "--direct"]
    yield "unchanged", [*refresh, out, "--direct"]
    yield "another day, nothing read", [*refresh[:-2], "2026-03-02", "--out", out, "--direct"]
    with _changed(raw):
        yield "one document changed", [*refresh, out, "--direct"]
    yield (
        "everything read again (code or vocabulary)",
        [*refresh, str(folder / "again"), "--direct", "--full"],
    )
    yield "full, in this process (--workers 1)", [*refresh, str(folder / "one"), "--direct", "--workers", "1"]
    yield "wagebook verify", [*wagebook, "verify", "--raw", str(raw), "--out", str(folder / "one")]
    if prefect:
        yield (
            "an empty Prefect flow",
            [*python, "from prefect import flow\n@flow\ndef empty(): pass\nempty()"],
        )
        yield "full, through Prefect", [*refresh, str(folder / "prefect")]


@contextmanager
def _changed(raw: Path) -> Iterator[None]:
    """One document has a line more."""
    file = min(path for path in raw.rglob("*") if path.is_file() and path.name != "source.yaml")
    before = file.read_bytes()
    file.write_bytes(before + b"\nAnalysts earn $90K a year.\n")
    yield
    file.write_bytes(before)


def _measured(command: list[str]) -> Cost:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PREFECT_LOGGING_LEVEL": "ERROR"}
    begun, spent = time.monotonic(), _processors()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    _, said = process.communicate()
    seconds = time.monotonic() - begun
    if process.returncode not in (0, 3):
        sys.exit(f"{command}\nended with {process.returncode}\n{said.decode(errors='replace')}")
    return Cost(seconds, _processors() - spent, peak[0])


def _processors() -> float:
    """Seconds of all processors that children which have ended took, with their own."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    """The peak of the memory of all its processes together, pages that they share counted once."""
    while process.poll() is None:
        peak[0] = max(
            peak[0], sum(_memory(entry, process.pid) for entry in Path("/proc").glob("[0-9]*")) / 1024
        )
        time.sleep(0.1)


def _memory(entry: Path, group: int) -> int:
    try:
        if os.getpgid(int(entry.name)) != group:
            return 0
        lines = (entry / "smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def _copied(given: Path, raw: Path, times: int) -> int:
    for source in sorted(path for path in given.iterdir() if path.is_dir()):
        if times == 1:
            shutil.copytree(source, raw / source.name)
        else:
            for number in range(times):
                shutil.copytree(
                    source, raw / source.name / f"{number:03}", ignore=shutil.ignore_patterns("source.yaml")
                )
            if (source / "source.yaml").exists():
                shutil.copy(source / "source.yaml", raw / source.name)
    return sum(path.is_file() and path.name != "source.yaml" for path in raw.rglob("*"))


def _bytes(raw: Path) -> int:
    return sum(path.stat().st_size for path in raw.rglob("*") if path.is_file())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--raw", type=Path, default=CORPUS if CORPUS.is_dir() else ROOT / "raw")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--prefect", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
