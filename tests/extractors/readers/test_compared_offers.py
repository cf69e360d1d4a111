"""Two offers worked out line by line: `Company A` and `Offer B` stand for any, and head what is said of them."""

import pytest

from extractors import default
from extractors.readers import scraped_text
from normalizers.observations import observe
from schemas import Document

CARDS = """Which job pays more

Company A
Base salary $88,000
Bonus none
Equity n/a
Total $88,000

Company B
Base salary $79,000
Bonus (8% target) $6,320
RSUs ($32,000 / 4) $8,000
Total $93,320

Offer C
Salary $71,500
Total $71,500
"""


def records(text, name="page.txt"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def test_each_is_a_heading_and_no_header_of_the_lines_below_it():
    blocks = scraped_text.read(Document("page.txt", CARDS)).blocks
    assert [block.cell.text for block in blocks if block.kind == "heading"] == [
        "Company A",
        "Company B",
        "Offer C",
    ]


def test_amounts_are_those_of_the_one_above_them():
    found = [(row["company"], row["component"], row["low"]) for row in records(CARDS)]
    assert found == [
        ("company-a", "base", 88_000), ("company-a", "total", 88_000),
        ("company-b", "base", 79_000), ("company-b", "bonus", 8), ("company-b", "bonus", 6_320),
        ("company-b", "equity", 32_000), ("company-b", "equity", 8_000), ("company-b", "total", 93_320),
        (None, "base", 71_500), (None, "total", 71_500),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Firm X will pay you €61,000.", "firm-x"),
        ("Employer B pays €58,000 plus a bonus.", "employer-b"),
    ],
)
def test_who_stands_for_any_pays_in_a_sentence_too(text, company):
    (row,) = records(f"# Offers\n\n{text}\n", "page.md")
    assert row["company"] == (company and company.replace("firm", "company").replace("employer", "company"))
