"""The guess whether a few documents have changed, and what a worker loads then."""

from dataclasses import replace

import pytest

from flows import early, ready
from flows.options import Options
from schemas.tables import validation
from tests.flows.world import DAY, World, guide


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/a.md", guide("Orbison", "$100K"))
    world.put("guides/deeper/b.md", guide("Presley", "$90K"))
    return world


def test_nothing_is_seen_where_nothing_changed(world):
    options = Options(world.raw, world.out, DAY)
    assert not early.few_have_changed(options)  # there is no release yet
    world.refresh()
    assert not early.few_have_changed(options)


@pytest.mark.parametrize("name", ["guides/a.md", "guides/deeper/new.md", "new/c.md"])
def test_a_changed_or_new_document_is_seen(world, name):
    world.refresh()
    world.put(name, "Analysts earn $90K.")
    assert early.few_have_changed(Options(world.raw, world.out, DAY))


def test_what_needs_many_workers_or_none_begins_no_early_one(world):
    world.refresh()
    world.put("guides/a.md", "Analysts earn $90K.")
    options = Options(world.raw, world.out, DAY)
    assert early.few_have_changed(options)
    assert not early.few_have_changed(replace(options, full=True))
    assert not early.few_have_changed(Options.at("s3://bucket/raw", str(world.out)))
    world.put("guides/.hidden/c.md", "x" * 2 * early.MOST_BYTES)
    assert early.few_have_changed(options)
    world.put("guides/c.md", "x" * 2 * early.MOST_BYTES)
    assert not early.few_have_changed(options)


def test_a_worker_gets_ready_by_reading(monkeypatch):
    judged = []
    real = validation.split
    monkeypatch.setattr(validation, "split", lambda *given: judged.append(real(*given)))
    ready._read_a_sample()
    [(rows, failures)] = judged
    assert len(rows) >= 3
    assert failures == []
