"""For which time an amount of a sentence is paid: as long as the one beside it, once, or as a grant."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in rows]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Ushers get £610 a week in Hull, £690 in Bath.", ["week", "week"]),
        ("The bell ringers were paid £128 per day in 2024, against £119 in 2022.", ["day", "day"]),
        ("Divers start at $31.40 an hour and reach $38.75 after six years.", ["hour", "hour"]),
        ("Rangers earn 14,500 PLN a month; in the high parks it's 19,200 PLN.", ["month", "month"]),
        ("Cleared welders get $62 an hour, and a permit adds $4 to $6.", ["hour", "hour"]),
        ("Welders get $62 an hour, and moving there adds $9,000.", ["hour", "year"]),
        ("The pool pays $2,480 a week, of which $1,050 is a housing stipend.", ["week", "week"]),
    ],
)
def test_amounts_of_one_sentence_that_are_alike_are_paid_for_the_same_time(text, periods):
    assert [period for (period,) in said(text, "period")] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The minimum weekly rate is $1,053.90 for a first-year deckhand.", "week"),
        ("Monthly pay of £2,150 for first-year thatchers is usual.", "month"),
        ("A first-year bonus of $20,000 is paid.", "first_year"),
    ],
)
def test_whose_first_year_it_is_says_nothing_of_the_time_that_is_paid_for(text, period):
    assert said(text, "period") == [(period,)]


def test_an_amount_of_another_size_does_not_go_on_with_the_time_of_its_sentence():
    assert said("Lifeguards get $19 an hour, or $41,000.", "period") == [("hour",), ("year",)]


@pytest.mark.parametrize(
    "text",
    [
        "Organists get a clerkship bonus, which in Leeds is now $90,000.",
        "There is a once-off bonus of $4,500.",
        "A pilot boat skipper gets a bonus of $60,000, paid in three parts.",
        "The yard hands out retention bonuses worth $80,000 over two years.",
        "The port pays a bonus of $70,000 on joining.",
    ],
)
def test_a_bonus_that_is_paid_once_is_one_however_it_is_dealt_out(text):
    assert said(text, "component", "period") == [("bonus", "one_time")]


def test_a_bonus_of_every_year_is_one_of_a_year():
    assert said("The year-end bonus was $6,100.", "period") == [("year",)]


def test_units_that_are_granted_are_a_grant_unless_a_time_is_said():
    assert said("They offered $150k base and $260k RSUs.", "period") == [("year",), ("grant",)]
    assert said("She gets $30k in RSUs per year.", "period") == [("year",)]


def test_a_per_diem_is_paid_by_the_day_unless_another_time_is_said():
    assert said("Wardens get a per diem of $75 on the island.", "period") == [("day",)]
    assert said("Wardens get a per diem of $2.95 for each hour away.", "period") == [("hour",)]


def test_how_long_something_takes_is_no_time_that_is_paid_for():
    text = "Stokers earn 2,450 € a month, deckhands 2,300 € a month and cooks 2,380 € a month. "
    text += "One signed for 2,650 € and moved after a year."
    assert said(text, "period") == [("month",)] * 4


def test_a_small_amount_is_paid_for_the_time_of_the_stated_amount_most_like_it():
    text = "Riggers get £52 an hour on Sundays. A day at sea is £240 a day. Bosuns charge £360."
    assert [period for (period,) in said(text, "period")] == ["hour", "day", "day"]


def test_a_long_day_is_a_day():
    assert said("So a twelve hour day comes out at $740.", "period") == [("day",)]


@pytest.mark.parametrize(
    ("intro", "period"),
    [
        ("Monthly rates, full-time. Steps are awarded yearly.", "month"),
        ("We asked 210 members. Rates are for a 10+1 day, before tax.", "day"),
    ],
)
def test_the_sentence_that_says_what_rates_are_for_says_it_of_the_table(intro, period):
    text = f"# Pay of the harbour\n\n{intro}\n\n| Grade | Step 1 | Step 9 |\n|---|---|---|\n| Pilot | $3,410 | $4,600 |\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [record["period"] for record in rows if record["low"] == 3410.0] == [period]


def test_a_column_says_how_often_an_allowance_is_paid():
    text = (
        "# Stipends\n\n| Allowance | How much | How often |\n|---|---|---|\n"
        "| Boots allowance | $200 | per year |\n| Internet allowance | $75 | per month |\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [record["period"] for record in rows] == ["year", "month"]


def test_an_amount_too_small_for_a_year_is_of_the_time_of_those_like_it():
    text = "# Pay\n\nCaptains are on $131.40 an hour, and on $152 at the other line. Clerks earn $41,000 a year and mates $39,000 a year.\n"
    assert said(text, "period") == [("hour",), ("hour",), ("year",), ("year",)]


def test_an_amount_too_small_for_a_year_and_like_no_other_is_what_one_job_brings():
    text = "# Pay of narrators\n\nNarrators earn $61,000 a year. Brochures bring $450.\n"
    assert said(text, "period") == [("year",), ("project",)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Narrators get $210 per finished hour.", "hour"),
        ("Pickers are hired by the day, at $160 to $190.", "day"),
        ("Referees get $320 a match.", "project"),
    ],
)
def test_what_is_paid_for_is_a_time_or_a_piece(text, period):
    assert said(f"Pay\n\n{text}\n", "period") == [(period,)]


@pytest.mark.parametrize(
    "text",
    [
        "Bell ringers earn 1,420,000 Colombian pesos a month ($365).",
        "Bell ringers earn 1,420,000 Colombian pesos a month (about $365) since May.",
    ],
)
def test_an_amount_in_brackets_is_the_one_in_front_of_it_in_other_money(text):
    assert said(text, "period", "component") == [("month", "base"), ("month", "base")]


def test_as_little_as_a_month_brings_on_a_page_of_monthly_pay_is_a_month_s_in_any_money():
    text = (
        "Skippers get USD 11,200 a month. The mate gets USD 8,100 a month and the cook USD 3,900 a month.\n\n"
        "Deck crews are on a basic of USD 6,700.\n\nThe owner made USD 310,000.\n"
    )
    assert [period for (period,) in said(text, "period")] == ["month", "month", "month", "month", "year"]


def test_what_is_paid_to_those_who_come_is_paid_once():
    assert said("Ferry lines hand a cadet bonus of $14,000 to each.", "period") == [("one_time",)]


def test_nobody_is_paid_a_package_of_a_year_in_a_month():
    text = "# Surveyors in Sydney\n\nSeveral moved to Perth for A$160,000 packages, and one to Lae for a tax-free A$9,800 a month.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["period"] for row in rows] == ["year", "month"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Oilers get $1,480 a month (basic $690, leave pay $160, bonus $210).", ["month"] * 4),
        ("Oilers get $1,480 a month (in port). The bonus is $3,900.", ["month", "year"]),
    ],
)
def test_parts_in_the_brackets_behind_an_amount_are_paid_for_its_time(text, periods):
    assert [period for (period,) in said(text, "period")] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Het loon is €3.150 - €3.900 bruto per maand.", "month"),
        ("Lønnen er 48.500 kr brutto i måneden for en tømrer.", "month"),
        ("Bruto € 41.500 per jaar.", "year"),
    ],
)
def test_a_time_behind_the_word_for_gross_is_read_in_other_languages(text, period):
    assert said(text, "period") == [(period,)]


def test_a_quarterly_publication_is_paid_for_no_quarter():
    text = "Earnings Quarterly\n\nAverage hourly earnings of glaziers were €31.80 compared with €30.50 in Q1 2025.\n"
    assert said(text, "period") == [("hour",), ("hour",)]
    assert said("Quarterly bonus\n\nGlaziers got €900.\n", "period") == [("quarter",)]


def test_a_year_earlier_is_when_an_amount_was_paid():
    text = "Average weekly earnings of glaziers were €1,048 in March, up from €1,002 a year earlier."
    assert said(text, "period") == [("week",), ("week",)]


def test_the_time_of_a_post_is_no_month():
    assert said("Glaziers\n\n19 October 2025 at 8:14 pm\nI am on £47,300 in Cardiff.\n", "period") == [
        ("year",)
    ]
    assert said("Glaziers\n\nPay (pm): £2,730 for a glazier\n", "period") == [("month",)]


def test_a_time_that_agrees_with_another_place_is_none_in_which_nobody_is_paid_so_much():
    text = (
        "Glazier Salary in Ohio: Hourly Rate\n\nA quarter of the glaziers make less than $43,210 and the mean is $52,410.\n\n"
        "Average\n$52,410\n"
    )
    assert {row[0] for row in said(text, "period")} == {"year"}


def test_units_of_a_first_year_are_that_years():
    text = "She got $935,000 in the first year: $325,000 base and $610,000 in RSUs."
    assert said(text, "period")[-1] == ("year",)
    assert said("She got $325,000 base and $610,000 in RSUs.", "period")[-1] == ("grant",)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Divers on piecework averaged NOK 297.40 per agreed hour.", ["hour"]),
        ("Divers get £110 for every night aboard, £160 in the far north.", ["day", "day"]),
        (
            "Divers get £25.30 per hour with a ticket and £22.70 without one.¹ Converted to a year, that is £52,600.",
            ["hour", "hour", "year"],
        ),
    ],
)
def test_hours_that_are_agreed_nights_aboard_and_sentences_that_end_with_a_mark(text, periods):
    assert [row[0] for row in said(f"Diver pay\n\n{text}\n", "period")] == periods


def test_the_time_behind_the_second_end_is_that_of_both():
    document = Document(
        "page.md", "# Rigger pay\n\nStipends range from £1,100 (Hull) to £1,900 (Leeds) a month.\n"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["period"]) for row in found] == [(1_100, "month"), (1_900, "month")]
