"""Whoever asks in a forum says once how long they have worked; that holds for the offers they list."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

POST = """r/shipwrights

Posted by u/caulking_iron 2 months ago

Two offers, which one? Riveter, 7 YOE

Current:
base 61k

Offer from the north yard
base: $74,000
bonus: 8% target

Sort by: Best
u/old_adze · 2 mo. ago
I make $58,000 and like it.
"""


def years(text):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [
        (record["low"], record["experience_min_years"], record["experience_max_years"]) for record in rows
    ]


def test_the_years_of_whoever_asks_hold_for_their_offers_and_not_for_the_replies():
    assert years(POST) == [
        (61_000.0, 7.0, 7.0),
        (74_000.0, 7.0, 7.0),
        (8.0, 7.0, 7.0),
        (58_000.0, None, None),
    ]
