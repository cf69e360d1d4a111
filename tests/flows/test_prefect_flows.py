"""The same refresh through Prefect, on a server that the test starts."""

import datetime as dt

import pytest

from flows.errors import Stop
from flows.options import Options
from tests.flows.world import DAY, MANIFEST, World, contents, guide

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300), pytest.mark.xdist_group("prefect")]


@pytest.fixture(scope="module")
def prefect():
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put("guides/zip.md", b"PK\x03\x04\0")
    return world


def test_the_flow_publishes_the_same_bytes_and_an_artifact(prefect, world):
    from prefect.client.orchestration import get_client

    from flows.prefect_flows import refresh_flow, run_refresh

    summary = run_refresh(Options(world.raw, world.out, DAY, workers=2), DAY)
    assert summary.published
    world.refresh(out=world.folder / "other")
    assert contents(world.out) == contents(world.folder / "other")
    with get_client(sync_client=True) as client:
        artifacts = client.read_artifacts()
        runs = client.read_flow_runs()
    (page,) = [a.data for a in artifacts if a.key == "wagebook-refresh"]
    assert isinstance(page, str)
    assert summary.release in page
    assert "guides/zip.md: binary" in page
    assert [run.name for run in runs]
    assert (
        refresh_flow(raw=str(world.raw), out=str(world.out), as_of=DAY, workers=1).why
        == "nothing has changed"
    )


def test_what_stops_a_refresh_comes_out_of_the_flow(prefect, world):
    from flows.prefect_flows import run_refresh

    with pytest.raises(Stop, match="no such folder"):
        run_refresh(Options(world.folder / "missing", world.out, dt.date(2026, 3, 1)), DAY)


def test_reviews_are_dated_anew_and_each_change_of_status_is_told_once(prefect, world, monkeypatch):
    from prefect.client.orchestration import get_client

    from flows import prefect_reviews

    told = []
    monkeypatch.setattr(prefect_reviews, "emit_event", lambda **event: told.append(event))
    world.refresh(as_of=dt.date(2026, 2, 1))

    def date_anew(day):
        told.clear()
        summary = prefect_reviews.review_flow(raw=str(world.raw), out=str(world.out), as_of=day)
        assert "read" not in summary.documents
        return [(event["event"], event["resource"]["prefect.resource.id"]) for event in told]

    page = "wagebook.document.guides/acme.md"
    assert (("wagebook.review.due", page) in date_anew(dt.date(2026, 4, 2))) is True
    assert date_anew(dt.date(2026, 4, 3)) == []
    assert date_anew(dt.date(2026, 4, 16)) == [("wagebook.review.overdue", page)]
    assert date_anew(dt.date(2026, 4, 17)) == []
    with get_client(sync_client=True) as client:
        queues = [str(a.data) for a in client.read_artifacts() if a.key == "wagebook-reviews"]
    assert any("guides/acme.md" in queue for queue in queues)


def test_only_runs_that_write_to_the_folder_are_freed(prefect, world):
    from prefect import flow
    from prefect.client.orchestration import get_client
    from prefect.states import Running

    from flows.prefect_capture import capture_flow
    from flows.prefect_flows import refresh_flow
    from flows.prefect_reviews import review_flow
    from flows.prefect_slots import free

    @flow
    def other(out):
        """Somebody else's."""

    here, there = str(world.out), str(world.folder / "there")
    world.refresh()
    with get_client(sync_client=True) as client:

        def begun(of, **parameters):
            return client.create_flow_run(of, parameters=parameters, tags=["wagebook"], state=Running())

        dead = [begun(refresh_flow, out=here), begun(review_flow, out=f"{here}/../out/")]
        alive = [
            begun(refresh_flow, out=there),
            begun(refresh_flow),
            begun(capture_flow, raw=str(world.raw)),
            begun(other, out=here),
        ]
        assert sorted(free(here)) == sorted(run.name for run in dead)
        states = {run.id: run.state.type.value for run in client.read_flow_runs()}
    assert {states[run.id] for run in dead} == {"CRASHED"}
    assert {states[run.id] for run in alive} == {"RUNNING"}
