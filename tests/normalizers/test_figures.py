"""The grammar of figures, spelling by spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.figures import find, read
from schemas import Cell

K = 1_000.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$155K–$215K", [("$155K–$215K", 155 * K, 215 * K, "USD")]),
        ("between $205k and $600k", [("$205k and $600k", 205 * K, 600 * K, "USD")]),
        ("$70–80K", [("$70–80K", 70 * K, 80 * K, "USD")]),
        ("pay is $１５０Ｋ here", [("$１５０Ｋ", 150 * K, 150 * K, "USD")]),
        ("PLN 20K–28K", [("PLN 20K–28K", 20 * K, 28 * K, "PLN")]),
        ("£30 - £90k", [("£30 - £90k", 30 * K, 90 * K, "GBP")]),
        ("130-145k base", [("130-145k", 130 * K, 145 * K, None)]),
        ("₹24L ₹3.5L", [("₹24L", 2.4e6, 2.4e6, "INR"), ("₹3.5L", 350 * K, 350 * K, "INR")]),
        ("€ 24.000 € 35.000", [("€ 24.000", 24 * K, 24 * K, "EUR"), ("€ 35.000", 35 * K, 35 * K, "EUR")]),
        ("24.000 € 35.000 €", [("24.000 €", 24 * K, 24 * K, "EUR"), ("35.000 €", 35 * K, 35 * K, "EUR")]),
        ("₹75T - ₹2L", [("₹75T - ₹2L", 75 * K, 200 * K, "INR")]),
        ("Graz41.300 €", [("41.300 €", 41_300, 41_300, "EUR")]),
        ("from £72k to £500 a day", [("£72k", 72 * K, 72 * K, "GBP"), ("£500 a day", 500, 500, "GBP")]),
        ("$0.62 CPM or 0.55 CPM", [("$0.62 CPM", 0.62, 0.62, "USD"), ("0.55 CPM", 0.55, 0.55, "USD")]),
        ("54-62 CPM", [("54-62 CPM", 0.54, 0.62, "USD")]),
        ("up 35 cents to $16.20", [("35 cents", 0.35, 0.35, "USD"), ("$16.20", 16.2, 16.2, "USD")]),
        ("they came up to $131k", [("$131k", 131 * K, 131 * K, "USD")]),
        ("$1-1.5M", [("$1-1.5M", 1e6, 1.5e6, "USD")]),
        ("between $31.50/hour and $54/hour", [("$31.50/hour and $54/hour", 31.5, 54, "USD")]),
        ("€2,100 per month – €2,900 per month", [("€2,100 per month – €2,900 per month", 2100, 2900, "EUR")]),
        (
            "rose from $14.20 an hour to $15.50 an hour",
            [("$14.20 an hour", 14.2, 14.2, "USD"), ("$15.50 an hour", 15.5, 15.5, "USD")],
        ),
        (
            "$31 an hour to $54,000 a year",
            [("$31 an hour", 31, 31, "USD"), ("$54,000 a year", 54 * K, 54 * K, "USD")],
        ),
        ("rules like NIS2 and ESG3, NIS2-3 million", [("NIS2-3 million", 2e6, 3e6, "ILS")]),
        ("EUR5 more, SEK9/hour", [("EUR5", 5, 5, "EUR"), ("SEK9/hour", 9, 9, "SEK")]),
        ("the depot starts its drivers at 15.25 an hour", [("15.25 an hour", 15.25, 15.25, None)]),
        ("a bus that makes 15.25 km an hour, the meter costs 2.40 an hour", []),
        ("a tiler earns 3,150 per month", [("3,150 per month", 3150, 3150, None)]),
        ("they opened at 3.150 a month", [("3.150 a month", 3150, 3150, None)]),
        ("I'm on 41.600 p.a. in Ghent", [("41.600 p.a.", 41_600, 41_600, None)]),
        ("the site gets 12,400 visits a month, the shop sells 3,150 a month, it costs 3.150 a month", []),
        ("70,000 - 150,000 GBP", [("70,000 - 150,000 GBP", 70 * K, 150 * K, "GBP")]),
        ("₹4,00,000", [("₹4,00,000", 4e5, 4e5, "INR")]),
        ("₹25 lakh", [("₹25 lakh", 25e5, 25e5, "INR")]),
        ("Rs. 25,00,000", [("Rs. 25,00,000", 25e5, 25e5, "INR")]),
        ("1.2 Cr", [("1.2 Cr", 12e6, 12e6, "INR")]),
        ("€65.000", [("€65.000", 65 * K, 65 * K, "EUR")]),
        ("65 000 €", [("65 000 €", 65 * K, 65 * K, "EUR")]),
        ("CHF 85'000 – 120'000", [("CHF 85'000 – 120'000", 85 * K, 120 * K, "CHF")]),
        ("HK$2.55M - HK$3.50M", [("HK$2.55M - HK$3.50M", 2.55e6, 3.5e6, "HKD")]),
        ("$120k USD", [("$120k USD", 120 * K, 120 * K, "USD")]),
        ("$500K–$1M+", [("$500K–$1M+", 500 * K, 1e6, "USD")]),
        ("$300,000+", [("$300,000+", 300 * K, None, "USD")]),
        ("up to $1.38M base", [("$1.38M", None, 1.38e6, "USD")]),
        ("packages exceed $500,000 there", [("$500,000", 500 * K, None, "USD")]),
        (
            "Anthropic$69,40089.4$77,628",
            [("$69,400", 69_400, 69_400, "USD"), ("$77,628", 77_628, 77_628, "USD")],
        ),
        (
            "£75K / $95K - £100K / $128K",
            [
                ("£75K / $95K - £100K", 75 * K, 100 * K, "GBP"),
                ("$95K - £100K / $128K", 95 * K, 128 * K, "USD"),
            ],
        ),
        (
            "SEK 62K–82K/mo / $172K–$218K",
            [("SEK 62K–82K/mo", 62 * K, 82 * K, "SEK"), ("$172K–$218K", 172 * K, 218 * K, "USD")],
        ),
        ("12–18%", [("12–18%", 12, 18, None)]),
        ("+10-20% premium", [("+10-20%", 10, 20, None)]),
        ("glued$223k−12%", [("$223k", 223 * K, 223 * K, "USD"), ("−12%", -12, -12, None)]),
        ("10 to 15 percent", [("10 to 15 percent", 10, 15, None)]),
        ("SOC 15-2051, from 2024 to 2034, L4-L5, v1.5, [3]", []),
    ],
)
def test_figures_in_text(text, expected):
    assert [(f.cell.text, f.low, f.high, f.currency) for f in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "period", "years"),
    [
        ("58 CPM", "project", None),
        ("$250/hour", "hour", None),
        ("$150-$300+ per hour", "hour", None),
        ("USD 800-1,200/day", "day", None),
        ("$1,500-a-month", "month", None),
        ("$70K–$180K/4yr", "grant", 4),
        ("SEK 258K–458K/yr (4yr vest)", "year", 4),
        ("12 LPA", "year", None),
        ("$95,000 annually", "year", None),
    ],
)
def test_periods(text, period, years):
    (figure,) = find(text)
    assert (figure.period, figure.vesting_years) == (period, years)


def test_a_bare_number_is_a_figure_only_where_its_column_says_so():
    assert find("155000") == []
    (figure,) = read(Cell("155000"), unit="currency", currency="USD").figures
    assert (figure.low, figure.currency) == (155_000, "USD")


@pytest.mark.parametrize("text", ["—", "None", "N/A", "-", "null", ""])
def test_cells_that_say_there_is_none(text):
    assert read(Cell(text), unit="currency").says_none


@given(st.text(alphabet="$€£₹0123456789.,-–—+%kKMm/ toandypr()|*~\n", max_size=200), st.integers(0, 1000))
def test_every_figure_lies_where_it_says(text, start):
    for figure in find(Cell(text, start)):
        assert figure.cell.text == text[figure.cell.start - start : figure.cell.end - start]
        assert all(part.text in figure.cell.text for part in figure.parts)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("₹8-25 LPA", ()),
        ("8-25 LPA", ("ambiguous_currency",)),
        ("C$90K-$110K", ()),
        ("$90K-$110K", ("dollar_sign",)),
    ],
)
def test_a_sign_on_one_end_settles_the_currency_of_both(text, flags):
    (figure,) = find(Cell(text))
    assert figure.flags == flags


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$120K-$150K CAD", "CAD"), ("$120,000 - $150,000 CAD", "CAD"), ("C$90K-$110K", "CAD"), ("CAD $120K to $150K", "CAD"),
        ("A$120K–$150K", "AUD"), ("¥100,000 - CN¥200,000", "CNY"), ("100 000 kr - 200 000 SEK", "SEK"), ("$1K–$2K", "USD"),
    ],
)  # fmt: skip
def test_the_end_that_says_which_dollar_says_it_for_both(text, currency):
    (figure,) = find(Cell(text))
    assert (figure.is_range, figure.currency) == (True, currency)
    assert figure.cell.text == text


@pytest.mark.parametrize("text", ["$120K - £150K", "C$120K - A$150K", "US$120K - C$150K", "€100K - $110K"])
def test_ends_in_two_currencies_are_two_figures(text):
    assert len(find(Cell(text))) == 2


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("R 318 450 per annum", 318_450, 318_450, "ZAR", "year"),
        ("a stipend of R2 140.50 per month", 2_140.5, 2_140.5, "ZAR", "month"),
        ("between R8 700 and R21 500", 8_700, 21_500, "ZAR", None),
        ("R38k-R52k a month", 38_000, 52_000, "ZAR", "month"),
        ("ElectricianR22 310", 22_310, 22_310, "ZAR", None),
        ("R85 per hour", 85, 85, "ZAR", "hour"),
        ("Dhs 11,500 to 13,000 p.m.", 11_500, 13_000, "AED", "month"),
        ("N380,000 monthly", 380_000, 380_000, "NGN", "month"),
        ("Kshs. 72,000", 72_000, 72_000, "KES", None),
        ("GH₵ 2,900", 2_900, 2_900, "GHS", None),
        ("Rp 7-9 juta per bulan", 7e6, 9e6, "IDR", "month"),
        ("18 juta", 18e6, 18e6, "IDR", None),
        ("SR 8,200", 8_200, 8_200, "SAR", None),
        ("৳38,000", 38_000, 38_000, "BDT", None),
        ("41.000 kr. pr. måned", 41_000, 41_000, None, "month"),
        ("16 500 Kč", 16_500, 16_500, "CZK", None),
        ("420 000 FCFA", 420_000, 420_000, "XAF", None),
        ("95 тыс. руб.", 95_000, 95_000, "RUB", None),
        ("年収550万円", 5.5e6, 5.5e6, "JPY", None),
        ("€14,20/Std.", 14.2, 14.2, "EUR", "hour"),
        ("$88 per flight hour", 88, 88, "USD", "hour"),
        ("J$ 180,000", 180_000, 180_000, "JMD", None),
        ("they give 4k a month", 4_000, 4_000, None, "month"),
    ],
)
def test_pay_is_read_as_it_is_written_in_each_country(text, low, high, currency, period):
    (found,) = find(text)
    assert (found.low, found.high, found.currency, found.period) == (low, high, currency, period)


@pytest.mark.parametrize(
    "text",
    ["an R2 of 0.93", "N95 masks", "R22 refrigerant", "grade P4", "K12 schools", "in R 2024", "Q3 of 2025", "14 B.Ed posts",
     "LE 5", "room SR 99"],
)  # fmt: skip
def test_letters_in_front_of_a_small_number_are_no_currency(text):
    assert find(text) == []


@pytest.mark.parametrize("text", ["pay starts at $41,000", "trainees start at $41,000"])
def test_where_pay_starts_is_an_amount_and_no_open_end(text):
    (found,) = find(text)
    assert (found.low, found.high, found.open_ended) == (41_000, 41_000, False)


def test_cents_and_scales_behind_a_plus_are_those_of_both_ends():
    ends = [(one.low, one.high, one.open_ended) for one in find("71 to 88 cents a mile, or ₹31 – 42+ LPA")]
    assert ends == [(0.71, 0.88, False), (3_100_000, 4_200_000, True)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Nobody at Orbison Rail is paid less than €38,000.", "minimum"),
        ("No one here earns below $19.40 an hour.", "minimum"),
        ("None of them has ever earned more than €91,000.", "maximum"),
        ("Nobody at Orbison, apprentices and summer staff included, is paid less than €14.", "minimum"),
        ("Don't drop below $80 a page.", "minimum"),
        ("A fitter in Graz is rarely below €39,000.", "minimum"),
        ("She won't get out of bed for less than €60,000.", "minimum"),
        ("Fitters earn less than €60,000.", "maximum"),
        ("Nobody minds. Fitters earn less than €60,000.", "maximum"),
    ],
)
def test_what_nobody_is_paid_turns_a_bound_round(text, bound):
    (figure,) = find(Cell(text))
    assert figure.bound == bound


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bonus was 31k last year.", ["31k"]),
        ("My pay is fine; refreshers were 80k a pop.", ["80k"]),
        ("I read this as someone on 74k in Graz.", ["74k"]),
        ("They add a 12k joining bonus.", ["12k"]),
        ("People on 20k steps a day live longer.", []),
        ("She moved from Turin (39k) to Basel (CHF 104k).", ["39k", "CHF 104k"]),
        ("17k basic + 2k allowance", ["17k", "2k"]),
        ("Their pay is low: those who stay get 71-76k.", ["71-76k"]),
        ("The first payslip said 3,412 gross.", ["3,412"]),
        ("Wages are low, yet the place has about 14k employees.", []),
        ("A video with 90k views pays little.", []),
        ("Somebody like you gets between 41k and 47k in Graz.", ["41k and 47k"]),
        ("Seniors are at 51-58k in Graz; I'd ask them for 56k.", ["51-58k", "56k"]),
        ("My first contract was 31k, now 43k after one switch.", ["31k", "43k"]),
        ("Base 51,000, sign-on of 12,000 in the first year.", ["51,000", "12,000"]),
        ("Their base 51,000 units are sold, and the job has 40k applicants.", []),
        ("The road ran from 20k to 30k steps.", []),
        ("Currently on 88k + super in Hobart.", ["88k"]),
        ("They offer 91k incl. super.", ["91k"]),
        ("RSUs 44k over 4 yrs and a fair salary.", ["44k over 4 yrs"]),
        ("The salary is fine, RSU 240k/4.", ["240k"]),
        ("I need RSUs at $[Y+50K] and a good salary.", []),
        ("A town of 88k + suburbs.", []),
    ],
)
def test_thousands_are_money_where_pay_is_spoken_of_and_nothing_is_counted(text, found):
    assert [one.cell.text for one in find(text)] == found


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("≥ $2,150", "minimum"),
        (">= $2,150", "minimum"),
        ("≤ $2,150", "maximum"),
        ("Foreman: upto £42,000", "maximum"),
        ("a bonus up to $14K", "maximum"),
        ("overtime up to $900", "maximum"),
        ("💰 from €51,000 (Cork)", "minimum"),
        ("bonuses that may reach £2,100", "maximum"),
        ("a one-off payment (max. €2,800)", "maximum"),
        ("bis zu 51.000 Euro", "maximum"),
        ("can be on as little as £18,000", "minimum"),
        ("Foremen could pass £71,000", "minimum"),
    ],
)
def test_words_in_front_say_which_end_an_amount_is(text, bound):
    assert [one.bound for one in find(text)] == [bound]


@pytest.mark.parametrize("text", ["12:30", " 9:05:00 "])
def test_a_time_of_the_day_is_no_amount_where_one_is_expected(text):
    reading = read(Cell(text), unit="currency")
    assert reading.figures == ()
    assert [cell.text.strip() for cell in reading.rest] == [text.strip()]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The rate went up by €0.65 to €14.15 an hour.", [(0.65, 0.65), (14.15, 14.15)]),
        ("Pay goes up by $2,000 to $5,000.", [(2_000, 5_000)]),
        ("Earnings rose by 7.9%, from €1,702.40 to €1,836.90.", [(7.9, 7.9), (1_702.4, 1_702.4), (1_836.9, 1_836.9)]),
    ],
)  # fmt: skip
def test_by_how_much_pay_rose_and_to_what_is_no_range(text, ends):
    assert [(one.low, one.high) for one in find(text)] == ends


def test_a_year_earlier_says_when_and_not_for_how_long():
    assert [one.period for one in find("up from €910 a year earlier, and $40 a day ago")] == [None, None]
    assert [one.period for one in find("€91,000 a year before tax")] == ["year"]


def test_a_word_that_only_begins_like_a_currency_is_none():
    (figure,) = find(Cell("A bootcamp at ₹1.5 lakh won't replace it.", 0))
    assert (figure.cell.text, figure.currency) == ("₹1.5 lakh", "INR")


@pytest.mark.parametrize(
    "text",
    ["Appointments will not be made higher than £42,250.", "Salaries will not exceed £42,250.", "Offers cannot be above £42,250."],
)  # fmt: skip
def test_what_pay_does_not_exceed_is_the_most(text):
    assert [(one.bound, one.high) for one in find(text)] == [("maximum", 42_250)]


def test_what_is_added_and_what_it_comes_to_are_no_range():
    assert [(one.low, one.high) for one in find("Wages rose 3.6% (+$1.20 to $36.05).")][1:] == [
        (1.2, 1.2),
        (36.05, 36.05),
    ]
    assert [(one.low, one.high) for one in find("Grants add +$15K to $25K.")] == [(15_000, 25_000)]


def test_up_to_behind_and_belongs_to_the_next_amount():
    assert [(one.bound, one.low, one.high) for one in find("a median of $47.00 and up to $55.90")] == [
        (None, 47, 47),
        ("maximum", None, 55.9),
    ]


def test_a_number_that_begins_with_nought_is_no_amount():
    assert list(find("Requisition R0042117")) == []
    assert [one.currency for one in find("a salary of R42117")] == ["ZAR"]


def test_years_of_a_contract_are_no_years_over_which_something_vests():
    (rise,) = find("raises of 20% over the three-year contract")
    assert (rise.cell.text, rise.vesting_years) == ("20%", None)
    assert [one.vesting_years for one in find("$100,000 over three years")] == [3]


def test_parts_of_an_offer_on_lines_of_their_own_need_neither_sign_nor_colon():
    assert [(one.cell.text, one.vesting_years) for one in find("RSU 600k/4y")] == [("600k/4y", 4)]
    assert [one.vesting_years for one in find("$210K over 4y, $340K over 4yr, $90K over 3 yrs")] == [4, 4, 3]
    assert [one.low for one in find("Sign on 50k")] == [50_000]
    assert list(find("Stock 50k shares")) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Offer: NOK 402,000. I asked for 415,000 and got 405,000.", [402_000, 415_000, 405_000]),
        ("Full-time it would have been 455,000; the base went to 848,000.", [455_000, 848_000]),
        ("I got 12,000 views and they said 40,000 people came.", []),
        ("Junior 7–9k PLN, rigger II 11–14k, and 20k readers.", [7_000, 11_000]),
    ],
)
def test_what_somebody_asked_for_or_got_is_money_with_all_its_digits(text, amounts):
    assert [figure.low for figure in find(Cell(text))] == amounts


def test_a_plus_or_upwards_behind_lakhs_a_year_is_the_least():
    assert [figure.bound for text in ("₹55 LPA +", "₹30 LPA upwards") for figure in find(Cell(text))] == [
        "minimum"
    ] * 2
