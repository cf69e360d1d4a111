"""A sentence with several figures falls apart into one segment a figure, cut at its strongest boundary."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from extractors import default
from extractors.readers.prose.segments import segments
from normalizers.observations import observe
from schemas import Document

MONEY = re.compile(r"\$\d+")


def parts(text):
    spans = [found.span() for found in MONEY.finditer(text)]
    return [text[one.start : one.end].strip(" ,;") for one in segments(text, spans)]


def test_a_conjunction_cuts_where_a_new_subject_begins():
    assert parts("Ada pays $1, and Bell follows at $2") == ["Ada pays $1", "and Bell follows at $2"]


def test_what_is_attached_to_a_figure_stays_with_it():
    assert parts("$1 in Boston versus $2 in Austin") == ["$1 in Boston", "versus $2 in Austin"]


def test_a_semicolon_is_stronger_than_a_comma():
    assert parts("base, in Boston, $1, as a start; bonus, at most, $2") == [
        "base, in Boston, $1, as a start",
        "bonus, at most, $2",
    ]


def test_from_one_to_another_cuts_before_the_second_where_both_are_tied_alike():
    assert parts("$1 a year for L3 to $2 for L7") == ["$1 a year for L3", "to $2 for L7"]
    assert parts("from $1 in Hull up to $2 in York") == ["from $1 in Hull", "up to $2 in York"]


@given(
    st.lists(
        st.sampled_from(["$1", " and ", ", ", "; ", "Boston", " in ", " versus ", "(", ")", " – "]),
        max_size=30,
    )
)
def test_segments_cover_the_sentence_without_overlap(pieces):
    text = "".join(pieces)
    spans = [found.span() for found in MONEY.finditer(text)]
    found = segments(text, spans)
    if not spans:
        return
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(left.end == right.start for left, right in itertools.pairwise(found))
    assert all(one.holds(*span) for one, span in zip(found, spans, strict=True))


def test_a_span_from_one_level_to_another_has_the_level_of_each_end():
    text = "Pay at Orbison ranges from $199K per year for L3 to $610K per year for L7, and in Leeds from £31K at P1 to £95K at P5."
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["level_label"] for row in rows] == ["L3", "L7", "P1", "P5"]


def test_what_stands_between_commas_in_front_of_an_amount_is_about_it():
    text = "# Rigger pay\n\nThe median base was $128,000 and the median bonus, for the half who got one, $7,000.\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["statistic"]) for row in found] == [
        ("base", "median"),
        ("bonus", "median"),
    ]
