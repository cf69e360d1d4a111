"""News about pay: who pays, who only speaks, and what a paper is called."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(text, *columns):
    document = Document("page.txt", text)
    return [
        tuple(row[column] for column in columns)
        for row in observe(document, default.extract(document)).observations
    ]


def test_the_name_of_a_paper_is_no_job():
    text = (
        "The Aldersham Courier\n\nTram drivers get £16.40 an hour\n\n"
        "Members backed a revised offer on Monday evening, after a long dispute over rest days, holiday and the old rota.\n\n"
        "Overtime is worth £24.60 an hour.\n"
    )
    assert {role for (role,) in rows(text, "role_title")} == {"Tram drivers"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A union spokesperson said the crews are paid £31,200.",
        "Finance director Maya Ortega would not say whether crews will get £31,200.",
        "Crews will get £31,200, said Maya Ortega, TBU's regional officer.",
    ],
)
def test_who_speaks_is_not_who_is_paid(sentence):
    assert rows(f"Notes on pay\n\n{sentence}\n", "role_title") == [(None,)]


def test_the_payer_in_a_headline_needs_less_than_a_town_below():
    text = (
        "Strike off as Vesperline drivers accept £15.90 an hour\n\n"
        "Members took a revised offer from Vesperline on Monday evening, after a long dispute over rest days and holiday.\n\n"
        "At the depot in Corran pay is higher. She went to work at Corran in May. In Corran nobody left.\n"
    )
    assert {payer for (payer,) in rows(text, "company_name")} == {"Vesperline"}


def test_a_country_in_the_first_text_below_a_menu_is_that_of_the_page():
    menu = "Fitter Salary | PayRung\nBy Location\nBy Company\nBy Title\nServices\nContribute\n"
    text = (
        "Fitters in the United States take home a base of $61,000 a year at the median, as members told us.\n"
        "Highest pay\nThe best paid fitter in the United States has a base of $98,000.\n"
        "Lowest pay\nThe least that a fitter in the United States told us is a base of $39,000.\n"
    )
    assert {region for (region,) in rows(menu + text, "place")} == {"United States"}


def test_where_a_firm_comes_from_is_not_where_the_page_is_about():
    menu = "Fitter Salary | PayRung\nBy Location\nBy Company\nBy Title\nServices\nContribute\n"
    text = (
        "Fitters at the largest US broker earn a base of $61,000 a year at the median, as its members told us.\n"
        "Best\nAt a US broker a fitter has a base of $98,000 a year.\n"
        "Worst\nAnother US broker pays a base of $39,000 a year.\nNights\nBy night the base is $71,000 a year.\n"
    )
    assert rows(menu + text, "low", "place")[-1] == (71_000, None)


def test_a_sentence_goes_on_below_with_its_amount():
    text = (
        "Welder salary in Germany\n\nBased on 2.914 salary entries from our users, the average gross salary is\n"
        "41.300 €\nper year, or 3.440 € per month\n"
    )
    assert rows(text, "statistic", "low", "period", "sample_size") == [
        ("mean", 41_300, "year", 2_914),
        ("mean", 3_440, "month", 2_914),
    ]


def test_what_a_skill_is_worth_comes_on_top():
    text = "Analyst pay\n\nThe big jump comes with CISSP, worth $17,000 a year.\n"
    assert rows(text, "component", "low") == [("premium", 17_000)]


def test_a_form_for_the_tax_office_is_no_percentile():
    text = "Driver pay in the UK\n\nMy P60 said £71,300.\n"
    assert rows(text, "component", "statistic") == [("total", "point")]


def test_amounts_too_small_for_a_year_are_by_the_page_s_own_time():
    text = "Pilot pay\n\nFirst officers start at $91 an hour. Captains make $412.\n"
    assert rows(text, "low", "period") == [(91, "hour"), (412, "hour")]


@pytest.mark.parametrize(
    ("sentence", "payers"),
    [
        ("Lena Voss of the drugmaker Corlane was paid £2.4m.", ["Corlane"]),
        ("He collected £1.9m at the miner Tessby Resources.", ["Tessby Resources"]),
        ("A nurse at the care provider Elm House got £31,200.", ["Elm House"]),
        ("The bank pays clerks £31,200.", [None]),
    ],
)
def test_a_word_for_a_kind_of_payer_leads_to_its_name(sentence, payers):
    assert [payer for (payer,) in rows(f"Notes on pay\n\n{sentence}\n", "company_name")] == payers


def test_what_stands_in_brackets_with_an_amount_of_its_own_is_about_that_one():
    text = "Notes on pay\n\nClerks start at £31,700 (£35,400 in London), and senior clerks get £44,400.\n"
    assert rows(text, "low", "place") == [(31_700, None), (35_400, "London"), (44_400, None)]


def test_an_analysis_of_something_by_somebody_is_theirs():
    text = "Notes on pay\n\nBosses were paid £1.58m, according to an analysis of annual reports by the Fair Wage Forum.\n"
    assert rows(text, "attributed_to") == [("Fair Wage Forum",)]


def test_a_town_in_a_row_of_companies_is_one_of_them():
    text = "Notes on pay\n\nEngineers who know Cisco/Palo Alto/Arista earn $181,000.\n"
    assert rows(text, "place") == [(None,)]


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("They raised the grant to 1.15% at the same salary.", "equity"),
        ("I asked for a base of $171,000 and 1.3%, with a ten-year exercise window.", "equity"),
        ("Staff got a 3% raise.", "other"),
    ],
)
def test_a_small_share_of_a_young_firm_is_equity(sentence, component):
    assert rows(f"Notes on pay\n\n{sentence}\n", "component", "unit")[-1] == (component, "percent")


@pytest.mark.parametrize(
    ("town", "place", "country"),
    [("Wolverhampton", "Wolverhampton", "GB"), ("Karratha", "Karratha", "AU"), ("Kampala", "Kampala", "UG")],
)
def test_towns_of_many_countries_are_known(town, place, country):
    text = f"Notes on pay\n\nClerks in {town} are paid 31,200 US dollars.\n"
    assert rows(text.replace("31,200 US dollars", "$31,200"), "place", "country") == [(place, country)]
