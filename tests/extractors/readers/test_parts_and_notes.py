"""Jobs below numbered parts, notes below lists, statistics of single cases, and what is nobody's pay."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(text, *columns, name="page.md"):
    document = Document(name, text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in rows]


def test_a_heading_that_is_a_job_stands_below_the_numbered_part_above_it():
    text = (
        "# Yard agreement\n\nThis is what the yard and its people have agreed on for the next three years, in short.\n\n"
        "## 2. WEEKLY RATES\n\nAs agreed in May.\n\n## Ship Welder\n\nGrade 2 gets £612.40 now.\n\n"
        "## Pipe Fitter\n\nGrade 2 gets £640.10 now.\n"
    )
    assert read(text, "period", "role_title") == [("week", "Ship Welder"), ("week", "Pipe Fitter")]


def test_a_note_that_names_the_figures_holds_for_the_list_above_it():
    text = (
        "# Welders\n\n- Junior: £28,000\n- Journeyman: £34,500\n- Senior: £41,000\n- Lead: £49,000, or £55,000 at sea\n\n"
        "The figures are medians for welders with a ticket in the whole of Scotland.\n"
    )
    assert read(text, "statistic")[:4] == [("median",)] * 4


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        (
            "The mean pay of a chief was £2.1m. Sir Ivo Thorne got £2.7m. The head of Orbison received £2.6m.",
            ["mean", "point", "point"],
        ),
        ("Mates average $61,000, and the scale in Leeds is $30.50 an hour.", ["mean", "point"]),
        ("The federal one is $61,590, the median for the 712 welders in the count.", ["median"]),
    ],
)
def test_whose_statistic_an_amount_is(text, statistics):
    assert [found for (found,) in read(f"# Pay\n\n{text}\n", "statistic")] == statistics


def test_pay_before_penalties_is_pay_and_a_once_only_payment_is_made_once():
    assert read("# Nurse pay\n\nShe will be on $98,056 a year before penalties.\n", "low") == [(98_056,)]
    text = "# Nurse pay\n\nAll staff get a once-only payment of $1,500.\n"
    assert read(text, "low", "period") == [(1_500, "one_time")]


@pytest.mark.parametrize(
    "text",
    [
        "This post has links. If you buy through one of them we may earn $300.",
        "That is less impressive when the client is billed $1,395 for the hour.",
        "The average graduate owes $137,500. On the standard plan that is about $1,560 a month.",
        "**What does an Orbit coach cost?** $450 for a bundle of three calls.",
    ],
)
def test_what_others_pay_is_nobodys_pay(text):
    assert read(f"# Welder pay\n\n{text}\n", "low") == []
