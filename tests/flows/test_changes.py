"""Changes in a release and on the command line: none for the same words elsewhere, exactly one for one edited cell."""

import json
import shutil

import pytest

from flows.commands.changes import between, page
from flows.errors import Exit
from flows.releases import Release, Releases
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World, guide

PAGE = "guides/acme.md"


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put(PAGE, guide("Acme", "$150K-$180K"))
    world.put("other/crux.txt", "Senior engineers at Crux make $200,000 a year.\n")
    world.refresh()
    return world


def edited(text):
    """One cell of the table, and nothing else."""
    return guide("Acme", "$150K-$180K").replace("| $150K-$180K |", f"| {text} |")


def changes(world, *options, check=0):
    return wagebook("changes", *options, "--out", world.out, check=check)


def test_a_first_release_and_the_same_release_again_have_none(world):
    assert world.rows("changes") == []
    world.refresh(full=True)
    assert world.rows("changes") == []


def test_a_paragraph_above_a_table_is_no_change(world):
    world.put(
        PAGE, guide("Acme", "$150K-$180K").replace("| Location", "Some words.\n\nMore words.\n\n| Location")
    )
    assert world.refresh().published
    assert world.rows("changes") == []


def test_another_name_of_a_document_is_no_change(world):
    (world.raw / PAGE).rename(world.raw / "guides/renamed.md")
    assert world.refresh().published
    assert world.rows("changes") == []


def test_one_edited_cell_is_one_change_with_both_evidences(world):
    world.put(PAGE, edited("$150K-$250K"))
    before = Releases(world.out).current().name
    world.refresh()
    (change,) = world.rows("changes")
    assert (change["change"], change["size"], change["flag"]) == ("moved", "large", "large_move")
    assert (change["evidence_before"], change["evidence_after"]) == ("$150K-$180K", "$150K-$250K")
    assert (change["document"], change["line_after"], change["release_before"]) == (PAGE, 11, before)
    ids = {row["observation_id"] for row in world.rows("observations")}
    assert change["observation_after"] in ids
    assert change["observation_before"] not in ids


def test_what_changed_is_shown_told_to_programs_and_kept(world):
    first = Releases(world.out).current().name
    world.put(PAGE, edited("$150K-$250K"))
    world.refresh()
    (world.raw / "other/crux.txt").unlink()
    world.refresh(allow_shrink=True)
    shown = changes(world).stdout
    assert "source vanished: other" in shown
    assert "0 moved (0 by more than 20 %), 1 removed, 0 added" in shown
    told = json.loads(changes(world, "--since", first, "--json").stdout)
    assert told["counts"] == {"moved": 1, "removed": 1, "added": 0, "large": 1}
    assert (told["documents_gone"], told["sources_gone"]) == (["other/crux.txt"], ["other"])
    kept, html = world.folder / "kept.parquet", world.folder / "page.html"
    changes(world, "--since", first, "--parquet", kept, "--html", html)
    assert kept.stat().st_size
    assert "$150K-$250K" in html.read_text()


def test_a_page_takes_nothing_that_a_document_says_for_markup(world):
    first = Releases(world.out).current()
    world.put(
        "guides/evil.md", guide("<script>alert(1)</script>", "$150K-$180K", "<img src=x onerror=alert(2)>")
    )
    world.refresh()
    text = page(between(first, Releases(world.out).current()))
    assert "<script>" not in text
    assert "<img" not in text


def test_there_must_be_an_earlier_release(world):
    said = changes(world, check=Exit.REFUSED).stderr
    assert "is the first release" in said


@pytest.mark.parametrize("harm", ["missing", "older"])
def test_an_earlier_release_that_cannot_be_compared_is_named(world, harm):
    first = Release(Releases(world.out).current().path)
    world.put(PAGE, edited("$150K-$250K"))
    if harm == "missing":
        shutil.copytree(first.path, world.folder / "copy")
        first.table("observations").unlink()
        assert world.refresh(full=True).published
    else:
        world.refresh()
        import pyarrow.parquet as pq

        pq.write_table(
            pq.read_table(first.table("observations")).drop_columns(["series_id"]),
            first.table("observations"),
        )
    said = " ".join(changes(world, "--since", first.name, check=Exit.DAMAGED).stderr.split())
    assert first.name in said
    assert "cannot be compared" in said
