"""What a page says of all its figures: who pays, where, in which currency."""

import pytest

from extractors.readers import markdown
from extractors.readers.scope.page import page_outline
from normalizers.fields import field
from schemas import Cell, Document


def page(text):
    reading = markdown.read(Document("x.md", text))
    return {key: label.text for key, label in page_outline(reading.blocks, {}).page.items()}


def test_a_name_beside_pay_bands_in_the_title_pays_where_the_page_says_so():
    text = "# Levels & pay bands — Larkmoor Oak (EMEA)\n\nLarkmoor Oak has one ladder.\n"
    assert page(text)["company"] == "Larkmoor Oak"


def test_a_name_in_front_of_the_job_in_the_title_pays_where_the_page_says_so():
    row = page(
        "# Zelbrook Cloud Data Engineer Salary\n\nData engineers at Zelbrook Cloud get $151,000. At Zelbrook Cloud that is base.\n"
    )
    assert (row["company"], row["role"]) == ("Zelbrook Cloud", "Data Engineer")


def test_a_title_that_holds_the_name_of_a_known_payer_stays_whole():
    reading = markdown.read(
        Document("x.md", "# Apple Intelligence Engineer Salary\n\nAt Apple the base is $151,000.\n")
    )
    given = {"company": Cell("Apple"), "role": Cell("Apple Intelligence Engineer")}
    assert page_outline(reading.blocks, given).page["role"].text == "Apple Intelligence Engineer"


def test_a_name_that_the_page_never_speaks_of_is_no_payer():
    assert "company" not in page("# Pay bands — Payscale Weekly\n\nEngineers are paid well.\n")


def test_a_page_of_we_about_compensation_is_of_the_name_it_gives_most_often():
    text = "# Compensation\n\nHow Brambletech decides what we pay. Everybody at Brambletech sees our bands.\n"
    assert page(text)["company"] == "Brambletech"


def test_labelled_lines_at_the_top_are_the_page_s():
    text = "# Vacancy\n\n**Employer:** Saltmarsh Ferries\n\n**Location:** Cork, Ireland\n\nPay: €41,000\n"
    assert page(text) | {"company": "Saltmarsh Ferries", "region": "Cork, Ireland"} == page(text)


def test_a_label_that_comes_again_and_again_is_not_the_page_s():
    text = "# Offers\n\n**Employer:** Saltmarsh\n\n**Employer:** Fenwick\n"
    assert "company" not in page(text)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("All amounts are gross, EUR per month.", {"currency": "EUR", "period": "month"}),
        ("All AUD, before tax.", {"currency": "AUD"}),
        ("Figures are in Swiss francs.", {"currency": "CHF"}),
        ("We try to keep all numbers in mind.", {}),
    ],
)
def test_a_sentence_about_all_figures_says_how_they_are_counted(sentence, said):
    found = page(f"# Notes\n\n{sentence}\n")
    assert {key: found[key] for key in ("currency", "period") if key in found} == said


def test_where_a_page_says_that_it_holds_is_its_region():
    text = "# Pay policy\n\nApplies to all staff in Leiden and Delft, Netherlands.\n"
    assert page(text)["region"] == "Leiden and Delft, Netherlands"


@pytest.mark.parametrize(
    ("label", "is_field"),
    [
        ("Engineering & Data", True), ("Family medicine (no OB)", True), ("4. Copywriting & content", True),
        ("Engineering blog", False), ("Sales tax by county", False), ("", False),
    ],
)  # fmt: skip
def test_a_label_is_a_field_of_work_where_it_is_nothing_else(label, is_field):
    assert (field(Cell(label)) is not None) is is_field


def test_a_country_named_from_the_beginning_on_is_the_page_s():
    text = "# Crew rates\n\nDay rates paid in the UK.\n\nThe UK has no union minimum.\n\nIn London UK crews earn more.\n"
    assert page(text)["region"] == "UK"


def test_a_country_among_others_is_not_the_page_s():
    text = "# Crew rates\n\nDay rates in the UK, France and Spain.\n\nThe UK pays most, France least.\n"
    assert "region" not in page(text)


def test_letters_that_the_page_puts_in_the_plural_are_no_place():
    text = "# GCC rewards outlook\n\nIndia hosts 1,700 GCCs. India pays well. In India a GCC pays more.\n"
    assert page(text)["region"] == "India"


def test_a_word_for_people_of_a_country_names_no_region():
    text = "# Pay\n\nA French firm. French engineers. The French way. French offers are lower.\n"
    assert "region" not in page(text)


def test_a_period_that_is_counted_is_not_that_of_all_figures():
    assert "period" not in page(
        "# Can a lecturer ask for more?\n\nA month of teaching pay is an eighth of the base.\n"
    )
    assert page("# Ward rates\n\nMonthly amounts are in euros.\n")["period"] == "month"


def test_recruiters_in_a_menu_are_not_whose_pay_a_page_tells():
    assert "role" not in page(
        "# Class of 2031\n\n## Recruiters & Companies\n\n## Alumni\n\nThe median base salary was $121,000.\n"
    )
    assert page("# Recruiter pay in 2031\n\nThe median base salary was $121,000.\n")["role"] == "Recruiter"


def test_what_a_page_can_be_shared_on_is_no_payer():
    assert "company" not in page(
        "# Rigger pay\n\n## Share this: Facebook  Viber  Messenger\n\nThe median base salary was $121,000.\n"
    )


def test_the_level_of_somebody_whose_pay_is_broken_down_is_not_that_of_the_page():
    card = "Total: $241,000\nLevel: Senior\nBase: $172,000\nStock: $56,000\n"
    assert "level" not in page(f"# Tilers at Orbison\n\n{card}\nThe highest pay is $512,400.\n")
    assert page("# Tilers at Orbison\n\nLevel: Senior\nBase: $172,000\n")["level"] == "Senior"


def test_an_organisation_above_its_pay_and_conditions_pays():
    below = "## Pay and conditions: Staff Agreement 2025\n\nEmployees get $1,000.\n"
    assert page(f"# Corrimal Coast Libraries\n\n{below}")["company"] == "Corrimal Coast Libraries"
    assert "company" not in page(f"# Welder Salaries\n\n{below}")


def test_a_line_about_several_things_begins_with_where():
    row = page(
        "# Three offers\n\n**Role:** Tiler\n\n**Where:** Leeds, one offer in Hull, one remote (UK)\n\nI got £31,000.\n"
    )
    assert row["region"] == "Leeds"
