"""Pages of job boards and statistics offices: what their first card or their source says of all that follows."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

BOARD = (
    "Tiler salary in Ireland\n\nHow much does a tiler make in Ireland?\nAverage base salary\n€27.83\nper hour\n"
    "Non-cash benefits\nSick leave, Dental insurance, Paid time off\nLow\n€14.12\nHigh\n€37.04\n"
    "Top companies for tilers in Ireland\n1.\nHearthland Tiles\n3.2\n2,184 reviews\n118 salaries reported\n€32.40 per hour\n"
    "2.\nSmile Stones Inc.\n2.9\n1,702 reviews\n94 salaries reported\n€31.77 per hour\n3.\nIndian Tile Service\n4.0\n"
    "233 reviews\n11 salaries reported\n€51,204 per year\nShow more companies\n"
    "68% of tilers in Ireland think their salaries are enough for the cost of living.\n"
)


def records(text, name="page.txt"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def test_payers_of_a_board_stand_above_their_ratings_and_counts():
    found = [
        (row["company_name"], row["low"], row["statistic"]) for row in records(BOARD) if row["company_name"]
    ]
    assert found == [
        ("Hearthland Tiles", 32.40, "mean"),
        ("Smile Stones Inc", 31.77, "mean"),
        ("Indian Tile Service", 51_204, "mean"),
    ]


def test_low_and_high_below_benefits_are_the_ends_of_the_base_pay_above():
    rows = {row["low"] or row["high"]: row for row in records(BOARD)}
    assert [(rows[amount]["component"], rows[amount]["period"]) for amount in (14.12, 37.04)] == [
        ("base", "hour")
    ] * 2
    assert {row["component"] for row in rows.values()} == {"base"}


def test_a_page_that_gives_an_office_as_its_source_counts_wages():
    body = "half of all tilers earn more than $54,910. Texas follows at $51,400.\n"
    office = "# Tilers by state\n\nBy our desk. Source: U.S. Bureau of Labor Statistics, May release\n\nThe mean is high: "
    assert [row["component"] for row in records(office + body, "page.md")] == ["wage", "wage"]
    other = office.replace("U.S. Bureau of Labor Statistics", "our readers")
    assert [row["component"] for row in records(other + body, "page.md")] == ["base", "base"]


def test_another_point_of_a_distribution_is_about_the_same_people():
    text = (
        "# Tilers and Stonemasons\n\nThe median annual wage for tilers was $51,260. The median is the middle of all. "
        "The lowest 10 percent earned less than $36,110.\n"
    )
    assert {row["role_title"] for row in records(text, "page.md")} == {"tilers"}
    far = text.replace(
        "The median",
        "The Bureau of Labor Statistics, which asks employers twice a year, reports that the median",
    )
    assert {row["role_title"] for row in records(far, "page.md")} == {"tilers"}


def test_a_job_in_a_title_is_no_payer():
    text = "# Dental Hygienists: Compensation Handbook\n\nPay for Dental Hygienists was $51,260 in May.\n"
    assert [row["company_name"] for row in records(text, "page.md")] == [None]


def test_arrows_in_a_list_of_what_is_paid_to_whom_say_how_much_more_or_less():
    text = "# Tiler pay\n\n## Pay by Location\n\nLeeds: ▲26%\n\nHull: ▼2%\n\n## Health benefits\n\nMedical: 83%\n\nDental: 77%\n"
    found = [(row["region_label"], row["component"], row["low"]) for row in records(text, "page.md")]
    assert found == [("Leeds", "premium", 26), ("Hull", "premium", -2)]


def test_a_header_that_begins_with_an_empty_cell_names_the_other_columns():
    text = (
        "Tiler salary in Texas\n\nTiler salary by percentile\n Annual Salary Monthly Pay Hourly Wage\n"
        "Top Earners (90th percentile) $47,300 $3,942 $22.74\n75th Percentile $41,500 $3,458 $19.95\n"
    )
    found = [(row["statistic"], row["period"]) for row in records(text)]
    assert found == [(p, period) for p in ("p90", "p75") for period in ("year", "month", "hour")]


def test_an_amount_for_the_same_time_is_that_of_the_next_card():
    text = (
        "Tiler salary in Pune\n\nBase Pay\n₹8L - ₹18L/yr\nAdditional Pay\n₹75T - ₹2L/yr\n₹13,40,000 /yr\nMedian total pay\n"
        "Most Likely Range\n\nThat is what tilers told us.\n"
    )
    found = [(row["component"], row["statistic"], row["low"]) for row in records(text)]
    assert found == [("base", "range", 800_000), ("other", "range", 75_000), ("total", "median", 1_340_000)]


def test_what_a_reader_is_asked_is_no_header_of_the_points_below_it():
    text = (
        "Tiler salary in Texas\n\nIs this useful?\nYes\nNo\nPercentiles (annual)\n10th\n$36,100\n25th\n$41.9K\nMedian\n$46,200\n"
        "90th\n$60.5K\n\nTop companies for tilers in Texas\nMaplehaul Freight Inc.\n3.4\n$26.75 per hour\n41 salaries\n"
        "Loonpost Works\n3.7\n$19.95 hourly\n188 salaries\n"
    )
    rows = records(text)
    assert [(row["statistic"], row["low"]) for row in rows][:4] == [
        ("p10", 36_100),
        ("p25", 41_900),
        ("median", 46_200),
        ("p90", 60_500),
    ]
    assert [row["company_name"] for row in rows] == [None] * 4 + ["Maplehaul Freight Inc", "Loonpost Works"]
