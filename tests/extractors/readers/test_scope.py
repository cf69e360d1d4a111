"""What titles and headings say of the figures below them."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, *columns):
    document = Document("page.txt", text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


OPENINGS = """Openings at Vesper Glass Works

Vesper Glass Works melts and blows glass in three towns, and everybody who works for it owns a part of it.

Senior Process Engineer (Furnaces)
Toledo, OH (hybrid)
You will look after two furnaces and the people who feed them, day and night, and write down what you did.
The base salary is $98,000 to $121,000.
—
Packing Supervisor
Erie, PA
Twelve people report to you. They are paid well and so are you, and nobody has to lift anything heavy.
The range is $61,500 to $70,250.
—
Night Watchman
Scranton, PA
You walk around three times a night with a lamp and a dog. The dog is ours, and so is the lamp, for now.
The salary is $44,000 a year.
—
Junior Glass Technician
Erie, PA
Nobody has to know anything on the first day. All of this is shown by people who have done it for long.
We pay $38,400 a year.
"""


def test_each_opening_of_a_page_has_the_job_and_the_place_of_the_lines_above_it():
    assert observed(OPENINGS, "low", "role_title", "region_label", "company_name") == [
        (98_000, "Senior Process Engineer", "Toledo, OH", "Vesper Glass Works"),
        (61_500, "Packing Supervisor", "Erie, PA", "Vesper Glass Works"),
        (44_000, "Night Watchman", "Scranton, PA", "Vesper Glass Works"),
        (38_400, "Junior Glass Technician", "Erie, PA", "Vesper Glass Works"),
    ]


def test_the_name_of_a_table_leaves_what_its_part_of_the_page_is_about():
    text = (
        "What surveyors told us this spring\n\nTwo hundred and six people answered, from all four counties and most of the"
        " towns in them, and we thank them all.\n\nQuantity surveyors\n\nThey were asked for their salary before tax and for"
        " nothing else, since nobody likes to answer more than that.\n\nTable 3 Salary by county\n\n"
        "County | Low | Median | High\nKildare | €41,000 | €52,500 | €66,000\nMeath | €39,500 | €50,000 | €61,000\n"
    )
    assert {role for (role,) in observed(text, "role_title")} == {"Quantity surveyors"}


def test_a_union_is_no_job():
    text = (
        "UNITED HARBOUR PILOTS, LOCAL 12\n\nAgreement reached with Orbison Harbour Trust\n\nAfter nine meetings the offer was"
        " put to the vote, and the vote was clear: more than eight in ten said yes to Orbison Harbour Trust.\n\n"
        "The rate rises to $61.20 an hour from May.\n"
    )
    assert observed(text, "role_title", "company_name") == [(None, "Orbison Harbour Trust")]


@pytest.mark.parametrize(
    ("title", "company", "place"),
    [
        (
            "Stock Controller at Boston Tea Works in Erie, PA: Salary and Total Pay",
            "Boston Tea Works",
            "Erie, PA",
        ),
        ("Stock Controller at Orbison Rail in Erie, PA: Salary and Total Pay", "Orbison Rail", "Erie, PA"),
    ],
)
def test_a_title_names_job_payer_and_place(title, company, place):
    text = f"{title}\n\nHow much does a Stock Controller make at {company}?\n\nIt is $51,300 a year, as people at {company} say.\n"
    assert observed(text, "role_title", "company_name", "region_label") == [
        ("Stock Controller", company, place)
    ]


def test_a_search_is_no_title():
    text = (
        'Showing 1-2 of 14 results for "glazier OR tiler"\n\nGlaziers and tilers were looked for, and this is what was found'
        " by us in the whole of the county last week.\n\nWe pay a roofer £41,000.\n"
    )
    assert observed(text, "role_title") == [("roofer",)]


def test_the_employer_of_an_agreement_is_the_party_that_it_calls_so():
    text = (
        'COLLECTIVE AGREEMENT\nbetween\nTHE PORT OF ALDER BAY\n(hereinafter called the "Employer")\n- and -\n'
        'UNITED DOCK EMPLOYEES, LOCAL 12\n(hereinafter called the "Union")\n\n'
        "19.02 Whoever is asked to lead a gang shall receive $1.75 per hour above the rate of the gang.\n"
    )
    assert observed(text, "low", "role_title", "company_name") == [(1.75, None, "THE PORT OF ALDER BAY")]


def test_a_name_alone_is_a_payer_among_adverts_that_say_where():
    text = (
        "Jobs near you\n\nFork Lift Driver (nights)\nOrbison Logistics, Erie\n$21.40 per hour\nWear boots.\n\n"
        "Care Assistant\nOakhollow Nursing Home, Scranton\n$17.10 an hour\nBe kind.\n\nTruck Driver\nKilshane Haulage\n$24.90 an hour\n"
    )
    assert observed(text, "role_title", "company_name", "region_label") == [
        ("Fork Lift Driver", "Orbison Logistics", "Erie"),
        ("Care Assistant", "Oakhollow Nursing Home", "Scranton"),
        ("Truck Driver", "Kilshane Haulage", None),
    ]


def test_a_short_form_speaks_for_the_whole_name():
    text = (
        "Vesper pilots ratify their contract\n\nPilots at Vesper Air voted on Friday, and most of them said yes to what they were"
        " offered after a year of talks.\n\nA captain earns $298 an hour.\n"
    )
    assert observed(text, "low", "company_name") == [(298, "Vesper Air")]


def test_a_name_that_touches_its_amount_is_whose_pay_it_is_and_not_the_page_s():
    text = (
        "Thatcher salary in Durban\n\nThe average thatcher gets R19 200 per month, says everybody who was asked this spring.\n\n"
        "Similar trades\n\nBoilermakerR22 300 per month410 openings\nRoof tilerR14 700 per month96 openings\n"
    )
    assert observed(text, "low", "role_title")[1:] == [(22_300, "Boilermaker"), (14_700, "Roof tiler")]


def test_the_letters_of_a_page_s_title_stand_only_for_a_job_that_they_are_letters_of():
    text = "FO pay at regional airlines\n\nAn upgrade to ATR captain was $104,000 last spring.\n"
    assert observed(text, "role_title") == [("ATR captain",)]


def test_the_source_that_all_figures_come_from_is_named_for_each():
    text = (
        "# Thatcher pay\n\nBelow are the figures from the Straw Trades Survey 2031, and a few answers.\n\n## By county\n\n"
        "| County | Median salary |\n|---|---|\n| Devon | £31,400 |\n"
    )
    assert observed(text, "low", "attributed_to") == [(31_400, "Straw Trades Survey 2031")]


def test_what_a_note_states_of_a_figure_of_its_own_is_no_source_of_the_table_above_it():
    text = (
        "# Thatcher pay\n\nTable 2. Mean wages of thatchers. Source: ONS, May 2031\n\n| County | Mean salary |\n|---|---|\n"
        "| Devon | £31,400 |\n\nFigures leave out those who work for themselves, and they are many: GRVA counts 60% of all.\n"
    )
    assert observed(text, "low", "attributed_to")[0] == (31_400, "ONS")


def test_a_column_of_the_jobs_in_a_band_says_whose_pay_it_is():
    text = "# Pay bands\n\n| Band | Jobs in it | Salary |\n|---|---|---|\n| 2 | Ferry warden, Toll keeper | £26,900 |\n"
    assert observed(text, "role_title") == [("Ferry warden, Toll keeper",)]


def test_a_page_whose_title_names_no_job_is_about_the_one_in_its_description():
    text = (
        "---\ntitle: State of the Chair\ndescription: Dental hygienist pay by years of practice\n---\n\n# State of the Chair\n\n"
        "The median base is $58,500, up a little.\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["role_title"] for row in rows] == ["Dental hygienist"]


def test_a_page_of_several_ranks_is_about_their_job_without_the_rank():
    text = (
        "# Design pay\n\nThe junior UX designer gets $51,000. A junior UX designer is rare. The senior UX designer gets $90,000.\n\n"
        "The median was $71,000.\n"
    )
    document = Document("page.md", text)
    assert observe(document, default.extract(document)).observations[-1]["role_title"] == "UX designer"


def test_a_page_of_two_jobs_calls_neither_of_them_by_both_names():
    text = "# What welders and pipefitters earn\n\nA pipe welder makes $41 an hour.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["role_title"] for row in rows] == ["pipe welder"]


def test_a_sentence_on_all_figures_says_whose_they_are_and_of_which_rank():
    text = (
        "# Pay of remote crews by country\n\nAmounts are gross monthly salaries for a senior rigger with a contract, unless noted.\n\n"
        "| Country | Pay |\n|---|---|\n| Spain | €3,100 |\n| Italy | €2,900 |\n\n"
        "## Others\n\nA crane operator gets €2,400 in Spain.\n"
    )
    assert observed(text, "low", "role_title", "level_label") == [
        (3100, "rigger", "senior"),
        (2900, "rigger", "senior"),
        (2400, "crane operator", None),
    ]


def test_the_description_of_a_page_names_the_job_that_its_title_leaves_out():
    head = "---\ntitle: Harbour Pay Monitor\ndescription: Median pay of crane operators from 900 payslips\n---\n\n"
    text = f"{head}# Harbour Pay Monitor\n\nThe median is €41,000.\n"
    assert observed(text, "role_title") == [("crane operators",)]


def test_the_question_that_a_page_begins_with_names_the_job_before_anybody_who_answers():
    text = (
        "# OfferTalk\n\n## Is €48k a fair offer for a crane operator, or should I stay?\n\nI got one from a port in Hull.\n\n"
        "I was a rigger there. A rigger gets €39,000. Base €41,000 for me as a rigger.\n\nThey pay €47,000 base.\n"
    )
    assert observed(text, "low", "role_title")[-1] == (47000, "crane operator")


def test_a_title_that_speaks_of_pay_names_the_job_before_the_name_of_a_site():
    text = "# Harbour Life | Fishing and police jobs in Wales\n\n## Crane operator pay 2031\n\nThe median is £31,000.\n"
    assert observed(text, "role_title") == [("Crane operator",)]


def test_trainees_are_not_of_the_rank_in_the_title_of_the_page():
    text = (
        "# Newly qualified solicitors: pay\n\n"
        "Below is where the main players in Leeds stand, according to our Rate Tracker. Amounts leave out bonuses.\n\n"
        "| Firm | Trainee 1st year | NQ |\n|---|---|---|\n| Alderman Roe | £31,000 | £52,000 |\n| Thorne Pike | £30,000 | £50,000 |\n"
    )
    columns = ("low", "role_title", "company_name", "region_label", "attributed_to")
    assert observed(text, *columns) == [
        (31000, "Trainee", "Alderman Roe", "Leeds", "Rate Tracker"),
        (52000, "Newly qualified solicitors", "Alderman Roe", "Leeds", "Rate Tracker"),
        (30000, "Trainee", "Thorne Pike", "Leeds", "Rate Tracker"),
        (50000, "Newly qualified solicitors", "Thorne Pike", "Leeds", "Rate Tracker"),
    ]


def test_a_contractor_on_a_page_about_one_job_has_that_job():
    text = "# Rigger pay in Wales\n\nThe median rigger is on £38,000.\n\nContractor in Barry here, £41 an hour and no holidays.\n"
    assert observed(text, "role_title", "qualifier")[-1] == ("Rigger", "Contractor")


def test_words_above_columns_say_who_pays_where_the_rows_are_jobs():
    text = (
        "# Surveyor salaries\n\n| Position | Consultant | Contractor |\n|---|---|---|\n"
        "| Graduate surveyor | £27,000 | £31,000 |\n| Senior surveyor | £45,000 | £52,000 |\n"
    )
    assert observed(text, "role_title", "employer_group") == [
        ("Graduate surveyor", "Consultant"),
        ("Graduate surveyor", "Contractor"),
        ("Senior surveyor", "Consultant"),
        ("Senior surveyor", "Contractor"),
    ]


def test_where_somebody_is_from_is_not_where_they_are_paid():
    text = "# Rigger pay\n\nI'm from Lisbon too, moved to Hull in 2031. My first contract was £28,000.\n"
    assert observed(text, "region_label") == [("Hull",)]


def test_a_question_about_two_jobs_is_about_both():
    text = "What do welders and pipefitters earn?\n\nThe work is hard.\n\nMost make $51,000 a year.\n"
    assert observed(text, "role_title") == [("welders and pipefitters",)]


@pytest.mark.parametrize("number", ["", "§ 7 ", "7.2 ", "Clause 12: ", "Article 4 – "])
def test_a_list_below_a_numbered_heading_is_of_what_the_heading_names(number):
    entries = "- Split duty: EUR 11.50 each time\n- Instructors: EUR 9.75 a day\n"
    text = f"# Pay agreement of Nordhavn Trams\n\n## {number}Supplements\n\n{entries}"
    assert observed(text, "component") == [("allowance",), ("allowance",)]


def test_a_payment_at_the_end_of_the_year_is_a_bonus():
    text = "# Pay agreement\n\n## § 9 Annual special payment\n\nWith the November pay, employees receive 82 % of the average monthly pay.\n"
    assert observed(text, "component") == [("bonus",)]


@pytest.mark.parametrize("asks", ["asks you", "in Bern asks", "calls", "asks for your expectations"])
def test_who_asks_in_the_title_is_not_who_is_paid(asks):
    text = (
        f"What is a degree worth when a recruiter {asks}?\n\nA year after it they earn CHF 82,400 a year.\n"
    )
    assert observed(text, "role_title") == [(None,)]


def test_who_asks_for_more_is_paid_it():
    text = "What happens if a welder asks for a raise?\n\nThey earn CHF 82,400 a year then.\n"
    assert observed(text, "role_title") == [("welder",)]
