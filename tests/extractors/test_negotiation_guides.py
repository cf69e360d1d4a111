"""Negotiation guides: title and front matter say whose pay it is."""

from pathlib import Path

import pytest

from extractors import negotiation_guides
from schemas import Document, Ends, Row

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
TABLE = "\n\n| Region | Base |\n|---|---|\n| Austin | $150K |\n"


def rows(text):
    return [item for item in negotiation_guides.extract(Document("x.md", text)) if isinstance(item, Row)]


@pytest.mark.parametrize(
    "title",
    [
        "# Data Engineer | Acme Global Negotiation Guide",
        "### Data Engineer — Acme Salary Negotiation Guide",
        "# Data Engineer at Acme Pay Guide",
    ],
)
def test_without_front_matter_the_title_names_role_and_company(title):
    (row,) = rows(title + TABLE)
    assert (row.values["role"].text, row.values["company"].text) == ("Data Engineer", "Acme")


def test_front_matter_counts_before_the_title():
    (row,) = rows(
        "---\ncompany_display: Acme Corp\n---\n# Data Engineer | Acme Global Negotiation Guide" + TABLE
    )
    assert row.values["company"].text == "Acme Corp"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared samples are not here")
def test_every_figure_of_the_sample_guide_is_read():
    (path,) = (SHARED / "seeds").glob("000_*.txt")
    found = [
        row for row in rows(path.read_text(encoding="utf-8")) if row.context in ("front_matter", "table")
    ]
    pairs = [row for row in found if isinstance(row.values["amount"], Ends)]
    assert len(pairs) == 6
    assert len([row for row in found if row.context == "table"]) == 12
    assert len(found) == 22
