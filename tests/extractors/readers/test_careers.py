"""Stories of a career: the page is about none of the jobs, and each part of it about the one that begins there."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

STORY = """# Every payslip I had: roofer to site manager

## Year one

A firm in Derby took me on as a maintenance fitter at £11.20 an hour. It was cold.

The van allowance was £25 a week.

## Year four

In spring I became a crane operator. They paid me £17.40 an hour.

The bonus was £900.

## The numbers nobody asks for

My pension got £210 a month.
"""


def roles(text):
    document = Document("story.md", text)
    return [row["role_title"] for row in observe(document, default.extract(document)).observations]


def test_each_part_of_a_story_is_about_the_job_that_begins_in_it():
    assert roles(STORY) == ["maintenance fitter"] * 2 + ["crane operator"] * 2 + [None]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("From nurse to site manager: my salary", None),
        ("Apprentice to site manager: all my pay", None),
        ("How to become a site manager: salary and path", "site manager"),
        ("A guide to site manager salary", "site manager"),
    ],
)
def test_a_title_that_says_how_somebody_got_there_is_about_no_job(title, role):
    assert roles(f"# {title}\n\nThe salary was £61,000.\n") == [role]
