"""YAML as a tree of cells: every scalar as written, at its place, and nothing hostile gets through."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.yaml_tree import Mapping, Sequence, UnreadableYamlError, parse
from schemas import Cell


def entries(text, start=0):
    node = parse(Cell(text, start))
    assert isinstance(node, Mapping)
    return {key.text: value for key, value in node.entries}


@pytest.mark.parametrize("written", ["NO", "010", "12:30", "1_000", "2025-02-30", "1e9", "~", "0x1F", "+1"])
def test_scalars_stay_the_text_that_was_written(written):
    assert entries(f"a: {written}\n")["a"].text == written


def test_places_are_those_of_the_document_also_behind_emoji_and_crlf():
    text = "role: 🚀 Data Engineer\r\npay:\r\n  - low: 155000\r\n"
    tree = entries(text, start=100)
    low = tree["pay"].items[0].entries[0][1]
    assert isinstance(tree["pay"], Sequence)
    assert (low.text, low.start) == ("155000", 100 + text.index("155000"))
    assert (tree["role"].start, tree["role"].end) == (106, 106 + len("🚀 Data Engineer"))


def test_escapes_and_folds_keep_the_places_they_were_written_at():
    text = "a: \"say \\\"hi\\\" \\u20ac5\"\nb: 'it''s'\nc: one\n  two\nd: |\n  kept\n  lines\n"
    tree = entries(text)
    assert tree["a"].text == 'say "hi" €5'
    euro = tree["a"][tree["a"].text.index("€") : tree["a"].text.index("€") + 1]
    assert text[euro.start : euro.end] == "\\u20ac"
    assert tree["b"].text == "it's"
    assert tree["c"].text == "one two"
    two = tree["c"][4:7]
    assert text[two.start : two.end] == "two"
    lines = tree["d"][5:10]
    assert (lines.text, text[lines.start : lines.end]) == ("lines", "lines")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x 1\nb: *x\n", "anchors"),
        ("a: *x\n", "aliases"),
        ("<<: {a: 1}\n", "merge"),
        ("!!merge '<<': {a: 1}\n", "merge"),
        ("[" * 30_000, "nested"),
        ("{a: " * 25, "nested"),
        ("- 1\n" * 6_000, "more than"),
        ("a: " + "x" * 70_000, "longer"),
        ("a: b: c\n", "mapping values"),
        ('a: "open\n', "end of stream"),
        ("a: 1\n--- \nb: 2\n", "more than one document"),
        ("? [1]\n: 2\n", "key"),
        ("a: \x07\n", "characters"),
        ("a: \ud800\n", "characters"),
    ],
)
def test_broken_and_hostile_yaml_is_refused_with_its_reason(text, reason):
    with pytest.raises(UnreadableYamlError, match=reason):
        parse(Cell(text))


def test_the_sign_of_a_merge_key_in_quotes_is_text():
    node = parse(Cell("a: '<<'\n"))
    assert isinstance(node, Mapping)
    assert [value.text for _, value in node.entries] == ["<<"]


def test_an_error_says_where():
    with pytest.raises(UnreadableYamlError) as error:
        parse(Cell("good: 1\nbad: x: y\n"))
    assert error.value.offset >= len("good: 1\n")


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(max_size=40), max_size=5))
def test_whatever_a_yaml_writer_writes_is_read_back_in_place(data):
    text = yaml.safe_dump(data, allow_unicode=True) if data else "{}"
    node = parse(Cell(text, 7))
    read = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    for key, value in yaml.load(text, Loader=yaml.CBaseLoader).items():
        assert read[key].text == value
        assert 7 <= read[key].start <= read[key].end <= 7 + len(text)
        assert list(read[key].character_places()) == sorted(read[key].character_places())
