"""A real Prefect server and worker on loopback: deployed, scheduled, triggered, refused, killed, and told about."""

import contextlib
import http.server
import json
import os
import signal
import subprocess
import sys
import threading

import pytest
from prefect.client.schemas.filters import TaskRunFilter, TaskRunFilterTags

from flows.errors import Exit
from flows.prefect_alarms import declared
from flows.prefect_artifacts import asset_key
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
        assets = until(
            lambda: [
                event
                for event in client._client.post(
                    "/events/filter",
                    json={"filter": {"event": {"prefix": ["prefect.asset.materialization"]}}},
                ).json()["events"]
                if event["resource"]["prefect.resource.id"] == asset_key(str(world.out))
            ],
            "the release as an asset",
            seconds=60,
        )
        tagged = client.read_task_runs(
            task_run_filter=TaskRunFilter(tags=TaskRunFilterTags(all_=["source:guides"]))
        )
    assert artifacts >= {"wagebook-refresh", "wagebook-changes", "wagebook-quality", "wagebook-progress"}
    assert assets
    assert [run.name for run in tagged] == ["read from guides/acme.md"]
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
    flow = server.met(first, lambda: holder(slow_world), "a refresh that writes")
    os.kill(flow, signal.SIGSTOP)  # however late the second one begins, the first is still at it
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
    flow = server.met(first, lambda: holder(slow_world), "a refresh that writes")
    os.kill(flow, signal.SIGKILL)
    assert server.ended(first).is_crashed()
    assert {row["document"] for row in slow_world.rows("documents")} == {"guides/acme.md"}
    state = server.ended(server.trigger("refresh/daily", **folders(slow_world)), seconds=240)
    assert state.is_completed(), state.message
    kill(worker)


def test_a_worker_that_is_killed_alone_leaves_a_whole_release_and_the_next_run_completes(server, slow_world):
    worker = server.worker()
    first = server.trigger("refresh/daily", **folders(slow_world), workers=1)
    server.met(first, lambda: holder(slow_world), "a refresh that writes")
    kill(worker)
    assert {row["document"] for row in slow_world.rows("documents")} == {"guides/acme.md"}
    until(lambda: holder(slow_world) is None, "the end of the refresh that lost its worker", seconds=240)
    assert len(slow_world.rows("documents")) in (1, 251)
    # Whether it was told in time or not, the run must not hold the slot for ever.
    if not server.runs()[first].state.is_final():
        server.wagebook("free-slot", "--out", slow_world.out)
    worker = server.worker()
    state = server.ended(server.trigger("refresh/daily", **folders(slow_world)), seconds=240)
    assert state.is_completed(), state.message
    assert len(slow_world.rows("documents")) == 251
    kill(worker)


def test_serving_needs_no_pool_and_no_worker(server, world):
    command = "from flows.cli import main; main()"
    serving = server.start(
        sys.executable, "-c", command, "serve", "--raw", str(world.raw), "--out", str(world.out)
    )

    def served():
        with server.client() as client:
            return [one.name for one in client.read_deployments()].count("served") == 3

    until(served, "three deployments served")
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


def test_a_server_of_another_version_is_refused(tmp_path):
    """A stand-in for one that cannot be had here: it answers what is asked first of all."""

    class Old(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = b'"2.19.0"' if self.path.endswith("/version") else b"{}"
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Old)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = os.environ | {
        "PREFECT_API_URL": f"http://127.0.0.1:{server.server_port}/api", "PREFECT_HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    for command in (["alarms"], ["refresh", "--raw", str(tmp_path)]):
        done = subprocess.run(
            [sys.executable, "-c", "from flows.cli import main; main()", *command],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == Exit.REFUSED, done.stderr
        assert "the Prefect server is version 2.19.0" in " ".join(done.stderr.split())
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("{name: wagebook}", "{name: nowhere}", "nowhere"),
        ('"0 5 * * *"', '"at dawn"', "cron"),
    ],
)
def test_a_pool_or_a_time_that_is_none_is_named(server, tmp_path, right, wrong, message):
    text = (ROOT / "prefect.yaml").read_text(encoding="utf-8").replace("name: daily", "name: wrong")
    file = tmp_path / "prefect.yaml"
    file.write_text(text.replace(right, wrong))
    done = server.call(PREFECT, "--no-prompt", "deploy", "--all", "--prefect-file", str(file), check=False)
    assert done.returncode != 0, done.stdout
    assert message in (done.stdout + done.stderr)
    with server.client() as client:
        wrong = [one.entrypoint for one in client.read_deployments() if one.name == "wrong"]
    assert not any("refresh_flow" in entrypoint for entrypoint in wrong)
