"""`reviews.yaml`: what is in it, what is wrong with it, and that what is written can be read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.mistakes import MistakesError
from schemas.reviews import Entry, latest, parse, written

SHA = "ab" * 32
GOOD = f"- document: a/b.md\n  sha256: {SHA}\n  by: Ana\n  on: 2026-05-20\n"


def test_an_entry_is_read_with_its_place():
    (review,) = parse(
        "# looked at by hand\n" + GOOD + "  next: 2026-09-01\n  note: fine\n", "raw/a/reviews.yaml"
    )
    assert review.place == "raw/a/reviews.yaml:2"
    assert (review.entry.by, review.entry.on, review.entry.next) == (
        "Ana",
        dt.date(2026, 5, 20),
        dt.date(2026, 9, 1),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD.replace("  by: Ana\n", ""), "r.yaml:1: by is missing"),
        (GOOD.replace("Ana", "''"), "r.yaml:3: by '': String should have at least 1 character"),
        (GOOD.replace("2026-05-20", "20 May"), "r.yaml:4: on '20 May': not a day such as 2026-02-28"),
        (GOOD.replace(SHA, "abc"), "r.yaml:2: sha256 'abc': not the 64 digits of a SHA-256"),
        (GOOD + "  nxt: 2026-09-01\n", "r.yaml:5: there is no key 'nxt'; did you mean 'next'?"),
        (GOOD + "  next: 2026-05-20\n", "next 2026-05-20 is not after the review on 2026-05-20"),
        ("reviews: none\n", "r.yaml:1: reviews are a list of entries"),
        ("- a: [\n", "r.yaml:2:"),
    ],
)
def test_a_mistake_is_named_with_its_line(text, message):
    with pytest.raises(MistakesError) as error:
        parse(text, "r.yaml")
    assert message in error.value.messages[0]


@given(
    by=st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(
        lambda text: text.strip() == text
    ),
    note=st.none()
    | st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(
        lambda text: text.strip() == text
    ),
    on=st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1)),
)
def test_what_is_written_is_read_again(by, note, on):
    entry = Entry(document="a/b c: #d.md", sha256=SHA, by=by, on=on, note=note)
    assert [review.entry for review in parse(GOOD + written([entry, entry]), "r.yaml")][1:] == [entry, entry]


def test_the_latest_review_up_to_a_day_counts_and_of_one_day_the_last():
    text = "".join(GOOD.replace("Ana", who).replace("2026-05-20", day) for who, day in (
        ("Ana", "2026-05-20"), ("Bo", "2026-07-01"), ("Cy", "2026-07-01"), ("Di", "2026-06-01"),
    ))  # fmt: skip
    reviews = parse(text, "r.yaml")
    days = [dt.date(2026, 5, 1), dt.date(2026, 6, 15), dt.date(2026, 8, 1)]
    assert [entry.by if (entry := latest(reviews, day)) else None for day in days] == [None, "Di", "Cy"]
