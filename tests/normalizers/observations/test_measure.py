"""How much a row says: ends, statistic, currency, period and what that comes to a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import default
from normalizers import figures
from normalizers.observations import observe
from normalizers.observations.measure import PER_YEAR
from schemas import Asserted, Cell, Document, Ends, Inferred, Read, Row


def observed(text, defaults=None, **labels):
    """The only observation of a row whose amount is the figure in the text."""
    document = Document("s/d.md", text, source="s", defaults=defaults or {})
    (figure,) = figures.find(document.cell())
    (record,) = observe(document, [Row(amount=figure, **labels)]).observations
    return record


def said(record, *columns):
    return tuple(record[column] for column in columns)


def read(text, at=0):
    return Read(text, Cell(text, at))


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("$100K", {}, ("point", 100_000, 100_000, False)),
        ("$100K–$120K", {}, ("range", 100_000, 120_000, False)),
        ("$100K+", {}, ("minimum", 100_000, None, True)),
        ("up to $100K", {}, ("maximum", None, 100_000, True)),
        ("$500K–$1M+", {}, ("range", 500_000, 1_000_000, True)),
        ("$100K", {"statistic": read("median")}, ("median", 100_000, 100_000, False)),
        ("$211,450+", {"statistic": read("p90")}, ("p90", 211_450, 211_450, True)),
        ("$100K", {"statistic": read("minimum")}, ("minimum", 100_000, None, False)),
        ("$100K–$120K", {"statistic": read("mean")}, ("range", 100_000, 120_000, False)),
        ("$100K–$120K", {"statistic": read("percentile_band")}, ("percentile_band", 100_000, 120_000, False)),
    ],
)
def test_the_statistic_follows_from_the_form_of_the_figure_and_its_label(text, labels, expected):
    assert said(observed(text, **labels), "statistic", "low", "high", "open_ended") == expected


def test_percentiles_of_both_ends_of_a_band():
    record = observed("$205k–$600k", statistic=read("percentile_band"), percentile=read("25-90"))
    assert said(record, "low_percentile", "high_percentile") == (25, 90)


def test_the_median_is_the_fiftieth_percentile():
    assert said(observed("$1M", statistic=read("median")), "low_percentile", "high_percentile") == (50, 50)


@pytest.mark.parametrize(
    ("text", "labels", "defaults", "expected"),
    [
        ("£75K", {}, {}, ("GBP", [])),
        ("£75K", {}, {"currency": "USD"}, ("GBP", [])),
        ("£75K", {"currency": Cell("USD", 90)}, {}, ("GBP", ["currency_conflict"])),
        ("$75K", {"currency": Cell("CAD", 90)}, {}, ("CAD", [])),
        ("$75K", {}, {"currency": "CAD"}, ("CAD", [])),
        ("$75K", {"currency": Cell("Canadian dollars", 90)}, {}, ("CAD", [])),
        ("¥9M", {"currency": Cell("CNY", 90)}, {}, ("CNY", [])),
        ("¥9M", {}, {}, ("JPY", ["ambiguous_currency"])),
        ("650 000 kr", {"currency": Cell("SEK", 90)}, {}, ("SEK", [])),
        ("$75K", {"currency": Cell("EUR", 90)}, {}, ("USD", ["currency_conflict"])),
    ],
)
def test_the_currency_is_the_sign_unless_the_sign_is_shared(text, labels, defaults, expected):
    record = observed(text, defaults, **labels)
    assert (record["currency"], record["flags"]) == expected


def test_what_the_manifest_says_is_asserted_and_not_read():
    record = observed("$75K", {"currency": "CAD", "company": "Acme"})
    assert record["asserted"] == ["company_name", "currency"]


def test_a_number_without_any_currency_keeps_none_and_is_flagged():
    document = Document("d", "base: 155000")
    (record,) = observe(document, [Row(base=document.cell(6))]).observations
    assert said(record, "low", "currency", "flags") == (155_000, None, ["unknown_currency"])


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("$50/hour", {}, ("hour", False)),
        ("$90K", {"period": Asserted("year")}, ("year", False)),
        ("$90K", {}, ("year", True)),
        ("$90K", {"component": read("signing_bonus")}, ("one_time", True)),
        ("$90K", {"component": read("signing_bonus"), "period": read("year")}, ("one_time", True)),
        ("$90K", {"component": read("equity"), "vesting": read("4")}, ("grant", True)),
        ("$90K", {"component": read("equity")}, ("year", True)),
        ("$90K", {"component": read("base"), "period": read("grant"), "vesting": read("4")}, ("year", True)),
        ("12%", {"component": read("bonus")}, (None, False)),
    ],
)
def test_the_period_is_stated_or_asserted_or_inferred(text, labels, expected):
    record = observed(text, **labels)
    assert (record["period"], "period" in record["inferred"]) == expected


def test_years_of_vesting_are_those_of_grants_only():
    assert observed("$90K", component=read("base"), vesting=read("4"))["vesting_years"] is None
    assert observed("$100K/4yr", component=read("equity"))["vesting_years"] == 4


@given(st.integers(20, 900), st.integers(0, 500), st.sampled_from(sorted(PER_YEAR)))
def test_a_year_of_pay_is_the_amount_times_the_periods_of_a_year(low, more, period):
    record = observed(f"${low},000 - ${low + more},000", period=Inferred(period))
    times = PER_YEAR[period]
    assert said(record, "annual_low", "annual_high") == (low * 1_000 * times, (low + more) * 1_000 * times)


@given(st.integers(1, 999), st.integers(1, 10))
def test_a_grant_is_spread_over_its_years(thousands, years):
    record = observed(f"${thousands}K", component=read("equity"), vesting=read(str(years)))
    assert record["annual_low"] == pytest.approx(thousands * 1_000 / years, abs=0.01)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("$250/hour", {"qualifier": Cell("freelance", 90)}),
        ("$5,000", {"period": read("project")}),
        ("$20K", {"component": read("signing_bonus")}),
        ("15%", {"component": read("bonus")}),
        ("$400K", {"component": read("equity"), "period": read("grant")}),
    ],
)
def test_no_year_of_pay_where_that_has_no_meaning(text, labels):
    assert said(observed(text, **labels), "annual_low", "annual_high") == (None, None)


def test_the_open_end_has_no_year_of_pay():
    assert said(observed("$50+ per hour"), "annual_low", "annual_high") == (104_000, None)


def test_two_scalars_are_one_figure_of_two_parts():
    document = Document("d", "low: 155000\nhigh: $215000\n")
    row = Row(base=Ends(document.cell(5, 11), document.cell(18, 25)), currency=Asserted("USD"))
    found = observe(document, [row])
    (record,) = found.observations
    assert said(record, "low", "high", "statistic", "evidence") == (
        155_000,
        215_000,
        "range",
        "155000\nhigh: $215000",
    )
    assert [entry["spans"] for entry in found.ledger] == [["5-11", "18-25"]]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(5, None, ("minimum", 155_000, None)), (None, 5, ("maximum", None, 155_000))],
)
def test_one_scalar_of_two_is_an_open_figure(low, high, expected):
    document = Document("d", "low: 155000")
    ends = Ends(*(document.cell(at) if at else None for at in (low, high)))
    (record,) = observe(document, [Row(base=ends)]).observations
    assert said(record, "statistic", "low", "high") == expected


def test_ends_the_wrong_way_round_are_kept_as_stated_and_flagged():
    record = observed("$215K–$155K")
    assert said(record, "low", "high") == (215_000, 155_000)
    assert "range_inverted" in record["flags"]


def test_the_period_behind_two_currencies_is_that_of_both():
    document = Document("d", "(£33K-£63K / $41K-$78K/yr)")
    rows = [
        Row(equity=figure, vesting=Read("4", document.cell(0, 1))) for figure in figures.find(document.cell())
    ]
    pounds, dollars = observe(document, rows).observations
    assert said(pounds, "period", "vesting_years", "annual_low") == ("year", None, 33_000)
    assert said(dollars, "period", "annual_low") == ("year", 41_000)
    assert "period" not in pounds["inferred"]


@pytest.mark.parametrize(
    ("places", "defaults", "expected"),
    [
        (("Toronto", "Vancouver"), {}, "CAD"),
        (("Toronto", "Seattle"), {}, "USD"),
        (("Berlin",), {}, "USD"),
        (("Toronto",), {"currency": "USD"}, "USD"),
        (("Toronto",), {"currency": "CAD"}, "CAD"),
    ],
)
def test_bare_dollars_of_one_country_are_its_own_unless_something_says_otherwise(places, defaults, expected):
    document = Document("d", "\n".join(f"{place}: $90K" for place in places), defaults=defaults)
    starts = [figure.cell.start for figure in figures.find(document.cell())]
    rows = [
        Row(amount=figure, region=document.cell(start - len(place) - 2, start - 2))
        for figure, place, start in zip(figures.find(document.cell()), places, starts, strict=True)
    ]
    found = observe(document, rows).observations
    assert {record["currency"] for record in found} == {expected}


def test_pay_by_the_hour_is_a_wage_where_nothing_says_what_it_is():
    assert observed("$35/hour", component=Inferred("base"))["component"] == "wage"
    assert observed("$35/hour", component=read("base"))["component"] == "base"


def test_small_amounts_beside_an_hourly_rate_are_by_the_hour():
    document = Document("d", "Rate $40/hour, pension $6, bonus $5,000")
    names = ("wage", "benefits", "bonus")
    rows = [
        Row(amount=figure, component=read(name), package="p", context="table")
        for figure, name in zip(figures.find(document.cell()), names, strict=True)
    ]
    assert [record["period"] for record in observe(document, rows).observations] == ["hour", "hour", "year"]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("stock (4yr) $400K; RSUs $280K", "RSUs", ("grant", 4, 70_000)),
        ("stock (4yr) $400K; RSU refresh $280K", "RSU refresh", ("year", None, 280_000)),
        ("stock (4yr) $400K; annual RSUs $280K", "annual RSUs", ("year", None, 280_000)),
    ],
)
def test_equity_without_a_period_vests_as_the_other_grants_of_the_document(text, label, expected):
    document = Document("d", text)
    grant, other = figures.find(document.cell())
    at = text.index(label)
    rows = [
        Row(equity=grant, period=read("grant"), vesting=read("4")),
        Row(equity=other, figure_label=document.cell(at, at + len(label))),
    ]
    record = observe(document, rows).observations[1]
    assert said(record, "period", "vesting_years", "annual_low") == expected
    assert "period" in record["inferred"]


def test_grants_over_different_years_say_nothing_of_others():
    document = Document("d", "$400K, $300K, $280K")
    first, second, third = figures.find(document.cell())
    stated = [
        Row(equity=one, period=read("grant"), vesting=read(years))
        for one, years in ((first, "4"), (second, "3"))
    ]
    assert observe(document, [*stated, Row(equity=third)]).observations[2]["period"] == "year"


def test_an_amount_without_a_sign_is_in_the_only_currency_of_the_document():
    document = Document("d", "pay €70K and 80000")
    (figure,) = figures.find(document.cell(0, 12))
    rows = [Row(base=figure), Row(base=document.cell(13))]
    euros = observe(document, rows).observations[1]
    assert (euros["currency"], euros["flags"]) == ("EUR", [])


def test_an_amount_without_a_sign_is_in_the_currency_of_its_place_where_the_document_states_several():
    document = Document("d", "Bern CHF 70K, Lyon €50K, Zurich 80000")
    (francs, euros) = figures.find(document.cell(0, 24))
    rows = [Row(base=francs), Row(base=euros), Row(base=document.cell(32), region=document.cell(25, 31))]
    assert [one["currency"] for one in observe(document, rows).observations] == ["CHF", "EUR", "CHF"]
    rows = [Row(base=francs), Row(base=euros), Row(base=document.cell(32))]
    assert observe(document, rows).observations[2]["currency"] is None


def test_a_page_that_speaks_of_day_rates_leaves_a_years_pay_alone():
    text = (
        "# Pay of riggers\n\nAll amounts are before tax, per day.\n\nTitle | Contract rate | Permanent salary\n---|---|---\n"
        "Rigger | £310 | £52,000\nLead Rigger | £365 | £61,000\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["period"]) for row in rows] == [
        (310, "day"),
        (52_000, "year"),
        (365, "day"),
        (61_000, "year"),
    ]
