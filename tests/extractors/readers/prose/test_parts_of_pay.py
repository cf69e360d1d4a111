"""Which part of pay a figure is where a heading, a run-in label or the sentence before says so, and no word beside it."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def records(text, name="page.md"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def components(text):
    return [row["component"] for row in records(text)]


@pytest.mark.parametrize(
    "heading", ["## On top of salary", "## Extras", "## Extra duty & other pay", "On top of basic pay:"]
)
def test_what_a_list_of_extras_states_is_an_allowance(heading):
    text = f"# Pay of wardens in Leeds\n\n{heading}\n\n- Own boots and tools: £300 a year\n- £28 a night away from home\n"
    assert components(text) == ["allowance", "allowance"]


def test_pay_for_other_work_in_a_list_of_extras_stays_pay():
    text = "# Pay of teachers in Ohio\n\n## Extra duty & other pay\n\n- Summer courses: $41.00/hr\n- Substitute teacher: $190 per day\n"
    assert components(text) == ["wage", "wage"]


def test_a_part_that_ends_as_a_sentence_labels_what_follows_it():
    text = (
        "# Pay of chemists in Basel\n\n- **Sign-on.** Not offered, but people got €8,000 to replace a lost bonus.\n"
        "- **Pension.** The firm puts in about 14% of salary.\n"
    )
    rows = records(text)
    assert [row["component"] for row in rows] == ["signing_bonus", "benefits"]
    assert rows[0]["period"] == "one_time"


def test_a_sentence_with_a_part_of_its_own_is_not_of_the_label_in_front():
    text = "# Pay of clerks in Leeds\n\n- **Bonuses.** Expect little. Car allowance, where offered, averages £7,200.\n"
    assert components(text) == ["allowance"]


def test_a_short_sentence_that_ends_with_a_part_is_no_label():
    assert components("# Masons\n\nWe talked about stock. Masons are on $71K.\n") == ["base"]


@pytest.mark.parametrize(
    "said",
    [
        "The clinic puts 7% into the RRSP.",
        "On top comes a contribution of 14.5% to the health plan.",
        "The mill pays 6% of wages into the group pension plan.",
    ],
)
def test_what_is_paid_into_a_plan_is_a_benefit(said):
    assert components(f"# Pay of millers\n\n{said}\n") == ["benefits"]


def test_what_is_paid_on_joining_is_a_signing_bonus():
    rows = records("# Pilots\n\nCaptains can receive up to $90,000 on joining.\n")
    assert [(row["component"], row["period"]) for row in rows] == [("signing_bonus", "one_time")]


def test_what_is_paid_by_the_month_below_a_heading_of_joining_is_pay():
    text = (
        "# Pay of wardens\n\n## Joining bonus\n\nWardens who come from elsewhere get $9,000 with the first pay. "
        "They may be placed at Step E ($6,770 a month).\n"
    )
    assert components(text) == ["signing_bonus", "base"]


def test_a_scale_that_begins_on_joining_is_no_signing_bonus():
    assert components(
        "# Constables\n\nConstables get £29,900 on joining, rising to £48,200 after seven years.\n"
    ) == ["base", "base"]


def test_the_bonus_after_a_signing_bonus_is_the_same():
    text = "# Vets\n\nTwo in five had received a signing bonus; the mean bonus was $14,300.\n"
    assert [(row["component"], row["period"]) for row in records(text)] == [("signing_bonus", "one_time")]


def test_an_amount_beside_a_signing_bonus_for_others_is_one_too():
    text = "# Vets\n\nNew vets get a sign-on of $12,000, or $18,000 in Dayton.\n"
    assert components(text) == ["signing_bonus", "signing_bonus"]


def test_the_hours_in_front_of_a_percent_make_it_a_premium():
    assert (
        components("# Carers\n\n- Night work 20 %, Sundays 25 %\n- Ron took the shift at scale plus 15%.\n")
        == ["premium"] * 3
    )


def test_more_for_some_behind_a_rise_for_others_is_a_rise():
    text = (
        "# Nurses\n\nPay goes up, an increase of 20 per cent, while the most senior get 12 per cent more.\n"
    )
    assert components(text) == ["other", "other"]


def test_the_amount_that_a_rise_is_at_least_is_a_rise():
    assert components(
        "# Wardens\n\nThis year's award was 3.2% for everyone, or £950 if that was more.\n"
    ) == ["other", "other"]


def test_what_stands_in_front_of_which_is_what_is_spoken_of():
    text = "# Clerks of courts\n\nThen they collect the clerkship bonus, which at Orme is now $150,000.\n"
    assert [(row["component"], row["period"]) for row in records(text)] == [("bonus", "one_time")]


def test_a_retention_bonus_of_each_year_is_one_of_a_year():
    text = "# Teachers\n\nTeachers get a $5,000 retention bonus each year.\n"
    assert [(row["component"], row["period"]) for row in records(text)] == [("bonus", "year")]


def test_an_average_package_is_the_whole_whatever_sign_stands_before_it():
    text = "# Pay of clerks in Pune\n\n- 📈 **Average package: ₹5.4 LPA**\n- **Median package:** ₹4.8 LPA\n"
    assert components(text) == ["total", "total"]


def test_what_people_took_home_is_the_whole():
    assert components("# Mates\n\nMates took home $62,000 last year.\n") == ["total"]


def test_a_page_says_once_that_its_amounts_are_totals():
    text = "# Pay of clerks\n\nAll numbers on this page are annual CTC unless mentioned.\n\n- Pune: ₹7.1 lakh\n- Kochi: ₹6.4 lakh\n"
    assert components(text) == ["total", "total"]


@pytest.mark.parametrize(
    "end",
    [
        "That's $214,500 for the year.",
        "So about $215,000.",
        "All told, roughly $214,000 for eleven months at sea.",
    ],
)
def test_a_sentence_that_gives_the_sum_of_those_before_it_gives_the_whole(end):
    text = f"Her base is $180,000. She gets a bonus of $24,500 for the fleet, and a $10,000 award from the owner. {end}"
    assert components(text)[-1] == "total"


def test_an_amount_that_is_no_sum_of_those_before_it_is_no_whole():
    text = "Her base is $180,000. She gets a bonus of $24,500. That's $305,000 less than the owner made on her trips."
    assert components(text)[-1] != "total"


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("Salary: 75k-82k depending on experience", 75_000, 82_000),
        ("Salary: 75,000 - 82,000 depending on experience", 75_000, 82_000),
        ("- Base: 75k", 75_000, 75_000),
    ],
)
def test_a_number_without_a_currency_is_pay_where_its_label_says_so(line, low, high):
    rows = records(f"# Fitters in Oslo\n\nWe hire two fitters for our yard at the harbour.\n\n{line}\n")
    assert [(row["component"], row["low"], row["high"]) for row in rows] == [("base", low, high)]


def test_a_number_behind_another_label_is_no_pay():
    assert records("# Fitters in Oslo\n\nMileage: 75k\n\nMembers: 75,000 - 82,000\n") == []


def test_the_package_of_an_advertisement_is_all_of_the_pay():
    assert components("# Stock controllers in Leeds\n\nPackage: £41,000\n") == ["total"]


@pytest.mark.parametrize(
    "sentence", ["Good ones gross $91,000.", "I gross about $91,000.", "Skippers, with tips, gross $91,000."]
)
def test_what_somebody_grosses_is_the_whole(sentence):
    assert components(f"# Skippers in Maine\n\n{sentence}\n") == ["total"]


def test_gross_in_front_of_an_amount_says_only_that_it_is_before_tax():
    assert components("# Skippers in Maine\n\nMonthly gross $4,300 for a mate.\n") == ["base"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Put together, a typical year comes out at $61,000.",
        "Add the winter money and you reach about $61,000.",
        "Minimum wage plus travel allowance will come to $61,000.",
    ],
)
def test_what_all_put_together_comes_to_is_the_whole(sentence):
    assert components(f"# Riggers in Ohio\n\n{sentence}\n") == ["total"]


@pytest.mark.parametrize("sentence", ["A rigger on $52,000 here had three offers.", "I was on $52,000 then."])
def test_what_somebody_is_on_is_pay_below_a_heading_about_bonuses(sentence):
    assert components(f"# Riggers in Ohio\n\n## Bonuses\n\n{sentence}\n") == ["base"]


@pytest.mark.parametrize("words", ["what they bill", "production", "the fees they bring in"])
def test_a_percent_of_what_somebody_brings_in_is_a_commission(words):
    assert components(f"# Stylists in Ohio\n\nStylists keep 40% of {words}.\n") == ["commission"]


def test_what_a_firm_spends_of_its_takings_is_no_pay():
    assert components("# Stylists in Ohio\n\nRent eats 40% of takings.\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Few firms pay a bonus; where there is one it is 8-12% of base.",
        "$90,000, excluding bonus (often 30% of base).",
        "Bonuses are not in the table. Juniors can expect 8% of CTC; seniors 20%.",
    ],
)
def test_a_share_of_pay_is_the_part_of_pay_last_spoken_of(sentence):
    rows = records(f"# Actuaries in Ohio\n\n{sentence}\n")
    assert {row["component"] for row in rows if row["unit"] == "percent"} == {"bonus"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The shop pays $7 an hour into health, pension and annuity funds.",
        "Shops put 7% of salary in the pension plan.",
    ],
)
def test_what_is_paid_into_funds_is_a_benefit(sentence):
    assert components(f"# Riggers in Ohio\n\n{sentence}\n") == ["benefits"]


def test_a_field_of_work_named_for_a_part_of_pay_is_no_part_of_pay():
    assert components(
        "# Actuaries in Ohio\n\nPension consulting is the low end: a graduate gets around $61,000.\n"
    ) == ["base"]


def test_a_part_of_the_amount_just_stated_is_what_is_said_behind_it():
    text = "# Travel nurses\n\nThe contract pays $2,350 a week, of which about $1,100 is a tax-free housing stipend.\n"
    assert components(text) == ["wage", "allowance"]


def test_pay_before_premiums_is_no_premium():
    assert components("# Nurses in Cork\n\nBetween €19.06 and €28.16 before premiums.\n") == ["wage"]


def test_base_by_the_hour_is_a_wage():
    text = "# Prison guards in Utah\n\nBase: $29.95/hr\n\nBase salary: $61,000\n"
    assert components(text) == ["wage", "base"]


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Bilingual pay", "allowance"),
        ("Education incentive", "allowance"),
        ("Perfect attendance", "bonus"),
        ("Joining payment", "signing_bonus"),
    ],
)
def test_parts_of_pay_are_known_by_their_names(label, part):
    assert components(f"# Officers in Ohio\n\n{label}: $750\n") == [part]


def test_a_heading_of_several_parts_gives_none_of_them_to_the_amounts_below():
    text = "# Pay of riggers\n\n## Equity, bonus and the rest\n\nA rigger in Oslo was at $48,000 last year.\n"
    assert components(text) == ["base"]


def test_what_somebody_was_offered_is_pay_also_below_a_heading_about_another_part():
    text = "# Pay of riggers\n\n## Equity\n\nIda, a rigger in Oslo, was offered $48,000 by a yard.\n"
    assert components(text) == ["base"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Leeds it is £60,000 base + £40,000 RSU/4yr + £9,000 bonus = £79,000.",
        "In Leeds it is £60,000 base plus £9,000 bonus, which equals £69,000.",
        "One bid (£60,000 base with £5,000/year RSUs = £80,000 over 4 years) came.",
    ],
)
def test_what_added_parts_equal_is_the_whole(sentence):
    assert components(f"# Chemist pay\n\n{sentence}\n")[-1] == "total"


def test_a_part_that_equals_itself_by_the_year_is_no_whole():
    text = "# Chemist pay\n\nIn Leeds it is £60,000 base and £40,000 RSU/4yr = £10,000/yr.\n"
    assert components(text) == ["base", "equity", "equity"]


@pytest.mark.parametrize("mark", ["", "[1]", "[^1]", "[2][3]", "¹", "†", " [source]"])
def test_the_mark_of_a_footnote_parts_a_figure_from_no_word_behind_it(mark):
    assert components(f"# Pay of crane drivers\n\nAsk for a $30K{mark} signing bonus.\n") == ["signing_bonus"]


def test_a_heading_that_says_nothing_of_pay_heads_a_part_of_what_the_one_above_it_lists():
    lists = "### 4.3 Others\n\n- Standby: £300 a year\n\n### 4.4 Base pay\n\n- Wardens: £28,000\n"
    assert components(f"# Pay of wardens in Leeds\n\n## 4. Allowances\n\n{lists}") == ["allowance", "base"]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("The average crane contract package came to $1,930 per week.", "total"),
        ("Riggers sent us packages from $1,850 to $2,600 a week.", "total"),
        ("The average crane contract came to $1,930 per week.", "wage"),
    ],
)
def test_a_package_is_the_whole_also_by_the_week(text, component):
    assert components(text) == [component]


@pytest.mark.parametrize(
    ("entry", "component", "period"),
    [
        ("$1,400 annual learning budget", "benefits", "year"),
        ("401(k) with a 3% match, vested at once", "benefits", None),
        ("Medical: Ostra adds $900 a year to your HSA", "benefits", "year"),
        ("$800 home-office setup in your first month", "allowance", "one_time"),
    ],
)
def test_what_an_employer_gives_beside_pay_is_a_benefit_or_an_allowance(entry, component, period):
    (row,) = records(f"# Rigger at Ostra\n\n## Benefits\n\n- {entry}\n")
    assert (row["component"], row["period"]) == (component, period)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Could you bring the grant from $410,000 to $520,000?",
            [("equity", "grant", 410_000), ("equity", "grant", 520_000)],
        ),
        ("New crane drivers may claim removal costs of up to £6,500.", [("allowance", "one_time", 6_500)]),
        ("A crane driver of the year gets a $3,000 cash award.", [("bonus", "one_time", 3_000)]),
        ("Travel reimbursement: $180 to $420 each way.", [("allowance", "year", 420)]),
    ],
)
def test_grants_awards_and_what_moving_costs_are_what_they_are_called(text, found):
    rows = records(f"# Crane driver pay\n\nCrane drivers are paid.\n\n{text}\n")
    assert [(row["component"], row["period"], row["high"]) for row in rows] == found


def test_a_branch_that_has_a_part_of_pay_in_its_name_is_a_branch():
    rows = "| Accommodation & Food Services | €461.20 |\n| Building | €801.30 |\n"
    text = f"Earnings by branch\n\n| Branch | Average weekly earnings |\n|---|---|\n{rows}"
    assert components(text) == ["wage", "wage"]


def test_pay_beside_a_share_of_what_is_left_has_no_price():
    assert components("Cooks get a flat €2,700 a month and a share of the surplus.") == ["base"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A $140,000 base is a package of $157,500.", ["base", "total"]),
        ("She joined on a salary package of $96,000.", ["total"]),
        ("He got an equity package of $96,000.", ["equity"]),
        ("Smiths there got a $7,000 retention payment.", ["bonus"]),
    ],
)
def test_a_package_is_all_of_the_pay_unless_it_says_of_what(text, parts):
    assert components(text) == parts


def test_what_people_earn_below_a_heading_on_signing_bonuses_is_their_pay():
    text = "# Pay of engineers in Basel\n\n## Signing bonus\n\nOur engineers earn €91,000+ and want more.\n"
    assert [(row["component"], row["period"]) for row in records(text)] == [("base", "year")]


def test_what_an_amount_is_stands_alone_in_the_brackets_behind_it():
    text = "# Pay of clerks\n\n- Leeds: £30,500 (base), £2,400 (bonus), £36,100 (TC)\n- Hull: £31,200 (bonus included)\n"
    assert components(text) == ["base", "bonus", "total", "base"]


def test_an_amount_that_includes_the_base_is_the_whole_and_no_example():
    text = "A clerk earns $92,000 annually, which includes an estimated base salary of $71,000 with a $21,000 bonus."
    assert [(row["component"], row["claim"]) for row in records(text)] == [
        ("total", "market"),
        ("base", "market"),
        ("bonus", "market"),
    ]


def test_a_few_words_in_front_say_what_the_amounts_behind_a_percent_are():
    text = (
        "# Pay of wardens in Leeds\n\n"
        "- **Profit share.** 20% of it is split by head. For 2023 that was £1,840 each; in 2022 we lost £212,000.\n"
    )
    assert [row["component"] for row in records(text) if row["unit"] == "currency"] == ["profit_share"]


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Wardens can exceed £150,000 with bonuses and profit sharing.", "total"),
        ("Wardens can exceed £150,000 with premium shifts.", "total"),
        ("Base salaries reach £150,000 with equity on top.", "base"),
    ],
)
def test_what_one_reaches_with_bonuses_is_the_whole(text, component):
    assert components(f"# Pay of wardens in Leeds\n\n{text}\n") == [component]


@pytest.mark.parametrize("text", ["(median 41,500)", "with a median of 41,500"])
def test_the_middle_of_amounts_with_a_sign_needs_none(text):
    found = records(f"# Pay of wardens in Leeds\n\nA warden gets between £34,000 and £52,000 {text}.\n")
    assert [(row["statistic"], row["low"], row["currency"]) for row in found][1:] == [
        ("median", 41_500, "GBP")
    ]


def test_what_it_costs_to_become_something_is_no_pay():
    text = "# Pay of wardens\n\n## What it costs to get there\n\nThe school is £11,600 today. Add a fee of £800 to £1,200 each time.\n"
    assert components(text) == []
    assert components(text.replace("get there", "hire one").replace("The school", "A warden")) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only 18% of adverts mention a signing bonus, typically $2,000.", [("signing_bonus", 2_000)]),
        ("About 30% of firms pay a retention bonus, usually around $4,000.", [("bonus", 4_000)]),
        ("Ask about a signing bonus. Welders have received $10,000.", [("signing_bonus", 10_000)]),
    ],
)
def test_an_amount_behind_a_comma_is_the_part_of_pay_in_front_of_it(text, expected):
    document = Document("page.md", f"# Pay of welders\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == expected


@pytest.mark.parametrize(
    ("text", "component", "low"),
    [
        ("One in five also got a signing bonus; the typical one was $2,500.", "signing_bonus", 2_500),
        ("Median hourly pay of porters excluding overtime was £14.20.", "wage", 14.2),
        ("The difference in median base between the two is $7,000.", "premium", 7_000),
        ("A gas licence usually adds $3,000. Drainlaying adds less, around $1,400.", "premium", 1_400),
    ],
)
def test_what_is_left_out_or_added_less_says_which_part_an_amount_is(text, component, low):
    found = records(text)[-1]
    assert (found["component"], found["low"]) == (component, low)


def test_what_the_heading_names_and_an_amount_leaves_out_is_no_part_of_it():
    text = "# Pay of clerks\n\n## Bonuses in banking\n\nBonuses averaged £9,000. Trainees are paid £52,000 in London before any bonus.\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == ["bonus", "base"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Riggers get £34,000 including a joining bonus of about £5,000.", ["total", "signing_bonus"]),
        ("Trainees get £24,000 basic, total pay approx. £31,000.", ["base", "total"]),
        ("Sign here for the referral thank-you: £1,500.", ["bonus"]),
    ],
)
def test_a_part_that_is_counted_in_is_itself_and_no_whole(text, parts):
    document = Document("page.md", f"# Rigger pay\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == parts
