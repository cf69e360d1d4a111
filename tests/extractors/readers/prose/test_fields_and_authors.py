"""What people work in where a sentence or a title names no job, who writes a page, and whom the news call a boss of."""

import pytest

from extractors import default
from extractors.readers import payer, read
from normalizers import mentions
from normalizers.observations import observe
from schemas import Cell, Document


def observed(text, name="page.txt"):
    document = Document(name, text)
    return list(observe(document, default.extract(document)).observations)


def test_a_field_of_medicine_says_whose_pay_the_next_sentences_tell():
    text = "# Doctor pay\n\nDermatology is calm. The median was $401,000. Neurology: $322,000, and $281,000 for primary care.\n"
    assert [row["specialization"] for row in observed(text, "page.md")] == [
        "Dermatology",
        "Neurology",
        "primary care",
    ]


def test_a_sentence_that_begins_with_a_field_leaves_the_one_that_leads_its_paragraph():
    text = "# Dentist pay\n\nEndodontics: a median of $281,000. Orthodontics pays between $301,000 and $322,000.\n"
    rows = observed(text, "page.md")
    assert [row["specialization"] for row in rows] == ["Endodontics", "Orthodontics"]


def test_a_title_about_pay_that_names_no_job_says_what_people_work_in():
    text = (
        "# Offer check: night shift ICU in Leeds\n\nI am on £21.40 an hour and they offered £23.10 an hour.\n"
    )
    assert {row["specialization"] for row in observed(text, "page.md")} == {"ICU"}


def test_the_line_below_the_name_of_a_site_says_who_writes_it():
    text = (
        "Crumbs\na baker writes about money, now and then\n\nHome\n\nWhat I get\n\n"
        "Last week somebody asked me what it pays, and I did not know. I get £29,400 a year, before tax.\n"
    )
    assert [row["role_title"] for row in observed(text)] == ["baker"]


def test_whose_chief_executive_and_spokesman_a_page_names_is_who_pays():
    text = (
        "The Ledger\n\nPay for the Vesper Orbison boss rises\n\n"
        "The chief executive of Vesper Orbison, a line of ferries, was paid £1.9m last year, the annual report shows.\n\n"
        "A spokesperson for Vesper Orbison declined to comment on what the board will do about it next year.\n"
    )
    found = payer.of_page(read(Document("page.txt", text)).blocks)
    assert found is not None
    assert found.text == "Vesper Orbison"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The boss of Thorne & Mason got £410,000.", None),
        ("A Barber & Stylist gets £21,000.", "Barber & Stylist"),
        ("A Payroll & Benefits Clerk gets £21,000.", "Payroll & Benefits Clerk"),
    ],
)
def test_a_name_and_a_word_for_a_job_are_a_firm(text, role):
    found = [m.cell.text for m in mentions.find(Cell(text), ("role",))]
    assert (role in found) if role is not None else not any("&" in one for one in found)
