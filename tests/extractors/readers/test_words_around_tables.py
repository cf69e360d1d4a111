"""What a paragraph above a table and a note below it say of all its figures, and what its first column holds."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text):
    document = Document("page.md", text)
    return observe(document, default.extract(document)).observations


def said(text, *columns):
    return [tuple(row[column] for column in columns) for row in observed(text)]


TABLE = "| Seniority | Staff | Share of ads |\n|---|---|---|\n| Junior | 8 200 – 11 400 | 7% |\n| Senior | 18 100 – 24 900 | 44% |\n"
LONG = "Taken from adverts that name a range, between January and June, from four boards that all of us read on the train to work. "


def test_a_band_of_percentiles_above_a_table_is_what_its_ranges_are():
    text = f"# Chemists in Poland\n\n{LONG}25th–75th percentile, PLN a month.\n\n{TABLE}"
    assert said(text, "statistic", "low_percentile", "high_percentile", "currency", "period")[:1] == [
        ("percentile_band", 25, 75, "PLN", "month")
    ]


def test_a_note_below_a_table_says_which_part_of_pay_it_is():
    note = "Total monthly package, the basic with all allowances."
    text = f"# Estimators in Dubai\n\nAll figures are in dirhams.\n\n{TABLE}\n{note}\n"
    assert set(said(text, "component", "period")) == {("total", "month")}


def test_what_pay_leaves_outside_is_not_what_it_is():
    text = (
        "# Till pay\n\nRates are for a shop assistant, outside of any night premium.\n\n"
        "| Shop | Rate |\n|---|---|\n| Ombergine | £12.40 |\n| Marlow Food | £12.60 |\n"
    )
    assert said(text, "component", "company_name") == [("wage", "Ombergine"), ("wage", "Marlow Food")]


@pytest.mark.parametrize(
    ("name", "role"), [("Bosun", "Bosun"), ("AB", "AB"), ("OS", "OS"), ("Wiper", "Wiper")]
)
def test_ranks_in_words_are_jobs(name, role):
    text = f"# Seafarer pay\n\n| Rank | Basic pay |\n|---|---|\n| {name} | $780 |\n| Pumpman | $810 |\n| OS | $520 |\n"
    assert said(text, "role_title")[0] == (role,)


def test_letters_of_a_job_behind_a_level_are_the_job():
    table = "| Position | Salary |\n|---|---|\n| Site manager | £52,000 |\n| Senior QS | £61,000 |\n"
    assert said(f"# Pay in building\n\n{table}", "role_title", "level") == [
        ("Site manager", None),
        ("Senior QS", "senior"),
    ]


def test_letters_that_repeat_the_job_of_the_page_do_not_replace_it():
    table = "| Role | Salary |\n|---|---|\n| PM | £52,000 |\n| Senior PM | £61,000 |\n"
    assert said(f"# Product manager salary\n\n{table}", "role_title")[1] == ("Product manager",)


def test_a_diff_is_a_premium():
    table = "| keyword | diff | n |\n|---|---|---|\n| Kafka | +8% | 240 |\n| SSIS | -14% | 95 |\n"
    assert said(f"# Data engineer salary\n\n{table}", "component", "low") == [
        ("premium", 8),
        ("premium", -14),
    ]


@pytest.mark.parametrize(
    "text", ["She was on 14 200 brutto before.", "An analyst there is on 11-14k brutto."]
)
def test_a_number_that_somebody_is_on_is_pay_by_the_word_behind_it(text):
    assert len(observed(f"# Analyst pay in Poland\n\nMany get 15 000 zł a month.\n\n{text}\n")) == 2


@pytest.mark.parametrize("words", ["Hourly. Second sheet.", "Per hour. As voted in May."])
def test_a_sentence_of_one_word_says_for_which_time_a_scale_is(words):
    table = "| Grade | Step A | Step B |\n|---|---|---|\n| 3 | 17.40 | 18.15 |\n| 7 | 24.60 | 25.85 |\n"
    text = f"# Pay plan of the harbour board, in $\n\n## Sheet 2\n\n{words}\n\n{table}"
    assert said(text, "low", "period") == [(17.40, "hour"), (18.15, "hour"), (24.60, "hour"), (25.85, "hour")]


@pytest.mark.parametrize(
    "words",
    [
        "Low, usual and high are the 10th, 50th and 90th percentile of what our tilers were paid.",
        "Low is the 10th percentile, usual the median and high the 90th percentile.",
    ],
)
def test_names_of_columns_that_a_sentence_defines_are_percentiles(words):
    table = "| Town | Low | Usual | High |\n|---|---|---|---|\n| Hull | £26,100 | £31,200 | £38,700 |\n"
    assert said(f"# What tilers earn\n\n{words}\n\n{table}", "statistic", "low", "high") == [
        ("p10", 26_100, 26_100),
        ("median", 31_200, 31_200),
        ("p90", 38_700, 38_700),
    ]


def test_several_percentiles_above_a_table_are_not_all_its_median():
    table = "| Town | Bench | Site |\n|---|---|---|\n| Hull | £26,100 | £31,200 |\n"
    words = "Below is what joiners are paid, at the 50th and 90th percentile."
    assert {statistic for (statistic,) in said(f"# Joiners\n\n{words}\n\n{table}", "statistic")} == {"point"}


def test_the_people_who_answered_are_those_of_the_page():
    text = (
        "# Dental Technician Salary\n\nBelow is what 305 technicians told us.\n\n"
        "| Years of experience | Hourly pay |\n|---|---|\n| 1-4 | £16.20 |\n| 5-9 | £19.75 |\n"
    )
    assert set(said(text, "role_title")) == {("Dental Technician",)}


def test_the_time_behind_an_amount_in_a_cell_is_that_of_the_amount():
    text = (
        "# Allowances\n\n| Allowance | Amount |\n|---|---|\n"
        "| Standby | £18.40 per weekday, £36.80 per weekend day |\n| First aid | £150 per annum |\n"
    )
    assert said(text, "low", "period") == [(18.40, "day"), (36.80, "day"), (150, "year")]


def test_percents_beside_a_median_are_percentiles():
    table = "| Job | 10 % | Median | 90 % |\n|---|---|---|---|\n| Tiler | €26,100 | €31,200 | €38,700 |\n"
    assert said(f"# Pay\n\n{table}", "statistic") == [("p10",), ("median",), ("p90",)]


def test_a_table_below_a_heading_of_what_comes_on_top_is_made_of_allowances():
    rows = "| What | How much | Who |\n|---|---|---|\n| Warden | £25 a month | some |\n| Home office | £150 a year | all |\n"
    text = f"# Pay at the mill\n\nWe pay monthly.\n\n## Everything on top\n\n{rows}"
    assert said(text, "component", "low") == [("allowance", 25), ("allowance", 150)]


def test_what_a_permit_asks_for_is_no_pay():
    rows = "| Year | Standard | New graduates |\n|---|---|---|\n| 2025 | €48,300 | €43,759 |\n"
    assert not observed(f"# Working in Leiden\n\n## Minimum salary for the work permit\n\n{rows}")
    assert observed(f"# Working in Leiden\n\n## Minimum salary of teachers\n\n{rows}")


def test_german_names_of_columns_say_the_time_that_pay_is_for():
    rows = "| EG | Beruf | Monatsentgelt |\n|---|---|---|\n| 9 | Weber | 5.231,50 € |\n| 12 | Meister | 7.645,00 € |\n"
    assert said(f"# Entgelt in der Weberei\n\n{rows}", "period") == [("month",), ("month",)]


def test_a_percent_of_base_in_a_row_of_a_bonus_is_that_bonus():
    rows = "| Modifier | Effect |\n|---|---|\n| Retention bonus | 7.5% of annual base |\n| Leading hand | +$6/hr |\n"
    assert said(f"# Pay of drillers in Texas\n\n{rows}", "component", "low")[0] == ("bonus", 7.5)


def test_the_tab_of_a_table_says_where_it_holds():
    tab = '<TabItem value="x" label="{}">\n\n| Level | Pay |\n|---|---|\n| Junior | £31,000 |\n\n</TabItem>\n'
    text = f"# Welders\n\n<Tabs>\n{tab.format('York')}{tab.format('Leeds')}</Tabs>\n"
    assert said(text, "region_label") == [("York",), ("Leeds",)]


def test_cells_that_say_what_their_second_amount_or_their_percent_is():
    rows = "| Role | Monthly range (S$) |\n|---|---|\n| Account executive | 7,000 base / 14,000 OTE |\n"
    assert said(f"# Plan\n\n{rows}", "component", "low") == [("base", 7_000), ("total", 14_000)]
    rows = (
        "| Modifier | Effect |\n|---|---|\n| Night loading | +15% |\n| Underground | +10–15% vs. surface |\n"
    )
    assert said(f"# Pay of drillers\n\n{rows}", "component", "low")[1:] == [("premium", 10)]


def test_a_line_that_names_an_amount_and_a_change_heads_names_with_both_between_dashes():
    text = (
        "Pay of trades in Britain\n\nSome words about trades stand here, and then a chart.\n\nWHO GOT WHAT\n"
        "Median full-time annual pay, ASHE 2024, and change on the year\n"
        "Solicitors and lawyers — £57,000 — +5.8%\nAir traffic controllers — £98,211 — −1.4%\nBricklayers — £35,776 — +3.0%\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["statistic"], row["component"]) for row in found] == [
        ("median", "base"),
        ("point", "other"),
    ] * 3


def test_what_a_figure_of_the_sentence_above_is_says_nothing_of_the_table():
    text = (
        "# Harbour pilots\n\nChief pilots sit above the range below, with one package of £310,000 last year.\n\n"
        "| Job | Low | Typical | High |\n|---|---|---|---|\n| Pilot | £61,000 | £68,000 | £74,000 |\n"
        "| Chief | £79,000 | £85,000 | £94,000+ |\n"
    )
    assert said(text, "component", "statistic", "low", "high")[1:] == [
        ("base", "minimum", 61_000, None),
        ("base", "point", 68_000, 68_000),
        ("base", "maximum", None, 74_000),
        ("base", "minimum", 79_000, None),
        ("base", "point", 85_000, 85_000),
        ("base", "maximum", None, 94_000),
    ]


@pytest.mark.parametrize("header", ["Key figures", "Indicator", "Earnings", "At a glance"])
def test_a_first_column_of_statistics_needs_no_header_that_anybody_knows(header):
    text = (
        f"# Tilers\n\n| {header} | Value |\n|---|---|\n| Average monthly salary (NOK) | 39 120 |\n"
        "| Median monthly salary (NOK) | 37 900 |\n| Employees | 12 400 |\n"
    )
    assert said(text, "statistic", "low", "currency") == [("mean", 39_120, "NOK"), ("median", 37_900, "NOK")]


def test_a_table_that_holds_a_mean_and_says_no_statistic_is_one_of_means():
    text = (
        "# Tilers\n\n| Monthly salary, NOK | 2024 |\n|---|---|\n| Median | 37 900 |\n| Average | 39 120 |\n\nBy employer, NOK\n\n"
        "| Employer | Monthly earnings | Bonus |\n|---|---|---|\n| All | 39 120 | 640 |\n| Towns | 38 040 | 310 |\n"
    )
    assert said(text, "low", "statistic")[2:] == [
        (39_120, "mean"),
        (640, "mean"),
        (38_040, "mean"),
        (310, "mean"),
    ]


@pytest.mark.parametrize(
    "names", ["Total | Men | Women", "Female | Male | All", "Insgesamt | Frauen | Männer"]
)
def test_a_total_beside_women_and_men_counts_people_and_no_pay(names):
    text = (
        f"# Tilers\n\nMonthly salary\n\n| Age | {names} |\n|---|---|---|---|\n| 20-29 | €2,980 | €3,010 | €2,850 |\n"
        "| 30-39 | €3,310 | €3,350 | €3,120 |\n"
    )
    assert {row["component"] for row in observed(text)} == {"base"}


def test_a_sentence_that_shows_an_offer_says_where_and_at_which_level_it_was_made():
    text = (
        "# The offer call\n\nHere is a real L4 offer that a reader sent us (Seattle, 3 YOE). We have rounded nothing.\n\n"
        "| Component | Initial offer | After talks |\n|---|---|---|\n| Base | $158,000 | $166,000 |\n| Target bonus | 15% | 15% |\n"
    )
    assert {(row["region_label"], row["level_label"]) for row in observed(text)} == {("Seattle", "L4")}


def test_a_line_below_says_which_percentiles_low_and_high_are():
    table = "Town | Low | Median | High\n---|---|---|---\nLeeds | £24,100 | £29,300 | £36,800\n"
    document = Document(
        "page.md", f"# Riggers in Leeds\n\n{table}\nLow and high are the 10th and 90th percentiles.\n"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["statistic"], row["low"], row["high"]) for row in found] == [
        ("p10", 24_100, 24_100),
        ("median", 29_300, 29_300),
        ("p90", 36_800, 36_800),
    ]


def test_a_legend_says_what_the_columns_of_another_table_mean_and_no_pay():
    said = "| Base | yearly, in million yen (¥M); `7.1` is ¥7,100,000 |\n| Bonus | of the last year, ¥M |\n"
    legend = f"| Column | Meaning |\n|---|---|\n{said}"
    table = "| Company | Role | Base | Bonus | Reported |\n|---|---|---|---|---|\n| Kumoi | Rigger | 6.3 | 1.1 | 2025-01 |\n"
    document = Document("page.md", f"# Rigger pay in Japan\n\n{legend}\n{table}")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"], row["currency"]) for row in found] == [
        ("base", 6_300_000, "JPY"),
        ("bonus", 1_100_000, "JPY"),
    ]


def test_two_columns_of_meanings_without_a_table_that_has_them_are_a_table():
    table = "| Term | Meaning |\n|---|---|\n| Trainee | €31,000 a year |\n| Rigger | €42,000 a year |\n"
    document = Document("page.md", f"# Rigger pay\n\n{table}")
    assert len(observe(document, default.extract(document)).observations) == 2


def test_a_number_in_front_of_a_heading_on_allowances_changes_nothing():
    table = "| Allowance | Staff | Monthly rate (HK$) |\n|---|---|---|\n| Diving | Divers | 2,130 |\n| Driving | Drivers | 710 |\n"
    assert said(f"# Fire pay\n\n## 4. Allowances\n\n{table}", "component") == [("allowance",)] * 2


def test_more_in_brackets_in_a_header_is_counted_in():
    table = "| Grade | Hourly | Casual (25% loading) |\n|---|---|---|\n| Grade 1 | $25.40 | $31.75 |\n"
    assert said(f"# Slinger pay\n\n{table}", "component") == [("wage",)] * 2


def test_parts_that_add_up_are_for_the_time_of_their_sum():
    table = "| Year | Base | Weekends | Total |\n|---|---|---|---|\n| 2014 | 413,500 | 18,200 | 431,700 |\n"
    months = "I paid 4,200 a month in rent, and NOK 22,700 a month, NOK 23,000 a month and NOK 24,100 a month came in."
    text = f"# Rigger pay in Norway\n\n{months}\n\nAll in NOK.\n\n{table}"
    assert [
        period for component, period in said(text, "component", "period") if component == "allowance"
    ] == ["year"]


def test_a_column_of_which_the_text_calls_some_means_is_one_of_means():
    table = (
        "| Country | Salary |\n|---|---|\n| Latvia | €18,700 |\n| Germany | €51,300 |\n| Spain | €38,500 |\n"
    )
    text = "Latvian prices are low, but the average rigger makes only €18,700. In Germany the average is €51,300."
    found = said(f"# Rigger pay in Europe\n\n{table}\n## The list\n\n{text}\n", "context", "low", "statistic")
    assert [(low, statistic) for context, low, statistic in found if context == "table"] == [
        (18_700, "mean"), (51_300, "mean"), (38_500, "mean"),
    ]  # fmt: skip


def test_dollars_of_a_table_are_those_that_the_page_counts_in():
    table = "| Discipline | 2025 |\n|---|---|\n| Rigging | $118,000 |\n| Data | $112,500 |\n"
    text = f"# Pay\n\nAll amounts are in Canadian dollars (CAD), unless we say otherwise.\n\n{table}\nIn the US it is US$111,300.\n"
    assert [currency for currency, context in said(text, "currency", "context") if context == "table"] == [
        "CAD",
        "CAD",
    ]


@pytest.mark.parametrize("label", ["Answers", "n", "Number of salaries"])
def test_a_row_that_counts_is_no_pay(label):
    table = "|  | Dubai (AED) | Doha (QAR) |\n|---|---|---|\n| Tiler | 5,450 | 4,900 |\n| Mason | 10,600 | 9,800 |\n"
    text = f"# Trades in the Gulf\n\nAverages, basic pay per month:\n\n{table}| {label} | 204 | 171 |\n"
    assert said(text, "low") == [(5_450,), (4_900,), (10_600,), (9_800,)]


def test_when_a_table_is_raised_is_no_time_that_amounts_are_paid_for():
    text = "Every January the whole table is raised by the price index."
    found = said(
        f"# Tiler pay\n\nTilers earn DKK 36,500 a month, and masters DKK 41,000.\n\n{text}\n", "period"
    )
    assert found == [("month",), ("month",)]


def test_a_currency_that_a_page_counts_by_the_month_is_so_beside_another_by_the_year():
    table = (
        "Monthly, before tax, in Danish kroner, for 37 hours a week.\n\n| Step | Tiler |\n|---|---|\n"
        "| 1 | 40,500 |\n| 2 | 46,000 |\n| 3 | 53,000 |\n"
    )
    other = "| Step | Hamburg (EUR / year) |\n|---|---|\n| 1 | €52,000 |\n| 2 | €60,000 |\n"
    text = (
        f"# Tiler pay\n\n{table}\n{other}\nThe founder earns DKK 98,000, and a friend in Hamburg €98,000.\n"
    )
    found = said(text, "low", "currency", "period")
    assert found[:3] == [(low, "DKK", "month") for low in (40_500, 46_000, 53_000)]
    assert found[-2:] == [(98_000, "DKK", "month"), (98_000, "EUR", "year")]


@pytest.mark.parametrize(("mark", "components"), [("*", ["base", "base"]), ("", ["total", "total"])])
def test_a_footnote_that_only_some_rows_have_says_nothing_of_the_others(mark, components):
    rows = f"<tr><td>Tiler</td><td>$58,000</td></tr><tr><td>Chief tiler{mark}</td><td>$280,000</td></tr>"
    table = f"<table><tr><th>Job</th><th>Pay</th></tr>{rows}</table><p>{mark} total comp incl. super</p>"
    document = Document("page.html", f"<html><body><h1>Trades in Perth</h1>{table}</body></html>")
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == components


def test_a_line_below_a_table_says_in_which_money_and_time_all_of_it_is():
    table = "| Point | Sept 2021 | 1 Aug 2025 |\n|---|---|---|\n| 1 | 34,120 | 40,425 |\n| 2 | 36,015 | 42,388 |\n"
    text = f"# Tilers' newsletter\n\n## What it does to your point\n\n{table}\nAll £ per annum, 1.0 FTE.\n"
    assert said(text, "low", "currency", "period") == [
        (low, "GBP", "year") for low in (34_120, 40_425, 36_015, 42_388)
    ]


def test_ends_and_the_middle_may_have_their_unit_beside_them():
    table = "| Job | Low ($k) | Mid ($k) | High ($k) |\n|---|---|---|---|\n| Tiler | 60 | 66 | 72 |\n"
    assert said(f"# Trades in Perth\n\n{table}", "low", "high", "statistic") == [
        (60_000, None, "minimum"), (66_000, 66_000, "median"), (None, 72_000, "maximum"),
    ]  # fmt: skip
    other = (
        table.replace("Low ($k)", "EUR min").replace("Mid ($k)", "EUR mid").replace("High ($k)", "EUR max")
    )
    other = other.replace("| 60 | 66 | 72 |", "| 38 000 | 43 000 | 48 000 |")
    assert said(f"# Trades\n\n{other}", "statistic", "currency") == [
        ("minimum", "EUR"), ("median", "EUR"), ("maximum", "EUR"),
    ]  # fmt: skip


def test_so_little_is_no_years_pay_whatever_the_title_says():
    text = "# Bosses earn a tiler's yearly wage in a week\n\nThe national minimum wage went to €13.50 in January.\n"
    assert said(text, "high", "low", "period") == [(None, 13.5, "hour")]


def test_the_unit_of_bare_numbers_may_stand_below_a_table():
    table = (
        "| Region | Age 28 | Age 38 |\n|---|---|---|\n| Bern | 7,430 | 8,890 |\n| Ticino | 6,020 | 7,280 |\n"
    )
    text = f"# Tiler pay in Switzerland\n\nThe median by age:\n\n{table}\nCHF per month, the 13th included.\n"
    assert said(text, "currency", "period", "low")[0] == ("CHF", "month", 7430)


def test_what_each_row_is_holds_for_the_table_below_whatever_else_is_said():
    text = f"Each row is the median total compensation. We need ten answers before we show it.\n\n{COMPANIES}"
    assert set(said(text, "component", "statistic")) == {("total", "median")}


COMPANIES = (
    "| Company | Entry | Senior |\n|---|---|---|\n| Meta | $205K | $320K |\n| Google | $198K | $296K |\n"
)


def test_what_the_ends_of_ranges_are_may_be_said_of_each_end():
    text = "# Tilers in Leeds\n\nThe lower figure is the 25th percentile and the upper figure the 75th percentile.\n\n"
    text += "| Seniority | Pay |\n|---|---|\n| Junior | £24,000 – £28,000 |\n| Senior | £31,000 – £38,000 |\n"
    assert said(text, "statistic", "low_percentile", "high_percentile")[0] == ("percentile_band", 25, 75)


def test_amounts_to_the_penny_of_that_size_are_what_an_hour_is_paid():
    text = "# Trades in Canada\n\nThe Job Bank publishes low, median and high wages.\n\n"
    text += "| Trade | Low | Median | High |\n|---|---|---|---|\n| Roofer | 20.00 | 29.00 | 42.00 |\n| Tiler | 23.00 | 36.50 | 50.25 |\n"
    assert said(text, "statistic", "currency", "period")[:3] == [
        ("minimum", "CAD", "hour"),
        ("median", "CAD", "hour"),
        ("maximum", "CAD", "hour"),
    ]


def test_numbers_of_two_digits_are_hourly_pay_where_the_words_above_say_so():
    text = "# Tilers\n\nMedian hourly rate, in US dollars:\n\n"
    text += "| Country | n | Junior | Senior |\n|---|--:|--:|--:|\n| Peru | 58 | 18 | 50 |\n"
    assert said(text, "low", "currency", "period") == [(18, "USD", "hour"), (50, "USD", "hour")]


def test_what_numbers_stand_for_holds_for_tables_further_down():
    text = (
        "# Engineers in India\n\nTCS pays ₹3.4 lakh, Zoho ₹8.4 lakh and Oracle ₹16.2 lakh.\n\n"
        "## By firm\n\nAll amounts in ₹ lakh per annum.\n\n"
        "| Firm | CTC |\n|---|---|\n| TCS | 3.4 |\n| Zoho | 8.4 |\n\n"
        "## By college\n\n| College | Median CTC |\n|---|---|\n| Pilani | 18.0 |\n"
    )
    assert said(text, "low", "currency")[-1] == (1_800_000, "INR")


def test_numbers_in_front_of_amounts_that_rise_are_percentiles():
    text = "# Clerks\n\n10th $38,000 25th $44,500 50th $53,700 75th $62,000 90th $74,900\n"
    assert [row[0] for row in said(text, "statistic")] == ["p10", "p25", "median", "p75", "p90"]


def test_amounts_of_money_below_a_heading_of_jobs_are_no_counts():
    table = "| Similar jobs | Jobs |\n|---|---|\n| Logistician | $79,400 |\n| Dispatcher | $48,890 |\n"
    assert [row[0] for row in said(f"# Clerk pay\n\n{table}", "low")] == [79_400, 48_890]
