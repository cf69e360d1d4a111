"""What sentences state: each figure with its own component, statistic, place, people and speaker."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def said(text, *columns):
    return [tuple(record.get(column) for column in columns) for record in observed(text)]


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("A base salary of $151,000 comes with an annual bonus of $21,000.", ["base", "bonus"]),
        ("Bonuses run 11-14% of base salary, and equity is worth $81,000 a year.", ["bonus", "equity"]),
        ("Analysts who know Rust earn a 17% premium over those who do not.", ["premium"]),
        ("Stock makes up 35% of total compensation.", ["equity"]),
        ("Total compensation is $310,000: $200,000 base and $90,000 in stock.", ["total", "base", "equity"]),
        ("Expect a sign-on bonus of $31,000.", ["signing_bonus"]),
        ("Consultants are paid $85 an hour.", ["wage"]),
        ("The Bureau of Labor Statistics puts the median annual wage at $98,760.", ["wage"]),
    ],
)
def test_every_figure_has_the_component_that_its_own_words_name(text, components):
    assert [component for (component,) in said(text, "component")] == components


def test_a_raise_is_no_component_of_pay():
    assert said("Expect raises of 4% to 6% a year.", "component", "unit", "low", "high") == [
        ("other", "percent", 4.0, 6.0)
    ]


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("The median salary is $101,000.", ["median"]),
        ("The average salary is $101,000.", ["mean"]),
        ("Salaries run from $90,000 to $120,000.", ["range"]),
        ("The salary is $101,000.", ["point"]),
        ("The 25th percentile is $88,000 and the 75th percentile is $133,000.", ["p25", "p75"]),
        ("Salaries of $131,000 (90th percentile) are seen.", ["p90"]),
        ("In London the average salary is £61,000; in Berlin it is €63,000.", ["mean", "mean"]),
    ],
)
def test_a_statistic_is_that_of_the_figure_beside_it(text, statistics):
    assert [statistic for (statistic,) in said(text, "statistic")] == statistics


def test_places_in_a_list_go_with_their_own_figures():
    text = "Salaries reach $141,000 in Boston, $152,000 in Seattle, and $163,000 in Denver."
    assert said(text, "low", "place") == [(141000.0, "Boston"), (152000.0, "Seattle"), (163000.0, "Denver")]


def test_one_figure_for_many_places_is_one_row_a_place():
    records = observed("Base salaries average $144,000 in Boston, Seattle and Denver.")
    assert [record["place"] for record in records] == ["Boston", "Seattle", "Denver"]
    assert len({record["figure_id"] for record in records}) == 1
    assert len({record["observation_id"] for record in records}) == 3


def test_levels_on_two_sides_of_a_comma_are_not_mixed():
    text = "Entry-level engineers earn $101,000, while senior engineers earn $166,000."
    assert said(text, "level_label", "low") == [("Entry-level", 101000.0), ("senior", 166000.0)]


def test_a_subject_is_carried_to_a_sentence_that_names_no_other():
    text = "Google pays senior data scientists a base salary of $171,000. They also get a sign-on bonus of $22,000."
    assert said(text, "company_name", "role_title", "component") == [
        ("Google", "data scientists", "base"),
        ("Google", "data scientists", "signing_bonus"),
    ]


def test_years_of_experience_and_the_size_of_a_sample_are_numbers_of_their_own():
    text = (
        "With 4-7 years of experience, total compensation runs from $150K to $210K based on 1,340 salaries."
    )
    assert said(text, "experience_min_years", "experience_max_years", "sample_size") == [(4.0, 7.0, 1340)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The median salary is $101,000.", ["market"]),
        ("The median salary is $101,000 according to Glassdoor.", ["reported"]),
        ("According to the Bureau of Labor Statistics, the median annual wage was $98,760.", ["official"]),
        ("Tomas, a data engineer in Denver, earned $118,000. He later moved to $149,000.", ["anecdote"] * 2),
    ],
)
def test_who_says_it(text, claims):
    assert [claim for (claim,) in said(text, "claim")] == claims


def test_whom_a_figure_is_attributed_to():
    text = "The median salary is $101,000 according to Glassdoor."
    assert said(text, "attributed_to") == [("Glassdoor",)]


def test_the_sides_of_a_negotiation():
    text = '"I hold a competing offer of $203,000, and I am asking for $217,000." My walk-away number is $188,000.'
    assert said(text, "claim", "stance", "low") == [
        ("negotiation", "competing_offer", 203000.0),
        ("negotiation", "ask", 217000.0),
        ("negotiation", "floor", 188000.0),
    ]


def test_what_a_document_says_of_a_city_stays_in_its_paragraph():
    text = "Pay in Boston averages $121,000.\n\nThe median salary of nurses is $83,000.\n"
    assert said(text, "low", "place") == [(121000.0, "Boston"), (83000.0, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The stock grant is $200,000 and vests over four years.",
        "RSU grants of $200,000, vesting over four years, are common.",
        "A $200K RSU grant vesting over 4 years is common.",
    ],
)
def test_years_of_vesting_behind_the_amount(text):
    assert said(text, "component", "period", "annual_low") == [("equity", "grant", 50000.0)]


def test_a_group_of_people_is_no_person_with_a_story():
    assert said("Contractors charge $85 an hour. Interns earn $35 an hour.", "claim") == [("market",)] * 2
    assert said("Chris earned $151,000 last year.", "claim") == [("anecdote",)]


def test_what_the_best_paid_tenth_earns_is_a_percentile_and_no_median():
    text = "The median pay is $121,000, with the top 10% earning more than $203,000."
    assert said(text, "statistic", "low") == [("median", 121000.0), ("p90", 203000.0)]


def test_the_growth_of_a_market_is_no_pay():
    assert observed("Analysts expect a market of $412 billion by 2031, growing at 27.1% a year.") == []


def test_where_a_payer_comes_from_is_not_where_it_pays():
    text = "# Actuary salary in Ireland\n\nActuaries earn €71,000. US multinationals pay €94,000. Those with Indian degrees get €66,000.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["region_label"] for row in rows] == ["Ireland"] * 3


def test_respectively_pairs_two_lists():
    text = "Leeds and York pay plumbers £31,200 and £29,800 respectively."
    assert said(text, "region_label", "low") == [("Leeds", 31_200), ("York", 29_800)]


def test_a_sentence_that_goes_on_has_the_statistic_that_all_figures_before_it_had():
    text = "Leeds shows a median of £31,200 and York a median of £29,800. Hull follows at £28,100."
    assert said(text, "statistic") == [("median",)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Our course is €139 until Friday (normally €219).",
        "A place at the staff nursery is £49 a day (£38 after tax).",
    ],
)
def test_another_price_of_the_same_thing_is_no_pay_either(text):
    assert observed(text) == []


@pytest.mark.parametrize("joined", ["plus", "with", "excl."])
def test_what_comes_with_the_pay_is_not_what_the_pay_is(joined):
    page = f"# Fitter pay in Australia\n\nFitters on mine sites are commonly offered $141,000 to $171,000 {joined} super on a roster.\n"
    (row,) = observe(document := Document("page.md", page), default.extract(document)).observations
    assert (row["component"], row["claim"]) == ("base", "market")
