"""Reading on a Dask cluster: scheduler and workers as processes of their own, beside a real Prefect server."""

import os
import signal
import sys

import pytest

from flows import elsewhere
from flows.errors import Exit, Stop
from flows.options import Options
from flows.pool import Batch
from flows.refresh import Refresh
from tests.flows.serving import PREFECT, Server, free_port, healthy, until
from tests.flows.world import DAY, MANIFEST, World, contents, guide

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("prefect-server")]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("dask"))
    try:
        server.start(PREFECT, "server", "start", "--port", str(server.port), log="server.log")
        server.address = f"tcp://127.0.0.1:{free_port()}"
        server.start(
            sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", server.address,
            "--dashboard-address", ":0", "--no-show", log="scheduler.log",
        )  # fmt: skip
        server.workers = [worker(server), worker(server)]
        until(lambda: healthy(server), "a healthy server")
        until(lambda: known(server) == 2, "two workers")
        yield server
    finally:
        server.stop()


def worker(server):
    return server.start(
        sys.executable, "-m", "distributed.cli.dask_worker", server.address,
        "--nthreads", "1", "--no-dashboard", "--local-directory", str(server.folder), log="worker.log",
    )  # fmt: skip


def known(server):
    from flows import prefect_dask

    try:
        return prefect_dask._workers(server.address)
    except Stop:
        return 0


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    for number in range(40):
        text = guide(f"Firm{number}", f"${100 + number}K-${150 + number}K")
        world.put(f"guides/{number:02}.md", text + "\n\nStaff there earn about $120K.\n" * 60)
    world.put("guides/zip.md", b"PK\x03\x04\0")
    world.put("loose/link.md", "")
    (world.raw / "loose/link.md").unlink()
    (world.raw / "loose/link.md").symlink_to("/etc/hostname")
    return world


def refresh(cluster, world, *more, check=True):
    return cluster.wagebook(
        "refresh", "--raw", world.raw, "--out", world.out, "--as-of", DAY.isoformat(),
        "--runner", "dask", "--dask-address", cluster.address, "--workers", "2", *more, check=check,
    )  # fmt: skip


def test_a_cluster_gives_the_bytes_of_this_machine(cluster, world):
    done = refresh(cluster, world, check=False)
    assert done.returncode == Exit.INCOMPLETE, done.stdout + done.stderr
    assert "the cluster gave up" not in done.stdout
    world.refresh(out=world.folder / "local")
    assert contents(world.out) == contents(world.folder / "local")
    log = (cluster.folder / "worker.log").read_text()
    assert "Task run" in log or "Finished in state" in log, log[-2000:]


def test_a_worker_killed_in_the_middle_changes_nothing(cluster, world):
    process = cluster.start(
        sys.executable, "-c", "from flows.cli import main; main()", "refresh", "--raw", str(world.raw),
        "--out", str(world.out), "--as-of", DAY.isoformat(), "--runner", "dask",
        "--dask-address", cluster.address, "--workers", "2", log="killed.log",
    )  # fmt: skip
    until(lambda: reading(cluster), "a batch on a worker")
    os.killpg(cluster.workers[0].pid, signal.SIGKILL)
    assert process.wait(300) == Exit.INCOMPLETE, (cluster.folder / "killed.log").read_text()[-3000:]
    world.refresh(out=world.folder / "local")
    assert contents(world.out) == contents(world.folder / "local")
    cluster.workers[0] = worker(cluster)
    until(lambda: known(cluster) == 2, "two workers again")


def reading(cluster):
    from distributed import Client

    with Client(cluster.address, set_as_default=False) as client:
        return any(client.processing().values())


def test_a_parcel_gives_what_reading_here_gives(world):
    """Without a cluster: what a worker does with a parcel, in this process."""
    options = Options(world.raw, world.out, DAY, workers=2)
    with Refresh(options, DAY) as one:
        plan = one.plan()
        sources = {source.name: source for source in plan.sources}
        batches = one.batches(plan)
        sent = [batch for batch in batches if elsewhere.packed(world.raw, batch, sources) is not None]
        assert sent
        for batch in batches:
            parcel = elsewhere.packed(world.raw, batch, sources)
            if parcel is None:
                one.read(plan, [batch])
            else:
                one.take(elsewhere.unpacked(elsewhere.read(parcel)))
        one.publish(plan)
    world.refresh(out=world.folder / "local")
    assert contents(world.out) == contents(world.folder / "local")


def test_a_worker_of_another_version_is_refused(world):
    from dataclasses import replace

    with Refresh(Options(world.raw, world.out, DAY, workers=2), DAY) as one:
        plan = one.plan()
        (batch, *_) = one.batches(plan)
        other = Batch(batch.name, tuple(replace(ask, extractor_version="other") for ask in batch.jobs[:1]))
        parcel = elsewhere.packed(world.raw, other, {source.name: source for source in plan.sources})
        with pytest.raises(Stop, match="another version of Wagebook"):
            elsewhere.read(parcel)


@pytest.mark.parametrize(
    ("address", "message"),
    [("tcp://127.0.0.1:9", "no Dask scheduler answers"), ("nonsense://x", "no Dask scheduler answers")],
)
def test_an_address_that_is_no_dask_is_named(cluster, world, address, message):
    done = cluster.wagebook(
        "refresh", "--raw", world.raw, "--out", world.out, "--runner", "dask", "--dask-address", address, check=False
    )  # fmt: skip
    assert done.returncode == Exit.REFUSED, done.stderr
    assert message in done.stderr
    assert address in done.stderr
    assert not (world.out / "current").exists()


def test_dask_without_a_server_is_refused(world):
    from flows.prefect_flows import run_refresh

    with pytest.raises(Stop, match="needs a Prefect server"):
        run_refresh(Options(world.raw, world.out, DAY, runner="dask"), DAY)
