import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import judge
from flows.judge import with_flag, without
from tests.flows.world import World, guide

FLAGS = st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=8)


def chunked(lists):
    middle = len(lists) // 2
    return pa.chunked_array([lists[:middle], lists[middle:]], pa.list_(pa.string()))


@given(FLAGS)
def test_flags_are_taken_off(lists):
    found = without(chunked(lists), frozenset({"a", "x"})).to_pylist()
    assert found == [[flag for flag in one if flag != "a"] for one in lists]


@given(st.lists(st.tuples(st.lists(st.sampled_from("abc"), max_size=3), st.booleans()), max_size=8))
def test_a_flag_is_added_to_some_rows(rows):
    lists, marked = [one for one, _ in rows], [mark for _, mark in rows]
    found = with_flag(chunked(lists), pa.chunked_array([marked], pa.bool_()), "new").to_pylist()
    assert found == [[*one, "new"] if mark else one for one, mark in rows]


def test_a_verdict_changes_no_other_tables_than_it_says(tmp_path):
    world = World(tmp_path)
    world.put("guides/a.md", guide("Orbison", "$100K"))
    world.refresh()
    world.put("guides/a.md", guide("Orbison", "$110K"))
    verdicts = []
    real = judge.dataset
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "dataset", lambda *given: verdicts.append(real(*given)) or verdicts[-1])
        world.refresh()
    assert {*verdicts[0].columns, *verdicts[0].more} == judge.CHANGES
