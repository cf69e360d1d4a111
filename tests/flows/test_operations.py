"""The commands of `docs/operations.md` are run, in their order, in a fresh clone with a server of its own.

Those that need an object store or a cluster are run by `test_objects` and `test_dask`.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.serving import ROOT, Server, healthy, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("prefect-server")]

PAGE = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh ?(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
INDENTED = re.findall(r"(?<=\n\n)((?:    \S.*\n)+)", PAGE)
ELSEWHERE = (
    "PREFECT_SERVER_DATABASE_CONNECTION_URL=",
    "export AWS_ACCESS_KEY_ID=",
    "wagebook refresh --runner dask",
)
SHIM = f'#!/bin/sh\nexec {sys.executable} -c \'import sys; from flows.cli import main; sys.argv[0] = "wagebook"; main()\' "$@"\n'


@pytest.fixture
def server(tmp_path):
    clone = tmp_path / "project"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, clone / name)
    server = Server(tmp_path, folder_of_project=clone)
    shim = clone / ".venv/bin/wagebook"
    shim.parent.mkdir(parents=True)
    shim.write_text(SHIM)
    shim.chmod(0o755)
    server.environment["PATH"] = f"{shim.parent}:{server.environment['PATH']}"
    yield server
    server.stop()


def test_the_page_has_blocks_of_every_kind():
    assert {kind for kind, _ in BLOCKS} == {"", "background", "units", "upgrade"}


def test_what_stands_beside_the_blocks_is_cron_s_line_and_what_other_tests_run():
    lines = [block.lstrip() for block in INDENTED]
    assert lines[0].startswith("0 5 * * *  cd /srv/wagebook && ")
    assert [next((start for start in ELSEWHERE if line.startswith(start)), line) for line in lines[1:]] == [
        *ELSEWHERE
    ]


def test_cron_s_line_publishes_a_release(server):
    command = INDENTED[0].split(maxsplit=5)[5].replace("/srv/wagebook", str(server.project))
    server.call("sh", "-c", command)
    assert (server.project / "normalized/current/observations.parquet").is_file()


def test_the_commands_of_the_page_lead_to_a_running_schedule(server):
    for kind, text in BLOCKS:
        text = text.replace("--port 4200", f"--port {server.port}").replace(":4200/", f":{server.port}/")
        if kind == "background":
            server.start("bash", "-c", f"exec {text.strip()}", log="background.log")
            if "server start" in text:
                until(lambda: healthy(server), "a healthy server")
        elif kind == "":
            server.call("bash", "-euo", "pipefail", "-c", text)
        elif kind == "upgrade":
            # Fetching and setting up are what CI does; the server's part is done here.
            own = "\n".join(line for line in text.splitlines() if line.startswith("prefect"))
            server.call("bash", "-euo", "pipefail", "-c", own)
    assert (server.project / "restored/normalized/current/observations.parquet").is_file()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze here")
def test_the_units_are_right(tmp_path):
    (command,) = [text.strip() for kind, text in BLOCKS if kind == "units"]
    assert command.startswith("systemd-analyze verify")
    units = []
    for name in command.split()[2:]:
        # The programs that units start stand where the project is, wherever that is in a test.
        text = (
            (ROOT / name).read_text(encoding="utf-8").replace("/srv/wagebook/.venv/bin/", f"{tmp_path}/bin/")
        )
        text = text.replace("/srv/wagebook", str(tmp_path)).replace("User=wagebook", "User=root")
        unit = tmp_path / Path(name).name
        unit.write_text(text)
        units.append(str(unit))
    for program in ("prefect", "wagebook"):
        file = tmp_path / "bin" / program
        file.parent.mkdir(exist_ok=True)
        file.write_text("#!/bin/sh\n")
        file.chmod(0o755)
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, timeout=60, check=False
    )
    own = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "wagebook" in line]
    assert (own, done.returncode) == ([], 0), done.stderr
