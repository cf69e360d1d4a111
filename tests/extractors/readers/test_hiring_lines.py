"""Adverts in one line between bars: who pays stands first."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def payers(line):
    document = Document("page.txt", f"Who is hiring? (March 2026)\n\n{line}\nWe build things for clinics.\n")
    return [row["company_name"] for row in observe(document, default.extract(document)).observations]


@pytest.mark.parametrize(
    ("line", "payer"),
    [
        ("Ledgerly | Backend Engineer | Remote (US) | $180k-$220k", "Ledgerly"),
        ("Tansy (YC W21) | Staff Data Engineer | Leeds | £95-120k base | 4-day week", "Tansy"),
    ],
)
def test_the_name_in_front_of_the_first_bar_pays(line, payer):
    assert payers(line) == [payer]


@pytest.mark.parametrize(
    "line",
    [
        "Backend Engineer | Full-time | Leeds | £95-120k",
        "Leeds | Backend Engineer | Full-time | £95-120k",
        "Remote | Backend Engineer | Full-time | £95-120k",
    ],
)
def test_a_job_a_place_or_a_way_to_work_there_does_not(line):
    assert set(payers(line)) == {None}
