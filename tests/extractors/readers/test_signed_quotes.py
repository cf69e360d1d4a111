"""Quotations with a signature: what it says of a person is said of their pay, and of nobody else's on the page."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

COLUMNS = ("low", "role_title", "level_label", "region_label", "claim")


def rows(text, name="page.md"):
    document = Document(name, text)
    records = observe(document, default.extract(document)).observations
    return [tuple(record[column] for column in COLUMNS) for record in records]


@pytest.mark.parametrize(
    "quotation",
    [
        "“I was on a floor for years. Last May I signed for $61,000.”\n\nAda R., dispatcher, Leeds",
        "> “I was on a floor for years. Last May I signed for $61,000.”\n\n— Ada R., dispatcher, Leeds",
        "“I was on a floor for years. Last May I signed for $61,000.” — Ada R., dispatcher, Leeds",
        "“I was on a floor for years. Last May I signed for $61,000.” (Dispatcher, Leeds)",
        "“Signed for $61,000 after years on a floor. Best day of all.” (Dispatcher, Leeds)",
    ],
)
def test_a_signature_says_whose_pay_a_quotation_tells(quotation):
    found = rows(f"# Our school in numbers\n\n{quotation}\n\nThe median was $58,000.\n")
    assert [(low, (role or "").lower(), place, claim) for low, role, _, place, claim in found] == [
        (61_000, "dispatcher", "Leeds", "anecdote"),
        (58_000, "", None, "market"),
    ]


def test_a_signature_below_a_quotation_names_no_payer_of_the_page():
    text = (
        "# Careers and outcomes\n\nWe train people. Our school is in Leeds.\n\n“I signed for $61,000 and we cried.”\n\n"
        "Ada R., dispatcher at Vesper Freight, Leeds\n\nThe median was $58,000.\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["company"] for row in found] == ["vesper-freight", None]


def test_what_an_expert_says_of_a_market_is_not_of_their_own_job():
    text = "# Pay of dispatchers\n\n“Most firms now pay $61,000 in the north.” — Ada Roe, economist\n"
    assert rows(text)[0][1] == "dispatchers"
