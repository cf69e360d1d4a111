"""Keys of structured data, in the spellings that publishers use."""

import pytest

from normalizers import keys


@pytest.mark.parametrize(
    ("key", "component", "end"),
    [
        ("base_low", "base", "low"), ("maxSalary", "base", "high"), ("salary-min", "base", "low"), ("Total Comp High", "total", "high"),
        ("ote", "total", None), ("stock_high", "equity", "high"), ("signOnBonus", "signing_bonus", None), ("CTC", "total", None),
        ("annual_base_salary_low_eur", "base", "low"), ("pnl_participation", "profit_share", None), ("wages", "wage", None),
    ],
)  # fmt: skip
def test_pay(key, component, end):
    meaning = keys.meaning(key)
    assert (meaning.sort, meaning.component, meaning.end) == ("pay", component, end)


def test_what_a_key_says_besides():
    assert keys.meaning("bonus_pct_of_base").applies_to == "base"
    assert keys.meaning("bonus_pct").percent
    assert keys.meaning("hourly_rate").period == "hour"
    assert (keys.meaning("rsu_4yr_low").period, keys.meaning("rsu_4yr_low").vesting) == ("grant", "4")
    assert keys.meaning("salaryMinUSD").currency == "USD"
    assert keys.meaning("p25_base").statistic == "p25"


@pytest.mark.parametrize(
    "key", ["end_date", "layout", "base_url", "top_level", "x", "", "price_low", "low_code"]
)
def test_other_keys_are_not_pay(key):
    meaning = keys.meaning(key)
    assert meaning is None or meaning.sort != "pay"


def test_a_modifier_takes_its_sense_from_the_key_above():
    low = keys.meaning("low").under(keys.meaning("bonus_pct"))
    assert (low.sort, low.component, low.end, low.percent) == ("pay", "bonus", "low", True)


def test_the_best_spelling_has_the_lowest_rank():
    assert keys.meaning("company_display").rank < keys.meaning("company").rank
