"""What a page claims of its own figures, as it is taken down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import readers
from extractors.readers import comparisons
from schemas import Document
from schemas.wordings import lowered


def claims(text):
    said = readers.read(Document(path="mine/a.txt", text=text)).facts
    return said.comparisons


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Beginners earn $100,000-$130,000, corresponding to the data scientist 50th-75th percentile [3].",
            ("between", "$100,000-$130,000", (), "data-scientist", (50.0, 75.0), None),
        ),
        (
            "Senior people earn $170,000 in base, at or above the software developer 90th percentile ($211,450+).",
            ("above", "$170,000", ("senior",), "software-engineer", (90.0,), 211_450.0),
        ),
        (
            "Senior and staff engineers usually clear the median with ease.",
            ("above", None, ("senior",), None, (50.0,), None),
        ),
        (
            "The $112,590 data scientist median represents a floor for the trade.",
            ("floor", "$112,590", (), None, (), None),
        ),
        ("Skills in MLOps command the highest premiums.", ("highest", None, (), None, (), None)),
    ],
)
def test_a_claim(sentence, expected):
    (one,) = claims(f"Pay\n\n{sentence}\n")
    levels = tuple(level for level in one.levels if level == "senior")
    figure = one.figure.text if one.figure else None
    assert (one.kind, figure, levels, one.role, one.percentiles, one.amount) == expected


def test_the_skill_of_a_claim_is_kept():
    (one,) = claims("Pay\n\nSkills in MLOps command the highest premiums.\n")
    assert one.skills == ("mlops",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The median is $133,080 and the 90th percentile $211,450.",
        "The retention cost far exceeds what a median engineer costs.",
        "Polished floors are the highest standard.",
    ],
)
def test_what_claims_nothing(sentence):
    assert claims(f"Pay\n\n{sentence}\n") == []


@pytest.mark.parametrize("kind", sorted(comparisons._SHAPES))
@given(st.data())
def test_no_claim_is_without_the_words_that_are_looked_for_first(kind, data):
    said = data.draw(st.from_regex(comparisons._SHAPES[kind]))
    assert any(word in lowered(said) for word in comparisons._SPEAKS_OF[kind])
