"""Small percents that are a part of a firm, and those beside pay that are none."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("First PM hire at Series A: $165-185k and 0.4-0.8%.", {"0.4-0.8%": "equity"}),
        ("A VP Engineering gets $275k plus 1.0%, sometimes 1.5%.", {"1.0%": "equity", "1.5%": "equity"}),
        ("I make $240k as a tiler. Plus 0.08%.", {"0.08%": "equity"}),
        ("You are offered 0.5% of a company last priced at $24M.", {"0.5%": "equity"}),
        ("Tilers get $50,000 and a 2.5% raise.", {"2.5%": "other"}),
        ("She was offered a 10% bonus and 0.15% of the company.", {"10%": "bonus", "0.15%": "equity"}),
        ("Final: $171,500 base, 15% target, $12,000 signing.", {"15%": "bonus"}),
    ],
)
def test_a_small_percent_beside_pay_is_a_part_of_the_firm_unless_words_say_otherwise(text, found):
    document = Document("page.md", f"# Pay at startups\n\n{text}\n")
    rows = observe(document, default.extract(document)).observations
    assert {row["evidence"]: row["component"] for row in rows if row["unit"].startswith("percent")} == found
