"""Whose scale a page shows is told by the words beside it, where no title names a job."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

LANES = (
    "# Elder Brook Local School District\n\n## Certified Salary Schedule 2026-27\n\n{people}\n\n"
    "| Step | BA | MA |\n|--|--|--|\n| 1 | $41,300 | $45,700 |\n| 9 | $55,900 | $61,200 |\n"
)


def roles(text):
    document = Document("page.md", text)
    return {row["role_title"] for row in observe(document, default.extract(document)).observations}


def test_lanes_of_a_school_district_are_those_of_teachers():
    assert roles(LANES.format(people="Placement of new teachers is up to the superintendent.")) == {
        "teachers"
    }


def test_a_page_that_never_names_them_gives_no_role():
    assert roles(LANES.format(people="Adopted in May.")) == {None}


def test_class_years_of_large_law_firms_are_those_of_associates():
    text = (
        "# The Biglaw scale in 2026\n\nMost firms pay associates in step.\n\n"
        "| Class year | Base salary |\n|--|--|\n| 2025 | $226,000 |\n| 2020 | $391,000 |\n"
    )
    assert roles(text) == {"associates"}


def test_one_sign_of_a_school_is_not_enough():
    text = (
        "# Elder Brook School District\n\nAsk the teachers.\n\n| Post | Pay |\n|--|--|\n| Cook | $31,300 |\n"
    )
    assert "teachers" not in roles(text)
