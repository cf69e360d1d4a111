"""Cards one line each: whether a value stands over its label or below it, and what its label says."""

import pytest

from extractors import default
from extractors.readers import scraped_text
from normalizers.observations import observe
from schemas import Document


def cards(text):
    blocks = scraped_text.read(Document("page.txt", text)).blocks
    return [(b.label.text, b.cell.text.split("\n")[0]) for b in blocks if b.kind == "label_value"]


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


BELOW = ["€ 31 400", "Low", "€ 36 200", "Median", "€ 44 900", "High"]


@pytest.mark.parametrize("above", ["Based on 640 salaries", "What tilers are paid", "All of Portugal"])
def test_a_run_that_ends_with_a_label_has_its_values_over_their_labels(above):
    text = "\n".join(["Tiler salary in Portugal", above, *BELOW, "Tilers are paid by the year, as a rule."])
    assert cards(text) == [("Low", "€ 31 400"), ("Median", "€ 36 200"), ("High", "€ 44 900")]


def test_a_heading_below_labels_with_their_values_is_no_label():
    text = "\n".join(
        ["Tiler salary in Portugal", "Low", "€31,400", "High", "€44,900", "Tilers by town", "Tiling is hard, so they say."]
    )  # fmt: skip
    assert cards(text) == [("Low", "€31,400"), ("High", "€44,900")]


def test_points_of_a_distribution_below_their_amounts():
    text = "Tiler salary in Ohio\n$31,400\n10% of jobs\n$46,200\nAvg.\n$64,900\n90th %\nAs of March, tilers earn well.\n"
    assert [(row["low"], row["statistic"]) for row in observed(text)] == [
        (31_400, "p10"), (46_200, "mean"), (64_900, "p90"),
    ]  # fmt: skip


def test_how_many_jobs_are_paid_within_a_range_is_no_point_of_it():
    text = "Tiler salary in Ohio\n$31,400 - $38,100\n10% of jobs\n$38,200 - $44,900\n25% of jobs\nAs of March, tilers earn well.\n"
    assert [row["statistic"] for row in observed(text)] == ["range", "range"]


def test_total_beside_the_parts_of_pay_is_the_whole():
    text = "Tiler pay at Orbison\n\nThis is what they told.\n$48,300\nBase\n$6,200\nBonus\n$54,500\nTotal\n"
    assert [(row["component"], row["low"]) for row in observed(text)] == [
        ("base", 48_300), ("bonus", 6_200), ("total", 54_500),
    ]  # fmt: skip


def test_a_line_that_counts_twice_says_how_many_told_theirs():
    text = (
        "Tiler salary in Leeds\n\nTop companies for tilers in Leeds\n"
        "Orbison\n4.1\n1,322 reviews 57 salaries reported\n£14.61 per hour\n"
        "Vesper\n3.2\n871 reviews 21 salaries reported\n£13.40 per hour\n"
    )
    assert [(row["company"], row["sample_size"], row["qualifier"]) for row in observed(text)] == [
        ("orbison", 57, None), ("vesper", 21, None),
    ]  # fmt: skip


def test_two_ends_of_a_career_with_a_word_between_them_on_a_line_of_its_own():
    text = "Tiler\nAverage salary (a year)\n£21,300 Starter\nto\n£37,800 Experienced\nTypical hours (a week)\n38 to 40\n"
    assert [(row["low"], row["statistic"], row["level_label"]) for row in observed(text)] == [
        (21_300, "point", "Starter"), (37_800, "point", "Experienced"),
    ]  # fmt: skip


def test_values_over_their_labels_may_follow_a_label_with_its_value():
    text = "Tiler Salary\nAverage Tiler Salary\n£26,400\n/ year\n£2,200\nMonthly\n£508\nWeekly\nHow much do tilers make?\nEnough.\n"
    assert cards(text) == [
        ("Average Tiler Salary", "£26,400 / year"),
        ("Monthly", "£2,200"),
        ("Weekly", "£508"),
    ]


def test_names_of_pay_below_amounts_are_their_labels_below_the_name_of_a_payer():
    text = "Average Orbison Salary\n$21.04\nAvg. Base Hourly Rate (USD)\n$92k\nAvg. Base Salary (USD)\nOrbison Salary\nPay is fair.\n"
    assert cards(text) == [("Avg. Base Hourly Rate (USD)", "$21.04"), ("Avg. Base Salary (USD)", "$92k")]


def test_words_for_a_time_in_other_languages_belong_to_the_amount_above_and_a_rank_ends_the_run():
    text = (
        "Gehalt Dachdecker in Deutschland\n\nDas sind die Zahlen.\nBruttogehalt\n41.300 €\nBrutto/Jahr\n"
        "35.200 €\n25 %\n41.300 €\nMedian\n48.900 €\n75 %\nGehalt nach Ort\nUnd so fort, sagt man.\n"
    )
    assert [(row["low"], row["statistic"], row["role_title"]) for row in observed(text)] == [
        (41_300, "point", "Dachdecker"), (35_200, "p25", "Dachdecker"), (41_300, "median", "Dachdecker"),
        (48_900, "p75", "Dachdecker"),
    ]  # fmt: skip


def test_a_heading_above_spans_of_years_is_no_part_of_the_first():
    text = "Tiler pay\n\nTilers stay long.\n\nPay by experience\n1 - 3 years\n£24,200\n4 - 6 years\n£27,100\n"
    assert cards(text) == [("1 - 3 years", "£24,200"), ("4 - 6 years", "£27,100")]


@pytest.mark.parametrize("count", ["312 Gehaltsangaben", "(8.1k salaries)", "2,841 Salaries submitted"])
def test_counts_between_a_job_and_its_amounts(count):
    text = f"Pay at Orbison\n\nSo they say.\n\nTiler\n{count}\n£41,300\n£35,200\n£48,900\nMason\n{count}\n£37,000\n£31,000\n£45,800\n"
    found = [(row["role_title"], row["low"], row["high"]) for row in observed(text)]
    assert found == [
        ("Tiler", 41_300, 41_300), ("Tiler", 35_200, 48_900), ("Mason", 37_000, 37_000), ("Mason", 31_000, 45_800),
    ]  # fmt: skip


def test_two_values_below_range_are_its_ends():
    text = "Tiler pay\n\nSo they say.\n\nAverage Salary\n£26,400\nRange\n£22,100\n£34,800\nTilers by town\nAnd so on, they say.\n"
    assert [(row["low"], row["high"]) for row in observed(text)] == [(26_400, 26_400), (22_100, 34_800)]


def test_a_sentence_whose_two_amounts_stand_on_lines_of_their_own():
    text = "Tiler pay in Leeds\n\nThe average salary range is between\n£25,000\nand\n£31,000\nper year, they say.\n"
    assert [(row["low"], row["high"], row["period"]) for row in observed(text)] == [(25_000, 31_000, "year")]


def test_what_an_average_is_based_on_is_no_cell_of_a_table():
    rows = [
        "Mason",
        "$14 - $22",
        "$17.41",
        "Tiler",
        "$11 - $17",
        "$13.82",
        "Average Bonus",
        "$1,204",
        "Based on 318 responses",
    ]
    text = "\n".join(
        ["Pay at Orbison", "", "So they say.", "", "Job Title", "Range", "Average", *rows, "", "More."]
    )
    assert [row["low"] for row in observed(text)] == [14, 17.41, 11, 13.82, 1_204]


def test_jobs_that_labels_tell_apart_are_not_what_the_page_is_about():
    text = "Orbison Salaries\n\nSo they say.\n\nSenior Consultant\n$118K - $171K\nConsultant\n$93K - $130K\nMason\n$51K - $63K\n"
    assert [row["role_title"] for row in observed(text)] == ["Senior Consultant", "Consultant", "Mason"]


def test_an_amount_with_its_own_label_behind_it_is_no_label():
    text = (
        "Tiler pay\n\nAll years\n1-3 Years\n$31K - $47K/yr\nTotal pay range\n$38K/yr\nMedian total pay\n"
        "$29K - $41K/yr Base pay\n$2K - $6K/yr Additional pay\nTilers are paid well, as they say.\n"
    )
    assert [(row["low"], row["component"], row["statistic"]) for row in observed(text)] == [
        (31_000, "total", "range"), (38_000, "total", "median"), (29_000, "base", "range"), (2_000, "other", "range"),
    ]  # fmt: skip


def test_years_and_counts_between_a_job_and_its_average_as_a_name_above_says():
    text = (
        "Orbison Salaries\n\nSo they say.\n\nDesignation\nAverage Salary\n"
        "Tiler\n1-4 yrs experience\n32.1k salaries\n₹4.1 L\n₹2.8L - ₹6L\nMason\n4-9 yrs experience\n27.7k salaries\n₹7.9 L\n₹5.4L - ₹12L\n"
    )
    found = [(row["role_title"], row["statistic"], row["experience_min_years"]) for row in observed(text)]
    assert found == [("Tiler", "mean", 1), ("Tiler", "range", 1), ("Mason", "mean", 4), ("Mason", "range", 4)]


def test_a_switch_between_times_says_nothing_of_the_amounts_below_it():
    amounts = "$53,600\nBased on 640 salaries\nLow\n$42,900\nHigh\n$78,000\n"
    text = f"Tiler salary in Canada\n\nSo they say.\nYear\nMonth\nBi-weekly\nHour\n{amounts}"
    assert [(row["low"] or row["high"], row["period"]) for row in observed(text)] == [
        (53_600, "year"), (42_900, "year"), (78_000, "year"),
    ]  # fmt: skip


def test_one_amount_over_its_label_above_labels_over_their_amounts():
    text = "Average Tiler Salary in Dublin\n€38,200\n/ year\nAvg. Base Salary (EUR)\n10%\n€31k\nMEDIAN\n€38k\n90%\n€44k\nSo they say.\n"
    assert [row["statistic"] for row in observed(text)] == ["mean", "p10", "median", "p90"]


def test_ranks_above_their_amounts():
    text = "Tiler Salary in Denver, CO\n\n10%\n25%\n50%\n$44,100\n$51,000\n$58,400\nSo they say of tilers.\n"
    assert [row["statistic"] for row in observed(text)] == ["p10", "p25", "median"]


@pytest.mark.parametrize("names", [["10%", "Median", "90%"], ["Q1", "Median", "Q3"]])
def test_ranks_are_names_of_columns(names):
    rows = [
        "Oregon",
        "$41.20",
        "$52.10",
        "$65.90",
        "Nevada",
        "$39.10",
        "$50.80",
        "$61.20",
        "Utah",
        "$31.60",
        "$45.30",
        "$58.40",
    ]
    text = "\n".join(
        ["Tilers in the West", "", "Hourly wages, by state.", "", "State", *names, *rows, "", "So they say."]
    )
    ends = ("p10", "p90") if names[0] == "10%" else ("p25", "p75")
    assert [row["statistic"] for row in observed(text)][:3] == [ends[0], "median", ends[1]]


def test_bare_ends_below_amounts_are_their_labels_also_below_a_name_of_pay():
    text = "Tiler salary in Leeds\n\nAverage salary range\n£23,700\nlow\n£27,400\naverage\n£32,500\nhigh\nSalary by town\nSo they say.\n"
    assert [row["statistic"] for row in observed(text)] == ["minimum", "mean", "maximum"]


def test_what_is_counted_heads_no_ends_of_a_range():
    text = "Average Tiler salary in UK\n£28,900\nper annum\nbased on 4,219 jobs\nMin £22,100\nMax £41,200\nSo they say of tilers.\n"
    assert [(row["low"], row["high"]) for row in observed(text)][1:] == [(22_100, None), (None, 41_200)]


@pytest.mark.parametrize(("low", "high"), [("Bas", "Élevé"), ("niedrig", "hoch"), ("bajo", "alto")])
def test_ends_in_other_languages(low, high):
    text = f"Salaire plombier à Paris\n\nDonnées de mars.\n\n{low}\n24 000 €\nMédian\n29 500 €\n{high}\n38 000 €\n"
    assert [row["statistic"] for row in observed(text)] == ["minimum", "median", "maximum"]


def test_a_title_with_a_job_and_a_place_is_no_header():
    ranks = "25th percentile\nS$2,200\n50th percentile\nS$3,100\n75th percentile\nS$3,650\n"
    text = f"Tiler Salary Singapore\nGross monthly wage\n{ranks}By years\n0 - 2 years\nS$1,900\n3 - 5 years\nS$2,800\n"
    found = [(row["statistic"], row["region_label"]) for row in observed(text)]
    assert found[:3] == [("p25", "Singapore"), ("median", "Singapore"), ("p75", "Singapore")]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "39 120",
            "NOK average monthly earnings, all",
            "4.1 %",
            "change since last year",
            "37 900",
            "NOK median monthly earnings",
        ],
        [
            "Average monthly earnings, NOK",
            "39 120",
            "Median monthly earnings, NOK",
            "37 900",
            "Employees",
            "12 400",
        ],
        [
            "Average monthly earnings (NOK)",
            "39,120",
            "Median monthly earnings (NOK)",
            "37,900",
            "Employees",
            "12,400",
        ],
    ],
)
def test_the_label_of_a_bare_number_says_its_currency(lines):
    text = "\n".join(["Tilers", "Key figures", *lines, "Overtime is not a part of what is counted here."])
    found = [(row["statistic"], row["low"], row["currency"], row["period"]) for row in observed(text)]
    assert found == [("mean", 39_120, "NOK", "month"), ("median", 37_900, "NOK", "month")]


def test_values_that_go_with_the_words_below_them_stand_over_their_labels():
    text = (
        "Career outlook: rigging\nAt a glance\n$43.20/hr\nMedian wage in Canada\n$76,100\nAverage starting salary of our graduates\n"
        "96%\nEmployed within a year\n8,100\nNew job openings\nWhat riggers earn\nIt depends.\n"
    )
    assert [label for label, _ in cards(text)[:2]] == [
        "Median wage in Canada",
        "Average starting salary of our graduates",
    ]


def test_an_amount_above_the_line_that_says_which_part_is_base_is_the_whole():
    text = (
        "Orbison Bank salaries\n\nWelders and clerks tell what they are paid at the bank in Leeds, all of them in the last year.\n\n"
        "Branch manager\n£36K - £49K/yr\n£40K/yr Base pay\n88 salaries\n\nRisk manager\n£62K - £87K/yr\n£69K/yr Base pay\n45 salaries\n"
    )
    document = Document("page.txt", text)
    found = [
        (row["component"], row["low"]) for row in observe(document, default.extract(document)).observations
    ]
    assert found == [("total", 36_000), ("base", 40_000), ("total", 62_000), ("base", 69_000)]


PAIRED = """Orbison Salaries
Most Reported
Total Pay Range
Base | Additional
Open Jobs
Rigger
412 Salaries submitted
$128K-$181K
$118K | $34K
Median total pay $151K/yr
38 open jobs
Welder
366 Salaries submitted
$72K-$99K
$61K | $16K
Median total pay $86K/yr
51 open jobs
"""


def test_two_values_on_a_line_of_a_card_have_the_names_above_all_cards():
    document = Document("page.txt", PAIRED)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["component"], row["statistic"], row["role_title"]) for row in rows][:4] == [
        (128_000, "total", "range", "Rigger"),
        (118_000, "base", "point", "Rigger"),
        (34_000, "other", "point", "Rigger"),
        (151_000, "total", "median", "Rigger"),
    ]
