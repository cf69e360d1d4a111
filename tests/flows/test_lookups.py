"""Labels that no vocabulary knows: shown as YAML that can be filled in, pasted, and then counts."""

import pytest
import yaml

from flows.errors import Exit
from tests.flows.test_cli import wagebook
from tests.flows.world import MANIFEST, World

PAGE = (
    "---\ncompany: Acme\nlast_updated: 2026-01-15\n---\n\n# Acme pay\n\n| Role | Level | Location | Base |\n|---|---|---|---|\n"
    "| Pixel Whisperer | L5 | Boston | $150K |\n| Pixel Whisperer | L6 | Boston | $170K |\n"
    "| Nurse | Senior | Boston | $90K |\n"
)


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", PAGE)
    world.refresh()
    return world


def shown(world, *arguments, check=0):
    return wagebook("lookups", *arguments, "--raw", world.raw, "--out", world.out, check=check)


def test_what_is_shown_can_be_pasted_as_it_is(world):
    text = shown(world).stdout
    assert "# 2 rows, the first in guides/acme.md, line 10" in text
    assert "  level:  # intern, entry, mid, senior," in text
    assert yaml.safe_load(text) == {
        "lookups": {"role": {"Pixel Whisperer": None}, "level": {"L5": None, "L6": None}}
    }
    before = world.table("observations")
    world.put("guides/source.yaml", MANIFEST + text)
    assert world.refresh().exit == Exit.OK
    assert world.table("observations").equals(before)


def test_what_is_filled_in_counts(world):
    text = shown(world).stdout
    text = text.replace('"Pixel Whisperer":', '"Pixel Whisperer": graphic-designer').replace(
        '"L6":', '"L6": staff'
    )
    world.put("guides/source.yaml", MANIFEST + text)
    world.refresh()
    rows = [(r["role_title"], r["role"], r["level_label"], r["level"]) for r in world.rows("observations")]
    assert rows[:2] == [
        ("Pixel Whisperer", "graphic-designer", "L5", None),
        ("Pixel Whisperer", "graphic-designer", "L6", "staff"),
    ]
    assert yaml.safe_load(shown(world).stdout) == {"lookups": {"level": {"L5": None}}}


def test_entries_that_nothing_uses_or_nobody_understands_are_named(world):
    own = "lookups: {role: {Pixel Wisperer: graphic-designer, Pixel Whisperer: grafic-designer}}\n"
    world.put("guides/source.yaml", MANIFEST + own)
    world.refresh()
    text = shown(world).stdout
    assert '# lookups.role: no row has the label "Pixel Wisperer"; the entry can go' in text
    assert (
        'lookups.role: "Pixel Whisperer" is to mean "grafic-designer", which no vocabulary has; near: graphic-designer'
        in text
    )


def test_the_same_labels_as_entries_of_a_vocabulary(world):
    text = shown(world, "--vocabulary").stdout
    assert yaml.safe_load(text) == {"pixel-whisperer": ["Pixel Whisperer"]}
    assert '# "L5"' in text


def test_nothing_to_say_and_nobody_to_ask(world):
    world.put(
        "guides/acme.md",
        PAGE.replace("Pixel Whisperer", "Nurse").replace("L5", "Senior").replace("L6", "Staff"),
    )
    world.refresh()
    assert "every label is known" in shown(world).stdout
    assert yaml.safe_load(shown(world).stdout) is None
    assert "Did you mean guides?" in shown(world, "--source", "guide", check=Exit.REFUSED).stderr


def test_what_a_document_says_is_text_and_no_markup(world):
    world.put("guides/acme.md", PAGE.replace("Pixel Whisperer", 'Pixel "[bold]" Whisp: er'))
    world.refresh()
    found = yaml.safe_load(shown(world).stdout)["lookups"]["role"]
    assert list(found) == ['Pixel "[bold]" Whisp: er']
