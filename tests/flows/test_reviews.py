"""A document's way through current, due soon, overdue, reviewed and changed; and what is said of it to people and programs."""

import datetime as dt
import json
import os

import pytest
from icalendar import Calendar

from flows import freshness
from flows.errors import Exit, Stop
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World, contents, guide

PAGE = "guides/acme.md"  # updated 2026-01-15, every three months: due 2026-04-15


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put(PAGE, guide("Acme", "$150K-$180K"))
    world.put("loose/page.txt", "Seniors at Bolt make $200,000 a year.\n")
    return world


def day(text):
    return dt.date.fromisoformat(text)


def standing(world, as_of, document=PAGE):
    world.refresh(as_of=day(as_of))
    (row,) = [row for row in world.rows("reviews") if row["document"] == document]
    return row["status"], row["due"].isoformat() if row["due"] else None, row["days_overdue"]


def review(world, *options, check=0):
    return wagebook("review", *options, "--raw", world.raw, "--out", world.out, check=check)


def test_a_document_is_current_then_due_then_overdue_then_reviewed_then_changed(world):
    assert standing(world, "2026-02-01") == ("current", "2026-04-15", -73)
    assert standing(world, "2026-04-02") == ("due_soon", "2026-04-15", -13)
    assert standing(world, "2026-04-16") == ("overdue", "2026-04-15", 1)
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-04-16")
    assert standing(world, "2026-04-16") == ("current", "2026-07-16", -91)
    (row,) = [row for row in world.rows("reviews") if row["document"] == PAGE]
    assert (row["reviewed_on"], row["reviewed_by"]) == (day("2026-04-16"), "Ana")
    world.put(PAGE, guide("Acme", "$155K-$185K"))
    assert standing(world, "2026-04-17") == ("overdue", "2026-04-17", 0)
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-04-17", "--next", "2026-06-01")
    assert standing(world, "2026-04-17") == ("current", "2026-06-01", -45)


def test_a_rebuild_clears_no_review_and_a_review_reads_no_document(world):
    world.refresh()
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-02-20")
    summary = world.refresh()
    assert (summary.published, summary.documents) == (True, {"carry": 2, "gone": 0})
    reviewed = contents(world.out)
    world.refresh(out=world.folder / "anew", full=True)
    assert contents(world.folder / "anew") == reviewed


def test_a_review_that_is_yet_to_come_for_a_release_of_the_past_does_not_count(world):
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-02-25")
    assert standing(world, "2026-02-20") == ("current", "2026-04-15", -54)


def test_only_dating_anew_reads_nothing_even_where_documents_changed(world):
    world.refresh(as_of=day("2026-02-01"))
    world.put(PAGE, guide("Acme", "$999K"))
    world.put("guides/new.md", guide("New", "$100K"))
    summary = world.refresh(as_of=day("2026-05-01"), redate=True)
    assert summary.documents == {"carry": 2, "gone": 0}
    assert {row["status"] for row in world.rows("reviews")} == {"overdue", "unscheduled"}
    assert "$999K" not in {row["evidence"] for row in world.rows("observations")}


def test_there_must_be_something_to_date_anew(world):
    with pytest.raises(Stop, match="no rows to be dated anew"):
        world.refresh(redate=True)


def test_the_queue_shows_what_is_overdue_first_and_can_fail(world):
    world.refresh()
    shown = review(world, "--as-of", "2026-05-01")
    lines = shown.stdout.splitlines()
    assert "acme.md" in lines[1]
    assert "updated 2026-01-15, every P3M" in lines[1]
    assert "unscheduled" in lines[2]
    review(world, "--as-of", "2026-05-01", "--fail-on", "overdue", check=Exit.DUE)
    soon = ["--source", "guides", "--as-of", "2026-04-10"]
    review(world, *soon, "--fail-on", "overdue", check=Exit.OK)
    review(world, *soon, "--fail-on", "due-soon", check=Exit.DUE)


def test_the_queue_knows_a_review_of_a_moment_ago(world):
    world.refresh()
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-04-20")
    (record,) = json.loads(review(world, "--json", "--source", "guides", "--as-of", "2026-05-01").stdout)
    assert (record["status"], record["reviewed_by"], record["due"]) == ("current", "Ana", "2026-07-20")


def test_a_pipe_in_place_of_a_document_holds_no_command(world):
    world.refresh()
    review(world, "done", PAGE, "--by", "Ana", "--on", "2026-02-20")
    (world.raw / PAGE).unlink()
    os.mkfifo(world.raw / PAGE)
    (record,) = json.loads(review(world, "--json", "--source", "guides", "--as-of", "2026-03-01").stdout)
    assert record["reviewed_by"] == "Ana"
    said = review(world, "done", PAGE, "--by", "Ana", "--on", "2026-02-21", check=Exit.REFUSED).stderr
    assert "not_a_file: a pipe, socket or device" in " ".join(said.split())


def test_what_people_wrote_in_the_file_stays(world):
    world.put(
        "guides/reviews.yaml",
        "# by hand\n- {document: guides/gone.md, sha256: '" + "0" * 64 + "', by: Bo, on: 2025-12-01}",
    )
    review(world, "done", "guides", "--by", "Ana: the first", "--on", "2026-02-01", "--note", "# fine")
    text = (world.raw / "guides/reviews.yaml").read_text()
    assert text.startswith("# by hand\n- {document")
    assert world.refresh().exit == Exit.OK


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["guides/acme.mdx", "--by", "Ana"], "Did you mean guides/acme.md?"),
        ([PAGE, "--by", " "], "--by is empty"),
        ([PAGE, "--by", "Ana", "--on", "2999-01-01"], "2999-01-01 is yet to come"),
        ([PAGE, "--by", "Ana", "--on", "2026-01-02", "--next", "2026-01-01"], "is not after the review"),
        (["loose/page.txt", "--by", "Ana"], "says how often it is reviewed"),
    ],
)
def test_a_review_that_cannot_be_recorded_changes_nothing(world, options, message):
    world.refresh()
    result = review(world, "done", *options, check=Exit.REFUSED)
    assert message in " ".join(result.stderr.split())
    assert not list(world.raw.rglob("*reviews*"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {document: guides/acme.md, by: Ana, on: 2026-01-20}\n", "sha256 is missing"),
        (
            "- {document: guides/acme.md, sha256: '" + "0" * 64 + "', by: Ana, on: 2026-12-31}\n",
            "which is yet to come",
        ),
    ],
)
def test_a_source_with_bad_reviews_keeps_its_last_good_rows(world, text, message):
    world.refresh()
    world.put("guides/reviews.yaml", text)
    summary = world.refresh()
    assert summary.exit == Exit.INCOMPLETE
    assert message in dict(summary.sources)["guides"]
    assert PAGE in {row["document"] for row in world.rows("observations")}


REVIEWS = [
    {"source": "a", "document": "a/1", "due": dt.date(2026, 3, 1), "why": "w; x,\\ny"},
    {"source": "a", "document": "a/2", "due": dt.date(2026, 9, 1), "why": "later"},
    {"source": "b", "document": "b/1", "due": None, "why": "nothing is known"},
]


def test_a_calendar_moves_its_entries_and_adds_none():
    early, late = (freshness.calendar(REVIEWS, day(text)) for text in ("2026-02-01", "2026-05-01"))
    first, second = (Calendar.from_ical(text).walk("VEVENT") for text in (early, late))
    assert [entry["uid"] for entry in first] == [entry["uid"] for entry in second]
    assert [entry.decoded("dtstart").isoformat() for entry in first] == ["2026-03-01", "2026-02-01"]
    assert [entry.decoded("dtstart").isoformat() for entry in second] == ["2026-05-01", "2026-05-01"]
    assert first[0]["sequence"] < second[0]["sequence"]
    assert early == freshness.calendar(REVIEWS, day("2026-02-01"))


def test_freshness_is_reported_as_dbt_does():
    stated = [
        {"source": "a", "updated": day("2026-01-01"), "as_of": None},
        {"source": "a", "updated": None, "as_of": day("2026-02-01")},
        {"source": "b", "updated": None, "as_of": None},
    ]
    report = freshness.report(stated, day("2026-07-01"), {})
    fresh, unknown = report["results"]
    assert (fresh["unique_id"], fresh["max_loaded_at"], fresh["status"]) == (
        "source.wagebook.a",
        "2026-02-01T00:00:00Z",
        "warn",
    )
    assert fresh["max_loaded_at_time_ago_in_s"] == 150 * 86_400
    assert (unknown["unique_id"], unknown["status"]) == ("source.wagebook.b", "runtime error")


def dated(updated, label, as_of=None):
    return {"source": "a", "updated": updated, "updated_label": label, "as_of": as_of, "as_of_label": None}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (dated(day("2099-01-01"), "2099-01-01"), None),
        (dated(day("2099-01-01"), "2099-01-01", as_of=day("2026-02-01")), day("2026-02-01")),
        (dated(day("2026-03-31"), "March 2026"), day("2026-03-10")),
        (dated(day("2026-12-31"), "2026"), day("2026-03-10")),
        (dated(day("2026-04-30"), "April 2026"), None),
        (dated(day("2026-03-11"), "2026-03-11"), None),
        (dated(day("2026-03-09"), "2026-03-09"), day("2026-03-09")),
    ],
)
def test_a_day_that_is_yet_to_come_is_none_and_a_time_that_goes_on_is_today(document, said):
    assert freshness.stated(document, day("2026-03-10")) == said
    (result,) = freshness.report([document], day("2026-03-10"), {})["results"]
    assert result["status"] == ("pass" if said else "runtime error")


def test_a_source_may_age_otherwise(world):
    world.put("guides/source.yaml", MANIFEST + "freshness: {fresh: 7, stale: 60}\n")
    world.refresh()
    ages = {row["document"]: row["freshness"] for row in world.rows("documents")}
    assert ages == {PAGE: "stale", "loose/page.txt": "expired"}
    said = json.loads((world.out / "current" / freshness.SOURCES).read_text())["results"][0]
    assert (said["status"], said["criteria"]["error_after"]["count"]) == ("warn", 60)
    world.put("guides/source.yaml", MANIFEST + "freshness: {fresh: 7, stale: 30}\n")
    summary = world.refresh()
    assert (summary.published, summary.documents) == (True, {"carry": 2, "gone": 0})
    assert {row["freshness"] for row in world.rows("observations")} == {"expired"}


def test_a_date_of_another_century_makes_no_page_fresh(world):
    world.put("loose/late.md", guide("Late", "$150K-$180K").replace("2026-01-15", "2099-01-01"))
    world.refresh()
    ages = {row["document"]: row["freshness"] for row in world.rows("documents")}
    assert (ages[PAGE], ages["loose/late.md"]) == ("fresh", "expired")


def test_the_calendar_holds_its_last_day():
    reviews = [{"source": "a", "document": "a/1", "due": dt.date.max, "why": "set by the reviewer"}]
    (entry,) = Calendar.from_ical(freshness.calendar(reviews, day("2026-02-01"))).walk("VEVENT")
    assert entry.decoded("dtstart") == dt.date.max


def test_a_changed_calendar_is_seen_by_verify(world):
    world.refresh()
    wagebook("verify", "--raw", world.raw, "--out", world.out, check=Exit.OK)
    with (world.out / "current" / freshness.CALENDAR).open("ab") as file:
        file.write(b"x")
    wagebook("verify", "--raw", world.raw, "--out", world.out, check=Exit.DAMAGED)
