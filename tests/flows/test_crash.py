"""A refresh that is killed leaves the last release whole, and the next run needs no repair."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows import disk
from tests.flows import crash
from tests.flows.world import MANIFEST, World, guide

DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"]


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    if sys.platform != "linux" or shutil.which("gcc") is None:
        pytest.skip("needs Linux and gcc")
    return crash.build_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def world(tmp_path):
    """Two releases, of which the next refresh retires the first."""
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    for number in range(4):
        world.put(f"guides/{number}.md", guide(f"Company {number}", f"$1{number}0K-$180K"))
    return world


def releases_before(world, shim, workers=1):
    for day in DAYS[:2]:
        with crash.Killer(shim, world.raw, world.out, day, workers) as killer:
            assert killer.run()[0] == 0
    world.put("guides/0.md", guide("Company 0", "$99K-$180K"))
    saved = world.folder / "saved"
    shutil.copytree(world.out, saved, symlinks=True)
    return saved


def kill_at_every(world, shim, workers, choose):
    saved = releases_before(world, shim, workers)
    old = crash.whole(world.out)
    with crash.Killer(shim, world.raw, world.out, DAYS[2], workers) as killer:
        status, calls, killed = killer.run()
        assert (status, killed) == (0, False)
        assert calls > 50
        made = killer.calls()
        assert {"write", "fsync", "rename", "unlink", "mkdir", "symlink"} <= {call for _, call, _ in made}
        new = crash.whole(world.out)
        assert new != old
        outcomes = {"old": 0, "new": 0}
        for at in choose(made):
            crash.restore(saved, world.out)
            status, reached, killed = killer.run(at)
            assert (status, killed) == (signal.SIGKILL, True), (
                f"not killed at {at} of {calls}, reached {reached}"
            )
            seen = crash.whole(world.out)
            assert seen in (old, new), f"mixed after a kill at {made[at - 1]}"
            outcomes["old" if seen == old else "new"] += 1
            assert killer.run()[0] == 0, f"the run after a kill at {made[at - 1]} failed"
            assert crash.whole(world.out) == new
            assert not (world.out / ".work").exists()
            kept = sorted(path.name[:10] for path in (world.out / "releases").iterdir())
            assert kept == DAYS[1:], f"after a kill at {made[at - 1]}"
    return outcomes


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_crash_at_every_call_that_changes_the_disk(world, shim):
    outcomes = kill_at_every(world, shim, 1, lambda made: [number for number, _, _ in made])
    assert outcomes["old"] > 30
    assert outcomes["new"] > 5


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_crash_with_its_workers(world, shim):
    kill_at_every(world, shim, 2, lambda made: [number for number, _, _ in made][:: len(made) // 10])


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_crash_at_random_moments_while_others_read(world):
    """Half of the times all processes are killed, half of the times the first alone: its workers must go with it."""
    kills = int(os.environ.get("CRASH_KILLS", "20"))
    old, new, seconds = before_and_after(world)
    reader = subprocess.Popen([sys.executable, "-c", READER, world.out], stdout=subprocess.PIPE, text=True)
    chance, killed = random.Random(7), 0
    for number in range(kills):
        disk.point(world.out / "current", f"releases/{old['name']}", world.folder)
        take_away(world.out / "releases" / new["name"], world.folder / "taken")
        running = start(world)
        time.sleep(chance.uniform(0.2, seconds))
        if running.poll() is None:
            killed += 1
            (os.killpg if number % 2 else os.kill)(running.pid, signal.SIGKILL)
        running.wait()
        assert crash.whole(world.out) in (old["tables"], new["tables"])
        wait_for_the_end_of(world)
    (world.folder / "stop").touch()
    said, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert killed > kills // 2
    assert start(world).wait() == 0
    assert crash.whole(world.out) == new["tables"]
    seen, reads = json.loads(said)
    assert reads > kills
    assert {tuple(one) for one in seen} <= {old["size"], new["size"]}


READER = """
import json, pathlib, sys
import duckdb, pandas
import pyarrow.parquet as pq
out, seen, reads = pathlib.Path(sys.argv[1]), set(), 0
current = out / "current"
while not (out.parent / "stop").exists():
    # Who opens a file once may go by the link.
    with pq.ParquetFile(current / "observations.parquet") as file:
        texts = file.read(["evidence"])["evidence"].to_pylist()
    seen.add((len(texts), sum(map(len, texts))))
    # pandas and DuckDB open it twice, to see what it holds and to read it: they are given the release that the link names.
    release = current.resolve()
    file = release / "observations.parquet"
    try:
        rows = pandas.read_parquet(file, columns=["evidence"])
        seen.add((len(rows), int(rows["evidence"].str.len().sum())))
        seen.add(duckdb.sql(f"select count(*), sum(len(evidence))::bigint from '{file}'").fetchall()[0])
    except (OSError, duckdb.Error):
        if release.exists():
            raise
        continue  # the test took it away, which no refresh does to the current release
    reads += 3
print(json.dumps([sorted(seen), reads]))
"""


def take_away(release, to):
    """Remove a release as a whole, if it is there: a reader finds all of it or nothing."""
    if release.exists():
        release.rename(to)
        shutil.rmtree(to)


def before_and_after(world):
    """What readers may see: the release before, and that which a refresh makes when nobody kills it; and its time."""
    for number in range(4, 120):
        world.put(f"guides/{number}.md", guide(f"Company {number}", f"$1{number}K-$280K"))
    assert start(world, DAYS[0]).wait() == 0
    old = now(world)
    world.put("guides/source.yaml", MANIFEST + "url: https://example.org\n")
    world.put("guides/0.md", guide("Company 0", "$99,000-$380,000"))
    begun = time.monotonic()
    assert start(world).wait() == 0
    return old, now(world), time.monotonic() - begun


def now(world):
    evidence = world.table("observations", columns=["evidence"])["evidence"].to_pylist()
    return {
        "name": (world.out / "current").readlink().name,
        "tables": crash.whole(world.out),
        "size": (len(evidence), sum(map(len, evidence))),
    }


RUN = """
import datetime, pathlib, sys
from flows.options import Options
from flows.refresh import direct

if __name__ == "__main__":
    options = Options(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), datetime.date.fromisoformat(sys.argv[3]), workers=2)
    direct(options, options.as_of)
"""


def start(world, day=DAYS[2]):
    program = world.folder / "run.py"
    program.write_text(RUN)
    command = [sys.executable, program, world.raw, world.out, day]
    environment = os.environ | {"PYTHONPATH": str(crash.ROOT)}
    return subprocess.Popen(command, cwd=world.folder, env=environment, start_new_session=True)


def wait_for_the_end_of(world):
    """Nobody who works for this world is left after a moment."""
    deadline = time.monotonic() + 10
    while left := [p for p in Path("/proc").glob("[0-9]*") if works_for(p, world)]:
        assert time.monotonic() < deadline, f"outlived the refresh: {left}"
        time.sleep(0.05)


def works_for(process, world):
    try:
        where = (process / "cwd").readlink()
        return where == world.folder and b"spawn_main" in (process / "cmdline").read_bytes()
    except OSError:
        return False
