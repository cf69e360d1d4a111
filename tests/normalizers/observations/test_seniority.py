"""The level that a job title begins with is the level of the row, where nothing else names one."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


@pytest.mark.parametrize(
    ("title", "level", "label"),
    [
        ("Staff Software Engineer", "staff", None),
        ("Junior Data Engineer", "entry", None),
        ("Product Manager", None, None),
        ("Data Engineer", None, None),
    ],
)
def test_a_title_says_the_level(title, level, label):
    text = f"---\nrole: {title}\ncompensation:\n  - region: Boston\n    base_low: 150000\n    base_high: 180000\n    currency: USD\n---\n"
    document = Document("a.md", text)
    observed = observe(document, default.extract(document))
    (row,) = observed.observations
    assert (row["role_title"], row["level"], row["level_label"]) == (title, level, label)
    placed = [line["text"] for line in observed.provenance if line["column"] == "level"]
    assert placed == ([title] if level else [])


def test_a_level_of_its_own_goes_before_that_of_the_title():
    document = Document("a.md", "# Senior Data Engineer Salary\n\nEntry-level hires start at $90,000.\n")
    (row,) = observe(document, default.extract(document)).observations
    assert row["level"] == "entry"
