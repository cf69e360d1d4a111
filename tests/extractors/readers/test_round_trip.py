"""Tables rendered the ways scrapers do come back: whole where the rendering lost nothing, else each amount with its labels."""

import itertools
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import made_tables, round_trip
from extractors.readers import scraped_text
from schemas import Cell, Document

CORPUS = Path(__file__).parents[4] / "shared/corpus"
LOSSLESS = sorted(round_trip.LOSSLESS)
LOSSY = sorted(set(round_trip.PROMISED) - round_trip.LOSSLESS)
needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="the tables of other people are not here")

CELLS = st.text(st.sampled_from("abc XY-–$€%1290,.()&"), max_size=12).map(str.strip)
LABELS = st.text(st.sampled_from("abcdXYZ"), min_size=2, max_size=8)


@st.composite
def grids(draw):
    """Tables of any words and amounts, empty cells included; names and first cells are words."""
    width = draw(st.integers(2, 6))
    header = draw(st.lists(LABELS, min_size=width, max_size=width))
    rows = [[draw(LABELS), *(draw(CELLS) for _ in range(width - 1))] for _ in range(draw(st.integers(1, 8)))]
    return [header, *rows]


@pytest.mark.parametrize("way", LOSSLESS)
@settings(derandomize=True, max_examples=60)
@given(grid=st.one_of(st.integers(0, 10**6).map(lambda seed: made_tables.table(Random(seed))), grids()))
def test_a_table_is_whole_again_where_its_rendering_lost_nothing(way, grid):
    assert round_trip.recovered(round_trip.WAYS[way](grid)) == [grid]


@pytest.mark.parametrize("way", LOSSY)
def test_amounts_of_made_tables_keep_their_labels(way):
    assert round_trip.measure(list(round_trip.made(150)), way).share >= round_trip.PROMISED[way]


@pytest.mark.parametrize("way", [*LOSSLESS, *LOSSY])
@needs_corpus
def test_every_tenth_table_of_other_people_comes_back(way):
    tables = list(round_trip.tables_of(CORPUS))[::10]
    assert round_trip.kept(way, round_trip.measure(tables, way))


@pytest.mark.slow
@pytest.mark.parametrize("way", round_trip.WAYS)
def test_a_thousand_made_tables_come_back(way):
    assert round_trip.kept(way, round_trip.measure(list(round_trip.made(1000)), way))


@pytest.mark.slow
@pytest.mark.parametrize("way", round_trip.WAYS)
@needs_corpus
def test_the_tables_of_other_people_come_back(way):
    assert round_trip.kept(way, round_trip.measure(list(round_trip.tables_of(CORPUS)), way))


@settings(derandomize=True, max_examples=40)
@given(seed=st.integers(0, 10**6), way=st.sampled_from(list(round_trip.WAYS)))
def test_no_character_of_a_rendered_table_is_read_twice(seed, way):
    text = round_trip.BEFORE + round_trip.WAYS[way](made_tables.table(Random(seed))) + round_trip.BEHIND
    taken = [0] * len(text)
    above: tuple[Cell, ...] = ()
    for block in scraped_text.read(Document("page.txt", text)).blocks:
        rows = block.table.rows if block.table else ((block.cell,),)
        # Rows that go on below an advertisement have the header of those above it again.
        rows, above = (
            rows[1:] if block.table and rows[0] == above else rows,
            rows[0] if block.table else above,
        )
        for cell in [cell for row in rows for cell in row]:
            for at in range(*cell.span) if cell.places is None else {a for a, b in cell.places if b == a + 1}:
                taken[at] += not text[at].isspace()
    assert max(taken) == 1


def test_rows_are_never_invented():
    for way in round_trip.WAYS:
        for grid in round_trip.made(60):
            found = round_trip.recovered(round_trip.WAYS[way](grid))
            again = sum(one[0] == other[0] for one, other in itertools.pairwise(found))
            assert sum(len(one) for one in found) - again <= len(grid)
