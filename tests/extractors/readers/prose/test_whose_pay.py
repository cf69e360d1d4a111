"""Whose pay a sentence tells: short names for fuller titles, and words for jobs that mean an employer."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def roles(text, name="page.md"):
    document = Document(name, text)
    return [row["role_title"] for row in observe(document, default.extract(document)).observations]


def test_the_last_word_of_a_title_means_all_of_it_also_where_it_begins_a_sentence():
    assert roles("# Tram driver pay\n\nDrivers start on £31,200.\n") == ["Tram driver"]


def test_the_rank_that_a_heading_begins_with_means_all_of_it():
    text = "# What we paid\n\n## Associate dentists\n\nLast year associates had a median of $128,400.\n"
    assert roles(text) == ["Associate dentists"]


def test_letters_stand_for_the_title_that_a_heading_spells_out():
    text = "# Airline pilot pay\n\n## Regional first officer\n\nAt last I was hired.\n\n## And then\n\nAs a 737 FO I made $116 an hour.\n"
    assert roles(text) == ["first officer"]


def test_letters_for_the_job_in_the_title_of_the_page_stay_as_written():
    text = "# Site Reliability Engineer pay\n\nThe average SRE earns $151,000.\n"
    assert roles(text) == ["SRE"]


def test_letters_that_name_an_amount_in_a_list_stay_as_written():
    text = "# Flying for a living\n\n## First officer and captain\n\n- A320 FO: $92 an hour\n- A320 captain: $180 an hour\n"
    assert roles(text)[0] == "A320 FO"


@pytest.mark.parametrize(
    "sentence",
    [
        "At a mid-size contractor the basic is £38,000.",
        "Those who work for a small contractor are on £38,000.",
        "The recruiters quote £38,000.",
        "The contractor is really paying £38,000.",
    ],
)
def test_an_employer_is_not_whose_pay_is_told(sentence):
    assert roles(f"# Electrician pay\n\n{sentence}\n") == ["Electrician"]


def test_how_many_people_a_firm_has_is_not_whose_pay_is_told():
    text = "# Paralegal pay\n\nAt a firm with 38 lawyers the base is $61,000.\n"
    assert roles(text) == ["Paralegal"]
