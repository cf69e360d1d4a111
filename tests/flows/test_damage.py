"""Releases that are not what was published: found, named, never shown to readers unasked, and made whole again."""

import datetime as dt
import json
import shutil

import pytest

from flows import build, verify
from flows.errors import Damaged, Exit
from flows.releases import PACKAGE, RUN, Releases
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World, contents, guide


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.refresh(as_of=dt.date(2026, 2, 1))
    world.put("guides/bolt.md", guide("Bolt", "$140K-$190K"))
    world.refresh()
    return world


def spoil(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("observations.parquet", spoil),
        ("levels.parquet", lambda file: file.unlink()),
        ("changes.parquet", spoil),
        ("reviews.ics", spoil),
        (PACKAGE, lambda file: file.write_text("{")),
        (PACKAGE, lambda file: file.unlink()),
        (RUN, lambda file: file.unlink()),
        (RUN, lambda file: file.write_text("{}")),
    ],
)
def test_a_full_refresh_of_the_same_input_puts_a_damaged_file_right(world, name, damage):
    whole, release = contents(world.out), Releases(world.out).named(None)
    damage(release.path / name)
    summary = world.refresh(full=True)
    assert (summary.release, summary.published) == (release.name, True)
    assert f"{name}" in summary.why
    assert "did not hold what was published" in summary.why
    assert contents(world.out) == whole
    assert all(check.right for check in verify.release(Releases(world.out).named(None), world.raw))
    assert world.refresh(full=True).why == "made again, byte for byte the same"


def test_a_table_in_several_files_is_put_right_too(world, tmp_path):
    out = tmp_path / "pieces"
    world.refresh(out=out, rows_a_file=20_000)
    table = out / "current" / "observations.parquet"
    whole = {file.name: file.read_bytes() for file in table.iterdir()}
    shutil.copy(table / "part-000000.parquet", table / "part-000001.parquet")
    assert "observations.parquet" in world.refresh(out=out, rows_a_file=20_000, full=True).why
    assert {file.name: file.read_bytes() for file in table.iterdir()} == whole
    for file in table.iterdir():
        file.unlink()
    done = wagebook("verify", "--raw", world.raw, "--out", out, check=Exit.DAMAGED)
    assert "cannot be read: a folder with nothing in it" in done.stdout


def test_a_dry_run_mends_nothing(world):
    release = Releases(world.out).named(None)
    spoil(release.table("observations"))
    assert not world.refresh(full=True, dry_run=True).published
    assert build.damaged(release) == ["observations.parquet"]


def test_readers_are_not_sent_back_to_a_release_that_is_not_whole(world):
    first, second = Releases(world.out).all()
    first.table("ledger").unlink()
    done = wagebook("releases", "rollback", "--out", world.out, check=Exit.DAMAGED)
    assert "ledger.parquet" in done.stderr
    assert (world.out / "current").readlink().name == second.name


def test_the_order_of_releases_of_a_day_is_that_in_which_they_were_made(world):
    world.put("guides/bolt.md", guide("Bolt", "$145K-$190K"))
    world.refresh()
    names = [release.name for release in Releases(world.out).all()]
    for number, release in enumerate(Releases(world.out).all()):
        run = json.loads((release.path / RUN).read_text())
        (release.path / RUN).write_text(json.dumps(run | {"made": f"2026-03-01T10:00:0{number}+00:00"}))
    (world.out / "releases" / names[1] / "reviews.ics").unlink()  # changes the time of its folder
    assert [release.name for release in Releases(world.out).all()] == names


@pytest.mark.parametrize("command", [("explain", "0"), ("expect",), ("lookups",), ("review",)])
def test_commands_that_look_at_a_damaged_release_say_so(world, command):
    for name in ("observations", "documents"):
        Releases(world.out).named(None).table(name).unlink()
    done = wagebook(*command, "--raw", world.raw, "--out", world.out, check=Exit.DAMAGED)
    assert "missing or unreadable" in done.stderr
    assert "refresh --full" in done.stderr


def test_a_table_emptied_is_damage(world):
    table = world.out / "current" / "observations.parquet"
    table.unlink()
    table.mkdir()
    with pytest.raises(Damaged, match="missing or unreadable"):
        world.refresh(as_of=dt.date(2026, 3, 2))


def test_evidence_of_documents_that_have_changed_counts_as_not_compared(world):
    for name in ("acme", "bolt"):
        world.put(f"guides/{name}.md", guide(name, "$1K"))
    done = wagebook("verify", "--raw", world.raw, "--out", world.out, check=0)
    assert "not compared" in done.stdout
    assert "observations: none of" in done.stdout
    assert "observations: 0 places" not in done.stdout


def test_a_document_that_had_no_text_has_not_changed(world):
    world.put("guides/picture.md", b"\x89PNG\x00\x01")
    world.refresh()
    done = wagebook("verify", "--raw", world.raw, "--out", world.out, check=0)
    assert "have changed or gone" not in done.stdout


def test_a_captured_page_is_read_and_due_alike_everywhere(world):
    page = "web/captured/pay/2026-02-20T090000Z.html"
    world.put("web/source.yaml", MANIFEST.replace("captured: 2026-01-01", "captured: 2025-01-01"))
    world.put(page, "<p>Köche verdienen £31,000 a year.</p>".encode("cp1252"))
    note = {
        "url": "https://a.example/pay",
        "final_url": "https://a.example/pay",
        "headers": {},
        "time": "2026-02-20T09:00:00Z",
        "status": 200,
        "sha256": "0" * 64,
        "size": 40,
        "charset": "cp1252",
    }
    world.put(page.replace("2026-02", ".2026-02") + ".json", json.dumps(note))
    world.refresh()
    (evidence,) = [row["evidence"] for row in world.rows("observations") if row["source"] == "web"]
    assert evidence == "£31,000 a year"
    assert "have changed" not in wagebook("verify", "--raw", world.raw, "--out", world.out, check=0).stdout
    assert "£31,000" in wagebook("preview", world.raw / page, check=0).stdout
    shown = wagebook(
        "review", "--raw", world.raw, "--out", world.out, "--as-of", "2026-03-01", "--json", check=0
    )
    queue = {one["document"]: (one["status"], one["due"]) for one in json.loads(shown.stdout)}
    table = {row["document"]: (row["status"], str(row["due"])) for row in world.rows("reviews")}
    assert queue == table


def test_a_day_without_changes_still_says_how_many_rows_there_are(world):
    rows = world.refresh(as_of=dt.date(2026, 3, 4)).rows
    again = world.refresh(as_of=dt.date(2026, 3, 4))
    assert again.why == "nothing has changed"
    assert again.rows == rows
    assert rows["observations"] > 0


@pytest.mark.parametrize("content", ["{}", '{"rows": {}, "unclaimed": []}'])
def test_an_unchanged_refresh_says_what_to_do_about_a_run_that_tells_nothing(world, content):
    (Releases(world.out).named(None).path / RUN).write_text(content)
    with pytest.raises(Damaged, match=r"run\.json: is not what Wagebook wrote") as stopped:
        world.refresh()
    assert "--full" in stopped.value.remedy
    world.refresh(full=True)
    assert world.refresh().why == "nothing has changed"


def test_an_unchanged_refresh_counts_what_the_one_that_built_the_release_counted(world):
    world.put("guides/core.md", guide("Core", "$160K-$170K"))
    built, again = world.refresh(), world.refresh()
    counted = ("rows", "statuses", "flags", "figures", "unclaimed", "due", "failed", "not_needed")
    assert again.why == "nothing has changed"
    assert [getattr(again, name) for name in counted] == [getattr(built, name) for name in counted]
    assert again.rows["observations"] > 0
