"""What programs are told of a refresh: events as JSON, numbers for Prometheus, run events of OpenLineage."""

import json
import sys

import pytest
from prometheus_client.parser import text_string_to_metric_families

from flows import disk
from flows.errors import Exit
from tests.flows.serving import free_port
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


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("option", "missing"),
    [
        ("--metrics", "none/m.prom"),
        ("--metrics", ""),
        ("--lineage", "none/l.jsonl"),
        ("--lineage", "http://"),
    ],
)
def test_what_could_never_be_told_is_refused_before_anything_is_read(world, tmp_path, option, missing):
    place = missing if "://" in missing else tmp_path / missing
    assert option in refresh(world, option, place, check=Exit.REFUSED).stderr
    assert not world.out.exists()


def test_lineage_without_its_extra_names_it(world, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "openlineage.client.transport.file", None)
    said = refresh(world, "--lineage", tmp_path / "l.jsonl", check=Exit.REFUSED).stderr
    assert "wagebook[lineage]" in said
    assert not world.out.exists()


def test_a_collector_that_is_down_changes_nothing_of_what_came_of_the_run(world):
    collector = f"http://127.0.0.1:{free_port()}"
    done = refresh(world, "--lineage", collector)
    assert (world.out / "current" / "observations.parquet").is_file()
    assert f"{collector}: the run could not be told (COMPLETE)" in words(done.stdout)


def no_disk(monkeypatch):
    def full(file, text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "replace", full)


def test_numbers_that_cannot_be_written_are_a_warning_of_a_run_that_published(world, tmp_path, monkeypatch):
    no_disk(monkeypatch)
    events = told(refresh(world, "--log-format", "json", "--metrics", tmp_path / "m.prom"))
    assert [event["event"] for event in events] == ["refresh.started", "warning", "refresh.finished"]
    assert "No space left" in events[1]["message"]
    assert events[-1]["published"] is True


def test_what_stopped_a_run_is_told_first_even_where_telling_fails_too(world, tmp_path, monkeypatch):
    no_disk(monkeypatch)
    folders = ("--raw", tmp_path / "missing", "--out", world.out)
    done = wagebook("refresh", "--direct", "--metrics", tmp_path / "m", *folders, check=Exit.REFUSED)
    said = words(done.stderr)
    assert said.index("no such folder") < said.index("the numbers could not be written")
