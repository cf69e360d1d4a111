"""What programs are told of a refresh: events as JSON, numbers for Prometheus, run events of OpenLineage."""

import json

import pytest
from prometheus_client.parser import text_string_to_metric_families

from flows.errors import Exit
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World, guide


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    return world


def refresh(world, *options, check=0):
    folders = ("--raw", world.raw, "--out", world.out)
    return wagebook(
        "refresh", "--direct", "--as-of", "2026-03-01", "--workers", 1, *folders, *options, check=check
    )


def told(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_event_is_a_line_of_json(world):
    world.put("guides/zip.md", b"PK\x03\x04\0")
    world.put("broken/source.yaml", "titel: x\n")
    world.put("broken/a.md", guide("Bolt", "$120K"))
    events = told(refresh(world, "--log-format", "json", check=Exit.INCOMPLETE))
    assert [event["event"] for event in events] == [
        "refresh.started", "document.failed", "source.stopped", "refresh.finished",
    ]  # fmt: skip
    assert events[1]["document"] == "guides/zip.md"
    assert events[-1]["rows"]["documents"] == 2
    assert (events[-1]["exit"], events[-1]["published"]) == (3, True)


def test_a_refresh_that_publishes_nothing_says_why_as_json(world, tmp_path):
    metrics = tmp_path / "wagebook.prom"
    folders = ("--raw", tmp_path / "missing", "--out", world.out)
    done = wagebook(
        "refresh", "--direct", "--log-format", "json", "--metrics", metrics, *folders, check=Exit.REFUSED
    )
    assert told(done)[-1]["event"] == "refresh.failed"
    assert "no such folder" in told(done)[-1]["reason"]
    (family,) = text_string_to_metric_families(metrics.read_text())
    assert family.samples[0].value == Exit.REFUSED


def test_numbers_are_those_of_the_release(world, tmp_path):
    metrics = tmp_path / "wagebook.prom"
    refresh(world, "--metrics", metrics)
    families = {family.name: family for family in text_string_to_metric_families(metrics.read_text())}
    rows = {sample.labels["table"]: sample.value for sample in families["wagebook_refresh_rows"].samples}
    assert rows["observations"] == len(world.rows("observations"))
    assert {sample.labels["stage"] for sample in families["wagebook_refresh_stage_seconds"].samples} >= {
        "plan",
        "build",
    }


def test_a_run_is_told_to_openlineage(world, tmp_path):
    file = tmp_path / "lineage.jsonl"
    refresh(world, "--lineage", file)
    start, end = (json.loads(line) for line in file.read_text().splitlines())
    assert (start["eventType"], end["eventType"]) == ("START", "COMPLETE")
    assert start["run"]["runId"] == end["run"]["runId"]
    assert end["inputs"][0]["name"] == str(world.raw.resolve())
    assert end["outputs"][0]["name"].startswith(str(world.out.resolve()))


def test_lineage_that_cannot_be_told_is_named(world):
    said = refresh(world, "--lineage", "/nowhere/at/all/lineage.jsonl", check=Exit.REFUSED).stderr
    assert "the run could not be told" in " ".join(said.split())
