"""The plan of `docs/scale.md`, run small."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_shards_put_together_are_one_refresh():
    done = subprocess.run(
        [sys.executable, "benchmarks/shard_plan.py", "--shards", "3"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) == 6
    assert all(line.startswith("ok ") for line in lines)
