"""Capitals that name no payer: phrases in titles, topics as headings, columns that are no offers of firms."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def payers(text):
    document = Document("page.md", text)
    return {row["company_name"] for row in observe(document, default.extract(document)).observations}


@pytest.mark.parametrize(
    "title",
    [
        "What Is A Collective Agreement",
        "Your First Union Contract",
        "Manufacturing Industry Collective Agreement 2025",
    ],
)
def test_a_phrase_in_front_of_agreement_employs_nobody(title):
    assert payers(f"# {title}\n\nA welder gets £31,000.\n") == {None}


@pytest.mark.parametrize(
    "names", [("Requested", "Approved"), ("Nights", "Days"), ("Aggressive", "Conservative")]
)
def test_columns_of_words_are_no_payers(names):
    text = f"# Offer\n\n|  | {names[0]} | {names[1]} |\n|---|---|---|\n| Base | £61,000 | £63,000 |\n| Bonus | 10% | 12% |\n"
    assert payers(text) == {None}


def test_topics_beside_named_payers_are_none():
    text = "# Offers\n\n### Harborline (Series B)\n\nBase £61,000.\n\n### Verdict\n\nBase £63,000.\n\n### Timeline\n\nBase £64,000.\n"
    assert payers(text) == {"Harborline", None}


def test_a_page_without_a_word_for_a_name_is_read():
    assert payers("## , Inc\n\n## Life as a charge nurse\n\nA nurse gets £31,000.\n") == {None}
