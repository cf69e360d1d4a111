"""Amounts that nobody calls total pay, and that are it all the same."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

TABLE = """# Veterinarian Compensation Report

| Field | Average total compensation |
|---|---|
| Horses | $148,000 |
| Cattle | $131,000 |
| Cats | $122,000 |
| Fish | $118,000 |
| Birds | $109,000 |

Men took in more. In small practices they earned $139,000, women $117,000.
"""


def components(text):
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    return {row["low"]: row["component"] for row in rows}


def test_where_a_page_gives_total_pay_alone_an_amount_without_a_name_is_total_pay():
    assert components(TABLE) | {139_000.0: "total", 117_000.0: "total"} == components(TABLE)


def test_a_page_that_names_salaries_too_leaves_it_open():
    text = TABLE.replace(
        "Men took in more.", "The base salary is $96,000 with horses, and a base of $91,000 with cats."
    )
    assert components(text)[139_000.0] == "base"


def test_what_a_package_comes_to_is_the_whole():
    text = "Liam is on a £66,000 base. Add £7,920 in pension and a £2,500 completion bonus and his package comes to £76,420."
    document = Document("page.md", f"# Rigger pay\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert found[-1]["component"] == "total"
