"""A real Prefect server and worker on loopback: deployed, scheduled, triggered, refused, killed, and told about."""

import contextlib
import json
import os
import signal
import subprocess
import sys

import pytest

from flows.errors import Exit
from flows.prefect_alarms import declared
from tests.flows.serving import PREFECT, ROOT, Server, free_port, healthy, kill, until
from tests.flows.world import MANIFEST, World, guide

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("prefect-server")]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("prefect"))
    try:
        server.start(PREFECT, "server", "start", "--port", str(server.port), log="server.log")
        until(lambda: healthy(server), "a healthy server")
        server.call(PREFECT, "work-pool", "create", "wagebook", "--type", "process")
        server.call(PREFECT, "--no-prompt", "deploy", "--all")
        yield server
    finally:
        server.stop()


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    return world


def folders(world):
    return {"raw": str(world.raw), "out": str(world.out)}


@pytest.fixture
def slow_world(world):
    """A refresh that takes its time, so that it can be met in the middle."""
    world.refresh()
    for number in range(250):
        # No two amounts or names are alike, so that nothing is remembered.
        parts = [guide(f"Payer{number}x{part}", f"${100_000 + 60 * number + part:,}") for part in range(60)]
        world.put(f"guides/more{number}.md", "\n\n".join(part.split("---\n", 2)[2] for part in parts))
    return world


def test_all_deployments_are_scheduled_and_the_server_has_no_error(server):
    def scheduled():
        with server.client() as client:
            names = {one.id: one.name for one in client.read_flows()}
        return {names[run.flow_id] for run in server.runs().values() if run.state.is_scheduled()} >= {
            "capture",
            "refresh",
            "review",
        }

    until(scheduled, "scheduled runs of all deployments", seconds=60)
    assert "ERROR" not in server.log.read_text()


def test_a_triggered_refresh_publishes_and_is_told_about(server, world):
    worker = server.worker()
    server.wagebook("alarms")
    state = server.ended(server.trigger("refresh/daily", **folders(world)))
    assert state.is_completed(), state.message
    assert {row["evidence"] for row in world.rows("observations")} >= {"$150K-$180K"}
    with server.client() as client:
        artifacts = {one.key for one in client.read_artifacts()}
        automations = {one.name for one in client.read_automations()}
        events = until(
            lambda: (
                {
                    event["event"]
                    for event in client._client.post(
                        "/events/filter", json={"filter": {"event": {"prefix": ["wagebook."]}}}
                    ).json()["events"]
                }
                >= {"wagebook.refresh.completed", "wagebook.release.published"}
            ),
            "the events of the refresh",
            seconds=60,
        )
    assert artifacts >= {"wagebook-refresh", "wagebook-changes"}
    assert automations == {alarm["name"] for alarm in declared()}
    assert events
    captured = server.ended(server.trigger("capture/daily", raw=str(world.raw)))
    assert captured.is_completed(), captured.message
    reviewed = server.ended(server.trigger("review/daily", **folders(world)))
    assert reviewed.is_completed(), reviewed.message
    kill(worker)


def test_a_refresh_with_a_stopped_source_completes_and_says_so(server, world):
    worker = server.worker()
    world.put("broken/source.yaml", "titel: x\n")
    world.put("broken/a.md", guide("Bolt", "$120K"))
    state = server.ended(server.trigger("refresh/daily", **folders(world)))
    assert (state.type.value, state.name) == ("COMPLETED", "Incomplete")
    assert "source broken was stopped" in state.message
    kill(worker)


def test_what_stops_a_refresh_fails_the_run(server, world):
    worker = server.worker()
    state = server.ended(
        server.trigger("refresh/daily", raw=str(world.folder / "missing"), out=str(world.out))
    )
    assert state.is_failed()
    assert "no such folder" in state.message
    kill(worker)


def holder(world):
    """The process that writes, or None."""
    with contextlib.suppress(OSError, ValueError):
        return json.loads((world.out / ".lock.json").read_text())["pid"]
    return None


def test_a_second_run_is_refused_and_after_both_were_killed_a_command_frees_the_slot(server, slow_world):
    before = {row["document"] for row in slow_world.rows("observations")}
    worker = server.worker()
    first = server.trigger("refresh/daily", **folders(slow_world), workers=1)
    flow = until(lambda: holder(slow_world), "a refresh that writes")
    second = server.ended(server.trigger("refresh/daily", **folders(slow_world)))
    assert second.is_cancelled(), second
    assert "set to Crashed" not in server.wagebook("free-slot", "--out", slow_world.out, check=False).stdout
    kill(worker)
    with contextlib.suppress(ProcessLookupError):
        os.kill(flow, signal.SIGKILL)
    assert server.runs()[first].state.is_running()
    assert {row["document"] for row in slow_world.rows("observations")} == before
    assert "set to Crashed" in server.wagebook("free-slot", "--out", slow_world.out).stdout
    worker = server.worker()
    state = server.ended(server.trigger("refresh/daily", **folders(slow_world)), seconds=240)
    assert state.is_completed(), state.message
    assert len({row["document"] for row in slow_world.rows("documents")}) == 251
    kill(worker)


def test_a_flow_that_is_killed_leaves_the_last_release_and_the_next_run_completes(server, slow_world):
    worker = server.worker()
    first = server.trigger("refresh/daily", **folders(slow_world), workers=1)
    flow = until(lambda: holder(slow_world), "a refresh that writes")
    os.kill(flow, signal.SIGKILL)
    assert server.ended(first).is_crashed()
    assert {row["document"] for row in slow_world.rows("documents")} == {"guides/acme.md"}
    state = server.ended(server.trigger("refresh/daily", **folders(slow_world)), seconds=240)
    assert state.is_completed(), state.message
    kill(worker)


def test_serving_needs_no_pool_and_no_worker(server, world):
    command = "from flows.cli import main; main()"
    serving = server.start(
        sys.executable, "-c", command, "serve", "--raw", str(world.raw), "--out", str(world.out)
    )

    def served():
        with server.client() as client:
            return {one.name for one in client.read_deployments()} >= {"served"}

    until(served, "both deployments served")
    state = server.ended(server.trigger("refresh/served"))
    assert state.is_completed(), (server.folder / "out.log").read_text()
    assert (world.out / "current").exists()
    kill(serving)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["alarms"], "the Prefect server cannot be reached"),
        (["free-slot", "--out", "."], "the Prefect server cannot be reached"),
        (["refresh"], "the Prefect server cannot be reached"),
        (["serve", "--refresh", "at dawn"], "is no time for a schedule"),
        (["serve", "--timezone", "Mars/Olympus"], "is no time for a schedule"),
    ],
)
def test_what_cannot_be_done_is_named_with_a_remedy(tmp_path, command, message):
    environment = os.environ | {
        "PREFECT_API_URL": f"http://127.0.0.1:{free_port()}/api", "PREFECT_HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", "from flows.cli import main; main()", *command],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert message in " ".join(done.stderr.split())
    assert done.returncode == Exit.REFUSED
    assert "Traceback" not in done.stderr
