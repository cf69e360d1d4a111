"""Headers: of the figures beside them, or of the labels below them."""

from collections import Counter

import pytest

from normalizers import figures, headers
from normalizers.headers import vocabulary
from schemas import Cell, packaged

VOCABULARY = packaged.texts("vocabularies/headers.yaml")


def read(text):
    cell = Cell(text)
    return headers.read(cell, figures=tuple(figures.find(cell)))


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        ("Region", "region"), ("Microsoft Level", "level"), ("Typical YoE", "experience"), ("# Postings", "sample_size"),
        ("Job Title", "role"), ("Comp Notes", "ignore"), ("Company", "company"), ("Percentile", "percentile"),
        ("Base Salary", None), ("0-2 years", None), ("25th percentile", None), ("Austin Metro", None), ("Market Demand", None),
    ],
)  # fmt: skip
def test_what_a_column_holds(header, holds):
    assert read(header).holds == holds


@pytest.mark.parametrize(
    ("header", "components"),
    [
        ("Stock (RSU/4yr)", ["equity"]), ("Sign-On / Bonus", ["signing_bonus", "bonus"]), ("Base + Bonus", ["total"]),
        ("Base Salary (CTC)", ["base"]), ("Total comp (base + stock)", ["total"]), ("Options (4yr)", ["equity"]), ("Median", []),
    ],
)  # fmt: skip
def test_components(header, components):
    assert [name for name, _ in read(header).components] == components


@pytest.mark.parametrize(
    ("header", "key", "value"),
    [
        ("London (GBP £)", "currency", "GBP"), ("Min €", "currency", "EUR"), ("Monthly Base Salary", "period", "month"),
        ("On-Hire RSU (4yr total)", "vesting", "4"), ("90th", "statistic", "p90"), ("Median Yr1 TC", "period", "first_year"),
        ("2024", "as_of", "2024"), ("Walk-Away", "stance", "floor"), ("Remote US (USD)", "region", "Remote US"),
    ],
)  # fmt: skip
def test_labels(header, key, value):
    assert read(header).labels[key].text == value


@pytest.mark.parametrize(
    ("header", "key"),
    [("Product (PM)", "period"), ("Target (+$61K)", "currency"), ("Bank of America", "region")],
)
def test_labels_that_are_not_there(header, key):
    assert key not in read(header).labels


@pytest.mark.parametrize(
    ("header", "end"),
    [
        ("Min", "low"),
        ("Maximum Salary", "high"),
        ("Low Performer Refresh", None),
        ("Salary to", "high"),
        ("Distance from", None),
    ],
)
def test_ends(header, end):
    assert read(header).end == end


@pytest.mark.parametrize(
    ("header", "scale"),
    [("Base ($K)", 1e3), ("TC (in thousands)", 1e3), ("CTC (₹ lakhs)", 1e5), ("Base", 1.0)],
)
def test_scales(header, scale):
    assert read(header).scale == scale


@pytest.mark.parametrize(
    ("label", "statistic"),
    [("10th", "p10"), ("50th (Median)", "median"), ("P75", "p75"), ("Median", "median"), ("60th", "point")],
)
def test_statistics_below_a_percentile(label, statistic):
    assert headers.ordinal(Cell(label))["statistic"].text == statistic


@pytest.mark.parametrize(
    ("header", "scale", "currency"),
    [
        ("Fixed pay by job (₹ lakh p.a., metros)", 1e5, "INR"), ("Surabaya (IDR m / month)", 1e6, "IDR"),
        ("Amounts in thousands of dollars", 1e3, None), ("Pay in EUR", 1.0, "EUR"),
    ],
)  # fmt: skip
def test_a_scale_behind_a_sign_or_code_is_that_of_bare_numbers(header, scale, currency):
    found = read(header)
    assert (found.scale, getattr(found.labels.get("currency"), "text", None)) == (scale, currency)


@pytest.mark.parametrize(
    ("header", "holds", "not_pay"),
    [
        ("No. of offers", "sample_size", None), ("Number of sheep", None, "count"), ("Carrier", "company", None),
        ("Years in band", "experience", None), ("Entgeltgruppe", "level", None), ("Crew position", "role", None),
    ],
)  # fmt: skip
def test_headers_of_other_trades_and_of_counts(header, holds, not_pay):
    found = read(header)
    assert (found.holds, found.not_pay) == (holds, not_pay)


def test_two_parts_with_a_stroke_between_them_are_kept_in_order():
    assert [name for name, _ in read("Account managers (base / OTE)").in_order] == ["base", "total"]
    assert read("Base + bonus").in_order == []


def test_a_rise_is_no_premium():
    found = read("General wage increase")
    assert (found.difference, [name for name, _ in found.components]) == (False, ["other"])


@pytest.mark.parametrize(
    ("header", "key", "value"),
    [
        ("Stufe 3", "level", "Stufe 3"), ("Lane BA+30", "level", "Lane BA+30"), ("O2 Risk Analyst", "level", "O2"),
        ("E 9b", "level", "E 9b"), ("Captain yr 3", "level", "yr 3"), ("10 years in", "experience", "10 years in"),
    ],
)  # fmt: skip
def test_steps_of_ladders_are_levels_in_headers(header, key, value):
    found = read(header)
    assert found.labels[key].text == value
    assert "period" not in found.labels


def test_a_part_of_the_first_year_stays_one_of_that_year():
    assert read("Year 1 TC").labels["period"].text == "first_year"


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Share of fitters (%)", "share"),
        ("Number of vacancies", "count"),
        ("Fees", "business"),
        ("National insurance", "cost_of_living"),
        ("Percentage of base salary", None),
        ("Number of offers", None),
    ],
)
def test_what_a_header_begins_with_says_that_something_else_is_counted(header, reason):
    assert read(header).not_pay == reason


@pytest.mark.parametrize("header", ["Profit share (%)", "Rent allowance", "Car allowance"])
def test_a_part_of_pay_is_pay_though_its_words_name_something_else_as_well(header):
    found = read(header)
    assert (found.not_pay, found.names_pay) == (None, True)


@pytest.mark.parametrize(
    ("header", "reason"), [("Shares", "count"), ("Relocation cost", "business"), ("Demand level", "rating")]
)
def test_a_word_of_pay_in_a_longer_header_does_not_make_it_pay(header, reason):
    assert read(header).not_pay == reason


def spellings(section):
    return [text for texts in VOCABULARY[section].values() for text in texts]


def test_no_spelling_of_a_header_stands_twice():
    spelled = [vocabulary.words(text) for name in ("columns", "whole", "not_pay") for text in spellings(name)]
    assert [words for words, times in Counter(spelled).items() if times > 1 or not words] == []


def test_spellings_of_headers_are_words_in_small_letters():
    sections = ("columns", "whole", "edges", "components", "not_pay", "not_pay_begins", "stances")
    spelled = [text for name in sections for text in spellings(name)]
    assert [text for text in spelled if text != text.lower()] == []
    assert "on" in vocabulary.name_words().joins


@pytest.mark.parametrize(
    ("header", "statistic"), [("Top 10%", "p90"), ("Bottom 10%", "p10"), ("Obere 25 %", "p75")]
)
def test_a_percent_that_is_a_rank_says_which_statistic_stands_below(header, statistic):
    assert read(header).labels["statistic"].text == statistic


@pytest.mark.parametrize(
    "header", ["Share of fitter's rate", "% of journeyman rate", "Percentage of the scale"]
)
def test_a_share_of_a_rate_is_neither_stock_nor_a_count(header):
    said = read(header)
    assert ([name for name, _ in said.components], said.not_pay) == (["other"], None)


@pytest.mark.parametrize(
    "header", ["Cost of living vs. U.S. average", "Rent compared to Leeds", "Index relative to the country"]
)
def test_what_is_compared_is_what_stands_in_front_of_the_word_that_compares(header):
    said = headers.read(Cell(header))
    assert said.not_pay == "cost_of_living"
    assert not said.difference


def test_a_salary_that_is_compared_stays_a_difference_in_pay():
    assert headers.read(Cell("Salary vs. U.S. average")).difference
    assert headers.read(Cell("Compared with the state average")).difference


@pytest.mark.parametrize(
    ("header", "end"), [("Lowest point", "low"), ("Top of scale", "high"), ("Bottom of the range", "low")]
)
def test_ends_of_a_scale_are_ends_of_a_range(header, end):
    assert headers.read(Cell(header)).end == end


@pytest.mark.parametrize("header", ["€ per year", "£ a year", "USD per annum"])
def test_a_currency_for_a_year_is_pay_and_no_date(header):
    assert read(header).names_pay


def test_the_first_year_of_a_job_is_a_level_and_no_time_of_pay():
    header = read("Captain Year 1")
    assert header.labels.keys() == {"role", "level"}


def test_a_named_zone_is_the_place_and_not_the_towns_in_its_brackets():
    assert read("Zone B (Lyon, Lille)").labels["region"].text == "Zone B"
    assert [cell.text for cell in read("Region (Leeds, York)").labels["region"]] == ["Leeds", "York"]


def test_what_is_only_included_is_not_what_a_label_names():
    assert [name for name, _ in read("Per year incl. holiday allowance").components] == ["total"]
    assert [name for name, _ in read("Base pay incl. bonus").components] == ["base"]


def test_a_column_compared_with_postings_counts_none():
    found = headers.read(Cell("vs. all postings"))
    assert (found.difference, found.holds, found.not_pay) == (True, None, None)


def test_a_lift_is_a_difference():
    assert headers.read(Cell("Lift")).difference


@pytest.mark.parametrize(
    "text", ["Hourly (excl. overtime)", "Weekly, without tips", "Hourly excluding overtime"]
)
def test_what_a_header_leaves_out_is_no_part_of_it(text):
    assert read(text).components == []


@pytest.mark.parametrize(
    ("text", "end"), [("Ceiling we've seen", "high"), ("Max reported", "high"), ("Minimum seen", "low")]
)
def test_an_end_may_say_who_has_seen_it(text, end):
    assert read(text).end == end


def test_two_parts_beside_each_other_may_be_named_loosely():
    assert [name for name, _ in read("Base | Additional").in_order] == ["base", "other"]
    assert [name for name, _ in read("Base / OTE").in_order] == ["base", "total"]
    assert read("Base | City").in_order == []


@pytest.mark.parametrize(
    ("text", "holds", "not_pay"),
    [
        ("Wage group", "level", None),
        ("1-bed rent / month", None, "cost_of_living"),
        ("Typical savings", None, "cost_of_living"),
        ("Rent allowance", None, None),
        ("Left", None, "cost_of_living"),
    ],
)
def test_words_that_are_no_pay_together_or_within_a_header(text, holds, not_pay):
    header = headers.read(Cell(text))
    assert (header.holds, header.not_pay) == (holds, not_pay)
