"""Headers of scraped tables: two names on a line, scales in captions, names of two words, numbers of levels, labels that head nothing."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, *columns):
    document = Document("page.txt", text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


SUBMISSIONS = """Orbison engineer pay

Recent submissions
Company Location | Date
Level Name Tag
Years of Experience Total / At Company
Total Compensation Base | Stock (yr) | Bonus
Orbison
Boston, MA | 05/29/2025
L5
Backend
8 yrs
2 yrs
$455,000
212K | 215K | 28K
Orbison
Seattle, WA | 05/27/2025
L4
Frontend
3 yrs
0 yrs
$271,000
170K | 84K | 17K
"""
UNEVEN = """Orbison engineer pay

Average pay by level
Level Name
Total
Base
Stock (/yr)
Bonus
L3
Engineer I
(Entry)
$196K
$142K
$41.5K
$12.5K
L4
Engineer II
$282K
$172K
$92K
$18K
L5
Senior
Engineer
$446K
$208K
$211K
$27K
L6
Staff Engineer
$701K
$243K
$421K
$37K
"""


def test_two_names_of_columns_on_a_line_head_cells_on_two():
    found = observed(SUBMISSIONS, "component", "low", "level_label", "region_label")
    assert found[:4] == [
        ("total", 455_000, "L5", "Boston, MA"),
        ("base", 212_000, "L5", "Boston, MA"),
        ("equity", 215_000, "L5", "Boston, MA"),
        ("bonus", 28_000, "L5", "Boston, MA"),
    ]
    assert len(found) == 8  # `0 yrs` is no amount


def test_rows_with_more_and_fewer_lines_of_words_are_one_table():
    found = observed(UNEVEN, "component", "low")
    assert len(found) == 16
    assert found[-4:] == [("total", 701_000), ("base", 243_000), ("equity", 421_000), ("bonus", 37_000)]


def test_a_scale_in_a_caption_counts_the_bare_numbers_of_flattened_rows():
    text = (
        "Office pay 2025\n\nPERMANENT SALARIES (£000s)\nRole Lower quartile Median Upper quartile\n"
        "Payroll manager 38 44 51\nCredit controller 25 28.5 32\nLedger clerk 23.5 26 28\n"
    )
    assert observed(text, "low", "statistic")[:4] == [
        (38_000, "p25"),
        (44_000, "median"),
        (51_000, "p75"),
        (25_000, "p25"),
    ]


def test_names_of_regions_are_not_cut_in_the_middle():
    text = (
        "Office pay 2025\n\nRole London South East Midlands North\n"
        "Payroll manager £44,000 £41,000 £38,000 £36,000\nLedger clerk £29,000 £27,000 £25,000 £24,000\n"
    )
    assert [region for (region,) in observed(text, "region_label")][:3] == [
        "London",
        "South East",
        "Midlands",
    ]


def test_the_number_of_a_level_among_words_is_no_count():
    text = (
        "Product manager pay\n\nCompany\nLevel\nMedian total compensation\nOrbison\nL5\n$362,000\nHarrow\nIC5\n$395,000\n"
        "Kestrel\n63\n$232,000\nLarch\nL3\n$384,000\n"
    )
    assert observed(text, "low", "statistic", "level_label")[2:] == [
        (232_000, "median", "63"),
        (384_000, "median", "L3"),
    ]


def test_the_number_of_a_note_stands_for_an_amount_that_nobody_gives():
    text = (
        "Hygienist pay by state\n\nState\n10%\n25%\n50%\n75%\n90%\nAlabama\n$44,930\n$49,700\n$57,420\n$64,090\n$73,750\n"
        "Alaska\n$84,930\n$89,700\n$97,420\n$104,090\n$113,750\nGuam\n(8)\n$23,340\n$28,120\n$34,860\n$41,020\n"
    )
    assert observed(text, "low", "statistic")[-4:] == [
        (23_340, "p25"),
        (28_120, "median"),
        (34_860, "p75"),
        (41_020, "p90"),
    ]


def test_a_label_with_its_value_heads_no_rows():
    text = "Orbison pays its drivers £31,000.\n\nOverview\nIndustry: Transport & Freight\nFounded 1974\nCompany size: 5,001 to 10,000\n"
    assert [low for (low,) in observed(text, "low")] == [31_000]


def test_an_amount_above_a_long_label_is_what_it_says():
    text = (
        "Salary survey 2025\n\nAT A GLANCE\n61%\nof respondents feel underpaid\n£52,500\n"
        "Median basic salary of a newly qualified accountant in London\n38%\nwould leave\n"
    )
    assert observed(text, "low", "statistic", "region_label") == [(52_500, "median", "London")]


def test_only_the_sentences_in_front_of_an_amount_of_its_own_are_a_note_on_a_table():
    text = (
        "Pilot pay\n\nLongevity | First officer | Captain\n-- | -- | --\nYear 1 | $92.03 | $151.17\nYear 2 | $97.46 | $154.20\n\n"
        "Rates shown: turboprops. Harrow Air starts at $90.00. Retention bonuses are drying up.\n"
    )
    assert {part for part, low in observed(text, "component", "low") if low > 90} == {"wage"}


def test_a_blank_line_between_names_of_columns_and_their_cells_parts_nothing():
    text = (
        "Startup pay\n\nWhat somebody who is newly hired there gets, by stage, as far as anybody told us what it was:\n\n"
        "Role\nSeed\nSeries A\n"
        "Series B\n\nCTO\n2.0-4.0%\n1.2-2.0%\n0.8-1.3%\nVP sales\n0.9-1.6%\n0.7-1.2%\n0.4-0.8%\nCFO\n-\n0.7-1.1%\n0.5-0.9%\n"
    )
    assert observed(text, "component", "low")[-2:] == [("equity", 0.7), ("equity", 0.5)]
    assert len(observed(text, "low")) == 8
