"""Columns below headers that nobody knows, or know for something else: their words tell rows apart all the same."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(text, *columns):
    document = Document("page.md", text)
    return [
        tuple(row[column] for column in columns)
        for row in observe(document, default.extract(document)).observations
    ]


def test_words_below_a_header_that_nobody_knows_tell_rows_apart():
    text = (
        "# Pay of truckers\n\n| Carrier | What you pull | Gross per week |\n|---|---|---|\n"
        "| Schneider | Long loads | $1,340 |\n| Schneider | Short loads | $1,690 |\n"
    )
    assert rows(text, "company_name", "qualifier") == [
        ("Schneider", "Long loads"),
        ("Schneider", "Short loads"),
    ]


def test_a_rank_with_a_number_in_it_is_a_title():
    text = "# Airline pilot pay\n\n| Rank | Fixed pay per month |\n|---|---|\n| First Officer | $3,100 |\n| Captain (A320) | $9,400 |\n"
    assert rows(text, "role_title") == [("First Officer",), ("Captain (A320)",)]
