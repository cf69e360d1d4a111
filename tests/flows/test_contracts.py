"""What a source is expected to give: one that gives less keeps its last good rows, and the others go on."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import yaml

from flows.errors import Exit, Stop
from schemas.manifest import parse
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World, contents, guide


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put(
        "guides/source.yaml", MANIFEST + "expect: {rows: {min: 4, max: 8}, filled: {place: {min: 0.4}}}\n"
    )
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put("guides/bolt.md", guide("Bolt", "$120K-$140K"))
    world.put("other/crux.txt", "Senior engineers at Crux make $200,000 a year.\n")
    return world


def rows(world, source):
    table = world.table("observations")
    return table.filter(pc.equal(table["source"], source)).to_pylist()


def test_a_source_below_a_minimum_keeps_its_rows_and_the_others_go_on(world):
    assert world.refresh().exit == Exit.OK
    before = [r["observation_id"] for r in rows(world, "guides")]
    assert len(before) == 6
    world.put("guides/acme.md", "Nothing is said of pay.\n")
    world.put("other/crux.txt", "Senior engineers at Crux make $210,000 a year.\n")
    summary = world.refresh()
    assert (summary.exit, summary.published) == (Exit.INCOMPLETE, True)
    assert summary.documents == {"keep": 2, "read": 1, "gone": 0}
    assert summary.sources == [
        (
            "guides",
            "expect.rows: 3, below the minimum of 4. Look at what changed in the documents; if it is right, "
            "change `expect` in guides/source.yaml",
        )
    ]
    assert [r["observation_id"] for r in rows(world, "guides")] == before
    assert all("stale_source" in r["flags"] for r in rows(world, "guides"))
    assert [(r["low"], r["flags"]) for r in rows(world, "other")] == [(210000, ["no_manifest"])]
    shown = wagebook("status", "--raw", world.raw, "--out", world.out, check=0).stdout
    assert "guides: stopped in the current release: expect.rows: 3, below the minimum of 4" in shown.replace(
        "\n", " "
    )
    again = world.refresh()
    assert (again.published, again.why, again.exit) == (False, "nothing has changed", Exit.INCOMPLETE)
    made_again = world.refresh(full=True)
    assert made_again.why == "made again, byte for byte the same"


def test_a_source_that_never_had_good_rows_is_left_out(world):
    world.put("guides/source.yaml", MANIFEST + "expect: {documents: {min: 3}}\n")
    summary = world.refresh()
    assert summary.exit == Exit.INCOMPLETE
    assert "expect.documents: 2, below the minimum of 3" in summary.sources[0][1]
    assert {r["source"] for r in world.rows("documents")} == {"other"}


def test_above_a_maximum_warns_and_nothing_more(world):
    world.put("guides/crux.md", guide("Crux", "$120K-$140K"))
    summary = world.refresh()
    assert (summary.exit, summary.warnings) == (
        Exit.OK,
        ["guides: expect.rows: 9, above the maximum of 8"],
    )
    assert len(rows(world, "guides")) == 9


def test_labels_that_are_no_longer_read_are_noticed(world):
    world.refresh()
    world.put(
        "guides/bolt.md", guide("Bolt", "$120K-$140K").replace("Location", "Xyz").replace("Boston", "n/a")
    )
    world.put(
        "guides/acme.md", guide("Acme", "$150K-$180K").replace("Location", "Xyz").replace("Boston", "n/a")
    )
    assert "expect.filled.place" in world.refresh().sources[0][1]
    assert {r["place"] for r in rows(world, "guides")} >= {"Boston"}


def test_a_source_that_shrinks_is_stopped_unless_a_person_says_so(world):
    world.put("guides/source.yaml", MANIFEST + "expect: {against_last: {min: 0.9}}\n")
    world.refresh()
    (world.raw / "guides" / "bolt.md").unlink()
    summary = world.refresh()
    assert "3 rows after 6, 0.50 of them, below the minimum of 0.9" in summary.sources[0][1]
    assert "--allow-shrink" in summary.sources[0][1]
    assert len(rows(world, "guides")) == 6
    allowed = world.refresh(allow_shrink=True)
    assert (allowed.exit, allowed.documents["gone"]) == (Exit.OK, 1)
    assert len(rows(world, "guides")) == 3


def test_a_stopped_source_stays_stopped_when_another_is_asked_for(world):
    world.refresh()
    world.put("guides/bolt.md", "Nothing.\n")
    first = world.refresh()
    world.put("other/crux.txt", "Senior engineers at Crux make $210,000 a year.\n")
    summary = world.refresh(only=("other",))
    assert (summary.exit, summary.sources) == (Exit.INCOMPLETE, first.sources)
    assert all("stale_source" in r["flags"] for r in rows(world, "guides"))
    world.put("guides/bolt.md", guide("Bolt", "$120K-$140K"))
    assert world.refresh().exit == Exit.OK
    assert not any("stale_source" in r["flags"] for r in rows(world, "guides"))


def test_a_source_that_was_not_asked_for_keeps_its_promises_too(world):
    world.refresh()
    world.put("guides/source.yaml", MANIFEST + "expect: {rows: {min: 100}}\n")
    assert "below the minimum of 100" in world.refresh(only=("other",)).sources[0][1]


def test_two_ways_of_making_a_release_with_a_stopped_source_give_the_same_bytes(world):
    world.refresh()
    world.refresh(out=world.folder / "other")
    world.put("guides/bolt.md", "Nothing.\n")
    one = world.refresh()
    assert one.sources
    assert world.refresh(out=world.folder / "other", full=True, workers=2).release == one.release
    assert contents(world.out) == contents(world.folder / "other")


def test_rows_that_cannot_be_taken_over_are_not_lost_without_a_word(world):
    first = world.refresh()
    levels = world.out / "current" / "levels.parquet"
    pq.write_table(pa.table({"document": pa.array([], pa.string())}), levels)
    world.put("guides/corrections.yaml", "- who: Ana\n")
    with pytest.raises(Stop, match="guides cannot be read, and the last good rows") as caught:
        world.refresh()
    assert "raw/guides/corrections.yaml:1: what is missing" in str(caught.value)
    assert (world.out / "current").readlink().name == first.release
    assert world.refresh(allow_shrink=True).exit == Exit.INCOMPLETE
    assert not rows(world, "guides")


def test_suggested_expectations_can_be_pasted(world):
    world.refresh()
    place = ["--raw", world.raw, "--out", world.out]
    shown = wagebook("expect", "--suggest", *place, check=0).stdout
    blocks = list(yaml.safe_load_all(shown))
    assert [block["expect"]["documents"] for block in blocks] == [{"min": 2}, {"min": 1}]
    pasted = wagebook("expect", "guides", "--suggest", *place, check=0).stdout
    assert parse(MANIFEST + pasted, "source.yaml").expect.rows.max == 9
    world.put("guides/source.yaml", MANIFEST + pasted)
    assert world.refresh().exit == Exit.OK
    assert "as expected" in wagebook("expect", "guides", *place, check=0).stdout
    assert "nothing is expected" in wagebook("expect", "other", *place, check=0).stdout
    assert "Did you mean guides?" in wagebook("expect", "guide", *place, check=Exit.REFUSED).stderr
