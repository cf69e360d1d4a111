"""How much more something is paid, in the many ways people put it; and what is no pay though it stands among pay."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = "# Platform Engineer Salary Guide\n\nPlatform engineers earn a base salary of $171,000.\n\n"


def read(text):
    document = Document("page.md", PAGE + text)
    observed = observe(document, default.extract(document))
    rows = [row for row in observed.observations if row["evidence"] != "$171,000"]
    return rows, {
        line["text"]: line["reason"] for line in observed.ledger if line["disposition"] == "not_pay"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "This certificate is worth $14K-$19K in negotiation.",
        "Leaving a startup for big tech typically means a $14K-$19K jump.",
        "The title is worth $14K-$19K in annual compensation.",
        "Total pay can exceed the headline number by $14K-$19K.",
        "First offers often leave $14K-$19K of upside.",
        "A promotion brings base increases of $14K-$19K.",
        "The right team means a $14K-$19K increase in total compensation.",
        "Pay can vary $14K-$19K in total compensation between teams.",
    ],
)
def test_a_difference(sentence):
    (row,), _ = read(sentence)
    assert (row["evidence"], row["component"], row["comparison"]) == ("$14K-$19K", "premium", "above")


@pytest.mark.parametrize(
    "sentence",
    ["A ticket takes five days; it is worth $7K a year.", "That step was worth $7K to a colleague of ours."],
)
def test_what_is_worth_an_amount_adds_it(sentence):
    (row,), _ = read(sentence)
    assert (row["component"], row["comparison"]) == ("premium", "above")


@pytest.mark.parametrize(
    "sentence",
    [
        "You are worth $190K.",
        "The role is worth $190K.",
        "Level 3, at the top, is worth $190K.",
        "Your $100K grant could be worth $190K.",
    ],
)
def test_what_is_worth_its_own_pay_adds_nothing(sentence):
    rows, _ = read(sentence)
    assert rows[-1]["component"] != "premium"


def test_a_second_percent_goes_on_with_the_premium_of_the_first():
    rows, _ = read("There is a 25-35% premium over Dubai for heads of team and up to 50% for directors.")
    assert [row["component"] for row in rows] == ["premium", "premium"]


def test_a_package_is_worth_itself():
    (row,), _ = read("Packages worth $310K in total compensation are common.")
    assert (row["component"], row["comparison"]) == ("total", None)


@pytest.mark.parametrize(
    "text",
    [
        "- **Conference and publication budget:** $14K a year\n",
        "- Ask for a tooling budget of $14K.\n",
        "Each deal takes $14K in analyst time.\n",
        "Turnover takes $14K in replacement costs.\n",
    ],
)
def test_budgets_and_costs_are_no_pay(text):
    rows, not_pay = read(text)
    assert rows == []
    assert [text for text in not_pay if text.startswith("$14K")]


def test_a_salary_budget_speaks_of_pay():
    (row,), _ = read("Employers plan salary budgets of 3.5% for raises.")
    assert row["evidence"] == "3.5%"


def test_housing_support_is_an_allowance():
    (row,), _ = read("Offers include housing support of £11K a year.")
    assert row["component"] == "allowance"


def test_a_byline_names_a_person_and_no_place():
    rows, _ = read("By Austin Carter · 3 May 2026\n\nSeniors earn $205,000.\n")
    assert [row["region_label"] for row in rows] == [None]


def test_thousands_in_the_plural():
    (row,), _ = read("Seniors reach the $240Ks in base salary.")
    assert row["low"] == 240_000


def test_a_line_below_a_card_speaks_of_what_the_card_is_about():
    rows, _ = read("## Best cities\n\nBoston, MA\n$134,050\n7% higher than the US average\n")
    by = {row["evidence"]: (row["component"], row["comparison"], row["region_label"]) for row in rows}
    assert by["$134,050"][0::2] == ("base", "Boston, MA")


def test_a_place_that_pay_is_compared_with_is_not_whose_pay_it_is():
    (row,) = [
        row
        for row in read("Engineers in Boston earn 7% more than the US average salary.")[0]
        if row["evidence"] == "7%"
    ]
    assert (row["component"], row["region_label"]) == ("premium", "Boston")


def test_ranks_of_people_are_no_pay():
    rows, not_pay = read("The top 10% earn more than $195,000.")
    assert [row["evidence"] for row in rows] == ["$195,000"]
    assert not_pay == {"10%": "rank"}


def test_ends_of_a_range_on_lines_of_their_own():
    rows, _ = read("## Base salary\n\nMin: $35K\n\nMax: $350K\n")
    assert [(row["statistic"], row["component"]) for row in rows] == [
        ("minimum", "base"),
        ("maximum", "base"),
    ]


def test_more_behind_a_period_opens_the_figure():
    (row,) = read("Veterans can earn $50 an hour or more.")[0]
    assert (row["evidence"], row["statistic"], row["period"]) == ("$50 an hour or more", "minimum", "hour")


def test_levels_of_two_figures_are_not_carried_on():
    rows, _ = read("Pay runs from $203K for L1 to $902K for L5. The median package totals $410K.")
    assert {row["evidence"]: row["level_label"] for row in rows}["$410K"] is None


def test_what_leads_in_with_of_is_what_a_figure_is():
    rows, _ = read(
        "RSU grants of $400K-$720K carry $160K of upside, and a signing bonus of $25K base themselves on it."
    )
    by = {row["evidence"]: row["component"] for row in rows}
    assert (by["$400K-$720K"], by["$25K"]) == ("equity", "signing_bonus")


def test_two_hyphens_make_a_range():
    (row,) = read("Expect a premium of +20--35% for that skill.")[0]
    assert (row["low"], row["high"]) == (20, 35)


def test_a_figure_of_speech_is_no_title():
    rows, _ = read("Platform engineers are the architects of this change and earn $181,000.")
    assert [row["role_title"] for row in rows] == ["Platform Engineer"]


def test_an_adjective_is_no_place():
    rows, _ = read("An American Express card pays for it, and seniors earn $181,000.")
    assert [row["region_label"] for row in rows if row["evidence"] == "$181,000"] == [None]


def test_revenue_beside_another_amount_is_not_what_pay_is():
    rows, not_pay = read("Base salaries at firms with less than $50M in revenue average $245,000.")
    assert [row["evidence"] for row in rows] == ["$245,000"]
    assert not_pay == {"$50M": "revenue"}


def test_total_behind_an_amount_that_brackets_break_down():
    rows, _ = read("An L3 engineer makes around $196k total ($142k base, $38k stock).")
    assert {row["evidence"]: row["component"] for row in rows} == {
        "$196k": "total",
        "$142k": "base",
        "$38k": "equity",
    }


def test_levels_in_the_plural():
    rows, _ = read("An L3 engineer makes $196k. L4s make $286k.")
    assert {row["evidence"]: row["level_label"] for row in rows}["$286k"] == "L4"


def test_a_condition_is_no_example():
    (row,) = read("Certified people receive a $5,000 annual stipend if they work in a busy office.")[0]
    assert row["claim"] == "market"


def test_their_first_year_is_no_period():
    (row,) = read("Doctors in their first year are paid $38,831.")[0]
    assert row["period"] == "year"


def test_labels_below_a_heading_are_no_table():
    rows, _ = read("By region\nNortheast: $338,000\nMidwest: $291,000\nSouth: $284,500\n")
    assert [row["region_label"] for row in rows] == ["Northeast", "Midwest", "South"]


def test_jobs_on_both_ends_of_a_span_of_pay():
    rows, _ = read(
        "Pay runs from $41,000 per year for a Clerk to $265,400 per year for a Vice President of Engineering."
    )
    assert [(row["role_title"], row["level"]) for row in rows] == [
        ("Clerk", None),
        ("Vice President of Engineering", "vp"),
    ]


def test_each_source_says_what_it_counts():
    rows, _ = read("Glassdoor reports total pay of $160K and ZipRecruiter says $122,890.")
    assert [(row["component"], row["attributed_to"]) for row in rows] == [
        ("total", "Glassdoor"),
        ("base", "ZipRecruiter"),
    ]


def test_how_firms_are_measured_is_no_pay():
    rows, not_pay = read("Profits per equity partner hit $3.1 million.")
    assert (rows, not_pay) == ([], {"$3.1 million": "revenue_a_head"})


def test_a_capital_with_its_district_is_one_place():
    rows, _ = read("Engineers in Washington, D.C. earn $142,300.")
    assert [row["region_label"] for row in rows] == ["Washington, D.C."]


def test_percents_above_columns_are_percentiles_where_several_stand():
    rows, not_pay = read(
        "| Percentile | 10% | 25% | 50% (Median) | 75% | 90% |\n|---|---|---|---|---|---|\n"
        "| Annual Wage | $79,850 | $103,390 | $133,080 | $169,000 | $211,450 |\n"
    )
    assert [row["statistic"] for row in rows] == ["p10", "p25", "median", "p75", "p90"]
    assert set(not_pay.values()) == {"rank"}


def test_a_percentile_in_brackets_is_that_of_the_figure_in_front():
    rows, _ = read(
        "Pay runs between $47,000 (25th percentile) to $72,000 (75th percentile) with top earners (90th percentile) making $88,000."
    )
    assert [(row["evidence"], row["statistic"]) for row in rows] == [
        ("$47,000", "p25"),
        ("$72,000", "p75"),
        ("$88,000", "p90"),
    ]


def test_every_payer_of_a_list_has_its_own_figure():
    rows, _ = read("Microsoft: $215,000–$320,000; Cisco: $190K to $280K.")
    assert [row["company_name"] for row in rows] == ["Microsoft", "Cisco"]


def test_what_an_office_publishes_is_a_wage_throughout_its_sentence():
    rows, _ = read(
        "According to the Bureau of Labor Statistics, data scientists earn $112,590 and statisticians earn $103,300 a year."
    )
    assert [row["component"] for row in rows] == ["wage", "wage"]


def test_low_and_high_ends_told_apart():
    rows, _ = read("Salaries are as high as $95,500 and as low as $32,500.")
    assert [row["statistic"] for row in rows] == ["maximum", "minimum"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The program costs an average of $90,000.",
        "Most students graduate with about $90,000 in debt.",
        "On that salary you will be taxed $90,000.",
    ],
)
def test_what_something_costs_is_no_pay(sentence):
    found, reasons = read(sentence)
    assert found == []
    assert list(reasons) == ["$90,000"]


@pytest.mark.parametrize(
    ("sentence", "statistic", "low", "high"),
    [
        ("The highest salary for a platform engineer in Berlin is $98,000.", "maximum", None, 98_000),
        ("The lowest salary reported was $98,000.", "minimum", 98_000, None),
        ("Staff get an allowance (maximum $98,000).", "maximum", None, 98_000),
        ("The highest-paid engineers earn $98,000.", "point", 98_000, 98_000),
        ("The highest average salary is $98,000.", "mean", 98_000, 98_000),
        ("My floor is $98,000.", "minimum", 98_000, None),
        ("The $98,000 total compensation ceiling leaves no room.", "maximum", None, 98_000),
        ("The band ceiling of $98,000 leaves no room.", "maximum", None, 98_000),
        ("Crews are promised $98,000 minimum.", "minimum", 98_000, None),
        ("A $23 minimum wage was voted down.", "point", 23, 23),
    ],
)
def test_what_is_called_the_highest_or_lowest(sentence, statistic, low, high):
    (row,), _ = read(sentence)
    assert (row["statistic"], row["low"], row["high"]) == (statistic, low, high)


def test_years_of_its_own_take_the_place_of_a_level_said_before():
    found, _ = read(
        "New graduates earn $95,000. Those in their first year earn $101,000, while people with a decade of "
        "experience make $135,000."
    )
    assert [(row["level"], row["experience_min_years"], row["experience_max_years"]) for row in found] == [
        ("entry", None, None), (None, 0.0, 1.0), (None, 10.0, None),
    ]  # fmt: skip


def test_hours_a_week_are_no_period_of_pay():
    (row,), _ = read("I made $94K last year working about 30 hours a week.")
    assert row["period"] == "year"


def test_dollars_of_a_country_are_no_place():
    (row,), _ = read("It pays $98,000 in Canadian dollars.")
    assert (row["place"], row["currency"]) == (None, "CAD")


def test_a_payer_that_nobody_knows_takes_the_place_of_the_one_before():
    found, _ = read("At Google, engineers make $90,000. At Dunbar Foods, analysts earn $80,000.")
    assert [row["company_name"] for row in found] == ["Google", "Dunbar Foods"]


def test_a_sentence_before_a_colon_is_no_label():
    found, _ = read("Stipends are tax-free: expect $1,100 a week. Contracts paid as much as $10,000 a week.")
    assert [row["component"] for row in found] == ["allowance", "wage"]
    assert {row["qualifier"] for row in found} == {None}


def test_places_of_a_list_are_not_those_of_the_next_sentence():
    found, _ = read("Ohio ($89,100), Oregon ($86,880) and Texas ($84,690) pay most. Some clear $150,000.")
    assert [row["place"] for row in found] == ["Ohio", "Oregon", "Texas", None]


def test_letters_of_a_state_alone():
    assert read("If they counter below $210K in TX, ask for more.")[0][0]["place"] == "Texas"
    assert read("People in PA earn $98K.")[0][0]["place"] is None


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Pay in England outside London is $98,000.", ["England"]),
        ("They earn up to $143,796, or $153,490 in London.", [None, "London"]),
    ],
)
def test_where_it_is_not(sentence, places):
    assert [row["place"] for row in read(sentence)[0]] == places


def test_who_speaks_and_who_is_talked_with_are_not_paid_it():
    found, _ = read('"We pay $110K," said Dana Cole, CTO of Orbitly. I told the recruiter $195K.')
    assert {row["role"] for row in found} == {"platform-engineer"}


def test_a_level_behind_an_amount():
    found, _ = read("The range is $205,000 to $260,000 for Senior and $248,000 to $315,000 for Staff.")
    assert [row["level"] for row in found] == ["senior", "staff"]


def test_what_happens_more_than_once_is_no_difference():
    found, _ = read("Our riggers have gone from $54,000 to $58,000 more than once.")
    assert [(row["component"], row["comparison"]) for row in found] == [("base", None), ("base", None)]


def test_what_is_taken_off_elsewhere_is_paid_less():
    (row,), _ = read("Salaries are those of Dublin. For Cork take off about 5%.")
    assert (row["component"], row["comparison"], row["region_label"]) == ("premium", "below", "Cork")


def test_each_figure_of_a_list_has_the_people_that_are_tied_to_it():
    found, _ = read("Bonus: 5% at newly qualified, 10-15% for finance managers.")
    assert [(row["level"], row["role"]) for row in found] == [
        ("entry", "platform-engineer"),
        (None, "finance-manager"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "A tiler out-earns a roofer at the same firm by something like $60K a year.",
            [("premium", "above")],
        ),
        ("Three of the women made less than the men by $12K or so.", [("premium", "below")]),
        ("Tilers trail roofers by 8-12% at most firms.", [("premium", "below")]),
        ("Ads that name tiling offered 28% more, about $18,000 a year.", [("premium", "above")] * 2),
    ],
)
def test_by_how_much_some_are_paid_more_than_others(sentence, found):
    assert [(row["component"], row["comparison"]) for row in read(sentence)[0]] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Hull the median base is £125,000 and the median total £215,000.", ["base", "total"]),
        ("They earn €3,900 a month, including shift allowances about €4,150.", ["base", "total"]),
        ("Including a van, apprentices get £21,000.", ["base"]),
        ("Open at $228K base and $320K/4yr.", ["base", "equity"]),
        (
            "The offer is $200K base with $95K/year RSUs. That's $580K over four years.",
            ["base", "equity", "total"],
        ),
    ],
)
def test_words_in_front_of_an_amount_make_it_the_whole(sentence, found):
    assert [row["component"] for row in read(sentence)[0]] == found


def test_what_is_ahead_of_others_and_what_comes_on_top_of_a_step_are_premiums():
    rows, _ = read("Welders are 9–21% ahead of fitters. Reserve welders are paid Step 2 plus 14%.")
    assert [row["component"] for row in rows] == ["premium", "premium"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Platform engineers see RSU grants 12-22% above standard ranges.",
        "Their RSU grants are 26-31% larger than those of banks.",
        "Push for RSUs 15% above the initial offer.",
    ],
)
def test_how_much_more_a_part_is_than_another_is_a_premium_on_it(sentence):
    rows, _ = read(sentence)
    assert [(row["component"], row["comparison"], row["applies_to"]) for row in rows] == [
        ("premium", "above", "equity")
    ]


def test_what_a_premium_comes_to_is_one():
    rows, _ = read(
        "Engineers who can do both are worth an 11-16% premium, approximately $21K-$39K, because few can."
    )
    assert [(row["component"], row["low"]) for row in rows] == [("premium", 11), ("premium", 21_000)]


def test_another_skill_behind_one_that_adds_so_much_adds_as_well():
    rows, _ = read("Fine-tuning adds around $18,500; CUDA experience about $12,500.")
    assert [(row["component"], row["low"]) for row in rows] == [("premium", 18_500), ("premium", 12_500)]
    rows, _ = read("A licence adds $18,500; senior engineers earn around $190,500.")
    assert [row["component"] for row in rows] == ["premium", "base"]


@pytest.mark.parametrize(
    ("sentence", "comparison"),
    [
        ("Remote ones have a median of $163,000, about 6% under the national figure.", "below"),
        ("The software median is $144,000, so platform engineers are about 18% ahead.", "above"),
        ("Somebody with both sees a bump of roughly 17 to 23%, not the sum of the two.", "above"),
        ("In Montreal the gap shrinks to under 11%.", "above"),
        ("A degree is worth 11-16% more.", "above"),
    ],
)
def test_more_ways_to_say_how_much_more(sentence, comparison):
    rows, _ = read(sentence)
    assert [(row["component"], row["comparison"]) for row in rows if row["unit"] == "percent"] == [
        ("premium", comparison)
    ]


def test_a_heading_of_premiums_may_say_for_what():
    rows, _ = read("## Specialization premium\n\n- Burial: $45/day\n- Surveys: 9% over grade\n")
    assert [row["component"] for row in rows] == ["premium", "premium"]


@pytest.mark.parametrize(
    ("sentence", "premium"),
    [
        ("The base at Orbison is lower by almost 12 percent.", 12),
        ("Pay in Leeds is higher by 6%.", 6),
        ("The extra $9,000 a year pays the loan back.", 9_000),
    ],
)
def test_by_how_much_pay_is_higher_or_lower(sentence, premium):
    rows, _ = read(sentence)
    assert [(row["component"], row["low"]) for row in rows] == [("premium", premium)]


def test_an_amount_in_salary_is_base_beside_all_of_the_pay():
    rows, _ = read("Somebody with $93,000 in salary might get $128,000 in total compensation.")
    assert [row["component"] for row in rows] == ["base", "total"]


def test_who_stands_right_in_front_of_an_amount_is_paid_that_one_alone():
    rows, _ = read(
        "Salaries for analysts run from $60,000 to $70,000, managers $90,000 to $110,000, directors $150,000."
    )
    assert [row["level"] for row in rows] == [None, "manager", "director"]
    rows, _ = read("Payouts averaged 91 percent of target, so a manager earning $140,000 would get $19,000.")
    assert [row["statistic"] for row in rows][1:] == ["point", "point"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The gap between riggers and slingers is $4,050 a year, or about 7%.",
            [("premium", 4_050), ("premium", 7)],
        ),
        ("The gap to the rest is $9,000 (12%).", [("premium", 9_000), ("premium", 12)]),
        ("Riggers with a ticket report a median that is 17% higher.", [("premium", 17)]),
    ],
)
def test_a_difference_is_one_in_other_words_too(text, expected):
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == expected


def test_a_supplement_for_nights_stays_at_a_percent_on_top():
    document = Document("page.md", "# Rigger pay\n\nThe night shift supplement stays at 50 percent.\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["comparison"]) for row in found] == [("premium", "above")]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("- Games: 10-20% above, if you know the engine", 10),
        ("- Harrow (north): 5-15% below national average", 5),
        ("Chartered status is good for $10K-$20K.", 10_000),
        ("The title differs, and the difference can be $15K a year.", 15_000),
        ("From senior rigger to lead is another $50K-$70K on the package.", 50_000),
    ],
)
def test_how_much_more_some_are_paid(text, low):
    document = Document("page.md", f"# Rigger pay\n\n## How pay differs\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == [("premium", low)]


def test_the_spread_of_a_range_is_no_difference():
    document = Document("page.md", "# Rigger pay\n\nThe €38K-to-€190K spread is real.\n")
    (row,) = observe(document, default.extract(document)).observations
    assert (row["component"], row["low"], row["high"]) == ("base", 38_000, 190_000)


@pytest.mark.parametrize(
    "text", ["Expect 20% more than a slinger of that age.", "In tunnels, expect 20% more."]
)
def test_what_one_can_expect_more_is_pay(text):
    document = Document("page.md", f"# Rigger pay\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == [("premium", 20)]
