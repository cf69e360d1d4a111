"""Amounts without a word for their component, beside tables that say what base and total are."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = (
    "# Data Engineer | Corvid\n\n| City | Base | Total Comp |\n|---|---|---|\n"
    "| Leeds | $120K-$150K | $170K-$240K |\n| York | $110K-$140K | $160K-$220K |\n\n"
)


def components(text):
    document = Document("page.md", PAGE + text)
    rows = observe(document, default.extract(document)).observations
    return {row["evidence"]: row["component"] for row in rows if row["context"] != "table"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aim for $200K-$230K.", {"$200K-$230K": "total"}),  # too much for a base, and within the totals
        ("Aim for $130K.", {"$130K": "base"}),
        ("Aim for $160K.", {"$160K": "base"}),  # a little over the highest base is still one
        ("Aim for $900K.", {"$900K": "base"}),  # nothing in the tables is like it
        ("Aim for a base of $200K.", {"$200K": "base"}),  # it says what it is
        (
            "Walk away below $165K in Leeds and $180K in York.",
            {"$165K": "total", "$180K": "total"},  # one of them is too much, so both are totals
        ),
    ],
)
def test_what_the_tables_leave(text, expected):
    assert components(text) == expected


def test_it_is_marked_as_inferred():
    document = Document("page.md", PAGE + "Aim for $200K-$230K.\n")
    (row,) = [r for r in observe(document, default.extract(document)).observations if r["context"] == "prose"]
    assert "component" in row["inferred"]


def test_an_amount_in_a_currency_that_the_tables_have_no_total_in_stays_what_it_is():
    text = (
        "# Engineer pay\n\n| Level | Base | Total |\n|---|---|---|\n| L4 | $150K - $180K | $200K - $260K |\n"
        "| L5 | $190K - $210K | $280K - $380K |\n\nExpect $300K in Seattle or €150K in Berlin.\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert {row["currency"]: row["component"] for row in rows if row["context"] == "prose"} == {
        "USD": "total",
        "EUR": "base",
    }


def test_nobody_has_a_salary_of_many_millions():
    text = "# Pay of chief executives\n\nShe was paid $18.2 million in 2025, the one before $1.4 million.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["component"] for row in rows] == ["total", "base"]
