import os

import pytest

from flows.errors import Stop
from flows.sources import discover, document_name

MANIFEST = "title: A\npublisher: B\n"


def put(raw, **files):
    for name, text in files.items():
        path = raw / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_first_level_folders_are_sources(tmp_path):
    put(tmp_path, a__one="x", a__deeper__two="x", b__three="x")
    assert [(s.name, s.files) for s in discover(tmp_path)] == [
        ("a", ("a/deeper/two", "a/one")),
        ("b", ("b/three",)),
    ]


def test_loose_files_are_unsorted_and_hidden_ones_are_no_documents(tmp_path):
    put(tmp_path, loose="x", unsorted__other="x", a__one="x")
    (tmp_path / "a" / ".DS_Store").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    found = {s.name: s.files for s in discover(tmp_path)}
    assert found == {"a": ("a/one",), "unsorted": ("loose", "unsorted/other")}


@pytest.mark.parametrize(
    ("glob", "taken"),
    [
        ("'*.md'", ["a/deep/er/two.md", "a/one.md"]),
        ("/*.md", ["a/one.md"]),
        ("deep/**", ["a/deep/er/two.md"]),
        ("deep/*/t?o.md", ["a/deep/er/two.md"]),
        ("[one.md, '*.txt']", ["a/one.md", "a/three.txt"]),
    ],
)
def test_the_manifest_says_which_files_are_documents(tmp_path, glob, taken):
    put(tmp_path, **{"a__one.md": "x", "a__deep__er__two.md": "x", "a__three.txt": "x"})
    (tmp_path / "a" / "source.yaml").write_text(f"{MANIFEST}documents: {glob}\n")
    (source,) = discover(tmp_path)
    assert list(source.files) == taken
    assert sorted([*source.files, *source.ignored]) == ["a/deep/er/two.md", "a/one.md", "a/three.txt"]


def test_a_manifest_with_a_typo_stops_its_source_only(tmp_path):
    put(tmp_path, a__one="x", b__two="x")
    (tmp_path / "a" / "source.yaml").write_text("title: A\npublishr: B\n")
    a, b = discover(tmp_path)
    assert a.error is not None
    assert "did you mean 'publisher'" in a.error
    assert b.error is None


def test_a_manifest_that_is_not_utf8_names_the_line(tmp_path):
    put(tmp_path, a__one="x")
    (tmp_path / "a" / "source.yaml").write_bytes(b"title: A\npublisher: Caf\xe9\n")
    assert "a/source.yaml:2: not UTF-8" in str(discover(tmp_path)[0].error)


def test_strange_names_are_kept(tmp_path):
    put(tmp_path, **{"a__new\nline": "x", "a__\N{GRINNING FACE}": "x", "a__" + "n" * 255: "x"})
    try:
        (tmp_path / "a" / os.fsdecode(b"caf\xe9")).write_text("x")
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    (source,) = discover(tmp_path)
    names = [document_name(f) for f in source.files]
    assert names == sorted(names)
    assert "a/caf\\xe9" in names
    assert [n.encode() for n in names]


def test_too_many_files_are_refused_with_the_way_out(tmp_path):
    put(tmp_path, a__1="", a__2="", a__3="", b__1="x")
    (tmp_path / "a" / "source.yaml").write_text(MANIFEST + "limits: {documents: 2}\n")
    a, b = discover(tmp_path)
    assert "3 documents are more than the limit of 2" in str(a.error)
    assert b.files


def test_nothing_to_read_is_an_error(tmp_path):
    with pytest.raises(Stop, match="no such folder"):
        discover(tmp_path / "missing")
    with pytest.raises(Stop, match="there are no documents"):
        discover(tmp_path)


def test_an_unknown_source_is_named_with_the_nearest(tmp_path):
    put(tmp_path, guides__one="x")
    with pytest.raises(Stop, match="no source 'guide'") as caught:
        discover(tmp_path, ("guide",))
    assert caught.value.remedy == "Did you mean guides?"
