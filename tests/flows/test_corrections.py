"""Corrections: a person sets a figure right, and is told when the document no longer says what was corrected."""

import datetime as dt

import pytest

from flows.errors import Exit
from tests.flows.test_cli import wagebook
from tests.flows.world import DAY, MANIFEST, World, contents, guide

PAGE = "guides/acme.md"
ENTRY = (
    "- what: {{document: {document}, line: 11, evidence: $150K-$18K}}\n"
    "  set: {{{set}}}\n  why: A zero is missing\n  who: Ana\n  when: {when}\n"
)


def entry(set="low: 150000, high: 180000", when="2026-02-01", document=PAGE):
    return ENTRY.format(set=set, when=when, document=document)


def named(observation_id):
    """The same figure by the name of its row."""
    by_name = f"observation_id: {observation_id}}}\n  expect: $150K-$18K"
    return entry().replace("line: 11, evidence: $150K-$18K}", by_name)


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put(PAGE, guide("Acme", "$150K-$18K"))
    world.put("guides/bolt.md", guide("Bolt", "$120K-$140K"))
    world.put("other/crux.txt", "Senior engineers at Crux make $200,000 a year.\n")
    return world


def row(world, line=11, component="base"):
    found = [r for r in world.rows("observations") if r["document"] == PAGE]
    return next(r for r in found if r["line_start"] == line and r["component"] == component)


def reason(summary, source="guides"):
    assert summary.exit == Exit.INCOMPLETE
    return dict(summary.sources)[source]


def test_the_line_of_the_specimen_is_where_the_tests_say(world):
    world.refresh()
    assert row(world)["evidence"] == "$150K-$18K"
    assert "range_inverted" in row(world)["flags"]


def test_a_figure_is_set_right_and_what_the_document_says_stays(world):
    world.refresh()
    before = row(world)
    world.put("guides/corrections.yaml", entry())
    summary = world.refresh()
    assert summary.exit == Exit.OK
    assert summary.documents == {"read": 1, "carry": 2, "gone": 0}
    after = row(world)
    changed = {name for name in after if after[name] != before[name]} - {"extractor_version"}
    assert changed == {"high", "annual_high", "stated_high", "flags", "quality"}
    assert (after["stated_low"], after["stated_high"]) == (None, 18000)
    assert (after["low"], after["high"], after["annual_high"]) == (150000, 180000, 180000)
    assert "corrected" in after["flags"]
    assert "range_inverted" not in after["flags"]
    (issue,) = [i for i in world.rows("issues") if i["code"] == "corrected"]
    assert (issue["observation_id"], issue["line"]) == (after["observation_id"], 11)
    assert issue["message"] == "high 18,000 → 180,000: A zero is missing (Ana, 2026-02-01)"


def test_an_entry_can_name_its_row(world):
    world.refresh()
    world.put("guides/corrections.yaml", named(row(world)["observation_id"]))
    assert world.refresh().exit == Exit.OK
    assert row(world)["high"] == 180000


def test_a_preview_shows_what_corrections_do_and_why_they_cannot(world):
    world.put("guides/corrections.yaml", entry())
    shown = wagebook("preview", world.raw / PAGE, check=0).stdout
    assert "base range 150,000 – 180,000 USD per year" in shown
    assert "line 11, corrected: high 18,000 → 180,000: A zero is missing (Ana, 2026-02-01)" in shown
    world.put("guides/corrections.yaml", entry().replace("$18K", "$19K"))
    shown = wagebook("preview", world.raw / PAGE, check=0).stdout
    assert "would stop the source: raw/guides/corrections.yaml:1: guides/acme.md states no" in shown
    assert "that line states '$150K-$18K', '10-12%'; look at" in shown


def test_a_row_that_no_longer_agrees_is_no_restatement(world):
    world.put(PAGE, guide("Acme", "$150K-$180K"))
    world.refresh()
    assert row(world, 13)["restates"] == row(world)["observation_id"]
    world.put("guides/corrections.yaml", entry("low: 15000, high: 18000").replace("$18K", "$180K"))
    world.refresh()
    assert row(world, 13)["restates"] is None


def test_currency_and_period_are_the_persons_word_then(world):
    world.put("guides/corrections.yaml", entry("currency: EUR, period: month, low: 1500, high: 1800"))
    assert world.refresh().exit == Exit.OK
    after = row(world)
    assert (after["currency"], after["period"], after["annual_high"]) == ("EUR", "month", 21600)
    assert after["inferred"] == []
    assert after["asserted"] == ["currency", "period"]
    labels = {
        p["column"]: (p["how"], p["text"])
        for p in world.rows("provenance")
        if p["observation_id"] == after["observation_id"]
    }
    assert (labels["currency"], labels["period"]) == (("asserted", "EUR"), ("asserted", "month"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (entry("hihg: 180000"), "2: there is no key 'hihg'; did you mean 'high'?"),
        (entry("high: 180K"), "2: set.high '180K': not a plain number such as 150000"),
        (entry("period: yaer"), "2: set.period 'yaer': no such period; did you mean 'year'?"),
        (entry("high: 100000"), "1: low 150000 would be over high 100000; give both ends"),
        (entry("low: null, high: null"), "2: set: one end must have a value"),
        (entry("currency: EUX"), "1: there is no currency 'EUX'; did you mean '"),
        (entry(""), "2: set: says nothing; known: low, high"),
        (entry(when="02/01/2026"), "5: when '02/01/2026': not a day such as"),
        (entry(when="2026-03-02"), "1: `when` is 2026-03-02, which is yet to come"),
        (entry() + entry(), "6: corrects the same figure as line 1; keep one"),
        (entry(document="guides/acne.md"), "1: there is no document guides/acne.md; did you mean guides/acme.md?"),
        (entry(document="other/crux.txt"), "1: there is no document other/crux.txt; if it is gone for good"),
        (entry().replace("line: 11", "line: 12"), "1: guides/acme.md states no '$150K-$18K' in line 12; it stands elsewhere (line 11 is"),
        (entry().replace("$18K", "$19K"), "1: guides/acme.md states no '$150K-$19K' in line 11; no row says that any more"),
        (named("x").replace("$18K", "$19K"), "1: guides/acme.md has no observation x; no row says that any more; line 11 states '$150K"),
        (named("x"), "1: guides/acme.md has no observation x; it stands elsewhere (line 11"),
        (entry().replace(", evidence: $150K-$18K", ""), "1: what: name the figure by observation_id, or by line and evidence"),
        ("what: x\n", "1: corrections are a list of entries"),
        ("- x\n", "1: an entry must be of the form `key: value`; known: what, expect,"),
        (b"- why: caf\xe9\n", "1: not UTF-8"),
        ("- [\n", "2: "),
    ],
)  # fmt: skip
def test_a_mistake_stops_its_source_with_its_line_and_costs_nothing(world, text, message):
    world.refresh()
    before = row(world)
    world.put("guides/corrections.yaml", text)
    summary = world.refresh()
    assert reason(summary).startswith(f"raw/guides/corrections.yaml:{message}")
    after = row(world)
    assert after.pop("flags") == [*before.pop("flags"), "stale_source"]
    assert after.pop("quality") == "low"
    before.pop("quality")
    assert after == before
    assert {r["source"] for r in world.rows("observations") if "stale_source" in r["flags"]} == {"guides"}


def test_a_source_without_earlier_rows_is_left_out_and_the_others_are_published(world):
    world.put("guides/corrections.yaml", entry().replace("$18K", "$19K"))
    summary = world.refresh()
    assert "no row says that any more" in reason(summary)
    assert {r["document"] for r in world.rows("documents")} == {"other/crux.txt"}


def test_an_entry_fails_once_the_document_no_longer_says_it(world):
    world.put("guides/corrections.yaml", entry())
    world.refresh()
    good = row(world)
    world.put(PAGE, guide("Acme", "$150K-$190K"))
    world.put("guides/bolt.md", guide("Bolt", "$125K-$145K"))
    summary = world.refresh()
    assert "renew the entry or remove it" in reason(summary)
    stale = row(world)
    assert (stale["high"], stale["document_sha256"]) == (180000, good["document_sha256"])
    assert "$120K-$140K" in {r["evidence"] for r in world.rows("observations")}
    again = world.refresh()
    assert (again.published, again.why, again.exit) == (False, "nothing has changed", Exit.INCOMPLETE)
    world.put("guides/corrections.yaml", "")
    healed = world.refresh()
    assert healed.exit == Exit.OK
    assert row(world)["high"] == 190000
    assert "$125K-$145K" in {r["evidence"] for r in world.rows("observations")}


def test_two_entries_for_one_row_are_refused_however_they_name_it(world):
    world.refresh()
    world.put("guides/corrections.yaml", entry() + named(row(world)["observation_id"]))
    assert "corrections.yaml:6: corrects the same figure as raw/guides/corrections.yaml:1" in reason(
        world.refresh()
    )


def test_an_entry_that_is_not_needed_is_named_each_time(world):
    world.put(PAGE, guide("Acme", "$150K-$180K"))
    world.put("guides/corrections.yaml", entry().replace("$18K", "$180K"))
    for day in (DAY, DAY + dt.timedelta(days=1)):
        summary = world.refresh(as_of=day)
        assert summary.exit == Exit.OK
        (warning,) = summary.warnings
        assert warning.startswith("guides/acme.md, line 11: '$150K-$180K' is read as the correction has it")
    assert "corrected" not in row(world)["flags"]


def test_carried_rows_are_corrected_as_rows_that_are_read(world):
    world.refresh()
    world.put("guides/corrections.yaml", entry())
    one = world.refresh()
    full = world.refresh(out=world.folder / "other", full=True)
    assert one.release == full.release
    assert contents(world.out) == contents(world.folder / "other")
    assert world.refresh(full=True, workers=2).why == "made again, byte for byte the same"
