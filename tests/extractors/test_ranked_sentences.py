"""Sentences that state another point of the distribution, or the two ends, that the one before spoke of."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def records(text, name="page.md"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def test_a_tenth_named_right_after_a_source_is_of_that_source():
    text = (
        "# Masons\n\nAccording to the Bureau of Labor Statistics, the median wage is $51,180 a year. "
        "The lowest tenth earn less than $34,660. Our own members earn $58,000.\n"
    )
    assert [(row["attributed_to"], row["component"]) for row in records(text)] == [
        ("Bureau of Labor Statistics", "wage"),
        ("Bureau of Labor Statistics", "wage"),
        (None, "base"),
    ]


@pytest.mark.parametrize(
    ("said", "statistic"),
    [
        ("The middle half of answers lies between $51K and $73K.", "percentile_band"),
        ("One in ten reports $91K.", "p90"),
        ("A quarter earned less than $49,000.", "p25"),
        ("A quarter got more than $77,000.", "p75"),
    ],
)
def test_tenths_and_quarters_in_words_are_percentiles(said, statistic):
    assert [row["statistic"] for row in records(f"# Salaries of masons\n\n{said}\n")] == [statistic]


def test_the_parts_of_a_median_total_are_medians():
    text = "Mason Salary\n\nMedian Total Pay\n$64,000\nBase\n$58,000\nBonus\n$6,000\n\nMasons lay bricks all day.\n"
    assert [row["statistic"] for row in records(text, "page.txt")] == ["median"] * 3


@pytest.mark.parametrize("asked", ["How much does masonry school cost?", "How much is a mason's licence?"])
def test_the_answer_to_a_question_on_costs_is_no_pay(asked):
    text = f"# Masons\n\n### {asked}\n\nBetween $3,000 and $5,500, and a retake is $400.\n"
    assert records(text) == []


def test_pay_by_the_fortnight_is_paid_twenty_six_times_a_year():
    (row,) = records("# Masons\n\nMasons earn a salary of $2,000 per fortnight.\n")
    assert (row["period"], row["annual_low"]) == ("fortnight", 52_000)


def test_those_who_learn_are_paid_by_the_year_of_their_training():
    text = "# Masons\n\nTrainees get €1,120 a month in the first year, €1,240 in the second and €1,390 in the third.\n"
    assert [row["level_label"] for row in records(text)] == ["first year", "second", "third"]


def test_hours_per_month_are_no_period_of_pay():
    text = "# Masons\n\nRates are per hour; most of us work 150 hours per month. A mason makes £61,000.\n"
    assert [row["period"] for row in records(text)] == ["year"]


@pytest.mark.parametrize(
    ("said", "statistics"),
    [
        ("Band 7 starts at £43,100 and goes to £49,800.", ["minimum", "maximum"]),
        ("Band 7 starts on £43,100 and rises to £49,800.", ["point", "maximum"]),
        ("Masons make £31,000, with £44,000 the ceiling.", ["point", "maximum"]),
    ],
)
def test_a_scale_that_starts_and_climbs_has_two_ends(said, statistics):
    assert [row["statistic"] for row in records(f"# Salaries of masons\n\n{said}\n")] == statistics


def test_a_grant_without_years_is_no_pay_of_one_year():
    (row,) = records("# Pay of masons\n\nShe joined with a $90,000 stock grant.\n")
    assert (row["component"], row["period"]) == ("equity", "grant")


def test_firms_of_a_country_that_pay_in_a_town_pay_there():
    rows = records("# Salaries of lawyers\n\nPay at the US firms in London: £151,000.\n")
    assert [row["region_label"] for row in rows] == ["London"]


def test_a_step_as_a_share_of_the_full_rate_is_a_wage_like_its_amount():
    text = "# Apprentice masons\n\n- 1st period – 45% – $14.20\n- 2nd period – 60% – $18.90\n"
    found = [(row["component"], row["level_label"], row["low"]) for row in records(text)]
    assert found == [
        ("wage", "1st period", 45),
        ("wage", "1st period", 14.20),
        ("wage", "2nd period", 60),
        ("wage", "2nd period", 18.90),
    ]


def test_years_behind_with_belong_to_the_amount_in_front():
    text = "# Pay of masons\n\nMasons get €31,000 with 0-1 years, €36,000 with 2-4 years and €43,000 with 5-8 years.\n"
    found = [(row["low"], row["experience_min_years"]) for row in records(text)]
    assert found == [(31_000, 0), (36_000, 2), (43_000, 5)]


def test_a_site_that_counts_all_pay_states_totals():
    text = "# Engineers\n\nLevels.fyi shows $251k for an L4. Levels.fyi has a base salary of $171k. Glassdoor shows $160k.\n"
    assert [row["component"] for row in records(text)] == ["total", "base", "base"]


def test_what_something_is_worth_in_percent_is_a_premium():
    (row,) = records("# Masons\n\nA stone licence is worth around 6% at firms that pay for it.\n")
    assert (row["component"], row["low"]) == ("premium", 6)


def test_how_a_share_price_moved_is_no_premium_and_a_union_no_grant():
    text = "# Pay of actors\n\nShare price today: $161.20 (+1.4%)\n\nEquity's minimum for a week is £590.\n"
    assert [(row["component"], row["low"]) for row in records(text)] == [("wage", 590)]


@pytest.mark.parametrize(
    ("said", "component"),
    [
        ("With London allowance, research masons begin on £41,200 of pay.", "base"),
        ("The Großraumzulage in Munich is 250 € a month.", "allowance"),
        ("In 2023 everybody was paid a one-off inflation payment of €2,500.", "bonus"),
        ("A founding engineer is paid with about 0.4% of the company.", "equity"),
    ],
)
def test_which_part_of_pay_an_amount_is(said, component):
    assert [row["component"] for row in records(f"# Masons\n\n{said}\n")] == [component]


def test_a_grant_of_unknown_years_leaves_those_of_the_others_as_they_are():
    text = (
        "---\nrole: Mason\nstock_low: 90000\nstock_high: 120000\n---\n\n# Offers\n\n"
        "| Level | Stock (4 yr) |\n|---|---|\n| L4 | $110,000 |\n\n"
        "One got an $80,000 stock grant.\n"
    )
    assert [(row["period"], row["vesting_years"]) for row in records(text)][:2] == [
        ("grant", 4),
        ("grant", 4),
    ]


@pytest.mark.parametrize(
    ("said", "statistic"),
    [
        ("The council minimum for a fully trained thatcher (Grade 6) is £19.40 an hour.", "minimum"),
        ("The floor agreed by the stage hands' union in March is £24.10 an hour.", "minimum"),
        ("The new pay floor, brought in this spring, is said to be about £31,000 for masons.", "minimum"),
        ("The least is the regional minimum wage, £12.90 an hour.", "minimum"),
        ("He is paid £90,000, five times the lowest salary in the yard (£18,000, a beginner).", "minimum"),
        ("The highest salary in the yard (£97,000) is paid to the owner.", "maximum"),
        ("The lowest paid are the beginners, and a mason gets £44,000.", "point"),
        ("Of the minimum nobody spoke, and masons get £44,000.", "point"),
    ],
)
def test_an_end_may_stand_some_words_before_its_amount(said, statistic):
    assert records(f"# Salaries of masons\n\n{said}\n")[-1]["statistic"] == statistic


def test_between_an_end_and_its_amount_may_stand_by_how_much_it_rose():
    said = "The minimum wage goes up 7.4% to £13.20 an hour."
    (row,) = [row for row in records(f"# Salaries of masons\n\n{said}\n") if row["unit"] == "currency"]
    assert (row["low"], row["high"], row["statistic"]) == (13.2, None, "minimum")
