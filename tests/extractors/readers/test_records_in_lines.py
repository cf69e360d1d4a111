"""Records of scraped text, one line for each thing: what stands between their names and amounts, and where the last one ends."""

import re

import pytest

from extractors import default
from extractors.readers.scraped_text import ratings, same_labels
from normalizers.observations import observe
from schemas import Block, Cell, Document

TRADES = "".join(
    f"{number}. {job}\nMedian pay: ${pay},300 per year\nTop 10%: ${pay + 30},100+\nHow to get started: {how}\n{told}\n"
    for number, job, pay, how, told in (
        (3, "Carpenter", 56, "an apprenticeship of three years", "Framers and finishers, and all between."),
        (
            2,
            "Ironworker",
            61,
            "on the job",
            '"I got $17 an hour at first, and I would not go back," says one of them in Tulsa.',
        ),
        (1, "Boilermaker", 71, "trade school (6 months)", "Long weeks away from home."),
    )
)


def observed(text, name="page.txt"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def test_the_last_line_of_a_record_heads_nothing():
    text = (
        f"Best-paid trades of 2025\n\nWe ranked trades by median pay using the latest BLS figures.\n{TRADES}"
    )
    rows = observed(text)
    (story,) = [row for row in rows if row["low"] == 17]
    assert (story["role_title"], story["attributed_to"]) == ("Ironworker", None)
    assert {row["attributed_to"] for row in rows if row["low"] in (56_300, 61_300, 71_300)} == {"BLS"}


def test_a_line_with_which_records_begin_heads_them():
    text = "Example: a crane driver\nBasic pay: £41,000\nShifts: ten\n" * 3
    lines = [Cell(text).cut(at.start(), at.end()) for at in re.finditer(r"[^\n]+", text)]
    blocks = [Block("heading", line, 2) for line in (lines[3], lines[8])]
    assert [block.kind for block in same_labels.without_headings(blocks, lines)] == ["heading", "paragraph"]


STARRED = (
    "Company\nAvg. salary\nOpen jobs\nOrbison Steel\n4.0\n$49.86 per hour\n12\n"
    "Vesper Paper\n3.6\n$38.10 per hour\n4\nLarkspur\n3.5\n$45.25 per hour\n9\n"
)


def test_stars_that_no_header_names_move_no_cell():
    rows = observed(f"What millwrights earn in Canada\n\nTop companies hiring millwrights\n\n{STARRED}")
    assert [(row["company_name"], row["low"]) for row in rows] == [
        ("Orbison Steel", 49.86),
        ("Vesper Paper", 38.10),
        ("Larkspur", 45.25),
    ]


@pytest.mark.parametrize("header", ["Rating", "Company rating", "Factor", "Punkte"])
def test_what_a_header_names_stays(header):
    lines = [Cell(line) for line in f"{header}\n{STARRED}".splitlines()]
    assert ratings.without_ratings(lines) == lines


def test_a_list_of_other_jobs_ends_the_last_advert():
    adverts = "".join(
        f"{job}\n{payer}\n{pay}\n{behind}\n"
        for job, payer, pay, behind in (
            ("Millwright - Night Shift", "Maple Foods - Brampton, ON", "$43.15–$45.00 an hour", "3 days ago"),
            ("Industrial Mechanic", "Northgate Pulp - Prince George, BC", "$52.08 an hour", "Posted today"),
            (
                "Travelling Millwright",
                "Prairie Services - Fort McMurray, AB",
                "$50 - $56 per hour",
                "9 days ago",
            ),
        )
    )
    others = "Related salaries\n\nMachinist\n$62,400\nWelder\n$54,113\nHeavy Duty Mechanic\n$87,750\n"
    rows = observed(f"Millwright salary in Canada\n\nRecently posted jobs\n\n{adverts}\n{others}")
    assert {row["region_label"] for row in rows if row["low"] in (62_400, 54_113, 87_750)}.isdisjoint(
        {"Fort McMurray, AB"}
    )
    assert [row["region_label"] for row in rows if row["low"] == 50] == ["Fort McMurray, AB"]


def test_figures_that_cover_people_of_a_country_are_of_it():
    text = (
        "# What sellers make\n\nAll figures are in US dollars and cover US-based sellers unless we say so.\n\n"
        "- Riggers: $83,000\n"
    )
    assert observed(text, "page.md")[0]["country"] == "US"


def test_a_name_that_touches_the_time_of_an_amount_is_that_of_the_next_one():
    rows = observed(
        "What dental staff make in Canada\n\nRelated job titles\n\nDental assistant\n$27.90 per hour\n"
        "Orthodontic assistant\n$28.60 per hourDenturist\n$84,115 per year\n"
    )
    assert [(row["role_title"], row["low"], row["period"]) for row in rows] == [
        ("Dental assistant", 27.9, "hour"),
        ("Orthodontic assistant", 28.6, "hour"),
        ("Denturist", 84_115, "year"),
    ]
