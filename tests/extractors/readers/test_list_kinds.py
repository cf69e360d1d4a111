"""Names that nobody knows are what the heading above them lists."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document, Row


def labels(text):
    read = [row.values for row in default.extract(Document("page.md", text)) if isinstance(row, Row)]
    return [{key: getattr(value, "text", value) for key, value in row.items()} for row in read]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("What the companies pay", "company"),
        ("Highest-paying employers", "company"),
        ("Pay by town", "region"),
        ("Related jobs", "role"),
        ("Salary by grade", "level"),
        ("Pay by subject", "specialization"),
    ],
)
def test_a_heading_says_what_its_entries_are(heading, key):
    (first, second) = labels(f"# Pay\n\n## {heading}\n\n- Quorvane: $52,000\n- Zelbrook: $58,500\n")
    assert (first[key], second[key]) == ("Quorvane", "Zelbrook")
    assert "qualifier" not in first


def test_a_place_in_the_name_of_a_payer_is_no_place_of_work():
    (row,) = labels("# Pay of drivers\n\n## Pay by operator\n\n- Trains for Wales: £59,000\n")
    assert row["company"] == "Trains for Wales"
    assert "region" not in row


def test_a_name_under_another_heading_stays_what_narrows_the_figure():
    (row,) = labels("# Pay\n\n## What we found\n\n- Quorvane: $52,000\n")
    assert row["qualifier"] == "Quorvane"


def test_the_first_column_of_a_table_without_a_header_is_what_the_heading_lists():
    (row,) = labels("# Pay\n\n## Pay by employer\n\n|  | Salary |\n|---|---|\n| Quorvane | $52,000 |\n")
    assert row["company"] == "Quorvane"


def test_a_subject_on_the_page_of_a_payer_is_no_other_payer():
    (row,) = labels(
        "---\ncompany: Zelbrook\nrole: data engineer\n---\n# Pay\n\n- Architecture Systems: senior people get $52,000.\n"
    )
    assert row["company"] == "Zelbrook"


def test_a_paragraph_that_compares_roles_names_no_list():
    (row,) = labels("# Pay\n\nWe pay more than other roles get.\n\n- Historical Precedent: $52,000\n")
    assert "role" not in row


def test_levers_that_name_a_field_are_no_jobs():
    text = (
        "# Pay of data engineers\n\n- **Lever 1, Data Engineering Market:** ask for $210,000 in stock.\n"
        "- **Lever 2, Pipeline Reliability:** ask for a base of $190,000.\n- **Lever 3, Data Science:** ask for $25,000.\n"
    )
    assert len(labels(text)) == 3
    assert not [row["role"] for row in labels(text) if "Lever" in row.get("role", "")]


def test_an_entry_of_a_list_of_payers_begins_with_one():
    entries = "".join(
        f"<li><a>{name}</a> <span>{count} salaries</span> <b>£{pay}</b> /yr</li>"
        for name, count, pay in (
            ("Harrow Pharmacare", 9, "48,000"),
            ("Western Mere Government Health", 41, "44,500"),
            ("Lane Road Pharmacy", 4, "39,100"),
        )
    )
    page = f"<html><body><h1>Pharmacist Salary in Leeds</h1><h2>Top paying employers</h2><ol>{entries}</ol></body></html>"
    document = Document("page.html", page)
    found = observe(document, default.extract(document)).observations
    assert [row["company_name"] for row in found] == [
        "Harrow Pharmacare",
        "Western Mere Government Health",
        "Lane Road Pharmacy",
    ]
