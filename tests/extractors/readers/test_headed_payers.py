"""Headings that name payers no file knows."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

OFFERS = """# Three offers for one pipe fitter

I have laid pipes for six years.

### {first}

They opened with a base of $81,000.

### {second}

Base $84,500, sign-on of $5,000. Then Corvane Tubes came back with a base of $86,000.

## What I learnt

Ask for a base of $90,000 next time.
"""


def payers(first, second):
    document = Document("page.md", OFFERS.format(first=first, second=second))
    return [row["company_name"] for row in observe(document, default.extract(document)).observations]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orbison Pipes (140 people)", "Corvane Tubes (publicly traded)"),
        ("Offer 1: Orbison Pipes", "Offer 2: Corvane Tubes"),
        ("1. Orbison Pipes – family-owned", "Corvane Tubes"),
    ],
)
def test_what_stands_beside_a_name_says_that_it_pays(first, second):
    assert payers(first, second) == ["Orbison Pipes", *["Corvane Tubes"] * 3, None]


@pytest.mark.parametrize(
    ("first", "second"), [("Background", "Numbers"), ("Leeds (Series B)", "Pipe fitter (public)")]
)
def test_a_topic_a_place_or_a_job_does_not(first, second):
    assert set(payers(first, second)) <= {None, "Corvane Tubes"}
    assert payers(first, second)[0] is None


def test_headings_below_one_on_payers_are_payers_where_amounts_follow():
    ranked = "".join(
        f"{number}. {name}\n{stars} ★★★\n{count} reviews\nAverage: {pay} per hour\nSalaries reported: {count}\nView jobs ({number})\n"
        for number, name, stars, count, pay in (
            (1, "Prairie Grin Group", "4.2", 87, "$56.10"),
            (2, "Dr. Adeyemi & Associates", "3.4", 212, "$51.75"),
            (3, "Larchwood Family Dentistry", "2.9", 31, "$47.20"),
        )
    )
    document = Document(
        "page.txt", f"Dental Hygienist Salary in Canada\n\nTop 3 best paying companies\n{ranked}"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["company_name"], row["low"], row["statistic"]) for row in found] == [
        ("Prairie Grin Group", 56.10, "mean"),
        ("Dr. Adeyemi & Associates", 51.75, "mean"),
        ("Larchwood Family Dentistry", 47.20, "mean"),
    ]
