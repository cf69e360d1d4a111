import datetime as dt
import errno
import os
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows import disk, intake, process
from flows.errors import Busy, Damaged, Exit, Stop
from flows.lock import writing
from flows.releases import Releases
from normalizers import observations
from tests.flows.world import DAY, MANIFEST, Extractor, World, contents, guide


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put("guides/deep/bolt.md", guide("Bolt", "$120K-$140K", "Remote"))
    world.put("loose.txt", "Senior engineers at Crux make $200,000 a year.\n")
    return world


def test_a_release_holds_every_table_and_says_how_it_was_made(world):
    summary = world.refresh()
    assert summary.published
    assert summary.exit == Exit.OK
    release = Releases(world.out).current()
    assert release.name == summary.release
    assert (world.out / "current").readlink().as_posix() == f"releases/{release.name}"
    assert {r["name"]: r["rows"] for r in release.package["resources"]} == summary.rows
    assert release.run["before"] is None
    assert release.run["differs"] == "first release"
    rows = world.rows("observations")
    assert [r["document"] for r in rows] == [*sorted(r["document"] for r in rows[:-1]), "loose.txt"]
    assert {r["publisher"] for r in rows} == {"A press", None}
    assert not (world.out / ".work").exists()


def test_the_same_input_makes_the_same_release_once(world):
    first = world.refresh()
    again = world.refresh()
    assert (again.release, again.published, again.why) == (first.release, False, "nothing has changed")
    other = world.refresh(out=world.folder / "other")
    assert other.release == first.release
    assert contents(world.out) == contents(world.folder / "other")
    made_again = world.refresh(full=True)
    assert (made_again.published, made_again.why) == (False, "made again, byte for byte the same")
    assert len(Releases(world.out).all()) == 1


def test_the_summary_names_where_figures_are_left_that_nobody_interpreted(world):
    assert world.refresh().unclaimed == {"document": [], "shape": []}
    world.put(
        "odd.txt", "The colour was seen by 17% of all, and by 18.5% later.\n\nOf the walls 23% were blue.\n"
    )
    summary = world.refresh()
    left = [r for r in world.rows("ledger") if r["disposition"] == "unclaimed"]
    assert left
    assert summary.unclaimed["document"] == [("odd.txt", len(left))]
    assert summary.unclaimed["shape"] == [("#%", len(left))]
    assert sum(summary.figures.values()) == len(world.rows("ledger"))


def test_workers_make_the_same_bytes(world):
    world.refresh()
    world.refresh(out=world.folder / "other", workers=2)
    assert contents(world.out) == contents(world.folder / "other")


def test_only_what_changed_is_read(world, monkeypatch):
    world.refresh()
    read = []
    one = process.one

    def noted(raw, source, ask):
        read.append(ask.document)
        return one(raw, source, ask)

    monkeypatch.setattr(process, "one", noted)
    world.put("guides/acme.md", guide("Acme", "$151K-$180K"))
    assert world.refresh().documents == {"read": 1, "carry": 2, "gone": 0}
    (world.raw / "loose.txt").unlink()
    assert world.refresh().documents == {"carry": 2, "gone": 1}
    world.put("guides/source.yaml", MANIFEST + "url: https://example.org\n")
    assert world.refresh().documents == {"read": 2, "gone": 0}
    assert world.refresh(as_of=DAY + dt.timedelta(days=1)).documents == {"carry": 2, "gone": 0}
    assert read == ["guides/acme.md", "guides/acme.md", "guides/deep/bolt.md"]


def test_the_date_changes_what_depends_on_it_and_nothing_else(world):
    world.refresh()
    assert {r["review_status"] for r in world.rows("documents") if r["source"] == "guides"} == {"current"}
    later = world.refresh(as_of=dt.date(2026, 12, 1))
    assert later.published
    assert {r["review_status"] for r in world.rows("observations") if r["source"] == "guides"} == {"overdue"}
    assert {r["freshness"] for r in world.rows("observations")} == {"expired"}


def test_what_can_be_seen_of_a_document_as_a_whole_is_flagged(world):
    world.put("guides/odd.md", "The colour was seen by 17% of all, and by 18.5% later.\n")
    world.refresh()
    flags = {row["document"]: row["flags"] for row in world.rows("documents")}
    assert flags["guides/odd.md"] == ["unclaimed_figures", "undated"]
    assert flags["guides/acme.md"] == []


def test_a_bad_document_costs_its_own_rows_only(world):
    world.refresh()
    good = world.rows("observations")
    bad = {
        "guides/empty.md": (b"", "empty"),
        "guides/zip.md": (b"PK\x03\x04\x00\x00", "binary"),
        "guides/latin.md": ("Pay: £75K".encode("latin-1"), "undecodable"),
    }
    for name, (content, _) in bad.items():
        world.put(name, content)
    (world.raw / "guides" / "out.md").symlink_to("/etc/hostname")
    summary = world.refresh()
    assert summary.exit == Exit.INCOMPLETE
    statuses = {r["document"]: r["status"] for r in world.rows("documents") if r["status"] != "read"}
    assert statuses == {name: status for name, (_, status) in bad.items()} | {"guides/out.md": "outside"}
    assert {name for name, _, _ in summary.failed} == set(statuses)
    assert world.rows("observations") == good


def test_an_extractor_that_fails_on_a_document_costs_that_document(world):
    extractor = Extractor(world.folder / "more", "guides")
    try:
        extractor.write(
            "from extractors import default\n\n\ndef extract(document):\n"
            "    if 'Bolt' in document.text:\n        raise KeyError('level')\n    yield from default.extract(document)\n"
        )
        summary = world.refresh()
    finally:
        extractor.remove()
    assert [(name, status) for name, status, _ in summary.failed] == [("guides/deep/bolt.md", "failed")]
    assert "KeyError: 'level'" in summary.failed[0][2]
    assert "guides.py:6" in summary.failed[0][2]
    assert {r["document"] for r in world.rows("observations")} == {"guides/acme.md", "loose.txt"}


@pytest.mark.parametrize("how", ["manifest", "extractor"])
def test_a_source_that_cannot_be_read_keeps_its_last_good_rows(world, how):
    extractor = Extractor(world.folder / "more", "guides")
    try:
        extractor.write("from extractors.default import extract\n")
        world.refresh()
        good = world.rows("observations")
        if how == "manifest":
            world.put("guides/source.yaml", MANIFEST.replace("title", "titel"))
        else:
            extractor.write("import does_not_exist\n")
        summary = world.refresh()
        assert summary.exit == Exit.INCOMPLETE
        assert [name for name, _ in summary.sources] == ["guides"]
        stale = world.rows("observations")
        marked = [r["document"].startswith("guides/") for r in stale]
        assert [("stale_source" in r["flags"]) for r in stale] == marked
        assert [r["observation_id"] for r in stale] == [r["observation_id"] for r in good]
        assert {r["quality"] for r in stale if "stale_source" in r["flags"]} == {"low"}
        world.put("guides/source.yaml", MANIFEST)
        extractor.write("from extractors.default import extract\n")
        assert world.refresh().exit == Exit.OK
        assert world.rows("observations") == good
    finally:
        extractor.remove()


def test_one_source_alone_leaves_the_others_as_they_were(world):
    world.refresh()
    before = {r["observation_id"]: r for r in world.rows("observations")}
    world.put("guides/acme.md", guide("Acme", "$155K-$180K"))
    world.put("loose.txt", "Changed: $300,000 a year.\n")
    world.refresh(only=("guides",))
    rows = world.rows("observations")
    assert all(before[r["observation_id"]] == r for r in rows if r["document"] == "loose.txt")
    assert any(r["low"] == 155_000 for r in rows)


def test_a_dry_run_changes_nothing(world):
    summary = world.refresh(dry_run=True)
    assert not summary.published
    assert summary.rows["observations"] > 0
    assert not world.out.exists()


def test_a_release_that_lost_most_rows_is_not_published_unasked(world):
    name = world.refresh().release
    shutil.rmtree(world.raw / "guides")
    with pytest.raises(Stop, match="observations instead of") as caught:
        world.refresh()
    assert "--allow-shrink" in caught.value.remedy
    assert Releases(world.out).current().name == name
    assert world.refresh(allow_shrink=True).published


def test_old_releases_are_retired_but_never_the_last_two(world):
    names = [world.refresh(as_of=DAY + dt.timedelta(days=n), keep=3).release for n in range(5)]
    assert [r.name for r in Releases(world.out).all()] == names[-3:]
    summary = world.refresh(as_of=DAY + dt.timedelta(days=9), keep=1)
    assert [r.name for r in Releases(world.out).all()] == [names[-1], summary.release]
    assert summary.retired == names[2:4]


def test_a_second_writer_is_told_who_holds_the_lock(world):
    world.refresh()
    with writing(world.out), pytest.raises(Busy, match=f"process {os.getpid()} of .* since 20") as caught:
        world.refresh(full=True)
    assert "nothing has to be removed" in caught.value.remedy


@pytest.mark.parametrize("change", ["bytes", "gone"])
def test_a_document_that_changes_while_it_is_read_stops_the_run(world, monkeypatch, change):
    name = world.refresh().release
    world.put("guides/acme.md", guide("Acme", "$151K-$180K"))
    read = intake.read

    def meanwhile(raw, file, source):
        if change == "gone":
            (raw / file).unlink()
        else:
            (raw / file).write_text("other")
        return read(raw, file, source)

    monkeypatch.setattr(intake, "read", meanwhile)
    with pytest.raises(Stop, match=r"acme\.md: changed while"):
        world.refresh()
    assert Releases(world.out).current().name == name
    assert not (world.out / ".work").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_leaves_the_last_release(world, monkeypatch, number):
    before = world.refresh().release
    world.put("guides/acme.md", guide("Acme", "$151K-$180K"))

    def refuse(handle):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(Stop, match="nothing was published"):
            world.refresh()
    assert Releases(world.out).current().name == before
    assert world.refresh().published


def test_a_folder_that_refuses_is_only_taken_for_the_dataset_where_it_is(tmp_path):
    def refused(place):
        with disk.explained(tmp_path / "made" / "out"):
            raise PermissionError(errno.EACCES, "Permission denied", str(place))

    for place in (tmp_path / "made/out/.work", tmp_path / "made/out", tmp_path / "made"):
        with pytest.raises(Stop, match="nothing was published") as caught:
            refused(place)
        assert "--out" in caught.value.remedy
    with pytest.raises(PermissionError):
        refused(tmp_path / "raw" / "guides")


def test_two_names_that_would_read_alike_are_two_documents(world):
    world.put("guides/caf\\xe9.md", guide("Acme", "$150K-$180K"))
    try:
        world.put(os.fsdecode(b"guides/caf\xe9.md"), guide("Bolt", "$120K-$140K"))
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    world.refresh()
    found = {row["document"]: row["company_name"] for row in world.rows("observations")}
    assert found["guides/caf\\xe9.md"] == "Bolt"
    assert found["guides/caf\\\\xe9.md"] == "Acme"


def test_out_inside_raw_and_an_empty_raw_are_refused(world, tmp_path):
    with pytest.raises(Stop, match="lies inside the raw folder"):
        world.refresh(out=world.raw / "guides" / "out")
    with pytest.raises(Stop, match="no documents"):
        World(tmp_path / "empty").refresh()
    assert not (world.raw / "guides" / "out").exists()


def test_a_clock_that_was_set_back_is_noticed(world):
    world.refresh(as_of=DAY + dt.timedelta(days=1))
    with pytest.raises(Stop, match="the clock says 2026-03-01, but the current release is as of 2026-03-02"):
        world.refresh(as_of=None)


def test_a_pointer_to_nothing_is_named_and_mended_by_a_full_refresh(world):
    first = world.refresh()
    shutil.rmtree(world.out / "releases" / first.release)
    with pytest.raises(Damaged, match="points to") as caught:
        world.refresh()
    assert "refresh --full" in caught.value.remedy
    assert world.refresh(full=True).published


def test_a_half_deleted_release_is_named_and_mended_by_a_full_refresh_of_new_input(world):
    world.refresh()
    (world.out / "current" / "provenance.parquet").unlink()
    world.put("guides/acme.md", guide("Acme", "$151K-$180K"))
    with pytest.raises(Damaged, match=r"missing or unreadable"):
        world.refresh()
    summary = world.refresh(full=True)
    assert summary.published
    assert summary.warnings


def test_a_release_of_an_older_schema_is_read_anew(world):
    world.refresh()
    file = world.out / "current" / "levels.parquet"
    pq.write_table(pa.table({"document": pa.array([], pa.string())}), file)
    world.put("guides/acme.md", guide("Acme", "$151K-$180K"))
    summary = world.refresh()
    assert summary.published
    assert summary.documents["read"] == 3
    assert "another version of Wagebook" in summary.warnings[0]


def test_evidence_that_does_not_stand_where_a_row_says_fails_the_document(world, monkeypatch):
    observe = observations.observe

    def moved(document, extracted, visible):
        found = observe(document, extracted, visible)
        if document.path == "guides/acme.md":
            found.observations[0]["char_start"] += 1
        return found

    monkeypatch.setattr(process, "observe", moved)
    summary = world.refresh()
    assert [(name, status) for name, status, _ in summary.failed] == [("guides/acme.md", "failed")]
    assert "does not stand at" in summary.failed[0][2]


def test_a_row_that_fails_validation_goes_into_quarantine_whole(world, monkeypatch):
    observe = observations.observe

    def spoiled(document, extracted, visible):
        found = observe(document, extracted, visible)
        if document.path == "guides/acme.md":
            found.observations[0]["component"] = "basis"
        return found

    monkeypatch.setattr(process, "observe", spoiled)
    world.refresh()
    (row,) = world.rows("quarantine")
    assert (row["document"], row["column"], row["value"]) == ("guides/acme.md", "component", "basis")
    assert '"company_name": "Acme"' in row["row"]
    (document,) = [r for r in world.rows("documents") if r["document"] == "guides/acme.md"]
    parts = [document[name] for name in ("observed", "rejected", "not_pay", "unclaimed")]
    assert document["rejected"] == 1
    assert sum(parts) == document["figures"]
    kept = {r["observation_id"] for r in world.rows("observations")}
    assert {r["observation_id"] for r in world.rows("provenance")} <= kept
