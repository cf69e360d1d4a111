"""One cell a line and numbers without a sign: a name of the columns that states the currency makes a table of them."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(lines, *columns):
    text = (
        "Glazier pay in Poland\n\nWhat glaziers get a month, by grade.\n\n"
        + "\n".join(lines)
        + "\n\nThe rest is talk.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in found]


GRADES = ["Helper", "5 100", "5 300", "Glazier", "7 200", "7 900", "Foreman", "9 400", "–"]


def test_a_currency_in_the_names_of_columns_makes_numbers_below_them_pay():
    names = ["Grade", "Monthly gross (PLN)", "Top of scale (PLN)"]
    assert rows([*names, *GRADES], "role_title", "evidence", "currency", "period")[:3] == [
        ("Helper", "5 100", "PLN", "month"),
        ("Helper", "5 300", "PLN", "month"),
        ("Glazier", "7 200", "PLN", "month"),
    ]


def test_numbers_below_names_without_a_currency_are_no_table():
    assert rows(["Grade", "Members", "Votes", *GRADES], "low") == []


def test_what_is_taken_off_on_a_payslip_is_no_pay():
    slip = [
        "Item",
        "Zloty",
        "Basic pay",
        "6,100",
        "Health + pension",
        "-840",
        "Night duty",
        "410",
        "In the bank",
        "5,670",
    ]
    assert [low for (low,) in rows(slip, "low")] == [6_100, 410, 5_670]


def test_a_line_above_the_names_may_state_the_money_and_how_it_is_counted():
    lines = [
        "Salaries of 6,800 glaziers (total CTC in lakhs per annum).",
        "Role",
        "Experience",
        "Average CTC",
        "Range",
    ]
    lines += ["Glazier", "1-3 years", "5.2", "4.0 - 7.5", "Foreman", "12+ years", "33.1", "25 - 52"]
    lines += ["Architect", "9-13 years", "24.5", "18 - 34"]
    assert rows(lines, "role_title", "low", "currency")[:3] == [
        ("Glazier", 520_000, "INR"),
        ("Glazier", 400_000, "INR"),
        ("Foreman", 3_310_000, "INR"),
    ]


def test_a_line_below_the_rows_may_state_the_money():
    lines = [
        "Grade",
        "Step 1",
        "Step 5",
        "AD5",
        "5,973.84",
        "6,758.97",
        "AD7",
        "7,647.20",
        "8,652.30",
        "AD9",
        "9,789.35",
        "11,076.00",
    ]
    assert rows([*lines, "(EUR per month, before tax.)"], "low", "currency")[:2] == [
        (5_973.84, "EUR"),
        (6_758.97, "EUR"),
    ]
    assert rows(lines, "low") == []


def test_steps_and_lanes_of_a_pay_scale_one_a_line():
    cells = [
        "Step",
        "BA",
        "BA+15",
        "MA",
        "1",
        "46,310",
        "47,465",
        "50,931",
        "2",
        "47,700",
        "48,855",
        "52,550",
        "3",
        "49,090",
        "50,245",
        "54,170",
        "9",
        "--",
        "--",
        "66,190",
    ]
    text = (
        "Pay of teachers at Tamsin Quay\n\nSchedule A\n\n"
        + "\n".join(cells)
        + "\n\nSteps 4 to 8 are left out here.\n"
    )
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["education"]) for row in rows] == [
        (46_310, "BA"), (47_465, "BA"), (50_931, "MA"), (47_700, "BA"), (48_855, "BA"), (52_550, "MA"),
        (49_090, "BA"), (50_245, "BA"), (54_170, "MA"), (66_190, "MA"),
    ]  # fmt: skip


def test_one_of_the_names_may_stand_above_several_others_and_state_the_money():
    names = ["Area", "Wages ($/hour)", "Low", "Median", "High"]
    towns = ["Alberta", "21.00", "28.50", "36.00", "Manitoba", "18.40", "24.00", "31.75"]
    towns += ["Yukon", "N/A", "N/A", "N/A"]
    text = "\n".join(["Glazier in Canada", "Wages", *names, *towns, "", "The rest is talk."])
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["region_label"], row["statistic"], row["period"], row["low"] or row["high"]) for row in found] == [
        ("Alberta", "minimum", "hour", 21.0), ("Alberta", "median", "hour", 28.5), ("Alberta", "maximum", "hour", 36.0),
        ("Manitoba", "minimum", "hour", 18.4), ("Manitoba", "median", "hour", 24.0), ("Manitoba", "maximum", "hour", 31.75),
    ]  # fmt: skip


SWISS = "Glazier pay in Switzerland\n\nIn Bern a glazier earns CHF 5'400 a month.\n\n"
QUARTILES = ["Trade", "Lower quartile", "Median", "Upper quartile", "Answers"]
BY_TRADE = [
    *["Glass", "60'000", "64'000", "68'500", "118"],
    *["Lead (Sek II)", "57'000", "61'000", "66'500", "64"],
    *["Frames", "51'000", "55'000", "59'500", "39"],
]


def swiss(above, lines):
    document = Document("page.txt", SWISS + "\n".join([above, *lines]) + "\n\nThe rest is talk.\n")
    found = observe(document, default.extract(document)).observations[1:]
    return [(row["low"], row["statistic"], row["currency"], row["period"]) for row in found]


def test_quartiles_below_a_line_about_pay_are_in_the_currency_of_the_page():
    found = swiss("Gross annual salaries by trade.", [*QUARTILES, *BY_TRADE])
    assert found[:3] == [(amount, name, "CHF", "year") for amount, name in
                         [(60_000, "p25"), (64_000, "median"), (68_500, "p75")]]  # fmt: skip
    assert [row[2] for row in found] == ["CHF"] * 9


def test_quartiles_of_something_else_are_no_table_of_pay():
    assert swiss("Windows that were sold, by trade.", [*QUARTILES, *BY_TRADE]) == []


def test_ranges_by_town_below_a_line_about_monthly_pay_are_pay():
    towns = ["Trade", "Zurich", "Ticino"]
    rows = [
        "Glass",
        "6'200 – 6'900",
        "4'900 – 5'500",
        "Lead",
        "6'500 – 7'100",
        "–",
        "Frames",
        "5'900 – 6'600",
        "4'700 – 5'200",
    ]
    assert swiss("Monthly gross salaries, all ages.", [*towns, *rows]) == [
        (low, "range", "CHF", "month") for low in (6_200, 4_900, 6_500, 5_900, 4_700)
    ]
    assert swiss("Windows made in a month.", [*towns, *rows]) == []
