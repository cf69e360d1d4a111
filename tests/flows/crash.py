"""Refreshes that are killed at a chosen call, and what must hold afterwards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIM = Path(__file__).with_name("crash_shim.c")

FORKING = """
# Everything is imported and used once, and a child is forked for each run: starting anew takes seconds each time.
import ctypes, datetime, json, os, pathlib, sys, tempfile
from flows.options import Options
from flows.refresh import direct
shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
shim.crash_arm.argtypes = [ctypes.c_long]
shim.crash_calls.restype = shim.crash_killed.restype = ctypes.c_long
raw, out, workers, day = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
options = Options(raw, out, datetime.date.fromisoformat(day), workers=workers, keep=2)
with tempfile.TemporaryDirectory() as elsewhere:
    direct(Options(raw, pathlib.Path(elsewhere), options.as_of, workers=1), options.as_of)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        shim.crash_arm(int(line))
        try:
            direct(options, options.as_of)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(9)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    print(json.dumps([status, shim.crash_calls(), bool(shim.crash_killed())]), flush=True)
"""


def build_shim(folder: Path) -> Path:
    """The library that counts and kills."""
    built = folder / "crash_shim.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", built, SHIM, "-ldl"], check=True)
    return built


class Killer:
    """Runs refreshes of a raw folder, each in a process of its own, and kills them at the n-th call."""

    def __init__(self, shim: Path, raw: Path, out: Path, day: str, workers: int = 1) -> None:
        counter, self.log = out.parent / "counter", out.parent / "calls"
        counter.write_bytes(bytes(24))
        self.log.write_text("")
        environment = os.environ | {
            "LD_PRELOAD": str(shim),
            "CRASH_COUNTER": str(counter),
            "CRASH_LOG": str(self.log),
            "CRASH_UNDER": str(out),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", FORKING, str(raw), str(out), str(workers), day],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Killer:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.communicate()

    def run(self, at: int = 0) -> tuple[int, int, bool]:
        """One refresh, killed at its `at`-th call (0: never): how it ended, calls, whether somebody was killed."""
        self.log.write_text("")
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{at}\n")
        self.process.stdin.flush()
        status, calls, killed = json.loads(self.process.stdout.readline())
        return status, calls, killed

    def calls(self) -> list[tuple[int, str, str]]:
        """The calls of the last run: number, what, where."""
        found = [line.split(" ", 2) for line in self.log.read_text().splitlines()]
        return [(int(number), call, path) for number, call, path in found]


def whole(out: Path) -> dict[str, bytes]:
    """What readers see now: the bytes of all tables of the current release; nothing when there is none."""
    current = out / "current"
    return {file.name: file.read_bytes() for file in sorted(current.glob("*.parquet"))}


def restore(saved: Path, out: Path) -> None:
    """Put the output folder back to where it was."""
    shutil.rmtree(out)
    shutil.copytree(saved, out, symlinks=True)
