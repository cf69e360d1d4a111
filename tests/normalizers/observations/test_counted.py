"""What entries of a list with a number of cases each are."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

CITIES = "## Cities\n\n- Dayton: $52,400 (702 salaries)\n- Akron: $49,400 (120 salaries)\n- Toledo: $48,200 (88 salaries)\n"


def statistics(text):
    document = Document("page.md", text)
    return [row["statistic"] for row in observe(document, default.extract(document)).observations]


def test_amounts_of_many_cases_are_the_average_that_the_page_names():
    text = f"# Pay of clerks in Ohio\n\nThe average clerk makes $51,000 a year.\n\n{CITIES}"
    assert statistics(text) == ["mean"] * 4


def test_amounts_of_many_cases_are_medians_where_the_page_names_a_median():
    text = f"# Pay of clerks in Ohio\n\nThe median pay of clerks is $51,000 a year.\n\n{CITIES}"
    assert statistics(text) == ["median"] * 4


def test_amounts_of_many_cases_stay_points_where_the_page_names_no_average():
    assert statistics(f"# Pay of clerks in Ohio\n\n{CITIES}") == ["point"] * 3
