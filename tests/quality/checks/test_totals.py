"""Totals against their parts, in tables and in sentences; hours against years; amounts in two currencies."""

import pytest

GRANT = {"component": "equity", "period": "grant", "vesting_years": 4.0}
PERCENT = {"component": "bonus", "unit": "percent", "currency": None, "period": None}


def package(row, base, grant, bonus, total, **columns):
    return [
        row(base, **columns),
        row(grant, **GRANT, **columns),
        row(bonus, **PERCENT, **columns),
        row(total, component="total", **columns),
    ]


def test_the_ends_of_a_total_are_added_up_apart(row, found):
    rows = package(row, (155_000, 215_000), (70_000, 180_000), (12, 18), (210_000, 325_000))
    assert found(rows) == [
        (
            "total_apart",
            "o3",
            "o0",
            "155,000 + 70,000 / 4 + 12% x 155,000 = 191,100, stated 210,000 (+9.9%).",
        ),
        (
            "total_apart",
            "o3",
            "o0",
            "215,000 + 180,000 / 4 + 18% x 215,000 = 298,700, stated 325,000 (+8.8%).",
        ),
    ]
    assert rows[3]["flags"] == ["total_apart"]


def test_a_total_that_holds_is_not_flagged(row, found):
    assert found(package(row, (100_000, 150_000), (40_000, 80_000), (10, 20), (120_000, 200_000))) == []


def test_a_total_more_than_a_fifth_away_is_a_warning(row, found):
    rows = package(row, 100_000, 40_000, 10, 160_000)
    assert [code for code, *_ in found(rows)] == ["total_far_apart"]


def test_totals_that_add_the_whole_grant_take_its_yearly_value_away(row, found):
    rows = []
    for number in range(3):
        rows += package(row, 100_000, 40_000, 10, 150_000, package_id=str(number))
    for grant in rows[1::4]:
        grant["annual_low"] = grant["annual_high"] = 10_000
    assert {code for code, *_ in found(rows)} == {"equity_basis_unclear"}
    assert [grant["annual_low"] for grant in rows[1::4]] == [None] * 3


def test_a_row_whose_total_fits_a_year_of_the_grant_keeps_its_yearly_value(row, found):
    rows = []
    for number in range(3):
        rows += package(row, 100_000, 40_000, 10, 150_000, package_id=str(number))
    fitting = package(row, 100_000, 40_000, 10, 120_000, package_id="fits")
    assert {one for _, one, *_ in found([*rows, *fitting])} == {
        rows[at]["observation_id"] for at in (1, 5, 9)
    }


def test_a_total_without_any_equity_is_only_worth_mentioning(row, found):
    rows = [row(100_000), row(10, **PERCENT), row(160_000, component="total")]
    assert [code for code, *_ in found(rows)] == ["total_apart"]


def test_what_nobody_can_add_up_is_left_alone(row, found):
    of_unknown_years = package(row, 100_000, 40_000, 10, 250_000)
    of_unknown_years[1]["vesting_years"] = None
    assert found(of_unknown_years) == []
    two_bases = [*package(row, 100_000, 40_000, 10, 250_000, package_id="two"), row(90_000, package_id="two")]
    assert found(two_bases) == []


def told(row, *parts, **columns):
    own = {"context": "prose", **columns}
    return [row(ends, **(own | dict(about))) for ends, about in parts]


BASE, BONUS = {"component": "base"}, {"component": "bonus"}
TOTAL, SIGNING = {"component": "total"}, {"component": "signing_bonus", "period": "one_time"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(105_000, BASE), (20_000, BONUS), (125_000, TOTAL)], None),
        ([(105_000, BASE), (20_000, BONUS), (140_000, TOTAL)], "105,000 + 20,000 = 125,000, stated 140,000 (+12.0%)."),
        # a signing bonus may count whole, in part or not at all
        ([(105_000, BASE), (20_000, BONUS), (30_000, SIGNING), (125_000, TOTAL)], None),
        ([(105_000, BASE), (20_000, BONUS), (30_000, SIGNING), (140_000, TOTAL)], None),
        ([(105_000, BASE), (20_000, BONUS), (30_000, SIGNING), (155_000, TOTAL)], None),
        (
            [(105_000, BASE), (20_000, BONUS), (30_000, SIGNING), (180_000, TOTAL)],
            "105,000 + 30,000 + 20,000 = 155,000, stated 180,000 (+16.1%).",
        ),
        # the sentence need not name every part, but a total below what it names is wrong
        ([(100_000, BASE), (80_000, GRANT), (160_000, TOTAL)], None),
        ([(100_000, BASE), (80_000, GRANT), (110_000, TOTAL)], "100,000 + 80,000 / 4 = 120,000, stated 110,000 (-8.3%)."),
        ([(100_000, BASE), (10, PERCENT), (130_000, TOTAL)], "100,000 + 10% x 100,000 = 110,000, stated 130,000 (+18.2%)."),
        # nothing adds up where a part is a range or stands there twice
        ([(100_000, BASE), ((10_000, 20_000), BONUS), (160_000, TOTAL)], None),
        ([(100_000, BASE), (10_000, BONUS), (20_000, BONUS), (160_000, TOTAL)], None),
    ],
)  # fmt: skip
def test_a_total_told_beside_its_parts(row, found, parts, expected):
    messages = [message for *_, message in found(told(row, *parts), "sum_apart")]
    assert messages == ([] if expected is None else [expected])


def test_a_total_that_is_only_about_right_may_be_less_exact(row, found):
    rows = told(row, (100_000, BASE), (10_000, BONUS), (114_500, TOTAL))
    rows[2]["flags"] = ["approximate"]
    assert found(rows, "sum_apart") == []
    rows[2]["flags"] = []
    assert len(found(rows, "sum_apart")) == 1


def test_the_parts_of_a_story_stand_in_one_paragraph(row, found):
    parts = [(280_000, BASE), (120_000, {"component": "equity"}), (40_000, BONUS), (440_000, TOTAL)]
    story = told(row, *parts, claim="anecdote", line_start=117)
    for number, one in enumerate(story):
        one["package_id"] = f"sentence {number}"
    assert found(story) == []
    story[3]["low"] = story[3]["high"] = 500_000
    assert [code for code, *_ in found(story)] == ["sum_apart"]


@pytest.mark.parametrize(
    ("hour", "year", "right"), [(30.60, 63_650, True), (54.13, 112_590, True), (30.60, 68_000, False)]
)
def test_a_cent_an_hour_is_rounding(row, found, hour, year, right):
    rows = [row(year, statistic="median"), row(hour, period="hour", statistic="median")]
    codes = [code for code, *_ in found(rows)]
    assert codes == ([] if right else ["hour_year_apart"])


def pair(row, ours, theirs, number, gap=3):
    start = number * 100
    where = {"package_id": str(number), "line_start": number + 1}
    first = row(ours, currency="GBP", char_start=start, char_end=start + 10, evidence="£80K-£120K", **where)
    second = row(theirs, char_start=start + 10 + gap, char_end=start + 30, evidence="$100K-$150K", **where)
    return [first, second]


def test_both_ends_of_a_range_imply_one_exchange_rate(row, found):
    assert found(pair(row, (80_000, 120_000), (100_000, 150_000), 0)) == []
    (issue,) = found(pair(row, (80_000, 120_000), (100_000, 190_000), 1))
    assert issue[3] == "1.25 USD for 1 GBP at the low end, 1.58 at the high end."


def test_a_pair_is_compared_with_the_rest_of_the_document(row, found):
    rows = [one for number in range(3) for one in pair(row, (80_000, 120_000), (100_000, 150_000), number)]
    (issue,) = found(rows + pair(row, (80_000, 120_000), (160_000, 240_000), 3))
    assert issue[3] == "2 USD for 1 GBP, 1.25 elsewhere in the document."


def test_amounts_that_do_not_stand_together_are_no_conversion(row, found):
    assert found(pair(row, (80_000, 120_000), (100_000, 290_000), 0, gap=40)) == []


@pytest.mark.parametrize(
    ("total", "period", "flagged"),
    [(20_500, "year", True), (210_000, "year", False), (20_500, "month", False)],
)
def test_a_total_for_another_time_than_the_base(row, found, total, period, flagged):
    annual = total * (12 if period == "month" else 1)
    base = row(190_000, annual_low=190_000, annual_high=190_000)
    rows = [base, row(total, component="total", period=period, annual_low=annual, annual_high=annual)]
    assert [message for *_, message in found(rows, "period_slip")] == (
        ["a total of 20,500 (year) beside a base of 190,000 (year)."] if flagged else []
    )
