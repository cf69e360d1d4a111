import contextlib
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import Stop
from flows.sources import MOST_DEEP, discover, document_name
from tests.flows.world import put

MANIFEST = "title: A\npublisher: B\n"


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


@given(st.lists(st.binary(max_size=6) | st.sampled_from([b"caf\xe9", b"caf\\xe9", b"caf\\\\xe9", b"a\\b"])))
def test_no_two_files_share_a_name(paths):
    names = {document_name(os.fsdecode(path)) for path in paths}
    assert len(names) == len(set(paths))
    assert all(name.encode() for name in names - {""})


@pytest.mark.parametrize("name", ["plain.md", "a\\b.md", "caf\u00e9.md", "C:\\xyz.md"])
def test_a_name_that_reads_like_no_bytes_stays_as_it_is(name):
    assert document_name(name) == name


def test_a_folder_whose_name_is_no_utf8_stops_that_source_only(tmp_path):
    put(tmp_path, a__one="x", **{"caf\\xe9__two": "x"})
    try:
        (tmp_path / os.fsdecode(b"caf\xe9")).mkdir()
    except OSError:
        pytest.skip("this file system wants UTF-8 names")
    found = {source.name: source for source in discover(tmp_path)}
    assert {name: source.error is None for name, source in found.items()} == {
        "a": True,
        "caf\\xe9": False,
        "caf\\\\xe9": False,
    }
    assert "rename it" in found["caf\\xe9"].error


@contextlib.contextmanager
def deep(folder, depth, name):
    """Folders inside each other, deeper than one path could name or one call remove."""
    with contextlib.chdir(folder):
        for _ in range(depth):
            Path(name).mkdir()
            os.chdir(name)
    yield
    subprocess.run(["rm", "-rf", folder / name], check=True)


@pytest.mark.parametrize(
    ("depth", "name", "why"),
    [(1100, "d", f"more than {MOST_DEEP} folders inside each other"), (18, "d" * 250, "cannot be listed")],
)
def test_folders_that_cannot_be_followed_stop_their_source_only(tmp_path, depth, name, why):
    put(tmp_path, a__one="x", b__two="x")
    (tmp_path / "a" / "source.yaml").write_text(MANIFEST)
    with deep(tmp_path / "a", depth, name):
        a, b = discover(tmp_path)
    assert why in a.error
    assert (a.files, a.manifest is None) == ((), False)
    assert (b.files, b.error) == (("b/two",), None)


def test_a_hundred_folders_inside_each_other_are_followed(tmp_path):
    put(tmp_path, **{"a/" + "d/" * MOST_DEEP + "one": "x"})
    assert len(discover(tmp_path)[0].files) == 1


def test_a_raw_folder_that_may_not_be_listed_is_named(tmp_path, monkeypatch):
    put(tmp_path, a__one="x")

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(Stop, match="cannot be listed: Permission denied"):
        discover(tmp_path)


def test_a_link_that_leads_to_itself_is_a_file_that_cannot_be_read(tmp_path):
    put(tmp_path, a__one="x")
    (tmp_path / "loop").symlink_to("loop")
    assert [(s.name, s.files) for s in discover(tmp_path)] == [("a", ("a/one",)), ("unsorted", ("loop",))]


@pytest.mark.parametrize("name", ["source.yaml", "corrections.yaml", "reviews.yaml"])
def test_a_pipe_in_place_of_what_people_write_stops_its_source(tmp_path, name):
    put(tmp_path, a__one="x", b__two="x")
    os.mkfifo(tmp_path / "a" / name)
    a, b = discover(tmp_path)
    assert f"a/{name}: cannot be read: a pipe, socket or device" in a.error
    assert b.error is None


def test_what_people_write_is_not_read_beyond_its_limit(tmp_path):
    put(tmp_path, a__one="x")
    with (tmp_path / "a" / "source.yaml").open("wb") as file:
        file.truncate(1 << 40)
    assert "larger than 256 KiB" in discover(tmp_path)[0].error
