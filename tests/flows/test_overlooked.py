import pytest

from flows.overlooked import left_out, warnings
from flows.sources import discover, discover_all
from tests.flows.world import put

MANIFEST = "title: A\npublisher: B\n"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("source.yml", "source.yaml"),
        ("Source.yaml", "source.yaml"),
        ("manifest.yaml", "source.yaml"),
        ("corrections.yml", "corrections.yaml"),
        ("reviews.yaml.txt", "reviews.yaml"),
    ],
)
def test_a_file_about_a_source_under_another_name_is_named_with_the_right_one(tmp_path, name, right):
    put(tmp_path, a__one="x", **{f"a__{name}": MANIFEST})
    assert list(warnings(discover(tmp_path))) == [
        f"a/{name} is read as a document; if it tells of the source, call it {right}"
    ]


def test_a_file_of_such_a_name_deeper_down_is_a_document_like_any_other(tmp_path):
    put(tmp_path, a__one="x", **{"a__deeper__manifest.yaml": "x"})
    assert list(warnings(discover(tmp_path))) == []


def test_a_manifest_that_takes_no_file_for_a_document_is_warned_of(tmp_path):
    put(tmp_path, a__one="x", **{"b__two.html": "x", "b__source.yaml": MANIFEST + "documents: '*.md'\n"})
    assert list(warnings(discover(tmp_path))) == [
        "b: `documents: *.md` in its source.yaml leaves out b/two.html: nothing is read of it"
    ]


def test_files_that_are_left_out_are_named_up_to_three(tmp_path):
    names = {f"a__{n}.html": "x" for n in range(5)}
    put(tmp_path, **names, **{"a__one.md": "x", "a__source.yaml": MANIFEST + "documents: '*.md'\n"})
    (source,) = discover_all(tmp_path)
    assert left_out(source).endswith("leaves out a/0.html, a/1.html, a/2.html and 2 more")
    assert list(warnings([source])) == []
