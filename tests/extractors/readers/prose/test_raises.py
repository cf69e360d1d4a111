"""Pay that changes: what it was and what it is, raises of somebody's pay, legal minimums, starting pay, and what percents come to."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in rows]


@pytest.mark.parametrize(
    "text",
    [
        "Tram conductors will go from £13.10 to £13.90 an hour.",
        "The allowance rises from £13.10 to £13.90 an hour.",
        "She talked them up from £13.10 to £13.90 an hour.",
        "I hoped we could get the base from £13.10 to £13.90 an hour.",
        "Could you go from £13.10 to £13.90 an hour?",
        "Weekly hours stay, and the rate was lifted from £13.10 to £13.90 an hour.",
        "They will raise the pay of all conductors on night trams from £13.10 to £13.90 an hour.",
    ],
)
def test_an_amount_before_and_after_a_raise_is_no_range(text):
    assert said(text, "low", "high", "period") == [(13.1, 13.1, "hour"), (13.9, 13.9, "hour")]


@pytest.mark.parametrize(
    "text",
    ["Pay ranges from £31,000 to £44,000.", "Salaries go from £31,000 to £44,000 in small firms."],
)
def test_a_range_from_one_amount_to_another_stays_one(text):
    assert said(text, "statistic", "low", "high") == [("range", 31000.0, 44000.0)]


def test_where_pay_starts_is_the_least_but_not_what_one_person_started_at_or_the_first_step_of_a_scale():
    text = "Junior wardens start at £27,300. Wardens are paid salaries starting at £30,100."
    assert said(text, "statistic") == [("minimum",), ("minimum",)]
    text = "Wardens start on £27,300. Last year I started at £26,900. Here I start at £28,100."
    assert said(text, "statistic") == [("point",), ("point",), ("point",)]


def test_where_pay_starts_is_said_once_of_several():
    text = "Wardens often begin at £27,300, porters at £25,900, and the head porters at £31,400. Two get £40,100."
    assert said(text, "statistic") == [("minimum",), ("minimum",), ("minimum",), ("point",)]


def test_what_a_script_is_told_to_start_at_is_no_least():
    assert said("In Leeds, start at £93,000 base.", "statistic") == [("point",)]


def test_a_minimum_wage_that_rises_is_a_minimum_and_so_are_those_named_after_it():
    text = "The minimum wage in Oregon rose to $14.95 in July. Portland sets its own, now $16.15."
    assert said(text, "statistic", "component", "low", "high") == [
        ("minimum", "wage", 14.95, None),
        ("minimum", "wage", 16.15, None),
    ]


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("Pay scales will rise by 2.9 percent in May and by 1.4 percent in October.", ["other", "other"]),
        ("Apprentice pay is raised by €95 in all years.", ["other"]),
        ("He gave the porter a 60-cent bump.", ["other"]),
        ("The hourly pay gap was 7.3%, down from 7.9%.", ["premium", "premium"]),
        ("Women earned £41,000, 14% less than the men's £47,700.", ["base", "premium", "base"]),
        ("The tall ships pay $4 an hour over scale.", ["premium"]),
        ("A rigging card is worth another $3 an hour.", ["premium"]),
        ("The $9 an hour difference pays for a boat.", ["premium"]),
    ],
)
def test_raises_are_no_differences_and_gaps_are(text, components):
    assert [component for (component,) in said(text, "component")] == components


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("Profit sharing was 4.1% last year ($6,900 for me).", ["profit_share", "profit_share"]),
        ("Employers pay 12% super, up from 11.5%.", ["benefits", "benefits"]),
        (
            "I get $6,100 with a housing allowance of $1,500, so $7,600 altogether.",
            ["base", "allowance", "total"],
        ),
        ("Per diem was $2.10 an hour.", ["allowance"]),
        ("A late shift allowance of €1.60 per hour is paid.", ["allowance"]),
        ("They got a one-off payment of £350.", ["bonus"]),
    ],
)
def test_parts_of_pay_by_the_names_people_use(text, components):
    assert [component for (component,) in said(text, "component")] == components


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Porters get 45p above the minimum.", [(0.45, "GBP")]),
        ("Pickers got a rise of 35 cents.", [(0.35, "USD")]),
        ("The rate was 38 bucks an hour.", [(38.0, "USD")]),
        ("Wages start at 7 p.m. on weekdays.", []),
    ],
)
def test_pence_cents_and_bucks_are_money(text, amounts):
    assert said(text, "low", "currency") == amounts


@pytest.mark.parametrize(
    ("beside", "currency"),
    [
        ("Employers pay superannuation, and the modern award sets a casual loading.", "AUD"),
        ("Put it into an RRSP; your T4 has it.", "CAD"),
        ("KiwiSaver comes on top, says the site fern.co.nz.", "NZD"),
        ("It matches your 401(k), and the W-2 has it.", "USD"),
        ("A word about awards.", "USD"),
    ],
)
def test_a_dollar_is_that_of_the_country_whose_words_a_page_uses(beside, currency):
    assert said(f"Welders earn $71,000 a year.\n\n{beside}\n", "currency") == [(currency,)]


def test_hourly_pay_without_a_period_is_a_wage():
    assert said("Cashiers are on $15.75.", "component", "period") == [("wage", "hour")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The starting basic pay of a clerk is ₹21,700. His brother makes ₹9,10,000.", ["month", "year"]),
        ("Nurses in Manila are paid ₱31,500.", ["month"]),
        ("A steward in Gdansk earns PLN 6,100, a captain PLN 260,000.", ["month", "year"]),
        ("The first-year rate is $94, and the second-year rate $151.", ["hour", "hour"]),
        ("The clinic pays $21.30, with a $1.75 differential for nights.", ["hour", "hour"]),
        ("They got a one-off payment of £350.", ["one_time"]),
        ("A settling-in allowance of S$3,100 is paid.", ["one_time"]),
    ],
)
def test_the_time_an_amount_is_paid_for_follows_from_its_size_and_name(text, periods):
    assert [period for (period,) in said(text, "period")] == periods


def test_words_for_an_end_hold_for_both_of_two_amounts():
    text = "The guild recommends at least £26,100 in London and £23,400 elsewhere."
    assert said(text, "statistic", "low", "high") == [("minimum", 26100.0, None), ("minimum", 23400.0, None)]


def test_what_amounts_come_to_is_the_total():
    text = "The first letter is €81,000 plus €8,100 and €5,000 of shares: call it €94,100."
    assert said(text, "component")[-1] == ("total",)


def test_an_amount_without_a_sign_is_in_the_currency_of_the_one_before_it():
    text = "She gets a base of €81,000 plus 14k in bonus. A rival in Leeds offers a base of £70,000."
    assert [currency for (currency,) in said(text, "currency")] == ["EUR", "EUR", "GBP"]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Crews ratified a contract that lifts hourly pay by 17% over its life.", "other"),
        ("The pay plan raised every grade by 2.15%.", "other"),
        ("Newly made clerks are on £44,000. That is £3,000 more than last year.", "other"),
        ("A welding card lifts your pay by 17%.", "premium"),
        ("Berth officers in Oslo make $3,000 more than those in Bergen.", "premium"),
    ],
)
def test_what_a_settlement_adds_is_a_raise_and_what_some_get_more_is_a_premium(text, component):
    assert said(text, "component")[-1] == (component,)


@pytest.mark.parametrize(
    "text",
    [
        "Clerks get 20% on top of pay for nights and 45% for Sundays.",
        "My day rate is £240, plus 15% at weekends.",
        "Turku beats the national average by $9,310 (11.2%).",
        "Rates come in about 8% under, and pay differs.",
        "Outside pay is £40k. You can put another £7,000 on that.",
        "A CISSP is worth $5,000 a year, Kubernetes maybe $3,000.",
        "Clerks with a card were paid 9% more than others. For drivers the difference was only 3%.",
    ],
)
def test_another_difference_of_the_same_kind_is_a_premium_too(text):
    assert said(text, "component")[-1] == ("premium",)


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Bonuses target 8% of base at grade 4 and 16% above that.", "bonus"),
        ("Commission is 7% of contract value, 11% above quota.", "commission"),
    ],
)
def test_a_share_above_a_threshold_is_no_premium(text, component):
    assert said(text, "component")[-1] == (component,)


def test_a_hike_in_a_list_of_skills_that_raise_pay_is_a_premium():
    text = "# Pay of developers\n\n## Skills that increase salary\n\n- Cobol: 12-15% hike over plain Java\n"
    assert said(text, "component") == [("premium",)]


def test_what_pay_is_raised_from_is_no_least_amount():
    document = Document("page.txt", "They agreed to raise the base salary from $74,000 to $80,000.")
    rows = observe(document, default.extract(document)).observations
    assert [(row["statistic"], row["low"]) for row in rows] == [("point", 74_000), ("point", 80_000)]


@pytest.mark.parametrize(
    "text",
    [
        "The island raises its minimum wage 9% in May.",
        "Basic salaries rose 3.4% among ferry crews.",
        "The ferry crews turned down a wage offer of 4.5% on Friday.",
    ],
)
def test_a_percent_beside_the_word_for_a_salary_is_no_salary(text):
    assert said(text, "component", "unit") == [("other", "percent")]


def test_a_percent_on_top_of_the_base_is_a_premium():
    assert said("Night watch: base rate plus 14% for all hours worked.", "component", "comparison") == [
        ("premium", "above")
    ]


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("The arbitrator awarded 4% and then 3.25%.", [4, 3.25]),
        ("The spring review moved ranges by 2.9%.", [2.9]),
        ("A promotion comes with at least 7% for every rigger.", [7]),
        ("All rates shall be increased by not less than 2% nor more than 3.75%.", [2, 3.75]),
        ("Half of the yards we asked plan rises of less than 5 per cent next year.", [5]),
        ("Of all my rises only one was more than 5%. (Rises since: 2.5% and 6%.)", [5, 2.5, 6]),
    ],
)
def test_a_percent_is_a_rise_where_that_is_what_is_awarded_planned_or_promised(text, percents):
    page = f"Riggers earn a salary of $61,000.\n\n{text}"
    found = said(page, "component", "low", "high")[1:]
    assert [(component, low or high) for component, low, high in found] == [("other", n) for n in percents]


def test_a_change_with_a_plus_in_front_is_a_rise_of_the_ranges():
    assert said("- Spring: ranges +2.9%, on-call pay $400 a week\n", "component", "low")[0] == ("other", 2.9)


@pytest.mark.parametrize("when", ["by the end", "by 2029", "on 1 July"])
def test_pay_that_goes_from_one_amount_to_another_by_a_day_is_no_range(when):
    text = f"Average pay goes from $71,000 to $98,000 {when}."
    assert said(text, "low", "high") == [(71_000, 71_000), (98_000, 98_000)]


def test_a_scale_that_goes_from_one_amount_to_another_is_a_range():
    assert said("The scale goes from $71,000 to $98,000.", "low", "high") == [(71_000, 98_000)]


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("Median weekly earnings for full-time employees increased by 2.9% between 2023 and 2024.", ["other"]),
        ("Salaries for audit managers rose 3.8% to $121,500.", ["other", "base"]),
        ("Average hourly wages among employees increased 3.6% (+$1.24 to $36.05) on a year-over-year basis.", ["other", "other", "wage"]),
        ("Nurses won raises of between 20% and 42% over the three-year contract.", ["other"]),
    ],
)  # fmt: skip
def test_pay_of_some_that_rose_says_by_how_much(text, components):
    assert [component for (component,) in said(text, "component")] == components


def test_what_pay_came_to_is_for_the_time_by_which_it_rose():
    text = "Average hourly wages increased 3.6% (+$1.24 to $36.05) on a year-over-year basis."
    assert said(text, "period")[1:] == [("hour",), ("hour",)]


def test_a_share_of_jobs_is_no_pay_and_neither_is_what_it_was():
    text = "The proportion of low-paid employee jobs by hourly pay was 3.4%, down from 8.9% in 2023."
    assert said(text, "component") == []


def test_what_a_minimum_goes_up_to_is_no_upper_end_and_the_percent_behind_it_is_the_rise():
    text = "The living wage goes up to £12.21 on 1 April, from £11.44. That's 6.7%. Welders can go up to £19 an hour."
    document = Document("page.md", f"# Pay of welders\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["component"]) for row in found[:3]] == [
        (12.21, "wage"),
        (11.44, "wage"),
        (6.7, "other"),
    ]
    assert found[3]["statistic"] == "maximum"


@pytest.mark.parametrize(
    ("text", "rises"),
    [
        ("The average increase at review was 4.6%, down from 7.2% last year.", [4.6, 7.2]),
        ("We expect 3.5% increases at July reviews.", [3.5]),
        ("Most yards plan increases of 3.5% next year.", [3.5]),
        ("Salary budgets will grow 3.5% (2024: 3.9%).", [3.5, 3.9]),
        ("Pay rises averaged 4.1% (2023: 5.2%).", [4.1, 5.2]),
        (
            "The riggers' contract, signed in March, gave an immediate 18% and 34% by the end of 2026.",
            [18, 34],
        ),
        ("The agreement gives staff 4% in April and 2% in October.", [4, 2]),
    ],
)
def test_rises_of_two_years_and_of_a_contract_are_read(text, rises):
    assert said(f"Rigger salaries\n\n{text}\n", "component", "low") == [("other", rise) for rise in rises]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is £19.07 an hour, and London weighting takes that to £21.31.",
            [("wage", "hour", 19.07), ("wage", "hour", 21.31)],
        ),
        ("Night allowance brings it to £24 an hour.", [("wage", "hour", 24)]),
        (
            "The base is $61,000; bonus and stock bring the total to $78,000.",
            [("base", "year", 61_000), ("total", "year", 78_000)],
        ),
        ("I turned in a $5,200 week in May.", [("wage", "week", 5_200)]),
        ("Foremen get 10% over, riggers 12.5% over that.", [("premium", None, 10), ("premium", None, 12.5)]),
    ],
)
def test_what_is_added_brings_the_pay_to_an_amount(text, expected):
    document = Document("page.md", f"# Pay of welders\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["period"], row["low"]) for row in found] == expected


@pytest.mark.parametrize(
    "text",
    ["Pay goes up to £45,000 in London.", "Pay of welders goes up to £45,000 this year at the top step."],
)
def test_what_pay_goes_up_to_somewhere_is_an_upper_end(text):
    document = Document("page.md", f"# Pay of welders\n\n{text}\n")
    (row,) = observe(document, default.extract(document)).observations
    assert row["statistic"] == "maximum"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Average monthly earnings of porters came to NOK 48 210 in 2024, up NOK 1 930 or 4.2 per cent from a year earlier.",
            [("base", None, "month"), ("other", "above", "month"), ("other", "above", None)],
        ),
        (
            "The median salary of porters is $41,300, a drop of $900 (2.1%) from 2023.",
            [("base", None, "year"), ("other", "below", "year"), ("other", "below", None)],
        ),
    ],
)
def test_what_pay_grew_by_since_an_earlier_time_is_no_average(text, expected):
    assert said(text, "component", "comparison", "period") == expected


def test_a_rise_is_said_again_once_and_a_row_of_them_is_none():
    once = said("The median was $81,200, up $3,100 (4%) from 2023.", "low", "component", "comparison")
    assert once[1:] == [(3_100, "other", "above"), (4, "other", "above")]
    many = "The median was $81,200, up " + ", ".join(["$3,100 or 4%"] * 40) + " from 2023."
    assert len(said(many, "low")) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Ward sisters win an award worth 5.25% over two years.",
        "The settlement is worth about 4%.",
        "The 9% award covers porters.",
        "The union had asked for 7 per cent, citing inflation and pay at agencies.",
    ],
)
def test_what_an_award_is_worth_is_a_rise(text):
    assert said(f"Pay of porters\n\n{text}", "component", "unit") == [("other", "percent")]


def test_a_rise_in_money_or_in_percent_whichever_is_more():
    text = "Pay of porters\n\nThe council offered £1,310 or 4.2 per cent, whichever is the greater."
    assert said(text, "component", "low") == [("other", 1_310), ("other", 4.2)]


@pytest.mark.parametrize(
    "text",
    [
        "Staff received an increase of 3% in April.",
        "It was the first strike since 1998, when lashers won what was then the biggest increase in four decades: 9.4 percent.",
    ],
)
def test_increases_that_somebody_won_are_rises(text):
    assert said(f"Pay of lashers\n\n{text}", "component", "unit") == [("other", "percent")]
