"""Names that the tables of a page tell, in its text."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = """# Deckhand pay

| Ferry line | Employer | Deckhand, a year |
|---|---|---|
| North | Saltwing Kestrel | $48,000 |
| South | Ombergine | $51,000 |

{text}
"""
FIELDS = """# Veterinarian pay

| Specialty | Average salary |
|---|---|
| Equine surgery | $148,000 |
| Poultry | $122,000 |

{text}
"""


def last(page, text, *columns):
    document = Document("page.md", page.format(text=text))
    rows = observe(document, default.extract(document)).observations
    return tuple(rows[-1][column] for column in columns)


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Ombergine pays a joining bonus of $2,000 too.", "Ombergine"),
        ("Saltwing also pays a joining bonus of $2,000.", "Saltwing"),
        ("A joining bonus of $2,000 is common.", None),
    ],
)
def test_a_payer_that_a_table_names_is_one_in_the_text(text, payer):
    assert last(PAGE, text, "low", "company_name") == (2_000.0, payer)


def test_the_first_word_of_a_payer_that_the_page_uses_as_a_word_is_none():
    text = "A saltwing is a bird. Saltwing feathers are free, and a joining bonus of $2,000 is common."
    assert last(PAGE, text, "company_name") == (None,)


def test_a_field_that_a_table_names_is_one_in_the_text():
    assert last(FIELDS, "In poultry the median salary was $119,000.", "low", "specialization") == (
        119_000.0,
        "poultry",
    )


def test_who_compares_payers_is_none_of_them():
    table = "Retailer | Hourly rate\nOmbergine | £12.40\nSaltwing | £12.95\nPellmarket | £13.10\n"
    page = f"Till pay compared\n\nTillWatch\n\nOur own count, before joining TillWatch or after.\n\n{table}\nNobody earns £20 an hour.\n"
    document = Document("page.txt", page)
    rows = observe(document, default.extract(document)).observations
    assert [row["company_name"] for row in rows] == ["Ombergine", "Saltwing", "Pellmarket", None]
