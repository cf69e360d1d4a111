"""A real Prefect server and what runs beside it, as processes of a test."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PREFECT = str(Path(sys.executable).with_name("prefect"))


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def until(found, what, seconds=120):
    """Wait for something to be true, and give it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if value := found():
                return value
        time.sleep(0.5)
    raise AssertionError(f"{what}: not within {seconds} s")


class Server:
    """A Prefect server, a work pool, and what is deployed from this checkout."""

    def __init__(self, folder, folder_of_project=ROOT):
        self.folder, self.port, self.running = folder, free_port(), []
        self.project = folder_of_project
        self.log = folder / "server.log"
        self.environment = os.environ | {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": f"http://127.0.0.1:{self.port}/api",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
            "PYTHONPATH": str(self.project),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "DO_NOT_TRACK": "1",
        }

    def start(self, *command, log=None):
        """A process of its own group, so that it can be killed with its children."""
        out = (self.folder / (log or "out.log")).open("ab")
        process = subprocess.Popen(
            command, cwd=self.project, env=self.environment, stdout=out, stderr=out, start_new_session=True
        )
        self.running.append(process)
        return process

    def call(self, *command, check=True):
        done = subprocess.run(
            command,
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def wagebook(self, *arguments, check=True):
        return self.call(
            sys.executable, "-c", "from flows.cli import main; main()", *map(str, arguments), check=check
        )

    def worker(self):
        """A worker that asks for runs; one that ends before it does so is started again, as a service manager would."""
        for _ in range(3):
            worker, before = self._begun()
            if self._stays(worker, before):
                return worker
        raise AssertionError(f"no worker stayed\n{self.told()}")

    def _begun(self):
        before = self._workers_started()
        command = (PREFECT, "worker", "start", "--pool", "wagebook", "--limit", "3")
        return self.start(*command, log="worker.log"), before

    def _stays(self, worker, before):
        until(lambda: self._workers_started() > before or worker.poll() is not None, "a worker that started")
        return worker.poll() is None

    def _workers_started(self):
        log = self.folder / "worker.log"
        return log.read_text(errors="replace").count("started!") if log.exists() else 0

    def client(self):
        from prefect.client.orchestration import SyncPrefectClient

        return SyncPrefectClient(self.environment["PREFECT_API_URL"])

    def runs(self):
        with self.client() as client:
            return {run.id: run for run in client.read_flow_runs(limit=200)}

    def trigger(self, deployment, **parameters):
        with self.client() as client:
            found = client.read_deployment_by_name(deployment)
            return client.create_flow_run_from_deployment(found.id, parameters=parameters).id

    def met(self, run_id, found, what):
        """What is found while a run is going on; a run that ends before it fails at once, and says how it ended."""

        def look():
            if value := found():
                return value
            state = self.runs()[run_id].state
            assert not state.is_final(), f"{what}: the run ended, {state!r}\n{self.told()}"
            return None

        try:
            return until(look, what)
        except AssertionError as error:
            raise AssertionError(f"{error}; {self.runs()[run_id].state!r}\n{self.told()}") from error

    def told(self, lines=40):
        """The last that workers and the server said."""
        logs = [self.folder / "worker.log", self.log]
        return "\n".join(
            "\n".join([f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-lines:]])
            for log in logs
            if log.exists()
        )

    def ended(self, run_id, seconds=120):
        """The state in which a run came to its end."""

        def final():
            state = self.runs()[run_id].state
            return state if state.is_final() else None

        return until(final, f"end of run {run_id}", seconds)

    def stop(self):
        for process in reversed(self.running):
            kill(process)


def kill(process):
    """End a process and its group; of one that was waited for, the number may be another's by now."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def healthy(server):
    with contextlib.suppress(Exception), server.client() as client:
        return client.api_healthcheck() is None
    return False
