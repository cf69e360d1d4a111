"""Levels, years, percentiles, medians, stated percents; the same fact twice; currencies and placeholders."""

import pytest


def test_a_level_paid_less_than_a_lower_one(row, found):
    levels = [("mid", 353_000), ("senior", 225_000), ("staff", 275_000), ("principal", 430_000)]
    rows = [row(pay, level=level, level_label=level.title(), statistic="median") for level, pay in levels]
    assert [(i[0], i[1], i[2], i[3]) for i in found(rows, "falls_with_level")] == [
        ("falls_with_level", "o1", "o0", "Senior 225,000, Mid 353,000 (-36.3%)."),
        ("falls_with_level", "o2", "o0", "Staff 275,000, Mid 353,000 (-22.1%)."),
    ]


def test_levels_of_two_companies_make_no_ladder(row, found):
    levels = [("mid", 353_000, "one"), ("senior", 225_000, "other"), ("staff", 275_000, "third")]
    assert found([row(pay, level=level, company=company) for level, pay, company in levels]) == []


def test_more_years_paid_less(row, found):
    steps = [(0, 90_000), (5, 104_000), (10, 98_000)]
    rows = [row(pay, experience_min_years=float(years)) for years, pay in steps]
    assert [message for *_, message in found(rows)] == ["10 years 98,000, 5 years 104,000 (-5.8%)."]


def test_percentiles_rise(row, found):
    rows = [
        row(pay, low_percentile=float(rank)) for rank, pay in ((25, 82_630), (75, 140_000), (90, 131_000))
    ]
    assert found(rows, "percentiles_out_of_order") == [
        ("percentiles_out_of_order", "o2", "o1", "75th 140,000, 90th 131,000.")
    ]


@pytest.mark.parametrize(("middle", "codes"), [(150_000, []), (181_000, ["median_outside_range"])])
def test_a_median_lies_in_its_range(row, found, middle, codes):
    rows = [row((120_000, 165_000)), row(middle, statistic="median")]
    assert [code for code, *_ in found(rows)] == codes


PREMIUM = {"component": "premium", "unit": "percent", "currency": None, "period": None, "comparison": "below"}


@pytest.mark.parametrize(
    ("percent", "evidence", "expected"),
    [
        (-12, "-12%", "223,000 / 250,000 - 1 = -10.8%, stated -12%."),
        (-11, "-11%", None),
        (-10.8, "-10.8%", None),
    ],
)
def test_a_percent_in_a_table_of_two_rows(row, found, percent, evidence, expected):
    rows = [
        row(250_000, statistic="median", locator='table 3, row 1, column "Median"', evidence="$250k"),
        row(223_000, statistic="median", locator='table 3, row 2, column "Median"', evidence="$223k"),
        row(percent, locator='table 3, row 2, column "Difference"', evidence=evidence, **PREMIUM),
    ]
    messages = [message for *_, message in found(rows, "difference_apart")]
    assert messages == ([] if expected is None else [expected])


def test_a_percent_in_a_sentence_may_be_of_either_amount(row, found):
    told = {"context": "prose", "statistic": "median"}
    rows = [row(278_000, evidence="$278k", **told), row(193_000, evidence="$193k", **told)]
    right = row(44, context="prose", evidence="44%", **PREMIUM)
    assert found([*rows, right], "difference_apart") == []
    wrong = row(35, context="prose", evidence="35%", **PREMIUM) | {"char_start": 32, "char_end": 35}
    assert [code for code, *_ in found([*rows, wrong], "difference_apart")] == ["difference_apart"]


def test_one_subject_has_one_median(row, found):
    first = row(250_000, statistic="median", package_id="a")
    again = row(250_000, statistic="median", package_id="b")
    assert found([first, again]) == []
    other = row(272_000, statistic="median", package_id="c")
    assert found([first, again, other]) == [
        ("stated_differently", "o2", "o0", "250,000 in line 1, 272,000 in line 3.")
    ]


def test_one_range_under_two_names(row, found):
    band = row((205_000, 600_000), low_percentile=25.0, high_percentile=90.0, package_id="a")
    band["statistic"] = "percentile_band"
    plain = row((205_000, 600_000), package_id="b")
    assert [(code, one) for code, one, *_ in found([band, plain])] == [("statistic_apart", "o1")]


def test_a_figure_from_somebody_else_is_second_hand(row, found):
    reported = row(272_000, claim="reported", attributed_to="Levels.fyi")
    assert [code for code, *_ in found([reported, row(250_000)])] == ["second_hand"]


@pytest.mark.parametrize("evidence", ["$99,999", "$123,456", "$111111"])
def test_amounts_typed_to_fill_a_gap(row, found, evidence):
    assert [code for code, *_ in found([row(99_999, evidence=evidence)])] == ["placeholder"]


@pytest.mark.parametrize("evidence", ["$155,000", "$100,000", "$0", "$212,345"])
def test_round_amounts_are_no_placeholders(row, found, evidence):
    assert found([row(1, evidence=evidence)]) == []


def test_pay_in_another_currency_than_that_of_the_place(row, found):
    london = {"region_label": "London", "country": "GB"}
    assert [code for code, *_ in found([row(150_000, **london)])] == ["currency_of_place"]
    both = [row((80_000, 90_000), currency="GBP", **london), row((100_000, 112_500), **london)]
    assert found(both, "currency_of_place") == []


@pytest.mark.parametrize(("last", "flagged"), [(180_000, True), (181_500, False)])
def test_statistics_that_are_all_round(row, found, last, flagged):
    values = [100_000, 110_000, 130_000, 150_000, 160_000, last]
    rows = [row(value, statistic="median", level_label=str(value)) for value in values]
    assert len(found(rows, "round_statistics")) == flagged
    assert found(rows[:-1], "round_statistics") == []
